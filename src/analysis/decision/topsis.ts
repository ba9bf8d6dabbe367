/** TOPSIS (Hwang & Yoon, 1981): nearness to the best performances present and distance from the worst. */
import { numberAt } from '../../lists/at.js';
import { column, competitionRanks, type Direction, type Matrix, normaliseWeights } from './problem.js';

export interface TopsisResult {
  /** Closeness 0–1; 0.5 for all when every alternative is the same. */
  scores: number[];
  ranks: number[];
  /** Distances to the ideal and to the anti-ideal. */
  dPlus: number[];
  dMinus: number[];
}

/** `vector` divides by the column's norm; `minmax` brings to 0–1, reversed for a minimum. A column with no spread adds no distance. */
export function topsis(
  matrix: Matrix,
  directions: readonly Direction[],
  weights: readonly number[],
  normalisation: 'vector' | 'minmax' = 'vector',
): TopsisResult {
  const shares = normaliseWeights(weights);
  const columns = directions.map((direction, j) => {
    const values = column(matrix, j);
    const share = numberAt(shares, j);
    if (normalisation === 'vector') {
      const norm = Math.hypot(...values);
      return values.map((x) => (norm === 0 ? 0 : (share * x) / norm));
    }
    const [min, max] = [Math.min(...values), Math.max(...values)];
    return values.map((x) => (max === min ? 0 : (share * (direction === 'max' ? x - min : max - x)) / (max - min)));
  });
  const wantsMost = (j: number): boolean => normalisation === 'minmax' || directions[j] === 'max';
  const ideal = columns.map((values, j) => (wantsMost(j) ? Math.max(...values) : Math.min(...values)));
  const anti = columns.map((values, j) => (wantsMost(j) ? Math.min(...values) : Math.max(...values)));
  const distance = (i: number, point: readonly number[]): number =>
    Math.hypot(...columns.map((values, j) => numberAt(values, i) - numberAt(point, j)));
  const dPlus = matrix.map((_, i) => distance(i, ideal));
  const dMinus = matrix.map((_, i) => distance(i, anti));
  const scores = dPlus.map((plus, i) => closeness(plus, numberAt(dMinus, i)));
  return { scores, ranks: competitionRanks(scores), dPlus, dMinus };
}

/**
 * Closeness of the others once one alternative is left out, whose own is −∞: norms, ideal and anti-ideal are then theirs alone. Vector normalisation. To be
 * asked of each alternative in turn: nothing is laid out again.
 */
export function closenessWithout(
  matrix: Matrix,
  directions: readonly Direction[],
  weights: readonly number[],
): (dropped: number) => number[] {
  const shares = normaliseWeights(weights);
  const columns = directions.map((direction, j) => ({
    values: Float64Array.from(column(matrix, j)),
    share: numberAt(shares, j),
    most: direction === 'max',
  }));
  const [plus, minus] = [new Float64Array(matrix.length), new Float64Array(matrix.length)];
  return (dropped) => {
    plus.fill(0);
    minus.fill(0);
    for (const { values, share, most } of columns) {
      let [squares, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (let i = 0; i < values.length; i++) {
        if (i === dropped) continue;
        const x = values[i] as number;
        squares += x * x;
        low = Math.min(low, x);
        high = Math.max(high, x);
      }
      const scale = squares === 0 ? 0 : share / Math.sqrt(squares);
      const [ideal, anti] = most ? [high, low] : [low, high];
      for (let i = 0; i < values.length; i++) {
        const x = values[i] as number;
        plus[i] = (plus[i] as number) + ((x - ideal) * scale) ** 2;
        minus[i] = (minus[i] as number) + ((x - anti) * scale) ** 2;
      }
    }
    return Array.from(plus, (squares, i) => {
      if (i === dropped) return Number.NEGATIVE_INFINITY;
      return closeness(Math.sqrt(squares), Math.sqrt(minus[i] as number));
    });
  };
}

const closeness = (plus: number, minus: number): number => (plus + minus < 1e-15 ? 0.5 : minus / (plus + minus));
