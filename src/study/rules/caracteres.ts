/** Characters that the documents' font does not draw: told here with their place, and written otherwise on the page. */
import { GLYPHS } from '../glyphs.gen.js';
import type { Rule } from './rule.js';
import { eachValue } from './walk.js';

/** Texts in these letters alone need no look at the font. */
const USUAL = /^[\n\r\t\u0020-\u007e\u00a0-\u017f\u2010-\u2026\u202f\u20ac]*$/;

/** Marks and joiners change the character beside them; controls and separators are dropped or break the line. */
const UNDRAWN = /[\p{M}\p{Cf}\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

const isDrawn = (code: number): boolean => GLYPHS.some(([first, last]) => code >= first && code <= last);

/** The characters of `text` without a glyph, each once, in their order. */
export const withoutGlyph = (text: string): string[] =>
  USUAL.test(text)
    ? []
    : [...new Set(text.normalize('NFC'))].filter(
        (character) => !UNDRAWN.test(character) && !isDrawn(character.codePointAt(0) ?? 0),
      );

/** At most this many are quoted: a name in another script has many. */
const QUOTED = 5;

export const caractereSansDessin: Rule = (study, report) => {
  eachValue(study, ({ path, value }) => {
    if (typeof value !== 'string') return;
    const missing = withoutGlyph(value);
    if (missing.length === 0) return;
    const quoted = missing.slice(0, QUOTED).map((character) => {
      const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
      return `« ${character} » (U+${code})`;
    });
    report(
      'caractere-sans-dessin',
      path,
      missing.length === 1
        ? `La police des documents ne dessine pas ${quoted[0]} : les PDF l’écriront en lettres latines.`
        : `La police des documents ne dessine pas ${quoted.join(', ')}${missing.length > QUOTED ? '…' : ''} : les PDF les écriront en lettres latines.`,
      'Écrivez-le en toutes lettres si ce texte doit être imprimé.',
    );
  });
};
