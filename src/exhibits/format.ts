/** Values as a French page writes them, without the machine's locale: the same text everywhere. */
import type { Cell, CellFormat } from './types.js';

const NARROW = '\u202f';
const FIXED = '\u00a0';
const DASH = '—';

const MOIS = [
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

/** « 12 345 », « 3,5 »; `decimals` at most, or exactly when `fixed`. */
export function formatNumber(value: number, decimals = 0, fixed = false): string {
  const rounded = Math.abs(value).toFixed(decimals);
  const [whole = '0', fraction = ''] = rounded.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NARROW);
  const shown = fixed ? fraction : fraction.replace(/0+$/, '');
  const sign = value < 0 && Number(rounded) !== 0 ? '−' : '';
  return `${sign}${grouped}${shown ? `,${shown}` : ''}`;
}

/** « 15 février 2018 », « 1ᵉʳ mars 2018 », « février 2018 », « 2018 » from AAAA-MM-JJ, AAAA-MM or AAAA; other text as it is. */
export function formatDate(iso: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!match) return iso;
  const [, year = '', month, day] = match;
  const name = month === undefined ? undefined : MOIS[Number(month) - 1];
  if (name === undefined) return year;
  if (day === undefined) return `${name} ${year}`;
  return `${day === '01' ? '1er' : Number(day)}${FIXED}${name} ${year}`;
}

const precise = (iso: string): boolean => iso.length === 10;

/** « au 15 février 2018 », « en avril 2018 ». */
export const auJour = (iso: string): string => `${precise(iso) ? 'au' : 'en'} ${formatDate(iso)}`;

/** « du 15 février 2018 », « d’avril 2018 », « de juin 2018 ». */
export function duJour(iso: string): string {
  const text = formatDate(iso);
  return precise(iso) ? `du ${text}` : /^[ao]/.test(text) ? `d’${text}` : `de ${text}`;
}

/** A date in a table: « 15/02/2018 », « 02/2018 », « 2018 ». */
export const formatShortDate = (iso: string): string =>
  /^\d{4}(-\d{2}){0,2}$/.test(iso) ? iso.split('-').reverse().join('/') : iso;

/** What a cell shows. Units stand in the header; only percentages carry their sign. */
export function formatCell(cell: Cell | undefined, format: CellFormat): string {
  if (cell === null || cell === undefined || cell === '') return DASH;
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  if (typeof cell === 'string') return format === 'date' ? formatShortDate(cell) : cell;
  if (!Number.isFinite(cell)) return DASH;
  switch (format) {
    case 'annee':
      return String(cell);
    case 'decimal':
      return formatNumber(cell, 1, true);
    case 'pourcent':
      return `${formatNumber(cell * 100)}${FIXED}%`;
    case 'oui-non':
      return cell ? 'oui' : 'non';
    case 'entier':
    case 'euros':
      return formatNumber(cell);
    default:
      return formatNumber(cell, 2);
  }
}
