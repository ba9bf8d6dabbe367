/** The shapes that every table and figure takes; back ends know these and nothing of a study. */

/**
 * How a cell is shown. `texte` may hold several lines parted by `\n`; the others hold numbers, dates (ISO) or booleans. `nombre` is a figure whose unit stands
 * in its own row, so that it shares no decimals with the rest of its column. `taux` is a ratio 0–1 whose hundredths do not tell it all (1.5 %, 16.404 %). `prix` is of a unit: its cents
 * count, and what is less than one.
 */
export type CellFormat =
  | 'texte'
  | 'entier'
  | 'decimal'
  | 'nombre'
  | 'euros'
  | 'prix'
  | 'pourcent'
  | 'taux'
  | 'date'
  | 'annee'
  | 'oui-non';

/** Whether a column holds figures, set against its right edge. A year is read as a name. */
export const estChiffre = ({ format }: Pick<Column, 'format'>): boolean =>
  format !== 'texte' && format !== 'date' && format !== 'annee' && format !== 'oui-non';

/** A missing value is `null`, drawn as an em dash in a document and left empty in a workbook. `pourcent` holds a ratio 0–1. */
export type Cell = string | number | boolean | null;

/** What a state, a gap or a threshold calls for; never told by the colour alone. */
export type Ton = 'alerte' | 'attention' | 'bon';

/** How a column follows from others of its row, by their keys: the workbook computes it where a page prints it. */
export type Calcul =
  | { type: 'somme'; de: readonly string[] }
  /** The first less the second. */
  | { type: 'difference'; de: readonly [string, string] }
  /** The first over the second. */
  | { type: 'quotient'; de: readonly [string, string] }
  /** By how much the first passes the second, as a share of the second. */
  | { type: 'ecart'; de: readonly [string, string] }
  /** Share of the column that it makes. */
  | { type: 'part'; de: readonly [string] }
  /** Mean of columns that each have a weight. */
  | { type: 'moyenne'; de: readonly string[]; poids: readonly number[] };

export interface Column {
  /** Key of the value in a row: unaccented, as in the YAML where the column comes from one. */
  key: string;
  /** Header in French, with the unit if any. */
  header: string;
  format: CellFormat;
  /** Decimals of a column of format « decimal », the same for all its figures; 1 by default. */
  decimals?: number;
  /** How it follows from others of its row: a workbook computes it. */
  calcul?: Calcul;
  /** Width in a workbook, in tens of characters; 1 by default. A page sizes its columns by what they hold. */
  width?: number;
  /** Description for the header's note in the workbook. */
  note?: string;
  /** Values that a workbook sets apart: « Manquante » calls for care. */
  etats?: Readonly<Record<string, Ton>>;
  /** A page has no room for it: the workbook alone shows it. */
  workbookOnly?: true;
  /** Where each row says the same, a page says it once below the table, in place of the column. */
  uneFois?: true;
}

export type Row = Record<string, Cell>;

/** What a form leaves for the row of the same rank: lines to write on; 0 for what is to be read. */
export interface FormLine {
  lines: number;
}

/** A row that adds up others. A workbook sets it below the lines, where a sort and a filter leave it, and computes it. */
export interface SousTotal {
  /** Its rank among the rows, from 0. */
  rang: number;
  /** The lines that it adds: all those of the table, those that share its value of a column, or those of a sub-total of another table, which it repeats. */
  de: 'lignes' | { colonne: string } | { tableau: string; rang: number };
}

export interface TableExhibit {
  kind: 'table';
  /** Kebab-case name, unique in a deliverable, by which a template places it. */
  name: string;
  title: string;
  columns: Column[];
  rows: Row[];
  /** Key of the column whose change of value starts a new group of rows (rows come sorted by it). */
  groupBy?: string;
  /** One more row, set in semi-bold at the end. */
  totals?: Row;
  /** Those of its rows that add up others, set in semi-bold too. */
  sousTotaux?: readonly SousTotal[];
  /** The sub-totals (their ranks among the rows) of which the totals are the first less the second. */
  solde?: readonly [number, number];
  /** Its figures are sums of the lines of another table that share its value of a column. */
  cumule?: { tableau: string; colonne: string };
  /** Number of leading columns that head their row (`TH` of scope row); 1 by default. */
  headerColumns?: number;
  /** Wide table: laid out on a landscape page. */
  landscape?: boolean;
  /** Its groups are read one against the other: it is cut only where no page would hold it. */
  together?: boolean;
  /** Printed to be filled by hand, on a page of its own where it holds on one: its last column is left blank or has boxes to tick. */
  form?: readonly FormLine[];
  /** Where the figures come from, and the number of cases. */
  source?: string;
  /** Sentence shown in place of the table when it has no row. */
  empty: string;
  /** Part of the workbook that shows its table; null when the document alone does. The room gives it to what names none. */
  part?: string | null;
  /** Name of the sheet in the workbook (≤ 31 characters); the title, shortened, by default. */
  sheet?: string;
}

export interface FigureExhibit {
  kind: 'figure';
  name: string;
  /** The finding that the figure shows. */
  title: string;
  /** Self-contained SVG in the fonts of the theme (`font-family="Sans"`); no filter, no currentColor, no paint-order. */
  svg: string;
  /** Natural size in points; the full text width is 482 pt. */
  width: number;
  height: number;
  /** Text alternative: what a reader who does not see the figure must know, with its main values. */
  alt: string;
  source?: string;
  /** Part of the workbook that shows its table; null when the document alone does. The room gives it to what names none. */
  part?: string | null;
  /** The table behind the figure: the workbook shows it, in its own part if it names one. */
  data: TableExhibit;
  /** Sentence shown in place of the figure when there is nothing to draw. */
  empty?: string;
}

export type Exhibit = TableExhibit | FigureExhibit;

/** All the exhibits of a deliverable, by name, in the order in which the workbook shows them. */
export type Exhibits = ReadonlyMap<string, Exhibit>;
