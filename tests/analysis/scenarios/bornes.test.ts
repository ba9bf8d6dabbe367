/** Weights within bounds, reversals, and the lead along the costs: what the comparison says beyond its ranking. */
import { describe, expect, it } from 'vitest';
import { rankAgreement } from '../../../src/analysis/decision/agreement.js';
import { breakEven } from '../../../src/analysis/decision/break-even.js';
import { dominance } from '../../../src/analysis/decision/dominance.js';
import { competitionRanks, indexOfBest, normaliseWeights } from '../../../src/analysis/decision/problem.js';
import { topsis } from '../../../src/analysis/decision/topsis.js';
import { partialValue, performanceOf } from '../../../src/analysis/decision/value-functions.js';
import { weightSampler } from '../../../src/analysis/decision/weight-space.js';
import { seededRandom } from '../../../src/analysis/incertitude/random.js';
import { poidsDesCriteres } from '../../../src/analysis/scenarios/comparaison/poids.js';
import { tornadeAvance } from '../../../src/analysis/scenarios/comparaison/tornade-avance.js';
import { analyserScenarios } from '../../../src/analysis/scenarios/index.js';
import type { Criteres, Scenario } from '../../../src/study/types.gen.js';
import { critere, etudeAvecScenarios, notees, scenario } from '../small-scenario.js';

const note = (notes: Record<string, number>) => ({
  notes: Object.fromEntries(Object.entries(notes).map(([id, n]) => [id, [{ evaluateur: 'e', note: n }]])),
});
const evalue = (
  criteres: Criteres['criteres'],
  scenarios: Scenario[] = [scenario('a'), scenario('b'), scenario('c')],
  tirages = 200,
) => {
  const study = etudeAvecScenarios(scenarios, criteres);
  const { evaluation, scenarios: list } = analyserScenarios(study, { tirages });
  if (!evaluation) throw new Error('an evaluation expected');
  return { evaluation, list, study };
};

describe('the weights of a study within its bounds', () => {
  const bounded = (...bounds: [number?, number?][]) =>
    evalue(
      bounds.map(([poids_min, poids_max], i) =>
        critere(`c${i}`, 1, {
          mesure: note({ a: i, b: 9 - i, c: 5 }),
          ...(poids_min === undefined ? {} : { poids_min }),
          ...(poids_max === undefined ? {} : { poids_max }),
        } as never),
      ),
    ).evaluation.smaaBornee;
  it('are drawn when each criterion has both, and some weighting keeps to them', () => {
    expect(bounded([0, 50], [50, 100])).not.toBeNull();
    // Bounds that leave one weighting alone.
    expect(bounded([50, 50], [50, 50])).not.toBeNull();
    expect(bounded([0, 50], [0, 50])).not.toBeNull();
    for (const none of [
      [[0, 50], []],
      [[0, 50], [50]],
      [
        [0, 50],
        [undefined, 50],
      ],
      [
        [0, 49],
        [0, 50],
      ],
      [
        [51, 60],
        [50, 60],
      ],
      [
        [60, 40],
        [40, 60],
      ],
    ] as [number?, number?][][])
      expect(bounded(...none), JSON.stringify(none)).toBeNull();
  });
  it('give the first place to the one that they favour', () => {
    // The first criterion has nine tenths of the weight at least, and puts b first.
    expect(bounded([90, 100], [0, 10])?.rankAcceptability.map((row) => row[0])).toEqual([0, 1, 0]);
  });
});

