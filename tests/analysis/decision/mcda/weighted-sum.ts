/** Weighted sum on normalised performances: its scores depend on the alternatives present, unlike the additive model's, which the program keeps to. */

import {
  column,
  competitionRanks,
  type Direction,
  type Matrix,
  normaliseWeights,
  weightedScores,
} from '../../../../src/analysis/decision/problem.js';
import { numberAt } from '../../../../src/lists/at.js';

/** `max-ratio`: x ÷ max or min ÷ x; `sum-ratio`: x, or 1 ÷ x for a minimum, over the column's sum; `minmax`: 0 for the worst present, 1 for the best. */
export type Normalisation = 'max-ratio' | 'sum-ratio' | 'minmax';

function normaliseColumn(values: readonly number[], direction: Direction, normalisation: Normalisation): number[] {
  const max = Math.max(...values);
  const min = Math.min(...values);
  switch (normalisation) {
    case 'max-ratio':
      return values.map((x) => (direction === 'max' ? (max === 0 ? 0 : x / max) : x === 0 ? 1 : min / x));
    case 'sum-ratio': {
      const useful = direction === 'max' ? [...values] : values.map((x) => 1 / x);
      const total = useful.reduce((sum, x) => sum + x, 0);
      return useful.map((x) => (total === 0 ? 0 : x / total));
    }
    default:
      // A criterion with no spread separates nothing.
      return values.map((x) =>
        max === min ? 0 : direction === 'max' ? (x - min) / (max - min) : (max - x) / (max - min),
      );
  }
}

export function weightedSum(
  matrix: Matrix,
  directions: readonly Direction[],
  weights: readonly number[],
  normalisation: Normalisation,
): { normalized: number[][]; scores: number[]; ranks: number[] } {
  const columns = directions.map((direction, j) => normaliseColumn(column(matrix, j), direction, normalisation));
  const normalized = matrix.map((_, i) => columns.map((values) => numberAt(values, i)));
  const scores = weightedScores(normalized, normaliseWeights(weights));
  return { normalized, scores, ranks: competitionRanks(scores) };
}
