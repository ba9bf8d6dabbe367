/** The place in a file of a value named by keys and indexes. */
import type { Plage } from '../diagnostic.js';
import type { ParsedFile } from './parse.js';
import type { Located, Range, Step } from './ranges.js';

export type { Step } from './ranges.js';

interface Found {
  value: Located;
  /** Its key, when its parent is a map. */
  key: Range | null;
  /** False when a step does not exist: the value is the nearest one above. */
  complete: boolean;
}

/** Walks down as far as the steps exist. */
function find(file: ParsedFile, steps: readonly Step[]): Found {
  let found: Found = { value: file.places().root, key: null, complete: true };
  for (const step of steps) {
    const held = found.value.at(step);
    if (!held) return { ...found, complete: false };
    found = { ...held, complete: true };
  }
  return found;
}

/** Whether each step was written in the file. */
export const estEcrit = (file: ParsedFile, steps: readonly Step[]): boolean => find(file, steps).complete;

const place = (file: ParsedFile, range: Range | null): Plage => file.places().place(...(range ?? [0, 1]));

/** A value by itself; one without text (`engagement:`) by its key, one that is not there by the key of what should hold it. */
export function placeOfValue(file: ParsedFile, steps: readonly Step[]): Plage {
  const { value, key, complete } = find(file, steps);
  const own = complete && value.range && value.range[1] > value.range[0];
  return place(file, own ? value.range : (key ?? value.range));
}

/** The key that holds a value, or the value itself in a list. */
export function placeOfKey(file: ParsedFile, steps: readonly Step[]): Plage {
  const { value, key } = find(file, steps);
  return place(file, key ?? value.range);
}

/** A key of the map at `steps`; the map itself when it has no such key. */
export function placeOfKeyIn(file: ParsedFile, steps: readonly Step[], key: string): Plage {
  const held = find(file, steps).value.at(key);
  return held?.key ? place(file, held.key) : placeOfKey(file, steps);
}
