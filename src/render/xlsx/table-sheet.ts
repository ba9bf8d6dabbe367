import type { Cell, Workbook, Worksheet } from 'exceljs';
import type { TablesSheet } from '../../documents/workbook.js';
import type { Column, Row, TableExhibit } from '../../exhibits/types.js';
import { numberAt } from '../../lists/at.js';
import { isAddress, linkTarget } from '../text/addresses.js';
import { type Computed, computedRow, computedTotals, type Stretch } from './computed.js';
import { type Block, blocksOf, isFilled, stretchOf } from './layout.js';
import { endPages, pageOptions } from './page.js';
import { tableHeaders } from './sheet-names.js';
import { linkBack, spread } from './spread.js';
import type { SheetStyles } from './styles.js';
import { cellStyle, linesIn, rowHeight, sheetText, tableValue } from './values.js';
import { tableWidths } from './widths.js';

/** In the place of what the study does not say, as in the documents: a cell left blank counts for nought in a formula. */
const ABSENT = '—';

/** Height of the row of the totals, in points. */
const TOTALS = 18;

/** Widest leading columns that stay in sight when the reader scrolls to the right. */
const FROZEN_WIDTH = 45;

/** Width of a sheet that has sentences alone, in characters. */
const SENTENCE = 88;

function frozenColumns(tables: readonly TableExhibit[], widths: readonly number[]): number {
  const count = Math.min(
    ...tables.map(({ headerColumns, columns }) => Math.min(headerColumns ?? 1, columns.length - 1)),
  );
  const width = widths.slice(0, count).reduce((sum, value) => sum + value, 0);
  return width <= FROZEN_WIDTH ? count : 0;
}

/** The headers as a row, with room for the filter's button. */
const headerTexts = (headers: readonly string[], columns: readonly Column[]): Row =>
  Object.fromEntries(columns.map(({ key }, index) => [key, `${headers[index] ?? ''} ▾▾`]));

/** The states of a column, told apart by colour beside their words. */
function addStates(
  sheet: Worksheet,
  etats: NonNullable<Column['etats']>,
  column: number,
  first: number,
  last: number,
  { tones }: SheetStyles,
): void {
  const { letter } = sheet.getColumn(column);
  Object.entries(etats).forEach(([etat, ton], i) => {
    sheet.addConditionalFormatting({
      ref: `${letter}${first}:${letter}${last}`,
      rules: [
        {
          type: 'cellIs',
          operator: 'equal',
          formulae: [`"${sheetText(etat).replaceAll('"', '""')}"`],
          style: tones[ton],
          priority: i + 1,
        },
      ],
    });
  });
}

const stretchIn = (sheet: Worksheet, { columns, rows }: TableExhibit, header: number): Stretch => ({
  letters: new Map(columns.map(({ key }, index) => [key, sheet.getColumn(index + 1).letter])),
  first: header + 1,
  last: header + rows.length,
});

/** Puts the formulas of a row in the place of their values, which viewers that do not compute show. */
function setComputed(
  sheet: Worksheet,
  computed: ReadonlyMap<string, Computed>,
  row: number,
  { letters }: Stretch,
): void {
  for (const [key, value] of computed) sheet.getCell(`${letters.get(key)}${row}`).value = { ...value };
}

/**
 * The cell that leads to an address: its own, where it holds on one line, for a link is never broken. A longer one is left as a text, which is read whole on several
 * lines, and the first cell of its row leads there, if it is short; null otherwise.
 */
function linked(sheet: Worksheet, cell: Cell, width: number, firstWidth: number): Cell | null {
  const text = String(cell.value);
  if (linesIn(text, width) === 1) return cell;
  const first = sheet.getCell(Number(cell.row), 1);
  const short = typeof first.value === 'string' && linesIn(first.value, firstWidth) === 1 && first !== cell;
  return short ? first : null;
}

