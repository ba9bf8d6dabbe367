/** The sum and the mean of figures, for what asks for no more: `d3-array` has those of records, by an accessor. */

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Null of nothing. */
export const mean = (values: readonly number[]): number | null =>
  values.length > 0 ? sum(values) / values.length : null;
