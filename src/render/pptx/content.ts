/** Content of a slide: figures, bullets, columns, table, chart, resolutions, each in its place. */
import type { Slide, SlideDeck } from '../../documents/slides.js';

type PptxClass = typeof import('pptxgenjs').default;
export type Deck = InstanceType<PptxClass>;
export type Page = ReturnType<Deck['addSlide']>;

export const INK = '1F2A30';
export const MUTED = '56636A';
export const FONT = 'Calibri';
export const hex = (colour: string): string => colour.replace('#', '').toUpperCase();

/** A slide of 13.33 × 7.5 inches. */
const PAGE = { left: 0.6, top: 1.65, right: 12.73, bottom: 6.75 };

interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

function addChart(page: Page, pptx: Deck, { chart }: Slide, deck: SlideDeck, box: Box): void {
  if (!chart) return;
  page.addChart(
    pptx.ChartType.bar,
    // A lying chart is drawn from its foot, and read from its head.
    chart.series.map(({ name, values }) =>
      chart.lying
        ? { name, labels: [...chart.categories].reverse(), values: [...values].reverse() }
        : { name, labels: chart.categories, values },
    ),
    {
      ...box,
      barDir: chart.lying ? 'bar' : 'col',
      barGrouping: chart.stacked ? 'stacked' : 'clustered',
      // One colour for one series: it would else be taken for a difference between its bars.
      chartColors: (chart.series.length > 1 ? deck.colours : [deck.accent]).map(hex),
      showTitle: true,
      title: chart.title,
      titleFontFace: FONT,
      titleFontSize: 14,
      titleColor: INK,
      showLegend: chart.series.length > 1,
      legendPos: 'b',
      legendFontSize: 11,
      catAxisLabelFontSize: 11,
      valAxisLabelFontSize: 10,
      valAxisLabelFormatCode: '#,##0',
      showValAxisTitle: true,
      valAxisTitle: chart.axis,
      valAxisTitleFontSize: 10,
      valGridLine: { color: 'D5DCDE', size: 0.5 },
      altText: chart.alt,
    },
  );
}

/** Widths by the text of each column, none narrower than its longest word, in tens of characters of the head's size. */
function columnWidths(table: readonly (readonly string[])[], width: number): number[] {
  const columns = (table[0] ?? []).map((_, c) => table.map((row) => row[c] ?? ''));
  const longest = columns.map((cells) => Math.min(46, Math.max(9, ...cells.map((text) => text.length))));
  const words = columns.map((cells) =>
    Math.max(...cells.flatMap((text) => text.split(/[\s-]/)).map((word) => word.length)),
  );
  const total = longest.reduce((sum, length) => sum + length, 0);
  // About 0.115 inch a character in bold at 14 points, and the margins.
  const least = words.map((length) => Math.min(2.6, length * 0.115 + 0.2));
  const wanted = longest.map((length, c) => Math.max(least[c] ?? 0, (width * length) / total));
  const over = wanted.reduce((sum, w) => sum + w, 0) - width;
  const spare = wanted.map((w, c) => Math.max(0, w - (least[c] ?? 0)));
  const room = spare.reduce((sum, w) => sum + w, 0);
  return wanted.map((w, c) => (room > 0 ? w - (over * (spare[c] ?? 0)) / room : width / wanted.length));
}

/** Values set large in a row of cells; gives the height taken. */
function addFigures(page: Page, figures: NonNullable<Slide['figures']>, deck: SlideDeck, box: Box): number {
  const gap = 0.25;
  const w = (box.w - gap * (figures.length - 1)) / figures.length;
  figures.forEach(({ value, label }, i) => {
    page.addText(
      [
        { text: value, options: { fontSize: 28, bold: true, color: hex(deck.accent), breakLine: true } },
        { text: label, options: { fontSize: 13, color: MUTED } },
      ],
      {
        x: box.x + i * (w + gap),
        y: box.y,
        w,
        h: 1.1,
        fontFace: FONT,
        valign: 'middle',
        fill: { color: 'F3F6F5' },
        margin: 8,
      },
    );
  });
  return 1.1;
}

/** Lines side by side, each column under its heading. */
function addColumns(page: Page, columns: NonNullable<Slide['columns']>, deck: SlideDeck, box: Box): void {
  const gap = 0.35;
  const w = (box.w - gap * (columns.length - 1)) / columns.length;
  columns.forEach(({ title, lines }, i) => {
    const x = box.x + i * (w + gap);
    page.addShape('line', { x, y: box.y, w, h: 0, line: { color: hex(deck.accent), width: 1.5 } });
    page.addText(title, {
      x,
      y: box.y + 0.05,
      w,
      h: 0.4,
      fontFace: FONT,
      fontSize: 15,
      bold: true,
      color: hex(deck.accent),
      margin: 0,
    });
    page.addText(
      (lines.length > 0 ? lines : ['—']).map((text) => ({
        text,
        options: { bullet: { indent: 12 }, breakLine: true, paraSpaceAfter: 4 },
      })),
      {
        x,
        y: box.y + 0.5,
        w,
        h: box.h - 0.5,
        fontFace: FONT,
        fontSize: 14,
        color: INK,
        valign: 'top',
        margin: 0,
        fit: 'shrink',
      },
    );
  });
}

