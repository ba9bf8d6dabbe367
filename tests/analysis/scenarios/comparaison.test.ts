/** The comparison as cells equals that of the engine, for each form that a value may take; and how a criterion measures. */
import { describe, expect, it } from 'vitest';
import { nouveauModele } from '../../../src/analysis/formules/modele.js';
import {
  clesComparaison,
  criteresRetenus,
  evaluateursDe,
  modeleNotes,
  poserComparaison,
} from '../../../src/analysis/scenarios/comparaison/modele.js';
import { analyserScenarios } from '../../../src/analysis/scenarios/index.js';
import {
  empechement,
  fonctionDeValeur,
  mesurer,
  preferenceDe,
} from '../../../src/analysis/scenarios/indicateurs/mesures.js';
import type { Criteres } from '../../../src/study/types.gen.js';
import { critere, etudeAvecScenarios, notees, scenario } from '../small-scenario.js';
import { etude } from '../small-study.js';

const k = clesComparaison;
const trois = [scenario('a'), scenario('b'), scenario('c')];

/** The study, its evaluation, and the same as cells. */
function enCellules(criteres: Criteres['criteres'], rest: Partial<Criteres> = {}, scenarios = trois) {
  const study = etudeAvecScenarios(scenarios, criteres, rest);
  const { evaluation, scenarios: evalues, ponderation } = analyserScenarios(study, { tirages: 10 });
  if (!evaluation) throw new Error('an evaluation expected');
  const m = modeleNotes(study, evalues, ({ chiffrage }) => `« ${chiffrage.scenario.titre} »`);
  poserComparaison(m, study, evalues, evaluation, ponderation?.methode ?? 'direct');
  return { study, evaluation, m, ids: evalues.map(({ chiffrage }) => chiffrage.scenario.id) };
}
const note = (notes: Record<string, number>): Criteres['criteres'][number]['mesure'] => ({
  notes: Object.fromEntries(Object.entries(notes).map(([id, n]) => [id, [{ evaluateur: 'e', note: n }]])),
});

