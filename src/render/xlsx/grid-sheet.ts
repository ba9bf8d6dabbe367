/** A sheet of inputs and formulas: inputs marked, checked and open, all else protected without a password. */
import type { DataValidation, Style, Workbook, Worksheet } from 'exceljs';
import type { GridCell, GridSheet, InputRule } from '../../documents/workbook.js';
import type { Stretch } from './breaks.js';
import { type ChoicePlaces, choicesIn, withChoices } from './choices.js';
import { endPages, onOnePage, pageOptions } from './page.js';
import { linkBack, spread } from './spread.js';
import type { SheetStyles } from './styles.js';
import { BOLD, cellStyle, figureWidth, linesIn, roomFor, sheetValue } from './values.js';

function styleOf({ value, style, format = 'texte', input }: GridCell, styles: SheetStyles): Partial<Style> {
  if (input) return styles.input(cellStyle(value, format, styles));
  switch (style) {
    case 'titre':
      return styles.title;
    case 'partie':
      return styles.part;
    case 'entete':
      return styles.header(format);
    case 'total':
      return styles.total[format];
    case 'note':
      return styles.small;
    default:
      return cellStyle(value, format, styles);
  }
}

/** Longest message that Excel shows; a longer one, and it takes the file for damaged. */
const MESSAGE = 255;

function validationOf(rule: Exclude<InputRule, { type: 'texte' }>, places: ChoicePlaces): DataValidation {
  if (rule.type === 'liste') {
    const told = `Choisissez dans la liste : ${rule.values.join(', ')}.`;
    return {
      type: 'list',
      allowBlank: true,
      formulae: [choicesIn(rule, places)],
      showErrorMessage: true,
      errorTitle: 'Valeur non prévue',
      error: told.length <= MESSAGE ? told : 'Choisissez dans la liste que la cellule déroule.',
    };
  }
  if (rule.type === 'date')
    return {
      type: 'date',
      operator: 'greaterThan',
      allowBlank: true,
      formulae: [new Date(Date.UTC(1990, 0, 1))],
      showErrorMessage: true,
      errorTitle: 'Date attendue',
      error: 'Une date est attendue, par exemple 15/09/2018.',
    };
  const { min, max } = rule;
  return {
    type: 'decimal',
    operator: max === undefined ? 'greaterThanOrEqual' : 'between',
    allowBlank: true,
    formulae: max === undefined ? [min] : [min, max],
    showErrorMessage: true,
    errorTitle: 'Valeur hors des bornes',
    error: max === undefined ? `Un nombre d’au moins ${min} est attendu.` : `Un nombre de ${min} à ${max} est attendu.`,
  };
}

/** Any text may be typed where there is nothing to choose from. */
const isFree = (rule: InputRule): boolean => rule.type === 'liste' && rule.values.length === 0;

function putCell(
  sheet: Worksheet,
  { row, column, cell }: { row: number; column: number; cell: GridCell },
  styles: SheetStyles,
  places: ChoicePlaces,
): void {
  const target = sheet.getRow(row).getCell(column);
  const value = sheetValue(cell.value, cell.format ?? 'texte');
  target.value = cell.formula === undefined ? value : { formula: cell.formula, result: value ?? 0, date1904: false };
  target.style = styleOf(cell, styles);
  if (cell.input && cell.input.type !== 'texte' && !isFree(cell.input))
    target.dataValidation = validationOf(cell.input, places);
}

const LINE_HEIGHT = 13;

/** No figure nor word is given more room than this: Excel takes a file for damaged beyond 255. */
const WIDEST = 120;

/** Each column at least as wide as its figures and as the words of its headers. */
function widened({ cells, widths }: GridSheet): number[] {
  const wide = [...widths];
  for (const { column, cell } of cells.values()) {
    const words = cell.style === 'entete' && typeof cell.value === 'string' ? cell.value.split(/\s+/) : [];
    const needed = Math.max(
      figureWidth(cell.value, cell.format ?? 'texte'),
      ...words.map((word) => Math.ceil(roomFor(word) * BOLD)),
    );
    wide[column - 1] = Math.max(wide[column - 1] ?? 10, Math.min(needed, WIDEST));
  }
  return wide;
}

/** Rows between a header and the first of its values that is not left out. */
const REACH = 40;

/** A header is set as the values below it are. */
function headed(
  { cells }: GridSheet,
  { row, column, cell }: { row: number; column: number; cell: GridCell },
): GridCell {
  if (cell.style !== 'entete') return cell;
  for (let below = row + 1; below <= row + REACH; below++) {
    const found = cells.get(`${below}:${column}`)?.cell;
    if (found) return { ...cell, format: found.format ?? 'texte' };
  }
  return cell;
}

/** Columns of the block that a title heads, on one of the two rows below it; at least two, so that the title has room. */
const widthBelow = ({ cells }: GridSheet, row: number): number =>
  Math.max(2, ...[...cells.values()].filter((at) => at.row === row + 1 || at.row === row + 2).map((at) => at.column));

/** A sentence alone on its row spreads over the columns. */
const SENTENCES: readonly GridCell['style'][] = ['titre', 'partie', 'note'];

