/** A document tree as a tagged PDF, meant for PDF/UA-1 and PDF/A-3a: same tree, same bytes. */
import type { Attachment, Block, DocumentTree } from '../../documents/tree.js';
import type { TableExhibit } from '../../exhibits/types.js';
import { facesInForce, STYLES, withFaces } from '../../fonts/faces.js';
import { drawable } from '../text/glyphs.js';
import { legible, mapTexts } from '../text/legible.js';
import { type Theme, textHeightOf, textWidthOf } from '../theme.js';
import type { Context, Node } from './definition.js';
import { taggedPdfmake } from './install.js';
import type { PdfDocument } from './internals.js';
import { contentsNode, headingsIn, secondColumn } from './nodes/contents.js';
import { coverBackground, coverHolds, coverNodes } from './nodes/cover.js';
import { referencesOf } from './nodes/margin-notes.js';
import { behind, runningFooter, runningHeader } from './nodes/page.js';
import { bookmarkParents, flow, isAnnex, levelAfter, segments } from './pages/flow.js';
import { leastWidth } from './tables/column-widths.js';
import { rowsByKind } from './tables/table-kinds.js';
import { ACCESSIBILITY_XMP } from './tagging/xmp.js';

export interface PdfOptions {
  attachments: readonly Attachment[];
  /** ISO date of the deliverable: that of its properties and attachments. */
  date: string;
}

/** Set in the study's own faces when it has some. */
export const renderPdf = (
  given: DocumentTree,
  theme: Theme,
  options: PdfOptions,
): Promise<{ bytes: Uint8Array; pages: number }> => withFaces(theme.fonts, () => render(given, theme, options));

async function render(
  given: DocumentTree,
  theme: Theme,
  { attachments, date }: PdfOptions,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const tree = mapTexts(given, (text, key) => drawable(legible(text), key === 'svg'));
  const pdfmake = taggedPdfmake();
  const { source } = facesInForce();
  const sources = Object.fromEntries(STYLES.map((style) => [style, source(style)]));
  pdfmake.setFonts({ Sans: sources });
  pdfmake.setLocalAccessPolicy((path) => Object.values(sources).includes(path));
  pdfmake.setUrlAccessPolicy(() => false);
  const document = await pdfmake.createPdf(definition(tree, theme, attachments, fullDate(date))).getStream();
  document.appendXML(ACCESSIBILITY_XMP);
  return collect(document);
}

/** Tables of more columns are measured: they may not hold on an upright page. */
const MANY_COLUMNS = 8;
/** Headings in the contents, at most, for these to be sure to hold on one page. */
const SHORT_CONTENTS = 27;
/** Beyond these, in ordinary lines, they would take two. */
const LONG_CONTENTS = 34;

/** « 2018-02 » is taken as its first day. */
const fullDate = (iso: string): Date => new Date(`${`${iso}-01-01`.slice(0, 10)}T00:00:00Z`);

/** Where the contents stand: a few lines on the cover, which has room; short ones below the opening pages, whole; long ones on pages of their own. */
interface Contents {
  place: 'cover' | 'below' | 'page';
  lines: number;
  node: Node;
}

interface Setting {
  contents: Contents;
  /** `reading`: before the annexes, where running text keeps to its column. */
  context(landscape: boolean, reading?: boolean): Context;
}

/** What the whole document settles for each of its parts. */
function settingOf(tree: DocumentTree, theme: Theme): Setting {
  const { page, sizes, colours } = theme;
  const all = [...tree.front, ...tree.body];
  const headings = headingsIn(all, tree.tocDepth);
  const lines = headings.length;
  const second = secondColumn(headings, theme);
  const place = coverHolds(tree.meta, theme, lines) ? 'cover' : lines <= SHORT_CONTENTS ? 'below' : 'page';
  const shared = {
    theme,
    tocDepth: tree.tocDepth,
    denseContents: place !== 'page' || lines > LONG_CONTENTS,
    second,
    targets: new Set(idsOf(all)),
    parents: bookmarkParents(all, tree.tocDepth),
    references: referencesOf(tree.body),
    rowsOfKind: rowsByKind(tablesOf(all)),
  };
  const title: Node = {
    struct: { type: 'H1' },
    text: 'Sommaire',
    bold: true,
    fontSize: place === 'cover' ? sizes.h2 : sizes.h1,
    color: colours.accent,
    margin: [0, 0, 0, 6],
  };
  return {
    contents: { place, lines, node: contentsNode(title, second.size > 0) },
    context: (landscape, reading = false) => ({
      ...shared,
      landscape,
      measure: tree.column === true && reading && !landscape ? page.measure : undefined,
      height: textHeightOf(theme, landscape),
      width: textWidthOf(theme, landscape),
    }),
  };
}