function addRows(
  sheet: Worksheet,
  { table, header }: Block,
  rank: number,
  widths: readonly number[],
  styles: SheetStyles,
): void {
  const headers = tableHeaders(table.columns.map((column) => sheetText(column.header)));
  sheet.addTable({
    name: `tableau_${rank}_${table.name.replace(/[^a-z0-9]+/gi, '_')}`,
    ref: `A${header}`,
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: false },
    columns: headers.map((name) => ({ name, filterButton: true })),
    rows: table.rows.map((row) => table.columns.map(({ key, format }) => tableValue(row[key], format) ?? ABSENT)),
  });
  table.columns.forEach(({ key, note, format, etats = {} }, index) => {
    const head = sheet.getCell(header, index + 1);
    addStates(sheet, etats, index + 1, header + 1, header + table.rows.length, styles);
    head.style = styles.header(format);
    if (note) head.note = { texts: [{ text: sheetText(note) }], margins: { insetmode: 'auto' } };
    for (const [rowIndex, row] of table.rows.entries()) {
      const cell = sheet.getCell(header + 1 + rowIndex, index + 1);
      cell.style = cellStyle(row[key], format, styles);
      const address = typeof cell.value === 'string' && isAddress(cell.value) ? cell.value : undefined;
      const hyperlink = address === undefined ? null : linkTarget(address);
      const where = linked(sheet, cell, numberAt(widths, index), numberAt(widths, 0));
      if (hyperlink && where) Object.assign(where, { value: { text: where.value, hyperlink }, style: styles.linkCell });
    }
  });
  const where = stretchIn(sheet, table, header);
  for (const [index, row] of table.rows.entries()) {
    const at = header + 1 + index;
    setComputed(sheet, computedRow(table, row, at, where), at, where);
  }
  for (const [index, row] of table.rows.entries())
    sheet.getRow(header + 1 + index).height = rowHeight(table.columns, row, widths);
  sheet.getRow(header).height = rowHeight(table.columns, headerTexts(headers, table.columns), widths, 'header');
}

/** Below the Excel table, so that sorting and filtering leave it in its place. */
function addTotals(
  sheet: Worksheet,
  { table, header }: Block,
  row: number,
  widths: readonly number[],
  styles: SheetStyles,
): void {
  for (const [index, { key, format }] of table.columns.entries()) {
    const cell = sheet.getCell(row, index + 1);
    cell.value = tableValue(table.totals?.[key], format);
    cell.style = styles.total[format];
  }
  sheet.getRow(row).height = Math.max(TOTALS, rowHeight(table.columns, table.totals ?? {}, widths, 'header'));
  const where = stretchIn(sheet, table, header);
  setComputed(sheet, computedTotals(table, row, where), row, where);
}

function addBlock(sheet: Worksheet, block: Block, rank: number, widths: readonly number[], styles: SheetStyles): void {
  const { table, title, header } = block;
  // What says that there is no table has the whole sheet.
  const own = isFilled(table) ? widths.slice(0, table.columns.length) : widths;
  if (title !== null) spread(sheet, title, table.title, own, styles.part);
  if (!isFilled(table)) {
    spread(sheet, header, table.empty, own, styles.line);
    return;
  }
  addRows(sheet, block, rank, widths, styles);
  let next = header + table.rows.length + 1;
  if (table.totals) addTotals(sheet, block, next++, widths, styles);
  if (table.source) spread(sheet, next + 1, table.source, own, styles.small);
}

/**
 * Title, link to the summary, then the tables of the sheet, each an Excel table that filters, or the sentence that says why there is none. `rank`, from 1, is that
 * of the first table in the workbook.
 */
export function addTablesSheet(
  workbook: Workbook,
  styles: SheetStyles,
  { tables, name: subject }: TablesSheet,
  name: string,
  rank: number,
  title: string,
  part: number,
): void {
  const [only] = tables;
  const filled = tableWidths(tables);
  const widths = filled.length > 0 ? filled : [SENTENCE];
  const sheet = workbook.addWorksheet(name, pageOptions(styles, title, widths, part));
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  spread(sheet, 1, tables.length === 1 && only ? only.title : subject, widths, styles.title);
  linkBack(sheet, 2, widths, styles.link);
  const blocks = blocksOf(tables);
  for (const [index, block] of blocks.entries()) addBlock(sheet, block, rank + index, widths, styles);
  if (filled.length === 0) return;
  // Of several tables, none may keep its header in sight: it would head the others.
  const [top, printed] = tables.length === 1 ? [blocks[0]?.header ?? 1, blocks[0]?.header ?? 1] : [2, 1];
  const frozen = frozenColumns(tables.filter(isFilled), widths);
  sheet.views = [{ state: 'frozen', xSplit: frozen, ySplit: top, showGridLines: false }];
  sheet.pageSetup.printTitlesRow = `${printed}:${printed}`;
  if ((sheet.pageSetup.fitToWidth ?? 1) > 1 && frozen > 0)
    sheet.pageSetup.printTitlesColumn = `A:${sheet.getColumn(frozen).letter}`;
  endPages(sheet, widths, blocks.map(stretchOf));
}
