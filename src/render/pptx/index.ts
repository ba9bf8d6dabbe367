/** Draws a deck as a .pptx file with native, editable charts: same deck, same bytes. */
import { createRequire } from 'node:module';
import type { Slide, SlideDeck } from '../../documents/slides.js';
import { escapeXml, legible, mapTexts } from '../text/legible.js';
import { deterministicPptx } from './zip.js';

type PptxClass = typeof import('pptxgenjs').default;
type Deck = InstanceType<PptxClass>;
type Page = ReturnType<Deck['addSlide']>;

const INK = '1F2A30';
const MUTED = '56636A';
const FONT = 'Calibri';
const hex = (colour: string): string => colour.replace('#', '').toUpperCase();

/** A slide of 13.33 × 7.5 inches. */
const PAGE = { width: 13.33, left: 0.6, top: 1.35, right: 12.73, bottom: 6.9 };

/** A table taller than this is cut into slides. */
const ROWS = 9;

/** Slides that hold: a long table or list goes on to another slide. */
export function splitSlides(slides: readonly Slide[]): Slide[] {
  return slides.flatMap((slide): Slide[] => {
    const [head, ...rows] = slide.table ?? [];
    if (head && rows.length > ROWS) {
      const parts = Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, i) =>
        rows.slice(i * ROWS, (i + 1) * ROWS),
      );
      return parts.map((part, i) => ({
        ...(i === 0 ? slide : { title: slide.title, bullets: [] }),
        title: parts.length > 1 ? `${slide.title} (${i + 1}/${parts.length})` : slide.title,
        table: [head, ...part],
      }));
    }
    return [slide];
  });
}

function addChart(
  page: Page,
  pptx: Deck,
  { chart }: Slide,
  deck: SlideDeck,
  box: { x: number; y: number; w: number; h: number },
): void {
  if (!chart) return;
  page.addChart(
    pptx.ChartType.bar,
    chart.series.map(({ name, values }) => ({ name, labels: chart.categories, values })),
    {
      ...box,
      barDir: 'col',
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

/** Widths by the longest text of each column, none under an inch. */
function columnWidths(table: readonly (readonly string[])[], width: number): number[] {
  const longest = (table[0] ?? []).map((_, c) => Math.min(60, Math.max(8, ...table.map((row) => row[c]?.length ?? 0))));
  const total = longest.reduce((sum, length) => sum + length, 0);
  return longest.map((length) => (width * length) / total);
}

function addContent(page: Page, pptx: Deck, slide: Slide, deck: SlideDeck): void {
  const { left, top, right, bottom } = PAGE;
  const half = slide.chart !== undefined && (slide.bullets.length > 0 || slide.table !== undefined);
  const width = half ? 5.6 : right - left;
  let y = top;
  if (slide.bullets.length > 0) {
    const size = slide.bullets.join('').length > 700 ? 14 : 18;
    const perLine = (width * 72) / (size * 0.5);
    const lines = slide.bullets.reduce((sum, text) => sum + Math.ceil(text.length / perLine), 0);
    const height = Math.min(slide.table ? 2.4 : bottom - y, lines * size * 0.0195 + slide.bullets.length * 0.09 + 0.15);
    page.addText(
      slide.bullets.map((text) => ({ text, options: { bullet: { indent: 16 }, breakLine: true, paraSpaceAfter: 6 } })),
      { x: left, y, w: width, h: height, fontFace: FONT, fontSize: size, color: INK, valign: 'top', fit: 'shrink' },
    );
    y += height + 0.15;
  }
  if (slide.table) {
    const [head = [], ...rows] = slide.table;
    page.addTable(
      [
        head.map((text) => ({ text, options: { bold: true, color: 'FFFFFF', fill: { color: hex(deck.accent) } } })),
        ...rows.map((row) => row.map((text) => ({ text }))),
      ],
      {
        x: left,
        y,
        w: width,
        fontFace: FONT,
        fontSize: 14,
        colW: columnWidths(slide.table, width),
        color: INK,
        border: { type: 'solid', pt: 0.5, color: 'CFD6D9' },
        valign: 'middle',
        margin: 0.05,
      },
    );
  }
  const chartLeft = half ? left + width + 0.3 : left;
  addChart(page, pptx, slide, deck, { x: chartLeft, y: top, w: right - chartLeft, h: bottom - top });
}

export async function renderPptx(given: SlideDeck, date: string): Promise<{ bytes: Uint8Array; slides: number }> {
  const deck = mapTexts(given, legible);
  // The package's ES build cannot be loaded by Node; its CommonJS build can.
  const Pptx = createRequire(import.meta.url)('pptxgenjs') as PptxClass;
  const pptx = new Pptx();
  pptx.layout = 'LAYOUT_WIDE';
  pptx.title = `${deck.title} – ${deck.subtitle}`;
  pptx.author = deck.author;
  // The one property that the library does not escape.
  pptx.company = escapeXml(deck.author);
  pptx.subject = deck.subtitle;
  pptx.theme = { headFontFace: FONT, bodyFontFace: FONT };
  pptx.defineSlideMaster({
    title: 'PAGE',
    background: { color: 'FFFFFF' },
    objects: [
      { rect: { x: 0, y: 0, w: 0.18, h: 7.5, fill: { color: hex(deck.accent) } } },
      {
        placeholder: {
          options: {
            name: 'titre',
            type: 'title',
            x: 0.6,
            y: 0.35,
            w: 12.1,
            h: 0.85,
            fontFace: FONT,
            fontSize: 26,
            bold: true,
            color: hex(deck.accent),
            align: 'left',
            valign: 'middle',
          },
          text: '',
        },
      },
      {
        text: {
          text: deck.title,
          options: { x: 0.6, y: 7.05, w: 10, h: 0.3, fontFace: FONT, fontSize: 10, color: MUTED },
        },
      },
    ],
    slideNumber: { x: 12.4, y: 7.05, fontFace: FONT, fontSize: 10, color: MUTED },
  });
  pptx.defineSlideMaster({
    title: 'COUVERTURE',
    background: { color: hex(deck.accent) },
    objects: [
      {
        placeholder: {
          options: {
            name: 'titre',
            type: 'title',
            x: 0.9,
            y: 2,
            w: 11.5,
            h: 1.4,
            fontFace: FONT,
            fontSize: 38,
            bold: true,
            color: 'FFFFFF',
            align: 'left',
            valign: 'bottom',
          },
          text: '',
        },
      },
    ],
  });
  const cover = pptx.addSlide({ masterName: 'COUVERTURE' });
  cover.addText(deck.subtitle, { placeholder: 'titre' });
  cover.addText(
    [deck.title, ...deck.lines].map((text) => ({ text, options: { breakLine: true } })),
    { x: 0.9, y: 3.6, w: 11.5, h: 2.2, fontFace: FONT, fontSize: 18, color: 'FFFFFF', valign: 'top' },
  );
  const slides = splitSlides(deck.slides);
  for (const slide of slides) {
    const page = pptx.addSlide({ masterName: 'PAGE' });
    page.addText(slide.title, { placeholder: 'titre' });
    addContent(page, pptx, slide, deck);
    if (slide.notes) page.addNotes(slide.notes);
  }
  const raw = (await pptx.write({ outputType: 'uint8array' })) as Uint8Array;
  return { bytes: deterministicPptx(raw, date), slides: slides.length + 1 };
}
