/** Entries found by their id: a list of thousands is gone over once, not at each name that is asked of it. */
import { parObjet } from './une-fois.js';

interface Fiche {
  id: string;
}

const rangees = parObjet((fiches: readonly Fiche[]) => {
  const found = new Map<string, Fiche>();
  // Of two that share an id, the first stands for both, as in a search.
  for (const fiche of fiches) if (!found.has(fiche.id)) found.set(fiche.id, fiche);
  return found;
});

/** The entry of this id; undefined when the list has none. A list that was searched is not changed afterwards. */
export const parId = <F extends Fiche>(fiches: readonly F[], id: string): F | undefined =>
  rangees(fiches).get(id) as F | undefined;
