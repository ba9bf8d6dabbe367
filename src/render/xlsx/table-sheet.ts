import type { Workbook, Worksheet } from 'exceljs';
import type { Column, Row, TableExhibit } from '../../exhibits/types.js';
import { isAddress } from '../text/addresses.js';
import { pageOptions } from './page.js';
import { tableHeaders } from './sheet-names.js';
import { CELL, HEADER, LINE, LINK, SMALL, TITLE, TOTAL } from './styles.js';
import { columnWidth, rowHeight, sheetText, sheetValue } from './values.js';

export const SUMMARY_NAME = 'Sommaire';

/** Row of the table's header, under the title and the link back to the summary. */
const HEADER_ROW = 3;

/** Widest leading columns that stay in sight when the reader scrolls to the right. */
const FROZEN_WIDTH = 45;

function frozenColumns(table: TableExhibit, widths: readonly number[]): number {
  const count = Math.min(table.headerColumns ?? 1, table.columns.length - 1);
  const width = widths.slice(0, count).reduce((sum, value) => sum + value, 0);
  return width <= FROZEN_WIDTH ? count : 0;
}

/** The headers as a row, with room for the filter's button. */
const headerTexts = (headers: readonly string[], columns: readonly Column[]): Row =>
  Object.fromEntries(columns.map(({ key }, index) => [key, `${headers[index] ?? ''} ▾▾▾`]));

function addRows(sheet: Worksheet, table: TableExhibit, rank: number, widths: readonly number[]): void {
  const headers = tableHeaders(table.columns.map(({ header }) => sheetText(header)));
  sheet.addTable({
    name: `tableau_${rank}_${table.name.replace(/[^a-z0-9]+/gi, '_')}`,
    ref: `A${HEADER_ROW}`,
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: false },
    columns: headers.map((name) => ({ name, filterButton: true })),
    rows: table.rows.map((row) => table.columns.map(({ key, format }) => sheetValue(row[key], format))),
  });
  table.columns.forEach(({ note, format }, index) => {
    const header = sheet.getCell(HEADER_ROW, index + 1);
    header.style = HEADER;
    if (note) header.note = { texts: [{ text: sheetText(note) }], margins: { insetmode: 'auto' } };
    for (let row = 1; row <= table.rows.length; row++) {
      const cell = sheet.getCell(HEADER_ROW + row, index + 1);
      cell.style = CELL[format];
      const address = typeof cell.value === 'string' && isAddress(cell.value) ? cell.value : undefined;
      if (address) Object.assign(cell, { value: { text: address, hyperlink: address }, style: LINK });
    }
  });
  for (const [index, row] of table.rows.entries())
    sheet.getRow(HEADER_ROW + 1 + index).height = rowHeight(table.columns, row, widths);
  sheet.getRow(HEADER_ROW).height = rowHeight(table.columns, headerTexts(headers, table.columns), widths);
}

/** Below the Excel table, so that sorting and filtering leave it in its place. */
function addTotals(sheet: Worksheet, table: TableExhibit, row: number): void {
  for (const [index, { key, format }] of table.columns.entries()) {
    const cell = sheet.getCell(row, index + 1);
    cell.value = sheetValue(table.totals?.[key], format);
    cell.style = TOTAL[format];
  }
}

/** One sheet a table: title, link to the summary, then an Excel table that filters, or the sentence that says why there is none. */
export function addTableSheet(
  workbook: Workbook,
  table: TableExhibit,
  name: string,
  rank: number,
  title: string,
): void {
  const filled = table.rows.length > 0 && table.columns.length > 0;
  const widths = table.columns.map((column) => columnWidth(column, table.rows));
  const sheet = workbook.addWorksheet(name, pageOptions(title, true));
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  sheet.getCell('A1').value = sheetText(table.title);
  sheet.getCell('A1').style = TITLE;
  sheet.getRow(1).height = 24;
  sheet.getCell('A2').value = { text: '← Sommaire', hyperlink: `#'${SUMMARY_NAME}'!A1` };
  sheet.getCell('A2').style = LINK;
  if (!filled) {
    sheet.getCell(HEADER_ROW, 1).value = sheetText(table.empty);
    sheet.getCell(HEADER_ROW, 1).style = LINE;
    return;
  }
  addRows(sheet, table, rank, widths);
  sheet.views = [{ state: 'frozen', xSplit: frozenColumns(table, widths), ySplit: HEADER_ROW }];
  sheet.pageSetup.printTitlesRow = `${HEADER_ROW}:${HEADER_ROW}`;
  let next = HEADER_ROW + table.rows.length + 1;
  if (table.totals) addTotals(sheet, table, next++);
  if (table.source) {
    const cell = sheet.getCell(next + 1, 1);
    cell.value = sheetText(table.source);
    cell.style = SMALL;
  }
}
