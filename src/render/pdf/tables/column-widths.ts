/** Widths of a table's columns from their content: numbers get what they need, texts what saves the most lines. */

import { sum } from 'd3-array';
import { textWidth } from '../../../exhibits/charts/drawing/text-width.js';
import { type Column, estChiffre, type Row } from '../../../exhibits/types.js';
import { numberAt } from '../../../lists/at.js';
import { linesIn, longestWord, type Measured, measured, wholeWidth } from '../words/measured-text.js';
import { shownCell } from './shown-cell.js';

/** Left and right padding of a cell, together, in points. */
export const CELL_PADDING = 8;

/** Between figures, set against the right of their column, and the texts of the next one: more than their paddings, or they read as one. */
export const GUTTER = 7;

/** Whether a column of figures stands before one of texts. */
export const meetsText = (columns: readonly Column[], index: number): boolean => {
  const [column, next] = [columns[index], columns[index + 1]];
  return column !== undefined && next !== undefined && estChiffre(column) && !estChiffre(next);
};

/** Words measured whole are a little narrower than their syllables set one by one. */
const SAFETY = 2;

/** Room that a bullet takes before its line, in points. */
export const BULLET = 11;

/** Natural width up to which a text column is wrapped only where the table has no room, in points. */
const SHORT = 84;

/** Rows measured: long inventories need no more to be laid out well. */
const SAMPLE = 200;

/** Words are never cut in a cell, but one that would take more than this, in points. */
const LONGEST_WORD = 104;

/** Widths are tried by steps of so many points. */
const STEP = 4;

/** The header of a column counts as much as this share of its rows. */
const HEADER_SHARE = 1 / 5;

interface Need {
  /** Width that breaks no figure, though it may break a word of the header; for texts, that of their words up to a length. */
  whole: number;
  /** Width that breaks no word, and the one below which the column is not set where there is room for it. */
  least: number;
  min: number;
  /** Width that would hold the longest value on one line; `min` for figures. */
  natural: number;
  header: Measured;
  /** Texts of each row, one for each item of its list; none for figures. */
  cells: Measured[][];
}

const widest = (texts: readonly Measured[], of: (text: Measured) => number): number =>
  texts.reduce((most, text) => Math.max(most, of(text)), 0);

/** About the width that a header takes on two lines: a word may be longer than half of it. */
const onTwoLines = (header: Measured): number => wholeWidth(header) / 2 + CELL_PADDING + 12;

/** What each column needs, with the gutter of its figures. */
function needsOf(columns: readonly Column[], rows: readonly Row[], size: number, totals?: ReadonlySet<Row>): Need[] {
  return columns.map((column, i) => {
    const need = needOf(column, rows, size, totals);
    if (!meetsText(columns, i)) return need;
    const { whole, least, min, natural } = need;
    return { ...need, whole: whole + GUTTER, least: least + GUTTER, min: min + GUTTER, natural: natural + GUTTER };
  });
}

function needOf(column: Column, rows: readonly Row[], size: number, totals?: ReadonlySet<Row>): Need {
  const header = measured(column.header.replace(/\u00a0(?!\d)/g, ' '), size, true);
  const values = rows.map((row) => ({
    value: shownCell(row, column),
    bold: totals?.has(row) ?? false,
  }));
  const around = CELL_PADDING + SAFETY;
  if (column.format !== 'texte') {
    const whole = values.reduce((most, { value, bold }) => Math.max(most, textWidth(value, size, bold)), 0) + around;
    const least = Math.max(Math.min(LONGEST_WORD, longestWord(header)) + around, whole);
    // A long header is better on two lines than on five, where there is room.
    return { whole, least, min: least, natural: Math.max(least, onTwoLines(header)), header, cells: [] };
  }
  const cells = values.map(({ value, bold }) => {
    const lines = value.split('\n').filter((line) => line.trim() !== '');
    // Several lines are drawn as a list, set in by its bullets.
    return lines.map((line) => measured(line, size, bold, lines.length > 1 ? BULLET : 0));
  });
  const texts = cells.flat();
  const word = Math.min(LONGEST_WORD, Math.max(longestWord(header), widest(texts, longestWord)));
  const least = word + around;
  const natural = Math.max(least, widest(texts, wholeWidth) + around, onTwoLines(header));
  // A short label (« Partiellement couvert ») is not worth two lines.
  const whole = Math.min(least, longestWord(header) + around);
  return { whole, least, min: natural <= SHORT ? natural : least, natural, header, cells };
}

/** Lines of the header, then of each row, in a column of this width; the rows of figures hold on one line and have none. */
function linesOf({ header, cells }: Need, width: number): number[] {
  const room = width - CELL_PADDING - SAFETY;
  const lines = [linesIn(header, room)];
  for (const texts of cells) {
    let count = 0;
    for (const text of texts) count += linesIn(text, room);
    lines.push(count);
  }
  return lines;
}

/** How tall a column of so many lines makes its rows: the cubes of their lines, since the tallest cell of a row gives its height. */
function tallness(lines: readonly number[]): number {
  let rows = 0;
  for (let row = 1; row < lines.length; row++) rows += numberAt(lines, row) ** 3;
  return rows + numberAt(lines, 0) ** 3 * Math.max(1, (lines.length - 1) * HEADER_SHARE);
}

/** A column, how tall it makes its rows, and its width so far. */
interface Sized {
  need: Need;
  tall: (width: number) => number;
  /** Lines of the header and of each row, at a width and at `POWER`. */
  lines: (width: number) => readonly number[];
  width: number;
  /** Width below which the column is not set. */
  floor: number;
}

const widthOf = (sized: readonly Sized[]): number => sum(sized.map(({ width }) => width));

interface Gain {
  width: number;
  perPoint: number;
}

