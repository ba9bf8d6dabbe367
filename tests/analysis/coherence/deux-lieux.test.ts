/** The limits of rules that compare two places of the study: what they leave to a choice, and what they tell. */
import { describe, expect, it } from 'vitest';
import { contradictionsDe } from '../../../src/analysis/coherence/index.js';
import { titreDeLaRecommandation } from '../../../src/analysis/coherence/recommandations.js';
import {
  horsDeLaFiche,
  joursAuDelaDeSonPoste,
} from '../../../src/analysis/coherence/regles/acteurs/fiches-des-acteurs.js';
import {
  constatAVenir,
  livrableHorsPhase,
} from '../../../src/analysis/coherence/regles/calendrier/dates-des-constats.js';
import {
  communeEtDepartement,
  densiteContredite,
  effectifContredit,
  totauxContraires,
} from '../../../src/analysis/coherence/regles/chiffres/chiffres-du-territoire.js';
import { reunionsDuComite } from '../../../src/analysis/coherence/regles/decisions/comite-du-dispositif.js';
import {
  lieuDeLAction,
  outilACreer,
  outilHorsBudget,
  reponseSansAppui,
} from '../../../src/analysis/coherence/regles/diagnostic/actions-et-outils.js';
import { acquisImprobable, aideInegale } from '../../../src/analysis/coherence/regles/financement/financeurs.js';
import { cibleHorsDePortee } from '../../../src/analysis/coherence/regles/mode-operatoire/cibles.js';
import {
  conditionBloquante,
  conditionContredite,
  conditionDeTacheFinie,
} from '../../../src/analysis/coherence/regles/mode-operatoire/conditions.js';
import { engagementAvantAide } from '../../../src/analysis/coherence/regles/mode-operatoire/planning.js';
import {
  choixADeuxDates,
  conditionApresCoup,
  pieceApresDepot,
} from '../../../src/analysis/coherence/regles/mode-operatoire/preparation.js';
import { prioritaireNonServi } from '../../../src/analysis/coherence/regles/moyens/lignes.js';
import { categorieDifferente, quotiteEcrite } from '../../../src/analysis/coherence/regles/moyens/postes.js';
import type { Study } from '../../../src/study/study.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { etude } from '../small-study.js';
import { aide, avec, count, duMode, found, modalite, mode, poste, reunion, said, tache, told } from './told.js';

const territoire = (rest: object) => ({ ...etude(), territoire: { ...etude().territoire, ...rest } });
const chiffre = (id: string, valeur: number, rest: object = {}) => ({ id, libelle: id, valeur, ...rest });
const total = (id: string, valeur: number) =>
  chiffre(id, valeur, { perimetre: 'tout', mesure: 'population', unite: 'habitants', date: id });

describe('figures of the territory', () => {
  it('differ by a quarter from one census to another; beyond, one is of another place', () => {
    expect(count(totauxContraires, territoire({ chiffres_cles: [total('2013', 1000), total('2019', 1250)] }))).toBe(0);
    expect(count(totauxContraires, territoire({ chiffres_cles: [total('2013', 1000), total('2019', 1251)] }))).toBe(1);
    const elsewhere = { ...total('2019', 10_000), perimetre: 'autre' };
    expect(count(totauxContraires, territoire({ chiffres_cles: [total('2013', 1000), elsewhere] }))).toBe(0);
  });

  it('make a density when one pair of them does, of the same perimeter', () => {
    const du = (mesure: string) => ({ perimetre: 'tout', mesure });
    const density = chiffre('d', 50, { unite: 'hab./km²', ...du('densite') });
    const people = [chiffre('vieux', 4000, du('population')), chiffre('tous', 5000, du('population'))];
    const area = chiffre('s', 10_000, { unite: 'ha', ...du('superficie_km2') });
    const study = (...list: object[]) => territoire({ perimetres: [], chiffres_cles: list });
    expect(count(densiteContredite, study(density, ...people, area))).toBe(0);
    expect(count(densiteContredite, study(density, ...people, { ...area, valeur: 100_000 }))).toBe(1);
    expect(count(densiteContredite, study(density, ...people, { ...area, valeur: 100_000, perimetre: 'autre' }))).toBe(
      0,
    );
  });

  it('name the department of a commune by its code, overseas and Corsica too', () => {
    const communes = (code: string, departement: string) =>
      territoire({ communes: [{ code, nom: 'X', departement }], perimetres: [] });
    for (const [code, departement] of [
      ['97411', '974'],
      ['2A004', '2A'],
      ['01004', '01'],
    ] as const)
      expect(count(communeEtDepartement, communes(code, departement))).toBe(0);
    expect(count(communeEtDepartement, communes('2B033', '2A'))).toBe(1);
  });
});

