/** Where the printed pages of a sheet end: no title or header is left last on a page, no table that holds on a page is cut late in one. */

/** Rows of a table, from 1: from its title to its source. `head` is the last row that must follow the first on its page, `header` the one that heads its columns. */
export interface Stretch {
  first: number;
  header?: number;
  head: number;
  last: number;
}

/** Rows after which a page ends, all of them set: no error of one page is carried to the next. */
interface Plan {
  breaks: number[];
  pages: number;
}

/** Whether a page ends in this table: what follows has no header on its page. */
export const isCut = ({ breaks }: Plan, { first, last }: Stretch): boolean =>
  breaks.some((row) => row >= first && row < last);

const cutBy = (plan: Plan, stretches: readonly Stretch[]): number => stretches.filter((one) => isCut(plan, one)).length;

/** Scale in percent. */
export interface PagePlan extends Plan {
  scale: number;
}

/** The last table is moved whole to the next page once so much of the page is filled: cut, it may have its header again, which the others have not. */
const FILLED = 1 / 3;

/** Last rows of a table that keep together: its source, the blank row above it, and two lines. */
const TAIL = 4;

/** Smallest part of its scale that a sheet is given so as to take a page less. */
export const LEAST = 0.88;

/**
 * `heights` of the rows from the first, and `room` of a page, in points. `repeated` is what each page after the first prints again before its rows.
 */
export function breaksOf(
  stretches: readonly Stretch[],
  heights: readonly number[],
  room: number,
  repeated: number,
): Plan {
  const tall = (first: number, last: number): number =>
    heights.slice(first - 1, last).reduce((sum, height) => sum + height, 0);
  const plan: Plan = { breaks: [], pages: 1 };
  let filled = 0;
  const endAfter = (row: number): void => {
    plan.breaks.push(row);
    plan.pages++;
    filled = repeated;
  };
  const flow = (first: number, last: number, head = first): void => {
    for (let row = first; row <= last; row++) {
      if (filled + tall(row, row) > room && filled > repeated) {
        const kept = Math.min(row, last - TAIL + 1);
        const next = kept > head ? kept : row;
        endAfter(next - 1);
        filled += tall(next, row - 1);
      }
      filled += tall(row, row);
    }
  };
  let next = 1;
  for (const [rank, { first, head, last }] of stretches.entries()) {
    // Blank rows at the end of a page take none of the next.
    filled += tall(next, first - 1);
    const whole = tall(first, last);
    const moved = whole <= room - repeated && (filled >= room * FILLED || rank < stretches.length - 1);
    if (filled > repeated && filled + whole > room && (moved || filled + tall(first, head) > room)) endAfter(first - 1);
    flow(first, last, head);
    next = last + 1;
  }
  flow(next, heights.length);
  return plan;
}

/** The largest scale, of at most `scale` percent and little below it (`least` of it), that takes the fewest pages, and of these the one that cuts the fewest tables. `room` is that of a page at 100 %. */
export function planPages(
  stretches: readonly Stretch[],
  heights: readonly number[],
  { room, repeated, scale, least = LEAST }: { room: number; repeated: number; scale: number; least?: number },
): PagePlan {
  const at = (percent: number): PagePlan => ({
    scale: percent,
    ...breaksOf(stretches, heights, (room * 100) / percent, repeated),
  });
  let best = at(scale);
  for (let percent = scale - 1; percent >= scale * least; percent--) {
    const tried = at(percent);
    const fewer = tried.pages - best.pages || cutBy(tried, stretches) - cutBy(best, stretches);
    if (fewer < 0) best = tried;
  }
  return best;
}
