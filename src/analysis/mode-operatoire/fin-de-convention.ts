/** When a convention ends. */
import { joursDuMois, moisAbsolu, moisEcrit } from '../../texte/dates.js';
import type { Convention } from './etat.js';

/**
 * Day from which a convention holds no longer: so many months after it takes effect, which is its signature unless it says another day; where the month has
 * no such day, it holds to its end. Null when either is unknown.
 */
export function finDeConvention({ signee_le: signed, effet = signed, duree_mois: months }: Convention): string | null {
  if (effet === undefined || months === undefined) return null;
  const last = moisAbsolu(effet) + months;
  const [year = 0, month = 1] = moisEcrit(last).split('-').map(Number);
  const day = effet.slice(8) || '01';
  return Number(day) > joursDuMois(year, month) ? `${moisEcrit(last + 1)}-01` : `${moisEcrit(last)}-${day}`;
}
