/** Dominance: at least as good on every criterion and better on one. A dominated alternative can come first in no sensible method. */
import { numberAt } from '../../lists/at.js';
import type { Direction, Matrix } from './problem.js';

export interface Dominance {
  /** `dominates[a][b]`: a dominates b. */
  dominates: boolean[][];
  /** Indexes of the alternatives that none dominates. */
  nonDominated: number[];
}

export function dominance(matrix: Matrix, directions: readonly Direction[]): Dominance {
  const oriented = matrix.map((row) => row.map((value, j) => (directions[j] === 'min' ? -value : value)));
  const dominates = oriented.map((a) =>
    oriented.map((b) => a.every((value, j) => value >= numberAt(b, j)) && a.some((value, j) => value > numberAt(b, j))),
  );
  const nonDominated = oriented.map((_, b) => b).filter((b) => !dominates.some((row) => row[b]));
  return { dominates, nonDominated };
}
