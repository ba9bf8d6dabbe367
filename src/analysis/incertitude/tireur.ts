/** Draws of uncertain amounts over years. */
import { amountsAt, type ThreePoint } from './distributions.js';
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
  const amountAt = amountsAt(items);
  const names = [...new Set(groupes.filter((groupe) => groupe))];
  const groupOf = Int32Array.from(items, (_, i) => names.indexOf(groupes[i] ?? ''));
  // The first of a group draws for all: where it stands in its distribution, year by year.
  const first = Uint8Array.from(items, (_, i) => Number(groupOf.indexOf(groupOf[i] ?? -1) === i));
  const places = new Float64Array(names.length * years);
  const own = anneesIndependantes ? years : Math.min(1, years);
  return (random, into) => {
    for (let i = 0; i < items.length; i++) {
      const group = groupOf[i] ?? -1;
      const at = i * years;
      for (let year = 0; year < own; year++) {
        const place = group < 0 || first[i] ? random() : (places[group * years + year] ?? 0);
        if (group >= 0) places[group * years + year] = place;
        into[at + year] = amountAt(i, place);
      }
      for (let year = own; year < years; year++) into[at + year] = into[at] ?? 0;
    }
  };
}
