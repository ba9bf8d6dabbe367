/** The logical structure of a tagged PDF (ISO 32000-1, 14.7): a tree of elements whose leaves are pieces of marked content. */
import type { PdfReference } from './tagging/reference.js';

/** Structure types used here: the standard ones (ISO 32000-1, 14.8.4), and `Title`, which the role map sends to `H1`. */
export type StructureType =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'Title'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'BlockQuote'
  | 'Caption'
  | 'Figure'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  | 'Span';

export interface StructureOptions {
  alt?: string | undefined;
  /** What its contents say, where their characters do not. */
  actualText?: string | undefined;
  /** Name by which other elements point to this one. */
  id?: string | undefined;
  /** Attribute dictionary: `O` is its owner. */
  attrs?: Record<string, unknown> | undefined;
}

/** A piece of a page that belongs to an element: a marked-content sequence or an annotation. */
export type Content = { page: PdfReference; mcid: number } | { page: PdfReference; objr: PdfReference };

export interface StructureElement {
  readonly kind: 'element';
  type: StructureType;
  options: StructureOptions;
  kids: (StructureElement | Content)[];
  ref?: PdfReference;
  /** Row groups of a table, made when first needed. */
  groups?: { head?: StructureElement; body?: StructureElement };
  /** The link that the last run of the line before opened: a link cut by a line break is one element. */
  lastLink?: { key: string; element: StructureElement | null; open: boolean };
}

/** A word cut at the end of a line, with the space that follows it. */
export interface CutWord {
  text: string;
  /** Made when its first part is drawn. */
  element?: StructureElement;
}

/** What a page shows that is no content: rules, running headers, the second printing of a header row. */
export interface Artifact {
  readonly kind: 'artifact';
  artifact: 'Layout' | 'Pagination';
  subtype?: 'Header' | 'Footer' | 'Background' | 'Watermark';
}

export type Owner = StructureElement | Artifact;

export const LAYOUT: Artifact = { kind: 'artifact', artifact: 'Layout' };
export const REPEATED: Artifact = { kind: 'artifact', artifact: 'Pagination' };

export function element(
  type: StructureType,
  parent: StructureElement | null,
  options: StructureOptions = {},
): StructureElement {
  const made: StructureElement = { kind: 'element', type, options, kids: [] };
  parent?.kids.push(made);
  return made;
}

export const isElement = (kid: StructureElement | Content): kid is StructureElement => 'kind' in kid;

/** Whether nothing was ever drawn for the element. */
export const isEmpty = (node: StructureElement): boolean => node.kids.every((kid) => isElement(kid) && isEmpty(kid));

/** What a node of the document definition says of its own structure. */
export type StructureHint = 'Artifact' | 'none' | ({ type: StructureType } & StructureOptions);

/** What a cell of a table is. */
export interface CellStructure {
  type: 'TH' | 'TD';
  id: string | undefined;
  attrs: Record<string, unknown> | undefined;
}

/** Names by which the cells of a table point to their headers. */
export interface TableHeadings {
  table: number;
  columns: string[];
  group: string | undefined;
}
