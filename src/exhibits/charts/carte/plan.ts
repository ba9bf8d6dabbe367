/** Where the land of a map stands on the drawing: kilometres to points. */

import type { Boite } from '../drawing/placement.js';
import type { Cellule } from './cellules.js';
import type { Contour } from './contours.js';
import { cadre, formes } from './formes.js';
import type { CommuneCarte, FormatCarte } from './spec.js';

/** A map of so few communes has less height. */
const PEU = 30;
const MARGE = 6;

export interface PlanCarte {
  cells: readonly Cellule[];
  /** Its contour, for a commune that has one. */
  traced: readonly (Contour | null)[];
  px(x: number): number;
  py(y: number): number;
  /** Of the whole land, in kilometres; points in one of them. */
  kmWide: number;
  scale: number;
  /** The place of the land, in points, from the top of the drawing. */
  cadre: Boite;
  /** Seats of the communes, in points. */
  sieges: readonly { x: number; y: number }[];
}

export function planDe(
  communes: readonly CommuneCarte[],
  { largeur, hauteur, hauteurPeu }: Pick<FormatCarte, 'largeur' | 'hauteur' | 'hauteurPeu'>,
): PlanCarte {
  const { cells, traced } = formes(communes);
  const { west, east, north, south } = cadre(cells);
  const scale = Math.min(
    (largeur - 2 * MARGE) / Math.max(east - west, 1e-6),
    ((cells.length > PEU ? hauteur : hauteurPeu) - 2 * MARGE) / Math.max(south - north, 1e-6),
  );
  const height = (south - north) * scale + 2 * MARGE;
  const offset = (largeur - (east - west) * scale) / 2;
  const px = (x: number): number => offset + (x - west) * scale;
  const py = (y: number): number => MARGE + (y - north) * scale;
  return {
    cells,
    traced,
    px,
    py,
    kmWide: east - west,
    scale,
    cadre: { x: 0, y: 0, width: largeur, height },
    sieges: cells.map(({ x, y }) => ({ x: px(x), y: py(y) })),
  };
}

/** The box around a commune; that of its seat where it has no land of its own. */
export function etendue({ x, y, aretes }: Cellule, { px, py }: Pick<PlanCarte, 'px' | 'py'>): Boite {
  const xs = [px(x), ...aretes.map(({ x1 }) => px(x1))];
  const ys = [py(y), ...aretes.map(({ y1 }) => py(y1))];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
