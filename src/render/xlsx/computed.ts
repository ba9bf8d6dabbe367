/** The formulas of a table: what its columns say that they compute, and its totals. Made of addresses alone: no text of the study is in one. */
import { egaux, sommable, sommeDe, valeurCalculee } from '../../exhibits/calculs.js';
import type { Calcul, Row, TableExhibit } from '../../exhibits/types.js';
import { numberAt } from '../../lists/at.js';

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

/** The formula of a column in this row of the sheet, where it gives what the table says; null elsewhere: the value alone is written. */
function ofColumn(
  calcul: Calcul | undefined,
  row: Row,
  key: string,
  at: number,
  rows: readonly Row[],
  where: Stretch,
): Computed | null {
  const said = row[key];
  const result = calcul ? valeurCalculee(calcul, row, rows) : null;
  if (!calcul || result === null || typeof said !== 'number' || !egaux(said, result)) return null;
  const formula = written(calcul, at, where);
  return formula === null ? null : { formula, result: said };
}

/** The formula of each cell of a row that has one, by key. */
export function computedRow(table: TableExhibit, row: Row, at: number, where: Stretch): Map<string, Computed> {
  const found = new Map<string, Computed>();
  for (const { key, calcul } of table.columns) {
    const computed = ofColumn(calcul, row, key, at, table.rows, where);
    if (computed) found.set(key, computed);
  }
  return found;
}

/** The same for the totals: a sum of the column where it is one, else what the column computes from the totals beside it. */
export function computedTotals(
  { columns, rows, totals = {} }: TableExhibit,
  at: number,
  where: Stretch,
): Map<string, Computed> {
  const found = new Map<string, Computed>();
  for (const column of columns) {
    const { key, calcul } = column;
    const said = totals[key];
    const sum = sommable(column) ? sommeDe(rows, key) : null;
    const letter = where.letters.get(key);
    const computed =
      typeof said === 'number' && sum !== null && egaux(said, sum)
        ? { formula: `SUM(${letter}${where.first}:${letter}${where.last})`, result: said }
        : calcul?.type === 'part'
          ? null
          : ofColumn(calcul, totals, key, at, rows, where);
    if (computed) found.set(key, computed);
  }
  return found;
}
