/** Communes as cells: the land nearest to each seat, up to one reach for all. Pure geometry, in kilometres. */

import { Delaunay } from 'd3-delaunay';
import { KM_PAR_DEGRE } from '../../../analysis/territoire.js';
import { itemAt } from '../../../lists/at.js';

export interface Siege {
  /** Degrees. */
  lon: number;
  lat: number;
  /** Area of the commune in km²; null when it is not known. */
  superficie: number | null;
}

export interface Arete {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  /** Index of the cell on the other side; null where the land of the study ends. */
  voisine: number | null;
}

export interface Cellule {
  /** Seat, in kilometres: east and south of the north-west corner of the drawing. */
  x: number;
  y: number;
  /** Outline, clockwise on the page. */
  aretes: Arete[];
}

/**
 * Where no other seat is near, a cell ends this many radii of a disc of the middle area from its seat. The same reach for all makes each line
 * between two cells end at the same point for both, so that the land has one outline and no gap.
 */
const PORTEE = 1.95;
/** Area taken for a commune that gives none: the French mean, in km². */
const SUPERFICIE_MOYENNE = 15;
const COTES = 48;

export type Projection = (place: readonly [lon: number, lat: number]) => { x: number; y: number };

/** Equirectangular projection at the mean latitude of the seats: at the size of a few cantons its error is below a line's width. */
export function projection(sieges: readonly Pick<Siege, 'lon' | 'lat'>[]): Projection {
  const latitudes = sieges.map(({ lat }) => lat);
  const middle = ((Math.min(...latitudes) + Math.max(...latitudes)) / 2) * (Math.PI / 180);
  const west = Math.min(...sieges.map(({ lon }) => lon));
  const north = Math.max(...latitudes);
  return ([lon, lat]) => ({
    x: (lon - west) * KM_PAR_DEGRE * Math.cos(middle),
    y: (north - lat) * KM_PAR_DEGRE,
  });
}

type Point = readonly [number, number];
/** A vertex and what lies beyond the edge that leaves it. */
interface Sommet {
  point: Point;
  voisine: number | null;
}

/** Keeps the part of a convex outline that is nearer to `own` than to `other` (Sutherland and Hodgman, 1974). */
function couper(outline: readonly Sommet[], own: Point, other: Point, voisine: number): Sommet[] {
  const [mx, my] = [(own[0] + other[0]) / 2, (own[1] + other[1]) / 2];
  const [dx, dy] = [other[0] - own[0], other[1] - own[1]];
  const side = ([x, y]: Point): number => (x - mx) * dx + (y - my) * dy;
  return outline.flatMap((here, i): Sommet[] => {
    const next = itemAt(outline, (i + 1) % outline.length);
    const [a, b] = [side(here.point), side(next.point)];
    const cross = (): Point => {
      const t = a / (a - b);
      return [here.point[0] + t * (next.point[0] - here.point[0]), here.point[1] + t * (next.point[1] - here.point[1])];
    };
    if (a <= 0 && b <= 0) return [here];
    if (a <= 0) return [here, { point: cross(), voisine }];
    return b < 0 ? [{ point: cross(), voisine: here.voisine }] : [];
  });
}

/** One cell a seat, in the same order. Two seats at one place share it: the first keeps it, the other has no outline. */
export function cellules(sieges: readonly Siege[]): Cellule[] {
  if (sieges.length === 0) return [];
  const projeter = projection(sieges);
  const seats = sieges.map(({ lon, lat }): Point => {
    const { x, y } = projeter([lon, lat]);
    return [x, y];
  });
  const delaunay = Delaunay.from(
    seats,
    ([x]) => x,
    ([, y]) => y,
  );
  const areas = sieges.map(({ superficie }) => superficie ?? SUPERFICIE_MOYENNE).sort((a, b) => a - b);
  const reach = PORTEE * Math.sqrt((areas[Math.floor(areas.length / 2)] ?? SUPERFICIE_MOYENNE) / Math.PI);
  return seats.map((own, i) => {
    const twin = seats.findIndex((other, j) => j < i && other[0] === own[0] && other[1] === own[1]);
    let outline: Sommet[] = Array.from({ length: twin < 0 ? COTES : 0 }, (_, k) => {
      const angle = (2 * Math.PI * k) / COTES;
      return { point: [own[0] + reach * Math.cos(angle), own[1] + reach * Math.sin(angle)] as const, voisine: null };
    });
    for (const j of delaunay.neighbors(i)) {
      const other = seats[j];
      if (other) outline = couper(outline, own, other, j);
    }
    return {
      x: own[0],
      y: own[1],
      aretes: outline.map(({ point, voisine }, k) => {
        const [x2, y2] = outline[(k + 1) % outline.length]?.point ?? point;
        return { x1: point[0], y1: point[1], x2, y2, voisine };
      }),
    };
  });
}
