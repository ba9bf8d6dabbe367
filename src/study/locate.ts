/** The place in a file of a value named by keys and indexes. */
import type { Pair } from 'yaml';
import type { Plage } from './diagnostic.js';
import { type ParsedFile, rangeOf } from './parse.js';
import { yaml } from './yaml.js';

export type Step = string | number;

interface Found {
  node: unknown;
  /** The pair whose value the node is, when its parent is a map. */
  pair: Pair | null;
  /** False when a step does not exist: the node is the nearest one above. */
  complete: boolean;
}

function pairOf(node: unknown, key: Step): Pair | undefined {
  const { isMap, isScalar } = yaml();
  return isMap(node)
    ? node.items.find(
        (pair) => String(isScalar(pair.key) ? (pair.key.source ?? pair.key.value) : pair.key) === String(key),
      )
    : undefined;
}

/** Walks down as far as the steps exist. */
function find(file: ParsedFile, steps: readonly Step[]): Found {
  const { root, resolved } = file.places();
  let found: Found = { node: root, pair: null, complete: true };
  for (const step of steps) {
    const node = yaml().isAlias(found.node) ? resolved.get(found.node) : found.node;
    if (yaml().isSeq(node) && typeof step === 'number' && step < node.items.length) {
      found = { node: node.items[step], pair: null, complete: true };
      continue;
    }
    const pair = pairOf(node, step);
    if (!pair) return { ...found, complete: false };
    found = { node: pair.value, pair, complete: true };
  }
  return found;
}

/** Whether each step was written in the file. */
export const estEcrit = (file: ParsedFile, steps: readonly Step[]): boolean => find(file, steps).complete;

function place(file: ParsedFile, node: unknown): Plage {
  const [start, end] = rangeOf(node) ?? [0, 1];
  return file.places().place(start, end);
}

/** A value by itself; one without text (`engagement:`) by its key, one that is not there by the key of what should hold it. */
export function placeOfValue(file: ParsedFile, steps: readonly Step[]): Plage {
  const { node, pair, complete } = find(file, steps);
  const range = complete ? rangeOf(node) : null;
  return range && range[1] > range[0] ? file.places().place(...range) : place(file, pair?.key ?? node);
}

/** The key that holds a value, or the value itself in a list. */
export function placeOfKey(file: ParsedFile, steps: readonly Step[]): Plage {
  const { node, pair } = find(file, steps);
  return place(file, pair?.key ?? node);
}

/** A key of the map at `steps`; the map itself when it has no such key. */
export function placeOfKeyIn(file: ParsedFile, steps: readonly Step[], key: string): Plage {
  const { node } = find(file, steps);
  const pair = pairOf(yaml().isAlias(node) ? file.places().resolved.get(node) : node, key);
  return pair ? place(file, pair.key) : placeOfKey(file, steps);
}
