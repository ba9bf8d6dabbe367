/** A small SVG kit: strings in, strings out, deterministic. Avoids what PDF back ends ignore (paint-order, currentColor, filters). */
import { itemAt } from '../../../lists/at.js';
import { typographie } from '../../../texte/typographie.js';
import { textWidth, wrapText } from './text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './theme.js';

type Attributes = Record<string, string | number | undefined>;

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const attribute = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escapeXml(value);

/** An element with its attributes (undefined ones are left out) and its children, already serialised. */
export function element(name: string, attributes: Attributes, children = ''): string {
  const list = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${attribute(value)}"`)
    .join('');
  return children ? `<${name}${list}>${children}</${name}>` : `<${name}${list}/>`;
}

export const rect = (x: number, y: number, width: number, height: number, attributes: Attributes): string =>
  element('rect', { x, y, width: Math.max(0, width), height: Math.max(0, height), ...attributes });

export const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, width = 0.6): string =>
  element('line', { x1, y1, x2, y2, stroke, 'stroke-width': width });

export const circle = (cx: number, cy: number, r: number, attributes: Attributes): string =>
  element('circle', { cx, cy, r, ...attributes });

export interface TextStyle {
  size?: number;
  anchor?: 'start' | 'middle' | 'end';
  /** The theme's ink by default, which the chart holds. */
  colour?: string;
  bold?: boolean;
  /** Wraps at this width, in points. */
  max?: number;
  /** What `y` is: the middle of the block of lines, its top or its bottom. */
  vertical?: 'middle' | 'top' | 'bottom';
  /** Degrees, about (x, y). */
  rotate?: number;
}

/** Text, with the apostrophes and spaces of the page, its baseline set by hand, since back ends disagree on dominant-baseline. */
export function label(written: string, x: number, y: number, style: TextStyle = {}): string {
  const { size = 8.5, anchor = 'start', colour, bold = false, max, vertical = 'middle', rotate } = style;
  const text = typographie(written);
  const lines = max === undefined ? [text] : wrapText(text, max, size, bold);
  const leading = size * 1.15;
  const first =
    vertical === 'middle'
      ? y + 0.34 * size - ((lines.length - 1) * leading) / 2
      : vertical === 'top'
        ? y + 0.9 * size
        : y - (lines.length - 1) * leading;
  return lines
    .map((content, index) =>
      element(
        'text',
        {
          x,
          y: first + index * leading,
          'font-size': size,
          'text-anchor': anchor === 'start' ? undefined : anchor,
          fill: colour,
          'font-weight': bold ? 'bold' : undefined,
          transform: rotate ? `rotate(${rotate} ${attribute(x)} ${attribute(y)})` : undefined,
        },
        escapeXml(content),
      ),
    )
    .join('');
}

/** Size of what an axis measures, in points. */
const AXIS_SIZE = 8;

/** What an axis measures, on one line that ends at `right` where it has room: moved to the right, then set smaller, rather than cut by a wider font. */
export function axisTitle(written: string, right: number, y: number, theme: ChartTheme): string {
  const width = textWidth(typographie(written), AXIS_SIZE);
  const size = AXIS_SIZE * Math.min(1, CHART_WIDTH / width);
  return label(written, Math.max(right, Math.min(width, CHART_WIDTH)), y, { size, anchor: 'end', colour: theme.muted });
}

/** Hatching that keeps two areas apart in black and white. */
export const hatch = (id: string, colour: string): string =>
  `<pattern id="${id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">${rect(0, 0, 5, 5, { fill: colour })}${line(0, 0, 0, 5, '#ffffff', 1.6)}</pattern>`;

export const chart = (width: number, height: number, parts: string[], { ink }: ChartTheme): Chart => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${attribute(width)}" height="${attribute(height)}" viewBox="0 0 ${attribute(width)} ${attribute(height)}" font-family="Sans" fill="${ink}">${parts.join('')}</svg>`,
  width,
  height,
});

export type Shape = 'cercle' | 'carre' | 'triangle' | 'losange';

const SHAPES: readonly Shape[] = ['cercle', 'losange', 'carre', 'triangle'];

/** The shape that tells apart what colours alone would, by its rank. */
export const shapeOf = (rank: number): Shape => itemAt(SHAPES, rank % SHAPES.length);

/** A mark of about `r` points of radius. */
export function mark(shape: Shape, x: number, y: number, r: number, attributes: Attributes): string {
  if (shape === 'cercle') return circle(x, y, r, attributes);
  if (shape === 'carre') return rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8, attributes);
  const points =
    shape === 'triangle'
      ? [
          [x, y - r * 1.15],
          [x + r * 1.1, y + r * 0.85],
          [x - r * 1.1, y + r * 0.85],
        ]
      : [
          [x, y - r * 1.25],
          [x + r * 1.25, y],
          [x, y + r * 1.25],
          [x - r * 1.25, y],
        ];
  return element('polygon', {
    points: points.map((p) => p.map(attribute).join(',')).join(' '),
    ...attributes,
  });
}

/** Type of a legend on a page, in points. */
export const LEGEND_SIZE = 8.5;

/** Legend entries in rows that wrap at `width`; `swatch` draws the mark in a 9-point box, that grows with a larger type. */
export function legendRow(
  entries: { label: string; swatch: (x: number, y: number) => string }[],
  x0: number,
  y0: number,
  width: number,
  size = LEGEND_SIZE,
): { svg: string; height: number } {
  const k = size / LEGEND_SIZE;
  let x = x0;
  let y = y0;
  const parts: string[] = [];
  for (const entry of entries) {
    const needed = 13 * k + textWidth(entry.label, size) + 14 * k;
    if (x > x0 && x + needed > x0 + width) {
      x = x0;
      y += 14 * k;
    }
    parts.push(entry.swatch(x, y), label(entry.label, x + 13 * k, y + 4.5 * k, { size }));
    x += needed;
  }
  return { svg: parts.join(''), height: y - y0 + 14 * k };
}
