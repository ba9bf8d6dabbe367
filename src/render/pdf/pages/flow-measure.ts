/** What a flow takes on a page without end: its blocks, texts, lists and tables, noted as boxes while the layout lays them there. */

import { numberAt } from '../../../lists/at.js';
import type { LayoutNode } from '../internals.js';
import { headsGroup } from '../tables/table-cells.js';
import type { TaggedLayout } from '../tagging/tagged-layout.js';
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
} from './flow-record.js';
import type { Box } from './page-plan.js';

/** A flow and the boxes that begin its pages. */
export interface Flow {
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

/** The layout, while it measures. */
interface Measuring {
  writer: TaggedLayout['writer'];
  flow: Flow | undefined;
  /** What is being measured belongs to a box. */
  inBox: boolean | undefined;
  /** The lines of the text being measured. */
  lines: MeasuredLine[] | undefined;
  /** The paragraphs of the frame being measured, as long as it holds nothing else. */
  paragraphs: { node: LayoutNode; lines: MeasuredLine[]; bottom: number }[] | undefined;
}

/** A block, which `go` lays. */
export function measureNode(layout: Measuring, node: LayoutNode, record: Recorder, go: () => unknown): unknown {
  const { pageBreak, keep, rank } = node;
  if (pageBreak === 'before') record.forced = true;
  if (keep === 'previous') record.holds = true;
  if (rank !== undefined) record.pending += itemPenalty(rank);
  const { inside } = record;
  record.inside += insidePenalty(keep);
  // A cut before the first of its boxes is not inside.
  record.pending -= insidePenalty(keep);
  node.pageBreak = undefined;
  const start = layout.writer.context().y;
  const whole = Boolean(node.svg || node.image || node.columns);
  layout.inBox = whole;
  layout.paragraphs = node.beside ? [] : undefined;
  const done = go();
  layout.inBox = false;
  const { paragraphs = [] } = layout;
  layout.paragraphs = undefined;
  if (whole) noteWhole(layout, node, record, { start, paragraphs });
  node.pageBreak = pageBreak;
  record.inside = inside;
  if (keep === 'next') record.holds = true;
  record.pending += afterPenalty(keep);
  if (pageBreak === 'after') record.forced = true;
  return done;
}

/** One box for what is not parted; the lines of a text that has notes beside it may be. */
function noteWhole(
  { writer, flow }: Measuring,
  node: LayoutNode,
  record: Recorder,
  { start, paragraphs }: { start: number; paragraphs: NonNullable<Measuring['paragraphs']> },
): void {
  const [, above = 0, , below = 0] = node._margin ?? [];
  const [top, bottom] = [start + above, writer.context().y - below];
  const [text, ...notes] = paragraphs;
  const beside = notes.reduce((lowest, note) => Math.max(lowest, note.bottom), top);
  const first = text ? addLines(record, text.lines, bottom, beside) : addBox(record, top, bottom, 0);
  flow?.nodes.set(node, { first });
  if (text) flow?.nodes.set(text.node, { first });
}

/** A list, whose markers move each time that they are drawn: they are set aside. */
export function measureList(items: readonly LayoutNode[], go: () => unknown): unknown {
  const markers = items.map(({ listMarker }) => listMarker);
  for (const [rank, item] of items.entries()) Object.assign(item, { listMarker: undefined, rank });
  const done = go();
  for (const [rank, item] of items.entries()) item.listMarker = markers[rank];
  return done;
}

/** A text, line by line. Laying it out uses its words up: those that it has are laid in another list. */
export function measureLeaf(layout: Measuring, node: LayoutNode, record: Recorder, go: () => unknown): unknown {
  const words = node._inlines;
  // A word wider than its line would be cut where it lies; the others are only placed.
  const { availableWidth } = layout.writer.context();
  const wide = words.some(({ width }) => width > availableWidth);
  node._inlines = wide ? words.map((word) => ({ ...word })) : words.slice();
  const lines: MeasuredLine[] = [];
  layout.lines = lines;
  const done = go();
  node._inlines = words;
  const bottom = layout.writer.context().y;
  if (!layout.inBox) layout.flow?.nodes.set(node, { first: addLines(record, lines, bottom) });
  else if (lines.length > 0) layout.paragraphs?.push({ node, lines, bottom });
  layout.lines = undefined;
  return done;
}

/** A table row by row, or a frame of paragraphs by theirs; within a box, it is part of it. */
export function measureTable(layout: Measuring, node: LayoutNode, record: Recorder, go: () => unknown): unknown {
  const tops: number[] = [];
  const { inBox, writer } = layout;
  const frame = !inBox && typeof node.struct === 'object' && node.struct.type !== 'Table';
  layout.paragraphs = frame ? [] : undefined;
  layout.inBox = true;
  node.beforeRow = (row) => {
    tops[row] = writer.context().y;
  };
  tops[0] = writer.context().y;
  const done = go();
  node.beforeRow = undefined;
  layout.inBox = inBox;
  // What a row leaves on its table for the next page has no meaning on the page without end.
  Object.assign(node, { _bottomByPage: undefined, _breaksBySpan: undefined });
  const { paragraphs } = layout;
  layout.paragraphs = undefined;
  if (inBox || !node.table) return done;
  const [top = 0, bottom] = [tops[0], writer.context().y];
  if (paragraphs && paragraphs.length > 1 && isTall(bottom - top, record)) {
    const firsts = addFrame(record, { top, bottom, header: numberAt(tops, 1) - top, paragraphs });
    // The title begins where the frame does.
    for (const [p, first] of firsts.entries()) {
      const opened = p === 0 ? node : paragraphs[p]?.node;
      if (opened) layout.flow?.nodes.set(opened, { first });
    }
  } else noteRows(layout, node, node.table, record, tops);
  return done;
}

function noteRows(
  { writer, flow }: Measuring,
  node: LayoutNode,
  table: NonNullable<LayoutNode['table']>,
  record: Recorder,
  tops: readonly number[],
): void {
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
  flow?.nodes.set(node, { first: numberAt(rows, 0), rows });
}
