/** The boxes of a flow, noted while it is laid out on a page without end. */
import { type Box, FORBIDDEN, FORCED } from './page-plan.js';

/**
 * How a node holds to its neighbours: `next`, it is never last on a page, nor cut, and `near`, only where that saves a hole; `previous`, it is never first, nor cut;
 * `together`, cut only where that saves a hole, and `whole`, even then only where it spares more than most of a page.
 */
export type Keep = 'next' | 'near' | 'previous' | 'together' | 'whole';

/** Costs of a cut, beside that of the hole that it leaves. */
const PENALTY = {
  /** Between two lines of a paragraph, and after its first or before its last line. */
  line: 40,
  lonelyLine: 450,
  /** More, where the line before ends inside a word. */
  inWord: 500,
  /** Between two items of a list, and before the first one. */
  item: 25,
  firstItem: 160,
  /** Between two rows; where only two stand on one side of the cut. */
  row: 35,
  lonelyRow: 240,
  /** Between a text under a heading and the exhibit that it leads to. */
  near: 320,
  /** More, for any cut of something that would hold on half a page. */
  small: 120,
  /** More, for any cut of a table that takes less than a quarter of a page, or of what is kept together. */
  tiny: 700,
  /** More, for any cut of what is read as a whole. */
  whole: 1500,
} as const;

/** A row or a block taller than this share of a page may be cut anywhere. */
const TALL = 0.42;

/** Rows that a table shows on a page, for a cut to cost no more than between any two: under this it is better whole; a single one is never parted. */
const LEAST_ROWS = 3;

/** A row taller than this share of a page may stand alone on it. */
const ALONE = 1 / 3;

/** Height of a slice of what may be cut anywhere, in points. */
const SLICE = 12;

export interface Recorder {
  readonly boxes: Box[];
  /** Height of a page, in points. */
  readonly height: number;
  /** The page turns before the next box. */
  forced: boolean;
  /** The last box holds to the next one. */
  holds: boolean;
  /** What a cut before the next box costs, beside its own penalty. */
  pending: number;
  /** What any cut costs more, inside of what is better kept together. */
  inside: number;
}

export const recorder = (height: number): Recorder => ({
  boxes: [],
  height,
  forced: false,
  holds: false,
  pending: 0,
  inside: 0,
});

/** Whether something of this height may be cut anywhere. */
export const isTall = (height: number, record: Recorder): boolean => height > TALL * record.height;

/** Adds a box, as so many slices where it may be cut anywhere; gives the index of the first. */
export function addBox(record: Recorder, top: number, bottom: number, penalty: number, header = 0, count = 1): number {
  const index = record.boxes.length;
  const own = record.forced ? FORCED : record.holds ? FORBIDDEN : penalty + record.pending + record.inside;
  Object.assign(record, { forced: false, holds: false, pending: 0 });
  for (let i = 0; i < count; i++)
    record.boxes.push({
      top: top + ((bottom - top) * i) / count,
      bottom: top + ((bottom - top) * (i + 1)) / count,
      penalty: i === 0 ? own : 0,
      header,
      ...(i === 0 ? {} : { slice: true }),
    });
  return index;
}

/** A line of text: its upper edge, in points, and whether the line before it ends inside a word. */
export interface MeasuredLine {
  top: number;
  inWord: boolean;
}

/** The lines of a paragraph; gives the index of the first. `beside`: foot of what stands beside it, which no cut parts. */
export function addLines(record: Recorder, lines: readonly MeasuredLine[], bottom: number, beside = 0): number {
  const index = record.boxes.length;
  const count = lines.length;
  // Under a heading stand two lines at least.
  const lonely = record.holds ? FORBIDDEN : PENALTY.lonelyLine;
  for (const [k, { top, inWord }] of lines.entries()) {
    const cut = top < beside ? FORBIDDEN : k === 1 ? lonely : k === count - 1 ? PENALTY.lonelyLine : PENALTY.line;
    const at = addBox(record, top, lines[k + 1]?.top ?? bottom, k === 0 ? 0 : cut + (inWord ? PENALTY.inWord : 0));
    const box = record.boxes[at];
    if (box && k > 0) box.line = true;
  }
  return index;
}

