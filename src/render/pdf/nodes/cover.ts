/** The first page: what it is, for whom, by whom, of when, in what state; then whose it is and what is illustrative. */

import type { DocumentMeta } from '../../../documents/tree.js';
import { versionEnClair } from '../../../exhibits/format.js';
import { A4, logoSizes, type Theme } from '../../theme.js';
import type { Node } from '../definition.js';
import { withSoftHyphens } from '../words/hyphenation.js';
import { type CoverFrame, type CoverPlan, type CoverText, coverIsRoomy, coverPlan } from './cover-plan.js';

/** Drawn behind the first page only. */
export const coverBackground = (meta: DocumentMeta, theme: Theme, entries: number): Node => ({
  canvas: [
    { type: 'rect', x: 0, y: 0, w: A4.width, h: planOf(meta, theme, entries).band, color: theme.colours.accent },
  ],
});

/** Height of the logos at most, in points. */
const LOGOS = { height: 42, gap: 18 };

function logoNodes({ logos, page }: Theme, width: number, foot: number): Node[] {
  let x = page.marginSide;
  return logoSizes(logos, width, LOGOS.height, LOGOS.gap).flatMap((size, i): Node[] => {
    const logo = logos[i];
    if (!logo) return [];
    const absolutePosition = { x, y: foot - size.height };
    x += size.width + LOGOS.gap;
    const { svg, picture, alt } = logo;
    if (svg !== undefined) return [{ svg, alt, ...size, absolutePosition }];
    return picture ? [{ image: `data:${picture.mime};base64,${picture.base64}`, alt, ...size, absolutePosition }] : [];
  });
}

/** Beyond `most` entries the contents are a page's matter, whatever the room; heights in points. */
const CONTENTS = { title: 32, entry: 17, most: 14 };

const widthOf = ({ page }: Theme): number => A4.width - 2 * page.marginSide;

/** What stands on the cover, and the frame that holds it. `entries`: lines of contents. */
function given(meta: DocumentMeta, theme: Theme, entries: number): [CoverText, CoverFrame] {
  const width = widthOf(theme);
  const [logo] = logoSizes(theme.logos, width, LOGOS.height, LOGOS.gap);
  return [
    {
      phase: meta.phase,
      deliverable: meta.deliverable,
      title: meta.title,
      said: [
        ...meta.parties.map(([role, name]) => `${role}  ${name}`),
        `Version  ${versionEnClair(meta)}`,
        `État  ${meta.state.label}`,
      ],
      notices: meta.notices,
      contents: entries > 0 ? CONTENTS.title + entries * CONTENTS.entry : 0,
      logos: logo ? logo.height : 0,
    },
    { width, marginTop: theme.page.marginTop, marginBottom: theme.page.marginBottom, sizes: theme.sizes },
  ];
}

const planOf = (meta: DocumentMeta, theme: Theme, entries: number): CoverPlan =>
  coverPlan(...given(meta, theme, entries));

/** Whether the contents of a document, `entries` lines, hold between what its cover says and its notices. */
export const coverHolds = (meta: DocumentMeta, theme: Theme, entries: number): boolean =>
  entries > 0 && entries <= CONTENTS.most && coverIsRoomy(...given(meta, theme, entries));

/** `contents`: those of a document of few chapters, in so many `entries`, below what the cover says; none stands elsewhere then. */
export function coverNodes(meta: DocumentMeta, theme: Theme, contents: readonly Node[], entries: number): Node[] {
  const { colours, sizes, page } = theme;
  const side = page.marginSide;
  const width = widthOf(theme);
  const plan = planOf(meta, theme, entries);
  const line = (label: string, value: string): Node => ({
    text: [
      { text: `${label}  `, color: colours.muted },
      { text: value, bold: true },
    ],
    fontSize: plan.said.size,
    margin: [0, 0, 0, plan.said.after],
  });
  return [
    {
      text: meta.phase || ' ',
      color: colours.paper,
      fontSize: sizes.lead,
      margin: [0, plan.phase.top - page.marginTop, 0, 8],
    },
    {
      struct: { type: 'Title' },
      text: meta.deliverable,
      bold: true,
      color: colours.paper,
      fontSize: plan.deliverable.size,
      lineHeight: 1.05,
      margin: [0, 0, 0, 10],
    },
    { text: meta.title, color: colours.paper, fontSize: plan.title.size, lineHeight: 1.2 },
    {
      absolutePosition: { x: side, y: plan.said.top },
      stack: [
        ...meta.parties.map(([role, name]) => line(role, name)),
        line('Version', versionEnClair(meta)),
        line('État', meta.state.label),
        ...contents.map((node): Node => ({ stack: [node], margin: [0, 14, 0, 0] })),
      ],
      width,
    },
    {
      absolutePosition: { x: side, y: plan.notices.top },
      stack: meta.notices.map((notice) => ({
        text: withSoftHyphens(notice),
        fontSize: plan.notices.size,
        lineHeight: 1.25,
        color: colours.muted,
        margin: [0, 0, 0, 6] as [number, number, number, number],
      })),
      width,
    },
    ...logoNodes(theme, width, plan.logosFoot),
    { text: '', pageBreak: 'after', struct: 'Artifact' },
  ];
}
