/** One value, one cell: how each kind of field is written in a table, and read from what people write there. */

import { isRecord } from '../study/record.js';
import type { Shape } from '../study/shape.js';
import { aideDeLaDate, aideDuNombre } from '../study/valeurs/douteuses.js';
import {
  AIDE_HORS_TAXES,
  booleenDe,
  dateDe,
  dateDeTableur,
  enId,
  horsTaxes,
  nombreDe,
} from '../study/valeurs/ecritures.js';
import { motUsuel } from '../study/valeurs/mots-usuels.js';
import { readYaml } from '../study/yaml/nesting.js';
import { enLigne } from '../study/yaml/one-line.js';
import { sansEntites } from '../texte/entites-html.js';
import { nu } from '../texte/identifiant.js';
import { virgule } from '../texte/nombres.js';
import { vouliezVousDire } from '../texte/ordre.js';
import type { Champ } from './champs.js';
import { aUneUnite, courrielDe, sansUnite, telephoneDe } from './ecrits-usuels.js';

/** What a table holds in a cell. Dates come as AAAA-MM-JJ. */
export type Cellule = string | number | boolean | null;

/** Ids of what a reference may name, with the words by which it is known (label, name, acronym). */
export type Cibles = ReadonlyMap<string, readonly string[]>;

export type Lecture = { valeur: unknown } | { faute: string; aide?: string };

const isText = (shape: Shape): boolean => shape.types?.includes('string') ?? false;
const isNumber = (shape: Shape): boolean =>
  shape.types?.some((type) => type === 'number' || type === 'integer') ?? false;

/** Separators of a list in a cell: line ends, then semicolons, bars; commas and slashes only between words of a closed list. */
const OUVERTS = /\s*(?:\r?\n|[;|•])\s*/;
const FERMES = /\s*(?:\r?\n|[;|•,/+]|\set\s)\s*/;

/** A number as text that reads back the same: « 16,404 » may be thousands, « 16,4040 » is not. */
export function nombreSur(value: number): string {
  const text = virgule(value);
  return nombreDe(text) === null ? `${text}0` : text;
}

/** A value as a cell that reads back the same. */
export function enCellule(value: unknown, champ: Champ): Cellule {
  if (value === undefined || value === null) return null;
  if (champ.forme === 'liste' && Array.isArray(value)) {
    if (value.length === 0) return null;
    const simple = value.every(
      (item) => typeof item === 'string' && item.trim() === item && !/[;|•\n\r[{]/.test(item) && item !== '',
    );
    const closed = Boolean(champ.shape.reference ?? champ.shape.choices);
    if (simple) return value.join(closed ? ' ; ' : '\n');
    return enLigne(value);
  }
  if (champ.forme === 'montant' && isRecord(value))
    return [value.min, value.mode, value.max].map((part) => nombreSur(Number(part))).join(' ; ');
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && isNumber(champ.shape)) return value;
  return enLigne(value);
}

/** The text of a cell: entities read, control characters and outer spaces dropped. */
export function texteDe(cell: Cellule): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  return sansEntites(String(cell))
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim();
}

const faute = (message: string, aide?: string): Lecture =>
  aide === undefined ? { faute: message } : { faute: message, aide };

function enReference(text: string, cibles: Cibles): Lecture {
  if (cibles.has(text)) return { valeur: text };
  // A spreadsheet takes the first zero of a code away.
  if (/^\d{4}$/.test(text) && cibles.has(`0${text}`)) return { valeur: `0${text}` };
  const meant = enId(text);
  const found = [...cibles].filter(([id, words]) =>
    [id, ...words].some((word) => enId(word) === meant && meant !== ''),
  );
  if (found.length === 1) return { valeur: found[0]?.[0] };
  if (found.length > 1)
    return faute(
      `« ${text} » désigne plusieurs fiches : ${found.map(([id]) => id).join(', ')}.`,
      'Écrivez l’identifiant.',
    );
  const words = [...cibles].flatMap(([id, own]) => [id, ...own]);
  return faute(
    `« ${text} » n'est dans aucune fiche connue.`,
    vouliezVousDire(text, words) ??
      (cibles.size === 0
        ? 'L’étude n’en a encore aucune.'
        : cibles.size <= 12
          ? `Connus : ${[...cibles.keys()].join(', ')}.`
          : undefined),
  );
}

