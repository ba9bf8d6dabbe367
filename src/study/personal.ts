/** Keeps personal data out of what is published; which fields are personal comes from the schemas (`x-personnel`). */

import { COLLECTIONS } from './collections.js';
import { type Fields, isRecord } from './record.js';
import type { Shape } from './shape.js';
import { SHAPES } from './shapes.gen.js';
import type { Study } from './study.js';

/** Whether the only thing left to say of someone is that they did not consent. */
const isEmptied = (value: unknown): boolean =>
  isRecord(value) && Object.keys(value).every((key) => key === 'consentement');

/** Whether a schema marks something below as personal: the rest need not be walked. */
function holdsPersonal(shape: Shape): boolean {
  const below = [shape.items, shape.values, ...Object.values(shape.properties ?? {})];
  return below.some((child) => child !== undefined && (child.personal === true || holdsPersonal(child)));
}

/** A copy of `value` without the personal fields of the holders that do not consent. */
export function stripPersonal(value: unknown, shape: Shape): unknown {
  if (!holdsPersonal(shape)) return value;
  if (Array.isArray(value)) {
    const { items } = shape;
    if (!items) return value;
    return value.flatMap((item) => {
      const after = stripPersonal(item, items);
      return isEmptied(after) && !isEmptied(item) ? [] : [after];
    });
  }
  if (!isRecord(value)) return value;
  const consents = value.consentement === true;
  const kept: Fields = {};
  for (const [key, field] of Object.entries(value)) {
    const child = shape.properties?.[key] ?? shape.values;
    if (child?.personal && !consents) {
      // A personal list of people: each is published by their own consent.
      if (Array.isArray(field) && child.items?.properties?.consentement)
        kept[key] = field.filter((item) => isRecord(item) && item.consentement === true);
      continue;
    }
    kept[key] = child ? stripPersonal(field, child) : field;
  }
  return kept;
}

/** The study as it may be published: no personal data but that of contacts whose `consentement` is true. */
export function withoutPersonalData(study: Study): Study {
  const published: Fields = {};
  for (const { nom, cle, liste } of COLLECTIONS) {
    const value: unknown = study[cle];
    const shape: Shape | undefined = SHAPES[nom];
    if (!shape) published[cle] = value;
    else published[cle] = stripPersonal(value, liste ? { items: shape } : shape);
  }
  return published as unknown as Study;
}
