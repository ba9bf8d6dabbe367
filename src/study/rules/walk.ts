/** Walks all the values of a study, with the path by which a rule reports on each. */

import { COLLECTIONS, elementName } from '../collections.js';
import { isRecord } from '../record.js';
import type { Shape } from '../shape.js';
import { SHAPES } from '../shapes.gen.js';
import type { Study } from '../study.js';

/** Good until the visit returns. */
export interface Visited {
  /** Written when it is asked for: few of the thousands of values are reported. */
  readonly path: string;
  value: unknown;
  shape: Shape | undefined;
  /** Collection or document that the value belongs to. */
  collection: string;
}

type Visit = (visited: Visited) => void;

/** Where a walk stands. */
interface Place extends Visited {
  steps: string[];
}

const placeIn = (collection: string): Place => {
  const steps = [collection];
  return {
    steps,
    get path() {
      return steps.join('/');
    },
    value: undefined,
    shape: undefined,
    collection,
  };
};

/** Told one by one: a list of them all outlives several collections of a large study, and generators take ten times the time. */
function walk(at: Place, value: unknown, shape: Shape | undefined, visit: Visit): void {
  at.value = value;
  at.shape = shape;
  visit(at);
  if (Array.isArray(value))
    for (let index = 0; index < value.length; index++) {
      const element: unknown = value[index];
      at.steps.push(elementName(element, index));
      walk(at, element, shape?.items, visit);
      at.steps.pop();
    }
  else if (isRecord(value))
    for (const key of Object.keys(value)) {
      at.steps.push(key);
      walk(at, value[key], shape?.properties?.[key] ?? shape?.values, visit);
      at.steps.pop();
    }
}

/** Every value of every entry, entries before what they hold. */
export function eachValue(study: Study, visit: Visit): void {
  for (const { nom, cle, liste } of COLLECTIONS) {
    const content: unknown = study[cle];
    const shape: Shape | undefined = SHAPES[nom];
    if (content === null || content === undefined) continue;
    const at = placeIn(nom);
    if (!liste) walk(at, content, shape, visit);
    else if (Array.isArray(content))
      for (const [index, entry] of content.entries()) {
        at.steps.push(elementName(entry, index));
        walk(at, entry, shape, visit);
        at.steps.pop();
      }
  }
}

export interface Reference {
  path: string;
  id: string;
  from: string;
}

type References = ReadonlyMap<string, readonly Reference[]>;

const known = new WeakMap<Study, References>();

/** All of them, by the collection that they name: one walk of a study for all the rules that ask. */
function references(study: Study): References {
  const before = known.get(study);
  if (before) return before;
  const found = new Map<string, Reference[]>();
  const add = (collection: string, one: Reference): void => {
    const own = found.get(collection);
    if (own) own.push(one);
    else found.set(collection, [one]);
  };
  eachValue(study, (at) => {
    const { value, shape, collection: from } = at;
    if (shape?.reference !== undefined && typeof value === 'string')
      add(shape.reference, { path: at.path, id: value, from });
    if (shape?.keyReference !== undefined && isRecord(value))
      for (const id of Object.keys(value)) add(shape.keyReference, { path: `${at.path}/${id}`, id, from });
  });
  known.set(study, found);
  return found;
}

/** Every place that names an entry of `collection`: by value, or by the key of a map. */
export const referencesTo = (study: Study, collection: string): readonly Reference[] =>
  references(study).get(collection) ?? [];
