/** Letters for ranks: of the columns of a sheet, and so its cells, of the resolutions of a meeting. */

/** « A », « Z », « AA » from 1, 26, 27. */
export function lettres(column: number): string {
  let [rest, text] = [column, ''];
  while (rest > 0) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
    rest = Math.floor((rest - 1) / 26);
  }
  return text;
}

/** « B4 »: a cell by its row and its column, both from 1. */
export const adresse = (row: number, column: number): string => `${lettres(column)}${row}`;

/** « $B$4 »: the same, absolute, so that a reader who copies a row breaks nothing. */
export const adresseFixe = (row: number, column: number): string => `$${lettres(column)}$${row}`;

/** « $B$4:$B$9 »: from one cell to another. */
export const plageFixe = (r1: number, c1: number, r2: number, c2: number): string =>
  `${adresseFixe(r1, c1)}:${adresseFixe(r2, c2)}`;
