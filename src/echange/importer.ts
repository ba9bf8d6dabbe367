/** From the rows of a table to the changes of a collection: what is new, what differs, and what does not fit, row by row. */

import { isDeepStrictEqual } from 'node:util';
import { enId } from '../study/ecritures.js';
import { virgule } from '../texte/nombres.js';
import { abimee } from './abimees.js';
import { type Cellule, type Cibles, enCellule, lireCellule, texteDe } from './cellules.js';
import { type Champ, lireChamp } from './champs.js';
import { nomDe, registre } from './doublons.js';
import { courriels, enParts } from './ecrits-usuels.js';
import type { Colonne } from './entete.js';
import { completer, type Fiche, fautesDe, listesVides, ordonner } from './fiche.js';
import type { Ligne } from './tableau.js';

export interface Rejet {
  ligne: number;
  colonne: string | null;
  valeur: string;
  faute: string;
  aide: string | null;
}

export interface Import {
  nouvelles: { fiche: Fiche; ligne: number; horsChamps: [string, string][] }[];
  /** Fields of an entry of the study that change; `champs` are its first-level keys. */
  modifiees: { id: string; ligne: number; champs: Fiche }[];
  /** Rows that say what the study says already. */
  identiques: number;
  rejets: Rejet[];
  /** Rows that are no entries: totals, headings within the list. */
  laissees: { ligne: number; pourquoi: string }[];
  /** Cells read as another word than the one written: a usual word of a closed list, a number of days, a phone that lost its zero. */
  traductions: { ligne: number; colonne: string; ecrit: string; lu: string }[];
}

