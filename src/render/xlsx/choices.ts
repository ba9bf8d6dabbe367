/** The choices of an input: in the rule of its cell where they hold there, else in a column at the right of the sheet, out of the printed page. */
import type { GridSheet, InputRule } from '../../documents/workbook.js';
import { plageFixe } from '../../lists/letters.js';

export type Choices = Extract<InputRule, { type: 'liste' }>;

/** Longest list that the rule of a cell takes, in characters, its commas included. */
const LONGEST = 250;

/** In a rule, a comma parts two choices, a quotation mark ends them, and blanks around one are lost. */
const holdsInRule = (values: readonly string[]): boolean =>
  values.join(',').length <= LONGEST && values.every((value) => !/[",\n]/.test(value) && value === value.trim());

/** Where the choices that hold in no rule are written: their addresses, by the list itself. */
export type ChoicePlaces = ReadonlyMap<string, string>;

const keyOf = (values: readonly string[]): string => JSON.stringify(values);

/** What the rule of a cell is given as its list. */
export const choicesIn = ({ values }: Choices, places: ChoicePlaces): string =>
  places.get(keyOf(values)) ?? `"${values.join(',')}"`;

/** A column between what is printed and what is not, and one of choices, in characters. */
const GAP = 3;
const WIDTH = 30;

/** The sheet with the columns of choices that it needs, each under the header of the column it serves. */
export function withChoices(given: GridSheet): { grid: GridSheet; places: ChoicePlaces } {
  const lists = new Map<string, { values: readonly string[]; column: number }>();
  for (const { column, cell } of given.cells.values())
    if (cell.input?.type === 'liste' && !holdsInRule(cell.input.values)) {
      const key = keyOf(cell.input.values);
      if (!lists.has(key)) lists.set(key, { values: cell.input.values, column });
    }
  const places = new Map<string, string>();
  if (lists.size === 0) return { grid: given, places };
  const cells = new Map(given.cells);
  const used = Math.max(given.widths.length, ...[...cells.values()].map(({ column }) => column));
  const widths = Array.from({ length: used + 1 }, (_, i) => given.widths[i] ?? (i === used ? GAP : 10));
  // Under the rows that stay in sight, so that a list is read whole.
  const head = Math.max(1, given.frozen);
  for (const [key, { values, column: served }] of lists) {
    const column = widths.push(WIDTH);
    const put = (row: number, value: string, style: 'entete' | 'texte'): void => {
      cells.set(`${row}:${column}`, { row, column, cell: { value, style } });
    };
    const header = [...given.cells.values()].find(
      ({ row, column: at, cell }) => at === served && row === head && cell.style === 'entete',
    );
    put(head, `Choix : ${header?.cell.value ?? given.name}`, 'entete');
    for (const [i, value] of values.entries()) put(head + 1 + i, value, 'texte');
    places.set(key, plageFixe(head + 1, column, head + values.length, column));
  }
  return { grid: { ...given, cells, widths, horsPage: given.horsPage ?? used + 1 }, places };
}
