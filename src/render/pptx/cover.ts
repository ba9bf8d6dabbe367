/** The first slide: what the meeting is, and the logos of who makes the study. */
import type { SlideDeck } from '../../documents/slides.js';
import { logoSizes, type Theme } from '../theme.js';
import { type Deck, hex, type Page } from './deck.js';
import { COVER_TITLE, titleText } from './measure.js';

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

/** Its master: on the colour of the study, one title. */
export function defineCover(pptx: Deck, theme: Theme): void {
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
            y: 0.4,
            w: COVER_TITLE.width,
            h: COVER_TITLE.height,
            fontFace: theme.officeFont,
            fontSize: COVER_TITLE.sizes[0],
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
}

export function addCover(pptx: Deck, deck: SlideDeck, theme: Theme): void {
  const cover = pptx.addSlide({ masterName: 'COUVERTURE' });
  cover.addText(titleText(deck.subtitle, COVER_TITLE), { placeholder: 'titre' });
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
  if (deck.notes) cover.addNotes(deck.notes);
}
