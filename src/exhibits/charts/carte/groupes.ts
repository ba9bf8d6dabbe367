/** Where the names of the groups of communes stand on a map: over their own land, off the marks and the towns, hiding no commune. */
import { type Boite, chevauche } from '../drawing/placement.js';

export interface NomDeGroupe {
  /** Size of the name with its ground, in points. */
  width: number;
  height: number;
  /** Indexes of its communes. */
  communes: readonly number[];
}

export interface Terrain {
  cadre: Boite;
  /** Seats of the communes, in points. */
  sieges: readonly { x: number; y: number }[];
  /** The box around each commune. */
  etendues: readonly Boite[];
  /** Never covered: marks, towns that are named. */
  obstacles: readonly Boite[];
}

/** Places tried on each side of the middle, and what parts them, in shares of the size of the name. */
const PAS = 10;
const PART = { x: 0.25, y: 0.5 };

/** What hiding the whole of a commune costs, as a distance in points; and standing over the land of another group. */
const CACHEE = 60;
const AILLEURS = 25;

const contient = (a: Boite, b: Boite): boolean =>
  a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height;

/** The commune whose seat is nearest. */
function voisin(sieges: Terrain['sieges'], x: number, y: number): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (const [i, seat] of sieges.entries()) {
    const away = (seat.x - x) ** 2 + (seat.y - y) ** 2;
    if (away < least) [best, least] = [i, away];
  }
  return best;
}

/** For each group, the box of its name; null for one without communes, or when the map has no free place. */
export function placerGroupes(
  groupes: readonly NomDeGroupe[],
  { cadre, sieges, etendues, obstacles }: Terrain,
): (Boite | null)[] {
  const taken: Boite[] = [...obstacles];
  return groupes.map(({ width, height, communes }) => {
    const own = communes.flatMap((i) => sieges[i] ?? []);
    if (own.length === 0) return null;
    const mine = new Set(communes);
    const mean = (of: (seat: { x: number; y: number }) => number): number =>
      own.reduce((total, seat) => total + of(seat), 0) / own.length;
    const [cx, cy] = [mean(({ x }) => x), mean(({ y }) => y)];
    let found: { box: Boite; cost: number } | null = null;
    for (let i = -PAS; i <= PAS; i++)
      for (let j = -PAS; j <= PAS; j++) {
        const wanted = { x: cx - width / 2 + i * PART.x * width, y: cy - height / 2 + j * PART.y * height };
        const box = {
          x: Math.max(cadre.x, Math.min(wanted.x, cadre.x + cadre.width - width)),
          y: Math.max(cadre.y, Math.min(wanted.y, cadre.y + cadre.height - height)),
          width,
          height,
        };
        const [x, y] = [box.x + width / 2, box.y + height / 2];
        const away = Math.hypot(x - cx, y - cy);
        if (found && away >= found.cost) continue;
        if (taken.some((other) => chevauche(box, other))) continue;
        const hidden = etendues.filter((extent) => contient(box, extent)).length;
        const cost = away + CACHEE * hidden + (mine.has(voisin(sieges, x, y)) ? 0 : AILLEURS);
        if (!found || cost < found.cost) found = { box, cost };
      }
    if (found) taken.push(found.box);
    return found?.box ?? null;
  });
}
