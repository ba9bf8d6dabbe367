/** What a scalar of YAML is read as. */
import type { Shape } from '../shape.js';

/** « 18.000 »: three decimals of which the last is 0 are thousands, written in French with a point. */
export const THOUSANDS = /^[1-9]\d{0,2}\.\d{2}0$/;

/** Scalars that YAML takes for numbers or booleans are read as written where the schema wants a text: INSEE 01004 keeps its zero. */
export const readsAsText = (shape: Shape | undefined, value: unknown): boolean =>
  shape?.types?.includes('string') === true &&
  ((typeof value === 'number' && !shape.types.includes('number') && !shape.types.includes('integer')) ||
    (typeof value === 'boolean' && !shape.types.includes('boolean')));

/** Signs that open every null, boolean or number of the core schema of YAML 1.2. */
const OPENS = /^[-+.\d~nNtTfF]/;
const NULL = /^(?:~|[Nn]ull|NULL)$/;
const BOOLEAN = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
const INTEGER = /^[-+]?[0-9]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** Octal and hexadecimal numbers, infinities and what is not a number. */
const RARE = /^(?:0[ox]|[-+]?\.[iInN])/;

/** The value of a scalar without quotes by the core schema of YAML 1.2; undefined for the rare ones, which are the library's to read. */
export function plainScalar(source: string): string | number | boolean | null | undefined {
  if (!OPENS.test(source)) return source;
  if (NULL.test(source)) return null;
  if (BOOLEAN.test(source)) return source[0] === 't' || source[0] === 'T';
  if (INTEGER.test(source)) return Number.parseInt(source, 10);
  if (FLOAT.test(source)) return Number.parseFloat(source);
  return RARE.test(source) ? undefined : source;
}

/** Whether a key without quotes is one of a field: a text that is not null, and not seen yet. */
export const admittedKey = (key: string, seen: ReadonlyMap<string, unknown>): boolean =>
  plainScalar(key) !== null && !key.endsWith(' ') && key !== '<<' && !seen.has(key);
