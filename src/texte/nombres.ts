/** Numbers as a French page writes them, whatever the machine's locale. */
import { numberAt } from '../lists/at.js';

export const INSECABLE = '\u00a0';
const FINE = '\u202f';

/** A number as it was typed, with a decimal comma: no grouping, no rounding. */
export const virgule = (value: number): string => String(value).replace('.', ',');

/** Below this a figure is what floating point leaves of a zero. */
const BRUIT = 1e-9;

/** What a reader sees is what is rounded: 1,005 gives 1,01 though its binary form is below. */
function arrondir(value: number, decimales: number): number {
  const decimal = Number(`${Math.round(Number(`${Number(value.toPrecision(15))}e${decimales}`))}e-${decimales}`);
  return Number.isFinite(decimal) ? decimal : Number(value.toFixed(decimales));
}

/** « 12 345 », « 3,5 »; `decimales` at most, or exactly when `fixe`. Half away from zero; the minus is U+2212, and there is no « −0 ». */
export function nombreA(value: number, decimales = 0, fixe = false): string {
  if (!Number.isFinite(value)) return '—';
  const arrondi = arrondir(Math.abs(value), decimales);
  const [entier = '0', fraction = ''] = arrondi.toFixed(decimales).split('.');
  const groupes = entier.replace(/\B(?=(\d{3})+$)/g, FINE);
  const montree = fixe ? fraction : fraction.replace(/0+$/, '');
  const signe = value < 0 && arrondi !== 0 ? '−' : '';
  return `${signe}${groupes}${montree ? `,${montree}` : ''}`;
}

/**
 * How many decimals a figure needs in a sentence: one, but two significant digits below 1, so that 0,06 is not printed 0,1 nor 0,25 post 0,3.
 */
function decimalesDe(value: number): number {
  const size = Math.abs(value);
  if (size < BRUIT) return 0;
  return size >= 1 ? 1 : Math.min(9, 1 - Math.floor(Math.log10(size)));
}

/** « 12 345 », « 3,5 », « 0,06 »; a remainder of floating point is 0. */
export const nombreFr = (value: number): string => nombreA(value, decimalesDe(value));

/** « 3 000,37 »: a figure that somebody wrote, with all the decimals that they gave it, where a sentence quotes it. */
export function commeEcrit(value: number): string {
  const [, fraction = '', exponent = '0'] = /^\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(Math.abs(value))) ?? [];
  return nombreA(value, Math.max(0, fraction.length - Number(exponent)));
}

/**
 * Decimals for a column of figures, so that they read as one: none when all are whole, else what the smallest one needs (1 to 3).
 */
export function decimalesDeColonne(values: readonly number[]): number {
  const utiles = values.filter((value) => Number.isFinite(value) && Math.abs(value) >= BRUIT);
  if (utiles.every((value) => Number.isInteger(Number(value.toFixed(9))))) return 0;
  return Math.min(3, Math.max(...utiles.map((value) => Math.max(1, decimalesUtiles(value)))));
}

/** Writes the figures that are read together with the decimals of all of them: « 4,0 » beside « 4,3 »; a zero stays « 0 ». */
export function ensemble(values: readonly number[]): (value: number) => string {
  const decimales = decimalesDeColonne(values);
  return (value) => (Math.abs(value) < BRUIT ? '0' : nombreA(value, decimales, true));
}

/** Two significant digits at most, without the zeros that end them. */
const decimalesUtiles = (value: number): number => (nombreFr(value).split(',')[1] ?? '').length;

/** An amount in euros without its sign: whole, but with the cents that it has under 100 €, where they count (a meal, a copy). */
export const sommeFr = (value: number): string =>
  Math.abs(value) < 100 && !Number.isInteger(value) ? nombreA(value, 2, true) : nombreA(value);

/** Decimals of prices that are read together: those that they are written with, two where cents are, none where all are whole. */
export const decimalesDesPrix = (values: readonly number[]): number =>
  values.every(Number.isInteger)
    ? 0
    : Math.min(4, Math.max(2, ...values.map((value) => (commeEcrit(value).split(',')[1] ?? '').length)));

/** « 14,40 », « 0,636 », « 8 »: the price of a unit, which many units multiply. */
export const prixFr = (value: number, decimales = decimalesDesPrix([value])): string => nombreA(value, decimales, true);

/** « 12 500 € », to the euro. */
export const euros = (value: number): string => `${nombreA(value)}${INSECABLE}€`;

/** « 45 % » from the ratio 0.45; « moins de 1 % » and « plus de 99 % » where rounding would say none or all. */
export function pourcent(ratio: number): string {
  const part = ratio * 100;
  if (part > BRUIT && part < 0.5) return `moins de 1${INSECABLE}%`;
  if (part < 100 - BRUIT && part > 99.5) return `plus de 99${INSECABLE}%`;
  return `${nombreA(part)}${INSECABLE}%`;
}

/** « 16,4 % » from the ratio 0.164: with the decimals that the figure has, for a threshold or a rate that is compared. */
export const pourcentPrecis = (ratio: number): string => `${nombreFr(ratio * 100)}${INSECABLE}%`;

const EN_LETTRES =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ');

const DIZAINES = [
  '',
  'dix',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
];

/** « dix-sept », « vingt et une », « quatre-vingts », « quatre-vingt-onze » : every whole number from 0 to 99; null beyond. */
export function nombreEnLettres(n: number, genre: 'm' | 'f' = 'm'): string | null {
  if (!Number.isInteger(n) || n < 0 || n > 99) return null;
  const court = n === 1 && genre === 'f' ? 'une' : EN_LETTRES[n];
  if (court !== undefined) return court;
  const dizaine = Math.floor(n / 10);
  // 70 and 90 are counted from 60 and 80.
  const base = dizaine === 7 || dizaine === 9 ? dizaine - 1 : dizaine;
  const unite = n - base * 10;
  if (unite === 0) return n === 80 ? 'quatre-vingts' : (DIZAINES[dizaine] ?? null);
  const liaison = (unite === 1 || unite === 11) && base !== 8 ? ' et ' : '-';
  return `${DIZAINES[base]}${liaison}${nombreEnLettres(unite, genre)}`;
}

/** « trois », « une » up to sixteen, then figures. */
export const enLettres = (n: number, genre: 'm' | 'f' = 'm'): string =>
  n === 1 && genre === 'f' ? 'une' : (EN_LETTRES[n] ?? nombreFr(n));

/**
 * Parts of a total as whole numbers that make the total as it is rounded: each is cut, and what is left goes to the greatest remainders, the first of
 * equal ones. Parts that do not make the total are rounded one by one.
 */
export function entiersDuTotal(parts: readonly number[], total: number): number[] {
  if (Math.abs(parts.reduce((sum, part) => sum + part, 0) - total) > 1e-6) return parts.map(Math.round);
  const whole = parts.map((part) => Math.floor(part + 1e-9));
  const left = Math.round(total) - whole.reduce((sum, part) => sum + part, 0);
  const served = parts
    .map((part, index) => ({ index, rest: part - numberAt(whole, index) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, left);
  return whole.map((part, index) => part + (served.some((one) => one.index === index) ? 1 : 0));
}

/** Shares of a whole (numbers from 0 to 1 that make 1) as whole numbers that make 100. */
export const partsSurCent = (parts: readonly number[]): number[] =>
  entiersDuTotal(
    parts.map((part) => part * 100),
    100,
  );
