/** A study as tables: one a collection, one below for each list of entries that its entries hold; from the schemas, so that a new field follows by itself. */

import { COLLECTIONS } from '../../study/collections.js';
import { type Fields, isRecord } from '../../study/record.js';
import type { Shape } from '../../study/shape.js';
import { SHAPES } from '../../study/shapes.gen.js';
import type { Study } from '../../study/study.js';

export type Valeur = string | number | boolean | null;

export interface Colonne {
  /** Path of the field in its entry: `cout.jours_an`; of the entry itself for a key. */
  nom: string;
  /** What tells one row from the others, alone or with the other keys. */
  cle: boolean;
  shape: Shape;
  obligatoire: boolean;
  /** A list of words in one cell, written as JSON. */
  liste: boolean;
  /** Table and column that the value names. */
  renvoi: { table: string; colonne: string } | null;
}

export interface Table {
  nom: string;
  /** What a row is. */
  description: string;
  colonnes: Colonne[];
  lignes: ReadonlyMap<string, Valeur>[];
}

interface Brouillon {
  nom: string;
  description: string;
  cles: Colonne[];
  colonnes: Map<string, Colonne>;
  lignes: Map<string, Valeur>[];
}

/** The table that a reference leads to: `acteurs`, `etude.publics`, `territoire.communes#code`. */
function renvoiDe(reference: string | undefined): Colonne['renvoi'] {
  if (reference === undefined) return null;
  const [path = '', colonne = 'id'] = reference.split('#');
  return { table: path.replaceAll('.', '_'), colonne };
}

const TEXTE: Shape = { types: ['string'] };
const RANG: Shape = { types: ['integer'], description: 'Rang dans la liste, depuis 1.' };

/** Columns of the keys of a row, and their values in it: what is below bears them too. */
interface Cles {
  colonnes: Colonne[];
  valeurs: ReadonlyMap<string, Valeur>;
}

type Tables = Map<string, Brouillon>;

function tableNommee(tables: Tables, nom: string, description: string, cles: Colonne[]): Brouillon {
  const known = tables.get(nom);
  if (known) return known;
  const made: Brouillon = { nom, description, cles, colonnes: new Map(), lignes: [] };
  tables.set(nom, made);
  return made;
}

/** A row of a table, which begins by the values of its keys. */
function ligneDe(table: Brouillon, keys: ReadonlyMap<string, Valeur>): Map<string, Valeur> {
  const ligne = new Map(keys);
  table.lignes.push(ligne);
  return ligne;
}

/** A field that holds in one cell: a list of words as JSON, an amount by its likely value. */
function cellule(nom: string, shape: Shape, obligatoire: boolean, field: unknown): [Colonne, Valeur] {
  if (Array.isArray(field))
    return [
      {
        nom,
        cle: false,
        shape: { ...shape, description: shape.description ?? '' },
        obligatoire,
        liste: true,
        renvoi: null,
      },
      JSON.stringify(field),
    ];
  // An amount is a number or a range: alone, it is the likely one.
  const within = shape.properties?.mode;
  return [
    {
      nom: within ? `${nom}.mode` : nom,
      cle: false,
      shape: within ?? shape,
      obligatoire: obligatoire && !within,
      liste: false,
      renvoi: renvoiDe(shape.reference),
    },
    field as Valeur,
  ];
}

/** A map with free keys, as a list of its pairs. */
const enListe = (map: Fields): Fields[] =>
  Object.entries(map).map(([cle, valeur]) => (isRecord(valeur) ? { cle, ...valeur } : { cle, valeur }));

/** What a field holds of entries, each with a row of its own; null for what stands in the row of the entry itself. */
function listeDe(field: unknown, shape: Shape): readonly unknown[] | null {
  if (Array.isArray(field)) return field.some((item) => typeof item === 'object') ? field : null;
  return isRecord(field) && (shape.values || !shape.properties) ? enListe(field) : null;
}

