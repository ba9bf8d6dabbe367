/** How long the accounts of an experimentation run, and what each year of the plan gives to that time. */
import type { Study } from '../../study/study.js';
import { MOIS_PAR_AN, moisAbsolu } from '../../texte/dates.js';

/** From the first month of the experimentation to the last one that the accounts hold, which are closed later to receive its bills; null when either is unknown. */
export function dureeDesComptes({ experimentation, realise }: NonNullable<Study['mode_operatoire']>): number | null {
  if (!experimentation || !realise) return null;
  const { au, jusqu_au: last = au } = realise;
  // Accounts of « 2025 » are closed with the year.
  return moisAbsolu(last.length < 7 ? `${last}-12` : last) - moisAbsolu(experimentation.debut) + 1;
}

/** The same, null of a year, give or take a month. */
export function moisDesComptes(mode: NonNullable<Study['mode_operatoire']>): number | null {
  const months = dureeDesComptes(mode);
  return months === null || Math.abs(months - MOIS_PAR_AN) <= 1 ? null : months;
}

/**
 * Share of each year of the plan that accounts of `mois` months hold: 18 months are the first year and half of the second. The first year alone when
 * the accounts are of a year or of less (money and days are not even within a year), or of more than the plan foresees.
 */
export function partsDesAnnees(mois: number | null, annees: number): readonly number[] {
  if (mois === null || mois <= MOIS_PAR_AN || mois > MOIS_PAR_AN * annees) return [1];
  return Array.from({ length: Math.ceil(mois / MOIS_PAR_AN) }, (_, year) => Math.min(1, mois / MOIS_PAR_AN - year));
}

/** Share of the first year that accounts shorter than it hold, in twelfths; null for all others. Money and days are not even within a year: it is a measure to read beside them, no gap. */
export const partDeLAnnee = (mois: number | null): number | null =>
  mois === null || mois >= MOIS_PAR_AN ? null : mois / MOIS_PAR_AN;
