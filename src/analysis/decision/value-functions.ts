/** Value functions: from a performance in its own unit to a value between 0 (worst level) and 1 (best level). */

export type ValueFunction =
  | { type: 'linear'; worst: number; best: number; outOfRange?: 'clip' | 'extrapolate' }
  /** `points` as [performance, value], performances increasing. */
  | { type: 'piecewise-linear'; points: readonly (readonly [number, number])[] }
  /** z = (x − worst) ÷ (best − worst), v = (1 − e^(−cz)) ÷ (1 − e^(−c)); c = 0 is the straight line (Kirkwood, 1997). */
  | { type: 'exponential'; worst: number; best: number; c: number }
  | { type: 'table'; values: Readonly<Record<string, number>> };

const clip = (value: number): number => Math.min(1, Math.max(0, value));

function interpolate(points: readonly (readonly [number, number])[], x: number): number {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) throw new RangeError('a piecewise value function has no point');
  if (x <= first[0]) return first[1];
  if (x >= last[0]) return last[1];
  const next = points.findIndex(([abscissa]) => abscissa >= x);
  const [x1, v1] = points[next - 1] ?? first;
  const [x2, v2] = points[next] ?? last;
  return x2 === x1 ? v2 : v1 + ((v2 - v1) * (x - x1)) / (x2 - x1);
}

/** Throws when a label is not in its table, or a number is missing. */
export function partialValue(valueFunction: ValueFunction, performance: number | string): number {
  if (valueFunction.type === 'table') {
    const found = valueFunction.values[String(performance)];
    if (found === undefined) throw new RangeError(`no value for "${performance}"`);
    return found;
  }
  if (typeof performance !== 'number' || !Number.isFinite(performance))
    throw new RangeError('a performance is missing');
  if (valueFunction.type === 'piecewise-linear') return clip(interpolate(valueFunction.points, performance));
  const { worst, best } = valueFunction;
  if (worst === best) return 0;
  const z = (performance - worst) / (best - worst);
  if (valueFunction.type === 'linear') return valueFunction.outOfRange === 'extrapolate' ? z : clip(z);
  const { c } = valueFunction;
  const inside = clip(z);
  return Math.abs(c) < 1e-12 ? inside : -Math.expm1(-c * inside) / -Math.expm1(-c);
}

/** The performance that has this value, where the function is strictly monotone there; null outside its range or on a flat part. */
export function performanceOf(valueFunction: ValueFunction, value: number): number | null {
  if (value < 0 || value > 1 || valueFunction.type === 'table') return null;
  if (valueFunction.type === 'piecewise-linear') {
    const { points } = valueFunction;
    for (let index = 1; index < points.length; index++) {
      const [x1, v1] = points[index - 1] ?? [0, 0];
      const [x2, v2] = points[index] ?? [0, 0];
      if (v1 !== v2 && value >= Math.min(v1, v2) && value <= Math.max(v1, v2))
        return x1 + ((x2 - x1) * (value - v1)) / (v2 - v1);
    }
    return null;
  }
  const { worst, best } = valueFunction;
  if (valueFunction.type === 'linear') return worst + value * (best - worst);
  const { c } = valueFunction;
  const z = Math.abs(c) < 1e-12 ? value : -Math.log1p(value * Math.expm1(-c)) / c;
  return worst + z * (best - worst);
}
