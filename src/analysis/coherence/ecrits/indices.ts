/** Which readers may say anything of a sentence, by the first letters of its words: one pass over its signs, before any pattern is tried. */
import { numberAt } from '../../../lists/at.js';

/**
 * What a sentence has at least for a reader to say something: one of each of these lists. « vali » is any word that begins so, without accents nor
 * capitals, « est$ » that word alone; « # » is a number in digits, « € » and « % » these signs.
 */
export type Indices = readonly (readonly string[])[];

/** Letters of a word that are looked at: two that share them are told apart by the patterns. */
const PLUS_LONG = 5;
const BASE = 32;
/** Letters by which a word is looked for or not; no index is shorter, but for whole words. */
const COURT = 3;

/** From the code of a sign to the letter that it is without its accent, from 1; 0 for what ends a word, −1 for what is no sign of it. */
const LETTRES = ((): Int8Array => {
  const codes = new Int8Array(0x180);
  for (let letter = 0; letter < 26; letter++) codes[97 + letter] = codes[65 + letter] = letter + 1;
  for (let code = 0xc0; code < 0x180; code++) {
    // « œ » is read « o », and its word by that letter and those that follow it.
    const bare =
      code === 0x152 || code === 0x153
        ? 'o'
        : code === 0xe6 || code === 0xc6
          ? 'a'
          : String.fromCharCode(code).normalize('NFD')[0]?.toLowerCase();
    const letter = bare === undefined ? 0 : bare.charCodeAt(0) - 96;
    if (letter >= 1 && letter <= 26) codes[code] = letter;
  }
  codes[0xad] = -1;
  return codes;
})();

const lettreDe = (code: number): number =>
  code < 0x180
    ? numberAt(LETTRES, code)
    : (code >= 0x300 && code < 0x370) || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff
      ? -1
      : 0;

/** Numbers that are no beginning of a word. */
const [CHIFFRE, EURO, POUR_CENT] = [27, 28, 29];
const FINI = 30;

const EN_NOMBRE: Readonly<Record<string, number>> = { '#': CHIFFRE, '€': EURO, '%': POUR_CENT };

/** The number that stands for the letters of an index. */
function nombreDe(indice: string): number {
  const sign = EN_NOMBRE[indice];
  if (sign !== undefined) return sign;
  let value = 0;
  const whole = indice.endsWith('$');
  const letters = whole ? indice.slice(0, -1) : indice;
  for (let i = 0; i < Math.min(letters.length, PLUS_LONG); i++) value = value * BASE + lettreDe(letters.charCodeAt(i));
  return whole && letters.length <= PLUS_LONG ? value * BASE + FINI : value;
}

/** For the indices of some readers, the ranks of those that may say something of a text, in their order. */
export function candidats(indices: readonly Indices[]): (texte: string) => number[] {
  const groups = new Map<number, number[]>();
  /** The first letters of all of them: most words have others, and are not looked for. */
  const debuts = new Uint8Array(BASE ** COURT);
  let count = 0;
  const ranks = indices.map((lists) =>
    lists.map((list) => {
      const group = count++;
      for (const indice of list) {
        const code = nombreDe(indice);
        const known = groups.get(code);
        if (known) known.push(group);
        else groups.set(code, [group]);
        let start = code;
        while (start >= debuts.length) start = Math.floor(start / BASE);
        debuts[start] = 1;
      }
      return group;
    }),
  );
  const seen = new Uint32Array(count);
  let turn = 0;
  const mark = (code: number): void => {
    const found = groups.get(code);
    if (found) for (const group of found) seen[group] = turn;
  };
  return (texte) => {
    turn++;
    let [value, length, start] = [0, 0, 0];
    for (let i = 0; i <= texte.length; i++) {
      const sign = i < texte.length ? texte.charCodeAt(i) : 0x20;
      const letter = sign >= 0x61 && sign <= 0x7a ? sign - 0x60 : lettreDe(sign);
      if (letter < 0) continue;
      if (letter > 0) {
        if (length < PLUS_LONG) value = value * BASE + letter;
        length++;
        if (length === COURT) start = value;
        if (length >= COURT && length <= PLUS_LONG && debuts[start] === 1) mark(value);
        continue;
      }
      if (length > 0 && length <= PLUS_LONG && (length < COURT || debuts[start] === 1)) mark(value * BASE + FINI);
      value = length = 0;
      if (sign >= 0x30 && sign <= 0x39) mark(CHIFFRE);
      else if (sign === 0x20ac) mark(EURO);
      else if (sign === 0x25) mark(POUR_CENT);
    }
    const found: number[] = [];
    for (let reader = 0; reader < ranks.length; reader++)
      if (ranks[reader]?.every((group) => seen[group] === turn)) found.push(reader);
    return found;
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
        .map((word) => (word.length > PLUS_LONG ? word.slice(0, PLUS_LONG) : word)),
    ),
  ),
];
