/** Content of a slide: figures, bullets, columns, table, chart, resolutions, each in its place. */
import type { Slide } from '../../documents/slides.js';
import { numberAt } from '../../lists/at.js';
import type { Theme } from '../theme.js';
import { addChart, hasMarks } from './charts.js';
import { type Box, type Deck, hex, type Page } from './deck.js';
import {
  CAUTION,
  COLUMN_AFTER,
  COLUMN_GAP,
  FIGURES,
  layoutOf,
  layoutOfColumns,
  layoutOfResolutions,
  MARGIN,
  PAGE,
  RESOLUTION_GAP,
  type SlideLayout,
} from './measure.js';

/** Values set large in a row of cells. */
function addFigures(page: Page, figures: NonNullable<Slide['figures']>, theme: Theme, box: Box): void {
  const gap = 0.25;
  const w = (box.w - gap * (figures.length - 1)) / figures.length;
  figures.forEach(({ value, label }, i) => {
    page.addText(
      [
        { text: value, options: { fontSize: 28, bold: true, color: hex(theme.colours.accent), breakLine: true } },
        { text: label, options: { fontSize: 13, color: hex(theme.colours.muted) } },
      ],
      {
        x: box.x + i * (w + gap),
        y: box.y,
        w,
        h: FIGURES,
        fontFace: theme.officeFont,
        valign: 'middle',
        fill: { color: hex(theme.colours.tint) },
        margin: 8,
      },
    );
  });
}

/** Some readers set smaller even what holds, when they are allowed to. */
const shrunk = (holds: boolean): { fit?: 'shrink' } => (holds ? {} : { fit: 'shrink' });

/** Lines side by side, each column under its heading. */
function addColumns(page: Page, columns: NonNullable<Slide['columns']>, theme: Theme, box: Box): void {
  const { widths, title: head, heading, size, height } = layoutOfColumns(columns, box.w, box.h);
  let x = box.x;
  columns.forEach(({ title, lines }, i) => {
    const w = numberAt(widths, i);
    page.addShape('line', { x, y: box.y, w, h: 0, line: { color: hex(theme.colours.accent), width: 1.5 } });
    page.addText(title, {
      x,
      y: box.y + 0.05,
      w,
      h: head - 0.05,
      fontFace: theme.officeFont,
      fontSize: heading,
      bold: true,
      color: hex(theme.colours.accent),
      valign: 'top',
      margin: 0,
    });
    page.addText(
      (lines.length > 0 ? lines : ['—']).map((text) => ({
        text,
        options: { bullet: { indent: 12 }, breakLine: true, paraSpaceAfter: COLUMN_AFTER },
      })),
      {
        x,
        y: box.y + head,
        w,
        h: box.h - head,
        fontFace: theme.officeFont,
        fontSize: size,
        color: hex(theme.colours.ink),
        valign: 'top',
        margin: 0,
        ...shrunk(height <= box.h),
      },
    );
    x += w + COLUMN_GAP;
  });
}

/** Width of the letter of a resolution. */
const LETTER = 0.8;

/** Draft resolutions, each in its box with its letter. */
function addResolutions(page: Page, resolutions: NonNullable<Slide['resolutions']>, theme: Theme, box: Box): void {
  const wide = box.w - LETTER;
  const { size, title: head, heights } = layoutOfResolutions(resolutions, wide, box.h);
  let y = box.y;
  resolutions.forEach(({ letter, title, text }, i) => {
    const h = numberAt(heights, i);
    page.addText(letter, {
      x: box.x,
      y,
      w: LETTER,
      h,
      fontFace: theme.officeFont,
      fontSize: 30,
      bold: true,
      color: hex(theme.colours.paper),
      align: 'center',
      valign: 'middle',
      fill: { color: hex(theme.colours.accent) },
    });
    page.addText(
      [
        { text: title, options: { bold: true, fontSize: head, breakLine: true } },
        { text, options: { fontSize: size } },
      ],
      {
        x: box.x + LETTER,
        y,
        w: wide,
        h,
        fontFace: theme.officeFont,
        color: hex(theme.colours.ink),
        valign: 'middle',
        fill: { color: hex(theme.colours.tint) },
        margin: 10,
        fit: 'shrink',
      },
    );
    y += h + RESOLUTION_GAP;
  });
}

function addBullets(
  page: Page,
  bullets: readonly string[],
  { size, after, holds }: SlideLayout['bullets'],
  theme: Theme,
  box: Box,
): void {
  page.addText(
    // A single paragraph is no list.
    bullets.map((text) => ({
      text,
      options: { ...(bullets.length > 1 ? { bullet: { indent: 16 } } : {}), breakLine: true, paraSpaceAfter: after },
    })),
    {
      ...box,
      fontFace: theme.officeFont,
      fontSize: size,
      color: hex(theme.colours.ink),
      valign: 'top',
      margin: 0,
      ...shrunk(holds),
    },
  );
}

function addTable(
  page: Page,
  [head = [], ...rows]: readonly (readonly string[])[],
  { size, widths, air }: SlideLayout['table'],
  theme: Theme,
  { x, y, w }: Box,
): void {
  page.addTable(
    [
      head.map((text) => ({
        text,
        options: { bold: true, color: hex(theme.colours.paper), fill: { color: hex(theme.colours.accent) } },
      })),
      ...rows.map((row) => row.map((text, c) => ({ text, options: c === 0 ? { bold: true } : {} }))),
    ],
    {
      x,
      y,
      w,
      fontFace: theme.officeFont,
      fontSize: size,
      colW: widths,
      color: hex(theme.colours.ink),
      border: { type: 'solid', pt: 0.5, color: hex(theme.colours.rule) },
      valign: 'middle',
      margin: [MARGIN + air, MARGIN, MARGIN + air, MARGIN],
    },
  );
}

export function addContent(page: Page, pptx: Deck, slide: Slide, theme: Theme): void {
  const { left, top, right, bottom } = PAGE;
  const foot = slide.caution ? bottom - CAUTION : bottom;
  const layout = layoutOf(slide);
  const { width: w } = layout;
  let y = top;
  const box = (h = foot - y): Box => ({ x: left, y, w, h });
  if (slide.figures) {
    addFigures(page, slide.figures, theme, box());
    y += FIGURES + 0.3;
  }
  if (slide.bullets.length > 0) {
    addBullets(page, slide.bullets, layout.bullets, theme, box(Math.min(layout.bullets.height, foot - y)));
    y += layout.bullets.height;
  }
  if (slide.columns) addColumns(page, slide.columns, theme, box());
  if (slide.resolutions) addResolutions(page, slide.resolutions, theme, box());
  if (slide.table) addTable(page, slide.table, layout.table, theme, box());
  const chartLeft = w < right - left ? left + w + 0.3 : left;
  const charts = [slide.chart, slide.second].flatMap((chart) => (chart && hasMarks(chart) ? chart : []));
  const each = (right - chartLeft - 0.3 * (charts.length - 1)) / Math.max(1, charts.length);
  for (const [i, chart] of charts.entries())
    addChart(page, pptx, chart, theme, { x: chartLeft + i * (each + 0.3), y: top, w: each, h: foot - top });
  if (slide.caution)
    page.addText(slide.caution, {
      x: left,
      y: bottom - 0.3,
      w: right - left,
      h: 0.3,
      fontFace: theme.officeFont,
      fontSize: 11,
      italic: true,
      color: hex(theme.colours.muted),
      margin: 0,
    });
}
