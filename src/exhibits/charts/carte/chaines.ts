/** Segments that meet, joined end to end: a dashed outline made of short segments would show no dash. */

export interface Segment {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export type Point = readonly [x: number, y: number];

/** Two ends this near are one, in the units of the drawing. */
const PRES = 1e-3;

const clef = (x: number, y: number): string => `${Math.round(x / PRES)} ${Math.round(y / PRES)}`;

/** Lines made of all the segments, each used once; the first segment starts the first line. A closed line ends on its first point. */
export function chaines(segments: readonly Segment[]): Point[][] {
  const at = new Map<string, number[]>();
  segments.forEach(({ x1, y1, x2, y2 }, i) => {
    for (const key of [clef(x1, y1), clef(x2, y2)]) at.set(key, [...(at.get(key) ?? []), i]);
  });
  const used = new Set<number>();
  /** Goes on from a point as far as segments lead. */
  const suivre = (from: Point): Point[] => {
    const path: Point[] = [];
    let here = from;
    for (;;) {
      const key = clef(...here);
      const next = (at.get(key) ?? []).find((i) => !used.has(i));
      const segment = next === undefined ? undefined : segments[next];
      if (next === undefined || !segment) return path;
      used.add(next);
      const { x1, y1, x2, y2 } = segment;
      here = clef(x1, y1) === key ? [x2, y2] : [x1, y1];
      path.push(here);
    }
  };
  return segments.flatMap(({ x1, y1, x2, y2 }, i): Point[][] => {
    if (used.has(i)) return [];
    used.add(i);
    const forth = suivre([x2, y2]);
    const back = suivre([x1, y1]).reverse();
    return [[...back, [x1, y1], [x2, y2], ...forth]];
  });
}
