/** How far one weight can move, the others keeping their proportions, before the ranking changes. Exact: scores are linear in the weight. */
import { numberAt } from '../../lists/at.js';
import { competitionRanks, indexOfBest, type Matrix, normaliseWeights, TIE, weightedScores } from './problem.js';

export interface Interval {
  min: number;
  max: number;
}

export interface StabilityInterval {
  /** The weight today, as a share of 1. */
  weight: number;
  /** Interval in which the first place holds, and who takes it beyond (index; null when nobody does). */
  top: Interval & { belowMinNewBest: number | null; aboveMaxNewBest: number | null };
  /** Interval in which the whole ranking holds. */
  full: Interval;
}

/** Scores when criterion k weighs `t`: `at[i] + slope[i] × (t − weight)`. Null when k alone carries all the weight. */
function lines(values: Matrix, shares: readonly number[], k: number): { scores: number[]; slopes: number[] } | null {
  const weight = numberAt(shares, k);
  if (weight >= 1 - 1e-12) return null;
  const scores = weightedScores(values, shares);
  const slopes = values.map((row, i) => {
    const own = numberAt(row, k);
    const others = (numberAt(scores, i) - weight * own) / (1 - weight);
    return own - others;
  });
  return { scores, slopes };
}

/** Narrows `interval` to where a stays at least as good as b; tells which end moved. */
function narrow(interval: Interval, weight: number, lead: number, slope: number): 'min' | 'max' | null {
  if (Math.abs(slope) < 1e-15) return null;
  const crossing = weight - lead / slope;
  if (slope < 0 && crossing < interval.max - TIE) {
    interval.max = Math.max(crossing, weight);
    return 'max';
  }
  if (slope > 0 && crossing > interval.min + TIE) {
    interval.min = Math.min(crossing, weight);
    return 'min';
  }
  return null;
}

/** One interval a criterion. `values[alternative][criterion]`: higher is better. */
export function weightStability(values: Matrix, weights: readonly number[]): StabilityInterval[] {
  const shares = normaliseWeights(weights);
  return shares.map((weight, k) => {
    const top: StabilityInterval['top'] = { min: 0, max: 1, belowMinNewBest: null, aboveMaxNewBest: null };
    const full: Interval = { min: 0, max: 1 };
    const line = lines(values, shares, k);
    if (!line) return { weight, top: { ...top, min: 1, max: 1 }, full: { min: 1, max: 1 } };
    const { scores, slopes } = line;
    const best = indexOfBest(scores);
    const ranks = competitionRanks(scores);
    const n = scores.length;
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) {
        const [rankA, rankB] = [numberAt(ranks, a), numberAt(ranks, b)];
        if (a === b || rankA > rankB || (rankA === rankB && a > b)) continue;
        const lead = numberAt(scores, a) - numberAt(scores, b);
        const slope = numberAt(slopes, a) - numberAt(slopes, b);
        narrow(full, weight, lead, slope);
        // A tie that a move of the weight breaks leaves no room on either side.
        if (Math.abs(lead) <= TIE && Math.abs(slope) > 1e-12) Object.assign(full, { min: weight, max: weight });
        if (a !== best) continue;
        const moved = narrow(top, weight, lead, slope);
        if (moved === 'max') top.aboveMaxNewBest = b;
        if (moved === 'min') top.belowMinNewBest = b;
        if (Math.abs(lead) <= TIE && Math.abs(slope) > 1e-12) Object.assign(top, { min: weight, max: weight });
      }
    return { weight, top, full };
  });
}
