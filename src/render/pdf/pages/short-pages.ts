/** A chapter takes the place of the hole before it: where the one before fills less than half of its last page, it follows on. */
import { type Piece, withFloats } from './floats.js';
import { type Box, FORCED, planPages } from './page-plan.js';

/** A flow that is planned: its boxes and blocks, in the order of the document. */
interface Planned {
  boxes: readonly Box[];
  pieces: readonly Piece[];
}

/** A page that is less full than this, before a chapter, has room for its beginning. */
const SHORT = 1 / 2;

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

/** Whether the block of this rank opens a page where the one before it is not half full. */
function afterShortPage({ flow, plan: { laid, starts } }: Trial, rank: number, height: number): boolean {
  const from = flow.pieces[rank]?.from ?? -1;
  if (flow.boxes[from]?.penalty !== FORCED) return false;
  const at = laid.place[from] ?? -1;
  const before = starts.filter((start) => start < at).at(-1);
  const [opening, last] = [laid.boxes[before ?? 0], laid.boxes[at - 1]];
  // The first page of the flow holds what stands above it too.
  if (before === undefined || !opening || !last) return false;
  return (last.bottom - opening.top + opening.header) / height < SHORT;
}

/**
 * The pages of a flow. The blocks of which the ranks are told would open a page and follow on instead: the page before is not half full, and the document
 * then has a page less; several one after the other, where only the last of them spares it. Those that may say how much space they then have above them, in
 * points; `first`: room on the page where the flow begins.
 */
export function planWithoutShortPages(given: Planned, height: number, first: number): Plan & { ranks: number[] } {
  const planOf = ({ boxes, pieces }: Planned): Plan => {
    const laid = withFloats(boxes, pieces, height, first);
    return { laid, starts: planPages(laid.boxes, height, first) };
  };
  let kept: Trial = { flow: given, plan: planOf(given), ranks: [] };
  /** Blocks that follow on without sparing a page, as long as the next one may. */
  let hoped: Trial | undefined;
  for (const [rank, { follows }] of given.pieces.entries()) {
    if (follows === undefined) continue;
    const base = [hoped, kept].find((trial) => trial && afterShortPage(trial, rank, height));
    if (base !== hoped) hoped = undefined;
    if (!base) continue;
    const flow = followed(base.flow, rank, follows);
    const trial = { flow, plan: planOf(flow), ranks: [...base.ranks, rank] };
    if (trial.plan.starts.length < kept.plan.starts.length) [kept, hoped] = [trial, undefined];
    else hoped = trial;
  }
  return { ...kept.plan, ranks: kept.ranks };
}
