/** What a distribution is exactly, by its formulas and the quantiles of the beta: draws come near it. */
import { pertShape, type ThreePoint } from '../../../../src/analysis/incertitude/distributions.js';
import { betaQuantile } from './beta.js';

export function mean({ type, min, mode, max, lambda = 4 }: ThreePoint): number {
  return type === 'triangular' ? (min + mode + max) / 3 : (min + lambda * mode + max) / (lambda + 2);
}

/** The exact variance; the textbook ((max − min) ÷ 6)² is only near it. */
export function variance(distribution: ThreePoint): number {
  const { type, min, mode, max, lambda = 4 } = distribution;
  if (type === 'triangular') return (min * min + mode * mode + max * max - min * mode - min * max - mode * max) / 18;
  const m = mean(distribution);
  return ((m - min) * (max - m)) / (lambda + 3);
}

export function quantile(distribution: ThreePoint, p: number): number {
  const { type, min, mode, max } = distribution;
  if (max === min) return min;
  if (type === 'pert') {
    const { alpha, beta } = pertShape(distribution);
    return min + (max - min) * betaQuantile(p, alpha, beta);
  }
  return p * (max - min) <= mode - min
    ? min + Math.sqrt(p * (max - min) * (mode - min))
    : max - Math.sqrt((1 - p) * (max - min) * (max - mode));
}
