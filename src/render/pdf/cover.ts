/** The first page: what it is, for whom, by whom, of when, in what state; then whose it is and what is illustrative. */
import type { DocumentMeta } from '../../documents/tree.js';
import { duJour } from '../../exhibits/format.js';
import { A4, logoSizes, type Theme } from '../theme.js';
import type { Node } from './definition.js';
import { withSoftHyphens } from './hyphenation.js';

/** Height of the coloured band, in points. */
const BAND = 330;

/** Drawn behind the first page only. */
export const coverBackground = ({ colours }: Theme): Node => ({
  canvas: [{ type: 'rect', x: 0, y: 0, w: A4.width, h: BAND, color: colours.accent }],
});

/** Foot of the logos, and their height at most, in points. */
const LOGOS = { foot: A4.height - 48, height: 42, gap: 18 };

function logoNodes({ logos, page }: Theme, width: number): Node[] {
  let x = page.marginSide;
  return logoSizes(logos, width, LOGOS.height, LOGOS.gap).flatMap((size, i): Node[] => {
    const logo = logos[i];
    if (!logo) return [];
    const absolutePosition = { x, y: LOGOS.foot - size.height };
    x += size.width + LOGOS.gap;
    return [{ image: `data:${logo.mime};base64,${logo.base64}`, alt: logo.alt, ...size, absolutePosition }];
  });
}

export function coverNodes(meta: DocumentMeta, theme: Theme): Node[] {
  const { colours, sizes } = theme;
  const side = theme.page.marginSide;
  const width = A4.width - 2 * side;
  const line = (label: string, value: string): Node => ({
    text: [
      { text: `${label}  `, color: colours.muted },
      { text: value, bold: true },
    ],
    fontSize: sizes.lead,
    margin: [0, 0, 0, 6],
  });
  const top = Math.max(40, BAND - theme.page.marginTop - 190);
  return [
    { text: meta.phase || ' ', color: colours.paper, fontSize: sizes.lead, margin: [0, top, 0, 8] },
    {
      struct: { type: 'Title' },
      text: meta.deliverable,
      bold: true,
      color: colours.paper,
      fontSize: 36,
      lineHeight: 1.05,
      margin: [0, 0, 0, 10],
    },
    { text: meta.title, color: colours.paper, fontSize: 15, lineHeight: 1.2 },
    {
      absolutePosition: { x: side, y: BAND + 34 },
      stack: [
        ...meta.parties.map(([role, name]) => line(role, name)),
        line('Version', `${meta.version} ${duJour(meta.date)}`),
        line('État', meta.state.label),
      ],
      width,
    },
    {
      absolutePosition: { x: side, y: 600 },
      stack: meta.notices.map((notice) => ({
        text: withSoftHyphens(notice),
        fontSize: sizes.small,
        lineHeight: 1.25,
        color: colours.muted,
        margin: [0, 0, 0, 6] as [number, number, number, number],
      })),
      width,
    },
    ...logoNodes(theme, width),
    { text: '', pageBreak: 'after', struct: 'Artifact' },
  ];
}
