/** Exact text widths, measured in the very font that the documents embed. */
import { createRequire } from 'node:module';
import { type Face, shaperOf } from '../../fonts/shaping.js';

const require = createRequire(import.meta.url);
const shapers = new Map<boolean, (text: string) => number>();
const widths = new Map<string, number>();

/** Widths in em. */
function shapeOf(bold: boolean): (text: string) => number {
  const known = shapers.get(bold);
  if (known) return known;
  const fontkit = require('fontkit') as { openSync(path: string): Face };
  const face = fontkit.openSync(require.resolve(`source-sans/TTF/SourceSans3-${bold ? 'Semibold' : 'Regular'}.ttf`));
  const shape = shaperOf(face);
  const inEm = (text: string): number => shape(text).advanceWidth / face.unitsPerEm;
  shapers.set(bold, inEm);
  return inEm;
}

/** Width of `text` set at `size` points, in points. */
export function textWidth(text: string, size: number, bold = false): number {
  const key = `${bold ? 'b' : 'r'}${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    width = shapeOf(bold)(text);
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
