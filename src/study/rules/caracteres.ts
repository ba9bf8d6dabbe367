/** Characters that the documents' font does not draw: told here with their place, and written otherwise on the page. */
import { GLYPHS } from '../glyphs.gen.js';
import type { Reporter } from '../reporter.js';
import type { Study } from '../study.js';
import type { Rule } from './rule.js';
import { eachValue } from './walk.js';

/** Texts in these letters alone need no look at the font. */
const USUAL = /^[\n\r\t\u0020-\u007e\u00a0-\u017f\u2010-\u2026\u202f\u20ac]*$/;

/** Marks and joiners change the character beside them; controls, separators and what is no character are dropped or break the line. */
const UNDRAWN = /[\p{M}\p{Cf}\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;

const isDrawn = (code: number): boolean => GLYPHS.some(([first, last]) => code >= first && code <= last);

/** The characters of `text` without a glyph, each once, in their order. */
export const sansDessin = (text: string, drawn: (code: number) => boolean): string[] =>
  [...new Set(text.normalize('NFC'))].filter(
    (character) => !UNDRAWN.test(character) && !drawn(character.codePointAt(0) ?? 0),
  );

/** The same, in the program's font. */
export const withoutGlyph = (text: string): string[] => (USUAL.test(text) ? [] : sansDessin(text, isDrawn));

/** At most this many are quoted: a name in another script has many. */
const QUOTED = 5;

const PROGRAMME = 'La police des documents';

/** What is said of the characters of a text that are in `missing` of a font, named as the subject of a sentence; null when there are none. */
export function sansDessinDans(
  text: string,
  missing: (text: string) => string[] = withoutGlyph,
  police = PROGRAMME,
): { message: string; aide: string; premier: string } | null {
  const [premier, ...autres] = missing(text);
  if (premier === undefined) return null;
  const quoted = [premier, ...autres].slice(0, QUOTED).map((character) => {
    const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return `« ${character} » (U+${code})`;
  });
  const message =
    autres.length === 0
      ? `${police} ne dessine pas ${quoted[0]} : les PDF l’écriront en lettres latines.`
      : `${police} ne dessine pas ${quoted.join(', ')}${autres.length >= QUOTED ? '…' : ''} : les PDF les écriront en lettres latines.`;
  return { message, aide: 'Écrivez-le en toutes lettres si ce texte doit être imprimé.', premier };
}

/** Reports each text of the study that holds characters in `missing` of a font. */
export function direSansDessin(
  study: Study,
  report: Reporter,
  missing: (text: string) => string[] = withoutGlyph,
  police = PROGRAMME,
): void {
  eachValue(study, (at) => {
    const found = typeof at.value === 'string' ? sansDessinDans(at.value, missing, police) : null;
    if (found) report('caractere-sans-dessin', at.path, found.message, found.aide);
  });
}

/** A study set in its own font is looked at with it (`src/build/theme/charte.ts`). */
export const caractereSansDessin: Rule = (study, report) => {
  if (!study.theme?.polices) direSansDessin(study, report);
};
