/** Widths of a table's columns from their content: numbers get what they need, texts share the rest. */
import { proseWidth, textWidth } from '../../exhibits/charts/text-width.js';
import { formatCell } from '../../exhibits/format.js';
import type { Column, Row } from '../../exhibits/types.js';

/** Left and right padding of a cell, together, in points. */
export const CELL_PADDING = 8;

/** Words measured whole are a little narrower than their syllables set one by one. */
const SAFETY = 2;

/** Room that a bullet takes before its line, in points. */
export const BULLET = 11;

/** Natural width up to which a text column is never wrapped, in points. */
const SHORT = 84;

/** Rows measured for the widest value of a column: long inventories need no more to be laid out well. */
const SAMPLE = 400;

const widest = (words: Iterable<string>, size: number, bold = false): number => {
  let max = 0;
  for (const word of words) max = Math.max(max, textWidth(word, size, bold));
  return max;
};

const widestProse = (lines: readonly string[], size: number): number =>
  lines.reduce((max, line) => Math.max(max, proseWidth(line, size)), 0);

/** Words are never cut in a cell, but one that would take more than this, in points. */
const LONGEST_WORD = 104;

/** What a line never parts: words, with what a no-break space ties to them. */
const unparted = (text: string): string[] => text.split(/[ \t\n]+|(?<=[-/–—])/u);

interface Need {
  min: number;
  /** Width that would hold the column's longest value on one line. */
  natural: number;
  /** Share of what is left once all have their minimum; 0 for a column that only needs its minimum. */
  weight: number;
}

/** About the width that a header takes on two lines: a word may be longer than half of it. */
const headerOnTwoLines = ({ header }: Column, size: number): number =>
  textWidth(header, size, true) / 2 + CELL_PADDING + 12;

function needOf(column: Column, rows: readonly Row[], size: number): Need {
  const header = widest(column.header.split(/[\s\u00a0]+/), size, true);
  const values = rows.slice(0, SAMPLE).map((row) => formatCell(row[column.key], column.format, column.decimals));
  if (column.format !== 'texte') {
    const min = Math.max(header, widest(values, size)) + CELL_PADDING + SAFETY;
    // A long header is better on two lines than on five, where there is room.
    const natural = Math.max(min, headerOnTwoLines(column, size));
    return { min, natural, weight: natural > min ? 0.6 : 0 };
  }
  const lines = values.flatMap((value) => value.split('\n'));
  // Several lines are drawn as a list, set in by its bullets.
  const indent = lines.length > values.length ? BULLET : 0;
  const min =
    Math.max(header, Math.min(LONGEST_WORD, widest(lines.flatMap(unparted), size)) + indent) + CELL_PADDING + SAFETY;
  const natural = Math.max(
    min,
    widestProse(lines, size) + indent + CELL_PADDING + SAFETY,
    headerOnTwoLines(column, size),
  );
  // A short label (« Partiellement couvert ») is not worth two lines.
  if (natural <= SHORT) return { min: natural, natural, weight: 0 };
  return { min, natural, weight: column.width ?? 1 };
}

/** Widths in points that add up to `available`, or to less when every value holds on one line. */
export function columnWidths(
  columns: readonly Column[],
  rows: readonly Row[],
  size: number,
  available: number,
): number[] {
  const needs = columns.map((column) => needOf(column, rows, size));
  const least = needs.reduce((sum, { min }) => sum + min, 0);
  if (least >= available) return needs.map(({ min }) => (min * available) / least);
  const widths = needs.map(({ min }) => min);
  let left = available - least;
  // Columns that reach their natural width leave the rest to the others.
  let open = needs.map((_, index) => index).filter((index) => (needs[index]?.weight ?? 0) > 0);
  while (left > 0.5 && open.length > 0) {
    const total = open.reduce((sum, index) => sum + (needs[index]?.weight ?? 0), 0);
    const share = left / total;
    let given = 0;
    for (const index of open) {
      const need = needs[index];
      const width = widths[index] ?? 0;
      if (!need) continue;
      const more = Math.min(share * need.weight, need.natural - width);
      widths[index] = width + more;
      given += more;
    }
    left -= given;
    const before = open.length;
    open = open.filter((index) => (needs[index]?.natural ?? 0) - (widths[index] ?? 0) > 0.5);
    if (given < 0.5 && open.length === before) break;
  }
  // A table nearly as wide as the text is drawn as wide as the text.
  if (left > 0 && left < available * 0.3) {
    const texts = needs.map((_, index) => index).filter((index) => (needs[index]?.weight ?? 0) > 0);
    for (const index of texts) widths[index] = (widths[index] ?? 0) + left / texts.length;
  }
  return widths;
}
