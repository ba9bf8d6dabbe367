/** Projects: follow-up of each, what the set lacks, and an evaluation that says what was not measured. */
import { describe, expect, it } from 'vitest';
import { analyserBilan } from '../../../src/analysis/projets/bilan.js';
import { analyserProjet, analyserProjets, suivre } from '../../../src/analysis/projets/projets.js';
import type { Study } from '../../../src/study/study.js';
import type { Projet } from '../../../src/study/types.gen.js';
import { etude, outil, petitProjet as projet } from '../small-study.js';

const note = (n: 1 | 2 | 3 | 4 | 5) => ({ note: n, commentaire: 'Parce que.' });

describe('a measure on its way to its target', () => {
  it('counts from its first value, or down from a ceiling, and keeps what was not measured apart', () => {
    const mesures = [
      { date: '2019-08', valeur: 15 },
      { date: '2019-02', valeur: 12 },
    ];
    expect(suivre({ libelle: 'x', unite: 'u', initial: 10, cible: 20, mesures })).toMatchObject({
      valeur: 15,
      date: '2019-08',
      part: 0.5,
      atteint: false,
    });
    expect(
      suivre({ libelle: 'x', unite: 'jours', sens: 'min', cible: 5, mesures: [{ date: '2019', valeur: 4 }] }),
    ).toMatchObject({
      part: 1.25,
      atteint: true,
    });
    expect(suivre({ libelle: 'x', unite: 'u', cible: 5 })).toMatchObject({ valeur: null, part: null, atteint: null });
  });
});

describe('a project', () => {
  it('sets what was foreseen beside what happened, and leaves the unknown unknown', () => {
    const found = analyserProjet(
      projet('a', {
        accompagnement: {
          jours_prevus: 10,
          jours_realises: 12,
          demande_recue: '2018-09-12',
          premiere_reponse: '2018-09-17',
        },
        partenaires: [{ acteur: 'm', apport: 'Conseil', jours_prevus: 3 }],
        budget: [
          { poste: 'A', prevu: { min: 1, mode: 100, max: 200 }, realise: 90 },
          { poste: 'B', prevu: 50 },
        ],
        calendrier: [
          { etape: 'x', debut: '2018-11', fin: '2019-01', fin_reelle: '2019-05' },
          { etape: 'y', debut: '2018-11', fin: '2019-01', fin_reelle: '2018-12' },
        ],
      }),
    );
    expect(found.jours).toEqual({ prevu: 10, realise: 12 });
    expect(found.joursPartenaires).toEqual({ prevu: 3, realise: null });
    expect(found.budget).toEqual({ prevu: 150, realise: 90 });
    // Wednesday to Monday: three working days, five by the calendar.
    expect(found.delaiReponse).toBe(3);
    expect(found.solde).toBeNull();
    expect(found.retardMois).toBe(4);
  });

  it('is late on a step that is open past its date, and says whether it caught up', () => {
    const steps = (calendrier: NonNullable<Projet['calendrier']>, etat?: Projet['etat']) =>
      analyserProjet(projet('a', { calendrier, ...(etat ? { etat } : {}) }), '2019-12-12');
    const open = { etape: 'Statuts', debut: '2019-03', fin: '2019-08' };
    const late = { etape: 'Signer', debut: '2018-11', fin: '2019-01', fin_reelle: '2019-02' };
    expect(steps([open, late]).retards).toEqual([
      // From the last day of the month of August.
      { etape: 'Statuts', mois: 3, jours: 103, au: '2019-12-12' },
      { etape: 'Signer', mois: 1, au: null },
    ]);
    expect(steps([open])).toMatchObject({ retardMois: 3, finATemps: null });
    expect(steps([late, { ...open, fin_reelle: '2019-08' }])).toMatchObject({ retardMois: 1, finATemps: true });
    expect(steps([{ ...open, fin: '2020-03' }]).retards).toEqual([]);
    // A project that is finished waits for no step, even where its real end is not written.
    expect(steps([open], 'termine').retards).toEqual([]);
    expect(steps([open], 'abandonne').retards).toEqual([]);
  });
});

const CINQ: Study['contrat'] = {
  exigences: [
    {
      id: 'projets',
      ref: 'lot 3',
      texte: 'Cinq projets',
      phase: 'Lot 3',
      livrable: 'fiches-projets',
      regle: 'nombre-projets',
      attendu: 5,
      porteurs: ['public', 'prive'],
    },
  ],
};