/** Draft resolutions, each in its box with its letter. */
function addResolutions(page: Page, resolutions: NonNullable<Slide['resolutions']>, deck: SlideDeck, box: Box): void {
  const gap = 0.2;
  const h = Math.min(1.6, (box.h - gap * (resolutions.length - 1)) / resolutions.length);
  resolutions.forEach(({ letter, title, text }, i) => {
    const y = box.y + i * (h + gap);
    page.addText(letter, {
      x: box.x,
      y,
      w: 0.8,
      h,
      fontFace: FONT,
      fontSize: 30,
      bold: true,
      color: 'FFFFFF',
      align: 'center',
      valign: 'middle',
      fill: { color: hex(deck.accent) },
    });
    page.addText(
      [
        { text: title, options: { bold: true, fontSize: 16, breakLine: true } },
        { text, options: { fontSize: 14 } },
      ],
      {
        x: box.x + 0.8,
        y,
        w: box.w - 0.8,
        h,
        fontFace: FONT,
        color: INK,
        valign: 'middle',
        fill: { color: 'F3F6F5' },
        margin: 10,
        fit: 'shrink',
      },
    );
  });
}

function addBullets(page: Page, bullets: readonly string[], box: Box, half: boolean): number {
  const size = bullets.join('').length > (half ? 420 : 760) ? 15 : 18;
  const perLine = (box.w * 72) / (size * 0.5);
  const lines = bullets.reduce((sum, text) => sum + Math.ceil(text.length / perLine), 0);
  const height = Math.min(box.h, lines * size * 0.0195 + bullets.length * 0.12 + 0.15);
  page.addText(
    bullets.map((text) => ({ text, options: { bullet: { indent: 16 }, breakLine: true, paraSpaceAfter: 8 } })),
    {
      x: box.x,
      y: box.y,
      w: box.w,
      h: height,
      fontFace: FONT,
      fontSize: size,
      color: INK,
      valign: 'top',
      margin: 0,
      fit: 'shrink',
    },
  );
  return height;
}

function addTable(page: Page, table: readonly (readonly string[])[], deck: SlideDeck, box: Box): void {
  const [head = [], ...rows] = table;
  // A fuller table is set smaller, so that it holds on the slide.
  const size = rows.length > 7 || table.flat().join('').length > 900 ? 12 : rows.length <= 4 ? 16 : 14;
  page.addTable(
    [
      head.map((text) => ({ text, options: { bold: true, color: 'FFFFFF', fill: { color: hex(deck.accent) } } })),
      ...rows.map((row) => row.map((text, c) => ({ text, options: c === 0 ? { bold: true } : {} }))),
    ],
    {
      x: box.x,
      y: box.y,
      w: box.w,
      fontFace: FONT,
      fontSize: size,
      colW: columnWidths(table, box.w),
      color: INK,
      border: { type: 'solid', pt: 0.5, color: 'CFD6D9' },
      valign: 'middle',
      margin: rows.length <= 4 ? 0.12 : 0.06,
    },
  );
}

export function addContent(page: Page, pptx: Deck, slide: Slide, deck: SlideDeck): void {
  const { left, top, right, bottom } = PAGE;
  const foot = slide.caution ? bottom - 0.35 : bottom;
  const half = slide.chart !== undefined && (slide.bullets.length > 0 || slide.table !== undefined);
  const w = half ? 5 : right - left;
  let y = top;
  const box = (): Box => ({ x: left, y, w, h: foot - y });
  if (slide.figures) y += addFigures(page, slide.figures, deck, box()) + 0.3;
  if (slide.bullets.length > 0) y += addBullets(page, slide.bullets, box(), half) + 0.2;
  if (slide.columns) addColumns(page, slide.columns, deck, box());
  if (slide.resolutions) addResolutions(page, slide.resolutions, deck, box());
  if (slide.table) addTable(page, slide.table, deck, box());
  const chartLeft = half ? left + w + 0.3 : left;
  addChart(page, pptx, slide, deck, { x: chartLeft, y: top, w: right - chartLeft, h: foot - top });
  if (slide.caution)
    page.addText(slide.caution, {
      x: left,
      y: bottom - 0.3,
      w: right - left,
      h: 0.3,
      fontFace: FONT,
      fontSize: 11,
      italic: true,
      color: MUTED,
      margin: 0,
    });
}
