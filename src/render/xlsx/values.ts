import type { Cell, CellFormat, Column, Row } from '../../exhibits/types.js';

/** What a cell of the workbook holds: never a formula, so that no text of the study can become one. */
export type SheetValue = string | number | Date | null;

/** Longest text that a cell may hold. */
const CELL_LIMIT = 32_767;

/** At most what a cell holds. */
export const sheetText = (text: string): string =>
  text.length > CELL_LIMIT ? `${text.slice(0, CELL_LIMIT - 1).toWellFormed()}…` : text;

/** A full ISO date becomes a date of the workbook; « 2017-10 » and « 2013 », which have no day, stay texts. */
export function sheetValue(cell: Cell | undefined, format: CellFormat): SheetValue {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (format === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(cell)) {
    const date = new Date(`${cell}T00:00:00Z`);
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(cell)) return date;
  }
  if (format === 'annee' && /^\d{4}$/.test(cell)) return Number(cell);
  return sheetText(cell);
}

const NUMERIC_WIDTH: Readonly<Record<CellFormat, number>> = {
  texte: 10,
  entier: 10,
  decimal: 10,
  nombre: 10,
  euros: 14,
  pourcent: 10,
  date: 12,
  annee: 9,
  'oui-non': 9,
};

/** Width of a column in characters: what the exhibit asks for, widened to what its texts and its header need. */
export function columnWidth(column: Column, rows: readonly Row[]): number {
  const asked = (column.width ?? 1) * 10;
  const longest = Math.max(...column.header.split(/\s+/).map((word) => word.length));
  let content = NUMERIC_WIDTH[column.format];
  if (column.format === 'texte')
    for (const row of rows) {
      const cell = row[column.key];
      if (typeof cell === 'string') for (const line of cell.split('\n')) content = Math.max(content, line.length + 2);
    }
  // The filter's button takes the room of about four characters.
  return Math.min(70, Math.max(asked, Math.min(content, 40), longest + 4));
}

/** Height of a line of 10-point text, in points; the highest row that Excel takes. */
const LINE = 13.5;
const TALLEST = 405;

/** Height of a row whose texts wrap in columns of these widths: not every spreadsheet fits it by itself. */
export function rowHeight(columns: readonly Column[], row: Row, widths: readonly number[]): number {
  const lines = columns.map(({ key }, index) => {
    const cell = row[key];
    if (typeof cell !== 'string') return 1;
    const room = Math.max(4, (widths[index] ?? 10) - 1);
    return cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
  });
  return Math.min(TALLEST, Math.max(1, ...lines) * LINE + 3);
}
