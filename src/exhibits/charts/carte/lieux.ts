/** Places marked on a map: those that share a commune stand side by side from its seat on. */

import { mark, type Shape, shapeOf } from '../drawing/svg.js';
import type { ChartTheme } from '../drawing/theme.js';
import type { PlanCarte } from './plan.js';
import type { CarteSpec, LieuCarte } from './spec.js';

/** Radius of a mark, in points. */
export const RAYON = 3.2;

/** The shape and the colour of a kind of place: perimeters have taken the first colours. */
export function signeDuGenre(genre: number, perimetres: number, theme: ChartTheme): { forme: Shape; couleur: string } {
  return {
    forme: shapeOf(genre),
    couleur: theme.series[(genre + perimetres) % theme.series.length] ?? theme.accent,
  };
}

interface Marque {
  commune: number;
  genre: number;
  /** Among those of its commune. */
  rang: number;
}

function marques(lieux: readonly LieuCarte[]): Marque[] {
  const kinds = new Map(lieux.map(({ commune, genre }) => [`${commune}/${genre}`, { commune, genre }]));
  const ranks = new Map<number, number>();
  return [...kinds.values()]
    .sort((a, b) => a.commune - b.commune || a.genre - b.genre)
    .map((one) => {
      const rang = ranks.get(one.commune) ?? 0;
      ranks.set(one.commune, rang + 1);
      return { ...one, rang };
    });
}

export function lieuxMarques(
  { lieux, perimetres }: CarteSpec,
  { sieges }: PlanCarte,
  theme: ChartTheme,
): { commune: number; x: number; y: number; svg: string }[] {
  return marques(lieux).flatMap(({ commune, genre, rang }) => {
    const seat = sieges[commune];
    if (!seat) return [];
    const x = seat.x + rang * (2 * RAYON + 1.5);
    const { forme, couleur } = signeDuGenre(genre, perimetres.length, theme);
    const svg = mark(forme, x, seat.y, RAYON, { fill: couleur, stroke: '#ffffff', 'stroke-width': 0.7 });
    return [{ commune, x, y: seat.y, svg }];
  });
}
