/** Which readers may say anything of a sentence, by the first letters of its words: one pass over its signs, before any pattern of theirs is tried. */
import { numberAt } from '../../../lists/at.js';
import { phraseNue } from '../../../texte/identifiant.js';

/**
 * What a sentence has at least for a reader to say something: one of each of these lists. « vali » is any word that begins so, without accents nor
 * capitals, « est$ » that word alone; « # » is a number in digits, « € » and « % » these signs.
 */
export type Indices = readonly (readonly string[])[];

/** Letters of a word that are looked at; of a longer index these are, and none is shorter than what tells that a word may have one. */
const ASSEZ = 5;
const COURT = 3;

/** What an index of the lists may be of a word, each once: the word alone, then its beginnings. */
const indicesDe = (word: string): string[] =>
  /^\d/.test(word)
    ? ['#']
    : /^[€%]/.test(word)
      ? [word]
      : [`${word}$`, ...[3, 4, ASSEZ].filter((length) => length <= word.length).map((length) => word.slice(0, length))];

/** The words that begin so, those that are so alone (« a$ »), numbers and signs. */
function motifDe(debuts: readonly string[]): RegExp {
  const alone = debuts.flatMap((one) => (one.endsWith('$') ? [one.slice(0, -1)] : []));
  const begun = debuts.filter((one) => !one.endsWith('$'));
  const of = (list: readonly string[]): string => `(?:${list.join('|') || '(?!)'})`;
  return new RegExp(`(?<![a-z])(?:${of(begun)}[a-z]*|${of(alone)}(?![a-z]))|\\d+|[€%]`, 'g');
}

const AUCUNE: readonly number[] = [];
const AUCUN_MOT: readonly string[] = [];

/** For the indices of some readers, the ranks of those that may say something of a text, in their order. */
export function candidats(indices: readonly Indices[]): (texte: string) => number[] {
  const ofIndex = new Map<string, number[]>();
  /** How the words that have an index begin: most words begin otherwise, and the engine of patterns passes over them. */
  const starts = new Set<string>();
  let count = 0;
  const readers = indices.map((lists) =>
    lists.map((list) => {
      for (const told of list) {
        const indice = told.endsWith('$') ? told : told.slice(0, ASSEZ);
        ofIndex.set(indice, [...(ofIndex.get(indice) ?? []), count]);
        if (/^[a-z]/.test(indice)) starts.add(indice.length > COURT ? indice.slice(0, COURT) : indice);
      }
      return count++;
    }),
  );
  /** The lists of which a word has an index: the same words come back. */
  const known = new Map<string, readonly number[]>();
  const listsOf = (word: string): readonly number[] => {
    const kept = known.get(word);
    if (kept) return kept;
    const found = indicesDe(word).flatMap((indice) => ofIndex.get(indice) ?? AUCUNE);
    known.set(word, found);
    return found;
  };
  const ofReader = readers.flatMap((lists, reader) => lists.map(() => reader));
  const pattern = motifDe([...starts]);
  /** The turn at which a list had an index, and for each reader the turn of the last one and how many of its lists had one then. */
  const seen = new Uint32Array(count);
  const last = new Uint32Array(readers.length);
  const held = new Uint32Array(readers.length);
  let turn = 0;
  return (texte) => {
    turn++;
    const found: number[] = [];
    for (const word of phraseNue(texte).match(pattern) ?? AUCUN_MOT) {
      const lists = listsOf(word);
      for (let i = 0; i < lists.length; i++) {
        const list = numberAt(lists, i);
        if (seen[list] === turn) continue;
        seen[list] = turn;
        const reader = numberAt(ofReader, list);
        const of = last[reader] === turn ? numberAt(held, reader) + 1 : 1;
        last[reader] = turn;
        held[reader] = of;
        if (of === readers[reader]?.length) found.push(reader);
      }
    }
    return found.sort((a, b) => a - b);
  };
}

const MOT = /[a-z]{3,}/g;
const VIDES: ReadonlySet<string> = new Set([
  'les',
  'des',
  'une',
  'aux',
  'par',
  'pour',
  'sur',
  'dans',
  'avec',
  'sans',
  'que',
  'qui',
]);
/** The beginnings of the words of some names, that are without accents: a sentence that has one of these names has one of them. */
export const debutsDe = (noms: Iterable<string>): string[] => [
  ...new Set(
    [...noms].flatMap((nom) =>
      [...(nom.match(MOT) ?? []), ...(nom.match(/\d/) ? ['#'] : [])]
        .filter((word) => !VIDES.has(word))
        .map((word) => word.slice(0, ASSEZ)),
    ),
  ),
];
