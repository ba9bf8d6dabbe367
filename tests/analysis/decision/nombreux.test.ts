/** Methods that sort or sweep once find what comparing every pair, or making the comparison again, would find. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { competitionRanks, type Direction, TIE } from '../../../src/analysis/decision/problem.js';
import { smaa2 } from '../../../src/analysis/decision/smaa.js';
import { closenessWithout, topsis } from '../../../src/analysis/decision/topsis.js';
import { weightSampler } from '../../../src/analysis/decision/weight-space.js';
import { seededRandom } from '../../../src/analysis/incertitude/random.js';

const score = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.5, 0.5 + TIE / 2, 0.5 - TIE / 2));

describe('competition ranks', () => {
  it('count those that are better by more than a tie', () => {
    fc.assert(
      fc.property(fc.array(score, { maxLength: 40 }), (scores) => {
        expect(competitionRanks(scores)).toEqual(
          scores.map((own) => 1 + scores.filter((other) => other > own + TIE).length),
        );
      }),
    );
  });

  it('put what has no score among the first, and before nobody', () => {
    expect(competitionRanks([0.2, Number.NaN, 0.8])).toEqual([2, 1, 1]);
  });
});

describe('nearness to the ideal without one of them', () => {
  it('is that of the others alone', () => {
    const directions: Direction[] = ['max', 'min', 'max'];
    const row = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), fc.nat(11), (matrix, place) => {
        const dropped = place % matrix.length;
        const found = closenessWithout(matrix, directions, [3, 1, 2])(dropped);
        const others = matrix.filter((_, i) => i !== dropped);
        expect(found[dropped]).toBe(Number.NEGATIVE_INFINITY);
        const { scores } = topsis(others, directions, [3, 1, 2]);
        expect(found.filter((_, i) => i !== dropped)).toEqual(scores.map((one) => expect.closeTo(one, 9)));
      }),
    );
  });
});

describe('ranks over the weightings', () => {
  it.each([3, 24, 25, 80])('of %i alternatives are those that each weighting gives', (n) => {
    const [draws, criteria] = [60, 4];
    const cell = seededRandom(n);
    // Some are the same, as variants of one scenario are.
    const values = Array.from({ length: n }, (_, i) =>
      Array.from({ length: criteria }, () => (i % 5 === 0 ? 0.5 : cell())),
    );
    const { rankAcceptability } = smaa2(
      { alternatives: n, criteria, weights: { type: 'uniform' }, values },
      draws,
      seededRandom(9),
    );
    const [random, weights] = [seededRandom(9), new Float64Array(criteria)];
    const counts = values.map(() => new Array<number>(n).fill(0));
    for (let draw = 0; draw < draws; draw++) {
      weightSampler({ type: 'uniform' })(random, weights);
      const scores = values.map((row) => row.reduce((sum, value, j) => sum + (weights[j] ?? 0) * value, 0));
      for (const [i, rank] of competitionRanks(scores).entries()) {
        const own = counts[i] ?? [];
        own[rank - 1] = (own[rank - 1] ?? 0) + 1;
      }
    }
    expect(rankAcceptability).toEqual(counts.map((row) => row.map((count) => count / draws)));
  });
});
