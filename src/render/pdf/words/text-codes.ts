/**
 * How a font of a document writes a text: each (glyph, characters) pair has its own code, so that text is extracted as it was typed. A word is shaped and
 * coded once a document, with the space that follows it: a line is its words one after the other.
 */
import type { Glyph, Position, Run } from '../../../fonts/run.js';
import type { Font } from './font.js';
import { HYPHEN, hyphenIn } from './text-measure.js';

/** Where pdfkit parts a text to shape it: after each space and tab. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x09) continue;
    words.push(text.slice(from, at + 1));
    from = at + 1;
  }
  if (from < text.length) words.push(text.slice(from));
  return words;
}

/** The runs as one, as pdfkit adds them up. */
function joined(runs: readonly Run[]): Run {
  const [only] = runs;
  if (only && runs.length === 1) return only;
  let advanceWidth = 0;
  for (const run of runs) advanceWidth += run.advanceWidth;
  return {
    glyphs: runs.flatMap(({ glyphs }) => glyphs),
    positions: runs.flatMap(({ positions }) => positions),
    advanceWidth,
  };
}

/**
 * The characters that each glyph of `text` stands for. A glyph remembers those for which it was first drawn, in this document or, its words being
 * shaped once a process, in another: what is copied from the page, and its bytes, must come from the text alone. Null where the two do not agree.
 */
function charactersOf(text: string, glyphs: readonly Glyph[]): number[][] | null {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  let at = 0;
  const found = glyphs.map(({ codePoints }) => {
    const from = at;
    at += codePoints.length;
    return codes.slice(from, at);
  });
  return at === codes.length ? found : null;
}

/** A word with the space that follows it. */
interface Word {
  run: Run;
  /** By glyph; null where they are not told. */
  characters: number[][] | null;
  /** Once it is written. */
  codes: string[] | null;
}

/** pdfkit alone keeps the first characters that it meets for a glyph, and measures a text by cutting it letter by letter. */
export function distinctCodes(font: Font): void {
  if (!font.subset || font.slots) return;
  const { subset } = font;
  const slots = new Map<string, string>();
  font.slots = slots;

  const codeOf = (glyph: Glyph, characters: number[]): string => {
    const key = `${glyph.id}:${characters.join()}`;
    const slot = slots.get(key);
    if (slot !== undefined) return slot;
    const known = subset.mapping[glyph.id] !== undefined;
    const code = glyph.id === 0 ? 0 : known ? subset.glyphs.push(glyph.id) - 1 : subset.includeGlyph(glyph.id);
    const written = code.toString(16).padStart(4, '0');
    slots.set(key, written);
    font.widths[code] = glyph.advanceWidth * font.scale;
    font.unicode[code] ??= characters;
    return written;
  };
  const codesOf = ({ glyphs }: Run, characters: readonly number[][] | null): string[] =>
    glyphs.map((glyph, index) => codeOf(glyph, characters?.[index] ?? glyph.codePoints));

  const met = new Map<string, Word>();
  const wordOf = (text: string): Word => {
    const known = met.get(text);
    if (known) return known;
    const run = font.layoutCached(text);
    const word = { run, characters: charactersOf(text, run.glyphs), codes: null };
    met.set(text, word);
    return word;
  };
  /** Null where some glyph does not tell its characters: they are looked for in the whole line. */
  const coded = (text: string): [string[], Position[]] | null => {
    const words = wordsOf(text).map(wordOf);
    if (words.some(({ characters }) => characters === null)) return null;
    const codes: string[] = [];
    const positions: Position[] = [];
    for (const word of words) {
      word.codes ??= codesOf(word.run, word.characters);
      for (const code of word.codes) codes.push(code);
      for (const position of word.run.positions) positions.push(position);
    }
    return [codes, positions];
  };

  const whole = font.layout;
  font.layout = (text, features) =>
    features ? whole.call(font, text, features) : joined(wordsOf(text).map((word) => font.layoutCached(word)));
  font.widthOfString = (text, size, features) => {
    if (features) return font.layout(text, features).advanceWidth * (size / 1000);
    let width = 0;
    for (const word of wordsOf(text)) width += font.layoutCached(word).advanceWidth;
    return width * (size / 1000);
  };
  font.encode = (text, features) => {
    if (text === HYPHEN) {
      const run = font.layout(hyphenIn(font), features);
      return [run.glyphs.map((glyph) => codeOf(glyph, [0xad])), run.positions];
    }
    const words = features ? null : coded(text);
    if (words) return words;
    const run = font.layout(text, features);
    return [codesOf(run, charactersOf(text, run.glyphs)), run.positions];
  };
}