describe('the comparison in cells', () => {
  const points = {
    type: 'points',
    points: [
      [2, 0.1],
      [4, 0.6],
      [8, 0.9],
    ],
  } as const;
  // [form, value of a note by hand]
  it.each([
    ['linear', {}, { 0: 0, 5: 0.5, 10: 1 }],
    ['linear, the least being best', { sens: 'min' }, { 0: 1, 2: 0.8, 10: 0 }],
    ['linear, beyond its ends', { echelle: { min: 4, max: 6, unite: 'note' } }, { 3: 0, 5: 0.5, 9: 1 }],
    ['by points', { valeur: points }, { 2: 0.1, 3: 0.35, 4: 0.6 }],
    ['by points, beyond', { valeur: points }, { 1: 0.1, 6: 0.75, 9: 0.9 }],
    ['by table', { valeur: { type: 'table', table: { 1: 0.2, 5: 0.7, 9: 1 } } }, { 1: 0.2, 5: 0.7, 9: 1 }],
    [
      'exponential',
      { valeur: { type: 'exponentielle', courbure: 2 } },
      { 0: 0, 5: (1 - Math.exp(-1)) / (1 - Math.exp(-2)), 10: 1 },
    ],
    ['exponential without curve', { valeur: { type: 'exponentielle', courbure: 0 } }, { 0: 0, 5: 0.5, 10: 1 }],
    [
      'exponential of the usual curve',
      { valeur: { type: 'exponentielle' } },
      { 0: 0, 5: (1 - Math.exp(-0.5)) / (1 - Math.exp(-1)), 10: 1 },
    ],
  ])('%s', (_, form, values) => {
    const rows = Object.entries(values).map(([n, v]) => [Number(n), v] as const);
    const notes = Object.fromEntries(rows.map(([n], i) => [['a', 'b', 'c'][i], n])) as Record<string, number>;
    const { evaluation, m, ids } = enCellules([
      critere('x', 30, { ...(form as object), mesure: note(notes) }),
      critere('y', 10, { mesure: note({ a: 1, b: 2, c: 3 }) }),
    ]);
    for (const [i, id] of ids.entries()) {
      const expected = rows[i]?.[1] ?? Number.NaN;
      expect(m.nombre(k.valeur('x', id)), id).toBeCloseTo(expected, 9);
      expect(m.nombre(k.points('x', id)), id).toBeCloseTo(75 * expected, 9);
      expect(evaluation.contributions[i]?.[0], id).toBeCloseTo(75 * expected, 9);
      expect(m.nombre(k.score(id))).toBeCloseTo(evaluation.scores[i] ?? Number.NaN, 9);
      expect(m.nombre(k.rang(id))).toBe(evaluation.ranks[i]);
    }
    expect([m.nombre(k.critere('part', 'x')), m.nombre(k.critere('poids', 'x'))]).toEqual([0.75, 30]);
  });

  it('shares nought alike, and takes the weights that a method works out', () => {
    const none = enCellules(notees({ x: { a: 9, b: 1, c: 2 }, y: { a: 1, b: 9, c: 2 } }, { x: 0, y: 0 }));
    expect(none.m.nombre(k.critere('part', 'x'))).toBe(0.5);
    expect(none.m.nombre(k.score('a'))).toBeCloseTo(50, 9);
    const swing = enCellules(
      [
        critere('x', 1, { swing: 100, mesure: note({ a: 9, b: 1, c: 2 }) }),
        critere('y', 9, { swing: 25, mesure: note({ a: 1, b: 9, c: 2 }) }),
      ] as never,
      { methode_poids: 'swing' },
    );
    expect(swing.m.nombre(k.critere('poids', 'x'))).toBeCloseTo(80, 9);
    expect(swing.m.nombre(k.critere('part', 'y'))).toBeCloseTo(0.2, 9);
  });

  it('names the first two, says when nothing parts them, and when there is nothing to compare', () => {
    const said = (notes: Record<string, number>, scenarios = trois, ecart = 5) =>
      enCellules(
        [critere('x', 1, { mesure: note(notes) })],
        { viabilite: { seuil_ecart: ecart } } as never,
        scenarios,
      ).m.valeur(k.conclusion);
    expect(said({ a: 2, b: 9, c: 5 })).toBe('« Scénario b » vient en premier, devant « Scénario c ».');
    // Five points at five are enough; less is not.
    expect(said({ a: 5, b: 5.5, c: 1 })).toBe('« Scénario b » vient en premier, devant « Scénario a ».');
    expect(said({ a: 5, b: 5.49, c: 1 })).toBe('Rien ne départage les deux premiers.');
    expect(said({ a: 9, b: 9, c: 1 })).toBe('Rien ne départage les deux premiers.');
    expect(said({ a: 9 }, [scenario('a')])).toBe('Un seul scénario : il n’y a rien à comparer.');
  });

  it('gives those that tie one rank, and the next the place that is left', () => {
    const { m, evaluation } = enCellules([critere('x', 1, { mesure: note({ a: 7, b: 7, c: 1 }) })]);
    expect(['a', 'b', 'c'].map((id) => m.nombre(k.rang(id)))).toEqual([1, 1, 3]);
    expect(evaluation.ranks).toEqual([1, 1, 3]);
  });

  it('has a cell for each evaluator of the study, then for those that a note alone names', () => {
    const criteres = [
      critere('x', 1, {
        mesure: {
          notes: {
            a: [
              { evaluateur: 'f', note: 4 },
              { evaluateur: 'e', note: 8 },
            ],
            b: [{ evaluateur: 'g', note: 3 }],
            c: [{ evaluateur: 'e', note: 1 }],
          },
        },
      }),
    ];
    const { study, m } = enCellules(criteres, {
      evaluateurs: [
        { id: 'e', libelle: 'Élus' },
        { id: 'h', libelle: 'Habitants' },
      ],
    } as never);
    expect(evaluateursDe(study)).toEqual([
      { id: 'e', libelle: 'Élus' },
      { id: 'h', libelle: 'Habitants' },
      { id: 'f', libelle: 'f' },
      { id: 'g', libelle: 'g' },
    ]);
    expect(['e', 'h', 'f', 'g'].map((one) => m.valeur(k.note('x', 'a', one)))).toEqual([8, null, 4, null]);
    expect([m.nombre(k.moyenne('x', 'a')), m.nombre(k.mesure('x', 'b'))]).toEqual([6, 3]);
    expect(evaluateursDe(etude())).toEqual([]);
  });

  it('reads an indicator where the criterion is one, and keeps only what was compared', () => {
    const { m, study, evaluation } = enCellules([
      critere('cout', 1, {
        sens: 'min',
        echelle: { min: 0, max: 50000, unite: '€/an' },
        mesure: { indicateur: 'cout_annuel' },
      }),
      critere('vide', 5, { mesure: note({ a: 1 }) }),
    ]);
    expect([m.nombre(k.mesure('cout', 'a')), m.nombre(k.valeur('cout', 'a'))]).toEqual([25000, 0.5]);
    expect(criteresRetenus(study, evaluation).map(({ id }) => id)).toEqual(['cout']);
    expect(m.nombre(k.critere('part', 'cout'))).toBe(1);
    expect(() => m.lire(k.points('vide', 'a'))).toThrow();
    expect(nouveauModele().contient(k.conclusion)).toBe(false);
  });
});

