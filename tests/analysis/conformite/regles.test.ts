/** What each rule of conformity says of a study that has nothing, a part, and all of what is asked. */

import { describe, expect, it } from 'vitest';
import { analyserConformite } from '../../../src/analysis/conformite/index.js';
import { etudeAu } from '../../../src/analysis/dates.js';
import { dureeExperimentation } from '../../../src/study/rules/contrat.js';
import type { Study } from '../../../src/study/study.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { besoin, DATE, etude, outil, petitProjet as projet } from '../small-study.js';

const plain = (text: string): string => text.replace(/\s/g, ' ');
/** « état : motif » of a study before one requirement, at a date. */
const juge = (regle: string, study: object, exigence: object = {}, date = DATE): string => {
  const contrat = {
    exigences: [{ id: 'e', ref: 'art. 1', texte: 'T', phase: 'Phase 3', livrable: 'diagnostic', regle, ...exigence }],
  };
  const at = etudeAu({ ...etude(), ...study, contrat } as unknown as Study, date).etude;
  const [one] = analyserConformite(at, {} as never).exigences;
  return plain(`${one?.etat} : ${one?.motif}`);
};
const base = scenario('a');

describe('requirements made of the scenarios', () => {
  const avec = (...scenarios: object[]) => ({ scenarios });

  it('as many as asked, no less, no more', () => {
    const n = (count: number, attendu?: object | number) =>
      juge(
        'nombre-scenarios',
        avec(...Array.from({ length: count }, (_, i) => scenario(`s${i}`))),
        attendu === undefined ? {} : { attendu },
      );
    expect(n(0, 3)).toBe('manquante : Aucun scénario décrit.');
    expect(n(2, 3)).toBe('partielle : 2 scénarios décrits ; 3 demandés.');
    expect(n(4, { min: 2, max: 3 })).toBe('partielle : 4 scénarios décrits ; 2 ou 3 demandés.');
    for (const fine of [n(3, 3), n(3, { min: 3 }), n(3, { max: 3 }), n(3)])
      expect(fine).toBe('complete : 3 scénarios décrits.');
  });

  it('doing nothing is one of them where the contract counts it and the study describes it', () => {
    const trois = avec(scenario('a'), scenario('b'), scenario('c'));
    const decrit = { ...trois, criteres: { statu_quo: { resume: 'Rien ne change.' } } };
    const exigence = { attendu: 4, statu_quo: true };
    expect(juge('nombre-scenarios', decrit, exigence)).toBe(
      'complete : 4 scénarios décrits, dont celui de ne rien faire.',
    );
    for (const court of [juge('nombre-scenarios', trois, exigence), juge('nombre-scenarios', decrit, { attendu: 4 })])
      expect(court).toBe('partielle : 3 scénarios décrits ; 4 demandés.');
  });

  const sansJours = [{ acteur: 'a', role: 'relais' }];
  it.each([
    ['modalites-confirmees', { modalites: [] }, 'Modalités et volumes'],
    ['partenaires-listes', { partenaires: [] }, 'Partenaires et rôles'],
    ['partenaires-listes', { roles: [] }, 'Partenaires et rôles'],
    [
      'moyens-recenses',
      { moyens: { ...base.moyens, humains: [] }, partenaires: sansJours },
      'Moyens humains et matériels',
    ],
    ['moyens-recenses', { moyens: { ...base.moyens, materiels: [] } }, 'Moyens humains et matériels'],
    ['moyens-recenses', { moyens: { humains: base.moyens.humains } }, 'Moyens humains et matériels'],
  ])('%s: each scenario, or those that lack it are named', (regle, without, quoi) => {
    const study = (...scenarios: object[]) => ({ ...avec(...scenarios), criteres: { criteres: [] } });
    expect(juge(regle, study(base))).toBe(`complete : ${quoi} : 1 scénario sur 1.`);
    expect(juge(regle, study(base, scenario('b', without as never)))).toBe(
      `partielle : ${quoi} : 1 scénario sur 2 ; manque pour « Scénario b ».`,
    );
    expect(juge(regle, study(scenario('b', without as never)))).toBe(`manquante : ${quoi} : aucun scénario sur 1.`);
  });

  it('takes the days of partners for human means where a scenario has no post', () => {
    const bought = scenario('b', {
      moyens: { ...base.moyens, humains: [] },
      partenaires: [{ acteur: 'a', role: 'operateur', jours_an: 10 }],
    } as never);
    const study = { ...avec(base, bought), criteres: { criteres: [] } };
    for (const regle of ['moyens-recenses', 'viabilite-mesuree'])
      expect(juge(regle, study)).toMatch(/^complete : .* : 2 scénarios sur 2( ; .+)?\.$/);
  });

  it('viability, against thresholds: measured, it is not said to be confirmed', () => {
    const study = (...scenarios: object[]) => ({ ...avec(...scenarios), criteres: { criteres: [] } });
    const own = { ...base.financements[1], statut: 'acquis', montant: 900000 };
    const tient = {
      financements: [own],
      partenaires: [],
      modalites: [],
      roles: [],
      domaines_prioritaires: [],
      conditions_juridiques: [],
    };
    const sure = juge('viabilite-mesuree', study(scenario('a', tient as never)));
    expect(sure).toBe('complete : Viabilité mesurée : 1 scénario sur 1 ; « Scénario a » satisfait à tous les tests.');
    expect(
      juge('viabilite-mesuree', study(scenario('a', { ...tient, financements: [{ ...own, montant: 1 }] } as never))),
    ).toBe('complete : Viabilité mesurée : 1 scénario sur 1 ; aucun ne satisfait à tous les tests.');
    expect(
      juge(
        'viabilite-mesuree',
        study(scenario('a', tient as never), scenario('b', { ...tient, financements: [] } as never)),
      ),
    ).toMatch(/^partielle : Viabilité mesurée : 1 scénario sur 2 ; .+ ; manque pour « Scénario b »\.$/);
    expect(
      juge(
        'viabilite-mesuree',
        study(scenario('b', { moyens: { ...base.moyens, humains: [] }, partenaires: sansJours } as never)),
      ),
    ).toMatch(/^manquante : Viabilité mesurée : aucun scénario sur 1/);
    expect(juge('viabilite-mesuree', { ...avec(base), criteres: null })).toBe(
      'manquante : Aucun seuil de viabilité n’est posé (criteres.yaml).',
    );
  });

  it('tools that are used, each with its advantages, drawbacks and cost', () => {
    const whole = outil('malle', { avantages: ['A'], inconvenients: ['I'], cout: { jours_an: 1 } } as never);
    const used = (...outils: object[]) =>
      juge('outils-chiffres', {
        ...avec(scenario('a', { outils: [{ outil: 'malle', annee: 1, quantite: 1 }] }), base),
        outils,
      });
    expect(used(whole, outil('autre'))).toBe(
      'complete : 1 outil mobilisé, décrit par avantages, inconvénients et coût.',
    );
    expect(used(outil('autre'))).toBe('manquante : Aucun outil mobilisé.');
    const { cout: _, ...sansCout } = whole;
    for (const lacking of [{ ...whole, avantages: [] }, { ...whole, inconvenients: [] }, sansCout])
      expect(used(lacking)).toBe(
        `partielle : 1 outil mobilisé ; sans avantage, inconvénient ou coût : « ${whole.nom} ».`,
      );
  });

  it('priorities: a model, needs, and a note for each domain', () => {
    const priorites = (...domaines: string[]) => ({
      besoins: [besoin('b')],
      priorites: { cadre: domaines.map((domaine) => ({ domaine, note: 3, motif: 'M' })) },
    });
    expect(juge('priorites-definies', priorites('eau', 'air'))).toBe(
      'complete : Domaines et publics classés à partir de 1 besoin.',
    );
    expect(juge('priorites-definies', priorites('eau'))).toContain(
      'partielle : Domaines et publics classés à partir de 1 besoin ; sans note d’accord avec le cadre : « Air ».',
    );
    const whole = priorites('eau', 'air');
    const supposed = { ...whole, priorites: { ...whole.priorites, fiabilite: 'illustratif' } };
    expect(juge('priorites-definies', supposed)).not.toMatch(/^complete/);
    for (const none of [
      { ...priorites('eau'), besoins: [] },
      { besoins: [besoin('b')], priorites: null },
    ])
      expect(juge('priorites-definies', none)).toBe('manquante : Aucun modèle de priorités, ou aucun besoin.');
  });

  it('a perimeter: two to compare unless another number is asked, arguments and a proposal', () => {
    const { territoire } = etude();
    const compared = (n: number, perimetre: object | null, exigence: object = {}) =>
      juge(
        'territoire-pertinent',
        {
          territoire: {
            ...territoire,
            perimetres: Array.from({ length: n }, (_, i) => ({ id: `p${i}`, libelle: 'P', communes: ['99001'] })),
          },
          priorites: perimetre ? { perimetre } : null,
        },
        exigence,
      );
    const whole = { arguments: [{ texte: 'A' }], proposition: 'p0' };
    expect(compared(2, whole)).toBe('complete : 2 périmètres comparés.');
    expect(compared(1, whole)).toBe('partielle : 1 périmètre comparé ; au moins 2 demandés.');
    expect(compared(1, whole, { attendu: 1 })).toBe('complete : 1 périmètre comparé.');
    expect(compared(0, whole)).toBe('manquante : Aucun périmètre.');
    expect(compared(2, { ...whole, arguments: [] })).toBe(
      'partielle : 2 périmètres comparés ; ni argument pour ni argument contre.',
    );
    expect(compared(2, { arguments: whole.arguments })).toBe(
      'partielle : 2 périmètres comparés ; l’étude n’en propose aucun.',
    );
    expect(compared(2, null)).toBe(
      'partielle : 2 périmètres comparés ; ni argument pour ni argument contre ; l’étude n’en propose aucun.',
    );
  });
});

