/** Sheets that print well: what follows a table longer than a page stands on the next sheet, since a spreadsheet prints one header again, that of the last. */
import type { Sheet } from '../../documents/workbook.js';
import type { TableExhibit } from '../../exhibits/types.js';
import { isFilled } from './layout.js';
import { tallestOnPage } from './page.js';
import { rowHeight } from './values.js';
import { tableWidths } from './widths.js';

/** Points of the rows that are above and below those of a table: its title, its totals, its source; and of those at the head of a sheet, its title and its link. */
const AROUND = { title: 20, totals: 18, source: 32, head: 40 };

/** About the points that a table takes in columns of these widths. */
function tallOf({ columns, rows, totals, source }: TableExhibit, widths: readonly number[]): number {
  const header = Object.fromEntries(columns.map(({ key, header: text }) => [key, text]));
  const lines = rows.reduce((sum, row) => sum + rowHeight(columns, row, widths), 0);
  return (
    AROUND.title +
    rowHeight(columns, header, widths, 'header') +
    lines +
    (totals ? AROUND.totals : 0) +
    (source ? AROUND.source : 0)
  );
}

/** The tables of a sheet, in runs that each end with one that no page holds. */
function runsOf(tables: readonly TableExhibit[]): TableExhibit[][] {
  const widths = tableWidths(tables);
  const room = tallestOnPage(widths);
  const runs: TableExhibit[][] = [[]];
  for (const table of tables) {
    runs.at(-1)?.push(table);
    if (isFilled(table) && AROUND.head + tallOf(table, widths) > room) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

export const printableSheets = (sheets: readonly Sheet[]): Sheet[] =>
  sheets.flatMap((sheet): Sheet[] => {
    if (sheet.kind === 'grille' || sheet.tables.length < 2) return [sheet];
    const runs = runsOf(sheet.tables);
    return runs.length < 2 ? [sheet] : runs.map((tables) => ({ ...sheet, tables }));
  });
