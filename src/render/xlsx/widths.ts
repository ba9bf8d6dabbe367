/** Widths of the columns of a sheet, in characters: what each asks for, then what is left of a page given to the texts that make rows tall. */
import type { Row, TableExhibit } from '../../exhibits/types.js';
import { ACROSS_A4, UPRIGHT } from './page.js';
import { columnWidth, linesIn } from './values.js';

/** Widest column of a sheet that several tables share. */
const SHARED_WIDTH = 36;

/** Widths are tried by steps of so many characters, up to the longest line that is read without effort. */
const STEP = 6;
const LONGEST = 88;

/** Lines that a character more must spare, at least. */
const LEAST = 0.01;

/** Rows measured of each table: long ones need no more to be laid out well. */
const SAMPLE = 80;

/** Each column as wide as its widest table asks. */
function askedWidths(tables: readonly TableExhibit[]): number[] {
  const most = tables.length > 1 ? SHARED_WIDTH : Number.POSITIVE_INFINITY;
  const asked = tables.map(({ columns, rows, totals }) =>
    columns.map((column) => Math.min(most, columnWidth(column, totals ? [...rows, totals] : rows))),
  );
  const columns = Math.max(0, ...asked.map(({ length }) => length));
  return Array.from({ length: columns }, (_, i) => Math.max(...asked.flatMap((widths) => widths[i] ?? [])));
}

/** The tallest cell of a row counts by far the most; that another is as tall counts a little, so that both may be widened one after the other. */
const POWER = 8;

/** Texts of a column, row by row; none where a cell holds on one line whatever its width. */
type Texts = readonly (string | undefined)[];

const textsOf = (tables: readonly TableExhibit[], column: number): Texts =>
  tables.flatMap(({ columns, rows }) =>
    rows.slice(0, SAMPLE).map((row: Row) => {
      const { key, format } = columns[column] ?? {};
      const cell = key === undefined ? undefined : row[key];
      return format === 'texte' && typeof cell === 'string' ? cell : undefined;
    }),
  );

/** Lines of the texts in a column of so many characters, at that power. */
function linesOf(texts: Texts): (width: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (width) => {
    const lines = known.get(width) ?? texts.map((text) => (text === undefined ? 1 : linesIn(text, width) ** POWER));
    known.set(width, lines);
    return lines;
  };
}

/** About the lines that the rows take together. */
const height = (columns: readonly (readonly number[])[]): number =>
  sum((columns[0] ?? []).map((_, row) => sum(columns.map((lines) => lines[row] ?? 1)) ** (1 / POWER)));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The widths that the tables of a sheet share. A sheet that holds upright stays so, and none is made wider than a page read without effort. */
export function sharedWidths(tables: readonly TableExhibit[]): number[] {
  let widths = askedWidths(tables);
  const lines = widths.map((_, i) => linesOf(textsOf(tables, i)));
  const room = sum(widths) > UPRIGHT ? ACROSS_A4 : UPRIGHT;
  for (;;) {
    const now = widths.map((width, i) => lines[i]?.(width) ?? []);
    const tall = height(now);
    let best: { column: number; by: number; perCharacter: number } | undefined;
    for (const [column, width] of widths.entries())
      for (let by = STEP; width + by <= LONGEST && sum(widths) + by <= room; by += STEP) {
        const wider = now.map((one, i) => (i === column ? (lines[i]?.(width + by) ?? one) : one));
        const perCharacter = (tall - height(wider)) / by;
        if (perCharacter > (best?.perCharacter ?? LEAST)) best = { column, by, perCharacter };
      }
    if (!best) return widths;
    const { column, by } = best;
    widths = widths.map((width, i) => (i === column ? width + by : width));
  }
}