describe('inventories', () => {
  const action = (rest: object) => ({
    ...etude(),
    actions: [{ id: 'a', titre: 'A', domaines: [], publics: [], ...rest }],
  });

  it('call local an action of a few communes, however small the territory', () => {
    const all = etude().territoire.communes.map(({ code }) => code);
    expect(count(lieuDeLAction, action({ echelle: 'locale', communes: all.slice(0, 5) }))).toBe(0);
    expect(count(lieuDeLAction, action({ hors_territoire: true, communes: [] }))).toBe(0);
    expect(count(lieuDeLAction, action({ hors_territoire: true, communes: all.slice(0, 1) }))).toBe(1);
  });

  it('know a tool that an experience of the territory itself uses, named on either side', () => {
    const outil = { id: 'o', nom: 'O', domaines: [], disponibilite: 'a-creer' };
    const x = {
      id: 'x',
      nom: 'X',
      retenue: false,
      reference_interne: true,
      territoire: { nom: 'T' },
      publics: [],
      domaines: [],
    };
    const told = (one: object, user: object) => count(outilACreer, { ...etude(), outils: [one], experiences: [user] });
    expect(told(outil, x)).toBe(0);
    expect(told(outil, { ...x, outils: ['o'] })).toBe(1);
    expect(told({ ...outil, experiences: ['x'] }, x)).toBe(1);
    expect(told({ ...outil, experiences: ['x'] }, { ...x, reference_interne: false })).toBe(0);
  });

  it('answer a need by an action of its public and domain, or by a tool that exists', () => {
    const need = {
      id: 'b',
      libelle: 'B',
      public: 'p',
      domaines: ['d'],
      fonctions: [],
      reponse_actuelle: 'satisfaisante',
    };
    const study = (rest: object) => ({ ...etude(), besoins: [need], actions: [], outils: [], ...rest });
    const held = (rest: object) => ({ id: 'a', titre: 'A', publics: ['p'], domaines: ['d'], ...rest });
    expect(count(reponseSansAppui, study({}))).toBe(0);
    expect(count(reponseSansAppui, study({ actions: [held({})] }))).toBe(0);
    expect(count(reponseSansAppui, study({ actions: [held({ publics: [] })] }))).toBe(0);
    expect(count(reponseSansAppui, study({ actions: [held({ statut: 'en-projet' })] }))).toBe(1);
    expect(count(reponseSansAppui, study({ actions: [held({ domaines: ['autre'] })] }))).toBe(1);
    expect(count(reponseSansAppui, study({ outils: [held({ nom: 'O', disponibilite: 'existant' })] }))).toBe(0);
    expect(count(reponseSansAppui, study({ outils: [held({ nom: 'O', disponibilite: 'a-creer' })] }))).toBe(1);
  });
});

