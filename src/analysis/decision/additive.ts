/** Additive value model (Keeney & Raiffa, 1976): score = Σ weight × value, on scales declared beforehand. */
import { numberAt } from '../../lists/at.js';
import { competitionRanks, normaliseWeights } from './problem.js';
import { partialValue, type ValueFunction } from './value-functions.js';

export interface AdditiveResult {
  /** Values from 0 to 1, `[alternative][criterion]`. */
  values: number[][];
  /** Weight × value: they add up to the score. */
  contributions: number[][];
  scores: number[];
  ranks: number[];
}

export function additiveModel(
  matrix: readonly (readonly (number | string)[])[],
  valueFunctions: readonly ValueFunction[],
  weights: readonly number[],
): AdditiveResult {
  const shares = normaliseWeights(weights);
  const values = matrix.map((row) => valueFunctions.map((f, j) => partialValue(f, row[j] ?? Number.NaN)));
  const contributions = values.map((row) => row.map((value, j) => value * numberAt(shares, j)));
  const scores = contributions.map((row) => row.reduce((sum, value) => sum + value, 0));
  return { values, contributions, scores, ranks: competitionRanks(scores) };
}

/** Effective influence of each criterion: weight × spread of its values between the alternatives, as shares of 1; zeros when nothing differs. */
export function effectiveInfluence(values: readonly (readonly number[])[], weights: readonly number[]): number[] {
  const raw = normaliseWeights(weights).map((share, j) => {
    const own = values.map((row) => numberAt(row, j));
    return own.length > 0 ? share * (Math.max(...own) - Math.min(...own)) : 0;
  });
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => (total > 0 ? value / total : 0));
}
