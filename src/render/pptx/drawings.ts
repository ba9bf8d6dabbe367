/** Vector drawings of a slide: the SVG that PowerPoint shows, and beside it the metafile that every other reader does. */
import { strFromU8 } from 'fflate';
import type { VectorDrawing } from '../../documents/slides.js';
import { emfOf } from '../emf/index.js';
import { nameMetafiles } from '../ooxml/metafiles.js';
import type { Parts } from '../ooxml/parts.js';
import type { Theme } from '../theme.js';
import type { Box, Page } from './deck.js';

const POINTS = 72;

/** At its own size where the box holds it, in the middle; smaller where it does not. */
export function addDrawing(page: Page, { svg, width, height, alt }: VectorDrawing, theme: Theme, box: Box): void {
  const scale = Math.min(1, (box.w * POINTS) / width, (box.h * POINTS) / height);
  const [w, h] = [(width * scale) / POINTS, (height * scale) / POINTS];
  const named = svg.replaceAll('font-family="Sans"', `font-family="${theme.officeFont}, Carlito, sans-serif"`);
  page.addImage({
    data: `image/svg+xml;base64,${Buffer.from(named).toString('base64')}`,
    x: box.x + (box.w - w) / 2,
    y: box.y + (box.h - h) / 2,
    w,
    h,
    altText: alt,
  });
}

/** Width and height of a drawing of our kit, in points. */
function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  if (width === undefined || height === undefined) throw new RangeError('a drawing says its size');
  return { width: Number(width), height: Number(height) };
}

/** The library gives each SVG the picture of a broken link for who cannot read it, the file before it: a metafile of the same drawing takes its place. */
export function drawMetafiles(parts: Parts): void {
  for (const [name, bytes] of Object.entries(parts)) {
    const [, start, number] = /^(ppt\/media\/image-\d+-)(\d+)\.svg$/.exec(name) ?? [];
    if (start === undefined) continue;
    const svg = strFromU8(bytes);
    const { width, height } = sizeOf(svg);
    parts[`${start}${Number(number) - 1}.png`] = emfOf(svg, width, height);
  }
  nameMetafiles(parts, 'ppt');
}
