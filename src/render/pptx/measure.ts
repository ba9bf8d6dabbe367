/** Where things stand on a slide, and how much of it a text takes: estimates in inches, on the generous side, for no slide engine measures for us. */

import { sum } from 'd3-array';
import type { Resolution, Slide, SlideColumn } from '../../documents/slides.js';
import { numberAt } from '../../lists/at.js';

/** A slide of 13.33 × 7.5 inches. */
export const PAGE = { left: 0.6, top: 1.65, right: 12.73, bottom: 6.75 };

export const FIGURES = 1.1;
export const CAUTION = 0.35;
/** Width of what stands beside a chart. */
const BESIDE = 5;
const GAP = 0.2;
/** Sizes of text in points, largest first; `alone`: bullets above nothing else. A title has 24. */
const SIZES = {
  table: [20, 18, 16, 14, 12],
  bullets: [18, 16, 14],
  alone: [20, 18, 16, 14],
  columns: [16, 14, 13, 12],
  resolutions: [18, 16, 14],
} as const;
/** Margin inside a cell, and how much it may grow above and below where the slide has room. */
export const MARGIN = 0.08;
const AIR = 0.14;
/** Share of the room left that goes to the rows of a table, or between bullets: the rest stays under them. */
const SPREAD = 0.6;
/** What parts two bullets, in points: no less, and no more. */
const AFTER = { least: 8, most: 18 };
/** Type at which the widths of a table are reckoned; over it, no word is broken. */
const USUAL = 16;

/** Lines that a text takes in a width, in a face wider than most: the reader’s machine may not have ours. */
const linesIn = (text: string, width: number, size: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * size * 0.55) / (Math.max(width, 0.3) * 72))), 0);

/** Lines that a few words in bold take, none of them cut: a heading has no room to spare. */
function boldLinesIn(text: string, width: number, size: number): number {
  const most = (width * 72) / (size * 0.69);
  let lines = 1;
  let used = 0;
  for (const { length } of text.split(/\s+/)) {
    const more = used === 0 ? length : used + 1 + length;
    if (more > most && used > 0) lines++;
    used = more > most && used > 0 ? length : more;
  }
  return lines;
}

const lineHeight = (size: number): number => (size * 1.36) / 72;

/** Where a title stands, in inches, and its sizes, in points: the first is that of its placeholder. */
export const TITLE = { width: 12.1, height: 0.9, sizes: [24, 20, 18, 16, 14, 12] } as const;
export const COVER_TITLE = { width: 11.5, height: 3, sizes: [38, 32, 28, 24, 20, 16, 14] } as const;

/** A title as the library takes it, smaller where it would not hold in its place. Its size is that of its words: of the text as a whole, the place decides. */
export function titleText(
  text: string,
  { width, height, sizes }: typeof TITLE | typeof COVER_TITLE,
): { text: string; options: { fontSize?: number } }[] {
  // Lines of a title, set close, may pass its place by as little as is not seen.
  const size = largest(sizes, height + 0.1, (one) => [linesIn(text, width, one) * lineHeight(one)]);
  return [{ text, options: size === sizes[0] ? {} : { fontSize: size } }];
}

/** `after`: what parts it from the next one, in points. */
export const bulletHeight = (text: string, width: number, size: number, after = AFTER.least): number =>
  linesIn(text, width - 0.25, size) * lineHeight(size) + after / 72;

export function rowHeight(row: readonly string[], widths: readonly number[], size: number): number {
  const lines = Math.max(1, ...row.map((text, c) => linesIn(text, (widths[c] ?? 1) - 2 * MARGIN, size)));
  return lines * lineHeight(size) + 2 * MARGIN;
}

/** The largest of the sizes at which the heights hold in the room; the smallest when none does. */
function largest(sizes: readonly number[], room: number, heights: (size: number) => number[]): number {
  return sizes.find((size) => sum(heights(size)) <= room) ?? sizes.at(-1) ?? 12;
}

