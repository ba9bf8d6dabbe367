/** What draws tell: mean, spread, quantiles and probabilities of passing thresholds. */
export interface Summary {
  mean: number;
  sd: number;
  quantile(p: number): number;
  /** Share of the draws above a threshold. */
  probabilityAbove(threshold: number): number;
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
        if ((draws[middle] ?? 0) > threshold) high = middle;
        else low = middle + 1;
      }
      return (n - low) / n;
    },
  };
}
