/** Space given to a page that ends early: between its blocks, as far as each gap can grow without being seen. */
import { type Box, FORCED } from './page-plan.js';

/** Room left at the foot of a page, in points: a frame that is cut there has its padding. */
const LEFT = 16;

/** Chapters that hold slices are planned again while they are laid out: their pages keep their gaps. */
function sliced(boxes: readonly Box[]): boolean[] {
  const marks: boolean[] = [];
  let from = 0;
  for (let i = 1; i <= boxes.length; i++) {
    if (i < boxes.length && boxes[i]?.penalty !== FORCED) continue;
    const any = boxes.slice(from, i).some(({ slice }) => slice === true);
    for (let k = from; k < i; k++) marks[k] = any;
    from = i;
  }
  return marks;
}

/**
 * Space to add above each box, in points, by its index; nothing above the others. `starts` begin pages and `first` is the room on the first page. The page
 * before a chapter, and the last of all, end where they end.
 */
export function stretches(
  boxes: readonly Box[],
  starts: readonly number[],
  height: number,
  first = height,
): Map<number, number> {
  const given = new Map<number, number>();
  const marks = sliced(boxes);
  const pages = [0, ...starts.filter((at) => at > 0)];
  for (const [rank, at] of pages.entries()) {
    const end = pages[rank + 1] ?? boxes.length;
    const [opening, last, next] = [boxes[at], boxes[end - 1], boxes[end]];
    if (!opening || !last || !next || next.penalty === FORCED || marks[at]) continue;
    const begun = rank === 0 && starts[0] !== 0;
    const used = last.bottom - opening.top + (rank === 0 ? 0 : opening.header);
    const room = (begun && opening.penalty !== FORCED ? first : height) - used - LEFT;
    const gaps = boxes.slice(at + 1, end).map(({ gap = 0 }) => gap);
    const most = gaps.reduce((total, gap) => total + gap, 0);
    if (room <= 0 || most <= 0) continue;
    const share = Math.min(1, room / most);
    for (const [k, gap] of gaps.entries()) if (gap > 0) given.set(at + 1 + k, gap * share);
  }
  return given;
}
