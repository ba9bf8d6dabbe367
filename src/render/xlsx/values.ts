import type { Style } from 'exceljs';
import type { Cell, CellFormat, Column, Row } from '../../exhibits/types.js';
import { nombreFr } from '../../texte/nombres.js';
import { elidee, guillemetsInterieurs, insecable } from '../../texte/typographie.js';
import { isAddress } from '../text/addresses.js';
import type { SheetStyles } from './styles.js';
import { textWidth, WIDEST } from './text-width.js';

/** What the study writes in a cell: never a formula, so that no text of it can become one (`computed.ts` makes those of the tables). */
export type SheetValue = string | number | Date | null;

/** Longest text that a cell may hold. */
const CELL_LIMIT = 32_767;

/** At most what a cell holds. */
const cut = (text: string): string =>
  text.length > CELL_LIMIT ? `${text.slice(0, CELL_LIMIT - 1).toWellFormed()}…` : text;

/** A text to be read, whose figures no end of line cuts, whose quotes within quotes take their own signs, and before which a vowel falls. What a formula or a list compares is set as it is written: `sheetValue`. */
export const sheetText = (text: string): string => cut(elidee(insecable(guillemetsInterieurs(text))));

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_ONLY = /^\d{4}-\d{2}$/;

/** The day, or the first day of the month; null for what is no date. */
function dateOf(text: string): Date | null {
  const iso = MONTH_ONLY.test(text) ? `${text}-01` : text;
  if (!DAY.test(iso)) return null;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? date : null;
}

/** A date or a month becomes a date of the workbook, a year a number: they sort and filter as such. A text that is none of them stays as it is. */
export function sheetValue(cell: Cell | undefined, format: CellFormat): SheetValue {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (format === 'date') {
    const date = dateOf(cell);
    if (date) return date;
  }
  if ((format === 'annee' || format === 'date') && /^\d{4}$/.test(cell)) return Number(cell);
  return cut(cell);
}

/** The same in a table, whose texts are read. */
export function tableValue(cell: Cell | undefined, format: CellFormat): SheetValue {
  const value = sheetValue(cell, format);
  return typeof value === 'string' ? sheetText(value) : value;
}

/** Style of a value in a column of this format: a month shows no day, a year no date, a part of a number three decimals at most. */
export function cellStyle(cell: Cell | undefined, format: CellFormat, styles: SheetStyles): Partial<Style> {
  if (format === 'nombre' && typeof cell === 'number' && !Number.isInteger(cell)) return styles.fraction;
  if (format !== 'date' || typeof cell !== 'string') return styles.cell[format];
  if (MONTH_ONLY.test(cell)) return styles.month;
  return /^\d{4}$/.test(cell) ? styles.cell.annee : styles.cell.date;
}

const NUMERIC_WIDTH: Readonly<Record<CellFormat, number>> = {
  texte: 10,
  entier: 10,
  decimal: 10,
  nombre: 10,
  euros: 14,
  prix: 14,
  pourcent: 10,
  taux: 10,
  date: 12,
  annee: 9,
  'oui-non': 9,
};

/** What a format writes after the digits of a whole number, in characters, with the margins of the cell. */
const AROUND: Readonly<Partial<Record<CellFormat, number>>> = {
  euros: 4,
  prix: 9,
  pourcent: 5,
  taux: 8,
  decimal: 4,
  nombre: 6,
};

/** Characters that a figure or a month takes in its cell, so that none shows as « #### »; 0 for what may wrap. */
export function figureWidth(cell: Cell | undefined, format: CellFormat): number {
  if (typeof cell === 'string') return format === 'date' && MONTH_ONLY.test(cell) ? 17 : 0;
  if (typeof cell !== 'number' || !Number.isFinite(cell)) return 0;
  const shown = Math.round(format === 'pourcent' || format === 'taux' ? cell * 100 : cell);
  return nombreFr(shown).length + (AROUND[format] ?? 2);
}

/** Digits of ten points that a column holds for one of eleven points, in which it is counted, and those that the margins of a cell and the indent of its text take; part of a tenth is left to spare. */
const DIGITS = 1.03;
const SIDES = 2.3;

/** Type in bold, to the same in regular. */
export const BOLD = 1.05;

/** Widest column of addresses: a longer one takes several lines. */
const WIDEST_ADDRESS = 88;

/** Width of a column in which a text holds on one line. */
export const roomFor = (text: string): number => (textWidth(text) + SIDES) / DIGITS;

/** Width of a column in characters: what the exhibit asks for, widened to what its texts and its header need. */
export function columnWidth(column: Column, rows: readonly Row[]): number {
  const asked = (column.width ?? 1) * 10;
  const longest = Math.max(...column.header.split(/\s+/).map(textWidth));
  let content = Math.max(
    NUMERIC_WIDTH[column.format],
    ...rows.map((row) => figureWidth(row[column.key], column.format)),
  );
  if (column.format === 'texte')
    for (const row of rows) {
      const cell = row[column.key];
      if (typeof cell === 'string') for (const line of cell.split('\n')) content = Math.max(content, roomFor(line));
    }
  // A link is never broken: it holds on one line, or is a text.
  const widest = rows.some((row) => isAddress(String(row[column.key] ?? ''))) ? WIDEST_ADDRESS : 40;
  // The filter's button takes the room of two digits more.
  return Math.min(
    Math.max(70, widest),
    Math.ceil(Math.max(asked, Math.min(content, widest), longest * BOLD + SIDES + 2)),
  );
}

const SPACE = textWidth(' ');

/** The widths of the words of a text, paragraph by paragraph. */
export type WordWidths = readonly (readonly number[])[];

export const wordWidths = (text: string): WordWidths =>
  text.split('\n').map((paragraph) => paragraph.split(/[ \t]+/).map(textWidth));

/** Room of a column for its texts, in widths of a digit. */
const roomIn = (width: number): number => Math.max(4, width * DIGITS - SIDES);

/** Lines of a text that wraps between words in a column of this width, in characters. */
export const linesIn = (text: string, width: number): number =>
  text.length * WIDEST <= roomIn(width) && !text.includes('\n') ? 1 : linesOfWords(wordWidths(text), width);

/** The same of its words, measured once for the widths that are tried. */
export function linesOfWords(paragraphs: WordWidths, width: number): number {
  const room = roomIn(width);
  return paragraphs.reduce((sum, words) => {
    let [lines, used] = [1, 0];
    for (const length of words) {
      const after = used === 0 ? length : used + SPACE + length;
      if (after <= room) used = after;
      else {
        // A word longer than the column is cut.
        const whole = Math.floor(length / room);
        lines += (used === 0 ? 0 : 1) + (length > room ? whole : 0);
        used = length > room ? length - whole * room : length;
      }
    }
    return sum + lines;
  }, 0);
}

/** Height of a line of 10-point text, in points; the highest row that Excel takes. */
const LINE = 13;
const TALLEST = 405;

/** Height of a row whose texts wrap in columns of these widths: not every spreadsheet fits it by itself. Headers are in bold, and so are states, which a spreadsheet may draw wider still. */
export function rowHeight(
  columns: readonly Column[],
  row: Row,
  widths: readonly number[],
  weight: 'header' | 'line' = 'line',
): number {
  const lines = columns.map(({ key, etats }, index) => {
    const cell = row[key];
    if (typeof cell !== 'string') return 1;
    return linesIn(cell, (widths[index] ?? 10) / (weight === 'header' || etats !== undefined ? BOLD : 1));
  });
  return Math.min(TALLEST, Math.max(1, ...lines) * LINE + 3);
}
