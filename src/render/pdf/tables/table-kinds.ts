/** Which tables are set alike, and the rows by which their columns are sized. */
import type { Row, TableExhibit } from '../../../exhibits/types.js';
import { itemAt } from '../../../lists/at.js';

const kindOf = ({ columns, groupBy, landscape }: TableExhibit): string =>
  JSON.stringify([columns.map(({ key, header }) => [key, header]), groupBy, landscape]);

/** The rows of totals of a table, whose first cell says what it is where the table does not. */
export function totalsOf({ totals, columns, groupBy }: TableExhibit): Row | undefined {
  const first = columns.find(({ key }) => key !== groupBy);
  if (!totals || first?.format !== 'texte' || (totals[first.key] ?? '') !== '') return totals;
  return { ...totals, [first.key]: 'Total' };
}

/** Rows by which tables are set, those of totals among them, first: a long table is measured on its first rows. Those of sub-totals are set as totals are. */
export interface KindRows {
  rows: readonly Row[];
  totals: ReadonlySet<Row>;
}

/** Rows of all the tables of one kind, those with the same columns, by which each of them is set: so that their columns stand at the same places. */
export function rowsByKind(exhibits: readonly TableExhibit[]): (exhibit: TableExhibit) => KindRows {
  const kinds = new Map<string, TableExhibit[]>();
  for (const exhibit of exhibits) {
    const kind = kindOf(exhibit);
    kinds.set(kind, [...(kinds.get(kind) ?? []), exhibit]);
  }
  return (exhibit) => {
    const alike = kinds.get(kindOf(exhibit)) ?? [exhibit];
    const totals = alike.map(totalsOf).filter((row) => row !== undefined);
    const sums = alike.flatMap(({ rows, sousTotaux = [] }) => sousTotaux.map(({ rang }) => itemAt(rows, rang)));
    return { rows: [...totals, ...alike.flatMap(({ rows }) => rows)], totals: new Set([...totals, ...sums]) };
  };
}
