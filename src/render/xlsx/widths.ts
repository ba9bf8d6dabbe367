/** Widths of the columns of a sheet, in characters: what each asks for, then what is left of a page, and what others can spare, given to the texts that make rows tall. */

import { sum } from 'd3-array';
import type { Column, Row, TableExhibit } from '../../exhibits/types.js';
import { itemAt, numberAt } from '../../lists/at.js';
import { isAddress } from '../text/addresses.js';
import { isFilled } from './layout.js';
import { ACROSS_A4, UPRIGHT } from './page.js';
import { textWidth } from './text-width.js';
import { BOLD, columnWidth, linesOfWords, wordWidths } from './values.js';

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

/** Narrowest column of texts, and the longest of its words that is kept whole. */
const NARROWEST = 12;
const WORD = 24;

/** What a column may be narrowed to: its figures and its addresses are never cut, nor the words of its header and of its texts. */
function leastOf({ format, header, key }: Column, rows: readonly Row[], asked: number): number {
  const texts = rows.slice(0, SAMPLE).map((row) => String(row[key] ?? ''));
  if (format !== 'texte' || texts.some(isAddress)) return asked;
  const longest = (text: string): number => Math.max(...text.split(/\s+/).map(textWidth));
  return Math.min(
    asked,
    Math.ceil(
      Math.max(NARROWEST, longest(header) * BOLD + 4.5, Math.min(WORD, Math.max(0, ...texts.map(longest)) + 2.5)),
    ),
  );
}

/** The narrowest that each column of a sheet may be, for all its tables. */
const leastWidths = (tables: readonly TableExhibit[], asked: readonly number[]): number[] =>
  asked.map((width, i) =>
    Math.max(...tables.map(({ columns, rows }) => (columns[i] ? leastOf(columns[i], rows, width) : 0))),
  );

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

/** A row whose power changes with the width of a column, and by how much. */
interface Gap {
  row: number;
  by: number;
}

interface Lines {
  /** Of the texts in a column of so many characters, at that power. */
  at(width: number): readonly number[];
  /** The rows that change from one width to another, from the first on: few of them do. */
  between(from: number, to: number): readonly Gap[];
}

function linesOf(texts: Texts): Lines {
  const words = texts.map((text) => (text === undefined ? undefined : wordWidths(text)));
  const known = new Map<number, readonly number[]>();
  const gaps = new Map<string, readonly Gap[]>();
  const at = (width: number): readonly number[] => {
    const lines = known.get(width) ?? words.map((own) => (own === undefined ? 1 : linesOfWords(own, width) ** POWER));
    known.set(width, lines);
    return lines;
  };
  return {
    at,
    between(from, to) {
      const key = `${from} ${to}`;
      const before = at(from);
      const found =
        gaps.get(key) ??
        at(to)
          .map((after, row): Gap => ({ row, by: after - numberAt(before, row) }))
          .filter(({ by }) => by !== 0);
      gaps.set(key, found);
      return found;
    },
  };
}

/** About the lines that a row of this power takes: its eighth root. */
const linesOfRow = (power: number): number => Math.sqrt(Math.sqrt(Math.sqrt(power)));

/** A column made wider or narrower by so many characters, and maybe another one with it. */
type Move = readonly (readonly [column: number, by: number])[];

/** The widths that the tables of a sheet share. A sheet that holds upright stays so, and none is made wider than a page read without effort. */
export function sharedWidths(tables: readonly TableExhibit[]): number[] {
  const widths = askedWidths(tables);
  const least = leastWidths(tables, widths);
  const lines = widths.map((_, i) => linesOf(textsOf(tables, i)));
  const rows = lines.map((own, i) => own.at(numberAt(widths, i)));
  let powers = (rows[0] ?? []).map((_, row) => sum(rows, (own) => numberAt(own, row)));
  const room = sum(widths) > UPRIGHT ? ACROSS_A4 : UPRIGHT;
  /** What a move changes of the powers, row by row, told to `see` where it does. */
  const change = (move: Move, see: (row: number, before: number, after: number) => void): void => {
    const [one = [], other = []] = move.map(([i, by]) => {
      const width = numberAt(widths, i);
      return itemAt(lines, i).between(width, width + by);
    });
    for (let a = 0, b = 0; a < one.length || b < other.length; ) {
      const row = Math.min(one[a]?.row ?? Number.POSITIVE_INFINITY, other[b]?.row ?? Number.POSITIVE_INFINITY);
      const power = numberAt(powers, row);
      let after = power;
      if (one[a]?.row === row) after += itemAt(one, a++).by;
      if (other[b]?.row === row) after += itemAt(other, b++).by;
      if (after !== power) see(row, power, after);
    }
  };
  /** Lines that a move spares; less than none where it costs some. */
  const spares = (move: Move): number => {
    let lines = 0;
    change(move, (_, before, after) => {
      lines += linesOfRow(before) - linesOfRow(after);
    });
    return lines;
  };
  const apply = (move: Move): void => {
    const next = [...powers];
    change(move, (row, _, after) => {
      next[row] = after;
    });
    powers = next;
    for (const [i, by] of move) widths[i] = numberAt(widths, i) + by;
  };
  const narrows = (i: number, by: number): boolean => numberAt(widths, i) - by >= numberAt(least, i);
  const widens = (i: number, by: number): boolean => numberAt(widths, i) + by <= LONGEST;
  const columns = [...widths.keys()];
  // Wider than its page, a sheet gives back what no row needs: it is printed larger.
  for (const i of columns)
    while (sum(widths) > room && narrows(i, STEP) && spares([[i, -STEP]]) >= -LEAST) apply([[i, -STEP]]);
  for (;;) {
    let best: { move: Move; spared: number } | undefined;
    const tryMove = (move: Move, by: number): void => {
      const spared = spares(move) / by;
      if (spared > (best?.spared ?? LEAST)) best = { move, spared };
    };
    const left = room - sum(widths);
    for (const i of columns) for (let by = STEP; by <= left && widens(i, by); by += STEP) tryMove([[i, by]], by);
    if (!best)
      for (const by of [STEP, 2 * STEP])
        for (const i of columns.filter((one) => widens(one, by)))
          for (const j of columns.filter((one) => one !== i && narrows(one, by)))
            tryMove(
              [
                [i, by],
                [j, -by],
              ],
              by,
            );
    if (!best) return widths;
    apply(best.move);
  }
}

const known = new WeakMap<readonly TableExhibit[], readonly number[]>();

/** The widths of a sheet of these tables, worked out once: they say which of them are cut by the end of a page before they lay out the sheet. */
export function tableWidths(tables: readonly TableExhibit[]): readonly number[] {
  const widths = known.get(tables) ?? sharedWidths(tables.filter(isFilled));
  known.set(tables, widths);
  return widths;
}
