/** A document tree as a tagged PDF, meant for PDF/UA-1 and PDF/A-3a: same tree, same bytes. */
import type { Attachment, Block, DocumentTree } from '../../documents/tree.js';
import type { TableExhibit } from '../../exhibits/types.js';
import { facesInForce, STYLES, withFaces } from '../../fonts/faces.js';
import { drawable } from '../text/glyphs.js';
import { legible, mapTexts } from '../text/legible.js';
import { type Theme, textHeightOf, textWidthOf } from '../theme.js';
import type { Context } from './definition.js';
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

function definition(tree: DocumentTree, theme: Theme, attachments: readonly Attachment[], date: Date): object {
  const { meta } = tree;
  const { page, sizes, colours } = theme;
  const margins = [page.marginSide, page.marginTop, page.marginSide, page.marginBottom];
  const header = runningHeader(meta, theme);
  const footer = runningFooter(meta, theme);
  const targets = new Set(idsOf([...tree.front, ...tree.body]));
  const parents = bookmarkParents([...tree.front, ...tree.body], tree.tocDepth);
  const headings = headingsIn([...tree.front, ...tree.body], tree.tocDepth);
  const lines = headings.length;
  const second = secondColumn(headings, theme);
  // A few lines stand on the cover, which has room; short contents below the opening pages, whole; long ones turn the page.
  const onCover = coverHolds(meta, theme, lines);
  const short = lines <= SHORT_CONTENTS;
  const references = referencesOf(tree.body);
  const rowsOfKind = rowsByKind(tablesOf([...tree.front, ...tree.body]));
  const context = (landscape: boolean, reading = false): Context => ({
    theme,
    landscape,
    tocDepth: tree.tocDepth,
    denseContents: onCover || short || lines > LONG_CONTENTS,
    second,
    targets,
    parents,
    measure: tree.column === true && reading && !landscape ? page.measure : undefined,
    references,
    rowsOfKind,
    height: textHeightOf(theme, landscape),
    width: textWidthOf(theme, landscape),
  });
  const contents = contentsNode(
    {
      struct: { type: 'H1' },
      text: 'Sommaire',
      bold: true,
      fontSize: onCover ? sizes.h2 : sizes.h1,
      color: colours.accent,
      margin: [0, 0, 0, 6],
    },
    second.size > 0,
  );
  // With the contents on the cover, nothing stands between the opening pages and the first chapter: their pages are planned together.
  const joined = onCover && tree.column !== true;
  const front = joined ? [] : [flow(tree.front, context(false), true)];
  let [level, reading] = [levelAfter(tree.front, 1), true];
  const upright = textWidthOf(theme, false);
  const holds = (table: TableExhibit): boolean =>
    table.columns.length <= MANY_COLUMNS || leastWidth(table.columns, table.rows, sizes.wideTable) <= upright;
  const body = segments(joined ? [...tree.front, ...tree.body] : tree.body, holds).map(
    ({ landscape, blocks }, index): object => {
      // The first chapter turns the page after the contents by itself.
      const first = index === 0 && !landscape;
      const laid = flow(blocks, context(landscape, reading), !first || joined, level);
      level = levelAfter(blocks, level);
      reading &&= !blocks.some(isAnnex);
      if (first) return laid;
      const pageOrientation = landscape ? 'landscape' : 'portrait';
      return { section: [laid], pageOrientation, pageSize: 'A4', pageMargins: margins, header, footer };
    },
  );
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
    pageMargins: margins,
    defaultStyle: { font: 'Sans', fontSize: sizes.body, lineHeight: 1.15, color: colours.ink },
    background: (number: number, size: { width: number; height: number }) =>
      number === 1 ? coverBackground(meta, theme, onCover ? lines : 0) : behind(meta, size, theme),
    header,
    footer,
    files: Object.fromEntries(attachments.map((attachment) => [attachment.name, fileOf(attachment, date)])),
    content: [
      ...coverNodes(meta, theme, onCover ? [contents] : [], onCover ? lines : 0),
      ...front,
      ...(onCover
        ? []
        : short
          ? [{ stack: [contents], unbreakable: true, margin: [0, 24, 0, 0] }]
          : [{ stack: [contents], pageBreak: 'before' }]),
      ...body,
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
