/** What a text becomes once it is shaped, and the face of a font that shapes it. */
import { createHash } from 'node:crypto';

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
export interface Layout {
  glyphs: Glyph[];
  positions: Omit<Position, 'advanceWidth'>[];
}

/** A face of a font, as fontkit opens it. */
export interface Face {
  unitsPerEm: number;
  /** Its file; absent from what is no file of its own. */
  stream?: { buffer: Uint8Array };
  /** The tables that fontkit has decoded. */
  _tables?: object;
  glyphForCodePoint(code: number): Glyph;
  layout(text: string, features?: string[], script?: string): Layout;
}

/** The sum of the advances is made in the order of the text, as fontkit does. */
export function runOf(glyphs: Glyph[], positions: Position[]): Run {
  let advanceWidth = 0;
  for (const { xAdvance } of positions) advanceWidth += xAdvance;
  return { glyphs, positions, advanceWidth };
}

/** Equal for the faces of one file, and for these only; undefined where there is no file. */
export const fontOf = ({ stream }: Face): string | undefined =>
  stream && createHash('sha256').update(stream.buffer).digest('hex');
