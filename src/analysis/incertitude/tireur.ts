/** Draws of uncertain amounts over years, a run of draws at a time. */
import { type Colonnes, colonnesDe } from './colonnes.js';
import { amountsAt, type ThreePoint } from './distributions.js';

/** Draws of a run: what is read of one figure stays near in memory, and a run of any figure is one loop. */
export const LOT = 250;

export interface Tireur {
  /** No amount varies: the columns hold them from the start. */
  sur: boolean;
  /** Uniform numbers that one draw takes. */
  nombres: number;
  /** `[item][year]`: column of amounts, one draw a place. Years that share their draw are one column. */
  montants: Float64Array[][];
  /** Fills the columns: the numbers of draw d are those of `places` from d × `pas`. */
  tirer(places: Float64Array, pas: number): void;
}

/**
 * Years of one item share their draw, for a cost that is misjudged is so every year; or each year has its own. Items of one group rise and fall together:
 * they are drawn at the same place of their distributions. `colonne` makes the columns of the draws made at a time.
 */
export function tireurDe(
  items: readonly ThreePoint[],
  years: number,
  anneesIndependantes: boolean,
  groupes: readonly (string | null)[] = [],
  colonne: Colonnes = colonnesDe(LOT),
): Tireur {
  const own = anneesIndependantes ? years : Math.min(1, years);
  // The first of a group draws for all: where it stands in its distribution, year by year.
  const first = new Map<string, number[]>();
  let nombres = 0;
  const slots = items.map((_, i) => {
    const groupe = groupes[i];
    const known = groupe ? first.get(groupe) : undefined;
    const ranks = known ?? Array.from({ length: own }, () => nombres++);
    if (groupe) first.set(groupe, ranks);
    return ranks;
  });
  const drawn = items.map(({ min }) => Array.from({ length: own }, () => colonne(min)));
  // What does not vary is there for good.
  const varies = items.map(({ min, max }) => max > min);
  const amounts = amountsAt(
    items.filter((_, i) => varies[i]),
    slots.filter((_, i) => varies[i]),
  );
  const columns = drawn.filter((_, i) => varies[i]).flat();
  return {
    sur: columns.length === 0,
    nombres,
    montants: drawn.map((row) => Array.from({ length: years }, (_, year) => row[Math.min(year, own - 1)] ?? colonne())),
    tirer: (places, pas) => amounts(places, pas, columns),
  };
}
