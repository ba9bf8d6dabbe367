/** Keeps judgements out of what is handed over; which fields are judgements comes from the schemas (`x-interne`). */

import { COLLECTIONS } from './collections.js';
import { type Fields, isRecord } from './record.js';
import type { Shape } from './shape.js';
import { SHAPES } from './shapes.gen.js';
import type { Study } from './study.js';

function holdsInternal(shape: Shape): boolean {
  const below = [shape.items, shape.values, ...Object.values(shape.properties ?? {})];
  return below.some((child) => child !== undefined && (child.internal === true || holdsInternal(child)));
}

/** A copy of `value` without its internal fields, nor what is said of their reliability. */
function stripInternal(value: unknown, shape: Shape): unknown {
  if (!holdsInternal(shape)) return value;
  if (Array.isArray(value)) {
    const { items } = shape;
    return items ? value.map((item) => stripInternal(item, items)) : value;
  }
  if (!isRecord(value)) return value;
  const internal = new Set(
    Object.entries(shape.properties ?? {}).flatMap(([key, child]) => (child.internal ? [key] : [])),
  );
  const kept: Fields = {};
  for (const [key, field] of Object.entries(value)) {
    if (internal.has(key)) continue;
    const child = shape.properties?.[key] ?? shape.values;
    kept[key] =
      key === 'fiabilite_champs' && isRecord(field)
        ? Object.fromEntries(Object.entries(field).filter(([name]) => !internal.has(name)))
        : child
          ? stripInternal(field, child)
          : field;
  }
  return kept;
}

/** Each part without what is internal, kept as long as it lives: the parts of a study are shared by what reads some of them. */
const handed = new WeakMap<object, unknown>();

function withoutInternal(part: object, shape: Shape): unknown {
  const known = handed.get(part);
  if (known !== undefined) return known;
  const found = stripInternal(part, shape);
  handed.set(part, found);
  return found;
}

/** The study as it may be handed over: without judgements, nor the entries of the inventories that it keeps internal. */
export function publique(study: Study): Study {
  const internal = new Set<string>(study.etude.inventaires_internes ?? []);
  const kept: Fields = {};
  for (const { nom, cle, liste } of COLLECTIONS) {
    const value: unknown = study[cle];
    const shape: Shape | undefined = SHAPES[nom];
    if (internal.has(nom)) kept[cle] = [];
    else if (!shape || typeof value !== 'object' || value === null) kept[cle] = value;
    else kept[cle] = withoutInternal(value, liste ? { items: shape } : shape);
  }
  return kept as unknown as Study;
}
