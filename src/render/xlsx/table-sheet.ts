import type { Cell, Workbook, Worksheet } from 'exceljs';
import type { TablesSheet } from '../../documents/workbook.js';
import type { Column, Row, TableExhibit } from '../../exhibits/types.js';
import { itemAt, numberAt } from '../../lists/at.js';
import { isAddress, linkTarget } from '../text/addresses.js';
import { type Computed, computedBelow, computedRow, type Placed, placedOf, type Stretch } from './computed.js';
import { type Block, blocksOf, isFilled, linesOf, stretchOf } from './layout.js';
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

/** Widest leading columns that stay in sight when the reader scrolls to the right; of a sheet of several pages side by side, which is scrolled far, they may be wider. */
const FROZEN_WIDTH = { narrow: 45, wide: 75 };

/** Width of a sentence under a table of several pages side by side, in characters: it holds on the first of them. */
const UNDER = 150;

/** Width of a sheet that has sentences alone, in characters. */
const SENTENCE = 88;

const across = (widths: readonly number[]): number => widths.reduce((sum, value) => sum + value, 0);

/** Leading columns that head the rows of all the tables. */
const headColumns = (tables: readonly TableExhibit[]): number =>
  Math.min(...tables.map(({ headerColumns, columns }) => Math.min(headerColumns ?? 1, columns.length - 1)));

/** Those that stay in sight: all of them or none; of a sheet of several pages, as many as may. */
function frozenColumns(head: number, widths: readonly number[], wide: boolean): number {
  if (!wide) return across(widths.slice(0, head)) <= FROZEN_WIDTH.narrow ? head : 0;
  let count = head;
  while (across(widths.slice(0, count)) > FROZEN_WIDTH.wide) count--;
  return count;
}

/** Columns of a sheet of several pages side by side that each of them has again, from 1: those that head its rows, or the last of these alone where they take too much of it. */
const repeatedColumns = (head: number, frozen: number): readonly [from: number, to: number] =>
  frozen === head ? [1, head] : [head, head];

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

/** A table to draw, those of its sheet, and the widths of its columns. */
interface Drawn {
  block: Block;
  placed: Placed;
  of: readonly Placed[];
  widths: readonly number[];
}

function addRows(
  sheet: Worksheet,
  { block: { table, header }, placed, of, widths }: Drawn,
  rank: number,
  styles: SheetStyles,
): void {
  const rows = linesOf(table);
  const headers = tableHeaders(table.columns.map((column) => sheetText(column.header)));
  sheet.addTable({
    name: `tableau_${rank}_${table.name.replace(/[^a-z0-9]+/gi, '_')}`,
    ref: `A${header}`,
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: false },
    columns: headers.map((name) => ({ name, filterButton: true })),
    rows: rows.map((row) => table.columns.map(({ key, format }) => tableValue(row[key], format) ?? ABSENT)),
  });
  table.columns.forEach(({ key, note, format, etats = {} }, index) => {
    const head = sheet.getCell(header, index + 1);
    addStates(sheet, etats, index + 1, header + 1, header + rows.length, styles);
    head.style = styles.header(format);
    if (note) head.note = { texts: [{ text: sheetText(note) }], margins: { insetmode: 'auto' } };
    for (const [rowIndex, row] of rows.entries()) {
      // By its row: its address is made and read again otherwise.
      const cell = sheet.getRow(header + 1 + rowIndex).getCell(index + 1);
      cell.style = cellStyle(row[key], format, styles);
      const address = typeof cell.value === 'string' && isAddress(cell.value) ? cell.value : undefined;
      const hyperlink = address === undefined ? null : linkTarget(address);
      if (hyperlink === null) continue;
      const where = linked(sheet, cell, numberAt(widths, index), numberAt(widths, 0));
      if (where) Object.assign(where, { value: { text: where.value, hyperlink }, style: styles.linkCell });
    }
  });
  for (const [index, row] of rows.entries()) {
    const at = header + 1 + index;
    setComputed(sheet, computedRow(placed, row, at, of), at, placed.where);
    sheet.getRow(at).height = rowHeight(table.columns, row, widths);
  }
  sheet.getRow(header).height = rowHeight(table.columns, headerTexts(headers, table.columns), widths, 'header');
}