/** Lines that the texts of each row take in the widths of their columns, where there are several: no text runs over the row below. */
function linesByRow({ cells, widths }: GridSheet): Map<number, number> {
  const lines = new Map<number, number>();
  for (const { row, column, cell } of cells.values()) {
    if (typeof cell.value !== 'string' || cell.style === 'titre' || cell.style === 'partie' || cell.style === 'note')
      continue;
    const bold = cell.style === 'entete' || cell.style === 'total' ? BOLD : 1;
    const needed = linesIn(cell.value, (widths[column - 1] ?? 10) / bold);
    if (needed > 1) lines.set(row, Math.max(lines.get(row) ?? 1, needed));
  }
  return lines;
}

/** A form of no more rows than this prints on one page, where it can be read so: none of its parts is left alone on a second. */
const ONE_PAGE = 60;

/** The last row of a sheet, of its first columns alone where they are counted. */
const rowsOf = ({ cells }: GridSheet, columns = Number.POSITIVE_INFINITY): number =>
  Math.max(0, ...[...cells.values()].flatMap(({ row, column }) => (column <= columns ? [row] : [])));

/** Rows of each part of a sheet: its title and its headers stay with the first two of its lines. */
function partsOf(grid: GridSheet): Stretch[] {
  const rowsIn = (style: GridCell['style']): number[] =>
    [...grid.cells.values()].flatMap(({ row, cell }) => (cell.style === style ? [row] : []));
  const [starts, headers] = [rowsIn('partie'), rowsIn('entete')];
  return starts.map((first, i) => {
    const last = (starts[i + 1] ?? rowsOf(grid) + 1) - 1;
    const head = Math.min(first + 3, last);
    // One table to a part: the header of a second is not that of the first.
    const own = new Set(headers.filter((row) => row > first && row <= last));
    const header = own.size === 1 ? [...own].find((row) => row < head) : undefined;
    return { first, ...(header === undefined ? {} : { header }), head, last };
  });
}

export async function addGridSheet(
  workbook: Workbook,
  given: GridSheet,
  styles: SheetStyles,
  title: string,
  part: number,
): Promise<Worksheet> {
  const { grid: complete, places } = withChoices(given);
  const grid = { ...complete, widths: widened(complete) };
  const onPage = grid.horsPage === undefined ? grid.widths : grid.widths.slice(0, grid.horsPage - 1);
  const sheet = workbook.addWorksheet(grid.name, pageOptions(styles, title, onPage, part));
  grid.widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  const quoted = `'${grid.name.replaceAll("'", "''")}'`;
  for (const at of grid.cells.values()) {
    const { row, column, cell } = at;
    if (column === 1 && SENTENCES.includes(cell.style) && !grid.cells.has(`${row}:2`)) {
      const over = cell.style === 'partie' ? onPage.slice(0, widthBelow(grid, row)) : onPage;
      spread(sheet, row, String(cell.value ?? ''), over, styleOf(cell, styles));
      continue;
    }
    putCell(sheet, { row, column, cell: headed(grid, at) }, styles, places);
    if (cell.style === 'entete') sheet.getRow(row).height = LINE_HEIGHT + 4;
    if (cell.name)
      workbook.definedNames.add(
        `${quoted}!${sheet.getCell(row, column).address.replace(/([A-Z]+)(\d+)/, '$$$1$$$2')}`,
        cell.name,
      );
  }
  for (const [row, lines] of linesByRow(grid)) sheet.getRow(row).height = lines * LINE_HEIGHT + 2;
  if (!grid.cells.has('3:1')) {
    const taken = onPage.findIndex((_, i) => grid.cells.has(`3:${i + 1}`));
    linkBack(sheet, 3, taken < 0 ? onPage : onPage.slice(0, taken), styles.link);
  }
  const heads = [...grid.cells.values()].some(({ row, cell }) => row === grid.frozen && cell.style === 'entete');
  const printed = heads ? grid.frozen : 1;
  sheet.pageSetup.printTitlesRow = `${printed}:${printed}`;
  // The library fixes the columns alone; an area whose rows are not fixed is none.
  if (grid.horsPage !== undefined)
    sheet.pageSetup.printArea = `A$1:${sheet.getColumn(onPage.length).letter}$${rowsOf(grid, onPage.length)}`;
  const rows = Math.max(rowsOf(grid, onPage.length), ...grid.charts.map(({ to }) => to.row));
  // A chart must not be cut by the end of a page, nor a short form.
  const whole = (grid.charts.length > 0 || rows <= ONE_PAGE) && onOnePage(sheet, onPage, rows);
  if (!whole && grid.charts.length > 0) sheet.pageSetup.fitToHeight = 1;
  else if (!whole) endPages(sheet, onPage, partsOf(grid));
  grid.alertes.forEach(({ plage, formule, ton }, index) => {
    sheet.addConditionalFormatting({
      ref: plage,
      rules: [{ type: 'expression', formulae: [formule], style: styles.tones[ton], priority: index + 1 }],
    });
  });
  if (grid.frozen > 0)
    sheet.views = [{ state: 'frozen', xSplit: grid.frozenColumns ?? 1, ySplit: grid.frozen, showGridLines: false }];
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
  });
  return sheet;
}
