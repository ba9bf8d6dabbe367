/** The acronyms of a workbook: those that its own sheets use, whatever the document beside it cites. */
import type { TableExhibit } from '../../exhibits/types.js';
import { cite, GLOSSAIRE } from '../markdown/sigles.js';
import type { Sheet, WorkbookModel } from '../workbook.js';

const deLaTable = ({ title, columns, rows, totals, source }: TableExhibit): unknown[] => [
  title,
  source,
  ...columns.flatMap(({ header, note }) => [header, note]),
  ...[...rows, totals ?? {}].flatMap((row) => Object.values(row)),
];

const deLaFeuille = (sheet: Sheet): unknown[] =>
  sheet.kind === 'grille'
    ? [sheet.grid.name, ...[...sheet.grid.cells.values()].map(({ cell }) => cell.value)]
    : [sheet.name, ...sheet.tables.filter(({ name }) => name !== GLOSSAIRE).flatMap(deLaTable)];

/** The workbook, its list of acronyms reduced to what it uses. */
export function siglesDuClasseur(model: WorkbookModel): WorkbookModel {
  const text = [
    model.title,
    ...model.intro,
    ...model.parts.map(({ name }) => name),
    ...model.sheets.flatMap(deLaFeuille),
  ]
    .filter((each) => typeof each === 'string')
    .join('\n');
  const reduite = (table: TableExhibit): TableExhibit =>
    table.name === GLOSSAIRE ? { ...table, rows: table.rows.filter(({ sigle }) => cite(String(sigle), text)) } : table;
  return {
    ...model,
    // A list that it leaves empty goes with its sheet.
    sheets: model.sheets.flatMap((sheet): Sheet[] => {
      if (sheet.kind === 'grille') return [sheet];
      const tables = sheet.tables.map(reduite);
      const left = tables.filter(({ name, rows }) => name !== GLOSSAIRE || rows.length > 0);
      return left.length > 0 ? [{ ...sheet, tables: left }] : [];
    }),
  };
}
