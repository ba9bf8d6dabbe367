/** Shapes a text from the pairs of signs of its font, which were shaped when the program was built (`scripts/generate/pairs.ts`). */
import { numberAt } from '../lists/at.js';
import { type Glyph, type Position, type Run, runOf } from './run.js';

/** Signs of a face, each a text drawn by one glyph, and what happens between two of them. Widths are in units of the face. */
export interface PairTable {
  /** As `fontOf` names it. */
  font: string;
  signs: readonly string[];
  glyphs: readonly number[];
  advances: readonly number[];
  /** Place of a pair, then what it adds to the advance of its first sign, one after the other; a pair that is not there adds nothing. */
  kerns: readonly number[];
  /** Places of the pairs that are not drawn as their signs are alone. */
  others: readonly number[];
}

/** Place of the pair of the signs `i` and `j`, of `count`. */
export const place = (i: number, j: number, count: number): number => i * count + j;

interface Sign {
  rank: number;
  text: string;
  advance: number;
  glyph: Glyph;
  /** At the end of a text. */
  last: Position;
}

const positionOf = (advance: number, kern: number, scale: number): Position => ({
  xAdvance: (advance + kern) * scale,
  yAdvance: 0,
  xOffset: 0,
  yOffset: 0,
  advanceWidth: advance * scale,
});

/** Null for a text that holds another sign than those of the table, or a pair that changes its signs. Positions are shared between texts. */
export function pairShaper(table: PairTable, scale: number): (text: string) => Run | null {
  const { signs: texts } = table;
  const signs = texts.map((text, rank): Sign => {
    const advance = numberAt(table.advances, rank);
    const glyph = {
      id: numberAt(table.glyphs, rank),
      advanceWidth: advance,
      codePoints: Array.from(text, (character) => character.charCodeAt(0)),
    };
    return { rank, text, advance, glyph, last: positionOf(advance, 0, scale) };
  });
  // The longest first: « fft » is drawn as one, not as « ff » and « t ».
  const byFirst = new Map<string, Sign[]>();
  for (const sign of [...signs].sort((a, b) => b.text.length - a.text.length))
    byFirst.set(sign.text.charAt(0), [...(byFirst.get(sign.text.charAt(0)) ?? []), sign]);
  const kerns = new Int16Array(signs.length ** 2);
  for (let k = 0; k < table.kerns.length; k += 2) kerns[numberAt(table.kerns, k)] = numberAt(table.kerns, k + 1);
  const others = new Set(table.others);
  const pairs: (Position | null | undefined)[] = [];

  const signAt = (text: string, at: number): Sign | undefined => {
    const own = byFirst.get(text.charAt(at));
    return own?.length === 1 ? own[0] : own?.find((sign) => text.startsWith(sign.text, at));
  };
  const before = (first: Sign, second: Sign): Position | null => {
    const at = place(first.rank, second.rank, signs.length);
    const known = pairs[at];
    if (known !== undefined) return known;
    const position = others.has(at) ? null : positionOf(first.advance, numberAt(kerns, at), scale);
    pairs[at] = position;
    return position;
  };

  return (text) => {
    const glyphs: Glyph[] = [];
    const positions: Position[] = [];
    let previous: Sign | undefined;
    for (let at = 0; at < text.length; ) {
      const sign = signAt(text, at);
      if (!sign) return null;
      const position = previous && before(previous, sign);
      if (position === null) return null;
      if (position) positions.push(position);
      glyphs.push(sign.glyph);
      previous = sign;
      at += sign.text.length;
    }
    if (previous) positions.push(previous.last);
    return runOf(glyphs, positions);
  };
}
