/** What every slide but the first has: its title, its theme above, the study and the number at its foot. */
import type { Slide } from '../../documents/slides.js';
import type { Theme } from '../theme.js';
import { addContent } from './content.js';
import { type Deck, hex } from './deck.js';
import { TITLE, titleText } from './measure.js';

/** `foot`: what stands under each slide. */
export function definePage(pptx: Deck, foot: string, theme: Theme): void {
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
            w: TITLE.width,
            h: TITLE.height,
            fontFace: theme.officeFont,
            fontSize: TITLE.sizes[0],
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
          text: foot,
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
}

export function addPage(pptx: Deck, slide: Slide, theme: Theme): void {
  const page = pptx.addSlide({ masterName: 'PAGE' });
  page.addText(titleText(slide.title, TITLE), { placeholder: 'titre' });
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
