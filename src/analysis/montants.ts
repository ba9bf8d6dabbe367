/** Amounts are a number or a range; one reading of each here. */

import { euros, nombreFr } from '../texte/nombres.js';
import type { Fourchette } from './types-communs.js';

export type Montant = number | { min: number; mode: number; max: number } | null | undefined;

/** The number, or the most likely value of the range; null when unknown. */
export function montantProbable(montant: NonNullable<Montant>): number;
export function montantProbable(montant: Montant): number | null;
export function montantProbable(montant: Montant): number | null {
  if (montant === null || montant === undefined) return null;
  return typeof montant === 'number' ? montant : montant.mode;
}

/** The least, the most likely and the most; null when unknown. */
export function fourchette(montant: NonNullable<Montant>): Fourchette;
export function fourchette(montant: Montant): Fourchette | null;
export function fourchette(montant: Montant): Fourchette | null {
  if (montant === null || montant === undefined) return null;
  return typeof montant === 'number'
    ? { min: montant, mode: montant, max: montant }
    : { min: montant.min, mode: montant.mode, max: montant.max };
}

/** A quantity as one figure: its most likely value; 0 when it is not given. */
export const quantiteProbable = (quantity: Montant): number => montantProbable(quantity) ?? 0;

/** Sum when every part is known; null otherwise, or when there is none. */
export function totalConnu<T>(
  items: readonly T[] | undefined,
  value: (item: T) => number | null | undefined,
): number | null {
  const values = (items ?? []).map(value);
  return values.length > 0 && values.every((one) => typeof one === 'number')
    ? values.reduce<number>((sum, one) => sum + (one as number), 0)
    : null;
}

/** « 98 000 € », or « 98 000 € (90 000 à 106 000) » for a range: one form for every document; null when unknown. */
export function montantEtBornes(montant: Montant): string | null {
  const range = fourchette(montant);
  if (!range) return null;
  const told = euros(range.mode);
  return range.min === range.max ? told : `${told} (${nombreFr(range.min)} à ${nombreFr(range.max)})`;
}

export { euros } from '../texte/nombres.js';

const puissanceSous = (value: number): number => 10 ** Math.floor(Math.log10(value));

/**
 * The value with no more digits than its interval allows: to the power of ten under a quarter of its width. « 92 828 » between 88 963 and 97 559 is 93 000.
 * What is small beside its interval keeps a digit: 370 is not nothing, it is about 400.
 */
export function arrondiSelon(value: number, low: number, high: number): number {
  const width = Math.abs(high - low) / 4;
  if (width < 1 || Math.round(value) === 0) return Math.round(value);
  const step = puissanceSous(width);
  const own = Math.abs(value) < step / 2 ? puissanceSous(Math.abs(value)) : step;
  return Math.round(value / own) * own;
}
