/**
 * Turns the pages of a flow where the plan says. A flow is laid out a first time on a page without end, where the layout itself measures it; its pages are
 * planned as a whole; then it is laid out for good, with their turns.
 */

import { numberAt } from '../../lists/at.js';
import type { Piece } from './floats.js';
import {
  addBox,
  addFrame,
  addLines,
  addRows,
  afterPenalty,
  insidePenalty,
  isTall,
  itemPenalty,
  type MeasuredLine,
  type Recorder,
  recorder,
} from './flow-record.js';
import { followOn, gapAbove, levelOf } from './gaps.js';
import type { ClassModule, LayoutNode, LineBox, TableProcessor } from './internals.js';
import { type Box, FORCED, planPages } from './page-plan.js';
import { planWithoutShortPages } from './short-pages.js';
import { stretches } from './stretch.js';
import { headsGroup } from './table-cells.js';
import type { TaggedLayout } from './tagged-layout.js';

/** A flow and the boxes that begin its pages. */
interface Flow {
  record: Recorder;
  /** Its boxes as they are laid, of each that was noted its place among them, and those that begin a page. */
  boxes: readonly Box[];
  place: readonly number[];
  turns: Set<number>;
  /** Space above a block beside its own, in points. */
  above: Map<LayoutNode, number | undefined>;
  /** First box of each node, and the boxes of a table's rows. */
  nodes: WeakMap<LayoutNode, { first: number; rows?: number[] }>;
}

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
        if (opening) opening.gap = gapAbove(block, blocks[rank - 1]);
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
      if (this.record) return this.recordNode(node, this.record, go);
      const planned = this.inArtifact ? undefined : this.flow?.nodes.get(node);
      const more = this.inArtifact ? undefined : this.flow?.above.get(node);
      if (more) this.writer.context().moveDown(more);
      // The space above a block has no use at the top of a page.
      if (planned && this.turnBefore(planned.first) && node._margin)
        node._margin = [node._margin[0], 0, node._margin[2], node._margin[3]];
      return go();
    }

    private recordNode(node: LayoutNode, record: Recorder, go: () => unknown): unknown {
      const { pageBreak, keep, rank } = node;
      if (pageBreak === 'before') record.forced = true;
      if (keep === 'previous') record.holds = true;
      if (rank !== undefined) record.pending += itemPenalty(rank);
      const { inside } = record;
      record.inside += insidePenalty(keep);
      // A cut before the first of its boxes is not inside.
      record.pending -= insidePenalty(keep);
      node.pageBreak = undefined;
      const start = this.writer.context().y;
      const whole = Boolean(node.svg || node.image || node.columns);
      this.inBox = whole;
      this.paragraphs = node.beside ? [] : undefined;
      const done = go();
      this.inBox = false;
      const { paragraphs = [] } = this;
      this.paragraphs = undefined;
      if (whole) {
        const [, above = 0, , below = 0] = node._margin ?? [];
        const [top, bottom] = [start + above, this.writer.context().y - below];
        const [text, ...notes] = paragraphs;
        const beside = notes.reduce((lowest, note) => Math.max(lowest, note.bottom), top);
        const first = text ? addLines(record, text.lines, bottom, beside) : addBox(record, top, bottom, 0);
        this.flow?.nodes.set(node, { first });
        if (text) this.flow?.nodes.set(text.node, { first });
      }
      node.pageBreak = pageBreak;
      record.inside = inside;
      if (keep === 'next') record.holds = true;
      record.pending += afterPenalty(keep);
      if (pageBreak === 'after') record.forced = true;
      return done;
    }

    override processList(ordered: boolean, node: LayoutNode): unknown {
      if (!this.record) return super.processList(ordered, node);
      const items = (ordered ? node.ol : node.ul) ?? [];
      // Markers move each time that they are drawn.
      const markers = items.map(({ listMarker }) => listMarker);
      for (const [rank, item] of items.entries()) Object.assign(item, { listMarker: undefined, rank });
      const done = super.processList(ordered, node);
      for (const [rank, item] of items.entries()) item.listMarker = markers[rank];
      return done;
    }

    override processLeaf(node: LayoutNode): unknown {
      const { record } = this;
      if (!record) {
        const planned = this.inArtifact ? undefined : this.flow?.nodes.get(node);
        this.leaf = planned && { first: planned.first, line: 0 };
        const done = super.processLeaf(node);
        this.leaf = undefined;
        return done;
      }
      // Laying a text out uses its words up.
      const words = node._inlines;
      // A word wider than its line would be cut where it lies; the others are only placed.
      const { availableWidth } = this.writer.context();
      const wide = words.some(({ width }) => width > availableWidth);
      node._inlines = wide ? words.map((word) => ({ ...word })) : words.slice();
      const lines: MeasuredLine[] = [];
      this.lines = lines;
      const done = super.processLeaf(node);
      node._inlines = words;
      const bottom = this.writer.context().y;
      if (!this.inBox) this.flow?.nodes.set(node, { first: addLines(record, lines, bottom) });
      else if (lines.length > 0) this.paragraphs?.push({ node, lines, bottom });
      this.lines = undefined;
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
      const { record } = this;
      if (!record) {
        const rows = this.inArtifact ? undefined : this.flow?.nodes.get(node)?.rows;
        node.beforeRow = rows && ((row) => row > 0 && this.turnBefore(rows[row] ?? -1));
        return super.processTable(node);
      }
      const tops: number[] = [];
      const { inBox, writer } = this;
      const frame = !inBox && typeof node.struct === 'object' && node.struct.type !== 'Table';
      this.paragraphs = frame ? [] : undefined;
      this.inBox = true;
      node.beforeRow = (row) => {
        tops[row] = writer.context().y;
      };
      tops[0] = writer.context().y;
      const done = super.processTable(node);
      node.beforeRow = undefined;
      this.inBox = inBox;
      // What a row leaves on its table for the next page has no meaning on the page without end.
      Object.assign(node, { _bottomByPage: undefined, _breaksBySpan: undefined });
      const { paragraphs } = this;
      this.paragraphs = undefined;
      if (inBox || !node.table) return done;
      const [top = 0, bottom] = [tops[0], writer.context().y];
      if (paragraphs && paragraphs.length > 1 && isTall(bottom - top, record)) {
        const firsts = addFrame(record, { top, bottom, header: numberAt(tops, 1) - top, paragraphs });
        // The title begins where the frame does.
        for (const [p, first] of firsts.entries()) {
          const opened = p === 0 ? node : paragraphs[p]?.node;
          if (opened) this.flow?.nodes.set(opened, { first });
        }
        return done;
      }
      const { table } = node;
      const headers = table.headerRows ?? 0;
      if (headers > 0 && isTall(numberAt(tops, headers) - numberAt(tops, 0), record)) {
        // Too tall to be drawn again on each page: a row like the others.
        Object.assign(node, { headRows: headers });
        table.headerRows = 0;
      }
      const rows = addRows(record, {
        tops,
        bottom: writer.context().y,
        headers: table.headerRows ?? 0,
        isHeading: (row) => headsGroup(table.body[row]),
        whole: node.whole === true,
      });
      this.flow?.nodes.set(node, { first: numberAt(rows, 0), rows });
      return done;
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
