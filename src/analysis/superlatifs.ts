/** The one place where a winner is named: no sentence says « le plus » of one among equals. */

const EGAL = 1e-9;

/** The items that reach the greatest value, in the order given; none when nothing is above zero. Values that differ by rounding alone are equal. */
export function premiersDe<T>(items: readonly T[], valeur: (item: T) => number): T[] {
  const most = Math.max(0, ...items.map(valeur));
  return most > 0 ? items.filter((item) => valeur(item) >= most - EGAL) : [];
}

/** The items that reach the least value, in the order given; none when all are equal: then nothing is the least. */
export function derniersDe<T>(items: readonly T[], valeur: (item: T) => number): T[] {
  const values = items.map(valeur);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return most - least > EGAL ? items.filter((item) => valeur(item) <= least + EGAL) : [];
}

/** The only one with the most; null on a tie, or when nothing stands out. */
export function seulPremier<T>(items: readonly T[], valeur: (item: T) => number): T | null {
  const [first, ...others] = premiersDe(items, valeur);
  return others.length === 0 ? (first ?? null) : null;
}

/** The same among two at least: one that is alone is not the most of any. */
export const premierDePlusieurs = <T>(items: readonly T[], valeur: (item: T) => number): T | null =>
  items.length > 1 ? seulPremier(items, valeur) : null;

/** The only one with the least; null on a tie. */
export function seulDernier<T>(items: readonly T[], valeur: (item: T) => number): T | null {
  const [first, ...others] = derniersDe(items, valeur);
  return others.length === 0 ? (first ?? null) : null;
}