/** Below the Excel table, so that sorting and filtering leave them in their place. */
function addBelow(sheet: Worksheet, { placed, of, widths }: Drawn, styles: SheetStyles): void {
  const { columns } = placed.table;
  for (const one of placed.below) {
    for (const [index, { key, format }] of columns.entries()) {
      const cell = sheet.getRow(one.at).getCell(index + 1);
      cell.value = tableValue(one.row[key], format);
      cell.style = styles.total[format];
    }
    sheet.getRow(one.at).height = Math.max(TOTALS, rowHeight(columns, one.row, widths, 'header'));
    setComputed(sheet, computedBelow(placed, one, of), one.at, placed.where);
  }
}

/** Where the titles of a sheet and the sentences under its tables hold: a text over columns that a page has again is cut there. */
interface Room {
  titles: readonly number[];
  /** First column of the sentences. */
  from: number;
}

function roomOf(widths: readonly number[], repeated: readonly [from: number, to: number] | null): Room {
  if (repeated === null) return { titles: widths, from: 1 };
  const [from, to] = repeated;
  return from === 1
    ? { titles: widths.slice(0, to), from: to + 1 }
    : { titles: widths.slice(0, from - 1), from: to + 1 };
}

/** The columns of a table, and the next ones where they are too narrow for a sentence. */
function ownColumns(count: number, widths: readonly number[]): readonly number[] {
  let last = count;
  while (last < widths.length && across(widths.slice(0, last)) < SENTENCE) last++;
  return widths.slice(0, last);
}

/** The columns that a sentence takes from one on. */
function sentenceColumns(own: readonly number[], { from }: Room): readonly number[] {
  const rest = own.slice(from - 1);
  if (from === 1) return rest;
  let last = 1;
  while (last < rest.length && across(rest.slice(0, last + 1)) <= UNDER) last++;
  return rest.slice(0, last);
}

function addBlock(sheet: Worksheet, drawn: Drawn, rank: number, styles: SheetStyles, room: Room): void {
  const { block, placed, widths } = drawn;
  const { table, title, header } = block;
  // What says that there is no table has the whole sheet.
  const own = isFilled(table) ? ownColumns(table.columns.length, widths) : widths;
  if (title !== null) spread(sheet, title, table.title, room.from === 1 ? own : room.titles, styles.part);
  if (!isFilled(table)) {
    spread(sheet, header, table.empty, own, styles.line);
    return;
  }
  addRows(sheet, drawn, rank, styles);
  addBelow(sheet, drawn, styles);
  const next = placed.where.last + placed.below.length + 1;
  if (table.source) spread(sheet, next + 1, table.source, sentenceColumns(own, room), styles.small, room.from);
}

/**
 * Title, link to the summary, then the tables of the sheet, each an Excel table that filters, or the sentence that says why there is none. `rank`, from 1, is that
 * of the first table in the workbook.
 */
export function addTablesSheet(
  workbook: Workbook,
  styles: SheetStyles,
  { tables, name: subject, note }: TablesSheet,
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
  const wide = filled.length > 0 && (sheet.pageSetup.fitToWidth ?? 1) > 1;
  const head = filled.length > 0 ? headColumns(tables.filter(isFilled)) : 0;
  const frozen = frozenColumns(head, widths, wide);
  const repeated = wide && head > 0 ? repeatedColumns(head, frozen) : null;
  const room = roomOf(widths, repeated);
  spread(sheet, 1, tables.length === 1 && only ? only.title : subject, room.titles, styles.title);
  const taken = linkBack(sheet, 2, room.titles, styles.link);
  const beside = room.titles.slice(taken);
  if (note !== undefined && beside.length > 0) spread(sheet, 2, note, beside, styles.small, taken + 1);
  const blocks = blocksOf(tables);
  const of = blocks.map((block) => placedOf(block, (index) => sheet.getColumn(index + 1).letter));
  for (const [index, block] of blocks.entries())
    addBlock(sheet, { block, placed: itemAt(of, index), of, widths }, rank + index, styles, room);
  if (filled.length === 0) return;
  // Of several tables, none may keep its header in sight: it would head the others.
  const [top, printed] = tables.length === 1 ? [blocks[0]?.header ?? 1, blocks[0]?.header ?? 1] : [2, 1];
  sheet.views = [{ state: 'frozen', xSplit: frozen, ySplit: top, showGridLines: false }];
  sheet.pageSetup.printTitlesRow = `${printed}:${printed}`;
  if (repeated !== null)
    sheet.pageSetup.printTitlesColumn = repeated.map((column) => sheet.getColumn(column).letter).join(':');
  endPages(sheet, widths, blocks.map(stretchOf));
}