describe('the set of projects', () => {
  const cinq = (statut: 'public' | 'prive') =>
    ['a', 'b', 'c', 'd', 'e'].map((id) => projet(id, { porteur: { designation: 'X', statut } }));

  it('says what it lacks: projects, bearers, domains, publics', () => {
    expect(analyserProjets(etude({ contrat: CINQ, projets: [projet('a')] })).manques).toEqual([
      'Quatre projets manquent : cinq sont attendus.',
      'Aucun projet n’a de porteur privé.',
      'Aucun projet ne sert « Air ».',
      'Aucun projet ne touche « Familles ».',
    ]);
    expect(analyserProjets(etude({ contrat: CINQ, projets: cinq('prive') })).manques).toContain(
      'Aucun projet n’a de porteur public.',
    );
    expect(analyserProjets(etude({ projets: [projet('a')] })).manques).toEqual([
      'Aucun projet ne sert « Air ».',
      'Aucun projet ne touche « Familles ».',
    ]);
  });

  it('owes the domains and publics that the contract asks for, and no other', () => {
    const dus = (differents: ('domaines' | 'publics')[]) => {
      const exigences = CINQ.exigences.map((exigence) => ({ ...exigence, attendu: 1, porteurs: [], differents }));
      return analyserProjets(etude({ contrat: { ...CINQ, exigences }, projets: [projet('a')] })).manquesAuContrat;
    };
    expect(dus([])).toEqual([]);
    expect(dus(['publics'])).toEqual(['Aucun projet ne touche « Familles ».']);
  });

  it('lacks nothing when it meets the contract', () => {
    const projets = cinq('public').map((p, i) =>
      i === 0
        ? { ...p, porteur: { designation: 'Y', statut: 'prive' as const }, domaines: ['air'], publics: ['familles'] }
        : p,
    );
    expect(analyserProjets(etude({ contrat: CINQ, projets })).manques).toEqual([]);
  });
});

