/** A chapter takes the place of the hole before it: where the one before leaves its last page largely empty, it follows on. */
import { type Orders, type Piece, withFloats } from './floats.js';
import { type Box, FORCED, planPages } from './page-plan.js';

/** A flow that is planned: its boxes and blocks, in the order of the document. */
interface Planned {
  boxes: readonly Box[];
  pieces: readonly Piece[];
}

/** A page that is less full than this, before a chapter, has room for its beginning. */
const SHORT = 2 / 3;

/** What the empty parts of the pages must lose for a chapter to follow on when none is spared: a hole of two fifths. */
const WORTH = 0.15;

/** A last page that is less full than this is a few lines alone: no place for a hole to go to. */
const SPILLED = 0.13;

/** The flow where the block of this rank needs no page of its own, below so much more space, in points. */
function followed({ boxes, pieces }: Planned, rank: number, space: number): Planned {
  const from = pieces[rank]?.from ?? boxes.length;
  return {
    boxes: boxes.map((box, i) =>
      i < from
        ? box
        : {
            ...box,
            top: box.top + space,
            bottom: box.bottom + space,
            ...(i === from ? { penalty: 0 } : {}),
          },
    ),
    pieces: pieces.map((piece, i) =>
      i < rank ? piece : { ...piece, top: piece.top + (i === rank ? 0 : space), bottom: piece.bottom + space },
    ),
  };
}

interface Plan {
  /** The flow with its exhibits displaced. */
  laid: ReturnType<typeof withFloats>;
  /** Indexes of its boxes that begin a page. */
  starts: number[];
}

/** A flow in which the blocks of these ranks follow on, and its pages. */
interface Trial {
  flow: Planned;
  plan: Plan;
  ranks: number[];
}

/** How full the page is, of 1, before the block of this rank, which opens the next one; 1 where it does not, or where that is not known. */
function filledBefore({ flow, plan: { laid, starts } }: Trial, rank: number, height: number): number {
  const from = flow.pieces[rank]?.from ?? -1;
  if (flow.boxes[from]?.penalty !== FORCED) return 1;
  const at = laid.place[from] ?? -1;
  const before = starts.filter((start) => start < at).at(-1);
  // The first page of the flow holds what stands above it too.
  return before === undefined ? 1 : filled(laid.boxes, before, at, height);
}

/** Share of a page that its boxes fill, from this index on and before that one. */
function filled(boxes: readonly Box[], from: number, to: number, height: number): number {
  const [opening, last] = [boxes[from], boxes[to - 1]];
  return opening && last ? (last.bottom - opening.top + opening.header) / height : 1;
}

/** The empty parts of the pages, squared: those of a slice and of the first page, where other things stand, are not known, and the last one ends as it does. */
function emptiness({ laid: { boxes }, starts }: Plan, height: number): number {
  const shares = starts.map((from, page) => filled(boxes, from, starts[page + 1] ?? boxes.length, height));
  const last = shares.pop() ?? 1;
  const holes = shares.map((share) => Math.max(0, 1 - share) ** 2);
  return holes.reduce((sum, hole) => sum + hole, last < SPILLED ? (1 - last) ** 2 : 0);
}

/**
 * The pages of a flow. The blocks of which the ranks are told would open a page and follow on instead: the page before has room, and the document then has a
 * page less, or as many with less of them empty; several one after the other, where only the last of them spares it. Those that may say how much space they
 * then have above them, in points; `first`: room on the page where the flow begins.
 */
export function planWithoutShortPages(given: Planned, height: number, first: number): Plan & { ranks: number[] } {
  // What stands before a block that follows on is as it was.
  const orders: Orders = new Map();
  const planOf = ({ boxes, pieces }: Planned): Plan => {
    const laid = withFloats(boxes, pieces, height, first, orders);
    return { laid, starts: planPages(laid.boxes, height, first) };
  };
  let kept: Trial = { flow: given, plan: planOf(given), ranks: [] };
  // Pages are spared first: a hole that is filled on the way could cost one that a later chapter would spare.
  for (const worth of [Number.POSITIVE_INFINITY, WORTH]) {
    /** Blocks that follow on without sparing a page, as long as the next one may. */
    let hoped: Trial | undefined;
    for (const [rank, { follows }] of given.pieces.entries()) {
      if (follows === undefined || kept.ranks.includes(rank)) continue;
      const base = [hoped, kept].find((trial) => trial && filledBefore(trial, rank, height) < SHORT);
      if (base !== hoped) hoped = undefined;
      if (!base) continue;
      const flow = followed(base.flow, rank, follows);
      const trial = { flow, plan: planOf(flow), ranks: [...base.ranks, rank] };
      const spared = kept.plan.starts.length - trial.plan.starts.length;
      const filled = emptiness(kept.plan, height) - emptiness(trial.plan, height) > worth;
      if (spared > 0 || (spared === 0 && filled)) [kept, hoped] = [trial, undefined];
      else hoped = trial;
    }
  }
  return { ...kept.plan, ranks: kept.ranks };
}
