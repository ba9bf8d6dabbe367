/** Characters that the documents' font does not draw: written in Latin letters rather than as empty boxes. */
import { createRequire } from 'node:module';
import anyAscii from 'any-ascii';
import { escapeXml } from './legible.js';

const require = createRequire(import.meta.url);

/** Latin letters, French punctuation, arrows: what nearly every text is made of. */
const USUAL = /^[\n\t\u0020-\u007e\u00a0-\u017f\u2010-\u2026\u202f\u20ac\u2190-\u2193\u2212]*$/;

/** Combining marks, variation selectors and joiners: they only change the character beside them. */
const MARK = /^[\p{M}\p{Cf}]$/u;

let characters: ReadonlySet<number> | undefined;

/** The four faces of the font draw the same characters. */
function drawn(): ReadonlySet<number> {
  if (characters) return characters;
  const fontkit = require('fontkit') as { openSync(path: string): { characterSet: number[] } };
  characters = new Set(fontkit.openSync(require.resolve('source-sans/TTF/SourceSans3-Regular.ttf')).characterSet);
  return characters;
}

const isDrawn = (character: string): boolean =>
  character === '\n' || character === '\t' || drawn().has(character.codePointAt(0) ?? 0);

/** How a character is written in the letters of the font: « Zhong », « :grinning: », « * »; « [?] » when nothing is known of it. */
export function latinOf(character: string): string {
  if (MARK.test(character)) return '';
  if (/\s/u.test(character)) return ' ';
  return anyAscii(character) || '[?]';
}

/** The text with every character drawn. Inside an SVG the substitutes are escaped. */
export function drawable(text: string, inSvg = false): string {
  if (USUAL.test(text)) return text;
  return Array.from(text, (character) => {
    if (isDrawn(character)) return character;
    const latin = latinOf(character);
    return inSvg ? escapeXml(latin) : latin;
  }).join('');
}
