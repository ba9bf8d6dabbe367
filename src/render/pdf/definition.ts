/** The document definition that pdfmake reads, in the few forms that these documents use. */
import type { TableExhibit } from '../../exhibits/types.js';
import type { Theme } from '../theme.js';
import type { Keep } from './pages/flow-record.js';
import type { StructureHint } from './structure.js';
import type { KindRows } from './tables/table-kinds.js';

export interface Style {
  font?: string;
  fontSize?: number;
  bold?: boolean;
  italics?: boolean;
  color?: string;
  lineHeight?: number;
  alignment?: 'left' | 'right' | 'center';
  decoration?: 'underline';
  noWrap?: boolean;
}

export interface Node extends Style {
  struct?: StructureHint;
  text?: string | (string | Node)[];
  stack?: Node[];
  ul?: Node[];
  ol?: Node[];
  svg?: string;
  /** `data:` address of a picture. */
  image?: string;
  canvas?: object[];
  columns?: Node[];
  columnGap?: number;
  section?: Node[];
  toc?: object;
  table?: {
    headerRows?: number;
    /** Least heights of the rows, without their padding. */
    heights?: number[];
    widths: (number | string)[];
    body: Node[][];
  };
  layout?: object | string;
  headerCols?: number;
  th?: boolean;
  colSpan?: number;
  fillColor?: string;
  id?: string;
  width?: number | string;
  height?: number;
  margin?: [number, number, number, number];
  alt?: string;
  /** Its pages are planned as a whole. */
  flow?: true;
  keep?: Keep;
  beside?: true;
  /** Words of a header that are drawn only where a page says it again. */
  again?: true;
  /** The heading of a chapter that follows on. */
  chapter?: true;
  exhibit?: 'figure' | 'table';
  /** No exhibit goes past it. */
  barrier?: true;
  /** A table that no page cuts. */
  whole?: boolean;
  pageBreak?: 'before' | 'after';
  /** Where the page before is not half full, its break is given up for this space above it, in points. */
  follows?: number;
  absolutePosition?: { x: number; y: number };
  tocItem?: boolean | string;
  tocMargin?: [number, number, number, number];
  tocStyle?: Style;
  tocNumberStyle?: Style;
  outline?: boolean;
  outlineText?: string;
  outlineExpanded?: boolean;
  outlineParentId?: string;
  link?: string;
  linkToDestination?: string;
  pageReference?: string;
  markerColor?: string;
}

/** What every part of the layout needs. */
export interface Context {
  theme: Theme;
  /** Width and height of the text, in points. */
  width: number;
  height: number;
  landscape: boolean;
  /** Width of running text, in points; undefined where it takes that of the page. */
  measure: number | undefined;
  /** In an annex, whose tables are set closer. */
  annex?: true;
  /** Titles of the references of the document, by their number. */
  references: ReadonlyMap<number, string>;
  /** Levels of headings shown in the contents. */
  tocDepth: number;
  /** The contents share a page, or are long: their lines are closer, to hold on one. */
  denseContents: boolean;
  /** Ids of the headings that a second column of the contents lists. */
  second: ReadonlySet<string>;
  /** Ids that links may lead to. */
  targets: ReadonlySet<string>;
  /** Of the id of a heading, that of the heading above it. */
  parents: ReadonlyMap<string, string>;
  /** Rows of all the tables of the document that have the columns of this one, its own among them. */
  rowsOfKind: (exhibit: TableExhibit) => KindRows;
}
