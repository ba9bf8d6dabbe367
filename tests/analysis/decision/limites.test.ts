/** Methods of decision at their limits: what no published case reaches. */
import { describe, expect, it } from 'vitest';
import { criticalWeightChanges } from '../../../src/analysis/decision/critical-weights.js';
import { netFlowsWithout, promethee } from '../../../src/analysis/decision/promethee.js';
import { weightStability } from '../../../src/analysis/decision/stability.js';
import { partialValue, performanceOf, type ValueFunction } from '../../../src/analysis/decision/value-functions.js';
import { type WeightInformation, weightSampler } from '../../../src/analysis/decision/weight-space.js';
import { swingWeights } from '../../../src/analysis/decision/weights.js';
import { graineDe, seededRandom } from '../../../src/analysis/incertitude/random.js';

const round = (values: Iterable<number>): number[] => [...values].map((value) => Number(value.toFixed(9)));

describe('weights', () => {
  it.each([[{ a: 0, b: 0 }], [{ a: -1, b: 3 }], [{ a: Number.NaN, b: 1 }], [{}]])(
    'cannot be taken from %j',
    (points) => {
      expect(() => swingWeights(points)).toThrow(RangeError);
    },
  );

  it('are shares of the points, a criterion of no point having none', () => {
    expect(swingWeights({ a: 0, b: 30, c: 10 })).toEqual({ a: 0, b: 0.75, c: 0.25 });
  });

  const drawn = (information: WeightInformation, n: number, draws = 200): number[][] => {
    const [sampler, random] = [weightSampler(information), seededRandom(5)];
    return Array.from({ length: draws }, () => {
      const out = new Float64Array(n);
      sampler(random, out);
      return [...out];
    });
  };

  it('between bounds that exclude nothing are those of which nothing is known', () => {
    const free = {
      type: 'intervals',
      bounds: [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
    } as const;
    expect(drawn(free, 3)).toEqual(drawn({ type: 'uniform' }, 3));
  });

  it.each([
    [
      'by refusal',
      [
        [0.1, 0.6],
        [0.2, 0.7],
        [0, 0.5],
      ],
    ],
    // Nearly every draw would be refused.
    [
      'by a walk',
      [
        [0.2, 0.201],
        [0.3, 0.302],
        [0.1, 0.101],
        [0.397, 0.4],
      ],
    ],
    [
      'at one point',
      [
        [0.25, 0.25],
        [0.25, 0.25],
        [0.5, 0.5],
      ],
    ],
  ] as const)('between bounds stay there and make one, %s', (_, bounds) => {
    for (const weights of drawn({ type: 'intervals', bounds }, bounds.length)) {
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      for (const [j, [low, high]] of bounds.entries()) {
        expect(weights[j]).toBeGreaterThanOrEqual(low - 1e-9);
        expect(weights[j]).toBeLessThanOrEqual(high + 1e-9);
      }
    }
  });

  it.each([
    [
      'too low',
      [
        [0, 0.4],
        [0, 0.5],
      ],
    ],
    [
      'too high',
      [
        [0.6, 1],
        [0.5, 1],
      ],
    ],
    [
      'turned',
      [
        [0.6, 0.4],
        [0, 1],
      ],
    ],
    [
      'below nothing',
      [
        [-0.1, 0.5],
        [0, 1],
      ],
    ],
  ] as const)('between bounds that are %s are refused', (_, bounds) => {
    expect(() => weightSampler({ type: 'intervals', bounds })).toThrow(RangeError);
  });
});

describe('the seed of a name', () => {
  it('is its own, the same each time, whatever the seed of the study adds', () => {
    const names = ['', 'a', 'b', 'ab', 'ba', 'aide', 'aides'];
    expect(new Set(names.map((name) => graineDe(7, name))).size).toBe(names.length);
    for (const name of names) {
      expect(graineDe(8, name)).toBe((graineDe(7, name) + 1) >>> 0);
      expect(Number.isInteger(graineDe(7, name)) && graineDe(7, name) >= 0 && graineDe(7, name) < 2 ** 32).toBe(true);
    }
    // The published vectors of FNV-1a, 32 bits.
    expect([graineDe(0, ''), graineDe(0, 'a'), graineDe(0, 'foobar')]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
  });
});

describe('a value read backwards', () => {
  const functions: [string, ValueFunction][] = [
    ['more is better', { type: 'linear', worst: 10, best: 50 }],
    ['less is better', { type: 'linear', worst: 50, best: -10 }],
    [
      'by degrees',
      {
        type: 'piecewise-linear',
        points: [
          [0, 0],
          [10, 0.8],
          [40, 1],
        ],
      },
    ],
    [
      'by degrees, downwards',
      {
        type: 'piecewise-linear',
        points: [
          [0, 1],
          [10, 0.25],
          [40, 0],
        ],
      },
    ],
    ['bent', { type: 'exponential', worst: 20, best: 80, c: 2 }],
    ['bent the other way', { type: 'exponential', worst: 80, best: 20, c: -3 }],
    ['not bent', { type: 'exponential', worst: 30, best: 70, c: 0 }],
  ] as [string, ValueFunction][];

  it.each(functions)('is the performance that has it: %s', (_, f) => {
    for (const value of [0, 0.1, 0.25, 0.5, 0.8, 0.95, 1]) {
      const performance = performanceOf(f, value);
      expect(performance).not.toBeNull();
      expect(partialValue(f, performance ?? Number.NaN)).toBeCloseTo(value, 9);
    }
    expect(performanceOf(f, -0.01)).toBeNull();
    expect(performanceOf(f, 1.01)).toBeNull();
  });

  it('is none on a flat part, in a table, or out of what the function gives', () => {
    const flat: ValueFunction = {
      type: 'piecewise-linear',
      points: [
        [0, 0.5],
        [10, 0.5],
      ],
    } as ValueFunction;
    expect(performanceOf(flat, 0.5)).toBeNull();
    expect(
      performanceOf(
        {
          type: 'piecewise-linear',
          points: [
            [0, 0.2],
            [10, 0.6],
          ],
        } as ValueFunction,
        0.7,
      ),
    ).toBeNull();
    expect(performanceOf({ type: 'table', values: { a: 1 } } as unknown as ValueFunction, 0.5)).toBeNull();
  });

  it('has nothing to be told apart where the worst is the best', () => {
    expect(partialValue({ type: 'linear', worst: 5, best: 5 } as ValueFunction, 5)).toBe(0);
  });
});

describe('the least change of a weight that turns two options round', () => {
  it('is not one that would need a weight below nothing', () => {
    // a leads by 2 on the first criterion and loses by 1 on the second: only what is taken from the first, or added to the second, counts.
    const { changes, percentTop, percentAny } = criticalWeightChanges(
      [
        [3, 0],
        [1, 1],
      ],
      [1, 1],
    );
    expect(changes.map(({ criterion, delta, feasible }) => [criterion, delta, feasible])).toEqual([
      [0, 0.5, true],
      [1, -1, true],
    ]);
    expect(percentTop).toMatchObject({ criterion: 0, deltaPercent: 50 });
    expect(percentAny).toEqual(percentTop);
    // Without any weight that could go so far down, nothing turns them round.
    const none = criticalWeightChanges(
      [
        [3, 1],
        [1, 1],
      ],
      [0.1, 1],
    );
    expect(none.changes.map(({ delta, feasible }) => [delta, feasible])).toEqual([
      [expect.closeTo(0.1, 9), true],
      [null, false],
    ]);
    const far = criticalWeightChanges(
      [
        [1, 9],
        [0, 0],
      ],
      [1, 1],
    );
    expect(far.changes.map(({ feasible }) => feasible)).toEqual([false, false]);
    expect([far.percentTop, far.percentAny]).toEqual([null, null]);
    // A weight of zero has no change in percent.
    expect(
      criticalWeightChanges(
        [
          [3, 0],
          [1, 1],
        ],
        [1, 0],
      ).changes[1],
    ).toMatchObject({ deltaPercent: null });
  });

  it('of the first is looked for among the pairs that hold the first', () => {
    // b and c are nearly equal: they turn round long before a is displaced.
    const { percentTop, percentAny } = criticalWeightChanges(
      [
        [9, 9],
        [5, 4],
        [4, 4.9],
      ],
      [1, 1],
    );
    expect(percentAny?.pair).toEqual([1, 2]);
    expect(percentTop?.pair[0] ?? 0).toBe(0);
    expect(Math.abs(percentAny?.deltaPercent ?? Number.NaN)).toBeCloseTo(10, 6);
  });
});

describe('how far a weight may move', () => {
  it('is reckoned at the very weight where two options are equal', () => {
    // Shares 0.5 and 0.5: a leads by its first criterion, b by its second; equal where the first weighs 0.25.
    const [first] = weightStability(
      [
        [1, 0.2],
        [0.4, 0.4],
      ],
      [1, 1],
    );
    expect(first).toMatchObject({ weight: 0.5 });
    expect(round([first?.top.min ?? Number.NaN, first?.top.max ?? Number.NaN])).toEqual([0.25, 1]);
    expect(first?.top).toMatchObject({ belowMinNewBest: 1, aboveMaxNewBest: null });
    expect(round([first?.full.min ?? Number.NaN, first?.full.max ?? Number.NaN])).toEqual([0.25, 1]);
  });

  it('is the nearest of several crossings on each side, and tells who is met there', () => {
    // Along the first weight t: a 0.6, b t, c 1 − t: a leads between 0.4 and 0.6.
    const [first] = weightStability(
      [
        [0.6, 0.6],
        [1, 0],
        [0, 1],
      ],
      [1, 1],
    );
    expect(round([first?.top.min ?? Number.NaN, first?.top.max ?? Number.NaN])).toEqual([0.4, 0.6]);
    expect(first?.top).toMatchObject({ belowMinNewBest: 2, aboveMaxNewBest: 1 });
    // b and c are equal at this very weight.
    expect(first?.full).toEqual({ min: 0.5, max: 0.5 });
  });

  it('is the whole way where nothing crosses, and none where one criterion has all the weight', () => {
    expect(
      weightStability(
        [
          [1, 1],
          [0, 0],
        ],
        [1, 3],
      ).map(({ top, full }) => [top.min, top.max, full.min, full.max]),
    ).toEqual([
      [0, 1, 0, 1],
      [0, 1, 0, 1],
    ]);
    expect(weightStability([[1], [0]], [2])[0]).toMatchObject({
      weight: 1,
      top: { min: 1, max: 1 },
      full: { min: 1, max: 1 },
    });
  });

  it('is none at a tie that any move breaks, and the whole way at one that none breaks', () => {
    const [tie] = weightStability(
      [
        [1, 0],
        [0, 1],
      ],
      [1, 1],
    );
    expect([tie?.top.min, tie?.top.max, tie?.full.min, tie?.full.max]).toEqual([0.5, 0.5, 0.5, 0.5]);
    const [same] = weightStability(
      [
        [1, 0],
        [1, 0],
      ],
      [1, 1],
    );
    expect([same?.top.min, same?.top.max, same?.full.min, same?.full.max]).toEqual([0, 1, 0, 1]);
  });
});

describe('outranking', () => {
  const usual = { type: 'usual' } as const;
  it('tells preferred, beaten, equal and not to be compared', () => {
    const flows = (matrix: number[][], weights: number[]) =>
      promethee(
        matrix,
        weights.map(() => 'max'),
        weights.map(() => usual),
        weights,
      ).promethee1;
    expect(
      flows(
        [
          [1, 1],
          [0, 0],
        ],
        [1, 1],
      ),
    ).toEqual([
      ['-', 'P'],
      ['p', '-'],
    ]);
    expect(
      flows(
        [
          [1, 0],
          [0, 1],
        ],
        [1, 1],
      ),
    ).toEqual([
      ['-', 'I'],
      ['I', '-'],
    ]);
    // Beaten by one flow, equal by the other.
    const { phiPlus, phiMinus, promethee1 } = promethee(
      [
        [2, 0, 1],
        [1, 1, 1],
        [0, 0, 0],
      ],
      ['max', 'max', 'max'],
      [usual, usual, usual],
      [1, 1, 1],
    );
    expect(round(phiPlus)).toEqual([0.5, 0.666666667, 0]);
    expect(round(phiMinus)).toEqual([0.166666667, 0.166666667, 0.833333333]);
    expect(promethee1).toEqual([
      ['-', 'p', 'P'],
      ['P', '-', 'P'],
      ['p', 'p', '-'],
    ]);
  });

  it('an option that wins more and loses more than another cannot be compared with it', () => {
    // a beats the three others on the first criterion and loses to them on the second; they are equal.
    const { phiPlus, phiMinus, promethee1 } = promethee(
      [
        [3, 0],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      ['max', 'max'],
      [usual, usual],
      [1, 1],
    );
    expect(round([phiPlus[0] ?? 0, phiMinus[0] ?? 0])).toEqual([0.5, 0.5]);
    expect(round([phiPlus[1] ?? 0, phiMinus[1] ?? 0])).toEqual([0.166666667, 0.166666667]);
    expect([promethee1[0]?.[1], promethee1[1]?.[0]]).toEqual(['R', 'R']);
  });

  it('flows without an option are those of a comparison that never had it', () => {
    const matrix = [
      [3, 0, 2],
      [1, 1, 5],
      [1, 2, 2],
      [0, 2, 7],
    ];
    const compare = (rows: number[][]) => promethee(rows, ['max', 'max', 'min'], [usual, usual, usual], [1, 2, 3]);
    const whole = compare(matrix);
    for (const dropped of matrix.keys()) {
      const left = netFlowsWithout(whole, dropped);
      expect(left[dropped]).toBe(Number.NEGATIVE_INFINITY);
      const others = matrix.filter((_, i) => i !== dropped);
      expect(round(left.filter(Number.isFinite))).toEqual(round(compare(others).phi));
    }
    expect(netFlowsWithout(compare(matrix.slice(0, 2)), 0)).toEqual([Number.NEGATIVE_INFINITY, 0]);
  });
});
