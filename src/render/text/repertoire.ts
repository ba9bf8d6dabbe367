/** The characters that a font draws, and the signs that it may set for another. Apart from their transcription, whose table is the largest file that a command may load. */
import { type Faces, STYLES } from '../../fonts/faces.js';

/** What a font that lacks a sign of French typography has for it, before any other letters. */
export const NEAREST: Readonly<Record<string, readonly string[]>> = {
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
