/** What draws tell: mean, spread, quantiles and probabilities of passing thresholds. */
import { numberAt } from '../../lists/at.js';
import { auxRangs } from './rangs.js';

export interface Summary {
  mean: number;
  sd: number;
  quantile(p: number): number;
  /** Share of the draws above a threshold. */
  probabilityAbove(threshold: number): number;
}

/** The tenths and the median that `summarise` would give: a sort of every draw is not needed for three of them. */
export function tenths(draws: Float64Array): { p10: number; p50: number; p90: number } {
  const positions = [0.1, 0.5, 0.9].map((p) => (draws.length - 1) * p);
  const values = auxRangs(
    draws,
    positions.flatMap((position) => [Math.floor(position), Math.ceil(position)]),
  );
  const [p10, p50, p90] = positions.map((position, i) => {
    const [low, high] = [numberAt(values, 2 * i), numberAt(values, 2 * i + 1)];
    return low + (high - low) * (position - Math.floor(position));
  });
  return { p10: p10 ?? Number.NaN, p50: p50 ?? Number.NaN, p90: p90 ?? Number.NaN };
}

/** Sorts `draws` in place. Quantiles are linear between order statistics (Hyndman & Fan, 1996, type 7). */
export function summarise(draws: Float64Array): Summary {
  const n = draws.length;
  let total = 0;
  for (const draw of draws) total += draw;
  const mean = total / n;
  let squares = 0;
  for (const draw of draws) squares += (draw - mean) ** 2;
  draws.sort();
  return {
    mean,
    sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0,
    quantile: (p) => {
      const position = (n - 1) * p;
      const index = Math.floor(position);
      const low = draws[index] ?? Number.NaN;
      return low + ((draws[index + 1] ?? low) - low) * (position - index);
    },
    probabilityAbove: (threshold) => {
      let [low, high] = [0, n];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (numberAt(draws, middle) > threshold) high = middle;
        else low = middle + 1;
      }
      return (n - low) / n;
    },
  };
}
