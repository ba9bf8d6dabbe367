/** The list of what a document holds: on one page, in one column, or in two where one would spill. */

import { sum } from 'd3-array';
import { plainText } from '../../../documents/markdown/inlines.js';
import type { Block, Heading } from '../../../documents/tree.js';
import { wrapText } from '../../../exhibits/charts/drawing/text-width.js';
import { type Theme, textHeightOf, textWidthOf } from '../../theme.js';
import type { Node } from '../definition.js';

/** Name of the second column; the first has the engine's own. */
export const SECOND = 'suite';

/** Between the two columns, and what a number of page takes with its margin, in points. */
const [GAP, NUMBER] = [26, 34];
/**
 * Indent of a part, and what an entry takes beside its lines of text: less for a part, set closer. The number of page, which is not set closer, holds
 * open an entry of one line.
 */
const PART = 14;
const AROUND = { chapter: 1, part: -2 };
const HELD_OPEN = 1.7;
const LINE = 1.326;

export const headingsIn = (blocks: readonly Block[], depth: number): Heading[] =>
  blocks.filter((block): block is Heading => block.type === 'heading' && block.level <= depth);

/** Height of each line of the contents, in points, in a column of this width. */
function heightsIn(headings: readonly Heading[], size: number, width: number): number[] {
  return headings.map(({ level, number = '', children }) => {
    const text = `${number}  ${plainText(children)}`;
    const room = width - NUMBER - (level === 1 ? 0 : PART);
    const lines = wrapText(text, room, size, level === 1).length;
    return lines * size * LINE + (level === 1 ? AROUND.chapter : AROUND.part) + (lines === 1 ? HELD_OPEN : 0);
  });
}

/** Ids of the headings that the second column lists, from the chapter that shares the lines best; none where one column holds on its page, or two do not. */
export function secondColumn(headings: readonly Heading[], theme: Theme): ReadonlySet<string> {
  const { sizes } = theme;
  const width = textWidthOf(theme, false);
  const room = textHeightOf(theme, false) - sizes.h1 * LINE * 1.15 - 12;
  if (sum(heightsIn(headings, sizes.small, width)) <= room) return new Set();
  const heights = heightsIn(headings, sizes.small, (width - GAP) / 2);
  const tallest = (from: number): number => Math.max(sum(heights.slice(0, from)), sum(heights.slice(from)));
  const chapters = headings.flatMap(({ level }, i) => (level === 1 && i > 0 ? [i] : []));
  const [first] = chapters.toSorted((a, b) => tallest(a) - tallest(b));
  const holds = first !== undefined && tallest(first) <= room;
  return new Set(holds ? headings.slice(first).map(({ id }) => id) : []);
}

/** The contents below their title. */
export const contentsNode = (title: Node, inTwo: boolean): Node =>
  inTwo ? { stack: [title, { columns: [{ toc: {} }, { toc: { id: SECOND } }], columnGap: GAP }] } : { toc: { title } };