export interface Reglages {
  collection: string;
  /** Entries of the study. */
  fiches: readonly Fiche[];
  /** Ids that each reference may name. */
  cibles: (reference: string) => Cibles;
  /** Values for the fields that the table does not give, in new entries. */
  defauts: Fiche;
  /** Words of the table and what they stand for in the study: `{ type: { Asso: association } }`. */
  valeurs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const TOTAL = /^\s*(sous[- ]?)?(total|totaux|somme|ensemble)\b/i;
/** Length beyond which an id drawn from a name is cut, at a word. */
const LONGUEUR_ID = 40;

/** An id made from a name, that nobody has: cut at a word, numbered when it is taken. */
export function idLibre(name: string, taken: ReadonlySet<string>): string {
  let base = enId(name);
  if (base.length > LONGUEUR_ID)
    base = base
      .slice(0, LONGUEUR_ID + 1)
      .replace(/-[^-]*$/, '')
      .slice(0, LONGUEUR_ID);
  if (base === '') base = 'fiche';
  let id = base;
  for (let rank = 2; taken.has(id); rank++) id = `${base}-${rank}`;
  return id;
}

/** Sets the value of a column in an entry, making what holds it. */
function poser(entry: Fiche, chemin: Champ['chemin'], value: unknown): void {
  let at: unknown = entry;
  for (const [index, step] of chemin.entries()) {
    const holder = at as Record<string | number, unknown>;
    const key = typeof step === 'number' ? step - 1 : step;
    if (index === chemin.length - 1) holder[key] = value;
    else holder[key] ??= typeof chemin[index + 1] === 'number' ? [] : {};
    at = holder[key];
  }
}

/** Why a row is no entry; null when it may be one. */
function horsListe(ligne: Ligne, colonnes: readonly Colonne[]): string | null {
  const filled = ligne.cellules.flatMap((cell, index) =>
    texteDe(cell) === '' ? [] : [{ text: texteDe(cell), index }],
  );
  const [first] = filled;
  if (!first) return 'vide';
  if (TOTAL.test(first.text)) return 'total';
  if (filled.length === 1 && ligne.etalees.has(first.index)) return `intertitre « ${first.text} »`;
  const titles = colonnes.filter(({ index, noms }) => {
    const word = enId(texteDe(ligne.cellules[index] ?? null));
    return word !== '' && noms.some((name) => enId(name) === word);
  });
  return titles.length >= 2 && titles.length >= filled.length - 1 ? 'en-tête répété' : null;
}

interface Lue {
  champ: Champ | null;
  titre: string;
  raw: Cellule;
  /** Why nothing may be taken from it. */
  illisible?: string | undefined;
}

/** The cells of a row with their fields; an address cell that holds several is as many contacts, whose names and phones follow when they are as many. */
function cellulesDe(ligne: Ligne, colonnes: readonly Colonne[]): Lue[] {
  const lues = colonnes.map(
    ({ champ, titre, index }): Lue => ({
      champ,
      titre,
      raw: ligne.cellules[index] ?? null,
      illisible: ligne.illisibles?.get(index),
    }),
  );
  return lues.flatMap((lue) => {
    const [list, rank, key] = lue.champ?.chemin ?? [];
    if (!lue.champ || typeof rank !== 'number' || (key !== 'courriel' && key !== 'nom' && key !== 'telephone'))
      return [lue];
    const mail = lues.find(({ champ }) => champ?.cle === `${list}.${rank}.courriel`);
    const addresses = courriels(texteDe(mail?.raw ?? null));
    const parts = key === 'courriel' ? addresses : enParts(texteDe(lue.raw), addresses.length);
    if (addresses.length < 2 || parts === null) return [lue];
    const used = lues.flatMap(({ champ, raw }) =>
      champ?.chemin[0] === list && texteDe(raw) !== '' ? [Number(champ?.chemin[1])] : [],
    );
    const free = Array.from({ length: used.length + parts.length }, (_, index) => index + 1).filter(
      (one) => !used.includes(one),
    );
    return parts.map((raw, index) => {
      const own = index === 0 ? rank : (free[index - 1] ?? rank);
      const champ = lue.champ && { ...lue.champ, chemin: [list ?? '', own, key], cle: `${list}.${own}.${key}` };
      return { ...lue, champ, raw };
    });
  });
}

/** A value of a closed list, a date or a phone number whose cell is written otherwise; null when the cell says it as it is. */
function traduite(champ: Champ, cell: Cellule, valeur: unknown): string | null {
  const closed = champ.shape.choices !== undefined || champ.chemin.at(-1) === 'telephone' || champ.shape.date === true;
  if (!closed || typeof valeur !== 'string') return null;
  const text = texteDe(cell);
  if (enId(text) === enId(valeur)) return null;
  return champ.shape.date === true && !/^\d{5}([.,]\d+)?$/.test(text) ? null : valeur;
}

/** Whether a cell reads as the field of an entry is written in a form, decimal commas included. */
function dejaDit(entry: Fiche, champ: Champ, cell: Cellule): boolean {
  const value = enCellule(lireChamp(entry, champ.chemin), champ);
  const text = texteDe(cell);
  return text === texteDe(value) || (typeof value === 'number' && text === virgule(value));
}

/** A list that somebody keeps knows nothing of what else the study says: what it gives is added. A form, whose rows carry their ids, comes back whole. */
const ajoutee = (held: unknown, said: unknown): unknown =>
  Array.isArray(held) && Array.isArray(said)
    ? [...held, ...said.filter((one) => !held.some((known) => isDeepStrictEqual(known, one)))]
    : said;

/** Reads the rows below the headings. Nothing is changed: the answer says what would be. */
export function importer(lignes: readonly Ligne[], colonnes: readonly Colonne[], reglages: Reglages): Import {
  const { collection, fiches, cibles, defauts, valeurs } = reglages;
  const result: Import = { nouvelles: [], modifiees: [], identiques: 0, rejets: [], laissees: [], traductions: [] };
  const byId = new Map(fiches.map((fiche) => [String(fiche.id), fiche]));
  const taken = new Set(byId.keys());
  const seen = new Map<string, number>();
  const connus = registre();
  for (const fiche of fiches) connus.noter(fiche, { id: String(fiche.id), ou: 'l’inventaire' });
  const lus = registre();

  for (const ligne of lignes) {
    const left = horsListe(ligne, colonnes);
    if (left !== null) {
      if (left !== 'vide') result.laissees.push({ ligne: ligne.numero, pourquoi: left });
      continue;
    }
    const faults: Rejet[] = [];
    const refuse = (colonne: string | null, cell: Cellule, faute: string, aide: string | null = null): void => {
      faults.push({ ligne: ligne.numero, colonne, valeur: texteDe(cell), faute, aide });
    };
    const cells = new Map<Champ, Cellule>();
    const read: Fiche = {};
    const horsChamps: [string, string][] = [];
    const idCell = colonnes.find(({ champ }) => champ?.cle === 'id');
    const named = idCell ? byId.get(texteDe(ligne.cellules[idCell.index] ?? null)) : undefined;
    for (const { champ, titre, raw, illisible } of cellulesDe(ligne, colonnes)) {
      const text = texteDe(raw);
      if (text === '') continue;
      const known = named && champ && dejaDit(named, champ, raw);
      const spoiled = illisible === undefined ? (known ? null : abimee(text)) : { faute: illisible, aide: null };
      if (spoiled) {
        refuse(titre, raw, spoiled.faute, spoiled.aide);
        continue;
      }
      if (!champ) {
        horsChamps.push([titre, text]);
        continue;
      }
      const said = valeurs[champ.cle]?.[text];
      const cell = said ?? raw;
      cells.set(champ, cell);
      if (champ.cle === 'id') {
        read.id = text;
        continue;
      }
      // What the study says already is not read again: no way of writing it can then be doubtful.
      if (named && dejaDit(named, champ, cell)) {
        poser(read, champ.chemin, lireChamp(named, champ.chemin));
        continue;
      }
      const lecture = lireCellule(cell, champ, champ.shape.reference ? cibles(champ.shape.reference) : undefined);
      if ('faute' in lecture) refuse(titre, raw, lecture.faute, lecture.aide ?? null);
      else {
        poser(read, champ.chemin, lecture.valeur);
        const lu = traduite(champ, cell, lecture.valeur);
        if (lu !== null && said === undefined)
          result.traductions.push({ ligne: ligne.numero, colonne: titre, ecrit: text, lu });
      }
    }

    const name = nomDe(read);
    const given = typeof read.id === 'string' ? read.id : null;
    const met = given === null ? connus.memeNom(read) : undefined;
    const id = given === null ? met?.id : byId.has(given) ? given : enId(given);
    const known = id === undefined ? undefined : byId.get(id);
    if (!known && enId(name) === '' && given === null)
      refuse(null, null, 'la ligne n’a ni nom ni identifiant.', 'Donnez-lui un nom, ou retirez-la.');

    const twin = known ? undefined : given === null && name !== '' ? lus.memeNom(read) : undefined;
    const again = id === undefined ? undefined : seen.get(id);
    if (twin)
      refuse(null, name, `« ${name} » est déjà à ${twin.ou}.`, 'Réunissez les deux lignes, ou distinguez les noms.');
    else if (again !== undefined)
      refuse(null, name, `la fiche « ${id} » est déjà à la ligne ${again}.`, 'Réunissez les deux lignes.');
    else if (!known && given === null) {
      const near = connus.proche(read) ?? lus.proche(read);
      if (near)
        refuse(
          null,
          name,
          `« ${name} » est peut-être « ${near.id} », de ${near.ou}, par ${near.par}.`,
          'Dites-le par une colonne « id » : le même identifiant, ou un nouveau.',
        );
    }

    if (known) {
      if (faults.length === 0) suivre(known, cells, read, ligne.numero);
    } else if (faults.length === 0) {
      const fresh = id !== undefined && id !== '' && !taken.has(id) ? id : idLibre(name || given || '', taken);
      const fiche = ordonner(collection, {
        ...listesVides(collection),
        ...structuredClone(defauts),
        ...completer(collection, read),
        id: fresh,
      });
      for (const { colonne, faute, aide } of fautesDe(collection, fiche)) refuse(colonne, null, faute, aide);
      if (faults.length === 0) {
        taken.add(fresh);
        seen.set(fresh, ligne.numero);
        result.nouvelles.push({ fiche, ligne: ligne.numero, horsChamps });
        lus.noter(fiche, { id: fresh, ou: `la ligne ${ligne.numero}` });
      }
    }
    result.rejets.push(...faults);

    /** An entry that the study has: only the cells that say something else change it. */
    function suivre(before: Fiche, given: ReadonlyMap<Champ, Cellule>, values: Fiche, numero: number): void {
      seen.set(String(before.id), numero);
      const after = structuredClone(before);
      for (const [champ, cell] of given) {
        if (champ.cle === 'id' || dejaDit(before, champ, cell)) continue;
        // Found by its name, an entry keeps it: capitals and accents of a list are no better than those of the study.
        const itsName = ['nom', 'titre', 'libelle'].includes(champ.cle) && enId(texteDe(cell)) === enId(nomDe(before));
        if (itsName && values.id === undefined) continue;
        const said = lireChamp(values, champ.chemin);
        const held = lireChamp(before, champ.chemin);
        poser(after, champ.chemin, values.id === undefined ? ajoutee(held, said) : said);
      }
      const full = ordonner(collection, completer(collection, after));
      const champs = Object.fromEntries(
        Object.entries(full).filter(([key, value]) => !isDeepStrictEqual(value, before[key])),
      );
      if (Object.keys(champs).length === 0) {
        result.identiques++;
        return;
      }
      for (const { colonne, faute, aide } of fautesDe(collection, full)) refuse(colonne, null, faute, aide);
      if (faults.length === 0) result.modifiees.push({ id: String(before.id), ligne: numero, champs });
    }
  }
  return result;
}
