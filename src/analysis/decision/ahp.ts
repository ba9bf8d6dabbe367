/** Weights from pairwise comparisons (Saaty, 1980), with the consistency of the judgements. */
import { numberAt } from '../../lists/at.js';

/** Random indexes for n = 1…10. */
const RANDOM_INDEX = {
  saaty: [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49],
  alonsoLamata2006: [0, 0, 0.5247, 0.8816, 1.1086, 1.2479, 1.3417, 1.4057, 1.4499, 1.4854],
} as const;

/** Judgements are taken as consistent up to this ratio (Saaty, 1980). */
const CONSISTENCY_LIMIT = 0.1;

export interface AhpResult {
  /** Principal eigenvector, as shares of 1. */
  weights: number[];
  lambdaMax: number;
  CI: number;
  /** Consistency ratio by table of random indexes; null for more than ten items, 0 for one or two. */
  CR: { saaty: number | null; alonsoLamata2006: number | null };
  consistent: boolean;
  geometricMeanWeights: number[];
  /** The judgement farthest from what the weights imply: row, column, and a_ij × w_j ÷ w_i. Null when all agree. */
  worst: { row: number; column: number; ratio: number } | null;
}

const shares = (values: readonly number[]): number[] => {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
};

/** Throws unless the matrix is square, positive and reciprocal (to 1e-6). */
function check(matrix: readonly (readonly number[])[]): void {
  for (const [i, row] of matrix.entries()) {
    if (row.length !== matrix.length) throw new RangeError('the comparison matrix is not square');
    for (const [j, value] of row.entries())
      if (!(value > 0) || Math.abs(value * (matrix[j]?.[i] ?? 0) - 1) > 1e-6)
        throw new RangeError('the comparison matrix is not positive and reciprocal');
  }
}

export function ahpWeights(matrix: readonly (readonly number[])[]): AhpResult {
  check(matrix);
  const n = matrix.length;
  const times = (vector: readonly number[]): number[] =>
    matrix.map((row) => row.reduce((sum, value, j) => sum + value * numberAt(vector, j), 0));
  // Power iteration: a positive matrix has one dominant eigenvector (Perron).
  let weights: number[] = Array.from({ length: n }, () => 1 / n);
  for (let step = 0; step < 1000; step++) {
    const next = shares(times(weights));
    const change = Math.max(...next.map((value, i) => Math.abs(value - numberAt(weights, i))));
    weights = next;
    if (change < 1e-15) break;
  }
  const lambdaMax = times(weights).reduce((sum, value) => sum + value, 0);
  const index = n > 2 ? Math.max(0, (lambdaMax - n) / (n - 1)) : 0;
  const CI = index < 1e-10 ? 0 : index;
  const ratio = (table: readonly number[]): number | null => {
    if (n <= 2) return 0;
    const random = table[n - 1];
    return random === undefined ? null : CI / random;
  };
  const CR = { saaty: ratio(RANDOM_INDEX.saaty), alonsoLamata2006: ratio(RANDOM_INDEX.alonsoLamata2006) };
  return {
    weights,
    lambdaMax,
    CI,
    CR,
    consistent: (CR.saaty ?? Number.POSITIVE_INFINITY) <= CONSISTENCY_LIMIT,
    geometricMeanWeights: shares(matrix.map((row) => Math.exp(row.reduce((sum, x) => sum + Math.log(x), 0) / n))),
    worst: CI === 0 ? null : worstJudgement(matrix, weights),
  };
}

function worstJudgement(matrix: readonly (readonly number[])[], weights: readonly number[]): AhpResult['worst'] {
  let worst: AhpResult['worst'] = null;
  for (const [row, line] of matrix.entries())
    for (const [column, value] of line.entries()) {
      const ratio = (value * numberAt(weights, column)) / numberAt(weights, row);
      if (worst === null || ratio > worst.ratio) worst = { row, column, ratio };
    }
  return worst;
}
