/** What was due before a date and is not done: a convention to sign, a condition to meet, a task to end. */
import { conditionsDuMode } from '../../study/conditions.js';
import type { ModeOperatoire } from '../../study/types.gen.js';
import { anterieur } from '../../texte/dates.js';

export interface Attendu {
  genre: 'convention' | 'condition' | 'tache';
  libelle: string;
  /** When it was due (AAAA-MM-JJ or AAAA-MM). */
  date: string;
}

/** `mode` as it stood at the date. Of tasks, only where the study follows some: a calendar that nobody keeps says nothing of what is late. */
export function attendusAvant(
  { conventions = [], conditions, taches = [] }: Pick<ModeOperatoire, 'conventions' | 'conditions' | 'taches'>,
  date: string,
): Attendu[] {
  const followed = taches.some(({ fin_reelle: ended, avancement: done }) => ended !== undefined || done !== undefined);
  return [
    ...conventions.flatMap(({ objet, etat, signature_prevue: planned }): Attendu[] =>
      etat === 'signee' || planned === undefined || !anterieur(planned, date)
        ? []
        : [{ genre: 'convention', libelle: objet, date: planned }],
    ),
    ...conditionsDuMode(conditions).flatMap(({ libelle, etat, echeance }): Attendu[] =>
      etat === 'remplie' || echeance === undefined || !anterieur(echeance, date)
        ? []
        : [{ genre: 'condition', libelle, date: echeance }],
    ),
    ...taches.flatMap(({ libelle, fin, fin_reelle: ended, avancement: done = 0 }): Attendu[] =>
      !followed || ended !== undefined || done >= 1 || !anterieur(fin, date)
        ? []
        : [{ genre: 'tache', libelle, date: fin }],
    ),
  ];
}
