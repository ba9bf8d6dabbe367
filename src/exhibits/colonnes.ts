/** A table is a list of items and its columns, each of which says how it reads an item: to show one more field is one line. */
import { group } from 'd3-array';
import type { Etiquette } from '../analysis/diagnostic/index.js';
import { sansPoint } from '../texte/accords.js';
import { cle } from './cells.js';
import type { Cell, CellFormat, Column, Row, TableExhibit } from './types.js';

/** A column, and its value for an item at its rank in the list, from 0. */
export interface Colonne<T> extends Column {
  de: (item: T, rang: number) => Cell;
}

/** `col('nom', 'Nom', (acteur) => acteur.nom, 'texte', 1.2)`; `reste` is the relative width, or all that a column may say more. */
export const col = <T>(
  key: string,
  header: string,
  de: Colonne<T>['de'],
  format: CellFormat = 'texte',
  reste: number | Omit<Column, 'key' | 'header' | 'format'> = {},
): Colonne<T> => ({ key, header, format, ...(typeof reste === 'number' ? { width: reste } : reste), de });

/** One column of counts an entry of a vocabulary; `valeurs` gives the counts of an item in the order of the entries, 0 for those that it leaves out. */
export const comptes = <T>(
  prefixe: string,
  entrees: readonly Etiquette[],
  valeurs: (item: T, rang: number) => readonly (number | null)[],
  reste: number | Omit<Column, 'key' | 'header' | 'format'> = 0.8,
): Colonne<T>[] =>
  entrees.map(({ id, libelle }, i) =>
    col(
      cle(prefixe, id),
      libelle,
      (item, rang) => valeurs(item, rang).at(i) ?? (valeurs(item, rang).length > i ? null : 0),
      'entier',
      reste,
    ),
  );

/** What these columns say of one item. */
export const rangeeDe = <T>(columns: readonly Colonne<T>[], item: T, rang = 0): Row =>
  Object.fromEntries(columns.map(({ key, de }) => [key, de(item, rang)]));

/** A row of such counts: the totals of a table. */
export const cellules = (prefixe: string, entrees: readonly Etiquette[], valeurs: readonly number[]): Row =>
  rangeeDe(
    comptes(prefixe, entrees, () => valeurs),
    null,
  );

/** What a table of items says beside its rows; a list among the columns stands for its own, in their place. */
type TableDe<T> = Omit<TableExhibit, 'kind' | 'columns' | 'rows'> & {
  columns: readonly (Colonne<T> | readonly Colonne<T>[])[];
  /** What a dash stands for, in the columns named, else in all: said only where there is one. */
  tiret?: { sens: string; colonnes?: readonly string[] };
};

/** The source, and what a dash stands for in the table. */
function avecTiret<T>(
  source: string | undefined,
  tiret: TableDe<T>['tiret'],
  columns: readonly Column[],
  rows: readonly Row[],
): { source?: string } {
  const held = (row: Row, { key }: Column): boolean => (row[key] ?? null) !== null;
  // A column that nothing fills is not shown.
  const read = columns.filter(
    (column) => (tiret?.colonnes?.includes(column.key) ?? true) && rows.some((row) => held(row, column)),
  );
  const dashed = tiret !== undefined && rows.some((row) => read.some((column) => !held(row, column)));
  if (!dashed) return source === undefined ? {} : { source };
  return { source: `${source === undefined ? '' : `${sansPoint(source)} ; `}un tiret : ${tiret.sens}.` };
}

/** In the order of the groups as each first comes: the entries of a group stand under one heading, however the study orders them. */
export const regrouper = <T>(items: readonly T[], groupe: (item: T) => unknown): T[] =>
  [...group(items, groupe).values()].flat();

/** The table of these items, one row each. */
export function tableDe<T>(items: readonly T[], { columns: given, tiret, source, ...spec }: TableDe<T>): TableExhibit {
  const columns = given.flat();
  const rows = items.map((item, rang) => rangeeDe(columns, item, rang));
  const { groupBy } = spec;
  return {
    kind: 'table',
    ...spec,
    ...avecTiret(source, tiret, columns, rows),
    columns: columns.map(({ de: _, ...column }) => column),
    rows: groupBy === undefined ? rows : regrouper(rows, (row) => row[groupBy]),
  };
}