describe('requirements made of the experimentation', () => {
  const retenu = {
    reunions: [
      {
        id: 'r',
        type: 'copil',
        phase: 'Phase 2',
        date: '2018-01-10',
        etat: 'tenue',
        ordre_du_jour: [{ point: 'P' }],
        decisions: [{ objet: 'C', texte: 'T.', scenario: 'a', statut: 'valide' }],
      },
    ],
  };
  const condition = { libelle: 'C', etat: 'remplie' };
  const conditions = { techniques: [condition], juridiques: [condition], financieres: [condition] };
  const mode = (rest: object = {}) => ({
    ...etudeAvecScenarios([base]),
    ...retenu,
    mode_operatoire: { scenario: 'a', parcours: [{ etape: 'E' }], conditions, ...rest },
  });

  it('a mode opératoire with its scenario chosen, its path and its conditions', () => {
    const found = (study: object) => juge('mode-operatoire-complet', study);
    expect(found(mode())).toBe('complete : Parcours en 1 étape, 3 conditions.');
    expect(found({ ...mode(), reunions: [] })).toBe(
      'partielle : Parcours en 1 étape, 3 conditions ; aucune réunion n’a retenu ce scénario.',
    );
    expect(found(mode({ scenario: 'b' }))).toContain('aucune réunion n’a retenu ce scénario');
    expect(found(mode({ parcours: [] }))).toBe('partielle : Parcours sans étape, 3 conditions ; parcours absent.');
    expect(found(mode({ conditions: { ...conditions, techniques: [] } }))).toBe(
      'partielle : Parcours en 1 étape, 2 conditions ; conditions techniques absentes.',
    );
    expect(found(mode({ conditions: { ...conditions, juridiques: [] } }))).toContain(
      '; conditions juridiques absentes.',
    );
    expect(found(mode({ conditions: { ...conditions, financieres: [] } }))).toContain(
      '; conditions financières absentes.',
    );
    expect(found(mode({ conditions: undefined }))).toContain(
      'aucune condition ; conditions techniques absentes ; conditions juridiques',
    );
    expect(found({ mode_operatoire: null })).toBe('manquante : Aucun mode opératoire n’est décrit.');
  });

  it('a legal person created or not, as the contract wants', () => {
    const found = (nouvelle_entite: boolean, voulu?: string) => {
      const study = {
        ...etudeAvecScenarios([scenario('a', { nouvelle_entite })]),
        mode_operatoire: { scenario: 'a', parcours: [] },
      };
      const contrat = {
        ...(voulu ? { nouvelle_entite: voulu } : {}),
        exigences: [{ id: 'e', livrable: 'diagnostic', regle: 'nouvelle-entite' }],
      };
      return analyserConformite(etudeAu({ ...study, contrat } as unknown as Study, DATE).etude, {} as never)
        .exigences[0]?.etat;
    };
    expect([found(true, 'attendue'), found(false, 'attendue')]).toEqual(['complete', 'manquante']);
    expect([found(true, 'exclue'), found(false, 'exclue')]).toEqual(['manquante', 'complete']);
    expect([found(true), found(false)]).toEqual(['complete', 'complete']);
    // Before the mode opératoire, the scenario that a meeting retained; before the meeting, those that are compared.
    const scenarios = [scenario('a', { nouvelle_entite: true }), scenario('b', { nouvelle_entite: false })];
    const retenu = (id: string) => ({
      scenarios,
      reunions: [
        {
          id: 'copil',
          type: 'copil',
          phase: 'P',
          date: DATE,
          etat: 'tenue',
          ordre_du_jour: [],
          decisions: [{ objet: 'O', texte: 'T', scenario: id, statut: 'valide' }],
        },
      ],
    });
    expect(juge('nouvelle-entite', retenu('a'))).toBe('complete : Le scénario crée une personne morale.');
    expect(juge('nouvelle-entite', retenu('b'))).toBe('complete : Le scénario ne crée aucune personne morale.');
    expect(juge('nouvelle-entite', { scenarios })).toBe(
      'partielle : 2 scénarios répondent à cette attente, 2 scénarios décrits ; aucune réunion n’en a retenu.',
    );
    expect(juge('nouvelle-entite', {})).toBe(
      'manquante : Aucun scénario ne répond à cette attente, aucun n’est décrit.',
    );
    expect(juge('nouvelle-entite', mode())).toBe('complete : Le scénario ne crée aucune personne morale.');
  });

  it('networks studied, each with what is taken from it', () => {
    const found = (...inspirations: object[]) => juge('reseaux-inspirants', mode({ inspirations }));
    expect(found()).toBe('manquante : Aucun réseau étudié.');
    expect(found({ reprise: 'R' }, { reprise: 'S' })).toBe('complete : 2 réseaux étudiés.');
    expect(found({ reprise: 'R' }, {})).toBe('partielle : 2 réseaux étudiés ; 1 enseignement non repris.');
    expect(juge('reseaux-inspirants', {})).toBe('manquante : Aucun réseau étudié.');
  });

  const whole = {
    analyse: 'A',
    suivi: [{ date: '2018-01', constats: 'C' }],
    evaluation: { pertinence: { note: 3, commentaire: 'C' } },
    outils: [{ outil: 'malle', ajustement: 'A' }, { outil: 'autre' }],
    accompagnement: { jours_realises: 3, seances_realisees: 1, jours_prestataire: 2 },
    temoignages: [{ qualite: 'Élue', texte: 'T' }],
  };
  const projets = (regle: string, ...list: object[]) =>
    juge(regle, { projets: list.map((rest, i) => projet(`p${i}`, rest as never)) });

  it.each([
    ['fiche-par-projet', 'analyse', { analyse: undefined }],
    ['fiche-par-projet', 'suivi', { suivi: [] }],
    ['fiche-par-projet', 'analyse ni suivi', { analyse: undefined, suivi: undefined }],
    ['fiche-par-projet', 'évaluation', { evaluation: undefined }],
  ])('%s: an analysis, a follow-up and an evaluation (without %s)', (regle, lack, without) => {
    expect(projets(regle, whole)).toBe('complete : 1 fiche complète.');
    expect(projets(regle, whole, { ...whole, ...without })).toBe(
      `partielle : 1 fiche complète sur 2 ; sans ${lack} : « Projet p1 ».`,
    );
    expect(projets(regle, { ...whole, ...without })).toBe('manquante : Aucune fiche complète.');
  });

  it('tools used by each project, and what was changed in them', () => {
    expect(projets('outils-ajustes', whole)).toBe('complete : 1 projet emploie des outils ; 1 ajustement écrit.');
    expect(projets('outils-ajustes', whole, { outils: [] })).toBe(
      'partielle : 1 projet emploie des outils ; 1 ajustement écrit ; sans outil : « Projet p1 ».',
    );
    expect(projets('nombre-projets', {}, {})).toBe('complete : 2 projets.');
    expect(projets('nombre-projets', {}, { etat: 'abandonne' })).toBe('complete : 2 projets, dont 1 abandonné.');
    expect(projets('outils-ajustes', {})).toBe('manquante : Aucun projet n’emploie d’outil ; aucun ajustement écrit.');
  });

  it('days and meetings of each project, and those of the provider', () => {
    const found = (...list: object[]) => projets('accompagnement-terrain', ...list);
    expect(found(whole)).toBe('complete : 1 projet accompagné, avec 2 jours du prestataire.');
    expect(found(whole, { accompagnement: { jours_realises: 1, seances_realisees: 1 } })).toBe(
      'partielle : 2 projets accompagnés sur 2, avec 2 jours du prestataire ; jours du prestataire écrits pour 1 sur 2.',
    );
    for (const accompagnement of [
      { jours_realises: 0, seances_realisees: 1 },
      { jours_realises: 1, seances_realisees: 0 },
      { jours_realises: 1 },
      {},
    ])
      expect(found(whole, { accompagnement: { jours_prestataire: 1, ...accompagnement } })).toBe(
        'partielle : 1 projet accompagné sur 2, avec 3 jours du prestataire ; sans jour ni rencontre écrits : « Projet p1 ».',
      );
    // A study that has not written them does not say that nothing was done.
    const none = 'manquante : Jours et rencontres d’accompagnement écrits pour aucun projet.';
    expect(found({ accompagnement: { jours_prestataire: 0 } })).toBe(none);
    expect(found({})).toBe(none);
    // Of one body that orders the study and carries it out, they are its own.
    const { etude: base } = etude({});
    const meme = { ...base, prestataire: { nom: base.maitre_ouvrage.nom } };
    expect(juge('accompagnement-terrain', { etude: meme, projets: [projet('p', whole as never)] })).toBe(
      'complete : 1 projet accompagné, avec 2 jours du maître d’ouvrage.',
    );
  });

  it('none of what an amendment asked for later', () => {
    const exigences = [{ id: 'a' }, { id: 'b', depuis: '2018-09-01' }];
    const study = { ...etude(), contrat: { exigences } } as unknown as Study;
    const at = (date: string) => etudeAu(study, date).etude.contrat?.exigences.map(({ id }) => id);
    expect([at('2018-08-31'), at('2018-09-01')]).toEqual([['a'], ['a', 'b']]);
  });

  it('an evaluation of each project, with what was said', () => {
    expect(projets('bilan-evaluatif', whole, whole)).toBe('complete : 2 projets évalués sur 2.');
    expect(projets('bilan-evaluatif', whole, {})).toBe(
      'partielle : 1 projet évalué sur 2 ; sans évaluation : « Projet p1 ».',
    );
    expect(projets('bilan-evaluatif', { ...whole, temoignages: [] })).toBe(
      'partielle : 1 projet évalué ; aucun témoignage.',
    );
    expect(projets('bilan-evaluatif', {})).toBe('manquante : Aucun projet évalué.');
    // What stopped is explained, not noted.
    const stopped = { etat: 'abandonne', motif_abandon: 'Le terrain a été vendu.' } as const;
    expect(projets('bilan-evaluatif', whole, stopped)).toBe(
      'complete : 1 projet évalué sur 2, et 1 abandonné, dont la raison est dite.',
    );
    expect(projets('bilan-evaluatif', whole, { etat: 'abandonne' })).toMatch(/^partielle/);
  });

  it('an experimentation as long as asked, its first month and its last counted', () => {
    const dure = (debut: string, fin: string, attendu: number | object) =>
      juge(
        'duree-experimentation',
        { mode_operatoire: { scenario: 'a', parcours: [], experimentation: { debut, fin } } },
        { attendu },
      );
    expect(dure('2020-01', '2020-12', 12)).toBe('complete : L’expérimentation dure 12 mois.');
    expect(dure('2020-01-15', '2020-11-02', 12)).toBe('partielle : L’expérimentation dure 11 mois ; 12 mois demandés.');
    expect(dure('2020-01', '2021-01', { min: 6, max: 12 })).toContain('de 6 à 12 mois demandés');
    expect(dure('2020-12', '2020-01', 12)).toBe('manquante : Aucune expérimentation n’a ses dates.');
    expect(juge('duree-experimentation', {}, { attendu: 12 })).toBe(
      'manquante : Aucune expérimentation n’a ses dates.',
    );
  });

  it('an experimentation of another length is told where it is written', () => {
    const told = (attendu: number): string[] => {
      const found: string[] = [];
      const study = {
        contrat: { exigences: [{ id: 'e', ref: 'lot 3', regle: 'duree-experimentation', attendu }] },
        mode_operatoire: { experimentation: { debut: '2020-06', fin: '2020-12' } },
      };
      dureeExperimentation(study as unknown as Study, (code, path, message) =>
        found.push(`${code} ${path} : ${message}`),
      );
      return found;
    };
    expect(told(7)).toEqual([]);
    expect(told(18)).toEqual([
      'duree-experimentation mode-operatoire/experimentation : l’expérimentation dure 7 mois ; le cahier des charges (lot 3) en demande 18.',
    ]);
  });

  it('as many projects as asked, with bearers of both kinds, and other domains and publics where it asks for them', () => {
    const eau = { projets: [projet('p', { domaines: ['eau'], publics: ['ecoles'] })] };
    const seul = '1 projet';
    expect(juge('nombre-projets', eau)).toBe(`complete : ${seul}.`);
    // The natures of bearers are counted where the contract asks for some.
    expect(juge('nombre-projets', eau, { porteurs: ['public'] })).toBe(
      'complete : 1 projet, 1 porteur public, aucun porteur privé.',
    );
    expect(juge('nombre-projets', eau, { attendu: 2 })).toBe(
      `partielle : ${seul} ; un projet manque : deux sont attendus.`,
    );
    expect(juge('nombre-projets', eau, { porteurs: ['prive'] })).toContain('; aucun projet n’a de porteur privé.');
    expect(juge('nombre-projets', eau, { differents: ['domaines'] })).toBe(
      `partielle : ${seul} ; aucun projet ne sert « Air ».`,
    );
    expect(juge('nombre-projets', eau, { differents: ['publics'] })).toBe(
      `partielle : ${seul} ; aucun projet ne touche « Familles ».`,
    );
    expect(juge('nombre-projets', {})).toBe('manquante : Aucun projet.');
  });
});

