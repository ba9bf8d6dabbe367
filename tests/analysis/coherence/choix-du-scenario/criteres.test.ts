/** Criteria, posts and payers: each rule where it tells and where it does not, at its limits. */
import { describe, expect, it } from 'vitest';
import {
  critereSansInfluence,
  echelleHorsMesure,
  egaliteDeRang,
  noteHorsEchelle,
  noteSansRaison,
  notesDUnSeul,
  testSansEffet,
} from '../../../../src/analysis/coherence/regles/choix-du-scenario/criteres.js';
import { dureeDifferente, porteurFinanceur } from '../../../../src/analysis/coherence/regles/moyens/moyens.js';
import {
  anneeDeTravail,
  capaciteParLAppui,
  demarrageTropTot,
} from '../../../../src/analysis/coherence/regles/moyens/temps.js';
import type { Criteres } from '../../../../src/study/types.gen.js';
import { critere, etudeAvecScenarios, notees, scenario } from '../../small-scenario.js';
import { etude } from '../../small-study.js';
import { aide, avec, found, modalite, poste, said, told } from '../told.js';

type Note = { evaluateur: string; note: number; commentaire?: string };
const deux = [scenario('a'), scenario('b')];
const avecCriteres = (criteres: Criteres['criteres'], rest: object = {}, scenarios = deux) =>
  etudeAvecScenarios(scenarios, criteres, rest as never);
const note = (notes: Record<string, Note[]>) => ({ mesure: { notes } });
const un = (n: number, evaluateur = 'e', commentaire?: string): Note => ({
  evaluateur,
  note: n,
  ...(commentaire ? { commentaire } : {}),
});

describe('a criterion that weighs', () => {
  it('parts two scenarios at least', () => {
    const of = (notes: Record<string, number>, poids = 30, scenarios = deux) =>
      avecCriteres(notees({ x: notes }, { x: poids }), {}, scenarios);
    expect(told(critereSansInfluence, of({ a: 5, b: 5 }))).toEqual([
      'criteres/criteres/x/poids / criteres/criteres/x/mesure',
    ]);
    expect(said(critereSansInfluence, of({ a: 5, b: 5 }))).toContain(
      'compte pour 30 points, et les 2 scénarios y ont la même mesure (5)',
    );
    for (const fine of [
      of({ a: 5, b: 5.1 }),
      of({ a: 5, b: 5 }, 0),
      of({ a: 5 }, 30, [scenario('a')]),
      of({ a: 5 }),
      etude(),
    ])
      expect(told(critereSansInfluence, fine)).toEqual([]);
    // One that differs is enough, wherever it stands.
    expect(told(critereSansInfluence, of({ a: 5, b: 5, c: 6 }, 30, [...deux, scenario('c')]))).toEqual([]);
  });

  it('is measured within its scale, ends included', () => {
    const of = (a: number, b: number, poids = 1) =>
      avecCriteres([
        critere('x', poids, { echelle: { min: 2, max: 8, unite: 'note' }, ...note({ a: [un(a)], b: [un(b)] }) }),
      ]);
    expect(told(echelleHorsMesure, of(1.9, 8.1))).toEqual(['criteres/criteres/x/echelle / scenarios/a / scenarios/b']);
    expect(told(echelleHorsMesure, of(5, 8.1))).toEqual(['criteres/criteres/x/echelle / scenarios/b']);
    expect(said(echelleHorsMesure, of(5, 8.1))).toContain('« Scénario b » (8,1) en sort.');
    expect(said(echelleHorsMesure, of(1, 9))).toContain('en sortent.');
    // A tenth is told of a great measure where it alone is out of the scale.
    expect(said(echelleHorsMesure, of(5, 533964.8))).toMatch(/\(533.965\) en sort/);
    const large = avecCriteres([
      critere('x', 30, { echelle: { min: 0, max: 2000, unite: 'note' }, ...note({ a: [un(5)], b: [un(2000.3)] }) }),
    ]);
    expect(said(echelleHorsMesure, large)).toMatch(/\(2.000,3\) en sort/);
    for (const fine of [of(2, 8), of(1, 9, 0)]) expect(told(echelleHorsMesure, fine)).toEqual([]);
  });

  it('gives its reasons', () => {
    const of = (...commentaires: (string | undefined)[]) =>
      avecCriteres([critere('x', 1, note({ a: commentaires.map((texte) => un(5, 'e', texte)) }))]);
    const at = ['criteres/criteres/x/mesure/notes / criteres/criteres/x/poids'];
    expect([
      told(noteSansRaison, of('A', undefined)),
      told(noteSansRaison, of(undefined)),
      told(noteSansRaison, of('A')),
    ]).toEqual([at, at, []]);
    expect(said(noteSansRaison, of('A', undefined))).toContain('1 note sur 2 n’a pas de raison écrite');
    expect(said(noteSansRaison, of(undefined))).toContain('aucune de ses notes ne dit sa raison');
    expect(
      told(
        noteSansRaison,
        avecCriteres([
          critere('x', 0, note({ a: [un(5)] })),
          critere('y', 1, { mesure: { indicateur: 'cout_annuel' } }),
        ]),
      ),
    ).toEqual([]);
  });
});

