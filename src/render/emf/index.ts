/**
 * A chart as an enhanced metafile (MS-EMF): the drawing that every Word and LibreOffice shows, sharp at any size, where the SVG beside it is not read.
 * Same chart, same bytes.
 */
import type { Point } from './glyphs.js';
import { type Shape, shapesOf } from './shapes.js';

/** Units by point, at most; coordinates are written on 16 bits. */
const FINEST = 40;
const LARGEST = 32_000;

const TYPE = {
  header: 1,
  polygon: 86,
  polyline: 87,
  polyPolygon: 91,
  end: 14,
  windowExtent: 9,
  windowOrigin: 10,
  viewportExtent: 11,
  viewportOrigin: 12,
  mapMode: 17,
  fillMode: 19,
  select: 37,
  brush: 39,
  remove: 40,
  pen: 95,
} as const;

const ANISOTROPIC = 8;
/** Overlaps of an outline are filled, its counters are not: they turn the other way. */
const WINDING = 2;
const NO_BRUSH = 0x80000005;
const NO_PEN = 0x80000008;
/** Geometric, solid, flat ends, mitred corners. */
const PEN_STYLE = 0x10000 | 0x200 | 0x2000;
const HEADER_SIZE = 108;

const words = (...values: number[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, i) => {
    view.setInt32(i * 4, value | 0, true);
  });
  return new Uint8Array(view.buffer);
};

const record = (type: number, ...values: number[]): Uint8Array => words(type, 8 + values.length * 4, ...values);

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** « #rrggbb » as a COLORREF, blue first. */
const colourRef = (hex: string): number => Number.parseInt(hex.slice(5, 7) + hex.slice(3, 5) + hex.slice(1, 3), 16);

function drawing(type: number, counts: readonly number[], points: readonly Point[], scale: number): Uint8Array {
  const xs = points.map(([x]) => Math.round(x * scale));
  const ys = points.map(([, y]) => Math.round(y * scale));
  const bounds = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const head = type === TYPE.polyPolygon ? [counts.length, points.length, ...counts] : [points.length];
  const view = new DataView(new ArrayBuffer(points.length * 4));
  xs.forEach((x, i) => {
    view.setInt16(i * 4, x, true);
    view.setInt16(i * 4 + 2, ys[i] ?? x, true);
  });
  const size = 8 + 16 + head.length * 4 + view.byteLength;
  return joined([words(type, size, ...bounds, ...head), new Uint8Array(view.buffer)]);
}

function recordsOf({ paths, closed, fill, stroke, strokeWidth }: Shape, scale: number): Uint8Array[] {
  const drawn = paths.filter(({ length }) => length > 1);
  if (drawn.length === 0 || (fill === null && stroke === null)) return [];
  const made: Uint8Array[] = [];
  if (fill === null) made.push(record(TYPE.select, NO_BRUSH));
  else made.push(record(TYPE.brush, 1, 0, colourRef(fill), 0), record(TYPE.select, 1));
  const width = Math.max(1, Math.round(strokeWidth * scale));
  if (stroke === null) made.push(record(TYPE.select, NO_PEN));
  else made.push(record(TYPE.pen, 2, 0, 0, 0, 0, PEN_STYLE, width, 0, colourRef(stroke), 0, 0), record(TYPE.select, 2));
  if (closed) {
    const counts = drawn.map(({ length }) => length);
    made.push(drawing(drawn.length > 1 ? TYPE.polyPolygon : TYPE.polygon, counts, drawn.flat(), scale));
  } else for (const path of drawn) made.push(drawing(TYPE.polyline, [path.length], path, scale));
  // What is selected may not be removed.
  made.push(record(TYPE.select, NO_BRUSH), record(TYPE.select, NO_PEN));
  if (fill !== null) made.push(record(TYPE.remove, 1));
  if (stroke !== null) made.push(record(TYPE.remove, 2));
  return made;
}

/** `width` and `height` in points. */
export function emfOf(svg: string, width: number, height: number): Uint8Array {
  const scale = Math.min(FINEST, Math.floor(LARGEST / Math.max(width, height)));
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  const body = [
    record(TYPE.mapMode, ANISOTROPIC),
    record(TYPE.windowOrigin, 0, 0),
    record(TYPE.windowExtent, w, h),
    record(TYPE.viewportOrigin, 0, 0),
    record(TYPE.viewportExtent, w, h),
    record(TYPE.fillMode, WINDING),
    ...shapesOf(svg).flatMap((shape) => recordsOf(shape, scale)),
    record(TYPE.end, 0, 16, 20),
  ];
  const size = HEADER_SIZE + body.reduce((sum, { length }) => sum + length, 0);
  // The frame is in hundredths of a millimetre; the device of reference is an inch wide and high.
  const hundredths = (points: number): number => Math.round((points * 2540) / 72);
  const inch = 72 * scale;
  const header = words(
    TYPE.header,
    HEADER_SIZE,
    ...[0, 0, w, h],
    ...[0, 0, hundredths(width), hundredths(height)],
    0x464d4520,
    0x10000,
    size,
    body.length + 1,
    // Two objects and that of index 0, in 16 bits, then the reserved word.
    3,
    ...[0, 0, 0],
    ...[inch * 10, inch * 10],
    ...[254, 254],
    ...[0, 0, 0],
    ...[254_000, 254_000],
  );
  return joined([header, ...body]);
}

/** « EMF » in the head of a file. */
export const isEmf = (bytes: Uint8Array): boolean =>
  bytes[0] === 1 && Buffer.from(bytes.subarray(40, 44)).toString('latin1') === ' EMF';
