/** One row of a table, read by the fields of its columns: what it says, and what in it does not fit. */

import { ditInconnue } from '../study/valeurs/douteuses.js';
import { enId } from '../study/valeurs/ecritures.js';
import { virgule } from '../texte/nombres.js';
import { abimee, estErreur } from './abimees.js';
import { type Cellule, type Cibles, ditTout, enCellule, lireCellule, texteDe } from './cellules.js';
import { type Champ, lireChamp } from './champs.js';
import { courriels, enParts } from './ecrits-usuels.js';
import type { Colonne } from './entete.js';
import type { Fiche } from './fiche.js';
import type { Ligne } from './tableau.js';

export interface Rejet {
  ligne: number;
  colonne: string | null;
  valeur: string;
  faute: string;
  aide: string | null;
}

const TOTAL = /^\s*(sous[- ]?)?(total|totaux|somme|ensemble)\b/i;
/** Sets the value of a column in an entry, making what holds it. */
export function poser(entry: Fiche, chemin: Champ['chemin'], value: unknown): void {
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
export function horsListe(ligne: Ligne, colonnes: readonly Colonne[]): string | null {
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

/** « 2016-2018 », « de 2016 à 2018 »: a year of beginning and one of end. */
const PERIODE = /^(?:de )?((?:19|20)\d{2})\s*(?:[-–—/]|à)\s*((?:19|20)\d{2})$/;

/** A cell that holds two fields, when the other has none of its own in the row: the address written where a contact is named, the end of a period beside its beginning. */
function separees(lues: readonly Lue[]): (lue: Lue) => Lue[] {
  const dite = (cle: string): boolean => lues.some(({ champ, raw }) => champ?.cle === cle && texteDe(raw) !== '');
  const en = (lue: Lue, chemin: readonly (string | number)[], raw: string): Lue => ({
    ...lue,
    champ: lue.champ && { ...lue.champ, chemin: [...chemin], cle: chemin.join('.') },
    raw,
  });
  return (lue) => {
    const { champ, raw } = lue;
    const text = texteDe(raw);
    const [list, rank, key] = champ?.chemin ?? [];
    if (champ?.cle === 'debut' && !dite('fin')) {
      const [, from, to] = PERIODE.exec(text) ?? [];
      return from !== undefined && to !== undefined && from <= to
        ? [en(lue, ['debut'], from), en(lue, ['fin'], to)]
        : [lue];
    }
    const [address, ...others] = courriels(text);
    if (key !== 'nom' || list === undefined || rank === undefined || address === undefined || others.length > 0)
      return [lue];
    if (dite(`${list}.${rank}.courriel`)) return [lue];
    const name = text
      .replace(address, ' ')
      .replace(/mailto:|[<>()[\]]/g, ' ')
      .replace(/^[\s:;,–-]+|[\s:;,–-]+$/g, '');
    return [...(name === '' ? [] : [en(lue, [list, rank, 'nom'], name)]), en(lue, [list, rank, 'courriel'], address)];
  };
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
  return lues.flatMap(separees(lues)).flatMap((lue) => {
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
export function dejaDit(entry: Fiche, champ: Champ, cell: Cellule): boolean {
  const value = enCellule(lireChamp(entry, champ.chemin), champ);
  const text = texteDe(cell);
  return text === texteDe(value) || (typeof value === 'number' && text === virgule(value));
}

/** A cell read as another word than the one written: a usual word of a closed list, a number of days, a phone that lost its zero. */
export interface Traduction {
  ligne: number;
  colonne: string;
  ecrit: string;
  /** Null for what says that nothing is known: the cell is read as a blank one. */
  lu: string | null;
}

export interface LigneLue {
  /** The fields that the row gives. */
  valeurs: Fiche;
  /** Its cells, as they are read. */
  cellules: ReadonlyMap<Champ, Cellule>;
  /** Cells of the columns that are no field, with their headings. */
  horsChamps: [string, string][];
  rejets: Rejet[];
  traductions: Traduction[];
}

export interface ReglagesLecture {
  /** Ids that each reference may name. */
  cibles: (reference: string) => Cibles;
  /** Words of the table and what they stand for in the study: `{ type: { Asso: association } }`. */
  valeurs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** `connue` is the entry of the study that the row names by its id: what it says already is not read again, so that no way of writing it can be doubtful. */
export function lireLigne(
  ligne: Ligne,
  colonnes: readonly Colonne[],
  { cibles, valeurs: mots }: ReglagesLecture,
  connue: Fiche | undefined,
): LigneLue {
  const valeurs: Fiche = {};
  const cellules = new Map<Champ, Cellule>();
  const horsChamps: [string, string][] = [];
  const rejets: Rejet[] = [];
  const traductions: Traduction[] = [];
  const refuse = (colonne: string, raw: Cellule, { faute, aide = null }: { faute: string; aide?: string | null }) => {
    rejets.push({ ligne: ligne.numero, colonne, valeur: texteDe(raw), faute, aide });
  };
  for (const { champ, titre, raw, illisible } of cellulesDe(ligne, colonnes)) {
    const text = texteDe(raw);
    if (text === '') continue;
    const said = champ && mots[champ.cle]?.[text];
    const cell = said ?? raw;
    const known = connue && champ && dejaDit(connue, champ, cell);
    const spoiled = illisible === undefined ? (known ? null : abimee(text)) : { faute: illisible };
    // In a column computed by the spreadsheet that no field takes, an error spoils nothing of the row: it is kept as a comment is.
    if (spoiled && (champ || illisible !== undefined || !estErreur(text))) {
      refuse(titre, raw, spoiled);
      continue;
    }
    if (!champ) {
      horsChamps.push([titre, text]);
      continue;
    }
    if (champ.cle === 'id') {
      cellules.set(champ, cell);
      valeurs.id = text;
      continue;
    }
    if (known) {
      cellules.set(champ, cell);
      poser(valeurs, champ.chemin, lireChamp(connue, champ.chemin));
      continue;
    }
    const targets = champ.shape.reference ? cibles(champ.shape.reference) : undefined;
    const lecture = lireCellule(cell, champ, targets);
    if ('faute' in lecture && said === undefined && ditInconnue(text)) {
      traductions.push({ ligne: ligne.numero, colonne: titre, ecrit: text, lu: null });
      continue;
    }
    cellules.set(champ, cell);
    if ('faute' in lecture) {
      refuse(titre, raw, lecture);
      continue;
    }
    poser(valeurs, champ.chemin, lecture.valeur);
    const lu = ditTout(text, champ, targets)
      ? [...(targets?.keys() ?? [])].join(', ')
      : traduite(champ, cell, lecture.valeur);
    if (lu !== null && said === undefined) traductions.push({ ligne: ligne.numero, colonne: titre, ecrit: text, lu });
  }
  return { valeurs, cellules, horsChamps, rejets, traductions };
}
