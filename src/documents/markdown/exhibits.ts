/** Exhibits as a page shows them: French typography, without the columns that the workbook alone has room for. */

import { NOTE_ILLUSTRATIFS } from '../../exhibits/cells.js';
import { decimalesDe, formatCell } from '../../exhibits/format.js';
import type { Cell, Column, FigureExhibit, Row, TableExhibit } from '../../exhibits/types.js';
import { typographie } from '../../texte/typographie.js';

const optional = <K extends string>(key: K, text: string | undefined): { [key in K]?: string } =>
  (text === undefined ? {} : { [key]: typographie(text) }) as { [key in K]?: string };

/** Rows from which a column that says the same of each repeats it. */
const LIGNES_REPETEES = 3;

const seRepete = ({ rows, groupBy, totals }: TableExhibit, { key, uneFois }: Column): boolean =>
  uneFois === true &&
  key !== groupBy &&
  rows.length >= LIGNES_REPETEES &&
  (rows[0]?.[key] ?? null) !== null &&
  rows.every((row) => row[key] === rows[0]?.[key]) &&
  [null, rows[0]?.[key]].includes(totals?.[key] ?? null);

function inserer(source: string, said: string): string {
  const note = source.indexOf(NOTE_ILLUSTRATIFS);
  const parts = note < 0 ? [source, said] : [source.slice(0, note), said, source.slice(note)];
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ');
}

/** The table without the columns that say the same of each row, which its source tells. */
function sansRepeter(table: TableExhibit): TableExhibit {
  const repeated = table.columns.filter((column) => !column.workbookOnly && seRepete(table, column));
  if (repeated.length === 0) return table;
  const said = repeated.map(
    ({ key, header, format }) => `${header}, à chaque ligne : ${formatCell(table.rows[0]?.[key], format)}.`,
  );
  const heads = table.columns.slice(0, table.headerColumns ?? 1).filter((column) => !repeated.includes(column)).length;
  return {
    ...table,
    columns: table.columns.filter((column) => !repeated.includes(column)),
    ...(table.headerColumns === undefined ? {} : { headerColumns: heads }),
    // What the sign means comes last: it may be on what is said here.
    source: inserer(table.source ?? '', said.join(' ')),
  };
}

export function tableForPage(whole: TableExhibit): TableExhibit {
  const table = sansRepeter(whole);
  // A column that nothing fills tells a reader nothing; the prose says what is not known.
  const filled = ({ key }: Column): boolean =>
    table.rows.length === 0 || key === table.groupBy || table.rows.some((row) => (row[key] ?? null) !== null);
  const columns = table.columns
    .filter((column) => !column.workbookOnly && filled(column))
    .map((column) => ({
      ...column,
      header: typographie(column.header),
      ...(column.format === 'decimal' ? { decimals: decimalesDe(column, table.rows) } : {}),
    }));
  const shown = (row: Row): Row =>
    Object.fromEntries(
      columns.map(({ key, format }): [string, Cell] => {
        const cell = row[key] ?? null;
        return [key, typeof cell === 'string' && format === 'texte' ? typographie(cell) : cell];
      }),
    );
  return {
    ...table,
    title: typographie(table.title),
    empty: typographie(table.empty),
    ...optional('source', table.source),
    columns,
    rows: table.rows.map(shown),
    // A total stands in its own columns only: the others stay blank, not unknown.
    ...(table.totals
      ? {
          totals: Object.fromEntries(
            Object.entries(shown(table.totals)).filter(([key]) => key in (table.totals ?? {})),
          ),
        }
      : {}),
  };
}

export const figureForPage = (figure: FigureExhibit): FigureExhibit => ({
  ...figure,
  title: typographie(figure.title),
  alt: typographie(figure.alt),
  ...optional('source', figure.source),
  ...optional('empty', figure.empty),
});
