/**
 * An exhibit that would leave a hole goes to the top of the next page, and what follows it in its section takes its place: no exhibit passes another of its
 * kind, whose number would come first, nor a heading.
 */
import { itemAt } from '../../../lists/at.js';
import type { Keep } from './flow-record.js';
import { type Box, type Cut, cheapestCut, FORCED } from './page-plan.js';

/** A block of a flow: its boxes, `from` the first on and before `to`; its edges with its margins, in points. */
export interface Piece {
  from: number;
  to: number;
  top: number;
  bottom: number;
  /** It may be displaced, past what is not of the same kind. */
  exhibit?: 'figure' | 'table' | undefined;
  /** It is never last on a page (`next`), or never first (`previous`). */
  keep?: Keep | undefined;
  /** Nothing goes past it. */
  barrier?: boolean;
  /** It opens a page, and may follow on where the one before is not half full: the space that it then has above it, in points. */
  follows?: number | undefined;
}

/** Blocks that an exhibit lets pass, at most. */
const FURTHEST = 4;

/** A displaced exhibit must save this much for each block that it lets pass. */
const LEAST_GAIN = 150;

interface Arrangement {
  /** Ranks of the pieces, in their new order. */
  order: number[];
  /** The pieces in that order, with their boxes, one under the other again. */
  pieces: Piece[];
  boxes: Box[];
  /** Of each box, its index among them. */
  place: number[];
}

/** The boxes of the pieces, laid in this order. What follows a heading still holds to it, whichever it is. */
function arranged(boxes: readonly Box[], pieces: readonly Piece[], order: readonly number[]): Arrangement {
  const place: number[] = [];
  const laid: Box[] = [];
  const moved: Piece[] = [];
  let y = pieces.reduce((top, piece) => Math.min(top, piece.top), Number.POSITIVE_INFINITY);
  for (const [rank, given] of order.entries()) {
    const piece = pieces[given];
    if (!piece) continue;
    const shift = y - piece.top;
    y += piece.bottom - piece.top;
    moved.push({ ...piece, from: laid.length, to: laid.length + piece.to - piece.from });
    const replaced = given === rank ? undefined : boxes[pieces[rank]?.from ?? -1];
    for (let i = piece.from; i < piece.to; i++) {
      const box = boxes[i];
      if (!box) continue;
      place[i] = laid.length;
      // The block that takes the place of an exhibit holds as it did; the exhibit is free.
      const held = i === piece.from && replaced;
      const penalty = !held ? box.penalty : given < rank ? 0 : Math.max(box.penalty, replaced.penalty);
      laid.push({ ...box, top: box.top + shift, bottom: box.bottom + shift, penalty });
    }
  }
  return { order: [...order], pieces: moved, boxes: laid, place };
}

const inOrder = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** Exhibits that are displaced together, at most. */
const TOGETHER = 2;

interface Move {
  /** Exhibits from this rank on, as many, and the rank of the last block that they let pass. */
  at: number;
  count: number;
  to: number;
}

function* movesFrom(pieces: readonly Piece[], at: number): Generator<Move> {
  for (let count = 1; count <= TOGETHER; count++) {
    const moved = pieces.slice(at, at + count);
    if (moved.some(({ exhibit, barrier }) => !exhibit || barrier) || pieces[at + count]?.keep === 'previous') return;
    for (let to = at + count; to < at + count + FURTHEST; to++) {
      const passed = pieces[to];
      if (!passed || passed.barrier || moved.some(({ exhibit }) => exhibit === passed.exhibit)) break;
      if (passed.keep !== 'next' && pieces[to + 1]?.keep !== 'previous') yield { at, count, to };
    }
  }
}

/** A chapter of more boxes is a long list: it is cut anywhere, and its exhibits stay where they are. */
const LONGEST = 1500;

/** Blocks that open a page and may lead to the exhibit that left the hole before it: headings, an introduction. */
const OPENING = 6;

/** Share of a page that is worth a displaced exhibit. */
const HOLE = 0.15;

/** Ranks of the blocks that open the pages which follow a hole. */
function afterHoles({ boxes, pieces }: Arrangement, starts: readonly number[], height: number): number[] {
  return starts.flatMap((at, page) => {
    const [opening, last] = [boxes[starts[page - 1] ?? 0], boxes[at - 1]];
    if (!opening || !last || 1 - (last.bottom - opening.top) / height < HOLE) return [];
    const rank = pieces.findIndex(({ from, to }) => from <= at && at < to);
    return rank < 0 ? [] : [rank];
  });
}

/** The pieces of one chapter in the order that leaves the smallest holes. `first`: room on its first page, in points. */
function bestOrder(boxes: readonly Box[], pieces: readonly Piece[], height: number, first: number): number[] {
  const [opening, closing] = [pieces[0], pieces.at(-1)];
  if (!opening || !closing) return [];
  const { from } = opening;
  const own = boxes.slice(from, closing.to);
  const local = pieces.map((piece) => ({ ...piece, from: piece.from - from, to: piece.to - from }));
  let best = arranged(own, local, inOrder(pieces.length));
  if (own.length > LONGEST) return best.order;
  let cut = cheapestCut(own, height, first);
  let seen = -1;
  for (;;) {
    // Each hole is looked at once, from the first on: what fills it moves those that follow.
    const rank = afterHoles(best, cut.starts, height).find((one) => one > seen);
    if (rank === undefined) return best.order;
    seen = rank;
    let found: { laid: Arrangement; cut: Cut; total: number } | undefined;
    for (let at = rank; at < rank + OPENING; at++)
      for (const { count, to } of movesFrom(local, at)) {
        const { order } = best;
        // An exhibit is displaced once, and what it let pass stays.
        if (order.slice(at, to + 1).some((given, k) => given !== at + k)) continue;
        const [stay, move] = [order.slice(at + count, to + 1), order.slice(at, at + count)];
        const laid = arranged(own, local, [...order.slice(0, at), ...stay, ...move, ...order.slice(to + 1)]);
        const tried = cheapestCut(laid.boxes, height, first);
        const opens = tried.starts.includes(laid.place[local[at]?.from ?? -1] ?? -1);
        const total = tried.total + LEAST_GAIN * stay.length;
        if (opens && total < (found?.total ?? cut.total)) found = { laid, cut: tried, total };
      }
    if (found) ({ laid: best, cut } = found);
  }
}

/** The order found for a chapter, by its first block: of the same blocks, where they stood, there is no other. */
export type Orders = Map<Piece, { last: Piece; order: readonly number[] }>;

/** The flow with its exhibits displaced; `first`: what is left of the page on which it begins, in points. `known`: orders found for it, or for a flow that has some of its blocks, on pages of that height. */
export function withFloats(
  boxes: readonly Box[],
  pieces: readonly Piece[],
  height: number,
  first: number,
  known: Orders = new Map(),
): Arrangement {
  const order: number[] = [];
  let start = 0;
  for (let i = 1; i <= pieces.length; i++) {
    const opening = boxes[pieces[i]?.from ?? -1];
    if (i < pieces.length && opening?.penalty !== FORCED) continue;
    const chapter = pieces.slice(start, i);
    const [head, last] = [itemAt(chapter, 0), itemAt(chapter, chapter.length - 1)];
    const before = known.get(head);
    const own = before?.last === last ? before.order : bestOrder(boxes, chapter, height, start === 0 ? first : height);
    known.set(head, { last, order: own });
    for (const rank of own) order.push(start + rank);
    start = i;
  }
  return arranged(boxes, pieces, order);
}
