/** The performance at which the leader would lose its place, criterion by criterion, in the criterion's own unit. */
import { cellAt, numberAt } from '../../lists/at.js';
import { additiveModel } from './additive.js';
import { normaliseWeights } from './problem.js';
import { performanceOf, type ValueFunction } from './value-functions.js';

export interface BreakEven {
  /** Lead over the second, in points of 1. */
  lead: number;
  /** `value`: performance of the leader at which the second catches up; null when none inside the scale does. */
  breakEven: { value: number | null; partialValue: number }[];
}

export function breakEven(
  matrix: readonly (readonly (number | string)[])[],
  valueFunctions: readonly ValueFunction[],
  weights: readonly number[],
  leader: number,
): BreakEven {
  const { values, scores } = additiveModel(matrix, valueFunctions, weights);
  const shares = normaliseWeights(weights);
  const others = scores.filter((_, i) => i !== leader);
  const lead = numberAt(scores, leader) - Math.max(...others);
  return {
    lead,
    breakEven: valueFunctions.map((valueFunction, j) => {
      const share = numberAt(shares, j);
      const partialValue = share === 0 ? Number.NEGATIVE_INFINITY : cellAt(values, leader, j) - lead / share;
      return { value: share === 0 ? null : performanceOf(valueFunction, partialValue), partialValue };
    }),
  };
}
