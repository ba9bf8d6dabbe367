/** Properties that every comparison must have, whatever the figures. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { additiveModel } from '../../../src/analysis/decision/additive.js';
import { dominance } from '../../../src/analysis/decision/dominance.js';
import { netFlowsWithout, promethee } from '../../../src/analysis/decision/promethee.js';
import { smaa2 } from '../../../src/analysis/decision/smaa.js';
import { weightStability } from '../../../src/analysis/decision/stability.js';
import type { ValueFunction } from '../../../src/analysis/decision/value-functions.js';
import { weightSampler } from '../../../src/analysis/decision/weight-space.js';
import { summarise, tenths } from '../../../src/analysis/incertitude/monte-carlo.js';
import { seededRandom } from '../../../src/analysis/incertitude/random.js';

const linear: ValueFunction = { type: 'linear', worst: 0, best: 100 };
const functions = (m: number): ValueFunction[] => Array.from({ length: m }, () => linear);
const performance = fc.integer({ min: 0, max: 100 });
const weight = fc.integer({ min: 1, max: 50 });

/** Alternatives × criteria with their weights; at least two of each. */
const problem = fc.integer({ min: 2, max: 5 }).chain((m) =>
  fc.record({
    matrix: fc.array(fc.array(performance, { minLength: m, maxLength: m }), { minLength: 2, maxLength: 6 }),
    weights: fc.array(weight, { minLength: m, maxLength: m }),
  }),
);

describe('additive value', () => {
  it('does not move when all weights are multiplied', () => {
    fc.assert(
      fc.property(problem, fc.integer({ min: 2, max: 1000 }), ({ matrix, weights }, factor) => {
        const fs = functions(weights.length);
        const before = additiveModel(matrix, fs, weights);
        const after = additiveModel(
          matrix,
          fs,
          weights.map((w) => w * factor),
        );
        after.scores.forEach((score, i) => {
          expect(score).toBeCloseTo(before.scores[i] ?? Number.NaN, 10);
        });
        expect(after.ranks).toEqual(before.ranks);
      }),
    );
  });

  it('never puts a dominated alternative first', () => {
    fc.assert(
      fc.property(problem, ({ matrix, weights }) => {
        const { ranks } = additiveModel(matrix, functions(weights.length), weights);
        const { dominates } = dominance(
          matrix,
          weights.map(() => 'max' as const),
        );
        matrix.forEach((_, b) => {
          if (dominates.some((row) => row[b])) expect(ranks[b]).toBeGreaterThan(1);
        });
      }),
    );
  });

  it('gives each alternative its rank wherever it stands', () => {
    fc.assert(
      fc.property(problem, ({ matrix, weights }) => {
        const fs = functions(weights.length);
        const { ranks } = additiveModel(matrix, fs, weights);
        const reversed = additiveModel([...matrix].reverse(), fs, weights);
        expect([...reversed.ranks].reverse()).toEqual(ranks);
      }),
    );
  });
});

describe('interval of a weight', () => {
  it('ends exactly where the first place changes hands', () => {
    fc.assert(
      fc.property(problem, ({ matrix, weights }) => {
        const { values, ranks, scores } = additiveModel(matrix, functions(weights.length), weights);
        // Two firsts have no interval of their own.
        fc.pre(ranks.filter((rank) => rank === 1).length === 1);
        const first = scores.indexOf(Math.max(...scores));
        const total = weights.reduce((sum, w) => sum + w, 0);
        weightStability(values, weights).forEach(({ weight: own, top }, k) => {
          const scoreAt = (share: number): number[] =>
            values.map((row) =>
              row.reduce((sum, v, j) => {
                const w = (weights[j] ?? 0) / total;
                return sum + v * (j === k ? share : own < 1 ? (w * (1 - share)) / (1 - own) : 0);
              }, 0),
            );
          const lead = (share: number): number => {
            const at = scoreAt(share);
            return (at[first] ?? 0) - Math.max(...at.filter((_, i) => i !== first));
          };
          expect(lead(own)).toBeGreaterThan(0);
          for (const [end, other, outside] of [
            [top.min, top.belowMinNewBest, top.min - 1e-6],
            [top.max, top.aboveMaxNewBest, top.max + 1e-6],
          ] as const) {
            if (other === null) expect(lead(end)).toBeGreaterThanOrEqual(-1e-9);
            else {
              expect(Math.abs(lead(end))).toBeLessThan(1e-9);
              if (outside >= 0 && outside <= 1) expect(lead(outside)).toBeLessThan(0);
            }
          }
        });
      }),
    );
  });
});

