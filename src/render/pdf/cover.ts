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

/** Top of the notices on an ordinary cover, in points. */
const NOTICES_TOP = 600;

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

/** Letters that a line of the cover holds, counted low, and heights of lines, in points. */
const LINE = { letters: 62, height: 22 };
const NOTICE = { letters: 105, height: 12.6, after: 6 };
/** Beyond `most` entries the contents are a page's matter, whatever the room. */
const CONTENTS = { before: 14, title: 32, entry: 17, most: 9 };
const WHAT = BAND + 34;

const linesOf = (text: string, letters: number): number => Math.max(1, Math.ceil(text.length / letters));

/**
 * Top of the notices, in points: where they usually stand, or as low as they, the logos and the margin let them (`low`).
 * Text laid below the margin of a page would be lost.
 */
function noticesTop(meta: DocumentMeta, { logos, page }: Theme, low: boolean): number {
  const height = meta.notices.reduce(
    (sum, text) => sum + linesOf(text, NOTICE.letters) * NOTICE.height + NOTICE.after,
    0,
  );
  const foot = logos.length > 0 ? LOGOS.foot - LOGOS.height - 12 : A4.height - page.marginBottom;
  const lowest = foot - height;
  return low ? lowest : Math.min(NOTICES_TOP, lowest);
}

/** Whether the contents of a document, `entries` lines, hold between what its cover says and its notices. */
export function coverHolds(meta: DocumentMeta, theme: Theme, entries: number): boolean {
  const said = [...meta.parties.map(([role, name]) => `${role}  ${name}`), meta.version, `État  ${meta.state.label}`];
  const height = said.reduce((sum, text) => sum + linesOf(text, LINE.letters) * LINE.height, 0);
  const contents = CONTENTS.before + CONTENTS.title + entries * CONTENTS.entry;
  return entries <= CONTENTS.most && WHAT + height + contents <= noticesTop(meta, theme, true);
}

/** `contents`: those of a document of few chapters, below what the cover says; none stands elsewhere then. */
export function coverNodes(meta: DocumentMeta, theme: Theme, contents: readonly Node[] = []): Node[] {
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
      absolutePosition: { x: side, y: WHAT },
      stack: [
        ...meta.parties.map(([role, name]) => line(role, name)),
        line('Version', `${meta.version} ${duJour(meta.date)}`),
        line('État', meta.state.label),
        ...contents.map((node): Node => ({ stack: [node], margin: [0, CONTENTS.before, 0, 0] })),
      ],
      width,
    },
    {
      absolutePosition: { x: side, y: noticesTop(meta, theme, contents.length > 0) },
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
