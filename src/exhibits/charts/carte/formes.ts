/** The land of a map: a shape a commune, the frame that holds them all, the lines between groups and around perimeters. */

import { element } from '../drawing/svg.js';
import type { ChartTheme } from '../drawing/theme.js';
import { type Cellule, cellules, projection } from './cellules.js';
import { chaines, type Segment } from './chaines.js';
import { type Contour, contours } from './contours.js';
import type { CarteSpec, CommuneCarte } from './spec.js';

/** Dashes that part perimeters in black and white. */
export const TIRETS: readonly (string | undefined)[] = [undefined, '5 2.5', '1.5 2'];

/** The land of each commune: its contour where it has one, else its cell. */
export function formes(communes: readonly CommuneCarte[]): { cells: Cellule[]; traced: (Contour | null)[] } {
  const cells = cellules(communes);
  const traced = contours(
    communes.map(({ trace }) => trace ?? null),
    projection(communes),
  );
  return {
    // The seat stays where the study puts it: the name of a commune stands at its town.
    cells: cells.map(({ x, y, aretes }, i) => ({ x, y, aretes: traced[i]?.aretes ?? aretes })),
    traced,
  };
}

export function cadre(cells: readonly Cellule[]): { west: number; east: number; north: number; south: number } {
  const frame = {
    west: Number.POSITIVE_INFINITY,
    east: Number.NEGATIVE_INFINITY,
    north: Number.POSITIVE_INFINITY,
    south: Number.NEGATIVE_INFINITY,
  };
  const hold = (x: number, y: number): void => {
    frame.west = Math.min(frame.west, x);
    frame.east = Math.max(frame.east, x);
    frame.north = Math.min(frame.north, y);
    frame.south = Math.max(frame.south, y);
  };
  for (const { x, y, aretes } of cells) {
    hold(x, y);
    for (const { x1, y1 } of aretes) hold(x1, y1);
  }
  return frame;
}

/** Lines between groups, then the outline of each perimeter: what parts two communes that it holds is not drawn. */
export function limites(
  spec: CarteSpec,
  cells: readonly Cellule[],
  of: (i: number) => boolean,
  px: (x: number) => number,
  py: (y: number) => number,
  theme: ChartTheme,
): string[] {
  const limits: Segment[] = [];
  const rings: Segment[][] = spec.perimetres.map(() => []);
  cells.forEach(({ aretes }, i) => {
    const commune = spec.communes[i];
    if (!commune || !of(i)) return;
    for (const { x1, y1, x2, y2, voisine } of aretes) {
      const other = voisine === null ? undefined : spec.communes[voisine];
      const ends = { x1: px(x1), y1: py(y1), x2: px(x2), y2: py(y2) };
      // A line shared by two communes is drawn once, by the first.
      if (other?.groupe !== commune.groupe && (voisine === null || voisine > i)) limits.push(ends);
      for (const perimetre of commune.perimetres)
        if (!other?.perimetres.includes(perimetre)) rings[perimetre]?.push(ends);
    }
  });
  const tracer = (segments: readonly Segment[], stroke: string, width: number, dash?: string): string[] =>
    chaines(segments).map((points) =>
      element('polyline', {
        points: points.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join(' '),
        fill: 'none',
        stroke,
        'stroke-width': width,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
        'stroke-dasharray': dash,
      }),
    );
  return [
    ...tracer(limits, theme.muted, 1.1),
    ...rings.flatMap((segments, i) => tracer(segments, theme.series[i] ?? theme.accent, 2, TIRETS[i])),
  ];
}
