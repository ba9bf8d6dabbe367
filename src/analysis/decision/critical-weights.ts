/** Smallest change of one weight, before renormalisation, that makes two alternatives swap (Triantaphyllou & Sanchez, 1997). */
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

const smallest = (changes: readonly CriticalChange[]): CriticalChange | null =>
  changes
    .filter((change) => change.feasible && change.deltaPercent !== null)
    .reduce<CriticalChange | null>(
      (least, change) =>
        least === null || Math.abs(change.deltaPercent ?? 0) < Math.abs(least.deltaPercent ?? 0) ? change : least,
      null,
    );

/** `weights` as given: a change is expressed on their own scale. */
export function criticalWeightChanges(values: Matrix, weights: readonly number[]): CriticalWeights {
  const scores = weightedScores(values, weights);
  const order = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  /** Against those that stand after a rank. */
  const changesAt = (rank: number): CriticalChange[] => {
    const i = order[rank] ?? 0;
    return order.slice(rank + 1).flatMap((j) =>
      weights.map((weight, k): CriticalChange => {
        const gap = (values[j]?.[k] ?? 0) - (values[i]?.[k] ?? 0);
        const lead = (scores[j] ?? 0) - (scores[i] ?? 0);
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
