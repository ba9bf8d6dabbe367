/** Places of the study that several subjects name. */

/** Path of a convention: by its id, else by its rank. */
export const cheminConvention = (id: string | undefined, index: number): string =>
  `mode_operatoire/conventions/${id ?? index + 1}`;
