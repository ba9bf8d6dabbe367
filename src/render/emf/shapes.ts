/** What a chart draws, from the SVG of our own kit (`exhibits/charts/drawing/svg.ts`) to outlines: nothing here reads any other SVG. */
import { mix } from '../../exhibits/charts/drawing/colour.js';
import { outlines, type Point } from './glyphs.js';

export interface Shape {
  /** Closed outlines that are filled together; open lines when there is no fill. In points of the chart. */
  paths: Point[][];
  closed: boolean;
  /** `#rrggbb`; null for none. */
  fill: string | null;
  stroke: string | null;
  strokeWidth: number;
}

const ELEMENT = /<(\/?)(\w+)((?:\s[\w-]+="[^"]*")*)\s*\/?>([^<]*)/g;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const plainText = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);

type Attributes = ReadonlyMap<string, string>;

const number = (attributes: Attributes, name: string, otherwise = 0): number => {
  const value = Number(attributes.get(name) ?? otherwise);
  return Number.isFinite(value) ? value : otherwise;
};

const numbers = (text = ''): number[] =>
  text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);

const pointsOf = (attributes: Attributes): Point[] => {
  const values = numbers(attributes.get('points'));
  return values.flatMap((x, i): Point[] => (i % 2 === 0 ? [[x, values[i + 1] ?? x]] : []));
};

const SIDES = 32;

const circle = (cx: number, cy: number, r: number): Point[] =>
  Array.from({ length: SIDES }, (_, i) => {
    const angle = (2 * Math.PI * i) / SIDES;
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
  });

const rectangle = (x: number, y: number, width: number, height: number): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

/** A line cut in dashes: metafiles have none that every reader draws. */
function dashed(path: readonly Point[], pattern: readonly number[]): Point[][] {
  const lengths = pattern.filter((length) => length > 0);
  if (lengths.length === 0) return [[...path]];
  const found: Point[][] = [];
  let [rank, left] = [0, lengths[0] ?? 1];
  let current: Point[] = path[0] ? [path[0]] : [];
  path.slice(1).forEach((end, i) => {
    let from = path[i] ?? end;
    let rest = Math.hypot(end[0] - from[0], end[1] - from[1]);
    while (rest > left) {
      const t = left / rest;
      from = [from[0] + (end[0] - from[0]) * t, from[1] + (end[1] - from[1]) * t];
      if (rank % 2 === 0) found.push([...current, from]);
      current = [from];
      rest -= left;
      rank++;
      left = lengths[rank % lengths.length] ?? 1;
    }
    left -= rest;
    if (rank % 2 === 0) current.push(end);
  });
  if (rank % 2 === 0 && current.length > 1) found.push(current);
  return found;
}

/** Between two white stripes of the kit's hatching, along the axis; width of a stripe. */
const STEP = 5 * Math.SQRT2;
const STRIPE = 0.8;

/** The white stripes of a hatched rectangle. */
function stripes([x0, y0, x1, y1]: readonly [number, number, number, number]): Shape {
  const paths: Point[][] = [];
  for (let sum = Math.ceil((x0 + y0) / STEP) * STEP; sum < x1 + y1; sum += STEP) {
    const [left, right] = [Math.max(x0, sum - y1), Math.min(x1, sum - y0)];
    if (right > left)
      paths.push([
        [left, sum - left],
        [right, sum - right],
      ]);
  }
  return { paths, closed: false, fill: null, stroke: '#ffffff', strokeWidth: STRIPE };
}

function anchorOf(attributes: Attributes): 'start' | 'middle' | 'end' {
  const anchor = attributes.get('text-anchor');
  return anchor === 'middle' || anchor === 'end' ? anchor : 'start';
}

function text(attributes: Attributes, content: string, fill: string): Shape {
  const size = number(attributes, 'font-size', 10);
  const [x, y] = [number(attributes, 'x'), number(attributes, 'y')];
  const drawn = outlines(content, size, attributes.get('font-weight') === 'bold');
  const shift = { start: 0, middle: drawn.width / 2, end: drawn.width }[anchorOf(attributes)];
  const [degrees = 0, cx = 0, cy = 0] = numbers(/^rotate\(([^)]*)\)/.exec(attributes.get('transform') ?? '')?.[1]);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const placed = ([px, py]: Point): Point => {
    const [dx, dy] = [x - shift + px - cx, y + py - cy];
    return [cx + dx * cos - dy * sin, cy + dx * sin + dy * cos];
  };
  return { paths: drawn.paths.map((path) => path.map(placed)), closed: true, fill, stroke: null, strokeWidth: 0 };
}

/** Paths of an element; null when it draws nothing by itself. Throws for one that the kit did not have when this was written. */
function geometry(name: string, attributes: Attributes): { path: Point[]; closed: boolean } | null {
  const at = (key: string): number => number(attributes, key);
  switch (name) {
    case 'rect':
      return { path: rectangle(at('x'), at('y'), at('width'), at('height')), closed: true };
    case 'circle':
      return { path: circle(at('cx'), at('cy'), at('r')), closed: true };
    case 'polygon':
      return { path: pointsOf(attributes), closed: true };
    case 'polyline':
      return { path: pointsOf(attributes), closed: false };
    case 'line':
      return {
        path: [
          [at('x1'), at('y1')],
          [at('x2'), at('y2')],
        ],
        closed: false,
      };
    case 'svg':
    case 'g':
    case 'defs':
      return null;
    default:
      throw new RangeError(`the kit draws no <${name}>: teach it here, or Word shows the chart without it`);
  }
}

/** The shapes of a chart, in the order in which they are painted. */
export function shapesOf(svg: string): Shape[] {
  const shapes: Shape[] = [];
  const hatches = new Map<string, string>();
  let pattern: string | null = null;
  let ink = '#000000';
  for (const [, closing, name = '', raw = '', content = ''] of svg.matchAll(ELEMENT)) {
    const attributes = new Map([...raw.matchAll(ATTRIBUTE)].map(([, key = '', value = '']) => [key, plainText(value)]));
    if (name === 'pattern') pattern = closing ? null : (attributes.get('id') ?? '');
    if (closing) continue;
    if (name === 'svg') ink = attributes.get('fill') ?? ink;
    const asked = attributes.get('fill') ?? ink;
    if (pattern !== null) {
      if (name === 'rect') hatches.set(`url(#${pattern})`, asked);
      continue;
    }
    const solid = hatches.get(asked) ?? asked;
    const fill = mix(solid === 'none' ? '#ffffff' : solid, '#ffffff', 1 - number(attributes, 'fill-opacity', 1));
    if (name === 'text') {
      shapes.push(text(attributes, plainText(content), fill));
      continue;
    }
    const drawn = geometry(name, attributes);
    if (!drawn) continue;
    const { path, closed } = drawn;
    const filled = closed && solid !== 'none';
    const stroke = attributes.get('stroke') ?? null;
    const strokeWidth = number(attributes, 'stroke-width', 1);
    const dashes = numbers(attributes.get('stroke-dasharray'));
    const plain = { paths: [path], closed, strokeWidth };
    const hatched = hatches.has(asked) && path[0] && path[2];
    const parted = dashes.length > 0 || hatched;
    if (filled) shapes.push({ ...plain, fill, stroke: parted ? null : stroke });
    if (hatched && path[0] && path[2]) shapes.push(stripes([...path[0], ...path[2]]));
    if (stroke === null || stroke === 'none' || (filled && !parted)) continue;
    const outline = closed && path[0] ? [...path, path[0]] : path;
    shapes.push({ paths: dashed(outline, dashes), closed: false, fill: null, stroke, strokeWidth });
  }
  return shapes;
}