/** « asso » for « association »: the only word that begins so. */
function abrege(text: string, choices: readonly string[]): string | undefined {
  const short = enId(text);
  const longer = short.length >= 3 ? choices.filter((choice) => enId(choice).startsWith(short)) : [];
  return longer.length === 1 ? `Vouliez-vous dire « ${longer[0]} » ?` : undefined;
}

function uneValeur(text: string, { shape, cle, chemin }: Champ, cibles: Cibles | undefined): Lecture {
  if (cibles) return enReference(text, cibles);
  if (shape.choices) {
    const found = shape.choices.find((choice) => enId(choice) === enId(text));
    if (found !== undefined) return { valeur: found };
    const usual = motUsuel(cle, text);
    if (usual !== undefined && shape.choices.includes(usual)) return { valeur: usual };
    const near = vouliezVousDire(text, shape.choices) ?? abrege(text, shape.choices);
    return faute(
      `« ${text} » n'est pas une valeur admise.`,
      `${near ? `${near} ` : ''}Valeurs : ${shape.choices.join(', ')}.`,
    );
  }
  if (shape.types?.includes('boolean')) {
    const value = booleenDe(text);
    return value === null ? faute(`« ${text} » n'est ni oui ni non.`) : { valeur: value };
  }
  if (isNumber(shape) && !(isText(shape) && nombreDe(text) === null)) {
    const value = nombreDe(sansUnite(text, cle), shape);
    if (value === null) return faute(`« ${text} » n'est pas un nombre sûr.`, nombreAttendu(text, shape));
    if (shape.types?.includes('integer') && !shape.types.includes('number') && !Number.isInteger(value))
      return faute(`« ${text} » n'est pas un nombre entier.`);
    return { valeur: value };
  }
  const last = chemin.at(-1);
  return { valeur: last === 'telephone' ? telephoneDe(text) : last === 'courriel' ? courrielDe(text) : text };
}

/** What a number of this field is: a whole number, as its schema says it, or an example. */
function nombreAttendu(text: string, shape: Shape): string {
  if (horsTaxes(text)) return AIDE_HORS_TAXES;
  const { types, description } = shape;
  const whole = types?.includes('integer') && !types.includes('number');
  const wanted =
    whole || description ? `Attendu : un nombre ${whole ? 'entier ' : ''}seul. ${description ?? ''}`.trim() : null;
  return aideDuNombre(text, shape, virgule) ?? wanted ?? 'Exemple : 12 500,50.';
}

const isDate = (shape: Shape): boolean => shape.date === true;

function enMontant(text: string, cle: string): Lecture {
  const parts = text
    .split(/\s*(?:;|\n|\s[àa]\s|\set\s|\s[-–]\s)\s*/)
    .map((part) => sansUnite(part.replace(/^(de|entre|min|max|mode)\s*:?\s*/i, ''), cle));
  const numbers = parts.map((part) => nombreDe(part));
  if (numbers.some((value) => value === null))
    return faute(
      `« ${text} » n'est pas un ${aUneUnite(cle) ? 'nombre' : 'montant'} sûr.`,
      horsTaxes(text)
        ? AIDE_HORS_TAXES
        : `Exemple : ${aUneUnite(cle) ? '2,5, ou 2 ; 3 ; 5' : '12 500,50, ou 10 000 ; 12 500 ; 18 000'} (bas ; probable ; haut).`,
    );
  const [first = 0, second = 0, third = 0] = numbers.map(Number);
  if (numbers.length === 1) return { valeur: first };
  if (numbers.length === 3 && first <= second && second <= third)
    return { valeur: { min: first, mode: second, max: third } };
  if (numbers.length === 2)
    return faute(`« ${text} » n'a que deux montants.`, 'Donnez aussi le plus probable : bas ; probable ; haut.');
  return faute(`« ${text} » : les trois montants vont du plus bas au plus haut.`);
}

/** Parts of a label that a separator cuts: « Bois, forêt et haies » is four. */
const PARTS_MAX = 6;

