/**
 * Where the pages of a flow of boxes end: the cheapest way to cut the list, as TeX cuts a paragraph into lines. Knows heights and penalties, and nothing
 * of a PDF.
 */
import { itemAt, numberAt } from '../../../lists/at.js';

/** A line, a row, a figure: what is never cut, unless it is a slice. */
export interface Box {
  /** Edges in the flow laid out on one page without end, in points; the space between two boxes is that of their margins. */
  top: number;
  bottom: number;
  /** Cost of a page that begins with this box: `FORBIDDEN` where it must follow what stands before it, `FORCED` where the page turns in any case. */
  penalty: number;
  /** Height of what is drawn again above the box when it begins a page: a table's header. */
  header: number;
  /** How much the space above it may grow on a page that ends early, in points. */
  gap?: number;
  /** A slice of something too tall for a page: a page ends there only when it is full. */
  slice?: boolean;
  /** Begins a chapter that follows on, before which a page may end as it does before one that opens a page; or a section. */
  opens?: 'chapter' | 'section' | undefined;
  /** A line of text that goes on from the one before: a page that ends there is read as full. */
  line?: boolean;
}

/** More than any page may cost: such a cut is made only where no other one is possible. */
export const FORBIDDEN = 1e5;
export const FORCED = Number.NEGATIVE_INFINITY;

/** Cost of leaving this share of a page empty: slight up to a tenth, a step above a quarter, and another above two thirds; no step before a chapter, and a lower one before a section. */
export function holeCost(hole: number, before?: Box['opens']): number {
  const step = hole > 2 / 3 ? 2400 : hole > 1 / 4 ? 800 : 0;
  return 1000 * hole * hole + step * (before === 'chapter' ? 0 : before === 'section' ? 0.7 : 1);
}

/** Cost of a page that ends inside a paragraph though more than this share of it stays empty: the eye takes the empty part for an end. */
const PARTED = { share: 1 / 4, cost: 300 };

/** A few lines alone on the last page before a chapter, or on the last of all; and less than a third of that page. */
const SPILLED = { share: 0.13, cost: 600 };
const SHORT = { share: 1 / 3, cost: 420 };

const lastCost = (filled: number): number =>
  filled < SPILLED.share ? SPILLED.cost : filled < SHORT.share ? SHORT.cost : 0;

/** Cost of a page: of two ways that leave about the same holes, the shorter one. */
const PAGE = 150;

/** Cost of a box that no page can hold. */
const OVERFLOW = 1e7;

/** Two layouts of the same thing differ by rounding, in points; a line that lacks more turns the page by itself, and stands alone on it. */
const SLACK = 0.01;

export interface Cut {
  /** Indexes of the boxes that begin a page, in order. */
  starts: number[];
  total: number;
}

/**
 * Indexes of the boxes that begin a page, in order, from box `start` on. `height` is that of a page and `first` what is left of the page on which the flow
 * begins, in points; `start` itself is among the indexes when the page must turn before it.
 */
export const planPages = (boxes: readonly Box[], height: number, first = height, start = 0): number[] =>
  cheapestCut(boxes, height, first, start).starts;

/** The same, and what it costs. */
export function cheapestCut(boxes: readonly Box[], height: number, first = height, start = 0): Cut {
  const opening = boxes[start];
  if (!opening) return { starts: [], total: 0 };
  if (opening.penalty === FORCED || first >= height) return cutFrom(boxes, height, height, start);
  const turned = cutFrom(boxes, height, height, start);
  const here = opening.bottom - opening.top <= first + SLACK ? cutFrom(boxes, height, first, start) : undefined;
  const turning = Math.max(0, opening.penalty) + holeCost(first / height);
  if (here && here.total <= turned.total + turning) return here;
  return { starts: [start, ...turned.starts], total: turned.total + turning };
}

/** What `cutFrom` reads of the boxes, each in a list of numbers: it reads a box once for each page that may hold it. */
function numbersOf(boxes: readonly Box[], start: number) {
  const count = boxes.length;
  const of = (read: (box: Box) => number): Float64Array => {
    const found = new Float64Array(count);
    for (let i = start; i < count; i++) found[i] = read(itemAt(boxes, i));
    return found;
  };
  return {
    tops: of(({ top }) => top),
    bottoms: of(({ bottom }) => bottom),
    headers: of(({ header }) => header),
    penalties: of(({ penalty }) => penalty),
    gaps: of(({ gap = 0 }) => gap),
    slices: of(({ slice }) => Number(slice === true)),
    parted: of(({ line }) => (line ? PARTED.cost : 0)),
  };
}

/** The cheapest cut of the boxes from `start`, the first page of which holds `first` points. */
function cutFrom(boxes: readonly Box[], height: number, first: number, start: number): Cut {
  const count = boxes.length;
  const { tops, bottoms, headers, penalties, gaps, slices, parted } = numbersOf(boxes, start);
  /** Cost of the cheapest way to a page that begins with each box, and the beginning of the page before it. */
  const best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(count + 1).fill(-1);
  best[start] = 0;
  for (let i = start; i < count; i++) {
    const reached = numberAt(best, i);
    if (reached === Number.POSITIVE_INFINITY) continue;
    const begun = i === start;
    const capacity = begun ? first : height;
    const origin = numberAt(tops, i) - (begun ? 0 : numberAt(headers, i));
    const whole = capacity + SLACK;
    let growth = 0;
    // Where the page that begins with box `i` may end: before each `at`, which then begins the next one. The lists are as long as the boxes: no place is asked whether it is there.
    for (let at = i + 1; at <= count; at++) {
      if (at > i + 1) growth += gaps[at - 1] as number;
      const used = (bottoms[at - 1] as number) - origin;
      const fits = used <= whole;
      if (!fits && at > i + 1) break;
      const page = PAGE + (fits ? 0 : OVERFLOW);
      const filled = (used + height - capacity) / height;
      const closes = at === count || penalties[at] === FORCED;
      if (!closes && slices[at] === 1 && (bottoms[at] as number) - origin <= whole) continue;
      let cost = page;
      if (closes) cost += begun ? 0 : lastCost(filled);
      else {
        cost += 1 - filled > PARTED.share ? (parted[at] as number) : 0;
        cost += Math.max(0, penalties[at] as number);
        // The hole only adds to it.
        if (reached + cost < (best[at] as number))
          cost += holeCost(Math.max(0, 1 - filled - growth / height), boxes[at]?.opens);
      }
      if (reached + cost < (best[at] as number)) {
        best[at] = reached + cost;
        before[at] = i;
      }
      if (closes) break;
    }
  }
  const starts: number[] = [];
  for (let at = before[count] ?? start; at > start; at = before[at] ?? start) starts.unshift(at);
  return { starts, total: numberAt(best, count) };
}
