/** Texts of a chart as rectangles on the page, to see what leaves it and what covers what. */
import { textWidth } from '../../src/exhibits/charts/drawing/text-width.js';
import type { Chart } from '../../src/exhibits/charts/drawing/theme.js';

type Point = readonly [number, number];

export interface TextBox {
  text: string;
  /** Corners, in order. */
  corners: Point[];
}

const decoded = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

export function textBoxes({ svg }: Chart): TextBox[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', content = '']) => {
    const read = (name: string): string | undefined => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
    const [x, y, size] = [Number(read('x')), Number(read('y')), Number(read('font-size'))];
    const text = decoded(content);
    const width = textWidth(text, size, read('font-weight') === 'bold');
    const anchor = read('text-anchor');
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
    // Ink of a line without accents on capitals: what really collides.
    const [top, bottom] = [y - 0.68 * size, y + 0.18 * size];
    const flat: Point[] = [
      [left, top],
      [left + width, top],
      [left + width, bottom],
      [left, bottom],
    ];
    const [, angle, cx, cy] = /rotate\((\S+) (\S+) (\S+)\)/.exec(read('transform') ?? '') ?? [];
    if (angle === undefined) return { text, corners: flat };
    const a = (Number(angle) * Math.PI) / 180;
    const [ox, oy] = [Number(cx), Number(cy)];
    return {
      text,
      corners: flat.map(
        ([px, py]): Point => [
          ox + (px - ox) * Math.cos(a) - (py - oy) * Math.sin(a),
          oy + (px - ox) * Math.sin(a) + (py - oy) * Math.cos(a),
        ],
      ),
    };
  });
}

/** Texts that leave the drawing by more than half a point. */
export const outside = (chart: Chart): string[] =>
  textBoxes(chart)
    .filter(({ corners }) =>
      corners.some(([x, y]) => x < -0.5 || y < -0.5 || x > chart.width + 0.5 || y > chart.height + 0.5),
    )
    .map(({ text }) => text);

/** Whether two convex shapes overlap by more than a hair: no axis parts them. */
function overlap(a: readonly Point[], b: readonly Point[]): boolean {
  for (const shape of [a, b])
    for (let i = 0; i < shape.length; i++) {
      const [p, q] = [shape[i] as Point, shape[(i + 1) % shape.length] as Point];
      const [nx, ny] = [q[1] - p[1], p[0] - q[0]];
      const length = Math.hypot(nx, ny) || 1;
      const span = (points: readonly Point[]): [number, number] => {
        const along = points.map(([x, y]) => (x * nx + y * ny) / length);
        return [Math.min(...along), Math.max(...along)];
      };
      const [[a0, a1], [b0, b1]] = [span(a), span(b)];
      if (a1 < b0 + 0.3 || b1 < a0 + 0.3) return false;
    }
  return true;
}

/** Pairs of texts that cover each other. */
export function covering(chart: Chart): string[] {
  const boxes = textBoxes(chart).filter(({ text }) => text.trim() !== '');
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => (overlap(a.corners, b.corners) ? [`« ${a.text} » et « ${b.text} »`] : [])),
  );
}

/** Texts that an upright line of this colour strikes through: it crosses them, and no white ground lies between the two. */
export function struck(chart: Chart, colour: string): string[] {
  const drawn = [...chart.svg.matchAll(/<(line|rect)([^>]*)\/>|<text[^>]*>[^<]*<\/text>/g)];
  const numberIn = (attributes: string, name: string): number =>
    Number(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? 0);
  const boxes = textBoxes(chart);
  let rank = 0;
  return drawn.flatMap(([, kind], at) => {
    if (kind !== undefined) return [];
    const box = boxes[rank++];
    if (!box || box.text.trim() === '') return [];
    const [xs, ys] = [box.corners.map(([x]) => x), box.corners.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const crosses = drawn.some(([, other, line = ''], k) => {
      if (other !== 'line' || !line.includes(`stroke="${colour}"`)) return false;
      const [x, x2] = [numberIn(line, 'x1'), numberIn(line, 'x2')];
      const [y1, y2] = [numberIn(line, 'y1'), numberIn(line, 'y2')];
      if (x !== x2 || x < left + 0.3 || x > right - 0.3) return false;
      if (Math.min(y1, y2) > bottom - 0.3 || Math.max(y1, y2) < top + 0.3) return false;
      const covered = drawn.slice(k + 1, at).some(([, ground, rect = '']) => {
        if (ground !== 'rect' || !rect.includes('fill="#ffffff"')) return false;
        const [gx, gy] = [numberIn(rect, 'x'), numberIn(rect, 'y')];
        return gx <= x && x <= gx + numberIn(rect, 'width') && gy <= top && gy + numberIn(rect, 'height') >= bottom;
      });
      return !covered;
    });
    return crosses ? [box.text] : [];
  });
}
