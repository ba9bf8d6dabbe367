/** Exact text widths, measured in the very font that the documents embed. */
import { createRequire } from 'node:module';

interface MeasuredFont {
  unitsPerEm: number;
  layout(text: string): { advanceWidth: number };
}

const require = createRequire(import.meta.url);
const fonts = new Map<string, MeasuredFont>();
const widths = new Map<string, number>();

function fontOf(bold: boolean): MeasuredFont {
  const file = `source-sans/TTF/SourceSans3-${bold ? 'Semibold' : 'Regular'}.ttf`;
  const known = fonts.get(file);
  if (known) return known;
  const fontkit = require('fontkit') as { openSync(path: string): MeasuredFont };
  const font = fontkit.openSync(require.resolve(file));
  fonts.set(file, font);
  return font;
}

/** Width of `text` set at `size` points, in points. */
export function textWidth(text: string, size: number, bold = false): number {
  const key = `${bold ? 'b' : 'r'}${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    const font = fontOf(bold);
    width = font.layout(text).advanceWidth / font.unitsPerEm;
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
