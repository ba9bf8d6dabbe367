/** The columns of a collection: each leaf of its schema that holds in one cell. */
import { isRecord } from '../study/record.js';
import type { Shape } from '../study/shape.js';
import { SHAPES } from '../study/shapes.gen.js';
import { libelleDe } from './titres/libelles.js';
import { motsDeLaFiche, titresUsuels } from './titres/titres-usuels.js';

/** How a cell reads: one value, several, an amount (certain or not), or anything else as YAML on one line. */
export type Forme = 'valeur' | 'liste' | 'montant' | 'libre';

export interface Champ {
  /** Path in an entry; a number is a rank from 1 in a list of objects: `['contacts', 1, 'nom']`. */
  chemin: (string | number)[];
  /** The path as text: `contacts.1.nom`. */
  cle: string;
  forme: Forme;
  /** Shape of the value, or of each one for a list. */
  shape: Shape;
  obligatoire: boolean;
  /** Names of its column, where the path does not give them: the words by which a key of a map is known. */
  noms?: readonly string[];
  /** Other names that people give to its column, in lists of this inventory. */
  usuels?: readonly string[];
  /** What an entry of the inventory is called in its headings. */
  fiche?: readonly string[];
}

/** Ranks that a list of objects has columns for, at most; beyond, the whole list stands in one cell. */
const RANGS = 3;

const flat = (shape: Shape | undefined): boolean =>
  Object.values(shape?.properties ?? {}).every(({ properties, items, values }) => !properties && !items && !values);

const isAmount = (shape: Shape): boolean =>
  Boolean(shape.properties?.min && shape.properties.mode && shape.properties.max && shape.types?.includes('number'));

/** The greatest number of elements of the list at `key` among the entries. */
const longest = (entries: readonly unknown[], key: string): number =>
  Math.max(0, ...entries.map((entry) => (isRecord(entry) && Array.isArray(entry[key]) ? entry[key].length : 0)));

function leaves(
  shape: Shape,
  chemin: (string | number)[],
  obligatoire: boolean,
  entries: readonly unknown[],
  rangs: number,
): Champ[] {
  const champ = (forme: Forme, of: Shape = shape): Champ[] => [
    { chemin, cle: chemin.join('.'), forme, shape: of, obligatoire },
  ];
  if (isAmount(shape)) return champ('montant');
  const { items } = shape;
  if (items) {
    if (!items.properties && !items.items && !items.values) return champ('liste', items);
    const key = String(chemin[0]);
    const ranks = longest(entries, key);
    if (chemin.length > 1 || !flat(items) || ranks > RANGS) return champ('libre');
    return Array.from({ length: Math.max(rangs, ranks) }, (_, rank) =>
      Object.entries(items.properties ?? {}).flatMap(([name, child]) =>
        leaves(child, [...chemin, rank + 1, name], false, entries, rangs),
      ),
    ).flat();
  }
  if (shape.properties && !shape.types?.some((type) => type !== 'object'))
    return Object.entries(shape.properties).flatMap(([name, child]) =>
      leaves(child, [...chemin, name], obligatoire && (shape.required?.includes(name) ?? false), entries, rangs),
    );
  if (shape.properties || shape.values) return champ('libre');
  return champ('valeur');
}

/** The columns of a collection, in the order of its schema; `entries` tell how many elements its lists need, `rangs` at least. */
export function champsDe(collection: string, entries: readonly unknown[], rangs = 1): Champ[] {
  const shape = SHAPES[collection];
  if (!shape) throw new Error(`no schema for "${collection}"`);
  return Object.entries(shape.properties ?? {}).flatMap(([name, child]) =>
    leaves(child, [name], shape.required?.includes(name) ?? false, entries, rangs),
  );
}

/**
 * The columns that a table may have, whatever the entries of the study: a form made when its lists were short has a column a rank, which the entries
 * may have passed since.
 */
export function champsALire(collection: string, entries: readonly unknown[]): Champ[] {
  const own = champsDe(collection, entries, RANGS);
  const known = new Set(own.map(({ cle }) => cle));
  const all = [...own, ...champsDe(collection, [], RANGS).filter(({ cle }) => !known.has(cle))];
  const fiche = motsDeLaFiche(collection);
  return all.map((champ) => ({ ...champ, usuels: titresUsuels(collection, champ.cle), fiche }));
}

/** Each list of objects that has columns a rank, whole: a form whose lists are long holds it in one cell, that the study read into may not have yet. */
export const champsDesListes = (collection: string): Champ[] =>
  Object.entries(SHAPES[collection]?.properties ?? {}).flatMap(([name, shape]) =>
    shape.items?.properties && flat(shape.items)
      ? [{ chemin: [name], cle: name, forme: 'libre', shape, obligatoire: false }]
      : [],
  );

/** « Participants : Familles », the heading of such a column in a form. */
const titreDeLaCle = (name: string, word: string): string => `${libelleDe([name])} : ${word}`;

/** A column for each key that a map takes from the vocabulary of the study: the participants of each public, in a list that has a column a public. */
export function champsDesCles(
  collection: string,
  motsDe: (reference: string) => ReadonlyMap<string, readonly string[]>,
): Champ[] {
  return Object.entries(SHAPES[collection]?.properties ?? {}).flatMap(([name, { values, keyReference }]) =>
    values === undefined || keyReference === undefined
      ? []
      : [...motsDe(keyReference)].map(
          ([id, words]): Champ => ({
            chemin: [name, id],
            cle: `${name}.${id}`,
            forme: 'valeur',
            shape: values,
            obligatoire: false,
            noms: [id, ...words, titreDeLaCle(name, words[0] ?? id)],
          }),
        ),
  );
}

/** The value at the path of a column; undefined when it is absent. */
export function lireChamp(entry: unknown, chemin: Champ['chemin']): unknown {
  return chemin.reduce<unknown>((at, step) => {
    if (typeof step === 'number') return Array.isArray(at) ? at[step - 1] : undefined;
    return isRecord(at) ? at[step] : undefined;
  }, entry);
}