describe('weights drawn', () => {
  const draw = (information: Parameters<typeof weightSampler>[0], n: number, draws = 300) => {
    const [sample, random, out] = [weightSampler(information), seededRandom(7), new Float64Array(n)];
    return Array.from({ length: draws }, () => {
      sample(random, out);
      return [...out];
    });
  };
  const sum = (w: readonly number[]): number => w.reduce((all, one) => all + one, 0);
  it('keep to bounds so narrow that nearly every draw would be refused, and cover them', () => {
    // Twelve criteria, each between 1/12 less and more a hundredth: hit-and-run inside the polytope.
    const bounds = Array.from({ length: 12 }, () => [1 / 12 - 0.01, 1 / 12 + 0.01] as const);
    const found = draw({ type: 'intervals', bounds }, 12, 400);
    for (const w of found) {
      expect(sum(w)).toBeCloseTo(1, 9);
      for (const one of w) expect(one > 1 / 12 - 0.01 - 1e-12 && one < 1 / 12 + 0.01 + 1e-12).toBe(true);
    }
    for (let j = 0; j < 12; j++) {
      const own = found.map((w) => w[j] ?? 0);
      expect(sum(own) / own.length).toBeCloseTo(1 / 12, 2);
      expect(Math.max(...own) - Math.min(...own)).toBeGreaterThan(0.01);
    }
  });
  it('start and stay where bounds leave one point, and refuse those that leave none', () => {
    for (const w of draw(
      {
        type: 'intervals',
        bounds: [
          [0.2, 0.2],
          [0.8, 0.8],
        ],
      },
      2,
      5,
    ))
      expect([w[0], w[1]]).toEqual([expect.closeTo(0.2, 12), expect.closeTo(0.8, 12)]);
    for (const bounds of [
      [
        [0.6, 1],
        [0.6, 1],
      ],
      [
        [0, 0.4],
        [0, 0.5],
      ],
      [
        [-0.1, 1],
        [0, 1],
      ],
      [
        [0.5, 0.4],
        [0, 1],
      ],
    ] as const)
      expect(() => weightSampler({ type: 'intervals', bounds })).toThrow(RangeError);
    expect(() =>
      weightSampler({
        type: 'intervals',
        bounds: [
          [0.5, 0.5],
          [0.5, 0.5],
        ],
      }),
    ).not.toThrow();
  });
  it('fall in the order of importance, or are those given', () => {
    for (const [a = 0, b = 0, c = 0] of draw({ type: 'ordinal', ranking: [2, 0, 1] }, 3))
      expect(c >= a && a >= b && Math.abs(a + b + c - 1) < 1e-9).toBe(true);
    expect(draw({ type: 'fixed', shares: [0.3, 0.7] }, 2, 2)).toEqual([
      [0.3, 0.7],
      [0.3, 0.7],
    ]);
  });
});