describe('a criterion', () => {
  const echelle = { min: 10, max: 30, unite: 'u' };
  it.each([
    [undefined, { type: 'linear', q: 0, p: 10 }],
    [
      { indifference: 2, preference: 5 },
      { type: 'linear', q: 2, p: 5 },
    ],
    [
      { type: 'lineaire', indifference: 2 },
      { type: 'linear', q: 2, p: 10 },
    ],
    [
      { type: 'u', indifference: 2 },
      { type: 'u-shape', q: 2 },
    ],
    [
      { type: 'v', preference: 4 },
      { type: 'v-shape', p: 4 },
    ],
    [
      { type: 'niveau', indifference: 1, preference: 4 },
      { type: 'level', q: 1, p: 4 },
    ],
    [
      { type: 'gauss', ecart: 3 },
      { type: 'gaussian', s: 3 },
    ],
    [{ type: 'gauss' }, { type: 'gaussian', s: 10 }],
    [{ type: 'usuelle' }, { type: 'usual' }],
  ])('prefers as the study says (%o)', (preference, expected) => {
    expect(preferenceDe(critere('x', 1, { echelle, ...(preference ? { preference } : {}) } as never))).toEqual(
      expected,
    );
  });

  it('is worth what its form says, from its worst level to its best', () => {
    const of = (valeur: object | undefined, sens: 'max' | 'min' = 'max') =>
      fonctionDeValeur(critere('x', 1, { echelle, sens, ...(valeur ? { valeur } : {}) } as never));
    expect(of(undefined)).toEqual({ type: 'linear', worst: 10, best: 30 });
    expect(of(undefined, 'min')).toEqual({ type: 'linear', worst: 30, best: 10 });
    expect(of({ type: 'exponentielle' }, 'min')).toEqual({ type: 'exponential', worst: 30, best: 10, c: 1 });
    expect(of({ type: 'exponentielle', courbure: -2 })).toMatchObject({ c: -2 });
    expect(
      of({
        type: 'points',
        points: [
          [1, 0],
          [2, 1],
        ],
      }),
    ).toEqual({
      type: 'piecewise-linear',
      points: [
        [1, 0],
        [2, 1],
      ],
    });
    expect(of({ type: 'points' })).toMatchObject({ type: 'linear' });
    expect(of({ type: 'table' })).toMatchObject({ type: 'linear' });
    expect(of({ type: 'table', table: { 1: 0.5 } })).toEqual({ type: 'table', values: { 1: 0.5 } });
  });

  it('compares when each scenario has its measure, in its table if it has one', () => {
    const table = critere('x', 1, { valeur: { type: 'table', table: { 1: 0, 2: 1 } } } as never);
    expect(empechement(critere('x', 1), [1, 2])).toBeNull();
    expect(empechement(critere('x', 1), [1, null])).toBe('une mesure manque pour au moins un scénario');
    expect(empechement(table, [1, 2])).toBeNull();
    expect(empechement(table, [1, 3.5, 4])).toBe('la table de valeurs ne dit pas ce que vaut 3,5');
    expect(empechement(critere('x', 1), [])).toBeNull();
  });

  it('is measured by the mean of its notes, or by an indicator, or not', () => {
    const [one] = analyserScenarios(etudeAvecScenarios([scenario('a')]), { tirages: 1 }).scenarios;
    if (!one) throw new Error('a scenario expected');
    const measured = (mesure: object) => mesurer(critere('x', 1, { mesure }), one.chiffrage);
    expect(
      measured({
        notes: {
          a: [
            { evaluateur: 'e', note: 2 },
            { evaluateur: 'f', note: 5 },
          ],
          b: [{ evaluateur: 'e', note: 9 }],
        },
      }),
    ).toBe(3.5);
    expect(measured({ notes: { a: [] } })).toBeNull();
    expect(measured({})).toBeNull();
    expect(measured({ indicateur: 'cout_total' })).toBe(50000);
  });
});