describe('requirements made of the meetings', () => {
  const reunion = (id: string, rest: object = {}) => ({
    id,
    titre: `Réunion ${id}`,
    type: 'copil',
    phase: 'Phase 1',
    date: '2018-01-10',
    etat: 'tenue',
    ordre_du_jour: [],
    ...rest,
  });
  const tenue = (reunions: object[], exigence: object = { reunion: { type: 'copil' } }) =>
    juge('reunion-tenue', { reunions }, exigence);

  it('held, of the kind that is described, as many as asked', () => {
    expect(tenue([reunion('a')])).toBe('complete : 1 réunion tenue.');
    expect(tenue([reunion('a'), reunion('b')], { reunion: { type: 'copil' }, attendu: 3 })).toBe(
      'partielle : 2 réunions tenues ; 3 demandés.',
    );
    expect(tenue([])).toBe('manquante : Aucune réunion de cette sorte tenue à cette date.');
    expect(tenue([reunion('a', { type: 'entretien' })])).toContain('manquante');
    expect(tenue([reunion('a', { etat: 'annulee' })])).toContain('manquante');
    const phase = { reunion: { type: 'copil', phase: 'Phase 1' } };
    expect(tenue([reunion('a'), reunion('b', { phase: 'Phase 2' })], phase)).toBe('complete : 1 réunion tenue.');
    const livrable = { reunion: { type: 'copil', livrable: 'x' } };
    for (const rest of [
      { livrables: ['x'] },
      { ordre_du_jour: [{ point: 'P', livrable: 'x' }] },
      { decisions: [{ objet: 'O', texte: 'T', livrable: 'x', statut: 'ajourne' }] },
    ])
      expect(tenue([reunion('a', rest), reunion('b')], livrable)).toBe('complete : 1 réunion tenue.');
  });

  it('planned: the next of them is named, while none was held', () => {
    const planned = (id: string, date: string) => reunion(id, { date, etat: 'prevue' });
    expect(tenue([planned('loin', '2018-06-01'), planned('tot', '2018-03-01')])).toBe(
      'prevue : Réunion « Réunion tot », prévue le 1er mars 2018.',
    );
    expect(tenue([planned('tot', '2018-03-01'), reunion('a')])).toBe('complete : 1 réunion tenue.');
    expect(tenue([reunion('x', { type: 'entretien', date: '2018-03-01', etat: 'prevue' })])).toContain('manquante');
  });

  it('illustrative alone, they make an example; beside true ones that suffice, nothing is said', () => {
    const fictive = reunion('f', { fiabilite: 'illustratif' });
    expect(tenue([fictive])).toMatch(/^exemple : 1 réunion tenue ; .*illustrative/);
    expect(tenue([fictive, reunion('a')])).toBe('complete : 2 réunions tenues.');
    expect(tenue([fictive, reunion('a')], { reunion: { type: 'copil' }, attendu: { min: 2 } })).toMatch(/^exemple/);
  });

  const validation = (reunions: object[]) => {
    const base2 = etude();
    return juge(
      'reunion-validation',
      {
        etude: {
          ...base2.etude,
          livrables: [{ id: 'diagnostic', titre: 'Diagnostic partagé', titre_court: 'Diagnostic', date: DATE }],
        },
        reunions,
      },
      { reunion: { type: 'copil', livrable: 'diagnostic' } },
    );
  };
  const decision = (statut: string, rest: object = {}) => ({
    objet: 'D',
    texte: 'T.',
    livrable: 'diagnostic',
    statut,
    ...rest,
  });

  it('validated by a meeting that had the deliverable before it', () => {
    const held = (...decisions: object[]) => reunion('a', { livrables: ['diagnostic'], decisions });
    expect(validation([held(decision('valide'))])).toBe('complete : Réunion tenue, « Diagnostic » validé.');
    expect(validation([held(decision('ajourne'))])).toBe(
      'partielle : Réunion tenue ; « Diagnostic » pas encore validé.',
    );
    expect(validation([held(decision('a-modifier'))]).replace(/\s/g, ' ')).toMatch(
      /^partielle : Réunion tenue ; « Diagnostic » à modifier, demandé le /,
    );
    expect(validation([held(decision('valide', { livrable: 'autre' }))])).toContain('partielle');
    expect(validation([])).toBe('manquante : Réunion sur « Diagnostic » : pas encore tenue à cette date.');
    // Whose decision or agenda names it had it before it, with or without a list.
    expect(validation([reunion('a', { decisions: [decision('valide')] })])).toContain('complete');
    expect(validation([reunion('a', { ordre_du_jour: [{ point: 'P', livrable: 'diagnostic' }] })])).toContain(
      'partielle',
    );
    expect(validation([reunion('a', { decisions: [decision('valide', { livrable: 'autre' })] })])).toContain(
      'manquante',
    );
    expect(
      validation([
        reunion('p', { etat: 'prevue', date: '2018-03-01', ordre_du_jour: [{ point: 'P', livrable: 'diagnostic' }] }),
      ]),
    ).toContain('prevue : Réunion « Réunion p »');
    expect(validation([reunion('p', { etat: 'prevue', date: '2018-03-01' })])).toContain('manquante');
  });

  const lance = (statut: string, phase = 'Phase 3', rest: object = {}) =>
    reunion('a', { decisions: [{ objet: 'L', texte: 'La phase 3 est lancée.', lance: phase, statut }], ...rest });
  it('a decision that starts the phase: taken, described, or neither', () => {
    const found = (study: object) => juge('decision-lancement', study);
    expect(found({ reunions: [lance('valide')] })).toBe(
      'complete : Décision du 10 janvier 2018 : « La phase 3 est lancée ».',
    );
    const put = lance('ajourne', 'Phase 3', { date: '2018-01-12' });
    expect(found({ reunions: [put] })).toBe(
      'manquante : Décision ajournée du 12 janvier 2018 : « La phase 3 est lancée ».',
    );
    const proposed = reunion('p', {
      decisions: [{ objet: 'L', texte: 'Lancer.', lance: 'Phase 3', portee: 'propose', statut: 'valide' }],
    });
    expect(found({ reunions: [proposed, put] })).toMatch(/^partielle : Décision ajournée du 12 janvier 2018/);
    for (const not of [lance('valide', 'Phase 2'), lance('valide', 'Phase 3', { etat: 'prevue' }), reunion('a')])
      expect(found({ reunions: [not] })).toBe('manquante : Aucune réunion n’a décidé de « Phase 3 ».');
    const told = 'partielle : Ce que « Phase 3 » ferait est décrit ; aucune réunion n’en a décidé.';
    expect(found({ projets: [projet('p')] })).toBe(told);
    expect(found({ mode_operatoire: { experimentation: {} } })).toBe(told);
    expect(found({ mode_operatoire: {} })).toContain('manquante');
  });
  it('a phase that the contract has another meeting launch is not launched by this one', () => {
    const found = (...reunions: object[]) =>
      juge('decision-lancement', { reunions }, { reunion: { type: 'deliberation' } });
    expect(found(lance('valide'))).toBe(
      'partielle : Décision du 10 janvier 2018 : « La phase 3 est lancée » ; le contrat attend celle d’une autre sorte de réunion.',
    );
    expect(found(lance('valide'), lance('valide', 'Phase 3', { type: 'deliberation' }))).toContain('complete');
    const point = { ordre_du_jour: [{ point: 'P', lance: 'Phase 3', decision_attendue: 'Lancer.' }] };
    const prevue = (type: string) => reunion('p', { type, etat: 'prevue', date: '2018-03-01', ...point });
    expect(found(prevue('deliberation'))).toContain('prevue : Réunion « Réunion p »');
    expect(found(prevue('copil'))).toContain('manquante');
  });

  it('a clause written, accents and capitals aside, in the mode opératoire or in the contract', () => {
    const found = (study: object, mots?: string[]) => juge('clause-ecrite', study, mots ? { mots } : {});
    const mode = { mode_operatoire: { propriete_donnees: ['Les DONNÉES restent au porteur.'] } };
    const there = 'complete : La clause est écrite dans l’étude.';
    const not = 'manquante : Rien n’en est écrit.';
    expect(found(mode, ['absent', 'donnees'])).toBe(there);
    expect(found(mode, ['absent'])).toBe(not);
    expect(found(mode)).toBe(not);
    expect(found({}, ['donnees'])).toBe(not);
    expect(found({ etude: { ...etude().etude, marche: { propriete: 'Données cédées.' } } }, ['Données'])).toBe(there);
  });
});

