/** Order statistics of draws, without sorting them all. */
import { numberAt } from '../../lists/at.js';

/** Places over which values are spread by their size. */
const CASES = 1024;
/** Fewer values are sorted as soon as they are spread. */
const PEU = 512;

/**
 * What a sort would put at each of these ranks (from 0): values are spread by their size over equal places, counted there, and those of the places where a rank
 * falls are sorted. Numbers only, no NaN; `values` are left as they are.
 */
export function auxRangs(values: Float64Array, rangs: readonly number[]): number[] {
  const low = plusPetit(values);
  const parUnite = CASES / (plusGrand(values) - low);
  // All alike, or so near or so far that their gaps are no numbers.
  if (values.length < PEU || !(parUnite > 0 && parUnite < Number.POSITIVE_INFINITY)) {
    const sorted = values.slice().sort();
    return rangs.map((rang) => numberAt(sorted, rang));
  }
  const effectifs = compter(values, low, parUnite);
  const voulues = new Uint8Array(effectifs.length);
  const placeOf = new Map<number, number>();
  // The ranks from the lowest on: one walk along the places meets them all.
  const attendus = [...rangs].sort((a, b) => a - b);
  let [before, kept, next] = [0, 0, 0];
  for (let place = 0; place < effectifs.length && next < attendus.length; place++) {
    const effectif = numberAt(effectifs, place);
    const first = next;
    for (; next < attendus.length && numberAt(attendus, next) < before + effectif; next++)
      placeOf.set(numberAt(attendus, next), kept + numberAt(attendus, next) - before);
    if (next > first) {
      voulues[place] = 1;
      kept += effectif;
    }
    before += effectif;
  }
  const sorted = garder(values, low, parUnite, voulues, new Float64Array(kept)).sort();
  return rangs.map((rang) => numberAt(sorted, placeOf.get(rang) ?? -1));
}

function plusPetit(values: Float64Array): number {
  let low = Number.POSITIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if ((values[i] as number) < low) low = values[i] as number;
  return low;
}

function plusGrand(values: Float64Array): number {
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if ((values[i] as number) > high) high = values[i] as number;
  return high;
}

/** How many values fall in each place; the greatest has its own. */
function compter(values: Float64Array, low: number, parUnite: number): Uint32Array {
  const counts = new Uint32Array(CASES + 1);
  for (let i = 0; i < values.length; i++) {
    const place = (((values[i] as number) - low) * parUnite) | 0;
    counts[place] = (counts[place] as number) + 1;
  }
  return counts;
}

function garder(
  values: Float64Array,
  low: number,
  parUnite: number,
  voulues: Uint8Array,
  into: Float64Array,
): Float64Array {
  for (let i = 0, at = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (voulues[((value - low) * parUnite) | 0] === 1) into[at++] = value;
  }
  return into;
}
