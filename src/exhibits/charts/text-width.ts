/** Exact text widths, measured in the very font that the documents embed. */
import { createRequire } from 'node:module';
import { type Face, type Run, shaperOf } from '../../fonts/shaping.js';

const require = createRequire(import.meta.url);
/** A weight of the font, with what draws its glyphs. */
interface DrawnFace extends Face {
  getGlyph(id: number): { path: { commands: { command: string; args: number[] }[] } };
}

interface Weight {
  face: DrawnFace;
  shape: (text: string) => Run;
}

const weights = new Map<boolean, Weight>();
const widths = new Map<string, number>();

/** The font that the documents embed, opened once a weight. */
export function weightOf(bold: boolean): Weight {
  const known = weights.get(bold);
  if (known) return known;
  const fontkit = require('fontkit') as { openSync(path: string): DrawnFace };
  const face = fontkit.openSync(require.resolve(`source-sans/TTF/SourceSans3-${bold ? 'Semibold' : 'Regular'}.ttf`));
  const weight = { face, shape: shaperOf(face) };
  weights.set(bold, weight);
  return weight;
}

/** Width of `text` set at `size` points, in points. */
export function textWidth(text: string, size: number, bold = false): number {
  const key = `${bold ? 'b' : 'r'}${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    const { face, shape } = weightOf(bold);
    width = shape(text).advanceWidth / face.unitsPerEm;
    widths.set(key, width);
  }
  return width * size;
}

/** Width of a long text, word by word: no kerning across spaces, and each word measured once. */
export function proseWidth(text: string, size: number): number {
  const words = text.split(/[ \u00a0\u202f]/);
  const space = textWidth(' ', size);
  return words.reduce((sum, word) => sum + textWidth(word, size), 0) + space * (words.length - 1);
}

/** Breaks `text` at spaces into lines no wider than `max` points (a longer word keeps its line to itself). */
export function wrapText(text: string, max: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    const candidate = current ? `${current} ${word}` : word;
    if (!current || textWidth(candidate, size, bold) <= max) current = candidate;
    else {
      lines.push(current);
      current = word;
    }
  }
  lines.push(current);
  return lines;
}

/** Cuts `text` with an ellipsis so that it holds in `max` points. */
export function shortenText(text: string, max: number, size: number): string {
  if (textWidth(text, size) <= max) return text;
  let cut = text;
  while (cut.length > 1 && textWidth(`${cut}…`, size) > max) cut = cut.slice(0, -1).trimEnd();
  return `${cut}…`;
}
