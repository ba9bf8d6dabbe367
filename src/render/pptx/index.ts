/** Draws a deck as a .pptx file with native, editable charts: same deck, same bytes. */
import { createRequire } from 'node:module';
import type { Slide, SlideDeck } from '../../documents/slides.js';
import { typographie } from '../../texte/typographie.js';
import { escapeXml, legible, mapTexts } from '../text/legible.js';
import type { Theme } from '../theme.js';
import { addCover, defineCover } from './cover.js';
import { addPage, definePage } from './page.js';
import { splitSlides } from './split.js';
import { deterministicPptx } from './zip.js';

/** The slides that are drawn: the first way that holds in as many as the deck may have. */
function slidesOf({ slides, shorter }: Pick<SlideDeck, 'slides' | 'shorter'>): Slide[] {
  const drawn = splitSlides(slides);
  if (!shorter || drawn.length < shorter.most) return drawn;
  const ways = shorter.ways.map(splitSlides);
  return ways.find((way) => way.length < shorter.most) ?? ways.at(-1) ?? drawn;
}

const require = createRequire(import.meta.url);

type PptxClass = typeof import('pptxgenjs').default;

export async function renderPptx(
  given: SlideDeck,
  theme: Theme,
  date: string,
): Promise<{ bytes: Uint8Array; slides: number }> {
  // A drawing has its own spaces and apostrophes already.
  const deck = mapTexts(given, (text, key) => (key === 'svg' ? legible(text) : typographie(legible(text))));
  // The package's ES build cannot be loaded by Node; its CommonJS build can.
  const Pptx = require('pptxgenjs') as PptxClass;
  const pptx = new Pptx();
  pptx.layout = 'LAYOUT_WIDE';
  pptx.title = `${deck.title} – ${deck.subtitle}`;
  pptx.author = deck.author;
  // The one property that the library does not escape.
  pptx.company = escapeXml(deck.author);
  pptx.subject = deck.subtitle;
  pptx.theme = { headFontFace: theme.officeFont, bodyFontFace: theme.officeFont };
  definePage(pptx, deck.title, theme);
  defineCover(pptx, theme);
  addCover(pptx, deck, theme);
  const slides = slidesOf(deck);
  for (const slide of slides) addPage(pptx, slide, theme);
  const raw = (await pptx.write({ outputType: 'uint8array' })) as Uint8Array;
  return { bytes: deterministicPptx(raw, date, theme), slides: slides.length + 1 };
}