describe('the methods of comparison', () => {
  it('share weights, refuse negative ones, and rank ties together', () => {
    expect([normaliseWeights([1, 3]), normaliseWeights([0, 0, 0, 0]), normaliseWeights([])]).toEqual([
      [0.25, 0.75],
      [0.25, 0.25, 0.25, 0.25],
      [],
    ]);
    for (const wrong of [[-1, 2], [Number.NaN], [Number.POSITIVE_INFINITY]])
      expect(() => normaliseWeights(wrong)).toThrow(RangeError);
    expect(normaliseWeights([0, 1])).toEqual([0, 1]);
    expect(competitionRanks([5, 7, 5, 7 + 1e-10, 1])).toEqual([3, 1, 3, 1, 5]);
    expect([
      indexOfBest([1, 3, 3]),
      indexOfBest([3, 3 + 1e-10]),
      indexOfBest([2]),
      indexOfBest([Number.NaN, 1]),
    ]).toEqual([1, 0, 0, expect.any(Number)]);
  });

  it('dominate by being as good everywhere and better somewhere', () => {
    const { dominates, nonDominated } = dominance(
      [
        [5, 1],
        [5, 2],
        [4, 1],
        [5, 1],
      ],
      ['max', 'min'],
    );
    expect(dominates).toEqual([
      [false, true, true, false],
      [false, false, false, false],
      [false, false, false, false],
      [false, true, true, false],
    ]);
    expect(nonDominated).toEqual([0, 3]);
  });

  it('measure the distance to the ideal by hand', () => {
    // Norms 5 and 10; half of the weight each: (0,3; 0,3) is the ideal of the first, (0,4; 0,4) of the second.
    const { scores, dPlus, dMinus, ranks } = topsis(
      [
        [3, 6],
        [4, 8],
      ],
      ['max', 'min'],
      [1, 1],
    );
    expect(dPlus).toEqual([expect.closeTo(0.1, 12), expect.closeTo(0.1, 12)]);
    expect(dMinus).toEqual([expect.closeTo(0.1, 12), expect.closeTo(0.1, 12)]);
    expect([scores, ranks]).toEqual([
      [expect.closeTo(0.5, 12), expect.closeTo(0.5, 12)],
      [1, 1],
    ]);
    const same = topsis(
      [
        [1, 0],
        [1, 0],
      ],
      ['max', 'min'],
      [1, 1],
    );
    expect([same.scores, same.dPlus]).toEqual([
      [0.5, 0.5],
      [0, 0],
    ]);
    const minmax = topsis(
      [
        [1, 30],
        [3, 10],
        [2, 20],
      ],
      ['max', 'min'],
      [3, 1],
      'minmax',
    );
    expect(minmax.scores).toEqual([0, 1, expect.closeTo(0.5, 12)]);
  });

  it('agree by ranks, ties at their mean', () => {
    expect(rankAgreement([1, 2, 3], [1, 2, 3])).toEqual({
      spearman: expect.closeTo(1, 12),
      kendallTauB: expect.closeTo(1, 12),
      sameBest: true,
    });
    expect(rankAgreement([1, 2, 3], [3, 2, 1])).toEqual({
      spearman: expect.closeTo(-1, 12),
      kendallTauB: expect.closeTo(-1, 12),
      sameBest: false,
    });
    expect(rankAgreement([1, 1, 1], [1, 2, 3])).toEqual({ spearman: null, kendallTauB: null, sameBest: false });
    expect(rankAgreement([1, 2, 3], [1, 1, 1])).toMatchObject({ spearman: null, kendallTauB: null });
    // Mean ranks 1,5 1,5 3 against 1 2 3: 1,5 ÷ √(1,5 × 2); two pairs of three, one tied.
    const tied = rankAgreement([1, 1, 3], [1, 2, 3]);
    expect([tied.spearman, tied.kendallTauB, tied.sameBest]).toEqual([
      expect.closeTo(1.5 / Math.sqrt(3), 12),
      expect.closeTo(2 / Math.sqrt(6), 12),
      false,
    ]);
  });

  it('value a performance, and find the performance of a value', () => {
    const line = { type: 'linear', worst: 10, best: 30 } as const;
    expect([5, 10, 20, 30, 40].map((x) => partialValue(line, x))).toEqual([0, 0, 0.5, 1, 1]);
    expect([5, 40].map((x) => partialValue({ ...line, outOfRange: 'extrapolate' }, x))).toEqual([-0.25, 1.5]);
    expect(partialValue({ type: 'linear', worst: 5, best: 5 }, 5)).toBe(0);
    expect([0, 0.5, 1].map((v) => performanceOf(line, v))).toEqual([10, 20, 30]);
    expect([
      performanceOf(line, -0.1),
      performanceOf(line, 1.1),
      performanceOf({ type: 'table', values: {} }, 0.5),
    ]).toEqual([null, null, null]);
    const steps = {
      type: 'piecewise-linear',
      points: [
        [0, 0],
        [10, 0.5],
        [20, 0.5],
        [30, 1],
      ],
    } as const;
    expect([-1, 0, 5, 10, 15, 25, 30, 99].map((x) => partialValue(steps, x))).toEqual([
      0, 0, 0.25, 0.5, 0.5, 0.75, 1, 1,
    ]);
    expect([0, 0.25, 0.75, 1].map((v) => performanceOf(steps, v))).toEqual([0, 5, 25, 30]);
    expect(
      performanceOf(
        {
          type: 'piecewise-linear',
          points: [
            [0, 0.2],
            [10, 0.6],
          ],
        },
        0.9,
      ),
    ).toBeNull();
    expect(
      partialValue(
        {
          type: 'piecewise-linear',
          points: [
            [5, 0.2],
            [5, 0.6],
          ],
        },
        5,
      ),
    ).toBe(0.2);
    expect(() => partialValue({ type: 'piecewise-linear', points: [] }, 5)).toThrow(RangeError);
    const curve = { type: 'exponential', worst: 0, best: 10, c: 2 } as const;
    expect(partialValue(curve, 5)).toBeCloseTo((1 - Math.exp(-1)) / (1 - Math.exp(-2)), 12);
    for (const v of [0, 0.3, 1]) expect(partialValue(curve, performanceOf(curve, v) ?? Number.NaN)).toBeCloseTo(v, 12);
    expect([partialValue({ ...curve, c: 0 }, 5), performanceOf({ ...curve, c: 0 }, 0.25)]).toEqual([0.5, 2.5]);
    // A worst level that is not zero, and one above the best.
    for (const ends of [
      { worst: 4, best: 10 },
      { worst: 30, best: 10 },
    ] as const) {
      const other = { ...curve, ...ends };
      for (const v of [0, 0.3, 1])
        expect(partialValue(other, performanceOf(other, v) ?? Number.NaN)).toBeCloseTo(v, 12);
    }
    expect([
      partialValue({ type: 'table', values: { a: 0.3 } }, 'a'),
      partialValue({ type: 'table', values: { 2: 0.4 } }, 2),
    ]).toEqual([0.3, 0.4]);
    for (const wrong of [
      () => partialValue({ type: 'table', values: {} }, 'a'),
      () => partialValue(line, 'a'),
      () => partialValue(line, Number.NaN),
    ])
      expect(wrong).toThrow(RangeError);
  });

  it('break even where the second catches up', () => {
    const f = { type: 'linear', worst: 0, best: 10 } as const;
    // 0,5 × 0,9 + 0,5 × 0,5 = 0,7 against 0,6: on each of two equal weights 0,2 less.
    const { lead, breakEven: bars } = breakEven(
      [
        [9, 5],
        [6, 6],
      ],
      [f, f],
      [1, 1],
      0,
    );
    expect(lead).toBeCloseTo(0.1, 12);
    expect(bars.map(({ value }) => value)).toEqual([expect.closeTo(7, 12), expect.closeTo(3, 12)]);
    const none = breakEven(
      [
        [9, 1],
        [1, 1],
      ],
      [f, f],
      [1, 0],
      0,
    ).breakEven;
    expect(none).toEqual([
      { value: expect.closeTo(1, 12), partialValue: expect.closeTo(0.1, 12) },
      { value: null, partialValue: Number.NEGATIVE_INFINITY },
    ]);
  });
});

