/** A sheet of inputs and formulas: inputs marked, checked and open, all else protected without a password. */
import type { DataValidation, Style, Workbook, Worksheet } from 'exceljs';
import type { GridCell, GridSheet, InputRule } from '../../documents/workbook.js';
import { pageOptions } from './page.js';
import { CELL, HEADER, LINK, PART, SMALL, TITLE, TOTAL } from './styles.js';
import { SUMMARY_NAME } from './table-sheet.js';
import { sheetText, sheetValue } from './values.js';

const ALERT = {
  fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFF9D6C8' } },
  font: { color: { argb: 'FF8A2B06' }, bold: true },
} as const;

const INPUT_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF4CC' } } as const;

/** Shared objects: the writer recognises them, which keeps large sheets cheap. */
const inputs = new Map<string, Partial<Style>>();
const wrapped = new Map<Partial<Style>, Partial<Style>>();

function styleOf({ style, format = 'texte', input }: GridCell): Partial<Style> {
  if (input) {
    const known = inputs.get(format) ?? { ...CELL[format], fill: INPUT_FILL, protection: { locked: false } };
    inputs.set(format, known);
    return known;
  }
  switch (style) {
    case 'titre':
      return TITLE;
    case 'partie':
      return PART;
    case 'entete': {
      const known = wrapped.get(HEADER) ?? { ...HEADER, alignment: { ...HEADER.alignment, wrapText: true } };
      wrapped.set(HEADER, known);
      return known;
    }
    case 'total':
      return TOTAL[format];
    case 'note':
      return SMALL;
    default:
      return CELL[format];
  }
}

function validationOf(rule: Exclude<InputRule, { type: 'texte' }>): DataValidation {
  if (rule.type === 'liste')
    return {
      type: 'list',
      allowBlank: true,
      formulae: [`"${rule.values.join(',')}"`],
      showErrorMessage: true,
      errorTitle: 'Valeur non prévue',
      error: `Choisissez dans la liste : ${rule.values.join(', ')}.`,
    };
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

function putCell(sheet: Worksheet, row: number, column: number, cell: GridCell): void {
  const target = sheet.getCell(row, column);
  const value = typeof cell.value === 'string' ? sheetText(cell.value) : cell.value;
  target.value =
    cell.formula === undefined
      ? sheetValue(value, cell.format ?? 'texte')
      : { formula: cell.formula, result: sheetValue(value, cell.format ?? 'texte') ?? 0, date1904: false };
  target.style = styleOf(cell);
  if (cell.input && cell.input.type !== 'texte') target.dataValidation = validationOf(cell.input);
}

/** Height of the header rows, whose texts wrap. */
const HEADER_HEIGHT = 45;
const LINE_HEIGHT = 14;

/** Lines that the texts of each row take in the widths of their columns, where there are several: no text runs over the row below. */
function linesByRow({ cells, widths }: GridSheet): Map<number, number> {
  const lines = new Map<number, number>();
  for (const { row, column, cell } of cells.values()) {
    if (typeof cell.value !== 'string' || cell.style !== 'texte' || cell.formula !== undefined) continue;
    const width = Math.max(4, (widths[column - 1] ?? 10) - 1);
    const needed = cell.value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
    if (needed > 1) lines.set(row, Math.max(lines.get(row) ?? 1, needed));
  }
  return lines;
}

export async function addGridSheet(workbook: Workbook, grid: GridSheet, title: string): Promise<Worksheet> {
  const sheet = workbook.addWorksheet(grid.name, pageOptions(title, true));
  // A chart must not be cut by the end of a page.
  if (grid.charts.length > 0) sheet.pageSetup.fitToHeight = 1;
  grid.widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  const quoted = `'${grid.name.replaceAll("'", "''")}'`;
  for (const { row, column, cell } of grid.cells.values()) {
    putCell(sheet, row, column, cell);
    if (cell.style === 'entete') sheet.getRow(row).height = HEADER_HEIGHT;
    if (cell.name)
      workbook.definedNames.add(
        `${quoted}!${sheet.getCell(row, column).address.replace(/([A-Z]+)(\d+)/, '$$$1$$$2')}`,
        cell.name,
      );
  }
  for (const [row, lines] of linesByRow(grid)) sheet.getRow(row).height ??= lines * LINE_HEIGHT;
  sheet.getRow(1).height = 24;
  sheet.getCell('A3').value ??= { text: '← Sommaire', hyperlink: `#'${SUMMARY_NAME}'!A1` };
  if (sheet.getCell('A3').hyperlink) sheet.getCell('A3').style = LINK;
  if (grid.frozen > 0) sheet.pageSetup.printTitlesRow = `${grid.frozen}:${grid.frozen}`;
  grid.alertes?.forEach(({ plage, formule }, index) => {
    sheet.addConditionalFormatting({
      ref: plage.replaceAll('$', ''),
      rules: [{ type: 'expression', formulae: [formule], style: ALERT, priority: index + 1 }],
    });
  });
  if (grid.frozen > 0) sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: grid.frozen }];
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
  });
  return sheet;
}
