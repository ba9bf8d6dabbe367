/** An entry drawn from a row: made whole, put in order, and checked by its schema. */

import { CODES } from '../study/codes/codes.js';
import { isRecord } from '../study/record.js';
import { faultOf } from '../study/schema/messages.js';
import { SHAPES } from '../study/shapes.gen.js';
import { valueFaultsIn } from '../study/valeurs/beyond-schema.js';
import { VALIDATORS } from '../study/validators.gen.js';
import { nomDe } from './doublons.js';
import { libelleDe } from './titres/libelles.js';

export type Fiche = Record<string, unknown>;

/**
 * An entry as its cells make it: lists made of numbered columns lose their gaps; what an element must say and the table does not is what is safe to
 * suppose, no (a consent above all), and for a name that of the entry.
 */
export function completer(collection: string, entry: Fiche): Fiche {
  const item = (key: string, value: unknown): unknown => {
    const shape = SHAPES[collection]?.properties?.[key]?.items;
    if (!isRecord(value)) return value;
    const missing = (shape?.required ?? []).filter((name) => value[name] === undefined);
    const supposed = missing.flatMap((name): [string, unknown][] => {
      if (shape?.properties?.[name]?.types?.includes('boolean')) return [[name, false]];
      return name === 'nom' && nomDe(entry) !== '' ? [[name, nomDe(entry)]] : [];
    });
    const all: Fiche = { ...value, ...Object.fromEntries(supposed) };
    return Object.fromEntries(
      Object.keys(shape?.properties ?? all).flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])),
    );
  };
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.filter((one) => one !== undefined).map((one) => item(key, one)) : value,
    ]),
  );
}

interface FauteDeFiche {
  colonne: string;
  faute: string;
  aide: string | null;
}

const colonneDe = (steps: readonly (string | number)[]): string =>
  libelleDe(steps.map((step) => (/^\d+$/.test(String(step)) ? Number(step) + 1 : step)));

/** Values that the schema takes and that make an error of the study: a number out of all measure, a day of no calendar. */
function fautesDesValeurs(collection: string, fiche: Fiche): FauteDeFiche[] {
  return valueFaultsIn(fiche, SHAPES[collection])
    .filter(({ code }) => CODES[code]?.gravite === 'erreur')
    .map(({ steps, message, aide }) => ({ colonne: colonneDe(steps), faute: message, aide: aide ?? null }));
}

/** Faults of a whole entry, by the schema then by its values, each with the label of its field. */
export const fautesDe = (collection: string, fiche: Fiche): FauteDeFiche[] => [
  ...fautesDuSchema(collection, fiche),
  ...fautesDesValeurs(collection, fiche),
];

function fautesDuSchema(collection: string, fiche: Fiche): FauteDeFiche[] {
  const validator = VALIDATORS[collection];
  if (!validator || validator(fiche)) return [];
  return (validator.errors ?? []).flatMap((error) => {
    if (['if', 'allOf', 'propertyNames'].includes(error.keyword)) return [];
    const steps = error.instancePath.split('/').slice(1);
    const value = steps.reduce<unknown>(
      (at, step) => (isRecord(at) || Array.isArray(at) ? (at as Fiche)[step] : undefined),
      fiche,
    );
    const missing = error.keyword === 'required' ? [String(error.params.missingProperty)] : [];
    const [top = ''] = [...steps, ...missing];
    const shape = SHAPES[collection]?.properties?.[top];
    const told = faultOf(error, {
      value,
      shape: missing.length > 0 && steps.length === 0 ? SHAPES[collection] : shape,
      name: 'la fiche',
      field: steps.at(-1),
    });
    const colonne = colonneDe([...steps, ...missing]);
    const absent = missing.length > 0;
    const aide =
      absent && steps.length === 0
        ? `Ajoutez une colonne « ${libelleDe(missing)} », ou donnez une valeur commune : --defaut ${missing[0]}=…${shape?.choices ? ` (${shape.choices.join(', ')})` : ''}`
        : (told.aide ?? null);
    return [{ colonne, faute: absent ? 'cette valeur manque, et elle est obligatoire.' : told.message, aide }];
  });
}

/** Lists that an entry must have, and may have empty: a table without that column gives an empty one. */
export const listesVides = (collection: string): Fiche => {
  const shape = SHAPES[collection];
  const keys = (shape?.required ?? []).filter((key) => shape?.properties?.[key]?.types?.includes('array'));
  return Object.fromEntries(keys.map((key) => [key, []]));
};

/** Keys in the order of the schema. */
export const ordonner = (collection: string, fiche: Fiche): Fiche => {
  const keys = Object.keys(SHAPES[collection]?.properties ?? {});
  return Object.fromEntries(keys.flatMap((key) => (fiche[key] === undefined ? [] : [[key, fiche[key]]])));
};
