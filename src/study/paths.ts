/** From a path by ids to a place in a file. */

import { collectionNamed, elementName } from './collections.js';
import type { Plage } from './diagnostic.js';
import type { Entry, StudyFile } from './files/study-file.js';
import { isRecord } from './record.js';
import type { EntriesByCollection } from './schema/references.js';
import { estEcrit, placeOfKey, placeOfValue, type Step } from './yaml/locate.js';

export interface Place {
  file: StudyFile;
  plage: Plage;
}

/** Index of the elements of each list by name, made once a list: rules may report on many of them. */
type ListIndex = WeakMap<readonly unknown[], Map<string, number>>;

function indexOf(list: readonly unknown[], name: string, indexes: ListIndex): number | undefined {
  let index = indexes.get(list);
  if (!index) {
    index = new Map();
    for (const [rank, element] of list.entries()) {
      const key = elementName(element, rank);
      if (!index.has(key)) index.set(key, rank);
    }
    indexes.set(list, index);
  }
  return index.get(name);
}

/** Makes a function that finds the place of a path; undefined when its collection has no file. What an entry takes from another stands where `origine` leads. */
export function pathFinder(
  entries: EntriesByCollection,
  files: readonly StudyFile[],
  origine: (path: string) => string | undefined = () => undefined,
): (path: string, onKey?: boolean) => Place | undefined {
  const indexes: ListIndex = new WeakMap();
  const byName = new Map<string, Map<string, Entry>>();

  const entryNamed = (collection: string, name: string): Entry | undefined => {
    let index = byName.get(collection);
    if (!index) {
      index = new Map();
      for (const entry of entries.get(collection) ?? []) if (!index.has(entry.name)) index.set(entry.name, entry);
      byName.set(collection, index);
    }
    return index.get(name);
  };

  const find = (path: string, onKey = false): Place | undefined => {
    const [head = '', ...rest] = path.split('/');
    const collection = collectionNamed(head);
    const file = files.find((candidate) => candidate.collection === collection);
    if (!collection || !file) return undefined;
    const whole: Place = { file, plage: { ligne: 1, colonne: 1, longueur: 1 } };
    const entry = collection.liste ? entryNamed(collection.nom, rest.shift() ?? '') : entries.get(collection.nom)?.[0];
    if (!entry || (!collection.liste && rest.length === 0)) return whole;

    const steps: Step[] = [...entry.steps];
    let value: unknown = entry.value;
    for (const name of rest) {
      const step: Step | undefined = Array.isArray(value) ? indexOf(value, name, indexes) : name;
      if (step === undefined) break;
      steps.push(step);
      value =
        Array.isArray(value) && typeof step === 'number' ? value[step] : isRecord(value) ? value[name] : undefined;
    }
    const elsewhere = rest.length === 0 || estEcrit(entry.file.parsed, steps) ? undefined : origine(path);
    if (elsewhere !== undefined) return find(elsewhere, onKey);
    return { file: entry.file, plage: (onKey ? placeOfKey : placeOfValue)(entry.file.parsed, steps) };
  };
  return find;
}
