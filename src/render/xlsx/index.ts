/** Draws a workbook model as an .xlsx file: same model, same bytes. */
import type { GridChart, WorkbookModel } from '../../documents/workbook.js';
import { legible, mapTexts } from '../text/legible.js';
import type { Theme } from '../theme.js';
import { PLACEHOLDER } from './charts.js';
import { addGridSheet } from './grid-sheet.js';
import { printableSheets } from './long-tables.js';
import { sheetNames } from './sheet-names.js';
import { SUMMARY_NAME } from './spread.js';
import { sheetStyles } from './styles.js';
import { addSummary } from './summary.js';
import { addTablesSheet } from './table-sheet.js';
import { deterministicZip } from './zip.js';

export async function renderXlsx(given: WorkbookModel, theme: Theme): Promise<{ bytes: Uint8Array; sheets: number }> {
  const texts = mapTexts(given, legible);
  const model = { ...texts, sheets: printableSheets(texts.sheets) };
  const styles = sheetStyles(theme);
  const { default: Workbook } = await import('exceljs/lib/doc/workbook.js');
  const workbook = new Workbook();
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
  const wanted = model.sheets.map((sheet) => (sheet.kind === 'grille' ? sheet.grid.name : sheet.name));
  const names = sheetNames(wanted, [SUMMARY_NAME, 'History', 'Historique']);
  const order = [...new Set(model.sheets.map(({ part }) => part))];
  addSummary(workbook, styles, model, names);
  const charts: GridChart[] = [];
  let rank = 1;
  for (const [index, sheet] of model.sheets.entries()) {
    const part = order.indexOf(sheet.part);
    if (sheet.kind !== 'grille') {
      addTablesSheet(workbook, styles, sheet, names[index] ?? '', rank, model.title, part);
      rank += sheet.tables.length;
      continue;
    }
    const worksheet = await addGridSheet(workbook, sheet.grid, styles, model.title, part);
    for (const chart of sheet.grid.charts) {
      charts.push(chart);
      // One image a chart: the archive numbers them in this order.
      const image = workbook.addImage({ base64: PLACEHOLDER, extension: 'png' });
      worksheet.addImage(image, {
        tl: { col: chart.from.column, row: chart.from.row } as never,
        br: { col: chart.to.column, row: chart.to.row } as never,
      });
    }
  }
  if (model.sheets.some(({ kind }) => kind === 'grille')) workbook.calcProperties.fullCalcOnLoad = true;
  // Packed below, once its parts are in order.
  const archive = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } });
  return { bytes: deterministicZip(new Uint8Array(archive), theme, charts), sheets: workbook.worksheets.length };
}
