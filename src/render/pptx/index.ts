/** Draws a deck as a .pptx file with native, editable charts: same deck, same bytes. */
import { createRequire } from 'node:module';
import type { SlideDeck } from '../../documents/slides.js';
import { typographie } from '../../texte/typographie.js';
import { escapeXml, legible, mapTexts } from '../text/legible.js';
import { logoSizes, type Theme } from '../theme.js';
import { addContent } from './content.js';
import { hex, type Page } from './deck.js';
import { splitSlides } from './split.js';
import { deterministicPptx } from './zip.js';

/** How the name of an organisation stands in the place of its logo. */
const named = ({ officeFont, colours }: Theme) => ({
  fontFace: officeFont,
  fontSize: 12,
  bold: true,
  color: hex(colours.ink),
  align: 'center' as const,
  valign: 'middle' as const,
  fit: 'shrink' as const,
  margin: 0,
});

/** A white band at the foot of the first slide: a logo is not drawn for the colour of the study. */
function addLogos(cover: Page, theme: Theme): void {
  if (theme.logos.length === 0) return;
  cover.addShape('rect', { x: 0, y: 6.3, w: 13.34, h: 1.25, fill: { color: hex(theme.colours.paper) } });
  let x = 0.9;
  logoSizes(theme.logos, 11.5, 0.8, 0.4).forEach(({ width, height }, i) => {
    const logo = theme.logos[i];
    if (!logo) return;
    const { picture, alt } = logo;
    const box = { x, y: 6.9 - height / 2, w: width, h: height };
    if (picture) cover.addImage({ data: `${picture.mime};base64,${picture.base64}`, ...box, altText: alt });
    else cover.addText(alt, { ...box, ...named(theme) });
    x += width + 0.4;
  });
}

type PptxClass = typeof import('pptxgenjs').default;

export async function renderPptx(
  given: SlideDeck,
  theme: Theme,
  date: string,
): Promise<{ bytes: Uint8Array; slides: number }> {
  // A drawing has its own spaces and apostrophes already.
  const deck = mapTexts(given, (text, key) => (key === 'svg' ? legible(text) : typographie(legible(text))));
  // The package's ES build cannot be loaded by Node; its CommonJS build can.
  const Pptx = createRequire(import.meta.url)('pptxgenjs') as PptxClass;
  const pptx = new Pptx();
  pptx.layout = 'LAYOUT_WIDE';
  pptx.title = `${deck.title} – ${deck.subtitle}`;
  pptx.author = deck.author;
  // The one property that the library does not escape.
  pptx.company = escapeXml(deck.author);
  pptx.subject = deck.subtitle;
  pptx.theme = { headFontFace: theme.officeFont, bodyFontFace: theme.officeFont };
  pptx.defineSlideMaster({
    title: 'PAGE',
    background: { color: hex(theme.colours.paper) },
    objects: [
      { rect: { x: 0, y: 0, w: 0.18, h: 7.5, fill: { color: hex(theme.colours.accent) } } },
      {
        placeholder: {
          options: {
            name: 'titre',
            type: 'title',
            x: 0.6,
            y: 0.62,
            w: 12.1,
            h: 0.9,
            fontFace: theme.officeFont,
            fontSize: 24,
            bold: true,
            color: hex(theme.colours.accent),
            align: 'left',
            margin: 0,
            valign: 'middle',
          },
          text: '',
        },
      },
      {
        text: {
          text: deck.title,
          options: {
            x: 0.6,
            y: 7.05,
            w: 10,
            h: 0.3,
            fontFace: theme.officeFont,
            fontSize: 10,
            color: hex(theme.colours.muted),
            margin: 0,
          },
        },
      },
    ],
    slideNumber: { x: 12.4, y: 7.05, fontFace: theme.officeFont, fontSize: 10, color: hex(theme.colours.muted) },
  });
  pptx.defineSlideMaster({
    title: 'COUVERTURE',
    background: { color: hex(theme.colours.accent) },
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
            fontFace: theme.officeFont,
            fontSize: 38,
            bold: true,
            color: hex(theme.colours.paper),
            align: 'left',
            margin: 0,
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
    {
      x: 0.9,
      y: 3.6,
      w: 11.5,
      h: 2.2,
      fontFace: theme.officeFont,
      fontSize: 18,
      color: hex(theme.colours.paper),
      valign: 'top',
      margin: 0,
    },
  );
  addLogos(cover, theme);
  const slides = splitSlides(deck.slides);
  for (const slide of slides) {
    const page = pptx.addSlide({ masterName: 'PAGE' });
    page.addText(slide.title, { placeholder: 'titre' });
    if (slide.theme)
      page.addText(slide.theme.toUpperCase(), {
        x: 0.6,
        y: 0.3,
        w: 12,
        h: 0.3,
        fontFace: theme.officeFont,
        fontSize: 12,
        charSpacing: 1,
        color: hex(theme.colours.muted),
        margin: 0,
      });
    addContent(page, pptx, slide, theme);
    if (slide.notes) page.addNotes(slide.notes);
  }
  const raw = (await pptx.write({ outputType: 'uint8array' })) as Uint8Array;
  return { bytes: deterministicPptx(raw, date, theme), slides: slides.length + 1 };
}