describe('the notes', () => {
  it('are on their scale: that of the notes, else that of the criterion', () => {
    const of = (n: number, rest: object = {}) =>
      avecCriteres(
        [critere('x', 1, { echelle: { min: 0, max: 10, unite: 'note' }, ...note({ a: [un(5), un(n)], z: [un(n)] }) })],
        rest,
      );
    expect(told(noteHorsEchelle, of(11))).toEqual([
      'criteres/criteres/x/mesure/notes/a/2/note / criteres/criteres/x/echelle',
      'criteres/criteres/x/mesure/notes/z/1/note / criteres/criteres/x/echelle',
    ]);
    expect(said(noteHorsEchelle, of(-1))).toBe(
      '« Scénario a » reçoit −1 sur « Critère x » ; les notes vont de 0 à 10.',
    );
    for (const fine of [of(0), of(10)]) expect(told(noteHorsEchelle, fine)).toEqual([]);
    const five = { echelle_notes: { min: 1, max: 5, unite: 'note' } };
    expect(told(noteHorsEchelle, of(6, five))[0]).toBe(
      'criteres/criteres/x/mesure/notes/a/2/note / criteres/echelle_notes',
    );
    expect([told(noteHorsEchelle, of(5, five)), told(noteHorsEchelle, etude())]).toEqual([[], []]);
  });

  it('come from several evaluators where the study has several', () => {
    const evaluateurs = [
      { id: 'e', libelle: 'Élus' },
      { id: 'f', libelle: 'Agents' },
    ];
    const of = (notes: Note[], known: object[] = evaluateurs) =>
      avecCriteres([critere('x', 1, note({ a: notes, b: notes }))], { evaluateurs: known });
    expect(told(notesDUnSeul, of([un(5)]))).toEqual(['criteres/criteres/x/mesure/notes / criteres/evaluateurs']);
    expect(said(notesDUnSeul, of([un(5)]))).toBe(
      '« Critère x » n’est noté que par « Élus » ; l’étude compte 2 évaluateurs.',
    );
    expect(said(notesDUnSeul, of([un(5, 'z')]))).toContain('par « z »');
    for (const fine of [of([un(5), un(6, 'f')]), of([un(5)], evaluateurs.slice(0, 1)), of([]), etude()])
      expect(told(notesDUnSeul, fine)).toEqual([]);
  });
});

describe('the tests and the ranks', () => {
  it('a test that every scenario fails is told, at its threshold', () => {
    const of = (seuil_tresorerie: number, scenarios = deux) =>
      told(testSansEffet, avecCriteres([], { viabilite: { seuil_tresorerie } }, scenarios)).filter((text) =>
        text.includes('tresorerie'),
      );
    expect(of(-1000)).toEqual(['criteres/viabilite/seuil_tresorerie / scenarios/a / scenarios/b']);
    expect([of(-1e6), of(-1000, [scenario('a')])]).toEqual([[], []]);
    const held = scenario('b', {
      financements: [
        { ...aide, delai_versement_mois: 0, montant: 1e6, taux: undefined, plafond: undefined, acompte: 1 } as never,
      ],
    });
    expect(of(-1000, [scenario('a'), held])).toEqual([]);
    expect(told(testSansEffet, { ...avecCriteres([]), criteres: null })).toEqual([]);
  });

  it('of functions that nobody holds, where they are said not to apply is told first', () => {
    const empty = [scenario('a', { roles: [] }), scenario('b', { roles: [] })];
    const issue = found(testSansEffet, avecCriteres([], {}, empty)).find(({ message }) =>
      message.includes('Fonctions'),
    );
    expect(issue?.issue).toMatch(/dites quelles fonctions valent dans chaque domaine, ou retirez le test/);
    expect(issue?.saisie).toMatch(/^Les fonctions qui valent dans un domaine s’écrivent dans ses « fonctions »/);
  });

  it('scenarios that tie for the first place are told, all of them', () => {
    const of = (notes: Record<string, number>) =>
      told(egaliteDeRang, avecCriteres(notees({ x: notes }, { x: 1 }), {}, [...deux, scenario('c')]));
    expect([of({ a: 5, b: 5, c: 5 }), of({ a: 1, b: 5, c: 5 }), of({ a: 5, b: 4, c: 4 })]).toEqual([
      ['scenarios/a / scenarios/b / scenarios/c'],
      ['scenarios/b / scenarios/c'],
      [],
    ]);
    expect(told(egaliteDeRang, etude())).toEqual([]);
  });
});

