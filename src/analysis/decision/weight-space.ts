/** Weights drawn uniformly from what is known of them (Tervonen & Lahdelma, 2007). */
import { exponential, type Random } from '../incertitude/random.js';

export type WeightInformation =
  /** Nothing is known: uniform on the simplex. */
  | { type: 'uniform' }
  /** Criteria (indexes) from the most to the least important. */
  | { type: 'ordinal'; ranking: readonly number[] }
  /** One [lowest, highest] share a criterion: uniform on the part of the simplex inside. */
  | { type: 'intervals'; bounds: readonly (readonly [number, number])[] }
  | { type: 'fixed'; shares: readonly number[] };

/** Draws into `out`. */
export type WeightSampler = (random: Random, out: Float64Array) => void;

/** Normalised exponentials are uniform on the simplex; normalised uniforms are not. */
function drawSimplex(random: Random, out: Float64Array, total = 1): void {
  let sum = 0;
  for (let j = 0; j < out.length; j++) {
    const value = exponential(random);
    out[j] = value;
    sum += value;
  }
  for (let j = 0; j < out.length; j++) out[j] = ((out[j] ?? 0) / sum) * total;
}

/** Draws refused before the sampler gives up on the rejection method and walks inside the polytope instead. */
const PATIENCE = 2000;

/** Simplex above the lower bounds, refused when an upper bound is passed; hit-and-run when nearly all would be refused. */
function intervalSampler(bounds: readonly (readonly [number, number])[]): WeightSampler {
  const lows = bounds.map(([low]) => low);
  const rest = 1 - lows.reduce((sum, low) => sum + low, 0);
  const top = bounds.reduce((sum, [, high]) => sum + high, 0);
  if (rest < -1e-12 || top < 1 - 1e-12 || bounds.some(([low, high]) => low < 0 || low > high))
    throw new RangeError('no weighting satisfies the bounds');
  let point: number[] | null = null;
  const walk: WeightSampler = (random, out) => {
    point ??= startPoint(bounds);
    for (let step = 0; step < 4 * bounds.length; step++) hitAndRun(point, bounds, random);
    out.set(point);
  };
  return (random, out) => {
    if (point) return walk(random, out);
    for (let attempt = 0; attempt < PATIENCE; attempt++) {
      drawSimplex(random, out, Math.max(0, rest));
      let inside = true;
      for (const [j, [low, high]] of bounds.entries()) {
        const value = (out[j] ?? 0) + low;
        out[j] = value;
        if (value > high + 1e-15) inside = false;
      }
      if (inside) return;
    }
    walk(random, out);
  };
}

/** A point that shares what is left above the lower bounds in proportion to the widths of the intervals. */
function startPoint(bounds: readonly (readonly [number, number])[]): number[] {
  const rest = 1 - bounds.reduce((sum, [low]) => sum + low, 0);
  const width = bounds.reduce((sum, [low, high]) => sum + high - low, 0);
  return bounds.map(([low, high]) => low + (width > 0 ? ((high - low) / width) * rest : 0));
}

/** One move of weight from one criterion to another, of uniform length within the bounds. */
function hitAndRun(point: number[], bounds: readonly (readonly [number, number])[], random: Random): void {
  const n = point.length;
  const i = Math.floor(random() * n);
  const j = (i + 1 + Math.floor(random() * (n - 1))) % n;
  const [lowI = 0, highI = 1] = bounds[i] ?? [];
  const [lowJ = 0, highJ = 1] = bounds[j] ?? [];
  const [a, b] = [point[i] ?? 0, point[j] ?? 0];
  const least = Math.max(lowI - a, b - highJ);
  const most = Math.min(highI - a, b - lowJ);
  const move = least + random() * (most - least);
  point[i] = a + move;
  point[j] = b - move;
}

export function weightSampler(information: WeightInformation): WeightSampler {
  switch (information.type) {
    case 'fixed':
      return (_random, out) => out.set(information.shares);
    case 'ordinal':
      return (random, out) => {
        drawSimplex(random, out);
        const sorted = Float64Array.from(out).sort().reverse();
        for (const [rank, criterion] of information.ranking.entries()) out[criterion] = sorted[rank] ?? 0;
      };
    case 'intervals':
      return intervalSampler(information.bounds);
    default:
      return (random, out) => drawSimplex(random, out);
  }
}
