/** Texts as outlines, in the very font that the documents embed: a reader needs no font to show them. */
import { weightOf } from '../../exhibits/charts/drawing/text-width.js';
import { facesInForce } from '../../fonts/faces.js';

export type Point = readonly [number, number];

/** Straight pieces by curve: at the size of a chart no eye sees them. */
const PIECES = 5;

const curve = (points: readonly Point[]): Point[] =>
  Array.from({ length: PIECES }, (_, i) => {
    const t = (i + 1) / PIECES;
    // De Casteljau: for two controls or one.
    let level = points;
    while (level.length > 1)
      level = level.slice(1).map(([x, y], j): Point => {
        const [x0, y0] = level[j] ?? [x, y];
        return [x0 + (x - x0) * t, y0 + (y - y0) * t];
      });
    return level[0] ?? [0, 0];
  });

/** Outlines of a glyph, in units of the face, its baseline at 0 and its top above. */
function glyphPaths(id: number, bold: boolean): Point[][] {
  const paths: Point[][] = [];
  for (const { command, args } of weightOf(bold).face.getGlyph(id).path.commands) {
    const points = args.flatMap((x, i): Point[] => (i % 2 === 0 ? [[x, args[i + 1] ?? x]] : []));
    const path = paths.at(-1);
    const from = path?.at(-1);
    if (command === 'moveTo') paths.push([...points]);
    else if (command === 'lineTo') path?.push(...points);
    else if (path && from && points.length > 1) path.push(...curve([from, ...points]));
  }
  return paths.filter(({ length }) => length > 2);
}

/** By family of faces, weight and glyph. */
const known = new Map<string, Point[][]>();

/** Outlines of a text from its start on the baseline, `y` downwards, and its width, in points. */
export function outlines(text: string, size: number, bold: boolean): { paths: Point[][]; width: number } {
  const { face, shape } = weightOf(bold);
  const { glyphs, positions, advanceWidth } = shape(text);
  const scale = size / face.unitsPerEm;
  const family = facesInForce().key;
  const paths: Point[][] = [];
  let at = 0;
  glyphs.forEach(({ id }, i) => {
    const position = positions[i];
    if (!position) return;
    const key = `${family}${bold ? 'b' : 'r'}${id}`;
    const drawn = known.get(key) ?? glyphPaths(id, bold);
    known.set(key, drawn);
    const [dx, dy] = [at + position.xOffset, position.yOffset];
    for (const path of drawn) paths.push(path.map(([x, y]) => [(dx + x) * scale, -(dy + y) * scale]));
    at += position.xAdvance;
  });
  return { paths, width: advanceWidth * scale };
}
