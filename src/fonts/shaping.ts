/**
 * Shapes texts as fontkit does, some ten times faster. What the features of a face do to a text of plain letters comes from its pairs of letters: each
 * pair is shaped by fontkit once, and a text whose pairs keep the glyphs of their letters is put together from them. Any other text is left to fontkit.
 */
export interface Glyph {
  id: number;
  advanceWidth: number;
  codePoints: number[];
}

/** In units of the face, then times the scale. */
export interface Position {
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  /** That of the glyph alone. */
  readonly advanceWidth: number;
}

export interface Run {
  glyphs: Glyph[];
  positions: Position[];
  readonly advanceWidth: number;
}

/** What fontkit gives for a text, in units of the face. */
interface Layout {
  glyphs: Glyph[];
  positions: Omit<Position, 'advanceWidth'>[];
}

/** A face of a font, as fontkit opens it. */
export interface Face {
  unitsPerEm: number;
  postscriptName?: string;
  version?: string;
  numGlyphs?: number;
  glyphForCodePoint(code: number): Glyph;
  layout(text: string, features?: string[], script?: string): Layout;
}

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

/** The sum of the advances is made in the order of the text, as fontkit does. */
const runOf = (glyphs: Glyph[], positions: Position[]): Run => {
  let advanceWidth = 0;
  for (const { xAdvance } of positions) advanceWidth += xAdvance;
  return { glyphs, positions, advanceWidth };
};

/** Letters and pairs as fontkit gives them, once a font: the figures and the pages open the same files, each for itself. */
const shortTexts = new Map<string, Map<string, Layout>>();

function shortTextsOf({ postscriptName, version, numGlyphs, unitsPerEm }: Face, family: string): Map<string, Layout> {
  const font = [family, postscriptName, version, numGlyphs, unitsPerEm].join('|');
  const known = postscriptName === undefined ? undefined : shortTexts.get(font);
  if (known) return known;
  const own = new Map<string, Layout>();
  shortTexts.set(font, own);
  return own;
}

/** Positions are multiplied by `scale` and shared between texts: they are not to be changed. `family` tells apart files whose faces have the same name. */
export function shaperOf(face: Face, scale = 1, family = ''): (text: string) => Run {
  const letters = new Map<string, Letter | null>();
  const pairs = new Map<string, Position | null>();
  const known = shortTextsOf(face, family);

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