describe('the whole', () => {
  it('counts the requirements of its deliverable by their state, one to come as missing', () => {
    const regle = (id: string, regleId: string | undefined, rest: object = {}) => ({
      id,
      ref: id,
      texte: id,
      livrable: 'diagnostic',
      ...(regleId ? { regle: regleId } : {}),
      ...rest,
    });
    const at = etudeAu(
      {
        ...etude(),
        projets: [projet('p')],
        scenarios: [base],
        reunions: [{ id: 'r', titre: 'R', type: 'copil', date: '2018-03-01', etat: 'prevue', ordre_du_jour: [] }],
        contrat: {
          exigences: [
            regle('a', 'nombre-scenarios', { section: '2.1' }),
            regle('b', 'nombre-projets', { attendu: 2 }),
            regle('c', 'reunion-tenue', { reunion: { type: 'copil' } }),
            regle('d', undefined),
            regle('z', 'nombre-scenarios', { livrable: 'bilan' }),
          ],
        },
      } as unknown as Study,
      DATE,
    ).etude;
    const { exigences, ...counts } = analyserConformite(at, {} as never);
    expect(counts).toEqual({ completes: 1, exemples: 0, partielles: 1, manquantes: 2 });
    expect(exigences.map(({ ref, section, regle: id, etat }) => [ref, section, id, etat])).toEqual([
      ['a', '2.1', 'nombre-scenarios', 'complete'],
      ['b', null, 'nombre-projets', 'partielle'],
      ['c', null, 'reunion-tenue', 'prevue'],
      ['d', null, null, 'manquante'],
    ]);
    expect(exigences[3]?.motif).toBe('Aucune règle ne mesure cette exigence.');
    expect(analyserConformite(at, {} as never, 'bilan').exigences.map(({ ref }) => ref)).toEqual(['z']);
  });
});
