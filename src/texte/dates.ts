/** Dates of a study are AAAA, AAAA-MM or AAAA-MM-JJ: compared on the part that both give, and written as a French page does. */
import { deNom } from './accords.js';
import { INSECABLE } from './nombres.js';

type Jour = string | number | null | undefined;

export const MOIS: readonly string[] = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** Milliseconds of a day of UTC, that no change of hour makes shorter. */
export const JOUR = 86_400_000;
export const MOIS_PAR_AN = 12;

const FORME = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Negative, 0 or positive on the part that both dates give; « 2018 » and « 2018-03 » are equal, for nothing tells them apart. */
export function comparerDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  const [left, right] = [a.slice(0, length), b.slice(0, length)];
  return left < right ? -1 : left > right ? 1 : 0;
}

const connue = (value: Jour): value is string | number => value !== null && value !== undefined && value !== '';

/** Whether `value` is surely later than `date`: « 2018 » is not later than « 2018-02-15 », « 2018-03 » is. An unknown date is not. */
export const posterieur = (value: Jour, date: string): boolean =>
  connue(value) && comparerDates(String(value), date) > 0;

/** Whether `value` is surely earlier than `date`. */
export const anterieur = (value: Jour, date: string): boolean =>
  connue(value) && comparerDates(String(value), date) < 0;

/** Order of dates for a sort: the less precise first when nothing parts them (« 2018 », « 2018-01 », « 2018-01-03 »). */
export const ordreDates = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is dated by its days, the last one last, in whatever order the file has it: measures, follow-ups. */
export const parJour = <D extends { date: string }>(dates: readonly D[] = []): D[] =>
  [...dates].sort((a, b) => ordreDates(a.date, b.date));

/** The year, or null when there is none. */
export function anneeDe(value: Jour): number | null {
  const year = Number.parseInt(String(value ?? '').slice(0, 4), 10);
  return Number.isNaN(year) ? null : year;
}

/**
 * Where a date stands on a line of years: « 2018-07 » begins at 2018,5 and ends at 2018,583; « 2018 » begins at 2018 and ends at 2019. Null
 * without a date.
 */
export function anneeDecimale(value: Jour, bout: 'debut' | 'fin'): number | null {
  const [, year, month, day] = FORME.exec(String(value ?? '')) ?? [];
  if (year === undefined) return null;
  const after = bout === 'fin' ? 1 : 0;
  if (month === undefined) return Number(year) + after;
  if (day === undefined) return Number(year) + (Number(month) - 1 + after) / 12;
  return Number(year) + (Number(month) - 1 + (Number(day) - 1 + after) / joursDuMois(Number(year), Number(month))) / 12;
}

/** Whether the text is a date of the real calendar: « 2018-02-30 » is not. */
export function dateReelle(text: string): boolean {
  const match = FORME.exec(text);
  if (!match) return false;
  const [, , month = '01', day = '01'] = match;
  const m = Number(month);
  return m >= 1 && m <= 12 && Number(day) >= 1 && Number(day) <= joursDuMois(Number(match[1]), m);
}

/** Days of a month of the Gregorian calendar; the month counts from 1. */
export const joursDuMois = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Months since year 0, of a date of the form AAAA-MM-JJ, AAAA-MM or AAAA (then its January): two of them are compared to the month. */
export const moisAbsolu = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7) || 1) - 1;

/** The same month, written « 2018-02 ». */
export const moisEcrit = (mois: number): string =>
  `${Math.floor(mois / 12)}-${String((mois % 12) + 1).padStart(2, '0')}`;

/** Days from one date to another, a month counted from its first day, a year from 1 January; null when one is no date. */
export function joursEntre(from: string, to: string): number | null {
  if (!dateReelle(from) || !dateReelle(to)) return null;
  const time = (date: string): number => Date.parse(`${date}-01-01`.slice(0, 10));
  return Math.round((time(to) - time(from)) / JOUR);
}

const precise = (iso: string): boolean => iso.length === 10;

/** « 15 février 2018 », « 1er mars 2018 », « février 2018 », « 2018 » from AAAA-MM-JJ, AAAA-MM or AAAA; other text as it is. */
export function dateEnLettres(iso: string): string {
  const match = FORME.exec(iso);
  if (!match || !dateReelle(iso)) return iso;
  const [, year = '', month, day] = match;
  if (month === undefined) return year;
  const name = `${MOIS[Number(month) - 1]} ${year}`;
  return day === undefined ? name : `${day === '01' ? '1er' : Number(day)}${INSECABLE}${name}`;
}

/** « au 15 février 2018 », « en avril 2018 ». */
export const auJour = (iso: string): string => `${precise(iso) ? 'au' : 'en'} ${dateEnLettres(iso)}`;

/** « le 15 février 2018 », « en avril 2018 ». */
export const leJour = (iso: string): string => `${precise(iso) ? 'le' : 'en'} ${dateEnLettres(iso)}`;

/** « du 15 février 2018 », « d’avril 2018 », « de juin 2018 », « de 2018 ». */
export const duJour = (iso: string): string => (precise(iso) ? `du ${dateEnLettres(iso)}` : deNom(dateEnLettres(iso)));

/**
 * « du 6 juillet au 8 août 2017 », « du 6 au 8 juillet 2017 », « d’octobre 2017 à février 2018 », « le 6 juillet 2017 », « en 2016 »: the year, then the
 * month, that both ends share are said once.
 */
export function periode(debut: string, fin?: string): string {
  if (fin === undefined || fin === debut) return leJour(debut);
  return `${debutDePeriode(debut, fin)} ${precise(fin) ? 'au' : 'à'} ${dateEnLettres(fin)}`;
}

function debutDePeriode(debut: string, fin: string): string {
  const alike = debut.length === fin.length && debut.length > 4 && dateReelle(debut) && dateReelle(fin);
  if (!alike || debut.slice(0, 4) !== fin.slice(0, 4)) return duJour(debut);
  const sameMonth = precise(debut) && debut.slice(0, 7) === fin.slice(0, 7);
  return duJour(debut).replace(sameMonth ? /.\p{L}+ \d{4}$/u : / \d{4}$/, '');
}

/** A date in a table: « 15/02/2018 », « 02/2018 », « 2018 »; other text as it is. */
export const dateCourte = (iso: string): string => (FORME.test(iso) ? iso.split('-').reverse().join('/') : iso);
