/** Lists whose lines are found by what they name (`x-cle` of the schemas): of two lines of one key, only the first would be read. */

import { COLLECTIONS, elementName } from '../collections.js';
import { isRecord } from '../record.js';
import type { Shape } from '../shape.js';
import { SHAPES } from '../shapes.gen.js';
import type { Rule } from './rule.js';

/** The way from an entry to a list that has a key: names of properties, « * » for each element of a list or each value of a map. */
interface ListeACle {
  pas: readonly string[];
  cle: readonly string[];
}

function listesDe(shape: Shape | undefined, pas: readonly string[] = []): ListeACle[] {
  if (!shape) return [];
  return [
    ...(shape.cle ? [{ pas, cle: shape.cle }] : []),
    ...listesDe(shape.items ?? shape.values, [...pas, '*']),
    ...Object.entries(shape.properties ?? {}).flatMap(([name, child]) => listesDe(child, [...pas, name])),
  ];
}

/** The lists that stand at the end of a way, with the path by which a rule reports on each. */
function listesEn(value: unknown, path: string, pas: readonly string[]): { path: string; liste: unknown[] }[] {
  const [first, ...rest] = pas;
  if (first === undefined) return Array.isArray(value) ? [{ path, liste: value }] : [];
  if (Array.isArray(value))
    return value.flatMap((one: unknown, rank) => listesEn(one, `${path}/${elementName(one, rank)}`, rest));
  if (!isRecord(value)) return [];
  return first === '*'
    ? Object.entries(value).flatMap(([key, one]) => listesEn(one, `${path}/${key}`, rest))
    : listesEn(value[first], `${path}/${first}`, rest);
}

/** The key of a line, written; null where one of its parts is no text and no number. A part that is left out is a value as another. */
function cleDe(line: unknown, names: readonly string[]): string | null {
  if (!isRecord(line)) return null;
  const parts = names.map((name) => line[name]);
  if (parts[0] === undefined) return null;
  return parts.every((part) => part === undefined || typeof part === 'string' || typeof part === 'number')
    ? parts.flatMap((part) => (part === undefined ? [] : String(part))).join(' », « ')
    : null;
}

export const ligneEnDouble: Rule = (study, report) => {
  for (const { nom, cle: collection } of COLLECTIONS)
    for (const { pas, cle } of listesDe(SHAPES[nom]))
      for (const { path, liste } of listesEn(
        study[collection],
        nom,
        Array.isArray(study[collection]) ? ['*', ...pas] : pas,
      )) {
        const first = new Map<string, number>();
        for (const [rank, line] of liste.entries()) {
          const named = cleDe(line, cle);
          if (named === null) continue;
          const known = first.get(named);
          if (known === undefined) first.set(named, rank);
          else
            report(
              'ligne-en-double',
              `${path}/${rank + 1}`,
              `« ${named} » a déjà la ligne de rang ${known + 1} de la même liste : une seule serait lue.`,
              'Réunissez les deux lignes en une (leurs montants ou leurs jours additionnés), ou corrigez ce que l’une nomme.',
            );
        }
      }
};