describe('a scenario', () => {
  it('serves all when one of its modalities names none', () => {
    const own = { publics_prioritaires: ['p', 'q'] };
    expect(count(prioritaireNonServi, avec({ ...own, modalites: [{ ...modalite, publics: ['p'] }] }))).toBe(1);
    expect(count(prioritaireNonServi, avec({ ...own, modalites: [{ ...modalite, publics: ['p'] }, modalite] }))).toBe(
      0,
    );
  });

  it('holds for sure what is had at nine tenths', () => {
    const told = (rest: object) =>
      count(acquisImprobable, avec({ financements: [{ ...aide, statut: 'acquis', ...rest }] }));
    expect(told({ probabilite: 0.9 })).toBe(0);
    expect(told({ probabilite: 0.89 })).toBe(1);
    expect(told({ probabilite: 0.5, statut: 'sollicite' })).toBe(0);
  });

  it('counts an aid as others do when both cite its rule, and has not two of them', () => {
    const one = { ...aide, nature: 'subvention', reference: 'r', taux: 0.5 };
    const study = (a: object[], b: object[]) =>
      etudeAvecScenarios([scenario('a', { financements: a } as never), scenario('b', { financements: b } as never)]);
    expect(count(aideInegale, study([one], [one]))).toBe(0);
    expect(count(aideInegale, study([one], [{ ...one, taux: 0.4 }]))).toBe(1);
    expect(count(aideInegale, study([one], [{ ...one, taux: 0.4, reference: undefined }]))).toBe(0);
    expect(count(aideInegale, study([one, { ...one, id: 'second', taux: 0.2 }], [{ ...one, taux: 0.4 }]))).toBe(0);
  });
});

describe('a post', () => {
  it('is of the category that a text names, if it names one', () => {
    const told = (titre: string, categorie = 'A') =>
      count(
        categorieDifferente,
        avec(
          { moyens: { humains: [{ ...poste, categorie, reference: 'r' }] } },
          { references: [{ id: 'r', theme: 'moyens', titre }] },
        ),
      );
    expect(told('Coût d’un chargé de mission')).toBe(0);
    expect(told('Coût, catégories A et B', 'B')).toBe(0);
    expect(told('Coût, catégorie C')).toBe(1);
    expect(told('Coût, catégorie C', 'benevole')).toBe(0);
  });

  it('is created at the quota of one post, or of all', () => {
    const told = (article: string) =>
      said(
        quotiteEcrite,
        duMode(
          { deliberation: { organe: 'O', objet: 'O', articles: [article] } },
          {
            moyens: {
              humains: [
                { ...poste, etp: 0.5 },
                { ...poste, id: 'q', etp: 0.3 },
              ],
            },
          },
        ),
      );
    expect(told('Un emploi est créé, à 50 %.')).toBe('');
    expect(told('Deux emplois sont créés à 80 %.')).toBe('');
    expect(told('L’aide paie l’emploi à 64 %.')).toBe('');
    expect(told('Un emploi de direction est créé, à 100 %.')).toBe('');
    expect(told('Un emploi d’animateur est créé, à 100 %.')).toMatch(/crée un emploi à 100 %/);
  });

  it('of more than one full time is voted whole', () => {
    const told = (quotite: number) =>
      said(
        quotiteEcrite,
        duMode(
          { deliberation: { organe: 'O', objet: 'O', articles: ['A'], emplois: [{ poste: poste.id, quotite }] } },
          { moyens: { humains: [{ ...poste, etp: 1.5 }] } },
        ),
      );
    expect(told(1.5)).toBe('');
    expect(told(1)).toMatch(/crée un emploi à 100 %/);
  });
});

describe('a condition', () => {
  it('is met when the task that fulfils it has ended, or another task is named', () => {
    const told = (condition: object, task: object, conventions: object[] = []) =>
      count(
        conditionDeTacheFinie,
        mode({
          conventions,
          conditions: { techniques: [{ libelle: 'C', tache: 't', ...condition }], juridiques: [], financieres: [] },
          taches: [tache('t', '2024-03-01', '2024-03-15', task)],
        }),
      );
    const ended = { fin_reelle: '2024-03-20' };
    expect(
      [
        [{ etat: 'en-cours' }, ended],
        [{ etat: 'a-engager' }, { avancement: 1 }],
        [{ etat: 'en-cours' }, { avancement: 0.9 }],
        [{ etat: 'remplie' }, ended],
        [{ etat: 'en-cours', remplie_le: '2024-03-20' }, ended],
        [{ etat: 'bloquante' }, ended],
        [{ etat: 'en-cours', tache: 'autre' }, ended],
      ].map(([condition, task]) => told(condition ?? {}, task ?? {})),
    ).toEqual([1, 1, 0, 0, 0, 0, 0]);
    // One that its task should have signed, and that is not, leaves it open.
    const convention = { partenaire: 'x', objet: 'O', tache: 't' };
    expect(told({ etat: 'en-cours' }, ended, [convention])).toBe(0);
    expect(told({ etat: 'en-cours' }, ended, [{ ...convention, signee_le: '2024-03-19' }])).toBe(1);
  });
});

