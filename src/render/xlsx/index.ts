/** Draws a workbook model as an .xlsx file: same model, same bytes. */

import type { WorkbookModel } from '../../documents/workbook.js';
import { sheetNames } from './sheet-names.js';
import { addSummary } from './summary.js';
import { addTableSheet, SUMMARY_NAME } from './table-sheet.js';
import { deterministicZip } from './zip.js';

export async function renderXlsx(model: WorkbookModel): Promise<{ bytes: Uint8Array; sheets: number }> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const date = new Date(model.date);
  Object.assign(workbook, {
    title: model.title,
    subject: model.subject,
    creator: model.author,
    lastModifiedBy: model.author,
    company: model.author,
    description: `Version ${model.version}`,
    language: 'fr-FR',
    created: date,
    modified: date,
  });
  // « Historique » and « History » are names that Excel keeps for itself.
  const wanted = model.sheets.map(({ table }) => table.sheet ?? table.title);
  const names = sheetNames(wanted, [SUMMARY_NAME, 'History', 'Historique']);
  addSummary(workbook, model, names);
  for (const [index, { table }] of model.sheets.entries())
    addTableSheet(workbook, table, names[index] ?? '', index + 1, model.title);
  const archive = await workbook.xlsx.writeBuffer();
  return { bytes: deterministicZip(new Uint8Array(archive)), sheets: workbook.worksheets.length };
}
