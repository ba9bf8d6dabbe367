/** The document tree: what a deliverable says, with no word on how a page draws it. */
import type { FigureExhibit, TableExhibit } from '../exhibits/types.js';

export type Inline =
  | { type: 'text'; value: string }
  | { type: 'strong'; children: Inline[] }
  | { type: 'emphasis'; children: Inline[] }
  /** External link (`url`) or a link to a heading or exhibit of this document (`target` = its id). */
  | { type: 'link'; url?: string; target?: string; children: Inline[] }
  /** Number of the page on which `target` stands. */
  | { type: 'pageReference'; target: string }
  | { type: 'break' };

export interface Heading {
  type: 'heading';
  /** 1 opens a chapter on a new page, 2 states a finding, 3 and 4 part it. */
  level: 1 | 2 | 3 | 4;
  id: string;
  /** « 2.1 », « A » for an annex; absent for an unnumbered one (summary, contents). */
  number?: string;
  children: Inline[];
}

/** Annexes begin a page together, then follow one another on it: one may hold a sentence. */
export const firstAnnex = ({ number }: Heading): boolean => number === 'A';
export const laterAnnex = ({ number = '' }: Heading): boolean => /^[B-Z]$/.test(number);

export interface TableBlock {
  type: 'table';
  id: string;
  /** 1, 2, 3… in the order of the document. */
  number: number;
  exhibit: TableExhibit;
}

export interface FigureBlock {
  type: 'figure';
  id: string;
  number: number;
  exhibit: FigureExhibit;
}

export type Block =
  | Heading
  | { type: 'paragraph'; children: Inline[]; style?: 'lead' | 'small' }
  | { type: 'list'; ordered: boolean; items: Block[][] }
  | { type: 'quote'; children: Block[] }
  /** « À retenir », « À décider », « Limite »: a framed block with its title. */
  | { type: 'callout'; kind: 'retenir' | 'question' | 'limite' | 'exemple'; title: string; children: Block[] }
  | { type: 'definitions'; items: { term: Inline[]; children: Inline[] }[] }
  | TableBlock
  | FigureBlock
  /** A picture of the author's; sizes in pixels. */
  | { type: 'image'; mime: string; base64: string; width: number; height: number; alt: string; credit: string }
  | { type: 'pageBreak' };

/** What the cover, the running header and footer and the properties of the file say. */
export interface DocumentMeta {
  /** Title of the study. */
  title: string;
  /** Title of the deliverable: « Diagnostic ». */
  deliverable: string;
  phase: string;
  /** Short title of the running header. */
  shortTitle: string;
  /** Said in the margin of every page. */
  margin?: string;
  version: string;
  /** ISO date at which the deliverable speaks. */
  date: string;
  /** `dossier`: neither a draft nor validated, as the pack of a meeting. */
  state: { code: 'projet' | 'valide' | 'modifie' | 'dossier'; label: string };
  /** [role, name] of the parties: maître d'ouvrage, prestataire. */
  parties: [string, string][];
  /** Lines at the foot of the cover: market, ownership of results, example-data notice. */
  notices: string[];
  author: string;
  subject: string;
  keywords: string[];
  language: 'fr-FR';
}

export interface DocumentTree {
  meta: DocumentMeta;
  /** Blocks before the contents (the summary), then the body. */
  front: Block[];
  body: Block[];
  /** Levels of heading that the contents list shows: 2 by default. */
  tocDepth: 1 | 2 | 3;
  /** Running text keeps to a column of 65 to 75 characters, beside which the page tells what it cites. */
  column?: boolean;
}

/** Id of the chapter that lists what the author's texts cite. */
export const REFERENCES_ID = 'references-citees';

/** A file carried inside the PDF. */
export interface Attachment {
  name: string;
  description: string;
  mime: string;
  bytes: Uint8Array;
  relationship: 'Source' | 'Data';
}
