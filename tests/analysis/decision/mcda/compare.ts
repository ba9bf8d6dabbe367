/** Comparison of a result with the expected one, field by field, at the tolerance of the case. */

export interface Check {
  path: string;
  actual: unknown;
  expected: unknown;
  tolerance: number;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** One check for each leaf of `expected`. */
export function checks(path: string, actual: unknown, expected: unknown, tolerance: number): Check[] {
  if (!isObject(expected)) return [{ path, actual, expected, tolerance }];
  const lengths =
    Array.isArray(expected) && Array.isArray(actual)
      ? [{ path: `${path}.length`, actual: actual.length, expected: expected.length, tolerance: 0 }]
      : [];
  return [
    ...lengths,
    ...Object.entries(expected).flatMap(([key, value]) =>
      checks(`${path}.${key}`, isObject(actual) ? actual[key] : undefined, value, tolerance),
    ),
  ];
}

/** Every field of `expected`, each at its own tolerance; a field without one must be equal to 1e-9. */
export function checkFields(
  actual: Record<string, unknown>,
  expected: Record<string, unknown>,
  tolerance: Record<string, unknown>,
  alias: Record<string, string> = {},
): Check[] {
  return Object.entries(expected).flatMap(([field, value]) => {
    const own = tolerance[alias[field] ?? field];
    return checks(field, actual[field], value, typeof own === 'number' ? own : 1e-9);
  });
}

/** The checks that fail, readable. */
export function failures(list: readonly Check[]): string[] {
  return list
    .filter(({ actual, expected, tolerance }) =>
      typeof expected === 'number' && typeof actual === 'number'
        ? !(Math.abs(actual - expected) <= tolerance + 1e-12 * Math.abs(expected))
        : actual !== expected,
    )
    .map(({ path, actual, expected, tolerance }) => `${path}: ${actual} instead of ${expected} (±${tolerance})`);
}
