/** Where things stand on a slide, and how much of it a text takes: estimates in inches, on the generous side, for no slide engine measures for us. */

import type { Slide } from '../../documents/slides.js';
import { numberAt } from '../../lists/at.js';

/** A slide of 13.33 × 7.5 inches. */
export const PAGE = { left: 0.6, top: 1.65, right: 12.73, bottom: 6.75 };

export const FIGURES = 1.1;
export const CAUTION = 0.35;
/** Width of what stands beside a chart. */
const BESIDE = 5;
const GAP = 0.2;
/** Sizes of text in points, largest first. */
const SIZES = { table: [16, 14, 12], bullets: [18, 16, 14] } as const;
/** Margin inside a cell. */
export const MARGIN = 0.08;

/** Lines that a text takes in a width, in a face wider than most: the reader’s machine may not have ours. */
const linesIn = (text: string, width: number, size: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * size * 0.55) / (Math.max(width, 0.3) * 72))), 0);

const lineHeight = (size: number): number => (size * 1.36) / 72;

export const bulletHeight = (text: string, width: number, size: number): number =>
  linesIn(text, width - 0.25, size) * lineHeight(size) + 8 / 72;

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

export interface SlideLayout {
  /** Width of the text, beside a chart or alone. */
  width: number;
  bullets: { size: number; height: number };
  table: { size: number; widths: number[]; height: number };
  /** Height left for the table under what stands above it. */
  room: number;
  /** Everything that is measured holds on the slide. */
  holds: boolean;
}

/** Sizes at which the text of a slide is set, and whether it holds. */
export function layoutOf({ bullets, table, chart, columns, figures, caution }: Slide): SlideLayout {
  const width = chart && (bullets.length > 0 || table) ? BESIDE : PAGE.right - PAGE.left;
  const whole = PAGE.bottom - PAGE.top - (caution ? CAUTION : 0) - (figures ? FIGURES + 0.3 : 0);
  const heights = (size: number): number[] => bullets.map((text) => bulletHeight(text, width, size));
  // A table or columns keep at least half of the slide.
  const size = largest(SIZES.bullets, table || columns ? whole / 2 : whole, heights);
  const height = bullets.length > 0 ? sum(heights(size)) + GAP : 0;
  const room = whole - height;
  const widths = table ? columnWidths(table, width) : [];
  const rows = (points: number): number[] => (table ?? []).map((row) => rowHeight(row, widths, points));
  const points = largest(SIZES.table, room, rows);
  const tall = sum(rows(points));
  return {
    width,
    bullets: { size, height },
    table: { size: points, widths, height: tall },
    room,
    holds: height + tall <= whole + GAP,
  };
}
