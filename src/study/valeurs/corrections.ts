/** The spelling that a fault calls for, where there is no doubt: the schema accepts it, and it says the same thing. */
import { distance } from 'fastest-levenshtein';
import type { Correction, Plage } from '../diagnostic.js';
import type { Shape } from '../shape.js';
import { lineAt } from '../yaml/line.js';
import type { Step } from '../yaml/locate.js';
import { enLigne } from '../yaml/one-line.js';
import { yaml } from '../yaml/yaml.js';
import { listeDe } from './douteuses.js';
import { booleenDe, dateDe, enId, nombreDe } from './ecritures.js';

/** A word written in place of another by case, accents or separators alone, or by one letter of a long word. */
function semblable(typed: string, candidates: readonly string[]): string | undefined {
  const same = candidates.filter((candidate) => enId(candidate) === enId(typed));
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  const near = candidates.filter((candidate) => distance(enId(candidate), enId(typed)) === 1);
  return near.length === 1 && typed.length >= 5 ? near[0] : undefined;
}

/** The key to write for a key that does not exist; undefined when the right one is there already, or in doubt. */
export function cleCorrecte(typed: string, shape: Shape | undefined, present: readonly string[]): string | undefined {
  const found = semblable(typed, Object.keys(shape?.properties ?? {}));
  return found === undefined || present.includes(found) ? undefined : found;
}

/**
 * A value as the list that it should be. Several words are as many elements where each is one of those that the study or the schema names; elsewhere a
 * comma may belong to a sentence. A figure may be a code.
 */
function listes(value: unknown, { items }: Shape): unknown[][] {
  if (typeof value === 'number') return [[value], [String(value)]];
  if (typeof value !== 'string' || listeDe(value) === undefined) return [[value]];
  if (!items?.reference && !items?.choices) return [];
  const words = value.split(/[,;]/).map((word) => word.trim());
  const several = words.length > 1 && words.every((word) => enId(word) !== '');
  return several ? [words.map((word) => semblable(word, items.choices ?? []) ?? word)] : [];
}

/** Values that a reader would take for the one that was typed. */
function lectures(value: unknown, shape: Shape | undefined, allowed: readonly string[]): unknown[] {
  // A list of one, where one value is wanted, is that value between brackets.
  if (Array.isArray(value) && value.length === 1 && !shape?.types?.includes('array'))
    return [value[0], ...lectures(value[0], shape, allowed)];
  const list = shape?.types?.includes('array') && typeof value !== 'object' ? listes(value, shape) : [];
  if (typeof value !== 'string') return list;
  const word = semblable(value, allowed);
  return [
    word,
    dateDe(value),
    nombreDe(value, shape),
    booleenDe(value),
    enId(value),
    // The zero that a spreadsheet takes from the code of a commune.
    /^\d{4}$/.test(value) ? `0${value}` : null,
    /^www\./.test(value) ? `https://${value}` : null,
    value.trim(),
    ...list,
  ].filter((candidate) => candidate !== null && candidate !== undefined && candidate !== '' && candidate !== value);
}

/**
 * The text to write in place of a wrong value; undefined in doubt. `accepte` says whether the schema takes a value at that place.
 */
export function valeurCorrecte(
  value: unknown,
  shape: Shape | undefined,
  allowed: readonly string[],
  accepte: (candidate: unknown) => boolean,
): string | undefined {
  const good = lectures(value, shape, allowed).find(accepte);
  return good === undefined ? undefined : enLigne(good);
}

/**
 * The id meant by a reference that leads nowhere: same word but for case and accents, or the label of one entry alone. An id that holds a sign which
 * nobody sees is to be mended itself.
 */
export function referenceCorrecte(typed: string, known: ReadonlyMap<string, string>): string | undefined {
  const meant = enId(typed);
  if (meant === '') return undefined;
  const found = [...known]
    .filter(([id, label]) => !/\p{C}/u.test(id) && (enId(id) === meant || enId(label) === meant))
    .map(([id]) => id);
  return found.length === 1 ? found[0] : undefined;
}

/** What stands in a text at a place, on one line. */
const texteA = (text: string, { ligne, colonne, longueur }: Plage): string =>
  lineAt(text, ligne).slice(colonne - 1, colonne - 1 + longueur);

/** `par` in place of what stands at `plage`, when that is the whole of the value; undefined for one that runs over several lines. */
export function correction(
  text: string,
  plage: Plage,
  value: unknown,
  par: string | undefined,
): Correction | undefined {
  if (par === undefined) return undefined;
  const remplacer = texteA(text, plage);
  try {
    return String(yaml().parse(remplacer)) === String(value) && remplacer !== par ? { remplacer, par } : undefined;
  } catch {
    return undefined;
  }
}

/** The same of a key, in the quotes that it had: without them, « {"titres":"x"} » would no longer be one. */
export function correctionDeCle(
  text: string,
  plage: Plage,
  key: string,
  par: string | undefined,
): Correction | undefined {
  const found = correction(text, plage, key, par);
  const [quote = ''] = /^["']/.exec(found?.remplacer ?? '') ?? [];
  return found && { ...found, par: `${quote}${found.par}${quote}` };
}

/** A copy of `root` with another value at `steps`. */
export function avec(root: unknown, steps: readonly Step[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(root)) return root.map((child, index) => (index === step ? avec(child, rest, value) : child));
  const fields = root as Record<Step, unknown>;
  return { ...fields, [step]: avec(fields[step], rest, value) };
}