/** Width that a word asks for: about 0.17 inch a character in bold at 16 points, in a wide face, and the margins. */
const wordWidth = (length: number, size: number): number => (length * 0.17 * Math.max(size, USUAL)) / USUAL + 0.25;

const longestWords = (table: readonly (readonly string[])[]): number[] =>
  (table[0] ?? []).map((_, c) =>
    Math.max(...table.flatMap((row) => (row[c] ?? '').split(/[\s-]/)).map((word) => word.length)),
  );

/** Widths by the text of each column, none narrower than its longest word. */
function columnWidths(table: readonly (readonly string[])[], width: number, size = USUAL): number[] {
  const columns = (table[0] ?? []).map((_, c) => table.map((row) => row[c] ?? ''));
  const longest = columns.map((cells) => Math.min(46, Math.max(9, ...cells.map((text) => text.length))));
  const total = sum(longest);
  const most = size > USUAL ? Number.POSITIVE_INFINITY : 2.6;
  const least = longestWords(table).map((length) => Math.min(most, wordWidth(length, size)));
  const wanted = longest.map((length, c) => Math.max(numberAt(least, c), (width * length) / total));
  const over = sum(wanted) - width;
  const spare = wanted.map((w, c) => Math.max(0, w - numberAt(least, c)));
  const room = sum(spare);
  return wanted.map((w, c) => (room > 0 ? w - (over * numberAt(spare, c)) / room : width / wanted.length));
}

/** Whether larger type than usual breaks no word of a table. */
function wordsHold(table: readonly (readonly string[])[], width: number, size: number): boolean {
  if (size <= USUAL) return true;
  const widths = columnWidths(table, width, size);
  return longestWords(table).every((length, c) => wordWidth(length, size) <= numberAt(widths, c) + 0.001);
}

/** Between columns, and the least type of their headings, in points. */
export const COLUMN_GAP = 0.35;
const COLUMN_TITLE = 15;
/** Between two lines of a column, in points. */
export const COLUMN_AFTER = 4;
/** A column no narrower than this, in inches: the rest of the width goes to those that say the most. */
const NARROWEST = 2.4;

export interface ColumnsLayout {
  widths: number[];
  /** Height of the headings and their type; type of the lines under them. */
  title: number;
  heading: number;
  size: number;
  /** Of the longest, with its heading. */
  height: number;
}

/** How columns share a width, and the size at which the longest of them holds in the room. */
export function layoutOfColumns(columns: readonly SlideColumn[], width: number, room: number): ColumnsLayout {
  const whole = width - COLUMN_GAP * (columns.length - 1);
  const least = Math.min(NARROWEST, whole / Math.max(1, columns.length));
  const said = columns.map(({ lines }) => Math.max(1, sum(lines.map((text) => text.length))));
  const widths = said.map((length) => least + ((whole - least * columns.length) * length) / sum(said));
  const at = (size: number): ColumnsLayout => {
    const heading = Math.max(COLUMN_TITLE, size);
    const rows = Math.max(1, ...columns.map(({ title }, i) => boldLinesIn(title, numberAt(widths, i), heading)));
    const title = rows * lineHeight(heading) + 0.15;
    const tallest = Math.max(
      0,
      ...columns.map(({ lines }, i) =>
        sum(lines.map((text) => bulletHeight(text, numberAt(widths, i), size, COLUMN_AFTER))),
      ),
    );
    return { widths, title, heading, size, height: title + tallest };
  };
  return at(largest(SIZES.columns, room, (size) => [at(size).height]));
}

/** Margin of the box of a resolution, in inches; how much larger its title is, in points. */
const RESOLUTION = { margin: 0.14, title: 2 };
/** Between two resolutions; a box taller than this, in lines of its text, says no more. */
export const RESOLUTION_GAP = 0.2;
const TALLEST = 6;

export interface ResolutionsLayout {
  /** Type of the texts and of their titles, in points. */
  size: number;
  title: number;
  heights: number[];
}

