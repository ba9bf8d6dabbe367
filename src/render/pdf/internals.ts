/**
 * The parts of pdfmake 0.3.11 that tagging and hyphenation replace. Its CommonJS modules read `require('./X').default` when they
 * make an object, so that assigning a subclass there replaces the class everywhere. These shapes hold for that version only.
 */

import { createRequire } from 'node:module';
import type { Keep } from './pages/flow-record.js';
import type { CellStructure, CutWord, Owner, StructureElement, StructureHint, TableHeadings } from './structure.js';
import type { PdfReference } from './tagging/reference.js';
import type { Font } from './words/font.js';

const require = createRequire(import.meta.url);

const SUPPORTED_PDFMAKE = '0.3.11';

/** pdfkit writes a String object as a PDF string, and a primitive string as a name. */
export const pdfString = (text: string): object => Object(text) as object;

/** A run of text on a line. */
export interface InlineRun {
  text: string;
  x: number;
  width: number;
  font: Font;
  fontSize: number;
  fontFeatures?: unknown;
  link?: string | null;
  linkToDestination?: string | null;
  linkToPage?: number | null;
  leadingCut?: number;
  trailingCut?: number;
  alignment?: string;
  lineEnd?: boolean;
  /** In the contents: the entry that a line names, whose number stands at the end of the line; and that number. */
  entry?: NodeReference | undefined;
  /** Where the number of its page ends, from the left of the page. */
  entryRight?: number | undefined;
  entryNumber?: boolean;
  /** Ends with a soft hyphen, whose width would be `shyWidth`. */
  shy?: boolean;
  shyWidth?: number;
  isHyphen?: boolean;
  /** Part of a word cut at the end of a line. */
  cut?: CutWord | undefined;
  _pageRef?: { _nodeRef?: NodeReference } | undefined;
  _tocItemRef?: unknown;
  _pageNodeRef?: NodeReference | undefined;
  [style: string]: unknown;
}

export interface NodeReference {
  positions?: { pageNumber: number }[];
}

export interface LineBox {
  inlines: InlineRun[];
  maxWidth: number;
  inlineWidths: number;
  trailingCut: number;
  lastLineInParagraph?: boolean;
  newLineForced?: boolean;
  id?: string | undefined;
  owner?: Owner;
  _outline?: { parentId?: string } | undefined;
  _pageNodeRef?: NodeReference | undefined;
  getHeight(): number;
  getAscenderHeight(): number;
  getAvailableWidth(): number;
  hasEnoughSpaceForInline(inline: InlineRun, next?: InlineRun[]): boolean;
}

/** Anything drawn on a page that is not a line of text. */
export interface Drawn {
  owner?: Owner;
  x: number;
  y: number;
  _width: number;
  _height: number;
}

/** A node of the document definition while it is laid out. */
export interface LayoutNode {
  /** Left, top, right, bottom, in points. */
  _margin?: [number, number, number, number];
  absolutePosition?: unknown;
  relativePosition?: unknown;
  pageBreak?: string | undefined;
  /** Where the page before is not half full, its break is given up for this space above it, in points. */
  follows?: number;
  struct?: StructureHint;
  alt?: string;
  text?: unknown;
  svg?: unknown;
  image?: unknown;
  columns?: unknown;
  stack?: LayoutNode[];
  table?: { headerRows?: number; body: LayoutNode[][] };
  ul?: LayoutNode[];
  ol?: LayoutNode[];
  listMarker?: unknown;
  /** Its pages are planned as a whole. */
  flow?: boolean | undefined;
  keep?: Keep;
  /** The heading of a chapter that follows on. */
  chapter?: true;
  /** A paragraph and, beside it, what it cites. */
  beside?: true;
  /** An exhibit, which may go to the top of the next page. */
  exhibit?: 'figure' | 'table';
  /** No exhibit goes past it. */
  barrier?: true;
  /** A table that no page cuts. */
  whole?: boolean;
  /** Rank in a list. */
  rank?: number;
  /** Rows that head a table, where they are too tall to be drawn again on each page. */
  headRows?: number;
  /** Called before each row of a table. */
  beforeRow?: ((row: number) => void) | undefined;
  _bottomByPage?: unknown;
  _breaksBySpan?: unknown;
  toc?: { _table?: LayoutNode };
  /** In the contents: what a number refers to. */
  _tocItemRef?: NodeReference;
  /** Number of leading columns that head their row. */
  headerCols?: number;
  /** A cell that heads its row or column wherever it stands. */
  th?: boolean;
  colSpan?: number;
  rowSpan?: number;
  _span?: boolean;
  _inlines: InlineRun[];
  /** The word that its next line goes on with. */
  cut?: CutWord | undefined;
  /** Marks left by the layout on its way down. */
  listItem?: boolean;
  cell?: CellStructure | undefined;
  /** Names of the headers of a table in groups, as far as it is laid out. */
  headings?: TableHeadings;
  leaf?: boolean;
  tocTable?: boolean;
  /** Where the numbers of its entries end, from the left of the page. */
  tocRight?: number;
}

export interface RowArguments {
  tableNode?: LayoutNode;
  cells: LayoutNode[];
  rowIndex: number;
}

export interface PdfPage {
  dictionary: PdfReference;
  /** What it draws. */
  content: PdfReference;
  width: number;
  height: number;
  structParentTreeKey: number;
  annotations: PdfReference[];
}

export interface OutlineItem {
  children: (OutlineItem & { outlineData: Record<string, unknown> })[];
}

