/**
 * Reading a list at a place that its own construction promises: a place that is not there is a fault of the program, never a figure. What data
 * may leave out is read with a default that says so, not through these.
 */

const outside = (place: string, size: number): RangeError => new RangeError(`nothing at ${place} of ${size}`);

/**
 * The item at `index`, from 0.
 *
 * @throws RangeError when there is none.
 */
export function itemAt<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw outside(String(index), list.length);
  return value;
}

/**
 * The number at `index`, from 0.
 *
 * @throws RangeError when there is none.
 */
export function numberAt(list: ArrayLike<number | undefined>, index: number): number {
  const value = list[index];
  if (value === undefined) throw outside(String(index), list.length);
  return value;
}

/**
 * The number of a table of rows, both places from 0.
 *
 * @throws RangeError as `numberAt` does.
 */
export function cellAt(rows: readonly ArrayLike<number | undefined>[], row: number, column: number): number {
  const own = rows[row];
  if (own === undefined) throw outside(`row ${row}`, rows.length);
  return numberAt(own, column);
}

/**
 * The item of that id, in a list that has one for each.
 *
 * @throws RangeError when there is none.
 */
export function itemOf<T extends { id: string }>(list: readonly T[], id: string): T {
  const found = list.find((item) => item.id === id);
  if (found === undefined) throw outside(id, list.length);
  return found;
}

/**
 * A value that what was checked before makes sure of.
 *
 * @throws RangeError when it is null or undefined; `what` names it.
 */
export function known<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new RangeError(`no ${what}`);
  return value;
}
