/** When a source pays what it gives, in numbers: what the formulas of the cash say, for the months are many. */
import { numberAt } from '../../../lists/at.js';

export const MOIS = 12;

export interface Versements {
  /** Share of a year that is paid at its start. */
  acompte: number;
  /** Months between a claim and its payment. */
  delai: number;
  /** Months that a claim covers. */
  periode: number;
  /** Euros by year, and their sum. */
  recues: readonly number[];
  total: number;
  /** Share of each year that is for purchases. */
  achats: readonly number[];
}

/** Euros paid in a month (from 0): the advance at the start of a year, then what each claim asked, after its delay. */
export function verseeAuMois({ acompte, delai, periode, recues, total, achats }: Versements, month: number): number {
  const months = recues.length * MOIS;
  const since = month - delai;
  const opening = month < months && month % MOIS === 0 ? numberAt(recues, month / MOIS) * acompte : 0;
  if (since < 0 || since >= months || (since + 1) % periode !== 0) return opening;
  if (periode > MOIS) return opening + total * (1 - acompte);
  const year = Math.floor(since / MOIS);
  const share = numberAt(achats, year);
  // What was bought is in the first claim of its year.
  const part = (1 - share) * (periode / MOIS) + ((since + 1) % MOIS === periode % MOIS ? share : 0);
  return opening + numberAt(recues, year) * part * (1 - acompte);
}
