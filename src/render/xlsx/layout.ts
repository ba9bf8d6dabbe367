/** Where the tables of a sheet lie, from which the sheet is drawn and the summary leads to each of them. */
import type { Row, SousTotal, TableExhibit } from '../../exhibits/types.js';
import { itemAt } from '../../lists/at.js';
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

/** A row that adds up others: a sub-total, which says what it adds, or the totals (null). */
export interface Below {
  row: Row;
  de: SousTotal['de'] | null;
  /** Rank of a sub-total among the rows of the exhibit. */
  rang?: number;
}

/** A sheet keeps among the lines that it sorts and filters those that add up no other, if there are some. */
const apart = ({ rows, sousTotaux = [] }: TableExhibit): readonly SousTotal[] =>
  sousTotaux.length < rows.length ? sousTotaux : [];

export const linesOf = (table: TableExhibit): Row[] => {
  const out = new Set(apart(table).map(({ rang }) => rang));
  return out.size === 0 ? table.rows : table.rows.filter((_, rang) => !out.has(rang));
};

/** The rows that a sheet sets under the lines. */
export const belowOf = (table: TableExhibit): Below[] => [
  ...apart(table).map(({ rang, de }) => ({ row: itemAt(table.rows, rang), de, rang })),
  ...(table.totals ? [{ row: table.totals, de: null }] : []),
];

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
  head: header + Math.min(2, isFilled(table) ? linesOf(table).length : 0),
  last: header + height(table) - 1,
});
