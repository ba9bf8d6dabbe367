/** Where the printed pages of a sheet end: no title or header is left last on a page, no table that holds on a page is cut late in one. */

/** Rows of a table, from 1: from its title to its source. `head` is the last row that must follow the first on its page. */
export interface Stretch {
  first: number;
  head: number;
  last: number;
}

/** Rows after which a page is made to end, and pages in all. */
interface Plan {
  breaks: number[];
  pages: number;
}

/** Scale in percent. `breaks` is empty where the pages end well by themselves. */
export interface PagePlan extends Plan {
  scale: number;
}

/** A table is moved whole to the next page once so much of the page is filled. */
const FILLED = 1 / 3;

/** Part of a page that may hold more than was counted: so little after the end of a page may still be on the page before. */
const DOUBT = 0.06;

/** Smallest part of its scale that a sheet is given so as to take a page less. */
const LEAST = 0.88;

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
  // Whether the page began by itself, where it was full.
  let unset = false;
  const turn = (byItself: boolean): void => {
    plan.pages++;
    filled = repeated;
    unset = byItself;
  };
  const flow = (first: number, last: number): void => {
    for (let row = first; row <= last; row++) {
      const height = tall(row, row);
      if (filled + height > room) turn(true);
      filled += height;
    }
  };
  let next = 1;
  for (const { first, head, last } of stretches) {
    flow(next, first - 1);
    const whole = tall(first, last);
    const moved = whole <= room - repeated && filled >= room * FILLED;
    if (unset && filled - repeated <= room * DOUBT) {
      plan.breaks.push(first - 1);
      filled = repeated;
      unset = false;
    } else if (filled > repeated && filled + whole > room && (moved || filled + tall(first, head) > room)) {
      plan.breaks.push(first - 1);
      turn(false);
    }
    flow(first, last);
    next = last + 1;
  }
  flow(next, heights.length);
  return plan;
}

/** The largest scale, of at most `scale` percent and little below it, that takes the fewest pages. `room` is that of a page at 100 %. */
export function planPages(
  stretches: readonly Stretch[],
  heights: readonly number[],
  { room, repeated, scale }: { room: number; repeated: number; scale: number },
): PagePlan {
  const at = (percent: number): PagePlan => ({
    scale: percent,
    ...breaksOf(stretches, heights, (room * 100) / percent, repeated),
  });
  let best = at(scale);
  for (let percent = scale - 1; percent >= scale * LEAST; percent--) {
    const tried = at(percent);
    if (tried.pages < best.pages) best = tried;
  }
  return best;
}
