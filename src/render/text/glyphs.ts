/** Characters that the documents' font does not draw: written in Latin letters rather than as empty boxes. */
import anyAscii from 'any-ascii';
import { type Faces, facesInForce, STYLES } from '../../fonts/faces.js';
import { escapeXml } from './legible.js';

/** Latin letters, French punctuation, arrows: what nearly every text is made of. */
const USUAL = /^[\n\t\u0020-\u007e\u00a0-\u017f\u2010-\u2026\u202f\u20ac\u2190-\u2193\u2212]*$/;

/** Combining marks, variation selectors and joiners: they only change the character beside them. */
const MARK = /^[\p{M}\p{Cf}]$/u;

/** What a font that lacks a sign of French typography has for it, before any other letters. */
const NEAREST: Readonly<Record<string, readonly string[]>> = {
  '\u202f': ['\u00a0'],
  '\u2010': ['-'],
  '\u2011': ['-'],
  '\u2212': ['\u2013'],
  '\u2019': ["'"],
};

/** Whether a font without this sign sets another for it that nobody would miss it by. */
export const hasSubstitute = (code: number): boolean => String.fromCodePoint(code) in NEAREST;

/** Characters of all the faces, by family. */
const repertoires = new Map<string, ReadonlySet<number>>();

/** The characters that every face of the family draws. */
export function repertoireOf({ key, open }: Faces): ReadonlySet<number> {
  const known = repertoires.get(key);
  if (known) return known;
  // The four faces of the program's font draw the same characters; those of a study may not.
  const faces = (key === '' ? STYLES.slice(0, 1) : STYLES).map(open);
  const made = new Set(faces[0]?.characterSet.filter((code) => faces.every((face) => face.hasGlyphForCodePoint(code))));
  repertoires.set(key, made);
  return made;
}

/** How a character is written in the letters of the font: « Zhong », « :grinning: », « * »; « [?] » when nothing is known of it. */
export function latinOf(character: string): string {
  if (MARK.test(character)) return '';
  if (/\s/u.test(character)) return ' ';
  return anyAscii(character) || '[?]';
}

/** The text with every character drawn by the faces in force. Inside an SVG the substitutes are escaped. */
export function drawable(text: string, inSvg = false): string {
  const faces = facesInForce();
  if (faces.key === '' && USUAL.test(text)) return text;
  const characters = repertoireOf(faces);
  const isDrawn = (character: string): boolean =>
    character === '\n' || character === '\t' || character === '\u00ad' || characters.has(character.codePointAt(0) ?? 0);
  return Array.from(text, (character) => {
    if (isDrawn(character)) return character;
    const latin = NEAREST[character]?.find(isDrawn) ?? latinOf(character);
    return inSvg ? escapeXml(latin) : latin;
  }).join('');
}
