/** The ground of a map: the land of each commune, then the lines between groups and around perimeters. */

import { element } from '../drawing/svg.js';
import type { ChartTheme } from '../drawing/theme.js';
import { limites } from './formes.js';
import type { PlanCarte } from './plan.js';
import type { CarteSpec } from './spec.js';

/** Land nearest to a seat first, then the contours: an approached limit never covers one that is known. */
export function fond(spec: CarteSpec, { cells, traced, px, py }: PlanCarte, theme: ChartTheme): string[] {
  const surface = (points: readonly (readonly [number, number])[], fill: string): string =>
    element('polygon', {
      points: points.map(([x, y]) => `${px(x).toFixed(2)},${py(y).toFixed(2)}`).join(' '),
      fill,
      stroke: '#ffffff',
      'stroke-width': 0.6,
    });
  const teinte = (i: number): string => (spec.communes[i]?.ombree ? theme.grid : theme.tint);
  const lignes = (of: (i: number) => boolean): string[] => limites(spec, cells, of, px, py, theme);
  return [
    ...cells.flatMap(({ aretes }, i) =>
      aretes.length > 0 && !traced[i]
        ? [
            surface(
              aretes.map(({ x1, y1 }) => [x1, y1] as const),
              teinte(i),
            ),
          ]
        : [],
    ),
    ...lignes((i) => !traced[i]),
    // The widest first: a commune that stands in a hole of another is drawn over it.
    ...traced
      .flatMap((shape, i) => (shape ? [{ shape, i }] : []))
      .sort((a, b) => b.shape.aire - a.shape.aire)
      .flatMap(({ shape, i }) => [
        ...shape.morceaux.map((points) => surface(points, teinte(i))),
        ...shape.trous.map((points) => surface(points, '#ffffff')),
      ]),
    ...lignes((i) => Boolean(traced[i])),
  ];
}
