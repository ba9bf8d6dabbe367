/**
 * Changes in the text of a YAML file. Only the characters concerned are replaced: comments, order, blank lines and the way in which everything else is
 * written stay, byte for byte. The result is read again and compared with what was meant before it is answered.
 */

import { isDeepStrictEqual } from 'node:util';
import { isCollection, isMap, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { isRecord } from '../study/record.js';
import type { Step } from '../study/yaml/locate.js';
import { enLigne } from '../study/yaml/one-line.js';
import { rangeOf } from '../study/yaml/ranges.js';
import {
  colonneDe,
  commentairesSous,
  finDe,
  keyOf,
  ligneSuivante,
  type Place,
  RetoucheImpossible,
  trouver,
} from './noeuds.js';
import { bloc, element, paire } from './rendu.js';

export type Retouche =
  /** Gives a value to a key (made where it is missing, after those that precede it in `ordre`) or to an element of a list. */
  | { geste: 'definir'; chemin: readonly Step[]; valeur: unknown; ordre?: readonly string[] }
  /** Takes a key or an element away. */
  | { geste: 'retirer'; chemin: readonly Step[] }
  /** Adds an element at the end of the list at `chemin`. */
  | { geste: 'ajouter'; chemin: readonly Step[]; valeur: unknown; commentaire?: string };

interface Coupe {
  debut: number;
  fin: number;
  texte: string;
}

const commentes = (lines: readonly string[], retrait: number): string =>
  lines.map((line) => `${' '.repeat(retrait)}#${line}\n`).join('');

/** Inserts whole lines before the line that follows `fin`. */
function lignesApres(text: string, fin: number, lines: string): Coupe {
  const at = ligneSuivante(text, fin);
  const broken = at > 0 && text[at - 1] !== '\n';
  return { debut: at, fin: at, texte: `${broken ? '\n' : ''}${lines}\n` };
}

function ajouterCle(
  text: string,
  map: YAMLMap,
  key: string,
  value: unknown,
  ordre: readonly string[],
  inside: boolean,
): Coupe {
  const rank = ordre.indexOf(key);
  const before = map.items.filter(
    (pair) => rank < 0 || (ordre.indexOf(keyOf(pair)) < rank && ordre.includes(keyOf(pair))),
  );
  const after: Pair | undefined = before.at(-1) ?? map.items.at(-1);
  if (!after) {
    const [start, end] = rangeOf(map) ?? [0, 0];
    return { debut: start, fin: end, texte: enLigne({ [key]: value }) };
  }
  const [keyStart, keyEnd] = rangeOf(after.key) ?? [0, 0];
  const fin = Math.max(keyEnd, finDe(after.value, keyEnd));
  if (inside || map.flow) return { debut: fin, fin, texte: `, ${enLigne({ [key]: value }).slice(2, -2)}` };
  const first = rangeOf(map.items[0]?.key)?.[0] ?? keyStart;
  const retrait = colonneDe(text, first);
  return lignesApres(text, fin, ' '.repeat(retrait) + paire(key, value, retrait));
}

function remplacer(text: string, place: Place, value: unknown): Coupe {
  const { node, pair } = place;
  const [keyStart, keyEnd] = pair ? (rangeOf(pair.key) ?? [0, 0]) : [0, 0];
  const range = rangeOf(node);
  const inside = place.enLigne;
  const flat = isCollection(node) ? node.flow === true : true;
  if (inside || (!pair && flat)) {
    if (!range) throw new RetoucheImpossible('la valeur est écrite d’une façon que le programme ne sait pas changer.');
    return { debut: range[0], fin: range[1], texte: enLigne(value) };
  }
  if (!pair) {
    const [start] = range ?? [0, 0];
    const fin = finDe(node, start);
    const written = bloc(value, colonneDe(text, start));
    // The end of a block of text is that of its last line, whose end goes with it.
    const tail = text[fin - 1] === '\n' && !written.endsWith('\n') ? '\n' : '';
    return { debut: start, fin, texte: written + tail };
  }
  // From the key to the end of its value: a value on the lines below may become one on the line of its key, and back.
  const retrait = colonneDe(text, keyStart);
  const fin = Math.max(keyEnd, finDe(node, keyEnd));
  const colon = text.indexOf(':', keyEnd) + 1;
  const kept = commentes(commentairesSous(node), retrait);
  const written = paire(keyOf(pair), value, retrait);
  const tail = text[fin - 1] === '\n' && fin > colon ? '\n' : '';
  if (kept === '' || node === null) return { debut: keyStart, fin: Math.max(fin, colon), texte: written + tail };
  if (flat && !text.slice(range?.[0], fin).includes('#')) return { debut: keyStart, fin, texte: written + tail };
  return { debut: keyStart, fin, texte: `${kept.trimStart()}${' '.repeat(retrait)}${written}${tail}` };
}

type Ajout = Extract<Retouche, { geste: 'ajouter' }>;

const noteDe = ({ commentaire }: Ajout): string[] =>
  commentaire === undefined ? [] : commentaire.split('\n').map((line) => ` ${line}`);

/** All that is added to an empty list takes the place of its brackets. */
function remplirListe({ node, parent }: Place, ajouts: readonly Ajout[]): Coupe {
  const [start, end] = rangeOf(node) ?? [0, 0];
  const texte =
    parent === null
      ? ajouts.map((ajout) => `${commentes(noteDe(ajout), 0)}${element(ajout.valeur, 0)}`).join('\n')
      : enLigne(ajouts.map(({ valeur }) => valeur));
  return { debut: start, fin: end, texte };
}

/** What is added to each list that has no element yet. */
function ajoutsAuVide(root: unknown, retouches: readonly Retouche[]): { place: Place; ajouts: Ajout[] }[] {
  const found = new Map<unknown, { place: Place; ajouts: Ajout[] }>();
  for (const retouche of retouches) {
    const place = retouche.geste === 'ajouter' ? trouver(root, retouche.chemin) : null;
    if (retouche.geste !== 'ajouter' || !place || !isSeq(place.node) || place.node.items.length > 0) continue;
    found.set(place.node, { place, ajouts: [...(found.get(place.node)?.ajouts ?? []), retouche] });
  }
  return [...found.values()];
}

function ajouterElement(text: string, place: Place, ajout: Ajout): Coupe {
  const { node } = place;
  if (!isSeq(node)) throw new RetoucheImpossible('une liste était attendue à cet endroit.');
  const { valeur: value } = ajout;
  const last: unknown = node.items.at(-1);
  const [start, end] = rangeOf(node) ?? [0, 0];
  const note = noteDe(ajout);
  const fin = finDe(last, end);
  if (node.flow || place.enLigne) return { debut: fin, fin, texte: `, ${enLigne(value)}` };
  const first = rangeOf(node.items[0])?.[0] ?? start;
  const retrait = colonneDe(text, text.lastIndexOf('-', first));
  // Entries separated by a blank line stay so.
  const second = rangeOf(node.items[1])?.[0];
  const apart = second !== undefined && /\n[ \t]*\r?\n[ \t]*(#[^\n]*\n[ \t]*)*-?\s*$/.test(text.slice(first, second));
  const lines = `${commentes(note, retrait)}${' '.repeat(retrait)}${element(value, retrait)}`;
  return lignesApres(text, fin, apart ? `\n${lines}` : lines);
}

function retirer(text: string, place: Place): Coupe {
  const { node, pair, parent } = place;
  const start = (pair ? rangeOf(pair.key) : rangeOf(node))?.[0] ?? 0;
  const end = finDe(node, (pair ? rangeOf(pair.key)?.[1] : undefined) ?? start);
  const items: readonly unknown[] = parent?.items ?? [];
  const rank = items.indexOf(pair ?? node);
  if (place.enLigne) {
    const next = items[rank + 1];
    const edge = (item: unknown): unknown => (pair ? (item as Pair).key : item);
    if (next !== undefined) return { debut: start, fin: rangeOf(edge(next))?.[0] ?? end, texte: '' };
    const previous = items[rank - 1];
    const from = previous === undefined ? start : finDe(pair ? (previous as Pair).value : previous, start);
    return { debut: from, fin: end, texte: '' };
  }
  if (items.length === 1) throw new RetoucheImpossible('c’est le seul élément : retirez ce qui le contient.');
  const from = pair ? start : text.lastIndexOf('-', start);
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  if (/\S/.test(text.slice(lineStart, from)))
    throw new RetoucheImpossible('la première clé d’une fiche ne peut pas être retirée seule.');
  const kept = commentes(commentairesSous(node), from - lineStart);
  return { debut: lineStart, fin: ligneSuivante(text, end), texte: kept };
}

function coupeDe(text: string, root: unknown, retouche: Retouche): Coupe {
  const { geste, chemin } = retouche;
  const place = trouver(root, chemin);
  if (geste === 'ajouter') {
    if (!place) throw new RetoucheImpossible('la liste à compléter n’existe pas.');
    return ajouterElement(text, place, retouche);
  }
  if (geste === 'retirer') {
    if (!place?.parent) throw new RetoucheImpossible('il n’y a rien à retirer à cet endroit.');
    return retirer(text, place);
  }
  if (place) return remplacer(text, place, retouche.valeur);
  const holder = trouver(root, chemin.slice(0, -1));
  const key = chemin.at(-1);
  if (!holder || !isMap(holder.node) || typeof key !== 'string')
    throw new RetoucheImpossible('la fiche à changer n’existe pas.');
  return ajouterCle(text, holder.node, key, retouche.valeur, retouche.ordre ?? [], holder.enLigne);
}

/** Depth of what a change adds: at one place, the end of a list comes before the key that follows the list. */
const niveauDe = ({ geste, chemin }: Retouche): number => chemin.length + (geste === 'ajouter' ? 1 : 0);

/** 1 for what is only added: at one place, it comes before what starts there. */
const apport = ({ debut, fin }: Coupe): number => (debut === fin ? 1 : 0);

/** What the values must be once the changes are made. */
function attendu(value: unknown, retouches: readonly Retouche[]): unknown {
  const copy: unknown = structuredClone(value);
  const taken: [unknown, Step][] = [];
  for (const retouche of retouches) {
    const path = retouche.geste === 'ajouter' ? retouche.chemin : retouche.chemin.slice(0, -1);
    const holder: unknown = path.reduce<unknown>((at, step) => (at as Record<Step, unknown>)[step], copy);
    const step = retouche.chemin.at(-1);
    if (retouche.geste === 'ajouter') (holder as unknown[]).push(retouche.valeur);
    else if (step === undefined) return retouche.geste === 'definir' ? retouche.valeur : null;
    else if (retouche.geste === 'definir') (holder as Record<Step, unknown>)[step] = retouche.valeur;
    else taken.push([holder, step]);
  }
  // From the last to the first: the ranks of the others hold.
  for (const [holder, step] of taken.sort(([, a], [, b]) => Number(b) - Number(a) || 0)) {
    if (Array.isArray(holder)) holder.splice(Number(step), 1);
    else if (isRecord(holder)) delete holder[String(step)];
  }
  return copy;
}

/**
 * The text with all `retouches` made. Paths are those of the text as given: an element added or removed by one change does not move the others.
 * Throws a `RetoucheImpossible` for a change that the text cannot receive, an `Error` when the result is not what was meant (a fault of the program).
 */
export function retoucher(text: string, retouches: readonly Retouche[]): string {
  if (retouches.length === 0) return text;
  const crlf = /\r\n/.test(text);
  const source = crlf ? text.replaceAll('\r\n', '\n') : text;
  const doc = parseDocument(source, { logLevel: 'silent' });
  if (doc.errors.length > 0)
    throw new RetoucheImpossible('le fichier n’est pas du YAML correct : corrigez-le d’abord.');
  const vides = ajoutsAuVide(doc.contents, retouches);
  const ensemble = new Set<Retouche>(vides.flatMap(({ ajouts }) => ajouts));
  const coupes = [
    ...vides.map(({ place, ajouts }) => ({ ...remplirListe(place, ajouts), rank: 0, niveau: 0 })),
    ...retouches
      .filter((retouche) => !ensemble.has(retouche))
      .map((retouche, rank) => ({ ...coupeDe(source, doc.contents, retouche), rank, niveau: niveauDe(retouche) })),
  ].sort((a, b) => a.debut - b.debut || apport(b) - apport(a) || b.niveau - a.niveau || a.rank - b.rank);
  let result = '';
  let from = 0;
  for (const { debut, fin, texte } of coupes) {
    if (debut < from) throw new RetoucheImpossible('deux changements portent sur le même endroit.');
    result += source.slice(from, debut) + texte;
    from = fin;
  }
  result += source.slice(from);
  const after = parseDocument(result, { logLevel: 'silent' });
  const wanted = attendu(doc.toJS(), retouches);
  if (after.errors.length > 0 || !isDeepStrictEqual(after.toJS(), wanted))
    throw new Error(
      `the patched text does not read as meant:\n${after.errors.map(({ message }) => message).join('\n')}`,
    );
  return crlf ? result.replaceAll('\n', '\r\n') : result;
}
