/** Lists on a slide: what does not fit is counted, never dropped in silence. */

import { compte } from '../../texte/accords.js';
import { couper } from '../../texte/couper.js';

/** Bars that a line of time can name on one slide. */
export const BARRES_LISIBLES = 20;

/** The whole sentences that fit in `max` characters; a first one that does not is cut at a word. */
export function phrases(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = text.split(/(?<=[.!?…])\s+(?=\p{Lu}|«)/u).reduce((said, one) => {
    const longer = said === '' ? one : `${said} ${one}`;
    return longer.length <= max ? longer : said;
  }, '');
  return kept === '' ? couper(text, max) : kept;
}

/** The first `max` lines, and a last one that says how many more the document holds. */
export function premiers(lines: readonly string[], max: number): string[] {
  const rest = lines.length - max;
  return rest <= 0 ? [...lines] : [...lines.slice(0, max), `et ${compte(rest, 'autre', 'autres')}, dans le document`];
}

/** Items by groups of at most `size`, as even as can be. */
export function groupes<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, i) =>
    items.slice(Math.round((i * items.length) / count), Math.round(((i + 1) * items.length) / count)),
  );
}

/** A table whose column at `index`, where it says the same on each of several lines, is said once under it. */
export function ditUneFois(
  [head, ...rows]: readonly [string[], ...string[][]],
  index: number,
): { table: string[][]; caution?: string } {
  const told = new Set(rows.map((row) => row[index]));
  const [only] = told;
  const name = head[index];
  if (rows.length < 2 || told.size !== 1 || only === undefined || name === undefined) return { table: [head, ...rows] };
  return {
    table: [head, ...rows].map((row) => row.filter((_, i) => i !== index)),
    ...(only === '—' ? {} : { caution: `${name}, à chaque ligne : ${only}.` }),
  };
}
