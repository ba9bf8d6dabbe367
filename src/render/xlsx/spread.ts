import type { Style, Worksheet } from 'exceljs';
import { linesIn, roomFor, sheetText } from './values.js';

/** Size of the type in which the widths of columns are counted, in points, and height of its lines to its size. */
const SIZE = 10;
const LEADING = 1.3;

/** A sentence across columns of these widths, from the first of the sheet or another: it wraps there, where a text that runs over the next cells would widen the printed page. */
export function spread(
  sheet: Worksheet,
  row: number,
  text: string,
  widths: readonly number[],
  style: Partial<Style>,
  from = 1,
): void {
  const cell = sheet.getCell(row, from);
  cell.value = sheetText(text);
  cell.style = { ...style, alignment: { ...style.alignment, wrapText: true } };
  if (widths.length > 1) sheet.mergeCells(row, from, row, from + widths.length - 1);
  const size = style.font?.size ?? SIZE;
  const room = (widths.reduce((sum, width) => sum + width, 0) * SIZE) / size;
  // Spreadsheets do not fit the height of merged cells to their text.
  sheet.getRow(row).height = 3 + size * LEADING * (widths.length > 0 ? linesIn(text, room) : 1);
}

export const SUMMARY_NAME = 'Sommaire';

const BACK = `← ${SUMMARY_NAME}`;

/** The link back to the summary, over the columns that it takes: a link is cut at the end of its cell. Gives their number. */
export function linkBack(sheet: Worksheet, row: number, widths: readonly number[], style: Partial<Style>): number {
  const cell = sheet.getCell(row, 1);
  cell.value = { text: BACK, hyperlink: `#'${SUMMARY_NAME}'!A1` };
  cell.style = style;
  let width = 0;
  const last = widths.findIndex((one) => {
    width += one;
    return width >= roomFor(BACK);
  });
  const columns = last < 0 ? widths.length : last + 1;
  if (columns > 1) sheet.mergeCells(row, 1, row, columns);
  return columns;
}
