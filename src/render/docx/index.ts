/** A document tree as a Word file that a client comments and amends: named styles, real headings, captions and contents. Same tree, same bytes. */
import {
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  ImageRun,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  ShadingType,
  TableOfContents,
  TextRun,
} from 'docx';
import type { Block, DocumentMeta, DocumentTree } from '../../documents/tree.js';
import { versionAuPied, versionEnClair } from '../../exhibits/format.js';
import { segments } from '../pdf/pages/flow.js';
import { legible, mapTexts } from '../text/legible.js';
import { logoSizes, type Theme } from '../theme.js';
import { deterministicDocx } from './archive.js';
import { wordFlow } from './blocks.js';
import { bookmarksOf, colour, listsOf, numbersOf, PAGE, pixels, textWidth, type WordContext } from './context.js';
import { NUMBERING, stylesOf } from './styles.js';

export async function renderDocx(given: DocumentTree, theme: Theme, date: string): Promise<Uint8Array> {
  const tree = mapTexts(given, legible);
  const { meta } = tree;
  const whole = [...tree.front, ...tree.body];
  const bookmarks = bookmarksOf(whole);
  const lists = listsOf(whole);
  const numbers = numbersOf(whole);
  const blocksIn = (blocks: readonly Block[], landscape: boolean): FileChild[] => {
    const context: WordContext = { theme, bookmarks, numbers, lists, width: textWidth(landscape) };
    return wordFlow(blocks, context);
  };
  const contents = [
    new Paragraph({
      style: 'TOCHeading',
      pageBreakBefore: true,
      outlineLevel: 0,
      children: [new TextRun({ text: 'Sommaire' })],
    }),
    new TableOfContents('Sommaire', { hyperlink: true, headingStyleRange: `1-${tree.tocDepth}`, beginDirty: false }),
  ];
  const opening = [...cover(meta, theme), ...blocksIn(tree.front, false), ...contents];
  const sections = [
    section(meta, false, opening, true),
    ...segments(tree.body).map(({ landscape, blocks }) => section(meta, landscape, blocksIn(blocks, landscape))),
  ];
  const document = new Document({
    title: `${meta.deliverable} – ${meta.title}`,
    subject: meta.subject,
    creator: meta.author,
    lastModifiedBy: meta.author,
    keywords: meta.keywords.join(', '),
    styles: stylesOf(theme),
    numbering: NUMBERING,
    sections,
  });
  return deterministicDocx(new Uint8Array(await Packer.toBuffer(document)), date);
}

/** Paragraphs on the colour of the study, the first and the last with room around them. */
const band = (lines: readonly (readonly [string, string])[], { colours }: Theme): FileChild[] => {
  const fill = colour(colours.accent);
  const edge = { style: BorderStyle.SINGLE, size: 4, space: 12, color: fill };
  return lines.map(
    ([style, text]) =>
      new Paragraph({
        style,
        shading: { type: ShadingType.CLEAR, fill },
        border: { top: edge, bottom: edge, left: edge, right: edge },
        spacing: { before: 0, after: 0 },
        children: [new TextRun({ text, color: colour(colours.paper) })],
      }),
  );
};

const cover = (meta: DocumentMeta, theme: Theme): FileChild[] => [
  ...band(
    [
      ['Chapeau', meta.phase],
      ['Title', meta.deliverable],
      ['Chapeau', meta.title],
    ],
    theme,
  ),
  new Paragraph({ spacing: { after: 400 }, children: [] }),
  ...[...meta.parties, ['Version', versionEnClair(meta)] as const, ['État', meta.state.label] as const].map(
    ([role, name]) =>
      new Paragraph({ children: [new TextRun({ text: `${role}\u00a0: ` }), new TextRun({ text: name, bold: true })] }),
  ),
  ...meta.notices.map((notice) => new Paragraph({ style: 'Source', children: [new TextRun({ text: notice })] })),
  ...logoLine(theme),
];

/** In points. */
const LOGO_HEIGHT = 42;

function logoLine({ logos }: Theme): FileChild[] {
  if (logos.length === 0) return [];
  const sizes = logoSizes(logos, textWidth(false) - 20, LOGO_HEIGHT, 12);
  const runs = logos.flatMap(({ picture, alt }, i) => {
    const { width, height } = sizes[i] ?? { width: LOGO_HEIGHT, height: LOGO_HEIGHT };
    const shown = picture
      ? new ImageRun({
          type: picture.mime === 'image/png' ? 'png' : 'jpg',
          data: Buffer.from(picture.base64, 'base64'),
          transformation: { width: pixels(width), height: pixels(height) },
          altText: { name: alt, title: alt, description: alt },
        })
      : new TextRun({ text: alt, bold: true });
    return i === 0 ? [shown] : [new TextRun({ text: '\u00a0\u00a0\u00a0' }), shown];
  });
  return [new Paragraph({ spacing: { before: 400 }, children: runs })];
}

const RIGHT = { type: 'right', position: PAGE.width - 2 * PAGE.margin } as const;

/** `titled`: its first page is the cover, without header nor footer. */
function section(meta: DocumentMeta, landscape: boolean, children: FileChild[], titled = false): ISectionOptions {
  const margin = PAGE.margin;
  const tabStops = [landscape ? { ...RIGHT, position: PAGE.height - 2 * PAGE.margin } : RIGHT];
  const line = (left: string, right: (string | typeof PageNumber.CURRENT)[]): Paragraph =>
    new Paragraph({ style: 'Source', tabStops, children: [new TextRun({ children: [`${left}\t`, ...right] })] });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      ...(titled ? { titlePage: true } : {}),
      page: {
        size: {
          width: PAGE.width,
          height: PAGE.height,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: margin, bottom: margin, left: margin, right: margin },
      },
    },
    headers: { default: new Header({ children: [line(meta.shortTitle, [meta.deliverable])] }) },
    footers: {
      default: new Footer({
        children: [line(versionAuPied(meta), ['page ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES])],
      }),
    },
    children,
  };
}
