/** What every method of comparison takes: plain matrices, with no study behind them. */
import { numberAt } from '../../lists/at.js';

export type Direction = 'max' | 'min';

/** `matrix[alternative][criterion]`: performances in the criterion's own unit. */
export type Matrix = readonly (readonly number[])[];

/** Two scores nearer than this are a tie. */
export const TIE = 1e-9;

/** Weights as shares of 1. Weights that are all zero carry no information and give equal shares. Throws on a negative or missing one. */
export function normaliseWeights(weights: readonly number[]): number[] {
  if (weights.some((weight) => !Number.isFinite(weight) || weight < 0))
    throw new RangeError('a weight is negative or missing');
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 1 / weights.length));
}

/** Competition ranking (« 1224 »), 1 for the highest score; ties within `TIE` share the best rank. */
export function competitionRanks(scores: readonly number[]): number[] {
  const sorted = Float64Array.from(scores.filter((score) => !Number.isNaN(score))).sort();
  return scores.map((score) => 1 + above(sorted, score + TIE));
}

/** How many of the values, rising, are greater than a bound. */
function above(sorted: Float64Array, bound: number): number {
  if (Number.isNaN(bound)) return 0;
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) > bound) high = middle;
    else low = middle + 1;
  }
  return sorted.length - low;
}

/** Index of the highest score; the first of a tie. */
export function indexOfBest(scores: ArrayLike<number>): number {
  let best = 0;
  for (let index = 1; index < scores.length; index++)
    if ((scores[index] ?? Number.NaN) > (scores[best] ?? Number.NEGATIVE_INFINITY) + TIE) best = index;
  return best;
}

export const column = (matrix: Matrix, j: number): number[] => matrix.map((row) => row[j] ?? Number.NaN);

/** Σ weight × value for each row. */
export const weightedScores = (values: Matrix, shares: readonly number[]): number[] =>
  values.map((row) => row.reduce((sum, value, j) => sum + value * numberAt(shares, j), 0));
