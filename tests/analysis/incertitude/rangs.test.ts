/** What stands at a rank is what a sort would put there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auxRangs } from '../../../src/analysis/incertitude/rangs.js';
import { itemAt, numberAt } from '../../../src/lists/at.js';

const values = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 3 })), {
  minLength: 1,
  maxLength: 60,
});
const near = fc.array(fc.double({ min: 1e5, max: 1.1e5, noNaN: true }), { minLength: 1, maxLength: 60 });

function check(list: readonly number[], shares: readonly number[], repeated: number): void {
  const draws = Float64Array.from({ length: list.length * repeated }, (_, i) => itemAt(list, i % list.length));
  const [before, sorted] = [draws.slice(), draws.slice().sort()];
  const ranks = shares.map((share) => Math.min(draws.length - 1, Math.floor(share * draws.length)));
  const found = auxRangs(draws, ranks);
  // By `===`: a sort puts −0 before 0.
  expect(found.map((value, i) => value === numberAt(sorted, itemAt(ranks, i)))).toEqual(ranks.map(() => true));
  expect(draws).toEqual(before);
}

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 });

describe('ranks', () => {
  it('hold what a sort would, in short lists and in long ones, with ties', () => {
    fc.assert(fc.property(values, shares, (list, wanted) => check(list, wanted, 1)));
    fc.assert(
      fc.property(values, shares, (list, wanted) => check(list, wanted, 40)),
      { numRuns: 30 },
    );
    fc.assert(
      fc.property(near, shares, (list, wanted) => check(list, wanted, 40)),
      { numRuns: 30 },
    );
  });

  it('hold infinite values', () => {
    const draws = new Float64Array(1000).fill(Number.POSITIVE_INFINITY, 990);
    expect(auxRangs(draws, [0, 989, 990, 999])).toEqual([0, 0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});