describe('time and means', () => {
  it('a scenario lasts what the assumptions say', () => {
    const of = (duree_annees: number | undefined, study: object = {}) =>
      told(dureeDifferente, avec({ duree_annees }, study));
    expect([of(3), of(2), of(undefined), of(3, { criteres: null })]).toEqual([
      ['scenarios/a/duree_annees / criteres/hypotheses/duree_annees'],
      [],
      [],
      [],
    ]);
  });

  it('the bearer pays itself out of its own funds', () => {
    const of = (rest: object) => told(porteurFinanceur, avec({ financements: [{ ...aide, ...rest }] }));
    const at = ['scenarios/a/financements/aide/nature / scenarios/a/porteur'];
    expect([of({ financeur: 'cdc' }), of({ financeur: 'cdc', nature: 'participation' })]).toEqual([at, at]);
    expect(
      said(porteurFinanceur, avec({ financements: [{ ...aide, financeur: 'cdc', nature: 'participation' }] })),
    ).toContain('comme une participation');
    expect([
      of({}),
      of({ financeur: 'cdc', nature: 'autofinancement' }),
      of({ financeur: 'cdc', nature: 'recette' }),
    ]).toEqual([[], [], []]);
  });

  it('the hours of the year are those of their reference', () => {
    const of = (valeur: number | undefined, rest: object = {}) =>
      told(anneeDeTravail, {
        ...etude(),
        references: [
          { id: 'autre', titre: 'A', regle: 'R', theme: 'x', valeur: 1 },
          { id: 'm', titre: 'M', regle: 'R', theme: 'x', ...(valeur === undefined ? {} : { valeur }) },
        ],
        criteres: { hypotheses: { heures_par_etp: 1607, reference_heures: 'm', ...rest } },
      });
    expect([
      of(1600),
      of(1607),
      of(undefined),
      of(1600, { reference_heures: 'x' }),
      of(1600, { heures_par_etp: undefined }),
    ]).toEqual([
      ['criteres/hypotheses/heures_par_etp / references/m'],
      [],
      ['criteres/hypotheses/reference_heures / references/m'],
      [],
      [],
    ]);
    // A year has 262 days that are no Saturday or Sunday.
    expect([of(1607, { heures_par_etp: 1834 }), of(1607, { heures_par_etp: 1835 })].map((one) => one.at(-1))).toEqual([
      'criteres/hypotheses/heures_par_etp / references/m',
      'criteres/hypotheses/heures_par_jour / criteres/hypotheses/heures_par_etp',
    ]);
    // Seven hours a day unless the study says otherwise: 229,57 days.
    expect([
      of(1607, { jours_par_etp: 229 }),
      of(1607, { jours_par_etp: 206 }),
      of(1607, { jours_par_etp: 206, heures_par_jour: 7.8 }),
    ]).toEqual([[], ['criteres/hypotheses/jours_par_etp / criteres/hypotheses/heures_par_etp'], []]);
    expect(of(1607, { jours_par_etp: 206, heures_par_jour: 7 })).toEqual([
      'criteres/hypotheses/jours_par_etp / criteres/hypotheses/heures_par_jour',
    ]);
  });

  it('a team that holds only with the days of its support is told', () => {
    // Half a post serves 50 days, half a post of support 50 more.
    const of = (jours: number, own: object = { appui: true }) =>
      avec({
        moyens: { humains: [poste, { ...poste, id: 'appui', profil: 'Secrétaire', ...own }] },
        modalites: [{ ...modalite, volume_annuel: jours, jours_par_unite: 1, part_partenaires: 0 }],
      });
    const at = ['scenarios/a/moyens/humains/appui / scenarios/a/modalites'];
    expect([50, 50.5, 51, 100, 100.5].map((n) => told(capaciteParLAppui, of(n)))).toEqual([[], [], at, at, at]);
    expect(told(capaciteParLAppui, of(101))).toEqual([]);
    expect(said(capaciteParLAppui, of(80))).toBe(
      '« Scénario a » demande 80 jours à l’équipe du porteur ; sans « secrétaire » (50 jours), elle en a 50.',
    );
    for (const fine of [{}, { appui: false }, { appui: true, porteur: 'mare' }, { appui: true, etp: 0 }])
      expect(told(capaciteParLAppui, of(51, fine))).toEqual([]);
  });

  it('a start is not compared with what is not known to the month', () => {
    const of = (choice: string | undefined, demarrage: string | undefined, delai: number | undefined = 6) => {
      const study = avec({ demarrage, delai_mise_en_place_mois: delai });
      return told(demarrageTropTot, {
        ...study,
        etude: {
          ...study.etude,
          livrables: [
            { id: 'autre', titre: 'A', date: '2030-01' },
            ...(choice ? [{ id: 'scenarios', titre: 'S', date: choice }] : []),
          ],
        },
      });
    };
    const at = ['scenarios/a/demarrage / scenarios/a/delai_mise_en_place_mois'];
    expect([
      of('2018-06', '2018-11'),
      of('2018-06', '2018-12'),
      of('2018', '2018-11'),
      of('2018-06', '2018'),
      of('2018-06', undefined),
      of(undefined, '2018-11'),
    ]).toEqual([at, [], [], [], [], []]);
  });
});
