/** French typography of running text (source: Imprimerie nationale, « Lexique des règles typographiques », 2002). */
import { elide } from './accords.js';
import { parTexte } from './par-texte.js';

const NARROW = '\u202f';
const FIXED = '\u00a0';
const SPACES = '[ \u00a0\u202f]';

const rule = (pattern: string): RegExp => new RegExp(pattern.replaceAll('SP', SPACES), 'gu');

const RULES: readonly [RegExp, string][] = [
  [/'/gu, '’'],
  [/\.\.\./gu, '…'],
  [/"([^"]*)"/gu, `«${FIXED}$1${FIXED}»`],
  [rule('«SP*'), `«${FIXED}`],
  [rule('(?<!SP)SP*»'), `${FIXED}»`],
  [rule('(?<=[^\\s;!?])SP*([;!?]+)(?=[\\s»)\\]]|$)'), `${NARROW}$1`],
  [rule('(?<=\\S)SP*:(?=\\s|$)'), `${FIXED}:`],
  [rule('(?<=\\d)SP(?=\\d{3}(?!\\d))'), NARROW],
  [rule('(?<=\\d)SP?(%|€|k€|M€|°C|m²|m³|km²?|ha|ETP|h(?=SP?\\d|\\b))(?![\\p{L}\\d])'), `${FIXED}$1`],
  [rule('(?<![\\p{L}\\d])([nN]°|p\\.|art\\.|M\\.|Mme|Dr)SP+(?=\\S)'), `$1${FIXED}`],
  [rule('(?<=(?<!\\p{L})(?:étapes?|articles?))SP(?=\\d)'), FIXED],
  [rule('(?<=\\(sur|×)SP(?=\\d)'), FIXED],
  [rule('(?<=[^-\\s])SP-SP(?=[^-\\s])'), ` –${FIXED}`],
];

/** What is not prose: addresses are left as they are. Bounded, so that a word of thousands of letters is not tried again from each of them. */
const ADDRESS = /((?:https?:\/\/|www\.)\S+|[^\s@]{1,99}@[^\s@]{1,255}\.\S+)/u;

const GUILLEMETS = rule('«SP*|(?<!SP)SP*»');

/** A quotation within a quotation takes “ ”; a text whose guillemets do not pair is left as it is. */
export function guillemetsInterieurs(text: string): string {
  let depth = 0;
  let paired = true;
  const done = text.replace(GUILLEMETS, (sign) => {
    if (sign.startsWith('«')) {
      depth += 1;
      return depth > 1 ? '“' : sign;
    }
    depth -= 1;
    if (depth < 0) paired = false;
    return depth > 0 ? '”' : sign;
  });
  return paired && depth === 0 ? done : text;
}

const AVANT_CITATION = /(?<![\p{L}’])([Dd]|[Qq]u)e (?=«\u00a0(\p{L}+))/gu;

/** « d’« Association » », « qu’« Étude » »: the vowel falls before a quotation as it does before its word. */
export const elidee = (text: string): string =>
  text.replace(AVANT_CITATION, (whole, letters: string, mot: string) => (elide(mot) ? `${letters}’` : whole));

/** The text with typographic apostrophes, guillemets, ellipses and the no-break spaces that French asks for. */
export const typographie = parTexte((text) =>
  text
    .split(ADDRESS)
    .map((part, index) =>
      index % 2
        ? part
        : guillemetsInterieurs(elidee(RULES.reduce((done, [pattern, by]) => done.replace(pattern, by), part))),
    )
    .join(''),
);

/** Plain spaces at which French never ends a line, and the no-break space that stands for each; no other sign changes. */
const INSECABLES: readonly [RegExp, string][] = [
  [/(?<=\d) (?=\d{3}(?!\d))/gu, NARROW],
  [/(?<=\S) (?=[;!?]+(?:[\s»)\]]|$))/gu, NARROW],
  [/(?<=\S) (?=:(?:\s|$))|(?<=«) | (?=»)/gu, FIXED],
  [/(?<=\d) (?=(?:%|€|k€|M€|°C|m²|m³|km²?|ha|ETP|h)(?![\p{L}\d]))/gu, FIXED],
  [/(?<=(?<![\p{L}\d])(?:[nN]°|p\.|art\.)) (?=\S)/gu, FIXED],
  [/(?<=(?<!\p{L})(?:étapes?|articles?)) (?=\d)/gu, FIXED],
  [/(?<=\(sur|×) (?=\d)/gu, FIXED],
];

/** The text as it was written, where thousands, units and the signs that a space precedes are never parted from what they belong to. */
export const insecable = (text: string): string =>
  INSECABLES.reduce((done, [pattern, by]) => done.replace(pattern, by), text);
