/** Selection puts at its rank what a sort would put there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectionner } from '../../../src/analysis/incertitude/selection.js';
import { itemAt, numberAt } from '../../../src/lists/at.js';

const values = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 3 })), {
  minLength: 1,
  maxLength: 60,
});

function check(list: readonly number[], share: number, repeated: number): void {
  const draws = Float64Array.from({ length: list.length * repeated }, (_, i) => itemAt(list, i % list.length));
  const sorted = draws.slice().sort();
  const rank = Math.min(draws.length - 1, Math.floor(share * draws.length));
  selectionner(draws, rank, 0, draws.length - 1);
  const found = numberAt(draws, rank);
  // By `===`: a sort puts −0 before 0.
  expect(found === numberAt(sorted, rank)).toBe(true);
  expect(draws.subarray(0, rank).every((one) => one <= found)).toBe(true);
  expect(draws.subarray(rank).every((one) => one >= found)).toBe(true);
  expect(draws.sort()).toEqual(sorted);
}

describe('selection', () => {
  it('finds what a sort would, in short lists and in long ones, with ties', () => {
    fc.assert(fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => check(list, share, 1)));
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => check(list, share, 40)),
      { numRuns: 30 },
    );
  });

  it('leaves alone what is outside its bounds', () => {
    const draws = Float64Array.from([9, 3, 1, 2, 0]);
    selectionner(draws, 2, 1, 3);
    expect([...draws]).toEqual([9, 1, 2, 3, 0]);
  });
});
