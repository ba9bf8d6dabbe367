/**
 * Shapes texts as fontkit does, some ten times faster. What the features of a face do to a text of plain letters comes from its pairs of letters: those of
 * French texts were shaped when the program was built, another is shaped by fontkit once, and a text whose pairs keep the glyphs of their letters is put
 * together from them. Any other text is left to fontkit.
 */
import { pairShaper } from './pair-shaper.js';
import { PAIRS } from './pairs.gen.js';
import { type Face, fontOf, type Glyph, type Layout, type Position, type Run, runOf } from './run.js';

export type { Face, Run } from './run.js';

interface Letter {
  glyph: Glyph;
  /** At the end of a text. */
  last: Position;
}

/** Tags of OpenType: a text without letters has no script of its own. */
type Script = 'latn' | 'zyyy';

const LATIN = /\p{Script=Latin}/u;
const PLAIN = /^[\p{Script=Latin}\p{Script=Common}]$/u;
const MARK = /\p{M}/u;

/** Letters and pairs as fontkit gives them, once a font: the figures and the pages open the same files, each for itself. */
const shortTexts = new Map<string, Map<string, Layout>>();

function shortTextsOf(font: string | undefined): Map<string, Layout> {
  const known = font === undefined ? undefined : shortTexts.get(font);
  if (known) return known;
  const own = new Map<string, Layout>();
  if (font !== undefined) shortTexts.set(font, own);
  return own;
}

/** Positions are multiplied by `scale` and shared between texts: they are not to be changed. */
export function shaperOf(face: Face, scale = 1): (text: string) => Run {
  const letters = new Map<string, Letter | null>();
  const pairs = new Map<string, Position | null>();
  const font = fontOf(face);
  const known = shortTextsOf(font);
  const table = PAIRS.find((pairs) => pairs.font === font);
  const built = table ? pairShaper(table, scale) : () => null;

  const short = (text: string, script: Script): Run => {
    const key = script + text;
    const layout = known.get(key) ?? face.layout(text, undefined, script);
    known.set(key, layout);
    return scaled(layout);
  };
  const scaled = ({ glyphs, positions }: Layout): Run => {
    const own = glyphs.flatMap(({ advanceWidth }, i): Position[] => {
      const at = positions[i];
      if (!at) return [];
      return [
        {
          xAdvance: at.xAdvance * scale,
          yAdvance: at.yAdvance * scale,
          xOffset: at.xOffset * scale,
          yOffset: at.yOffset * scale,
          advanceWidth: advanceWidth * scale,
        },
      ];
    });
    return runOf(glyphs, own);
  };

  /** Null when the letter alone is not drawn by the one glyph that the face has for it. */
  const letterOf = (character: string, script: Script): Letter | null => {
    const key = script + character;
    const known = letters.get(key);
    if (known !== undefined) return known;
    const found = (): Letter | null => {
      if (!PLAIN.test(character) || MARK.test(character)) return null;
      const run = short(character, script);
      const [glyph] = run.glyphs;
      const [last] = run.positions;
      const code = character.charCodeAt(0);
      if (!glyph || !last || run.glyphs.length > 1 || glyph.id !== face.glyphForCodePoint(code).id) return null;
      // fontkit forgets the characters of a glyph that it first met as a part of another.
      return { glyph: { id: glyph.id, advanceWidth: glyph.advanceWidth, codePoints: [code] }, last };
    };
    const letter = found();
    letters.set(key, letter);
    return letter;
  };

  /** Position of the first letter before the second; null when the two are not drawn as they are alone. */
  const before = (pair: string, first: Letter, second: Letter, script: Script): Position | null => {
    const key = script + pair;
    const known = pairs.get(key);
    if (known !== undefined) return known;
    const { glyphs, positions } = short(pair, script);
    const [a, b] = positions;
    const kept =
      glyphs.length === 2 &&
      glyphs[0]?.id === first.glyph.id &&
      glyphs[1]?.id === second.glyph.id &&
      b?.xAdvance === second.last.xAdvance &&
      b.xOffset === 0 &&
      b.yOffset === 0;
    const position = kept && a ? a : null;
    pairs.set(key, position);
    return position;
  };

  return (text) => {
    const found = built(text);
    if (found) return found;
    const script = LATIN.test(text) ? 'latn' : 'zyyy';
    const glyphs: Glyph[] = [];
    const positions: Position[] = [];
    let previous: Letter | null = null;
    for (let i = 0; i < text.length; i++) {
      const letter = letterOf(text.charAt(i), script);
      if (!letter) return scaled(face.layout(text));
      if (previous) {
        const position = before(text.slice(i - 1, i + 1), previous, letter, script);
        if (!position) return scaled(face.layout(text));
        positions.push(position);
      }
      glyphs.push(letter.glyph);
      previous = letter;
    }
    if (previous) positions.push(previous.last);
    return runOf(glyphs, positions);
  };
}
