/** Uncertain amounts: triangular and PERT distributions given by their lowest, most likely and highest values. */
import { itemAt, numberAt } from '../../lists/at.js';

export interface ThreePoint {
  type: 'triangular' | 'pert';
  min: number;
  mode: number;
  max: number;
  /** Weight of the mode in a PERT; 4 by default (Malcolm et al., 1959). */
  lambda?: number;
}

/** Throws unless min ≤ mode ≤ max, all finite. */
export function checkThreePoint({ min, mode, max, lambda = 4 }: ThreePoint): void {
  const numbers = [min, mode, max, lambda].every((value) => typeof value === 'number' && Number.isFinite(value));
  if (!numbers || min > mode || mode > max || lambda <= 0)
    throw new RangeError('a distribution needs min ≤ mode ≤ max');
}

/** Parameters of the beta behind a PERT: α = 1 + λ (mode − min) ÷ (max − min), β likewise from the top (Vose, 2008). */
export function pertShape({ min, mode, max, lambda = 4 }: ThreePoint): { alpha: number; beta: number } {
  if (max === min) return { alpha: 1, beta: 1 };
  return { alpha: 1 + (lambda * (mode - min)) / (max - min), beta: 1 + (lambda * (max - mode)) / (max - min) };
}

/** Points of the table by which a PERT is drawn, and of the grid on which its density is integrated. */
const TABLE = 1024;
const GRID = 4096;

/** Quantiles of the beta at i ÷ TABLE, from its density integrated by Simpson's rule: α, β ≥ 1 keep it bounded. */
function betaTable(alpha: number, beta: number): Float64Array {
  const density = (x: number): number => x ** (alpha - 1) * (1 - x) ** (beta - 1);
  const cumulated = new Float64Array(GRID + 1);
  let before = density(0);
  for (let i = 1; i <= GRID; i++) {
    const here = density(i / GRID);
    cumulated[i] = numberAt(cumulated, i - 1) + before + 4 * density((i - 0.5) / GRID) + here;
    before = here;
  }
  const all = cumulated[GRID] ?? 1;
  const table = new Float64Array(TABLE + 1);
  for (let i = 1, at = 0; i < TABLE; i++) {
    const wanted = (all * i) / TABLE;
    while ((cumulated[at + 1] ?? all) < wanted) at++;
    const low = numberAt(cumulated, at);
    const width = (cumulated[at + 1] ?? all) - low;
    table[i] = (at + (width > 0 ? (wanted - low) / width : 0)) / GRID;
  }
  table[TABLE] = 1;
  return table;
}

/** Tables kept: two amounts that are as far from their bounds, in proportion, share theirs. */
const KEPT = 512;
const tables = new Map<string, Float64Array>();

function tableOf(distribution: ThreePoint): Float64Array {
  const { alpha, beta } = pertShape(distribution);
  const key = `${alpha}/${beta}`;
  const known = tables.get(key);
  if (known) return known;
  if (tables.size >= KEPT) tables.clear();
  const table = betaTable(alpha, beta);
  tables.set(key, table);
  return table;
}

/**
 * Amounts of several distributions by inversion, laid out flat for a great number of draws. `slots` gives, for each distribution, the ranks of the uniform
 * numbers by which its amounts are drawn. The numbers of draw d are those of `places` from d × `step`; `into` has one column an amount, one draw a place, and
 * all are filled. One uniform number an amount. A PERT is read from a table of its
 * quantiles (linear between 1 025 points): its error is far below the Monte Carlo error. Throws unless min ≤ mode ≤ max.
 */
export function amountsAt(
  distributions: readonly ThreePoint[],
  slots: readonly (readonly number[])[],
): (places: Float64Array, step: number, into: readonly Float64Array[]) => void {
  distributions.forEach(checkThreePoint);
  const laid = distributions.flatMap((one, index) => {
    const fill = columnOf(one);
    return (slots[index] ?? []).map((slot) => ({ slot, fill }));
  });
  return (places, step, into) => {
    for (const [i, { slot, fill }] of laid.entries()) fill(places, slot, step, itemAt(into, i));
  };
}

/** Fills a column with the amounts at the places `first`, `first` + `step`… of the distribution. */
type ColumnFiller = (places: Float64Array, first: number, step: number, into: Float64Array) => void;

function columnOf(one: ThreePoint): ColumnFiller {
  const { type, min, mode, max } = one;
  const range = max - min;
  if (range === 0) return (_places, _first, _step, into) => into.fill(min);
  if (type === 'pert') {
    const table = tableOf(one);
    return (places, first, step, into) => fillPert({ places, first, step, into }, table, min, range);
  }
  return (places, first, step, into) => fillTriangular({ places, first, step, into }, min, mode, max);
}

// The loops stand apart from the distributions that they are given: what a function captures is read again at each draw, and takes as long as the draw itself.

interface Filling {
  places: Float64Array;
  first: number;
  step: number;
  into: Float64Array;
}

function fillPert({ places, first, step, into }: Filling, table: Float64Array, min: number, range: number): void {
  for (let d = 0, at = first; d < into.length; d++, at += step) {
    const position = (places[at] as number) * TABLE;
    // Below 1 024: the whole part as an integer.
    const rank = position | 0;
    const low = table[rank] as number;
    // The numbers are below 1: there is a point after the rank.
    into[d] = min + range * (low + ((table[rank + 1] as number) - low) * (position - rank));
  }
}

function fillTriangular({ places, first, step, into }: Filling, min: number, mode: number, max: number): void {
  const range = max - min;
  const [left, right, split] = [range * (mode - min), range * (max - mode), (mode - min) / range];
  for (let d = 0, at = first; d < into.length; d++, at += step) {
    const p = places[at] as number;
    into[d] = p <= split ? min + Math.sqrt(p * left) : max - Math.sqrt((1 - p) * right);
  }
}
