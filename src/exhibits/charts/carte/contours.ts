/** Communes as the shapes that a file gives them: rings snapped to one grid, so that two neighbours share the line between them. Pure geometry, in kilometres. */
import type { Arete, Cellule, Projection } from './cellules.js';

type Anneau = readonly (readonly [lon: number, lat: number])[];
/** Polygons of a commune; the first ring of each is its outline, the others are holes. */
export type Trace = readonly (readonly Anneau[])[];

type Point = readonly [x: number, y: number];

/** Part of the larger side of the land that a step of the grid takes: a quarter of a point on a page. */
const PAS = 1 / 1600;

const clef = (a: Point, b: Point): string => {
  const [first, last] = a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]) ? [a, b] : [b, a];
  return `${first.join(' ')} ${last.join(' ')}`;
};

/** Twice the signed area of a ring. */
const aire = (points: readonly Point[]): number =>
  points.reduce((sum, [x, y], i) => {
    const [u, v] = points[(i + 1) % points.length] ?? [x, y];
    return sum + x * v - u * y;
  }, 0);

/** The point at the middle of a ring, or of its points when it has no area. */
function centre(points: readonly Point[]): Point {
  const whole = aire(points);
  if (whole === 0) return points[0] ?? [0, 0];
  const moment = (axis: 0 | 1): number =>
    points.reduce((sum, a, i) => {
      const b = points[(i + 1) % points.length] ?? a;
      return sum + (a[axis] + b[axis]) * (a[0] * b[1] - b[0] * a[1]);
    }, 0) /
    (3 * whole);
  return [moment(0), moment(1)];
}

/** The middle of the widest piece of a commune, in degrees: where it stands when nothing says where its seat is. */
export function milieu(trace: Trace): { lon: number; lat: number } {
  const outlines = trace.flatMap(([outline]) => (outline ? [outline.slice(1)] : []));
  const widest = outlines.reduce<Anneau>((best, one) => (Math.abs(aire(one)) > Math.abs(aire(best)) ? one : best), []);
  const [lon, lat] = centre(widest);
  return { lon, lat };
}

/** A commune by its contour: `aretes` are all the lines of its rings, `morceaux` its outlines and `trous` its holes, as points to fill. */
export interface Contour extends Cellule {
  morceaux: Point[][];
  trous: Point[][];
  /** km². */
  aire: number;
}

/**
 * One contour a trace, in the same order, null where there is none. Points are moved to the nearest knot of a grid finer than a line of the
 * map: a contour of ten thousand points is drawn with those that are seen, and neighbours keep the same ones.
 */
export function contours(traces: readonly (Trace | null)[], projeter: Projection): (Contour | null)[] {
  const projected = traces.map((trace) => trace?.map((rings) => rings.map((ring) => ring.map(projeter))) ?? null);
  const all = projected.flatMap((polygons) => polygons?.flat(2) ?? []);
  const spread = (axis: 'x' | 'y'): number => {
    const [low, high] = all.reduce(([a, b], point) => [Math.min(a, point[axis]), Math.max(b, point[axis])] as const, [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ] as const);
    return high - low;
  };
  const step = Math.max(spread('x'), spread('y')) * PAS || 1;
  const snap = (value: number): number => Math.round(value / step);
  const rings = projected.map(
    (polygons) =>
      polygons?.map((polygon) =>
        polygon.map((ring) => {
          const points = ring.map(({ x, y }): Point => [snap(x), snap(y)]);
          // The last point of a ring repeats the first.
          return points.filter(([x, y], i) => {
            const [u, v] = points[(i + 1) % points.length] ?? [x, y];
            return x !== u || y !== v;
          });
        }),
      ) ?? null,
  );
  const sides = new Map<string, number[]>();
  rings.forEach((polygons, commune) => {
    for (const ring of polygons?.flat() ?? [])
      ring.forEach((point, i) => {
        const key = clef(point, ring[(i + 1) % ring.length] ?? point);
        sides.set(key, [...(sides.get(key) ?? []), commune]);
      });
  });
  const km = ([x, y]: Point): Point => [x * step, y * step];
  return rings.map((polygons, own): Contour | null => {
    if (!polygons) return null;
    const aretes = polygons.flat().flatMap((ring) =>
      ring.map((point, i): Arete => {
        const next = ring[(i + 1) % ring.length] ?? point;
        const owners = sides.get(clef(point, next)) ?? [];
        // A line that a commune follows both ways, there and back, parts it from nothing.
        const [other] = owners.filter((one) => one !== own);
        const voisine = other ?? (owners.length > 1 ? own : null);
        const [[x1, y1], [x2, y2]] = [km(point), km(next)];
        return { x1, y1, x2, y2, voisine };
      }),
    );
    const morceaux = polygons
      .map(([outline = []]) => outline.map(km))
      .sort((a, b) => Math.abs(aire(b)) - Math.abs(aire(a)));
    const trous = polygons.flatMap(([, ...holes]) => holes.map((hole) => hole.map(km)));
    const [x, y] = centre(morceaux[0] ?? []);
    const surface = [...morceaux.map((m) => Math.abs(aire(m)) / 2)].reduce((sum, one) => sum + one, 0);
    return { x, y, aretes, morceaux, trous, aire: surface };
  });
}
