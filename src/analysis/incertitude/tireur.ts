/** Draws of uncertain amounts over years. */
import { sampler, type ThreePoint } from './distributions.js';
import type { Random } from './random.js';

/**
 * Fills `into` with one amount an item and a year, item after item. Years of one item share their draw, for a cost that is misjudged is so every year;
 * or each year has its own.
 */
export function tireurDe(
  items: readonly ThreePoint[],
  years: number,
  anneesIndependantes: boolean,
): (random: Random, into: Float64Array) => void {
  const samplers = items.map(sampler);
  return (random, into) => {
    for (const [i, draw] of samplers.entries()) {
      let amount = draw(random);
      for (let year = 0; year < years; year++) {
        if (anneesIndependantes && year > 0) amount = draw(random);
        into[i * years + year] = amount;
      }
    }
  };
}
