/** Blocks one after the other, as a flow whose pages are planned together; wide tables on landscape pages. */
import { plainText } from '../../../documents/markdown/inlines.js';
import type { Block, Heading } from '../../../documents/tree.js';
import type { TableExhibit } from '../../../exhibits/types.js';
import type { Context, Node } from '../definition.js';
import { BETWEEN_CHAPTERS, blockNodes, headingNode } from '../nodes/block-nodes.js';
import { chaptersThatRunOn } from './chapters.js';
import type { Keep } from './flow-record.js';

/** Blocks that share an orientation of page. */
export interface Segment {
  landscape: boolean;
  blocks: Block[];
}

type Holds = (table: TableExhibit) => boolean;

const isWide = (block: Block, holds: Holds): boolean =>
  block.type === 'table' &&
  block.exhibit.rows.length > 0 &&
  (block.exhibit.landscape === true || !holds(block.exhibit));

/** Blocks before a wide table, back to the heading of their part, go with it onto the landscape page when they are few. */
const INTRODUCTION = 3;

/** `holds`: whether a table's words hold whole on an upright page; one that does not is given the width of the other. */
export function segments(blocks: readonly Block[], holds: Holds = () => true): Segment[] {
  const found: Segment[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (!isWide(block, holds)) {
      if (last && !last.landscape) last.blocks.push(block);
      else found.push({ landscape: false, blocks: [block] });
      continue;
    }
    const introduction: Block[] = [];
    if (last && !last.landscape) {
      const start = last.blocks.findLastIndex((before) => before.type === 'heading');
      if (start >= 0 && last.blocks.length - start <= INTRODUCTION && !last.blocks.slice(start).some(isExhibit)) {
        let from = start;
        while (from > 0 && last.blocks[from - 1]?.type !== undefined && isIntroduction(last.blocks[from - 1])) from--;
        introduction.push(...last.blocks.splice(from));
      }
      if (last.blocks.length === 0) found.pop();
    }
    const open = found.at(-1);
    if (open?.landscape) open.blocks.push(...introduction, block);
    else found.push({ landscape: true, blocks: [...introduction, block] });
  }
  return found;
}

const isExhibit = (block: Block): boolean => block.type === 'table' || block.type === 'figure';

/** A chapter's heading and its opening lines, when nothing else stands between them and the part's heading. */
const isIntroduction = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' || (block?.type === 'heading' && block.level <= 2);

/** Of each heading of the contents, the id of the one above it: bookmarks are nested as the document is. */
export function bookmarkParents(blocks: readonly Block[], depth: number): Map<string, string> {
  const parents = new Map<string, string>();
  const open: Heading[] = [];
  for (const block of blocks) {
    if (block.type !== 'heading' || block.level > depth) continue;
    while ((open.at(-1)?.level ?? 0) >= block.level) open.pop();
    const above = open.at(-1);
    if (above) parents.set(block.id, above.id);
    open.push(block);
  }
  return parents;
}

/** Level of the heading under which the blocks leave the document. */
export const levelAfter = (blocks: readonly Block[], before: number): number =>
  blocks.findLast((block): block is Heading => block.type === 'heading')?.level ?? before;

/** A sentence that announces what follows stays with it. */
const announces = (block: Block): boolean => {
  const last = block.type === 'paragraph' ? block.children.at(-1) : undefined;
  return last?.type === 'text' && /:\s*$/.test(last.value);
};

/** A line in bold that stands for a title: of a reserve, of a point. */
const titles = (block: Block): boolean =>
  block.type === 'paragraph' && block.children.length > 0 && block.children.every(({ type }) => type === 'strong');

/** Whether a paragraph says by itself that something follows: it is not left last on a page. */
export const leadsOn = (block: Block): boolean => announces(block) || titles(block);

/** Longest text that is a mere introduction, in characters: below a heading, and anywhere; a longer one below a heading leads to its exhibit. */
const SHORT = 270;
const ONE_SENTENCE = 180;
const ONE_LINE = 90;
const LEADS = 420;

