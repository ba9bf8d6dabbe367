/** Characters that the documents' font does not draw: written in Latin letters rather than as empty boxes. */
import anyAscii from 'any-ascii';
import { facesInForce } from '../../fonts/faces.js';
import { escapeXml } from './legible.js';
import { NEAREST, repertoireOf } from './repertoire.js';

/** Latin letters, French punctuation, arrows: what nearly every text is made of. */
const USUAL = /^[\n\t\u0020-\u007e\u00a0-\u017f\u2010-\u2026\u202f\u20ac\u2190-\u2193\u2212]*$/;

/** Combining marks, variation selectors and joiners: they only change the character beside them. */
const MARK = /^[\p{M}\p{Cf}]$/u;

/** How a character is written in the letters of the font: « Zhong », « :grinning: », « * »; « [?] » when nothing is known of it. */
function latinOf(character: string): string {
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