describe('weights drawn at random', () => {
  it('are uniform on the simplex: means of 1/n and the variance of a Dirichlet(1, …, 1)', () => {
    for (const n of [2, 3, 5]) {
      const draw = weightSampler({ type: 'uniform' });
      const random = seededRandom(n);
      const out = new Float64Array(n);
      let [sum, squares, small] = [0, 0, 0];
      const draws = 40_000;
      for (let i = 0; i < draws; i++) {
        draw(random, out);
        const first = out[0] ?? 0;
        sum += first;
        squares += first * first;
        if (first < 0.05) small++;
      }
      const mean = sum / draws;
      expect(mean).toBeCloseTo(1 / n, 2);
      expect(squares / draws - mean * mean).toBeCloseTo((n - 1) / (n * n * (n + 1)), 2);
      expect(small / draws).toBeCloseTo(1 - 0.95 ** (n - 1), 2);
    }
  });

  it('share out every rank: acceptabilities add up to one by alternative and, without ties, by rank', () => {
    fc.assert(
      fc.property(problem, fc.integer({ min: 0, max: 1000 }), ({ matrix, weights }, seed) => {
        const { values } = additiveModel(matrix, functions(weights.length), weights);
        const { rankAcceptability } = smaa2(
          { alternatives: values.length, criteria: weights.length, weights: { type: 'uniform' }, values },
          200,
          seededRandom(seed),
        );
        for (const row of rankAcceptability) expect(row.reduce((s, x) => s + x, 0)).toBeCloseTo(1, 10);
        const first = rankAcceptability.reduce((s, row) => s + (row[0] ?? 0), 0);
        expect(first).toBeGreaterThanOrEqual(1 - 1e-9);
      }),
      { numRuns: 40 },
    );
  });
});

describe('outranking without one alternative', () => {
  it('is what the method gives on the others alone', () => {
    fc.assert(
      fc.property(problem, fc.nat(20), ({ matrix, weights }, pick) => {
        const dropped = pick % matrix.length;
        const directions = weights.map(() => 'max' as const);
        const preferences = weights.map(() => ({ type: 'linear' as const, q: 5, p: 40 }));
        const whole = promethee(matrix, directions, preferences, weights);
        const left = matrix.filter((_, i) => i !== dropped);
        const alone = promethee(left, directions, preferences, weights).phi;
        const found = netFlowsWithout(whole, dropped);
        expect(found[dropped]).toBe(Number.NEGATIVE_INFINITY);
        found
          .filter((_, i) => i !== dropped)
          .forEach((flow, i) => {
            expect(flow).toBeCloseTo(alone[i] ?? Number.NaN, 9);
          });
      }),
    );
  });
});

describe('the tenths of draws', () => {
  it('are the quantiles of the sorted draws, to the bit, ties and few draws included', () => {
    const quarters = fc.integer({ min: -40, max: 40 }).map((n) => n / 4);
    const draws = fc.oneof(
      fc.array(quarters, { minLength: 1, maxLength: 60 }),
      fc.array(
        // Beyond half of what a number holds, the sum of two draws is infinite.
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -8e307, max: 8e307 }).map((x) => x + 0),
        { minLength: 1, maxLength: 60 },
      ),
    );
    fc.assert(
      fc.property(draws, (list) => {
        const { quantile } = summarise(Float64Array.from(list));
        expect(tenths(Float64Array.from(list))).toEqual({ p10: quantile(0.1), p50: quantile(0.5), p90: quantile(0.9) });
      }),
    );
  });
});
