/** Colours, sizes and margins of the documents, read from `templates/theme.json`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChartTheme } from '../exhibits/charts/drawing/theme.js';
import type { Ton } from '../exhibits/types.js';
import type { Family } from '../fonts/faces.js';
import { PACKAGE } from '../package/package.js';

export type CalloutKind = 'retenir' | 'question' | 'limite' | 'exemple';

export interface Logo {
  /** What office files show; without it they write the name. */
  picture?: { mime: 'image/png' | 'image/jpeg'; base64: string };
  /** What PDF files draw rather than the picture. */
  svg?: string;
  /** In pixels, or in the units of the drawing: their ratio counts. */
  width: number;
  height: number;
  alt: string;
}

/** Size of the logos in a row no wider than `width`, all as high as each other, at most `height`. */
export function logoSizes(
  logos: readonly Logo[],
  width: number,
  height: number,
  gap: number,
): { width: number; height: number }[] {
  const ratios = logos.map((logo) => logo.width / logo.height);
  const room = width - gap * (logos.length - 1);
  const high = Math.min(height, room / ratios.reduce((sum, ratio) => sum + ratio, 0));
  return ratios.map((ratio) => ({ width: ratio * high, height: high }));
}

export interface Theme {
  /** Margins, and width of running text, in points. */
  page: { marginTop: number; marginBottom: number; marginSide: number; measure: number };
  colours: { ink: string; muted: string; rule: string; accent: string; tint: string; paper: string };
  callouts: Record<CalloutKind, { bar: string; fill: string }>;
  /** Sizes of type in points. */
  sizes: Record<'body' | 'lead' | 'small' | 'table' | 'wideTable' | 'caption' | 'h1' | 'h2' | 'h3' | 'h4', number>;
  /** Cells that a reader fills, states told apart, links. */
  workbook: { input: string; tones: Record<Ton, { ink: string; fill: string }>; link: string };
  charts: ChartTheme;
  /** Faces of the study, in which its PDF files are set; the program's without. */
  fonts?: Family;
  /** Name of the font of office files, which do not embed it. */
  officeFont: string;
  /** At the foot of the cover, in this order. */
  logos: Logo[];
}

/** A4 in points. */
export const A4 = { width: 595.28, height: 841.89 };

export const textWidthOf = ({ page }: Theme, landscape: boolean): number =>
  (landscape ? A4.height : A4.width) - 2 * page.marginSide;

export const textHeightOf = ({ page }: Theme, landscape: boolean): number =>
  (landscape ? A4.width : A4.height) - page.marginTop - page.marginBottom;

export async function loadTheme(): Promise<Theme> {
  return JSON.parse(await readFile(join(PACKAGE, 'templates/theme.json'), 'utf8')) as Theme;
}
