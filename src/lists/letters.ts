/** Letters for ranks: of the columns of a sheet, of the resolutions of a meeting. */

/** « A », « Z », « AA » from 1, 26, 27. */
export function lettres(column: number): string {
  let [rest, text] = [column, ''];
  while (rest > 0) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
    rest = Math.floor((rest - 1) / 26);
  }
  return text;
}