/** A frame around paragraphs, the first of which is its title. */
export interface MeasuredFrame {
  top: number;
  bottom: number;
  /** Height of the title, drawn again on each page. */
  header: number;
  paragraphs: readonly { lines: readonly MeasuredLine[]; bottom: number }[];
}

/**
 * The lines of a frame too tall to be kept whole; gives the index of the first box of each paragraph. It is cut between two paragraphs, or between two
 * lines and two, never below its title nor inside a word.
 */
export function addFrame(record: Recorder, { top, bottom, header, paragraphs }: MeasuredFrame): number[] {
  const last = paragraphs.length - 1;
  return paragraphs.map(({ lines, bottom: end }, p) => {
    const index = record.boxes.length;
    for (const [k, line] of lines.entries()) {
      const edge = k === lines.length - 1 && p === last ? bottom : (lines[k + 1]?.top ?? end);
      const lonely = k === 1 || k === lines.length - 1 || line.inWord;
      const between = p === 0 ? 0 : p === 1 ? FORBIDDEN : p === 2 ? PENALTY.firstItem : PENALTY.item;
      const cut = k === 0 ? between : lonely ? FORBIDDEN : PENALTY.line;
      addBox(record, p === 0 && k === 0 ? top : line.top, edge, cut, p === 0 ? 0 : header);
    }
    return index;
  });
}

export interface MeasuredRows {
  /** Upper edges. */
  tops: readonly number[];
  bottom: number;
  /** Rows drawn again on each page. */
  headers: number;
  /** Whether a row only heads those that follow. */
  isHeading: (row: number) => boolean;
  /** Never cut: it was drawn to hold on a page. */
  whole?: boolean;
}

/** The rows of a table; gives the index of the box of each. */
export function addRows(record: Recorder, { tops, bottom, headers, isHeading, whole = false }: MeasuredRows): number[] {
  const start = tops[0] ?? bottom;
  const header = headers > 0 ? (tops[headers] ?? bottom) - start : 0;
  const share = (bottom - start) / record.height;
  const more = share < 1 / 4 ? PENALTY.tiny : share < 1 / 2 ? PENALTY.small : 0;
  /** Rows of the body above each row: those that only head others are not counted. */
  const body = tops.map((_, k) => k >= headers && !isHeading(k));
  const above = new Uint32Array(tops.length + 1);
  for (const [k, counted] of body.entries()) above[k + 1] = Number(above[k]) + Number(counted);
  const side = (from: number, to: number): { rows: number; tall: boolean } => ({
    rows: Number(above[to]) - Number(above[from]),
    tall: ((tops[to] ?? bottom) - (tops[from] ?? bottom)) / record.height > ALONE,
  });
  const penaltyOf = (k: number): number => {
    if (k === 0) return 0;
    if (whole || k <= headers || isHeading(k - 1)) return FORBIDDEN;
    const sides = [side(headers, k), side(k, tops.length)];
    if (sides.some(({ rows, tall }) => rows < 2 && !tall)) return FORBIDDEN;
    const lonely = sides.some(({ rows }) => rows < LEAST_ROWS);
    return (lonely ? PENALTY.lonelyRow : isHeading(k) ? 0 : PENALTY.row) + more;
  };
  return tops.map((top, k) => {
    const end = tops[k + 1] ?? bottom;
    const slices = isTall(end - top, record) ? Math.ceil((end - top) / SLICE) : 1;
    return addBox(record, top, end, penaltyOf(k), k < headers ? 0 : header, slices);
  });
}

/** What the first line of item `rank` of a list costs more. */
export const itemPenalty = (rank: number): number => (rank === 0 ? PENALTY.firstItem : PENALTY.item);

/** What a cut inside of a node costs more. */
export const insidePenalty = (keep: Keep | undefined): number =>
  keep === 'next' || keep === 'previous'
    ? FORBIDDEN
    : keep === 'together'
      ? PENALTY.tiny
      : keep === 'whole'
        ? PENALTY.whole
        : 0;

/** What a cut after a node costs more. */
export const afterPenalty = (keep: Keep | undefined): number => (keep === 'near' ? PENALTY.near : 0);
