/** Where things stand on a slide, and how much of it a text takes: estimates in inches, on the generous side, for no slide engine measures for us. */

import type { Resolution, Slide, SlideColumn } from '../../documents/slides.js';
import { numberAt } from '../../lists/at.js';

/** A slide of 13.33 × 7.5 inches. */
export const PAGE = { left: 0.6, top: 1.65, right: 12.73, bottom: 6.75 };

export const FIGURES = 1.1;
export const CAUTION = 0.35;
/** Width of what stands beside a chart. */
const BESIDE = 5;
const GAP = 0.2;
/** Sizes of text in points, largest first. */
const SIZES = { table: [16, 14, 12], bullets: [18, 16, 14], columns: [14, 13, 12] } as const;
/** Margin inside a cell. */
export const MARGIN = 0.08;

/** Lines that a text takes in a width, in a face wider than most: the reader’s machine may not have ours. */
const linesIn = (text: string, width: number, size: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * size * 0.55) / (Math.max(width, 0.3) * 72))), 0);

const lineHeight = (size: number): number => (size * 1.36) / 72;

/** `after`: what parts it from the next one, in points. */
export const bulletHeight = (text: string, width: number, size: number, after = 8): number =>
  linesIn(text, width - 0.25, size) * lineHeight(size) + after / 72;

export function rowHeight(row: readonly string[], widths: readonly number[], size: number): number {
  const lines = Math.max(1, ...row.map((text, c) => linesIn(text, (widths[c] ?? 1) - 2 * MARGIN, size)));
  return lines * lineHeight(size) + 2 * MARGIN;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The largest of the sizes at which the heights hold in the room; the smallest when none does. */
function largest(sizes: readonly number[], room: number, heights: (size: number) => number[]): number {
  return sizes.find((size) => sum(heights(size)) <= room) ?? sizes.at(-1) ?? 12;
}

/** Widths by the text of each column, none narrower than its longest word, in tens of characters of the head's size. */
export function columnWidths(table: readonly (readonly string[])[], width: number): number[] {
  const columns = (table[0] ?? []).map((_, c) => table.map((row) => row[c] ?? ''));
  const longest = columns.map((cells) => Math.min(46, Math.max(9, ...cells.map((text) => text.length))));
  const words = columns.map((cells) =>
    Math.max(...cells.flatMap((text) => text.split(/[\s-]/)).map((word) => word.length)),
  );
  const total = sum(longest);
  // About 0.17 inch a character in bold at 16 points, in a wide face, and the margins.
  const least = words.map((length) => Math.min(2.6, length * 0.17 + 0.25));
  const wanted = longest.map((length, c) => Math.max(numberAt(least, c), (width * length) / total));
  const over = sum(wanted) - width;
  const spare = wanted.map((w, c) => Math.max(0, w - numberAt(least, c)));
  const room = sum(spare);
  return wanted.map((w, c) => (room > 0 ? w - (over * numberAt(spare, c)) / room : width / wanted.length));
}

/** Between columns, and the type of their headings, in points. */
export const COLUMN_GAP = 0.35;
export const COLUMN_TITLE = 15;
/** Between two lines of a column, in points. */
export const COLUMN_AFTER = 4;
/** A column no narrower than this, in inches: the rest of the width goes to those that say the most. */
const NARROWEST = 2.4;

export interface ColumnsLayout {
  widths: number[];
  /** Height of the headings; type of the lines under them. */
  title: number;
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
  const rows = Math.max(1, ...columns.map(({ title }, i) => linesIn(title, numberAt(widths, i), COLUMN_TITLE)));
  const title = rows * lineHeight(COLUMN_TITLE) + 0.15;
  const tallest = (size: number): number =>
    Math.max(
      0,
      ...columns.map(({ lines }, i) =>
        sum(lines.map((text) => bulletHeight(text, numberAt(widths, i), size, COLUMN_AFTER))),
      ),
    );
  const size = largest(SIZES.columns, room - title, (points) => [tallest(points)]);
  return { widths, title, size, height: title + tallest(size) };
}

/** Type of a resolution, in points, and the margin of its box in inches. */
export const RESOLUTION = { title: 16, text: 14, margin: 0.14 };
/** Between two resolutions; a box taller than this says no more. */
export const RESOLUTION_GAP = 0.2;
const TALLEST = 1.6;

/** Heights of the boxes of resolutions: what each of them asks for, and the rest of the room in equal shares. */
export function resolutionHeights(resolutions: readonly Resolution[], width: number, room: number): number[] {
  const inner = width - 2 * RESOLUTION.margin;
  const asked = resolutions.map(
    ({ title, text }) =>
      linesIn(title, inner, RESOLUTION.title) * lineHeight(RESOLUTION.title) +
      linesIn(text, inner, RESOLUTION.text) * lineHeight(RESOLUTION.text) +
      2 * RESOLUTION.margin,
  );
  const whole = room - RESOLUTION_GAP * (resolutions.length - 1);
  const spare = whole - sum(asked);
  if (spare < 0) return asked.map((height) => (height * whole) / sum(asked));
  return asked.map((height) => Math.max(height, Math.min(TALLEST, height + spare / resolutions.length)));
}

export interface SlideLayout {
  /** Width of the text, beside a chart or alone. */
  width: number;
  /** `holds`: nothing of them has to be set smaller. */
  bullets: { size: number; height: number; holds: boolean };
  table: { size: number; widths: number[]; height: number };
  /** Height left for the table under what stands above it. */
  room: number;
  /** Everything that is measured holds on the slide. */
  holds: boolean;
}

/** Sizes at which the text of a slide is set, and whether it holds: bullets give way before what stands under them. */
export function layoutOf({ bullets, table, chart, columns, figures, caution }: Slide): SlideLayout {
  const width = chart && (bullets.length > 0 || table) ? BESIDE : PAGE.right - PAGE.left;
  const whole = PAGE.bottom - PAGE.top - (caution ? CAUTION : 0) - (figures ? FIGURES + 0.3 : 0);
  const heights = (size: number): number[] => bullets.map((text) => bulletHeight(text, width, size));
  const widths = table ? columnWidths(table, width) : [];
  const rows = (points: number): number[] => (table ?? []).map((row) => rowHeight(row, widths, points));
  const above = (size: number): number => (bullets.length > 0 ? sum(heights(size)) + GAP : 0);
  const smallest = sum(rows(Math.min(...SIZES.table))) + (columns ? layoutOfColumns(columns, width, 0).height : 0);
  // A table or columns keep at least half of the slide.
  const usual = largest(SIZES.bullets, table || columns ? whole / 2 : whole, heights);
  // The last line of a table may stand in the gap under it.
  const most = columns ? whole : whole + GAP;
  const size = SIZES.bullets.find((one) => one <= usual && above(one) + smallest <= most) ?? usual;
  const height = above(size);
  const room = whole - height;
  const points = largest(SIZES.table, room, rows);
  const tall = sum(rows(points));
  return {
    width,
    bullets: { size, height, holds: height - GAP <= whole },
    table: { size: points, widths, height: tall },
    room,
    holds: height + tall <= whole + GAP,
  };
}
