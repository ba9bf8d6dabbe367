/** Exact text widths, measured in the very font that the documents embed. */
import { facesInForce, type OpenFace } from '../../../fonts/faces.js';
import { type Run, shaperOf } from '../../../fonts/shaping.js';

/** A weight of the font, with what draws its glyphs. */
interface Weight {
  face: OpenFace;
  shape: (text: string) => Run;
}

interface Measures {
  weights: Map<boolean, Weight>;
  widths: Map<string, number>;
}

/** By family of faces. */
const measures = new Map<string, Measures>();

function measuresInForce(): Measures {
  const { key } = facesInForce();
  const known = measures.get(key) ?? { weights: new Map(), widths: new Map() };
  measures.set(key, known);
  return known;
}

/** The font that the documents embed, opened once a weight. */
export function weightOf(bold: boolean): Weight {
  const { weights } = measuresInForce();
  const known = weights.get(bold);
  if (known) return known;
  const { open } = facesInForce();
  const face = open(bold ? 'bold' : 'normal');
  const weight = { face, shape: shaperOf(face) };
  weights.set(bold, weight);
  return weight;
}

/** Width of `text` set at `size` points, in points. */
export function textWidth(text: string, size: number, bold = false): number {
  const { widths } = measuresInForce();
  const key = `${bold ? 'b' : 'r'}${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    const { face, shape } = weightOf(bold);
    width = shape(text).advanceWidth / face.unitsPerEm;
    widths.set(key, width);
  }
  return width * size;
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