/** What stands before the first chapter: the cover, the opening pages, the contents. `front` is empty where the opening pages are laid with the chapters. */
function opening({ meta }: DocumentTree, theme: Theme, { place, lines, node }: Contents, front: Node[]): object[] {
  if (place === 'cover') return [...coverNodes(meta, theme, [node], lines), ...front];
  const contents =
    place === 'below'
      ? { stack: [node], unbreakable: true, margin: [0, 24, 0, 0] }
      : { stack: [node], pageBreak: 'before' };
  return [...coverNodes(meta, theme, [], 0), ...front, contents];
}

/** The chapters, in sections of upright or of wide pages, each with what `page` says of its pages. */
function chapters(tree: DocumentTree, theme: Theme, { context }: Setting, joined: boolean, page: object): object[] {
  const upright = textWidthOf(theme, false);
  const holds = (table: TableExhibit): boolean =>
    table.columns.length <= MANY_COLUMNS || leastWidth(table.columns, table.rows, theme.sizes.wideTable) <= upright;
  let [level, reading] = [levelAfter(tree.front, 1), true];
  return segments(joined ? [...tree.front, ...tree.body] : tree.body, holds).map(({ landscape, blocks }, index) => {
    // The first chapter turns the page after the contents by itself.
    const first = index === 0 && !landscape;
    const laid = flow(blocks, context(landscape, reading), !first || joined, level);
    level = levelAfter(blocks, level);
    reading &&= !blocks.some(isAnnex);
    return first
      ? laid
      : { section: [laid], pageOrientation: landscape ? 'landscape' : 'portrait', pageSize: 'A4', ...page };
  });
}

function definition(tree: DocumentTree, theme: Theme, attachments: readonly Attachment[], date: Date): object {
  const { meta } = tree;
  const { page, sizes, colours } = theme;
  const setting = settingOf(tree, theme);
  const { contents, context } = setting;
  const onCover = contents.place === 'cover';
  // With the contents on the cover, nothing stands between the opening pages and the first chapter: their pages are planned together.
  const joined = onCover && tree.column !== true;
  const running = {
    pageMargins: [page.marginSide, page.marginTop, page.marginSide, page.marginBottom],
    header: runningHeader(meta, theme),
    footer: runningFooter(meta, theme),
  };
  return {
    version: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    displayTitle: true,
    language: meta.language,
    info: {
      title: `${meta.deliverable} – ${meta.title}`,
      author: meta.author,
      subject: meta.subject,
      keywords: meta.keywords.join(', '),
      creationDate: date,
      producer: 'atelier',
      creator: 'atelier',
    },
    pageSize: 'A4',
    ...running,
    defaultStyle: { font: 'Sans', fontSize: sizes.body, lineHeight: 1.15, color: colours.ink },
    background: (number: number, size: { width: number; height: number }) =>
      number === 1 ? coverBackground(meta, theme, onCover ? contents.lines : 0) : behind(meta, size, theme),
    files: Object.fromEntries(attachments.map((attachment) => [attachment.name, fileOf(attachment, date)])),
    content: [
      ...opening(tree, theme, contents, joined ? [] : [flow(tree.front, context(false), true)]),
      ...chapters(tree, theme, setting, joined, running),
    ],
  };
}

const idsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.type === 'callout' || block.type === 'quote') return idsOf(block.children);
    return 'id' in block ? [block.id] : [];
  });

const tablesOf = (blocks: readonly Block[]): TableExhibit[] =>
  blocks.flatMap((block) => (block.type === 'table' ? [block.exhibit] : []));

const fileOf = ({ name, mime, bytes, relationship, description }: Attachment, date: Date): object => ({
  src: `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`,
  name,
  type: mime,
  relationship,
  description,
  creationDate: date,
  modifiedDate: date,
});

function collect(document: PdfDocument): Promise<{ bytes: Uint8Array; pages: number }> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('error', reject);
    document.on('end', () => {
      const bytes = Buffer.concat(chunks);
      resolve({ bytes, pages: (bytes.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length });
    });
    document.end();
  });
}
