/** Draws of uncertain amounts over years. */
import { sampler, type ThreePoint } from './distributions.js';
import type { Random } from './random.js';

/**
 * Fills `into` with one amount an item and a year, item after item. Years of one item share their draw, for a cost that is misjudged is so every year;
 * or each year has its own. Items of one group rise and fall together: they are drawn at the same place of their distributions.
 */
export function tireurDe(
  items: readonly ThreePoint[],
  years: number,
  anneesIndependantes: boolean,
  groupes: readonly (string | null)[] = [],
): (random: Random, into: Float64Array) => void {
  const samplers = items.map(sampler);
  return (random, into) => {
    const shared = new Map<string, number>();
    /** Where the item stands in its distribution: that of its group in the year, drawn once. */
    const place = (groupe: string | null | undefined, year: number): number => {
      if (!groupe) return random();
      const key = `${groupe}/${year}`;
      const known = shared.get(key) ?? random();
      shared.set(key, known);
      return known;
    };
    for (const [i, draw] of samplers.entries()) {
      let amount = 0;
      for (let year = 0; year < years; year++) {
        if (year === 0 || anneesIndependantes) {
          const at = place(groupes[i], year);
          amount = draw(() => at);
        }
        into[i * years + year] = amount;
      }
    }
  };
}
