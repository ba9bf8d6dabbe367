/** When a source pays what it gives, in numbers: what the formulas of the cash say, for the months are many. */

import { numberAt } from '../../../lists/at.js';
import { MOIS_PAR_AN } from '../../../texte/dates.js';

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
  const months = recues.length * MOIS_PAR_AN;
  const since = month - delai;
  const opening = month < months && month % MOIS_PAR_AN === 0 ? numberAt(recues, month / MOIS_PAR_AN) * acompte : 0;
  if (since < 0 || since >= months || (since + 1) % periode !== 0) return opening;
  // A claim that covers more than a year is the only one.
  if (periode > MOIS_PAR_AN) return opening + (since + 1 === periode ? total * (1 - acompte) : 0);
  const year = Math.floor(since / MOIS_PAR_AN);
  const share = numberAt(achats, year);
  // What was bought is in the first claim of its year.
  const part =
    (1 - share) * (periode / MOIS_PAR_AN) + ((since + 1) % MOIS_PAR_AN === periode % MOIS_PAR_AN ? share : 0);
  return opening + numberAt(recues, year) * part * (1 - acompte);
}
