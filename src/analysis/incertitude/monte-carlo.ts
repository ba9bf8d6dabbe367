/** Monte Carlo of a cost over years: mean, spread, quantiles and probabilities of passing thresholds. */
import { sampler, type ThreePoint } from './distributions.js';
import type { Random } from './random.js';

export interface UncertainItem {
  id: string;
  distribution: ThreePoint;
  /** False for what is paid once, without growth; true by default. */
  everyYear?: boolean;
}

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

export interface CostModel {
  years: number;
  /** Growth a year: the cost of year y (from 0) is its draw × (1 + growth)^y. */
  growthPerYear: number;
  items: readonly UncertainItem[];
  /** One draw an item and a year; otherwise one draw an item for all years. */
  yearsIndependent: boolean;
}

/** `count` draws of the total cost. */
export function drawCosts({ years, growthPerYear, items, yearsIndependent }: CostModel, count: number, random: Random) {
  const growth = Array.from({ length: years }, (_, year) => (1 + growthPerYear) ** year);
  const allYears = growth.reduce((sum, factor) => sum + factor, 0);
  const samplers = items.map(({ distribution, everyYear = true }) => ({ draw: sampler(distribution), everyYear }));
  return Float64Array.from({ length: count }, () => {
    let total = 0;
    for (const { draw, everyYear } of samplers) {
      if (!everyYear) total += draw(random);
      else if (!yearsIndependent) total += draw(random) * allYears;
      else for (const factor of growth) total += draw(random) * factor;
    }
    return total;
  });
}
