/** Blocks one after the other: no heading alone at the foot of a page, wide tables on landscape pages. */
import type { Block } from '../../documents/tree.js';
import { blockLaid, headingNode } from './block-nodes.js';
import type { Context, Node } from './definition.js';
import { keepRoom } from './keep-room.js';

/** Blocks that share an orientation of page. */
export interface Segment {
  landscape: boolean;
  blocks: Block[];
}

const isWide = (block: Block): boolean =>
  block.type === 'table' && block.exhibit.landscape === true && block.exhibit.rows.length > 0;

/** Blocks before a wide table, back to the heading of their part, go with it onto the landscape page when they are few. */
const INTRODUCTION = 3;

export function segments(blocks: readonly Block[]): Segment[] {
  const found: Segment[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (!isWide(block)) {
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

const announces = ({ children }: Extract<Block, { type: 'paragraph' }>): boolean => {
  const last = children.at(-1);
  return last?.type === 'text' && /:\s*$/.test(last.value);
};

/** Nodes of a run of blocks. `fresh`: the run opens on a new page, so that its first chapter needs no break. */
export function flow(blocks: readonly Block[], context: Context, fresh: boolean): Node[] {
  const nodes: Node[] = [];
  let headings: Node[] = [];
  let first = fresh;
  // A chapter turns the page before the block that holds its heading. A line of its own to do so would open a page more where one is full.
  let turns = false;
  const add = (block: Node[]): void => {
    const [head, ...rest] = block;
    if (head && turns) nodes.push({ ...head, pageBreak: 'before' }, ...rest);
    else nodes.push(...block);
    turns = false;
  };
  for (const block of blocks) {
    if (block.type === 'heading') {
      const { pageBreak, ...node } = headingNode(block, context, first);
      first = false;
      if (pageBreak && headings.length === 0) turns = true;
      headings.push(node);
      continue;
    }
    first = false;
    const laid = blockLaid(block, context);
    // A sentence that announces what follows stays with it.
    if (block.type === 'paragraph' && announces(block)) {
      headings.push(...laid.nodes);
      continue;
    }
    if (headings.length === 0) add(laid.nodes);
    else {
      add(keepRoom(headings, laid.nodes, laid.room));
      headings = [];
    }
  }
  add(headings);
  return nodes;
}
