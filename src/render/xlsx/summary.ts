import type { Cell, Workbook, Worksheet } from 'exceljs';
import type { Sheet, WorkbookModel } from '../../documents/workbook.js';
import type { Stretch } from './breaks.js';
import { blocksOf, linesOf } from './layout.js';
import { endPages, pageOptions } from './page.js';
import { SUMMARY_NAME, spread } from './spread.js';
import type { SheetStyles } from './styles.js';
import { linesIn, sheetText } from './values.js';

const SHOWN_WIDTH = 76;
const WIDTHS = [30, SHOWN_WIDTH, 8];

/** To a cell of the first column of a sheet. */
const link = (cell: Cell, text: string, sheet: string, styles: SheetStyles, row = 1): void => {
  cell.value = { text: sheetText(text), hyperlink: `#'${sheet.replaceAll("'", "''")}'!A${row}` };
  cell.style = styles.linkCell;
};

/** The lines that say what a colour means, where a reader fills cells. */
function addLegend(sheet: Worksheet, styles: SheetStyles, from: number): number {
  sheet.getCell(from, 1).value = 'Cellule de cette couleur';
  sheet.getCell(from, 1).style = styles.input(styles.cell.texte);
  sheet.getCell(from, 2).value = 'Elle se remplit ou se change ; les autres se calculent, ou sont celles de l’étude.';
  sheet.getCell(from, 2).style = styles.cell.texte;
  return from + 1;
}

/** One line a sheet, then one a table where the sheet holds several: what it shows, and a link to it. Gives the next free row. */
function addEntry(sheet: Worksheet, entry: Sheet, name: string, styles: SheetStyles, from: number): number {
  link(sheet.getCell(from, 1), name, name, styles);
  if (entry.kind === 'grille') {
    sheet.getCell(from, 2).value = sheetText(entry.grid.title);
    sheet.getCell(from, 2).style = styles.cell.texte;
    sheet.getCell(from, 3).style = styles.cell.entier;
    return from + 1;
  }
  const blocks = blocksOf(entry.tables);
  blocks.forEach(({ table, title, header }, i) => {
    if (i > 0) sheet.getCell(from + i, 1).style = styles.cell.texte;
    link(sheet.getCell(from + i, 2), table.title, name, styles, title ?? header);
    sheet.getRow(from + i).height = 3 + 13 * linesIn(table.title, SHOWN_WIDTH);
    sheet.getCell(from + i, 3).value = linesOf(table).length;
    sheet.getCell(from + i, 3).style = styles.cell.entier;
  });
  return from + blocks.length;
}

/** The first sheet: what the workbook is, then its contents by part, for whom, with a link to each sheet and to each table. */
export function addSummary(
  workbook: Workbook,
  styles: SheetStyles,
  model: WorkbookModel,
  names: readonly string[],
): void {
  const sheet = workbook.addWorksheet(SUMMARY_NAME, pageOptions(styles, model.title, WIDTHS));
  WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  let row = 1;
  spread(sheet, row, model.title, WIDTHS, styles.title);
  for (const line of model.intro) spread(sheet, ++row, line, WIDTHS, styles.text);
  row += 2;
  if (model.sheets.some(({ kind }) => kind === 'grille')) row = addLegend(sheet, styles, row) + 1;
  for (const [index, header] of ['Feuille', 'Ce qu’elle montre', 'Lignes'].entries()) {
    sheet.getCell(row, index + 1).value = header;
    sheet.getCell(row, index + 1).style = styles.header('texte');
  }
  sheet.pageSetup.printTitlesRow = `${row}:${row}`;
  row++;
  let current: string | undefined;
  const parts: Stretch[] = [];
  for (const [index, entry] of model.sheets.entries()) {
    if (entry.part !== current) {
      current = entry.part;
      const first = row;
      for (let column = 1; column <= 3; column++) sheet.getCell(row, column).style = styles.part;
      sheet.getCell(row, 1).value = sheetText(current);
      sheet.getRow(row).height = 24;
      row++;
      const readers = model.parts.find(({ name }) => name === current)?.readers;
      if (readers) {
        sheet.getCell(row, 1).value = sheetText(readers);
        sheet.getCell(row, 1).style = styles.small;
        row++;
      }
      parts.push({ first, head: row + 1, last: row });
    }
    row = addEntry(sheet, entry, names[index] ?? '', styles, row);
    const part = parts.at(-1);
    if (part) part.last = row - 1;
  }
  if (model.sheets.length === 0) {
    sheet.getCell(row, 1).value = 'Aucun tableau.';
    sheet.getCell(row, 1).style = styles.line;
  }
  endPages(sheet, WIDTHS, parts);
}