/** Lays the fields of a record in the row, under a prefix; what is a list of records goes to a table of its own. */
function etaler(
  tables: Tables,
  table: Brouillon,
  ligne: Map<string, Valeur>,
  value: Fields,
  shape: Shape,
  prefix: string,
  keys: Cles,
): void {
  for (const [key, field] of Object.entries(value)) {
    // What the loader adds to an entry, such as the outlines of the communes, is no field of it.
    if (shape.properties && !shape.values && !(key in shape.properties)) continue;
    if (field === null || field === undefined) continue;
    const child = shape.properties?.[key] ?? shape.values ?? {};
    const nom = `${prefix}${key}`;
    const below = listeDe(field, child);
    if (below) enfant(tables, table, nom, child, below, keys);
    else if (isRecord(field)) etaler(tables, table, ligne, field, child, `${nom}.`, keys);
    else {
      const obligatoire = prefix === '' && shape.required?.includes(key) === true;
      const [colonne, valeur] = cellule(nom, child, obligatoire, field);
      table.colonnes.set(colonne.nom, colonne);
      ligne.set(colonne.nom, valeur);
    }
  }
}

/** Keys of a table as those of a table below it: the first leads to it. */
const herites = (table: string, cles: readonly Colonne[]): Colonne[] =>
  cles.map((one, i) => ({
    ...one,
    renvoi: i === 0 && cles.length === 1 && one.nom === table ? { table, colonne: 'id' } : one.renvoi,
  }));

/** The table of a list that an entry holds: each of its rows bears the keys of the entry, and its rank. */
function enfant(
  tables: Tables,
  above: Brouillon,
  key: string,
  shape: Shape,
  list: readonly unknown[],
  keys: Cles,
): void {
  const rang = `rang_${key.replaceAll('.', '_')}`;
  const own: Colonne[] = [
    ...herites(above.nom, keys.colonnes),
    { nom: rang, cle: true, shape: RANG, obligatoire: true, liste: false, renvoi: null },
  ];
  const table = tableNommee(tables, `${above.nom}_${key.replaceAll('.', '_')}`, shape.description ?? '', own);
  for (const [index, item] of list.entries()) {
    const valeurs = new Map([...keys.valeurs, [rang, index + 1] as const]);
    const value = isRecord(item) ? item : { valeur: item };
    etaler(tables, table, ligneDe(table, valeurs), value, itemShape(shape), '', { colonnes: own, valeurs });
  }
}

/** The tables that hold something, in the order of the collections, those of lists after what holds them. */
export function tablesDe(study: Study): Table[] {
  const tables: Tables = new Map();
  for (const { nom, cle, liste, fiche } of COLLECTIONS) {
    const entries = liste ? (study[cle] as unknown[]) : study[cle] === null ? [] : [study[cle]];
    const id: Colonne = { nom, cle: true, shape: TEXTE, obligatoire: true, liste: false, renvoi: null };
    for (const entry of entries) {
      if (!isRecord(entry)) continue;
      const table = tableNommee(tables, nom, `Une ligne : ${fiche}.`, []);
      const keys: Cles = liste
        ? { colonnes: [id], valeurs: new Map([[nom, String(entry.id)]]) }
        : { colonnes: [], valeurs: new Map() };
      etaler(tables, table, ligneDe(table, new Map()), entry, SHAPES[nom] ?? {}, '', keys);
      const column = table.colonnes.get('id');
      if (liste && column) column.cle = true;
    }
  }
  return [...tables.values()].map(({ nom, description, cles, colonnes, lignes }) => ({
    nom,
    description,
    colonnes: [...cles, ...colonnes.values()],
    lignes,
  }));
}

/** Shape of what a list, or a map with free keys, holds. */
function itemShape({ items, values, keyReference }: Shape): Shape {
  if (items) return items;
  const cle: Shape = { types: ['string'], description: 'Clé.', ...(keyReference ? { reference: keyReference } : {}) };
  const isRecord = values?.properties !== undefined && !values.types?.includes('number');
  return isRecord
    ? { ...values, properties: { cle, ...values?.properties } }
    : { properties: { cle, valeur: values ?? {} } };
}
