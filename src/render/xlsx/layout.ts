/** Where the tables of a sheet lie, from which the sheet is drawn and the summary leads to each of them. */
import type { TableExhibit } from '../../exhibits/types.js';
import type { Stretch } from './breaks.js';

/** Rows from 1. */
export interface Block {
  table: TableExhibit;
  /** Row of the table's own title; null where the sheet's title is enough. */
  title: number | null;
  /** Row of the header, or of the sentence that says why there is no table. */
  header: number;
}

export const isFilled = (table: TableExhibit): boolean => table.rows.length > 0 && table.columns.length > 0;

/** Under the sheet's title and the link back to the summary. */
const FIRST_ROW = 3;

/** Rows under the title: header, rows, totals, source. */
const height = (table: TableExhibit): number =>
  isFilled(table) ? 1 + table.rows.length + (table.totals ? 1 : 0) + (table.source ? 2 : 0) : 1;

/** Tables one below the other, two blank rows apart. */
export function blocksOf(tables: readonly TableExhibit[]): Block[] {
  const titled = tables.length > 1;
  let row = FIRST_ROW;
  return tables.map((table) => {
    const title = titled ? row : null;
    const header = row + (titled ? 1 : 0);
    row = header + height(table) + 2;
    return { table, title, header };
  });
}

/** Rows of a block on the printed page: its title and its header stay with its first two rows. */
export const stretchOf = ({ table, title, header }: Block): Stretch => ({
  first: title ?? header,
  ...(isFilled(table) ? { header } : {}),
  head: header + Math.min(2, isFilled(table) ? table.rows.length : 0),
  last: header + height(table) - 1,
});
