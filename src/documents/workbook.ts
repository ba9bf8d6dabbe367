/** What a workbook holds, before a back end writes it. */
import type { CellFormat, TableExhibit, Ton } from '../exhibits/types.js';

/** What a reader may type in an input cell; anything else is refused with the message. */
export type InputRule =
  | { type: 'nombre'; min: number; max?: number }
  | { type: 'liste'; values: readonly string[] }
  /** A day. */
  | { type: 'date' }
  | { type: 'texte' };

/** A cell of a computed sheet. With a formula, `value` is what it gives: viewers that do not compute show it. */
export interface GridCell {
  value: string | number | null;
  formula?: string;
  style: 'titre' | 'partie' | 'entete' | 'texte' | 'total' | 'note';
  format?: CellFormat;
  /** Open to the reader: marked, checked, and not protected. */
  input?: InputRule;
  /** Workbook-wide name of the cell. */
  name?: string;
}

/** A native chart: categories and series are ranges of cells, with their values for viewers that do not compute. */
export interface GridChart {
  title: string;
  axis: string;
  direction: 'col' | 'bar';
  stacked: boolean;
  categories: { range: string; values: string[] };
  series: { nameRef: string; name: string; range: string; values: number[]; colour: string }[];
  /** Where it lies: first and last cell, from 0. */
  from: { row: number; column: number };
  to: { row: number; column: number };
  alt: string;
}

/** A sheet of inputs and formulas. Rows and columns are numbered from 1. */
export interface GridSheet {
  kind: 'grille';
  /** At most 31 characters, unique. */
  name: string;
  title: string;
  /** Widths of the columns in characters. */
  widths: number[];
  cells: Map<string, { row: number; column: number; cell: GridCell }>;
  /** Rows that stay in sight; the last of them, if it heads columns, is printed again on each page. */
  frozen: number;
  /** Columns that stay in sight; 1 by default. */
  frozenColumns?: number;
  /** Columns from this one on are read by formulas, and not printed. */
  horsPage?: number;
  /** Cells that are set apart while a formula holds; it is written for the first cell of the range. */
  alertes: { plage: string; formule: string; ton: Ton }[];
  charts: GridChart[];
}

/** Tables of one subject, one below the other. */
export interface TablesSheet {
  kind: 'tableaux';
  name: string;
  /** What its reader must know of all its figures, under its title. */
  note?: string;
  tables: TableExhibit[];
}

export type Sheet = { part: string } & (TablesSheet | { kind: 'grille'; grid: GridSheet });

/** A group of sheets, whose tabs share a colour. */
export interface WorkbookPart {
  name: string;
  /** Who reads it, and for what: « les services financiers : … ». */
  readers: string;
}

export interface WorkbookModel {
  title: string;
  subject: string;
  author: string;
  version: string;
  /** ISO date at which the deliverable speaks. */
  date: string;
  /** Lines of the first sheet: what this is, version, state, how to read. */
  intro: string[];
  /** In reading order; a part without a sheet is not shown. */
  parts: WorkbookPart[];
  /** In reading order. */
  sheets: Sheet[];
}