/** The size at which resolutions hold, and the heights of their boxes: what each of them asks for, and the rest of the room in equal shares. */
export function layoutOfResolutions(
  resolutions: readonly Resolution[],
  width: number,
  room: number,
): ResolutionsLayout {
  const inner = width - 2 * RESOLUTION.margin;
  const asked = (size: number): number[] =>
    resolutions.map(
      ({ title, text }) =>
        linesIn(title, inner, size + RESOLUTION.title) * lineHeight(size + RESOLUTION.title) +
        linesIn(text, inner, size) * lineHeight(size) +
        2 * RESOLUTION.margin,
    );
  const whole = room - RESOLUTION_GAP * (resolutions.length - 1);
  const size = largest(SIZES.resolutions, whole, asked);
  const least = asked(size);
  const spare = whole - sum(least);
  const tallest = TALLEST * lineHeight(size);
  const heights =
    spare < 0
      ? least.map((height) => (height * whole) / sum(least))
      : least.map((height) => Math.max(height, Math.min(tallest, height + spare / resolutions.length)));
  return { size, title: size + RESOLUTION.title, heights };
}

export interface SlideLayout {
  /** Width of the text, beside a chart or alone. */
  width: number;
  /** `after`: what parts two of them, in points; `holds`: nothing of them has to be set smaller. */
  bullets: { size: number; after: number; height: number; holds: boolean };
  /** `air`: what is added above and below the text of each cell. */
  table: { size: number; widths: number[]; air: number; height: number };
  /** Height left for the table under what stands above it. */
  room: number;
  /** Everything that is measured holds on the slide. */
  holds: boolean;
}

/** Sizes at which the text of a slide is set, and whether it holds: bullets give way before what stands under them. */
export function layoutOf({ bullets, table, chart, columns, resolutions, figures, caution }: Slide): SlideLayout {
  const width = chart && (bullets.length > 0 || table) ? BESIDE : PAGE.right - PAGE.left;
  const whole = PAGE.bottom - PAGE.top - (caution ? CAUTION : 0) - (figures ? FIGURES + 0.3 : 0);
  const heights = (size: number): number[] => bullets.map((text) => bulletHeight(text, width, size));
  const widths = (points: number): number[] => (table ? columnWidths(table, width, points) : []);
  const rows = (points: number): number[] => {
    const own = widths(points);
    return (table ?? []).map((row) => rowHeight(row, own, points));
  };
  const above = (size: number): number => (bullets.length > 0 ? sum(heights(size)) + GAP : 0);
  const smallest = sum(rows(Math.min(...SIZES.table))) + (columns ? layoutOfColumns(columns, width, 0).height : 0);
  const alone = !table && !columns && !resolutions;
  const sizes: readonly number[] = alone ? SIZES.alone : SIZES.bullets;
  // A table or columns keep at least half of the slide.
  const usual = largest(sizes, table || columns ? whole / 2 : whole, heights);
  // The last line of a table may stand in the gap under it.
  const most = columns ? whole : whole + GAP;
  const size = sizes.find((one) => one <= usual && above(one) + smallest <= most) ?? usual;
  const more = alone ? (72 * SPREAD * (whole - sum(heights(size)))) / Math.max(1, bullets.length) : 0;
  const after = Math.max(AFTER.least, Math.min(AFTER.most, AFTER.least + more));
  const height = above(size) + (bullets.length * (after - AFTER.least)) / 72;
  const room = whole - height;
  const points = largest(
    SIZES.table.filter((one) => wordsHold(table ?? [], width, one)),
    room,
    rows,
  );
  const tall = sum(rows(points));
  const air = table ? Math.max(0, Math.min(AIR, (SPREAD * (room - tall)) / (2 * table.length))) : 0;
  return {
    width,
    bullets: { size, after, height, holds: height - GAP <= whole },
    table: { size: points, widths: widths(points), air, height: tall + 2 * air * (table ?? []).length },
    room,
    holds: height + tall <= whole + GAP,
  };
}
