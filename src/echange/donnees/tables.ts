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

/** The tables that hold something, in the order of the collections, those of lists after what holds them. */
export function tablesDe(study: Study): Table[] {
  const tables = new Map<string, Brouillon>();

  const tableNommee = (nom: string, description: string, cles: Colonne[]): Brouillon => {
    const known = tables.get(nom);
    if (known) return known;
    const made: Brouillon = { nom, description, cles, colonnes: new Map(), lignes: [] };
    tables.set(nom, made);
    return made;
  };
  const poser = (table: Brouillon, ligne: Map<string, Valeur>, colonne: Omit<Colonne, 'cle'>, value: Valeur): void => {
    table.colonnes.set(colonne.nom, { cle: false, ...colonne });
    ligne.set(colonne.nom, value);
  };
  const parent = (table: string, cles: readonly Colonne[]): Colonne[] =>
    cles.map((one, i) => ({
      ...one,
      renvoi: i === 0 && cles.length === 1 && one.nom === table ? { table, colonne: 'id' } : one.renvoi,
    }));

  /** Lays the fields of a record in the row, under a prefix; what is a list of records goes to a table of its own. */
  const etaler = (
    table: Brouillon,
    ligne: Map<string, Valeur>,
    value: Fields,
    shape: Shape,
    prefix: string,
    keys: { colonnes: Colonne[]; valeurs: Map<string, Valeur> },
  ): void => {
    for (const [key, field] of Object.entries(value)) {
      const child = shape.properties?.[key] ?? shape.values ?? {};
      const nom = `${prefix}${key}`;
      const obligatoire = prefix === '' && shape.required?.includes(key) === true;
      // What the loader adds to an entry, such as the outlines of the communes, is no field of it.
      if (shape.properties && !shape.values && !(key in shape.properties)) continue;
      if (field === null || field === undefined) continue;
      if (Array.isArray(field)) {
        if (field.some((item) => typeof item === 'object')) enfant(table, nom, child, field, keys);
        else
          poser(
            table,
            ligne,
            { nom, shape: { ...child, description: child.description ?? '' }, obligatoire, liste: true, renvoi: null },
            JSON.stringify(field),
          );
      } else if (isRecord(field)) {
        if (child.values || !child.properties) enfant(table, nom, child, enListe(field), keys);
        else etaler(table, ligne, field, child, `${nom}.`, keys);
      } else {
        // An amount is a number or a range: alone, it is the likely one.
        const within = child.properties?.mode;
        const column = within ? `${nom}.mode` : nom;
        poser(
          table,
          ligne,
          {
            nom: column,
            shape: within ?? child,
            obligatoire: obligatoire && !within,
            liste: false,
            renvoi: renvoiDe(child.reference),
          },
          field as Valeur,
        );
      }
    }
  };

  /** A map with free keys, as a list of its pairs. */
  const enListe = (map: Fields): Fields[] =>
    Object.entries(map).map(([cle, valeur]) => (isRecord(valeur) ? { cle, ...valeur } : { cle, valeur }));

  const enfant = (
    above: Brouillon,
    key: string,
    shape: Shape,
    list: readonly unknown[],
    keys: { colonnes: Colonne[]; valeurs: Map<string, Valeur> },
  ): void => {
    const nom = `${above.nom}_${key.replaceAll('.', '_')}`;
    const rang = `rang_${key.replaceAll('.', '_')}`;
    const items = itemShape(shape);
    const own: Colonne[] = [
      ...parent(above.nom, keys.colonnes),
      { nom: rang, cle: true, shape: RANG, obligatoire: true, liste: false, renvoi: null },
    ];
    const table = tableNommee(nom, shape.description ?? '', own);
    for (const [index, item] of list.entries()) {
      const valeurs = new Map([...keys.valeurs, [rang, index + 1] as const]);
      const ligne = new Map<string, Valeur>(valeurs);
      table.lignes.push(ligne);
      etaler(table, ligne, isRecord(item) ? item : { valeur: item }, items, '', { colonnes: own, valeurs });
    }
  };

  for (const { nom, cle, liste, fiche } of COLLECTIONS) {
    const entries = liste ? (study[cle] as unknown[]) : study[cle] === null ? [] : [study[cle]];
    const shape = SHAPES[nom] ?? {};
    const id: Colonne = { nom, cle: true, shape: TEXTE, obligatoire: true, liste: false, renvoi: null };
    for (const entry of entries) {
      if (!isRecord(entry)) continue;
      const table = tableNommee(nom, `Une ligne : ${fiche}.`, []);
      const ligne = new Map<string, Valeur>();
      table.lignes.push(ligne);
      const keys = liste
        ? { colonnes: [id], valeurs: new Map<string, Valeur>([[nom, String(entry.id)]]) }
        : { colonnes: [], valeurs: new Map<string, Valeur>() };
      etaler(table, ligne, entry, shape, '', keys);
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