/** pdfkit's document with pdfmake's additions. */
export interface PdfDocument {
  page: PdfPage;
  outline: OutlineItem;
  options: { tagged?: boolean };
  info: Record<string, unknown>;
  structureRoot?: StructureElement;
  _root: { data: Record<string, unknown> & { Names: { data: { Dests: { _compareKeys: unknown } } } } };
  ref(data: object): PdfReference;
  addContent(text: string): void;
  addPage(options?: unknown): unknown;
  annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): unknown;
  getStructParentTree(): { get(key: number): PdfReference[]; add(key: number, ref: PdfReference): void };
  createStructParentTreeNextKey(): number;
  getStructTreeRoot(): PdfReference;
  provideFont(...args: unknown[]): Font;
  registerFont(name: string, bytes: Uint8Array): unknown;
  appendXML(xml: string): void;
  on(event: 'data', listener: (chunk: Uint8Array) => void): void;
  on(event: 'end' | 'pageAdded', listener: () => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
  _addInfo(): void;
  /** Where the next text goes. */
  x: number;
  y: number;
  _line(text: string, options?: object, wrapper?: unknown): void;
  _fragment(text: string, x: number, y: number, options?: object): void;
  end(): unknown;
}

export interface Writer {
  transactionLevel: number;
  beginUnbreakableBlock(): void;
  popContext(): unknown;
  moveToNextPage(): void;
  addLine(line: LineBox, dontMove?: boolean, index?: number): unknown;
  addVector(vector: { owner?: Owner }, ...rest: unknown[]): unknown;
  addSVG(node: Drawn, index?: number): unknown;
  addImage(node: Drawn, index?: number): unknown;
  addFragment(fragment: { items: unknown[]; insertedOnPages?: unknown }, ...rest: unknown[]): boolean;
  context(): {
    getCurrentPage(): {
      items: { item?: { owner?: Owner; inlines?: InlineRun[] } }[];
      pageSize: { width: number; height: number };
      pageMargins: { top: number; bottom: number };
    };
    x: number;
    y: number;
    availableWidth: number;
    availableHeight: number;
    moveDown(points: number): void;
  };
}

export interface Layout {
  tryLayoutDocument(content: unknown, document: PdfDocument, ...rest: unknown[]): unknown;
  addBackground(background: unknown): void;
  addDynamicRepeatable(getter: unknown, size: unknown, name: string): void;
  processNode(node: LayoutNode, vertical?: boolean): unknown;
  processVerticalContainer(node: LayoutNode): unknown;
  processList(ordered: boolean, node: LayoutNode): unknown;
  processTable(node: LayoutNode): unknown;
  processLeaf(node: LayoutNode): unknown;
  processToc(node: LayoutNode): unknown;
  processRow(row: RowArguments): unknown;
  buildNextLine(node: LayoutNode): LineBox | null;
  /** Set while lines are only measured. */
  record?: object | undefined;
}

export interface PageRenderer {
  pdfDocument: PdfDocument;
  outlineMap: Record<string, OutlineItem | undefined>;
  renderPages(pages: unknown): void;
  renderLine(line: LineBox, x: number, y: number): void;
  renderVector(vector: { owner?: Owner }): void;
  renderSVG(node: Drawn): void;
  renderImage(node: Drawn): void;
  beginClip(rect: unknown): void;
  endClip(): void;
  beginVerticalAlignment(item: unknown): void;
  endVerticalAlignment(item: unknown): void;
  renderWatermark(page: unknown): void;
}

export interface TextMeasure {
  pdfDocument: PdfDocument;
  measure(items: InlineRun[], stack: { defaultStyle: object; styleOverrides: (object | string)[] }): InlineRun[];
  widthOfText(text: string, inline: InlineRun): number;
}

/** Draws the rows of a table. */
export interface TableProcessor {
  tableNode: LayoutNode;
  beginRow(row: number, writer: unknown): void;
}

/** A module whose default export is a class that a subclass may replace. */
export interface ClassModule<T> {
  default: new (...args: never[]) => T;
}

export const layoutModule = require('pdfmake/js/LayoutBuilder') as ClassModule<Layout>;
export const writerModule = require('pdfmake/js/PageElementWriter') as ClassModule<Writer>;
export const elementWriterModule = require('pdfmake/js/ElementWriter') as ClassModule<{
  alignLine(line: LineBox): void;
}>;
export const rendererModule = require('pdfmake/js/Renderer') as ClassModule<PageRenderer>;
export const documentModule = require('pdfmake/js/PDFDocument') as ClassModule<PdfDocument>;
export const textModule = require('pdfmake/js/TextInlines') as ClassModule<TextMeasure>;
export const lineModule = require('pdfmake/js/Line') as ClassModule<LineBox>;
export const tableModule = require('pdfmake/js/TableProcessor') as ClassModule<TableProcessor>;

export interface Pdfmake {
  setFonts(fonts: Record<string, Record<string, string>>): void;
  setLocalAccessPolicy(policy: (path: string) => boolean): void;
  setUrlAccessPolicy(policy: (url: string) => boolean): void;
  createPdf(definition: object): { getStream(): Promise<PdfDocument> };
}

/** pdfmake itself. Throws when the installed version is not the one these shapes were read from. */
export function loadPdfmake(): Pdfmake {
  const { version } = require('pdfmake/package.json') as { version: string };
  if (version !== SUPPORTED_PDFMAKE) throw new Error(`pdfmake ${SUPPORTED_PDFMAKE} expected, ${version} found`);
  return require('pdfmake') as Pdfmake;
}