describe('what prepares', () => {
  const taches = [
    tache('demande', '2024-03-01', '2024-03-15', { porte: 'aide' }),
    tache('achat', '2024-04-01', '2024-04-30', { apres: ['demande'], engage: true, avancement: 0.5 }),
  ];

  it('is due by the day on which what waits for it begins, to the precision that is given', () => {
    const told = (echeance: string, rest: object = { tache: 'demande' }) =>
      count(
        conditionApresCoup,
        mode({
          taches: taches.map(({ porte: _, ...one }: { porte?: string; id: string }) => one),
          conditions: { techniques: [{ libelle: 'C', etat: 'a-engager', echeance, ...rest }] },
        }),
      );
    expect(told('2024-04-01')).toBe(0);
    expect(told('2024-04')).toBe(0);
    expect(told('2024-04-02')).toBe(1);
    expect(told('2024-04-02', {})).toBe(0);
    expect(told('2024-12', { tache: 'achat' })).toBe(0);
  });

  it('joins its papers by the end of the deposit', () => {
    const told = (id: string) => count(pieceApresDepot, mode({ taches, dossier_aide: [{ piece: 'P', tache: id }] }));
    expect([told('demande'), told('achat')]).toEqual([0, 1]);
  });

  it('asks for an aid before what it pays has begun, as things went', () => {
    const told = (real: object, own: object = {}) =>
      count(
        engagementAvantAide,
        mode({
          taches: [
            { ...taches[0], ...real },
            { ...taches[1], ...own },
          ],
        }),
      );
    expect(told({ fin_reelle: '2024-04-01' })).toBe(0);
    expect(told({ fin_reelle: '2024-04-02' })).toBe(1);
    expect(told({ fin_reelle: '2024-04-02' }, { debut_reel: '2024-04-03' })).toBe(0);
    // What has not begun has engaged nothing.
    expect(told({ fin_reelle: '2024-04-02' }, { avancement: 0 })).toBe(0);
  });

  it('chooses on the day on which one project at least is retained', () => {
    const study = (...days: string[]) => ({
      ...mode({ experimentation: { debut: '2024-01', fin: '2024-12', choix_le: '2024-02-10' } }),
      projets: days.map((retenu_le, i) => ({ id: `p${i}`, titre: 'P', retenu_le })),
    });
    expect(count(choixADeuxDates, study('2024-02-10', '2024-06-01'))).toBe(0);
    expect(count(choixADeuxDates, study('2024-02'))).toBe(0);
    expect(count(choixADeuxDates, study('2024-06-01', '2024-06-02'))).toBe(1);
    expect(count(choixADeuxDates, study())).toBe(0);
  });
});

describe('the committee', () => {
  const study = (reunions_an: number, held: string[], fin = '2024-06', comite = true) => ({
    ...mode({
      experimentation: { debut: '2023-07', fin },
      instances: [
        { nom: 'Comité technique', reunions_an: 40 },
        { nom: 'Comité de pilotage', comite, reunions_an },
      ],
    }),
    etude: { ...etude().etude, date: '2025-01-01', comite: undefined },
    reunions: held.map((date, i) => reunion(`r${i}`, date)),
  });

  it('may meet up to twice as often as its journal says, once the experimentation is over', () => {
    expect(count(reunionsDuComite, study(4, ['2023-09-01', '2024-02-01']))).toBe(0);
    expect(told(reunionsDuComite, study(5, ['2023-09-01', '2024-02-01']))).toEqual([
      'mode_operatoire/instances/2/reunions_an / reunions/r0/date / reunions/r1/date',
    ]);
    // A body of the same name that is not the one of the study has its own journal.
    expect(count(reunionsDuComite, study(25, ['2023-09-01'], '2024-06', false))).toBe(0);
    expect(count(reunionsDuComite, study(25, ['2022-09-01']))).toBe(0);
    expect(count(reunionsDuComite, study(25, ['2023-09-01'], '2025-06'))).toBe(0);
  });
});