/** Values of a closed list in a cell. A known label may hold what parts values (« Mobilier et objets, Matériaux »): the longest known one is taken. */
function valeursDe(text: string, connue: (part: string) => boolean): string[] {
  const ends = [...text.matchAll(new RegExp(FERMES, 'g'))];
  const starts = [0, ...ends.map((cut) => cut.index + cut[0].length)];
  const stops = [...ends.map((cut) => cut.index), text.length];
  const found: string[] = [];
  for (let from = 0; from < starts.length; ) {
    let to = Math.min(starts.length, from + PARTS_MAX) - 1;
    const slice = (last: number): string => text.slice(starts[from], stops[last]);
    while (to > from && !connue(slice(to))) to--;
    found.push(slice(to));
    from = to + 1;
  }
  return found;
}

/** « tous », « tous les publics », « toutes fonctions »: what follows is the name of the vocabulary. */
const TOUS = /^tou(?:s|tes)(?: (?:les )?([a-z]+))?$/;
/** « tout le monde », and « les deux » of a vocabulary of two words. */
const ENSEMBLE: Readonly<Record<string, number>> = { 'les deux': 2, 'les trois': 3, 'les quatre': 4 };
function tousEnsemble(text: string, vocabulary: string | undefined, nombre: number): boolean {
  const plain = nu(text);
  return (plain === 'tout le monde' && vocabulary === 'publics') || ENSEMBLE[plain] === nombre;
}

/** Whether a cell names a whole vocabulary of the study by one word, that none of its words is. */
export function ditTout(text: string, { shape, forme }: Champ, cibles: Cibles | undefined): boolean {
  const [collection, vocabulary] = shape.reference?.split('.') ?? [];
  if (forme !== 'liste' || cibles === undefined || collection !== 'etude') return false;
  const [all, named = vocabulary] = TOUS.exec(nu(text)) ?? [];
  const told = (all !== undefined && named === vocabulary) || tousEnsemble(text, vocabulary, cibles.size);
  return told && 'faute' in enReference(text, cibles);
}

/** What a cell says for a field; `cibles` are the ids that it may name, where it names some. */
export function lireCellule(cell: Cellule, champ: Champ, cibles: Cibles | undefined): Lecture {
  const { shape, forme } = champ;
  const text = texteDe(cell);
  if (forme === 'libre' || (forme === 'liste' && /^\[.*\]$/s.test(text))) {
    try {
      return { valeur: readYaml(text) };
    } catch {
      return faute(
        `« ${text} » n'a pas la forme attendue.`,
        'Reprenez la forme des autres lignes du formulaire : { clé: valeur }.',
      );
    }
  }
  if (forme === 'montant')
    return typeof cell === 'number' ? { valeur: cell } : enMontant(text, String(champ.chemin.at(-1)));
  if (ditTout(text, champ, cibles)) return { valeur: [...(cibles?.keys() ?? [])] };
  if (forme === 'liste') {
    const closed = Boolean(cibles ?? shape.choices);
    const whole = closed ? uneValeur(text, champ, cibles) : undefined;
    if (whole && 'valeur' in whole) return { valeur: [whole.valeur] };
    const read = (closed ? valeursDe(text, (part) => 'valeur' in uneValeur(part, champ, cibles)) : text.split(OUVERTS))
      .filter((part) => part !== '')
      .map((part) => uneValeur(part.replace(/^[-–]\s+/, ''), champ, cibles));
    const wrong = read.find((one) => 'faute' in one);
    if (wrong) return wrong;
    return { valeur: [...new Set(read.map((one) => ('valeur' in one ? one.valeur : null)))] };
  }
  if (isDate(shape)) {
    const date = dateDe(text) ?? dateDeTableur(text);
    return date === null
      ? faute(`« ${text} » n'est pas une date.`, aideDeLaDate(text) ?? 'Exemples : 15/02/2018, 02/2018, 2018.')
      : { valeur: date };
  }
  if (typeof cell === 'number' && isNumber(shape)) {
    const whole = shape.types?.includes('integer') && !shape.types.includes('number');
    return whole && !Number.isInteger(cell) ? faute(`${cell} n'est pas un nombre entier.`) : { valeur: cell };
  }
  return uneValeur(text, champ, cibles);
}
