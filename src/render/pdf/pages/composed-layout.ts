/**
 * Turns the pages of a flow where the plan says. A flow is laid out a first time on a page without end, where the layout itself measures it; its pages are
 * planned as a whole; then it is laid out for good, with their turns.
 */

import type { ClassModule, LayoutNode, LineBox, TableProcessor } from '../internals.js';
import type { TaggedLayout } from '../tagging/tagged-layout.js';
import type { Piece } from './floats.js';
import { type Flow, measureLeaf, measureList, measureNode, measureTable } from './flow-measure.js';
import { type MeasuredLine, type Recorder, recorder } from './flow-record.js';
import { followOn, gapAbove, levelOf, opens } from './gaps.js';
import { FORCED, planPages } from './page-plan.js';
import { planWithoutShortPages } from './short-pages.js';
import { stretches } from './stretch.js';

type LayoutClass = ClassModule<TaggedLayout>['default'];
type TableClass = ClassModule<TableProcessor>['default'];

export function composing(Base: LayoutClass): LayoutClass {
  return class extends Base {
    declare flow: Flow | undefined;
    /** A flow is being measured. */
    declare record: Recorder | undefined;
    /** What is being measured belongs to a box. */
    declare inBox: boolean | undefined;
    /** The lines of the text being measured. */
    declare lines: MeasuredLine[] | undefined;
    /** The line laid out last ends inside a word. */
    declare endsInWord: boolean | undefined;
    /** The paragraphs of the frame being measured, as long as it holds nothing else. */
    declare paragraphs: { node: LayoutNode; lines: MeasuredLine[]; bottom: number }[] | undefined;
    /** The text being laid out, and the number of its next line. */
    declare leaf: { first: number; line: number } | undefined;

    override processVerticalContainer(node: LayoutNode): unknown {
      if (node.flow && node.stack && !this.inArtifact) node.stack = this.planFlow(node.stack);
      return super.processVerticalContainer(node);
    }

    /** Plans the pages of the blocks, and gives them in the order in which they are laid. */
    private planFlow(blocks: readonly LayoutNode[]): LayoutNode[] {
      const { writer } = this;
      const { pageSize, pageMargins } = writer.context().getCurrentPage();
      const first = writer.context().availableHeight;
      const record = recorder(pageSize.height - pageMargins.top - pageMargins.bottom);
      const flow: Flow = { record, boxes: [], place: [], turns: new Set(), above: new Map(), nodes: new WeakMap() };
      Object.assign(this, { flow, record, inArtifact: true });
      writer.beginUnbreakableBlock();
      const pieces = blocks.map((block, rank): Piece => {
        const [from, top] = [record.boxes.length, writer.context().y];
        this.processNode(block);
        const opening = record.boxes[from];
        if (opening) Object.assign(opening, { gap: gapAbove(block, blocks[rank - 1]), opens: opens(block) });
        return {
          from,
          to: record.boxes.length,
          top,
          bottom: writer.context().y,
          exhibit: block.exhibit,
          keep: block.keep,
          barrier: block.barrier === true || levelOf(block) !== undefined || block.pageBreak !== undefined,
          follows: block.pageBreak === 'before' ? block.follows : undefined,
        };
      });
      writer.transactionLevel--;
      writer.popContext();
      Object.assign(this, { record: undefined, inArtifact: false });
      const {
        laid: plan,
        starts,
        ranks,
      } = planWithoutShortPages({ boxes: record.boxes, pieces }, record.height, first);
      for (const rank of ranks) followOn(blocks[rank]);
      const { boxes, place, order, pieces: laid } = plan;
      const ordered = order.flatMap((rank) => blocks[rank] ?? []);
      const spaces = stretches(boxes, starts, record.height, first);
      const above = new Map(ordered.map((block, rank) => [block, spaces.get(laid[rank]?.from ?? -1)]));
      Object.assign(flow, { boxes, place, turns: new Set(starts), above });
      return ordered;
    }

    /** Turns the page where a box begins one. After slices, which the layout cut as it could, what follows is planned anew. */
    private turnBefore(noted: number): boolean {
      const { flow, writer } = this;
      const index = flow?.place[noted] ?? -1;
      const box = flow?.boxes[index];
      if (!flow || !box || box.penalty === FORCED || writer.transactionLevel > 0) return false;
      const { boxes, record } = flow;
      if (boxes[index - 1]?.slice)
        flow.turns = new Set(planPages(boxes, record.height, writer.context().availableHeight, index));
      // A box may be met twice: as a node, then as what the node holds.
      if (!flow.turns.delete(index)) return false;
      const { y } = writer.context();
      if (y > writer.context().getCurrentPage().pageMargins.top + 0.1) writer.moveToNextPage();
      return true;
    }

    override processNode(node: LayoutNode, vertical?: boolean): unknown {
      const go = (): unknown => super.processNode(node, vertical);
      if (this.record && this.inBox) {
        if (node.svg || node.image || node.columns) this.paragraphs = undefined;
        return go();
      }
      if (this.record) return measureNode(this, node, this.record, go);
      const planned = this.inArtifact ? undefined : this.flow?.nodes.get(node);
      const more = this.inArtifact ? undefined : this.flow?.above.get(node);
      if (more) this.writer.context().moveDown(more);
      // The space above a block has no use at the top of a page.
      if (planned && this.turnBefore(planned.first) && node._margin)
        node._margin = [node._margin[0], 0, node._margin[2], node._margin[3]];
      return go();
    }

    override processList(ordered: boolean, node: LayoutNode): unknown {
      const go = (): unknown => super.processList(ordered, node);
      return this.record ? measureList((ordered ? node.ol : node.ul) ?? [], go) : go();
    }

    override processLeaf(node: LayoutNode): unknown {
      const go = (): unknown => super.processLeaf(node);
      if (this.record) return measureLeaf(this, node, this.record, go);
      const planned = this.inArtifact ? undefined : this.flow?.nodes.get(node);
      this.leaf = planned && { first: planned.first, line: 0 };
      const done = go();
      this.leaf = undefined;
      return done;
    }

    override buildNextLine(node: LayoutNode): LineBox | null {
      const { leaf } = this;
      const { lines } = this;
      if (node._inlines.length > 0)
        lines?.push({ top: this.writer.context().y, inWord: lines.length > 0 && this.endsInWord === true });
      if (leaf && leaf.line > 0 && node._inlines.length > 0) this.turnBefore(leaf.first + leaf.line);
      if (leaf) leaf.line++;
      const line = super.buildNextLine(node);
      this.endsInWord = line?.inlines.at(-1)?.shy === true && node._inlines.length > 0;
      return line;
    }

    override processTable(node: LayoutNode): unknown {
      const go = (): unknown => super.processTable(node);
      if (this.record) return measureTable(this, node, this.record, go);
      const rows = this.inArtifact ? undefined : this.flow?.nodes.get(node)?.rows;
      node.beforeRow = rows && ((row) => row > 0 && this.turnBefore(rows[row] ?? -1));
      return go();
    }
  };
}

/** Tables that tell of each row before they begin it. */
export const announcing = (Base: TableClass): TableClass =>
  class extends Base {
    override beginRow(row: number, writer: unknown): void {
      this.tableNode.beforeRow?.(row);
      super.beginRow(row, writer);
    }
  };
