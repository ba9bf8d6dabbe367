/** Draws of uncertain amounts over years. */
import { amountsAt, type ThreePoint } from './distributions.js';
import type { Uniforms } from './random.js';

/**
 * Fills `into` with one amount an item and a year, item after item. Years of one item share their draw, for a cost that is misjudged is so every year;
 * or each year has its own. Items of one group rise and fall together: they are drawn at the same place of their distributions.
 */
export function tireurDe(
  items: readonly ThreePoint[],
  years: number,
  anneesIndependantes: boolean,
  groupes: readonly (string | null)[] = [],
): (uniforms: Uniforms, into: Float64Array) => void {
  const own = anneesIndependantes ? years : Math.min(1, years);
  // The first of a group draws for all: where it stands in its distribution, year by year.
  const first = new Map<string, number[]>();
  let drawn = 0;
  const slots = items.map((_, i) => {
    const groupe = groupes[i];
    const known = groupe ? first.get(groupe) : undefined;
    const ranks = known ?? Array.from({ length: own }, () => drawn++);
    if (groupe) first.set(groupe, ranks);
    return ranks;
  });
  const amounts = amountsAt(items, slots);
  const places = new Float64Array(drawn);
  const once = new Float64Array(items.length * own);
  return (uniforms, into) => {
    uniforms(places);
    if (own === years) return amounts(places, into);
    amounts(places, once);
    let at = 0;
    for (const amount of once) for (const end = at + years; at < end; at++) into[at] = amount;
  };
}