describe('a document', () => {
  it('is of the phase that makes it, when the calendar has the one that it names', () => {
    const told = (phase: string, calendar: string) =>
      count(livrableHorsPhase, {
        ...etude(),
        etude: {
          ...etude().etude,
          livrables: [{ id: 'l', titre: 'L', phase }],
          calendrier: [
            { phase: calendar, debut: '2024', livrables: ['l'] },
            { phase: 'Phase 3, dispositif', debut: '2024' },
          ],
        },
      });
    expect(told('Tranche ferme, phase 2', 'Phase 2, scénarios')).toBe(0);
    expect(told('Tranche ferme', 'Phase 2, scénarios')).toBe(0);
    expect(told('Tranche ferme, phase 3', 'Phase 2, scénarios')).toBe(1);
    expect(told('Lot A', 'lot a')).toBe(0);
    expect(told('Phase 4', 'Phase 2, scénarios')).toBe(0);
  });
});

describe('a sentence', () => {
  it('names a scenario by its short title, unless two share it', () => {
    const study = (court: string) =>
      etudeAvecScenarios([
        scenario('a', {
          titre: 'Un très long titre',
          titre_court: 'Court',
          financements: [{ ...aide, statut: 'acquis', probabilite: 0.1 }],
        } as never),
        scenario('b', { titre: 'Un autre', titre_court: court } as never),
      ]);
    const told = (court: string) => contradictionsDe(study(court) as Study, [acquisImprobable])[0]?.message;
    expect(told('Autre')).toContain('« Court »');
    expect(told('Court')).toContain('« Un très long titre »');
  });

  it('tells a tool that the scenario does not buy only where it is not there yet', () => {
    const told = (disponibilite: string) =>
      count(
        outilHorsBudget,
        duMode(
          { parcours: [{ id: 'e', etape: 'E', description: 'D', responsable: 'cdc', outils: ['o'] }] },
          { outils: [] },
          { outils: [{ id: 'o', nom: 'O', domaines: [], disponibilite }] },
        ),
      );
    expect(['existant', 'a-adapter', 'a-creer'].map(told)).toEqual([0, 1, 1]);
  });
});

describe('what the study can count', () => {
  it('bounds the target of what it counts, not of the rest', () => {
    const told = (rest: object, study: object = {}) =>
      count(cibleHorsDePortee, {
        ...mode({ indicateurs: [{ id: 'i', libelle: 'I', unite: 'u', cible: 50, ...rest }], conventions: [] }),
        ...study,
      });
    expect(told({ calcul: 'publics-servis' })).toBe(1);
    expect(told({ calcul: 'publics-servis', sens: 'min' })).toBe(0);
    expect(told({})).toBe(0);
    // No register of conventions, no project: nothing to compare.
    expect(told({ calcul: 'conventions-signees' })).toBe(0);
    expect(told({ calcul: 'projets-termines' })).toBe(0);
  });
});