describe('what would change the first place', () => {
  it('is told of the scenarios without which another comes first, of three at least', () => {
    const { renversements } = evalue(
      notees({ x: { a: 4, b: 0, c: 8 }, y: { a: 8, b: 6, c: 0 } }, { x: 3, y: 2 }),
    ).evaluation;
    // By hand. Outranking, with all: flows of a (1 + 0.4 − 0.6) ÷ 2 = 0.4, of c 0.2; a against c alone: 0.4 to 0.6. Nearness, with all: 0.609 for a, 0.627
    // for c (norms √80 and 10); without b the second norm is 8: 0.642 and 0.573.
    expect(renversements).toEqual([
      { methode: 'proximité à l’idéal', sans: 1, alors: 0 },
      { methode: 'surclassement', sans: 1, alors: 2 },
    ]);
    const clear = evalue(notees({ x: { a: 9, b: 5, c: 1 } }, { x: 1 })).evaluation;
    expect(clear.renversements).toEqual([]);
    expect(clear.recoupements.map(({ methode, premier, ranks }) => [methode, premier, ranks])).toEqual([
      ['proximité à l’idéal', 0, [1, 2, 3]],
      ['surclassement', 0, [1, 2, 3]],
    ]);
    expect(
      evalue(notees({ x: { a: 9, b: 5 } }, { x: 1 }), [scenario('a'), scenario('b')]).evaluation.renversements,
    ).toEqual([]);
  });

  const cout = (rest: object = {}) =>
    critere('cout', 50, {
      role: 'cout',
      sens: 'min',
      echelle: { min: 0, max: 100000, unite: '€/an' },
      mesure: { indicateur: 'cout_annuel' },
      ...rest,
    });
  const incertain = (id: string): Scenario => {
    const base = scenario(id);
    return {
      ...base,
      moyens: {
        ...base.moyens,
        humains: base.moyens.humains.map((one) => ({ ...one, cout_annuel: { min: 20000, mode: 40000, max: 90000 } })),
      },
    };
  };
  it('is the cost of the first, from its low to its high tenth; nothing without cost criterion or for one alone', () => {
    const { evaluation, list } = evalue(
      [cout(), critere('x', 50, { mesure: note({ a: 8, b: 4, c: 4 }) })],
      [incertain('a'), scenario('b'), scenario('c')],
    );
    const { p10 = 0, p90 = 0 } = list[0]?.simulation.coutAnnuel ?? {};
    expect(p90).toBeGreaterThan(p10);
    // Half of the weight, over 100 000 €: a cost higher by 1 000 € takes half a point.
    const { bas = 0, haut = 0 } = evaluation.avanceSelonCout ?? {};
    expect(bas - haut).toBeCloseTo(((p90 - p10) / 1000) * 0.5, 6);
    expect(bas).toBeCloseTo((evaluation.avance ?? 0) + (((evaluation.mesures[0]?.[0] ?? 0) - p10) / 1000) * 0.5, 6);
    expect(evalue([critere('x', 1, { mesure: note({ a: 8, b: 4, c: 4 }) })]).evaluation.avanceSelonCout).toBeNull();
    expect(evalue([cout()], [scenario('a')]).evaluation).toMatchObject({
      avanceSelonCout: null,
      avance: null,
      rupture: null,
    });
    expect(evalue([cout()]).evaluation.benefices).toBeNull();
  });

  it('is each measure moved: by its draws, by the evaluators, or by a tenth of its scale, within it', () => {
    const both = {
      notes: {
        a: [
          { evaluateur: 'e', note: 6 },
          { evaluateur: 'f', note: 8 },
        ],
        b: [{ evaluateur: 'e', note: 4 }],
        c: [{ evaluateur: 'e', note: 1 }],
      },
    };
    const criteres = [
      cout({ poids: 10 }),
      critere('deux', 40, { mesure: both }),
      critere('un', 40, { mesure: note({ a: 9.5, b: 4, c: 1 }) }),
      critere('sur', 10, { mesure: note({ a: 5, b: 5, c: 5 }) }),
    ];
    const { evaluation, list } = evalue(criteres, [incertain('a'), scenario('b'), scenario('c')]);
    const bars = tornadeAvance(criteres, evaluation, list);
    const of = (id: string) => bars.find((bar) => bar.critere === id);
    expect(of('cout')).toMatchObject({
      origine: 'simulation',
      unite: '€/an',
      bas: list[0]?.simulation.coutAnnuel.p10,
      haut: list[0]?.simulation.coutAnnuel.p90,
    });
    expect(of('deux')).toMatchObject({ origine: 'évaluateurs', libelle: 'Critère deux', bas: 6, haut: 8 });
    expect(of('un')).toMatchObject({
      origine: 'dixième de l’échelle',
      bas: 8.5,
      haut: 10,
      premierBas: 0,
      premierHaut: 0,
    });
    // Two notes of ten on four tenths of the weight: eight points between both ends.
    expect((of('deux')?.avanceHaut ?? 0) - (of('deux')?.avanceBas ?? 0)).toBeCloseTo(8, 9);
    expect((of('un')?.avanceHaut ?? 0) - (of('un')?.avanceBas ?? 0)).toBeCloseTo(6, 9);
    const swings = bars.map(({ avanceBas, avanceHaut }) => Math.abs(avanceHaut - avanceBas));
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
    expect(tornadeAvance(criteres, evaluation, list.slice(0, 1))).toEqual([]);
  });

  it('orders the scenarios as the study does, then by id', () => {
    const ids = (...list: Scenario[]) =>
      analyserScenarios(etudeAvecScenarios(list), { tirages: 1 }).scenarios.map(
        ({ chiffrage }) => chiffrage.scenario.id,
      );
    expect(
      ids(scenario('c'), scenario('b', { ordre: 2 } as never), scenario('a'), scenario('d', { ordre: 1 } as never)),
    ).toEqual(['d', 'b', 'a', 'c']);
    expect(analyserScenarios(etudeAvecScenarios([]), {}).conclusion).toHaveLength(1);
  });
});

describe('weights by pairs', () => {
  it('read a pair either way round, and lack one that is not compared', () => {
    const of = (comparaisons: object[]) =>
      poidsDesCriteres({
        familles: [],
        criteres: [critere('a', 1), critere('b', 1), critere('c', 2)],
        methode_poids: 'ahp',
        comparaisons,
      } as never);
    const whole = of([
      { a: 'b', b: 'a', rapport: 0.5 },
      { a: 'b', b: 'c', rapport: 2 },
      { a: 'a', b: 'c', rapport: 4 },
    ]);
    expect([...whole.parts.values()].map((x) => Math.round(x * 1000) / 1000)).toEqual([0.571, 0.286, 0.143]);
    const short = of([{ a: 'a', b: 'b', rapport: 2 }]);
    expect([short.methode, [...short.parts.values()]]).toEqual(['direct', [0.25, 0.25, 0.5]]);
    expect(short.avertissement).toContain('« comparaisons » manque');
  });
});
