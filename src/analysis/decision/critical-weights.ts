/** Smallest change of one weight, before renormalisation, that makes two alternatives swap (Triantaphyllou & Sanchez, 1997). */
import { cellAt, numberAt } from '../../lists/at.js';
import { once } from '../une-fois.js';
import { indexOfBest, type Matrix, weightedScores } from './problem.js';

export interface CriticalChange {
  /** Indexes, the better one first. */
  pair: [number, number];
  criterion: number;
  /** To be taken from the weight; null when no change of this weight can do it. */
  delta: number | null;
  /** In per cent of the weight. */
  deltaPercent: number | null;
  /** A weight cannot fall below zero. */
  feasible: boolean;
}

export interface CriticalWeights {
  scores: number[];
  /** As many as pairs and criteria: found when they are read, and so is the smallest of them. */
  readonly changes: CriticalChange[];
  /** The smallest relative change that displaces the first; and that makes any two swap. */
  percentTop: CriticalChange | null;
  readonly percentAny: CriticalChange | null;
}

/** The first of those whose change is the least, in per cent of the weight. */
function smallest(changes: readonly CriticalChange[]): CriticalChange | null {
  let [found, least]: [CriticalChange | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const change of changes) {
    const { deltaPercent, feasible } = change;
    if (!feasible || deltaPercent === null || (found !== null && Math.abs(deltaPercent) >= least)) continue;
    [found, least] = [change, Math.abs(deltaPercent)];
  }
  return found;
}

/** `weights` as given: a change is expressed on their own scale. */
export function criticalWeightChanges(values: Matrix, weights: readonly number[]): CriticalWeights {
  const scores = weightedScores(values, weights);
  const order = scores.map((_, i) => i).sort((a, b) => numberAt(scores, b) - numberAt(scores, a) || a - b);
  /** Against those that stand after a rank. */
  const changesAt = (rank: number): CriticalChange[] => {
    const i = numberAt(order, rank);
    return order.slice(rank + 1).flatMap((j) =>
      weights.map((weight, k): CriticalChange => {
        const gap = cellAt(values, j, k) - cellAt(values, i, k);
        const lead = numberAt(scores, j) - numberAt(scores, i);
        const delta = gap === 0 ? null : lead / gap;
        return {
          pair: [i, j],
          criterion: k,
          delta,
          deltaPercent: delta === null || weight === 0 ? null : (delta / weight) * 100,
          feasible: delta !== null && delta <= weight,
        };
      }),
    );
  };
  const changes = once(() => order.flatMap((_, rank) => changesAt(rank)));
  return {
    scores,
    get changes() {
      return changes();
    },
    percentTop: smallest(order.length === 0 ? [] : changesAt(order.indexOf(indexOfBest(scores)))),
    get percentAny() {
      return smallest(changes());
    },
  };
}