describe('the evaluation report', () => {
  const study = etude({
    outils: [outil('malle')],
    projets: [
      projet('a', {
        accompagnement: { jours_prevus: 10, jours_realises: 13 },
        outils: [{ outil: 'malle', ajustement: 'Une seconde malle.' }],
        evaluation: { pertinence: note(4), efficience: note(2) },
        temoignages: [{ qualite: 'Élue', texte: 'Bien.' }],
      }),
      projet('b', {
        accompagnement: { jours_prevus: 10 },
        indicateurs: [{ libelle: 'Arbres', unite: 'arbres', cible: 10 }],
        evaluation: { pertinence: note(5), efficience: note(4) },
      }),
    ],
  });
  const found = analyserBilan(study);

  it('keeps each note with its project, and never averages them', () => {
    const pertinence = found.criteres.find(({ id }) => id === 'pertinence');
    expect(pertinence?.notes.map(({ rang, note: n }) => [rang, n])).toEqual([
      [1, 4],
      [2, 5],
    ]);
    expect(found.criteres.find(({ id }) => id === 'effets')?.recoupement).toBe('sans-note');
  });

  it('says what the evidence is worth: a note alone, backed by a saying, or against the measures', () => {
    const worth = (indicateurs: object[], critere?: 'pertinence') =>
      analyserBilan({
        ...study,
        projets: study.projets.map((p, i) =>
          i === 0 && critere ? { ...p, temoignages: [{ qualite: 'Élue', texte: 'Bien.', critere }] } : p,
        ),
        mode_operatoire: { scenario: 'a', parcours: [], indicateurs } as never,
      }).criteres.find(({ id }) => id === 'pertinence')?.recoupement;
    const measure = (valeur: number) => ({
      id: 'm',
      libelle: 'M',
      critere: 'pertinence',
      unite: 'u',
      cible: 10,
      mesures: [{ date: '2019', valeur }],
    });
    expect(worth([])).toBe('note-seule');
    // A saying is no measure: nothing is cross-checked.
    expect(worth([], 'pertinence')).toBe('parole-seule');
    expect(worth([measure(12)])).toBe('recoupe');
    expect(worth([measure(3)])).toBe('divergent');
  });

  it('compares only projects where what happened is known', () => {
    expect(found.ecarts[0]).toMatchObject({ prevu: 10, realise: 13, inconnus: 1 });
    expect(found.ecarts[0]?.ecart).toBeCloseTo(0.3, 10);
  });

  it('finds what crosses a threshold, with its figures, and says which finding no recommendation answers', () => {
    expect(found.constats.map(({ code, texte }) => `${code} ${texte}`)).toEqual([
      expect.stringMatching(/^ecart-jours-agent .*13 jours pour 10 prévus/),
      expect.stringMatching(/^depassement-projets Un projet passe ce qui lui était prévu .*« Projet a » .*13 pour 10/),
      expect.stringMatching(/^projets-inacheves Deux projets/),
      expect.stringMatching(/^objectif-non-mesure .*« Projet a »/),
      expect.stringMatching(/^critere-efficience .*2 pour « Projet a »/),
    ]);
    const answered = analyserBilan({
      ...study,
      evaluation: {
        evaluateur: { designation: 'Bureau' },
        echelle: [],
        recommandations: [{ id: 'r', texte: 'Compter plus.', constats: ['ecart-jours-agent', 'inconnu'] }],
      },
    });
    expect(answered.recommandations[0]?.constats.map(({ code }) => code)).toEqual(['ecart-jours-agent']);
    expect(answered.sansReponse.map(({ code }) => code)).not.toContain('ecart-jours-agent');
    expect(answered.sansReponse).toHaveLength(4);
  });

  it('takes an objective as reached by its measures, or by what was observed, or as unmeasured', () => {
    const { objectifs } = analyserProjet(
      projet('a', {
        objectifs: ['Planter', 'Signer', 'Compter'],
        constats_objectifs: [{ objectif: 2, atteint: 'oui', constat: 'Signé en mai.' }],
        indicateurs: [
          { libelle: 'Arbres', unite: 'arbres', cible: 10, objectif: 1, mesures: [{ date: '2019', valeur: 12 }] },
          { libelle: 'Haies', unite: 'mètres', cible: 100, objectif: 1, mesures: [{ date: '2019', valeur: 50 }] },
          { libelle: 'Oiseaux', unite: 'nids', cible: 5, objectif: 3 },
        ],
      }),
    );
    expect(objectifs.map(({ atteint }) => atteint)).toEqual(['partiel', 'oui', null]);
    // The unit agrees with what is measured, as it is written in the plural.
    const [vendu] = analyserProjet(
      projet('b', {
        objectifs: ['Vendre'],
        indicateurs: [
          { libelle: 'Vendu', unite: 'tonnes', cible: 2, objectif: 1, mesures: [{ date: '2019', valeur: 1.6 }] },
        ],
      }),
    ).objectifs;
    expect(vendu?.preuve).toBe('Vendu : 1,6 tonne, cible 2');
  });

  it('says what was not measured', () => {
    const text = found.manquesMesures.join(' ');
    expect(text).toContain('« Arbres » (Projet b)');
    expect(text).toContain(
      'Critères qu’aucune note ne juge : « cohérence », « efficacité », « effets » et « durabilité ».',
    );
    expect(text).toContain('Jours d’agent : réalisé inconnu pour un projet.');
  });

  it('names a project that passes its own budget, though the whole keeps within its own, and each late step', () => {
    const cost = (id: string, prevu: number, realise: number, rest: Partial<Projet> = {}) =>
      projet(id, { budget: [{ poste: 'P', prevu, realise }], evaluation: { pertinence: note(4) }, ...rest });
    const steps = [
      { etape: 'Signer', debut: '2018-11', fin: '2019-01', fin_reelle: '2019-05' },
      { etape: 'Poser', debut: '2019-03', fin: '2019-06' },
    ];
    const { constats } = analyserBilan(
      etude({ projets: [cost('a', 3600, 4180, { calendrier: steps }), cost('b', 16000, 14900), cost('c', 10, 11)] }),
      '2019-10',
    );
    const told = new Map(constats.map(({ code, texte }) => [code, texte.replace(/[\u202f\u00a0]/g, ' ')]));
    expect(told.has('ecart-budget')).toBe(false);
    expect(told.get('depassement-projets')).toContain(
      '« Projet a » (budget, 4 180 € pour 3 600 € prévus, soit 16 % de plus)',
    );
    expect(told.get('retard-projets')).toBe(
      'Un projet a une étape au moins en retard de plus d’un mois : « Projet a » (signer, 4 mois ; poser, 4 mois en octobre 2019, non finie).',
    );
  });
});