/** The width, of those that hold in `room` more, that saves the most lines for each point that it takes. */
function bestGain({ need, tall, width: from }: Sized, room: number): Gain {
  const now = tall(from);
  let best: Gain = { width: from, perPoint: 0 };
  for (let k = 1; ; k++) {
    const width = Math.min(from + k * STEP, need.natural);
    if (width - from > room) return best;
    const perPoint = (now - tall(width)) / (width - from);
    if (perPoint > best.perPoint) best = { width, perPoint };
    if (width >= need.natural) return best;
  }
}

/** The same, each width being tried once. */
function once<T>(of: (width: number) => T): (width: number) => T {
  const known = new Map<number, T>();
  return (width) => {
    const value = known.get(width) ?? of(width);
    known.set(width, value);
    return value;
  };
}

/** The tallest cell of a row counts by far the most; that another is as tall counts a little, so that both may be made shorter one after the other. */
const POWER = 8;

/** Lines of several columns together, row by row, at this power; a column of figures holds on one line in each of the `rows`. */
function together(columns: readonly (readonly number[])[], rows: number): number[] {
  const all = Array.from({ length: rows }, () => 0);
  for (const lines of columns) for (let row = 0; row < rows; row++) all[row] = numberAt(all, row) + (lines[row] ?? 1);
  return all;
}

/** About the lines that the table takes: each row is as tall as its tallest cell. */
function linesOfTable(rows: readonly number[]): number {
  let body = 0;
  for (let row = 1; row < rows.length; row++) body += numberAt(rows, row) ** (1 / POWER);
  return numberAt(rows, 0) ** (1 / POWER) * Math.max(1, (rows.length - 1) * HEADER_SHARE) + body;
}

interface Move {
  from: Sized;
  to: Sized;
  by: number;
}

/**
 * The move of room from a column to another that spares the table the most lines, if any spares one. Columns were sized each for itself: a text set on
 * fewer lines beside a taller one saves no height.
 */
function shorter(sized: readonly Sized[]): Move | undefined {
  let best: (Move & { lines: number }) | undefined;
  // All are compared on the same rows: the figures left beside two columns of text would count as one otherwise, and any move as a gain, for ever.
  const rows = Math.max(0, ...sized.map(({ need }) => need.cells.length)) + 1;
  const now = linesOfTable(
    together(
      sized.map(({ lines, width }) => lines(width)),
      rows,
    ),
  );
  for (const from of sized)
    for (const to of sized) {
      if (to === from) continue;
      const others = together(
        sized.filter((one) => one !== from && one !== to).map(({ lines, width }) => lines(width)),
        rows,
      );
      const most = Math.min(from.width - from.floor, to.need.natural - to.width);
      for (let by = STEP; by <= most; by += STEP) {
        const lines = linesOfTable(together([others, from.lines(from.width - by), to.lines(to.width + by)], rows));
        if (lines < (best?.lines ?? now) - 0.01) best = { from, to, by, lines };
      }
    }
  return best;
}

/** Widths where words cannot all hold whole: figures first, then words in proportion; figures too where even they cannot. */
function cramped(needs: readonly Need[], available: number): number[] {
  const [least, whole] = [sum(needs.map((need) => need.least)), sum(needs.map((need) => need.whole))];
  if (whole >= available) return needs.map((need) => (need.whole * available) / whole);
  const share = (available - whole) / (least - whole);
  return needs.map((need) => need.whole + (need.least - need.whole) * share);
}

/** Width in points that a table must have for no word of it to be cut. */
export const leastWidth = (columns: readonly Column[], rows: readonly Row[], size: number): number =>
  sum(needsOf(columns, rows.slice(0, SAMPLE), size).map((need) => need.least));

/**
 * Widths in points that add up to `available`, or to less when every value holds on one line; `totals` are the rows set in bold. No word is cut as long as all can hold whole; what is left
 * goes where each point saves the most lines.
 */
export function columnWidths(
  columns: readonly Column[],
  rows: readonly Row[],
  size: number,
  available: number,
  totals?: ReadonlySet<Row>,
): number[] {
  const sample = rows.slice(0, SAMPLE);
  const needs = needsOf(columns, sample, size, totals);
  const least = sum(needs.map((need) => need.least));
  if (least >= available) return cramped(needs, available);
  const roomy = sum(needs.map(({ min }) => min)) <= available;
  const sized = needs.map((need): Sized => {
    const lines = once((width) => linesOf(need, width));
    return {
      need,
      tall: once((width) => tallness(lines(width))),
      lines: once((width) => lines(width).map((count) => count ** POWER)),
      width: roomy ? need.min : need.least,
      floor: roomy ? need.min : need.least,
    };
  });
  for (let left = available - widthOf(sized); ; ) {
    const gains = sized.map((column) => ({ column, ...bestGain(column, left) }));
    const best = gains.reduce<(typeof gains)[number] | undefined>(
      (most, gain) => (gain.perPoint > (most ? most.perPoint : 0) ? gain : most),
      undefined,
    );
    if (!best) break;
    left -= best.width - best.column.width;
    best.column.width = best.width;
  }
  for (let move = shorter(sized); move; move = shorter(sized)) {
    move.from.width -= move.by;
    move.to.width += move.by;
  }
  return spread(sized, available);
}

/** A table nearly as wide as the text is drawn as wide as the text; a narrow one is left so. */
function spread(sized: readonly Sized[], available: number): number[] {
  const left = available - widthOf(sized);
  const texts = sized.filter(({ need }) => need.cells.length > 0);
  const wrapped = texts.filter(({ need, width }) => need.natural > width + 0.5);
  const open = wrapped.length > 0 ? wrapped : left < available * 0.3 ? texts : [];
  return sized.map((column) => column.width + (open.includes(column) ? left / open.length : 0));
}
