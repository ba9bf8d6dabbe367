/** Which version of a rule stands at a date, and which one is known to come. */
import type { Reference } from '../study/types.gen.js';
import { anterieur, posterieur } from '../texte/dates.js';

export const enVigueur = ({ applicable_du: du, applicable_au: au }: Reference, date: string): boolean =>
  !posterieur(du, date) && !anterieur(au, date);

/** The rule itself, and those that replaced it one after the other (`remplace`), from the oldest. */
function versions(references: readonly Reference[], id: string): Reference[] {
  let first = references.find((one) => one.id === id);
  const seen = new Set<string>();
  while (first?.remplace && !seen.has(first.id)) {
    seen.add(first.id);
    const before = references.find((one) => one.id === first?.remplace);
    if (!before) break;
    first = before;
  }
  const list: Reference[] = [];
  for (let one: Reference | undefined = first; one && !list.includes(one); ) {
    list.push(one);
    const { id: current } = one;
    one = references.find(({ remplace }) => remplace === current);
  }
  return list;
}

/** The version in force at the date; null when none is. `id` may be that of any version. */
export const versionAu = (references: readonly Reference[], id: string, date: string): Reference | null =>
  versions(references, id).find((one) => enVigueur(one, date)) ?? null;

/** The next version, when its text was published by the date and is not in force yet. */
export const versionAnnoncee = (references: readonly Reference[], id: string, date: string): Reference | null =>
  versions(references, id).find(
    ({ applicable_du: du, publie_le: publie }) =>
      posterieur(du, date) && publie !== undefined && !posterieur(publie, date),
  ) ?? null;

/** The end of validity that could be known at the date: the one announced, until the text that put it off. */
export function finConnue({ applicable_au, fin_annoncee, prolongee_le }: Reference, date: string): string | undefined {
  if (applicable_au === undefined || anterieur(applicable_au, date)) return applicable_au;
  return prolongee_le !== undefined && !posterieur(prolongee_le, date) ? applicable_au : fin_annoncee;
}