/** A short paragraph between a heading and an exhibit is parted from neither, nor one sentence from the exhibit that it introduces. */
function introduces(blocks: readonly Block[], index: number): Keep | undefined {
  const [before, block, after] = [blocks[index - 1], blocks[index], blocks[index + 1]];
  if (!block || leadsOn(block)) return block && 'next';
  if (block.type !== 'paragraph' || !after || after.type === 'heading') return undefined;
  const { length } = plainText(block.children);
  // « On entend trois demandes. »: one line before texts that each begin in bold announces them.
  if (length < ONE_LINE && after.type === 'paragraph' && after.children[0]?.type === 'strong') return 'next';
  // The lines that open a chapter go with the box of what is to be kept of it: the next page would begin with it, and tell another story.
  if (before?.type === 'heading' && before.level === 1 && after.type === 'callout' && length < SHORT) return 'next';
  // What opens a part is not left alone below its heading, though it may be where that leaves a hole.
  if (!isExhibit(after)) return before?.type === 'heading' && length < SHORT ? 'near' : undefined;
  if (before?.type !== 'heading') return length < ONE_SENTENCE ? 'next' : undefined;
  return length < SHORT ? 'next' : length < LEADS ? 'near' : undefined;
}

/** A word that was heard is set under the exhibit that it illustrates. */
const illustrates = (blocks: readonly Block[], index: number): boolean => {
  const [before, block] = [blocks[index - 1], blocks[index]];
  return block?.type === 'quote' && before !== undefined && isExhibit(before);
};

/** Whether a block is the heading of an annex: lists and tables, where running text ends. */
export const isAnnex = (block: Block): boolean =>
  block.type === 'heading' && block.level === 1 && /^[A-Z]$/.test(block.number ?? '');

/** Whether a page turns where it is asked to, inside of the chapter that this heading begins. */
function holdsBreak(blocks: readonly Block[], index: number): boolean {
  const next = blocks.findIndex((block, i) => i > index && block.type === 'heading' && block.level === 1);
  const content = blocks.slice(index + 1, next < 0 ? blocks.length : next);
  return content.some((block, i) => block.type === 'pageBreak' && i < content.length - 1);
}

/** A block that opens a page: the space above it has no use there. */
function opening(node: Node, follows: boolean): Node {
  const [left, , right, below] = node.margin ?? [0, 0, 0, 0];
  return {
    ...node,
    ...(node.margin ? { margin: [left, 0, right, below] } : {}),
    pageBreak: 'before',
    ...(follows ? { follows: BETWEEN_CHAPTERS } : {}),
  };
}

/** A run of blocks. `fresh`: it opens on a new page, so that its first chapter needs no break; `level`: that of the heading above it. */
export function flow(blocks: readonly Block[], context: Context, fresh: boolean, level = 1): Node {
  const stack: Node[] = [];
  let [under, turns, own] = [level, false, context];
  const onward = chaptersThatRunOn(blocks);
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'pageBreak') {
      turns = true;
      continue;
    }
    let follows = false;
    if (block.type === 'heading') {
      under = block.level;
      if (isAnnex(block)) own = { ...context, measure: undefined, annex: true };
      if (block.level === 1 && !(fresh && index === 0) && !onward.has(index)) {
        // A break that is asked for stays, and what is composed on its own pages keeps them.
        follows = !turns && !holdsBreak(blocks, index);
        turns = true;
      }
    }
    const made =
      block.type === 'heading' ? [headingNode(block, own, onward.has(index))] : blockNodes(block, own, under);
    const before = blocks[index - 1];
    const floats = (block.type === 'table' || block.type === 'figure') && !(before && announces(before));
    // What a box concludes is read before it.
    const exhibit = floats ? { exhibit: block.type } : block.type === 'callout' ? { barrier: true as const } : {};
    const nodes: Node[] = illustrates(blocks, index)
      ? [{ stack: made, keep: 'previous' }]
      : made.map((node) => ({ ...node, ...exhibit }));
    const keep = introduces(blocks, index);
    const [head, ...rest] = keep === undefined ? nodes : nodes.map((node): Node => ({ ...node, keep }));
    if (!head) continue;
    stack.push(turns ? opening(head, follows) : head, ...rest);
    turns = false;
  }
  return { stack, flow: true };
}
