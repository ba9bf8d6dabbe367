import type { Workbook } from 'exceljs';
import type { WorkbookModel } from '../../documents/workbook.js';
import { pageOptions } from './page.js';
import { CELL, HEADER, LINE, LINK, PART, TEXT, TITLE } from './styles.js';
import { SUMMARY_NAME } from './table-sheet.js';
import { sheetText } from './values.js';

const linkTo = (name: string): string => `#'${name.replaceAll("'", "''")}'!A1`;

/** The first sheet: what the workbook is, then its contents, with a link to each sheet. */
export function addSummary(workbook: Workbook, model: WorkbookModel, names: readonly string[]): void {
  const sheet = workbook.addWorksheet(SUMMARY_NAME, pageOptions(model.title, false));
  for (const [index, width] of [36, 70, 10].entries()) sheet.getColumn(index + 1).width = width;
  let row = 1;
  sheet.getCell(row, 1).value = sheetText(model.title);
  sheet.getCell(row, 1).style = TITLE;
  sheet.getRow(row).height = 26;
  for (const line of model.intro) {
    row++;
    sheet.mergeCells(row, 1, row, 3);
    sheet.getCell(row, 1).value = sheetText(line);
    sheet.getCell(row, 1).style = TEXT;
    // Spreadsheets do not fit the height of merged cells to their text.
    sheet.getRow(row).height = 14 * Math.max(1, Math.ceil(line.length / 115));
  }
  row += 2;
  for (const [index, header] of ['Feuille', 'Contenu', 'Lignes'].entries()) {
    sheet.getCell(row, index + 1).value = header;
    sheet.getCell(row, index + 1).style = HEADER;
  }
  sheet.pageSetup.printTitlesRow = `${row}:${row}`;
  let current: string | undefined;
  for (const [index, entry] of model.sheets.entries()) {
    const { part } = entry;
    const name = names[index] ?? '';
    row++;
    if (part !== current) {
      current = part;
      for (let column = 1; column <= 3; column++) sheet.getCell(row, column).style = PART;
      sheet.getCell(row, 1).value = sheetText(part);
      sheet.getRow(row).height = 22;
      row++;
    }
    sheet.getCell(row, 1).value = { text: name, hyperlink: linkTo(name) };
    sheet.getCell(row, 1).style = LINK;
    sheet.getCell(row, 2).value = sheetText(entry.kind === 'grille' ? entry.grid.title : entry.table.title);
    sheet.getCell(row, 2).style = CELL.texte;
    sheet.getCell(row, 3).value = entry.kind === 'grille' ? null : entry.table.rows.length;
    sheet.getCell(row, 3).style = CELL.entier;
  }
  if (model.sheets.length === 0) {
    sheet.getCell(row + 1, 1).value = 'Aucun tableau.';
    sheet.getCell(row + 1, 1).style = LINE;
  }
}
