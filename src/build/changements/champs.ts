/** The fields of an entry, flat: which of them changed, without keeping what is written in them. */

import { isRecord } from '../../study/record.js';
import { sansPoint } from '../../texte/accords.js';
import { empreinteDe, type Fiche } from './fiches.js';

/** A number, a yes or no, a date, a range (`38000..40000..43000`) as they are; anything else by a short print (`#1k2j3h`). */
export type Valeur = number | boolean | string;

export interface Champs {
  /** By path: `moyens/humains/agent/etp`. */
  valeurs: Record<string, Valeur>;
  /** Label of each item of a list that a path goes through, by the path of the item. */
  noms: Record<string, string>;
}

export interface ChangementChamp {
  chemin: string;
  /** Null where it is not. Both null: an item of a list as a whole, whose fields are not told one by one. */
  avant: Valeur | null;
  apres: Valeur | null;
  sorte: 'ajoute' | 'retire' | 'modifie';
}

/** Deeper than this, a part is told as one. */
const PROFONDEUR = 5;

/** A longer list is told as one, as the communes of a territory are. */
const LISTE = 60;

const DATE = /^\d{4}(-\d{2}){0,2}$/;

const empreinte = (value: unknown): string => `#${empreinteDe(value).slice(0, 8)}`;

/** « min », « mode », « max » are one quantity. */
function etendueDe({ min, mode, max, ...rest }: Fiche): string | null {
  const all = [min, mode, max];
  return Object.keys(rest).length === 0 && all.every((one) => typeof one === 'number') ? all.join('..') : null;
}

/** Fields that name the item of a list, the surest first: a requirement is known by its text, who was there by the body. */
const NOMS = [
  ...['titre', 'nom', 'libelle', 'profil', 'objet', 'etape', 'tache', 'poste', 'point', 'phase', 'organisme', 'role'],
  ...['question', 'texte', 'reserve', 'piece', 'traitement', 'activite', 'indicateur', 'si', 'description'],
];

/** What the item of a list is called; empty for one that its place alone tells. */
function libelleDe(item: Fiche): string {
  for (const key of NOMS) if (typeof item[key] === 'string') return sansPoint(item[key]);
  return '';
}

/** A field by which each item of a list is told from the others: `id`, else the first text that all have, each its own. */
function cleDe(items: readonly Fiche[]): string | null {
  const [first] = items;
  if (!first) return null;
  const keys = ['id', ...Object.keys(first)].filter((key) => items.every((item) => typeof item[key] === 'string'));
  return keys.find((key) => new Set(items.map((item) => item[key])).size === items.length) ?? null;
}

/** The items of a list, each under a short name that its place does not change; null for a list of something else. */
function itemsDe(list: readonly unknown[]): [nom: string, item: Fiche][] | null {
  const items = list.filter(isRecord);
  const key = items.length === list.length ? cleDe(items) : null;
  return key === null ? null : items.map((item) => [key === 'id' ? String(item.id) : empreinte(item[key]), item]);
}

export function champsDe({ id: _, ...entry }: Fiche): Champs {
  const lus: Champs = { valeurs: {}, noms: {} };
  const poser = (path: string, value: unknown, depth: number): void => {
    // An empty list is none: its first item comes, and nothing goes.
    if (Array.isArray(value) && value.length === 0) return;
    const items = Array.isArray(value) && value.length <= LISTE && depth < PROFONDEUR ? itemsDe(value) : null;
    if (items)
      for (const [id, { id: _own, ...item }] of items) {
        lus.noms[`${path}/${id}`] = libelleDe(item);
        poser(`${path}/${id}`, item, depth + 1);
      }
    else if (isRecord(value)) {
      const etendue = etendueDe(value);
      if (etendue !== null) lus.valeurs[path] = etendue;
      else if (depth >= PROFONDEUR) lus.valeurs[path] = empreinte(value);
      else for (const [key, own] of Object.entries(value)) poser(path ? `${path}/${key}` : key, own, depth + 1);
    } else if (typeof value === 'number' || typeof value === 'boolean') lus.valeurs[path] = value;
    else lus.valeurs[path] = typeof value === 'string' && DATE.test(value) ? value : empreinte(value);
  };
  poser('', entry, 0);
  return lus;
}

/** The highest item that holds the path and is on this side alone; null when each of them is on both. */
function itemNouveau(path: string, own: Champs, other: Champs): string | null {
  const steps = path.split('/');
  for (let n = 1; n <= steps.length; n++) {
    const item = steps.slice(0, n).join('/');
    if (own.noms[item] !== undefined && other.noms[item] === undefined) return item;
  }
  return null;
}

/** In the order of the fields of what is there now, then of what is gone. */
export function changementsDeChamps(avant: Champs, apres: Champs): ChangementChamp[] {
  const found = new Map<string, ChangementChamp>();
  const entier = (path: string, own: Champs, other: Champs, sorte: ChangementChamp['sorte']): boolean => {
    const item = itemNouveau(path, own, other);
    if (item !== null) found.set(item, { chemin: item, avant: null, apres: null, sorte });
    return item !== null;
  };
  for (const [chemin, is] of Object.entries(apres.valeurs)) {
    const was = avant.valeurs[chemin] ?? null;
    if (was === is || (was === null && entier(chemin, apres, avant, 'ajoute'))) continue;
    found.set(chemin, { chemin, avant: was, apres: is, sorte: was === null ? 'ajoute' : 'modifie' });
  }
  for (const [chemin, was] of Object.entries(avant.valeurs)) {
    if (apres.valeurs[chemin] !== undefined || entier(chemin, avant, apres, 'retire')) continue;
    found.set(chemin, { chemin, avant: was, apres: null, sorte: 'retire' });
  }
  return [...found.values()];
}
