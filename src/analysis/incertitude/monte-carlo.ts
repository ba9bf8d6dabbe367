/** What draws tell: mean, spread, quantiles and probabilities of passing thresholds. */
import { numberAt } from '../../lists/at.js';
import { selectionner } from './selection.js';

export interface Summary {
  mean: number;
  sd: number;
  quantile(p: number): number;
  /** Share of the draws above a threshold. */
  probabilityAbove(threshold: number): number;
}

/** The tenths and the median that `summarise` would give, by selection: a sort of every draw is not needed for three of them. Moves `draws` about. */
export function tenths(draws: Float64Array): { p10: number; p50: number; p90: number } {
  // From the highest down: what is above a quantile is not looked at again, but for the draw that follows it.
  let last = draws.length - 1;
  let next = Number.NaN;
  const [p90, p50, p10] = [0.9, 0.5, 0.1].map((p) => {
    const position = (draws.length - 1) * p;
    const index = Math.floor(position);
    selectionner(draws, index, 0, last);
    if (index < last) next = lowest(draws, index + 1, last);
    last = index;
    const low = draws[index] ?? Number.NaN;
    return position === index ? low : low + (next - low) * (position - index);
  });
  return { p10: p10 ?? Number.NaN, p50: p50 ?? Number.NaN, p90: p90 ?? Number.NaN };
}

function lowest(draws: Float64Array, from: number, to: number): number {
  let low = Number.POSITIVE_INFINITY;
  for (let i = from; i <= to; i++) {
    const draw = draws[i] as number;
    if (draw < low) low = draw;
  }
  return low;
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
