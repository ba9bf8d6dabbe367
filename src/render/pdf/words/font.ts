/** A font as pdfkit holds it, for one document. */
import type { Face, Run } from '../../../fonts/shaping.js';

export interface Font {
  /** Above and below the baseline, in thousandths of the size. */
  ascender: number;
  descender: number;
  lineHeight(size: number): number;
  name: string;
  widthOfString(text: string, size: number, features?: unknown): number;
  layout(text: string, features?: unknown): Run;
  layoutRun(text: string, features?: unknown): Run;
  /** The same without features, each text once. */
  layoutCached(text: string): Run;
  /** As fontkit opens it; absent from the fonts that every reader of PDF has. */
  font?: Face;
  encode(text: string, features?: unknown): [string[], unknown];
  subset?: { mapping: Record<number, number | undefined>; glyphs: number[]; includeGlyph(id: number): number };
  widths: number[];
  unicode: (number[] | undefined)[];
  scale: number;
  slots?: Map<string, string>;
}
