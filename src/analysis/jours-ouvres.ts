/** Working days: Monday to Friday, without the eleven French public holidays (code du travail, article L3133-1). */

import { JOUR } from '../texte/dates.js';

/** Easter Sunday of a year, by the anonymous Gregorian algorithm (Meeus, Jones and Butcher), as days since 1970. */
function paques(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1) / JOUR;
}

/** Day and month of the holidays that never move. */
const FIXES = [
  [1, 1],
  [1, 5],
  [8, 5],
  [14, 7],
  [15, 8],
  [1, 11],
  [11, 11],
  [25, 12],
] as const;

/** Days after Easter: Monday, Ascension, Whit Monday. */
const MOBILES = [1, 39, 50] as const;

const known = new Map<number, ReadonlySet<number>>();

function feries(year: number): ReadonlySet<number> {
  const found = known.get(year);
  if (found) return found;
  const easter = paques(year);
  const days = new Set([
    ...FIXES.map(([day, month]) => Date.UTC(year, month - 1, day) / JOUR),
    ...MOBILES.map((after) => easter + after),
  ]);
  known.set(year, days);
  return days;
}

/** Public holidays of a year, in order, as AAAA-MM-JJ. */
export const joursFeries = (year: number): string[] =>
  [...feries(year)].sort((a, b) => a - b).map((day) => new Date(day * JOUR).toISOString().slice(0, 10));

/** Whether the day of a time (milliseconds, UTC) is worked. */
export function estOuvre(time: number): boolean {
  const date = new Date(time);
  const weekday = date.getUTCDay();
  return weekday !== 0 && weekday !== 6 && !feries(date.getUTCFullYear()).has(Math.floor(time / JOUR));
}

/** Working days from one time (milliseconds, UTC), included, to another, excluded; negative when the second comes first. */
export function ouvresEntre(from: number, to: number): number {
  if (to < from) return -ouvresEntre(to, from);
  let count = 0;
  for (let time = from; time < to; time += JOUR) if (estOuvre(time)) count++;
  return count;
}

/**
 * Working days that an answer took: the day of the request does not count, that of the answer does. From Wednesday to Monday: 3.
 * Null unless both dates are given to the day (AAAA-MM-JJ).
 */
export function delaiOuvre(demande: string | undefined, reponse: string | undefined): number | null {
  if (demande?.length !== 10 || reponse?.length !== 10) return null;
  return ouvresEntre(Date.parse(demande) + JOUR, Date.parse(reponse) + JOUR);
}