describe('a condition', () => {
  const blocked = (debut: string, rest: object = {}) =>
    count(conditionBloquante, {
      ...mode({
        experimentation: { debut, fin: '2030' },
        conditions: { techniques: [{ libelle: 'C', etat: 'bloquante', ...rest }] },
      }),
      etude: { ...etude().etude, date: '2024-06-15' },
    });

  it('blocks what has not begun, and what was met since blocks nothing', () => {
    expect(blocked('2024-07-01')).toBe(0);
    expect(blocked('2024-06')).toBe(0);
    expect(blocked('2024-05-01')).toBe(1);
    expect(blocked('2024-05-01', { remplie_le: '2024-04-30' })).toBe(0);
  });

  it('is met in the plan by one of those that cite its rule', () => {
    const told = (...later: object[]) =>
      count(
        conditionContredite,
        duMode(
          { conditions: { juridiques: later } },
          { conditions_juridiques: [{ libelle: 'Statuts', reference: 'r', etat: 'remplie' }] },
        ),
      );
    const open = { libelle: 'Statuts', reference: 'r', etat: 'a-engager' };
    expect(told(open)).toBe(1);
    expect(told(open, { ...open, remplie_le: '2024-01-01' })).toBe(0);
    expect(told({ ...open, reference: 'autre' })).toBe(0);
  });
});

describe('the sheet of an actor', () => {
  it('that tells no function is not compared', () => {
    const study = avec({ roles: [{ fonction: 'preter', acteurs: ['x'] }], partenaires: [] });
    const told = (fonctions: string[]) =>
      count(horsDeLaFiche, {
        ...study,
        acteurs: [{ id: 'x', nom: 'X', type: 'association', domaines: [], fonctions, publics: [] }],
      });
    expect(told([])).toBe(0);
    expect(told(['preter'])).toBe(0);
    expect(told(['reparer'])).toBe(1);
  });

  it('gives, of a post, the days that the post has', () => {
    const told = (jours_an: number) =>
      count(
        joursAuDelaDeSonPoste,
        avec({
          moyens: { humains: [{ ...poste, id: 'p', etp: 0.1 }] },
          partenaires: [{ acteur: 'x', role: 'relais', poste: 'p', jours_an }],
        }),
      );
    expect(told(10)).toBe(0);
    expect(told(100)).toBe(1);
  });
});

describe('dates to come', () => {
  it('are told one by one up to twenty, and as one fault beyond', () => {
    const study = (n: number) => ({
      ...etude(),
      etude: { ...etude().etude, date: '2020-01-01' },
      acteurs: Array.from({ length: n }, (_, i) => ({
        id: `a${i}`,
        nom: `A${i}`,
        engagement_date: `2021-01-${10 + (i % 20)}`,
      })),
      participation: [],
      reunions: [],
      projets: [],
    });
    expect(count(constatAVenir, study(20))).toBe(20);
    const [one, ...others] = found(constatAVenir, study(21));
    expect(others).toEqual([]);
    expect([one?.chemin, one?.contre.length]).toEqual(['etude/date', 20]);
    expect(one?.message.replace(/\s/g, ' ')).toMatch(
      /^21 constats sont datés d’après l’étude.* : le premier, l’engagement de « A0 »/,
    );
  });
});

describe('the size of a public', () => {
  it('bounds what is sent to it alone', () => {
    const told = (participants: object, envoyes: number) =>
      count(effectifContredit, {
        ...territoire({ communes: [], chiffres_cles: [] }),
        etude: { ...etude().etude, publics: [{ id: 'p', libelle: 'P', effectif: 100, effectif_compte: 'passage' }] },
        participation: [{ id: 'e', type: 'enquete', date: '2020', participants, envoyes }],
      });
    expect(told({ p: 50 }, 100)).toBe(0);
    expect(told({ p: 50 }, 101)).toBe(1);
    expect(told({ p: 50, q: 1 }, 101)).toBe(0);
    expect(told({ p: 101 }, 100)).toBe(1);
  });
});

describe('a recommendation', () => {
  it('is named by the beginning of its text, without its full stop', () => {
    expect(titreDeLaRecommandation('Compter mieux.')).toBe('Compter mieux');
    const long = titreDeLaRecommandation(`${'Compter mieux les jours de chacun, '.repeat(10)}toujours.`);
    expect(long).toMatch(/^Compter mieux .*…$/);
    expect(long.length).toBeLessThanOrEqual(120);
  });
});
