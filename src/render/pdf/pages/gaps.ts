/** The space above the blocks of a flow. */
import type { LayoutNode } from '../internals.js';

/** How much the space above a block may grow on a page that ends early, in points: above a heading, what is set apart, and running text. */
const GAPS = { heading: 16, set: 12, text: 6 };

/** Level of a heading; undefined for what is none. */
export const levelOf = (node: LayoutNode | undefined): number | undefined => {
  const type = typeof node?.struct === 'object' ? node.struct.type : '';
  return /^H\d$/.test(type) ? Number(type.slice(1)) : undefined;
};

/** What a block begins: a page may end before it at a lower cost. */
export const opens = (block: LayoutNode): 'chapter' | 'section' | undefined =>
  block.chapter ? 'chapter' : levelOf(block) === 2 ? 'section' : undefined;

export function gapAbove(block: LayoutNode, before: LayoutNode | undefined): number {
  // Below the title of a chapter there is room; below that of a section, its text.
  if (block.keep === 'previous' || (levelOf(before) ?? 1) > 1) return 0;
  if (levelOf(block) !== undefined) return GAPS.heading;
  return block.exhibit || block.table ? GAPS.set : GAPS.text;
}

/** Gives up the break before a block for space above it. */
export function followOn(block: LayoutNode | undefined): void {
  if (!block) return;
  const [left, above, right, below] = block._margin ?? [0, 0, 0, 0];
  Object.assign(block, { pageBreak: undefined, _margin: [left, above + (block.follows ?? 0), right, below] });
}
