/** The formulas of a table: what its columns say that they compute, and its totals. Made of addresses alone: no text of the study is in one. */
import { egaux, sommable, sommeDe, valeurCalculee } from '../../exhibits/calculs.js';
import type { Calcul, Row, TableExhibit } from '../../exhibits/types.js';
import { numberAt } from '../../lists/at.js';
import { type Below, type Block, belowOf, linesOf } from './layout.js';

/** Where a table stands: the letters of its columns by key, and its first and last rows. */
export interface Stretch {
  letters: ReadonlyMap<string, string>;
  first: number;
  last: number;
}

export interface Computed {
  formula: string;
  result: number;
}

function written(calcul: Calcul, row: number, { letters, first, last }: Stretch): string | null {
  const { type, de } = calcul;
  const columns = de.map((key) => letters.get(key));
  const cells = columns.filter((letter) => letter !== undefined).map((letter) => `${letter}${row}`);
  const [one, two] = cells;
  if (cells.length < de.length || one === undefined) return null;
  if (calcul.type === 'moyenne')
    return `(${cells.map((cell, i) => `${cell}*${numberAt(calcul.poids, i)}`).join('+')})/(${calcul.poids.join('+')})`;
  if (type === 'somme') return `SUM(${cells.join(',')})`;
  if (type === 'part') return `${one}/SUM(${columns[0]}$${first}:${columns[0]}$${last})`;
  if (type === 'difference') return `${one}-${two}`;
  return type === 'ecart' ? `${one}/${two}-1` : `${one}/${two}`;
}

/** A formula where it gives what the table says; null elsewhere: the value alone is written. */
function said(row: Row, key: string, computed: { formula: string; result: number | null } | null): Computed | null {
  const value = row[key];
  if (typeof value !== 'number' || computed === null || computed.result === null) return null;
  return egaux(value, computed.result) ? { formula: computed.formula, result: value } : null;
}

/** The formula of a column in this row of the sheet. */
function ofColumn(
  calcul: Calcul | undefined,
  row: Row,
  key: string,
  at: number,
  rows: readonly Row[],
  where: Stretch,
): Computed | null {
  const formula = calcul ? written(calcul, at, where) : null;
  return calcul && formula !== null ? said(row, key, { formula, result: valeurCalculee(calcul, row, rows) }) : null;
}

/** A table of the sheet: what it holds, where its lines stand, and the row of each that adds them up, by its rank among those of the exhibit. */
export interface Placed {
  table: TableExhibit;
  where: Stretch;
  below: readonly (Below & { at: number })[];
}

export const placedOf = ({ table, header }: Block, letterOf: (index: number) => string): Placed => {
  const { length } = linesOf(table);
  return {
    table,
    where: {
      letters: new Map(table.columns.map(({ key }, index) => [key, letterOf(index)])),
      first: header + 1,
      last: header + length,
    },
    below: belowOf(table).map((one, i) => ({ ...one, at: header + length + 1 + i })),
  };
};

/** A sum of the lines that share with a row, in this row of the sheet, its value of a column. */
interface Asked {
  row: Row;
  at: number;
  colonne: string;
}

/** That sum for one column of figures, of the lines of a table: what it gives, and its formula. */
function ofAlike({ table, where }: Placed, key: string, { row, at, colonne }: Asked): Computed | null {
  const [by, letter] = [where.letters.get(colonne), where.letters.get(key)];
  const result = sommeDe(
    linesOf(table).filter((line) => line[colonne] === row[colonne]),
    key,
  );
  if (by === undefined || letter === undefined || result === null || (row[colonne] ?? '') === '') return null;
  const through = (column: string): string => `${column}$${where.first}:${column}$${where.last}`;
  return { formula: `SUMIF($${through(by).replace(':', ':$')},$${by}${at},${through(letter)})`, result };
}

/** What the lines of another table make of a figure, the column that parts them standing at the same place in both. */
function cumulated(placed: Placed, of: readonly Placed[], row: Row, at: number, key: string): Computed | null {
  const { tableau, colonne } = placed.table.cumule ?? {};
  const other = of.find(({ table }) => table.name === tableau);
  if (!other || colonne === undefined || other.where.letters.get(colonne) !== placed.where.letters.get(colonne))
    return null;
  return ofAlike(other, key, { row, at, colonne });
}

/** The formula of each cell of a line that has one, by key; `of` are the tables of the sheet. */
export function computedRow(
  placed: Placed,
  row: Row,
  at: number,
  of: readonly Placed[] = [placed],
): Map<string, Computed> {
  const { table, where } = placed;
  const lines = linesOf(table);
  const found = new Map<string, Computed>();
  for (const column of table.columns) {
    const { key, calcul } = column;
    const summed = calcul || !sommable(column) ? null : said(row, key, cumulated(placed, of, row, at, key));
    const computed = summed ?? ofColumn(calcul, row, key, at, lines, where);
    if (computed) found.set(key, computed);
  }
  return found;
}

/** What a row under the lines adds up in one column. */
function addedUp(placed: Placed, of: readonly Placed[], { row, de, at }: Placed['below'][number], key: string) {
  const { table, where, below } = placed;
  const letter = where.letters.get(key);
  const all = {
    formula: `SUM(${letter}${where.first}:${letter}${where.last})`,
    result: sommeDe(linesOf(table), key) ?? 0,
  };
  if (de === 'lignes') return all;
  if (de !== null && 'colonne' in de) return ofAlike(placed, key, { row, at, colonne: de.colonne });
  if (de !== null) {
    const other = of.find((one) => one.table.name === de.tableau);
    const repeated = other?.below.find(({ rang }) => rang === de.rang);
    const value = repeated?.row[key];
    return typeof value === 'number'
      ? { formula: `${other?.where.letters.get(key)}${repeated?.at}`, result: value }
      : null;
  }
  const [more, less] = (table.solde ?? []).map((rang) => below.find((one) => one.rang === rang));
  if (!more || !less) return all;
  const [a, b] = [more.row[key], less.row[key]];
  return typeof a === 'number' && typeof b === 'number'
    ? { formula: `${letter}${more.at}-${letter}${less.at}`, result: a - b }
    : null;
}

/** The same for a row under the lines: what it adds up where it gives what is said, else what the column computes from the figures beside it. */
export function computedBelow(
  placed: Placed,
  one: Placed['below'][number],
  of: readonly Placed[] = [placed],
): Map<string, Computed> {
  const { table, where } = placed;
  const found = new Map<string, Computed>();
  for (const column of table.columns) {
    const { key, calcul } = column;
    const computed =
      said(one.row, key, sommable(column) ? addedUp(placed, of, one, key) : null) ??
      (calcul?.type === 'part' ? null : ofColumn(calcul, one.row, key, one.at, linesOf(table), where));
    if (computed) found.set(key, computed);
  }
  return found;
}
