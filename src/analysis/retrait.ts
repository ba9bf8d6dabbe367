/** An organisation that withdrew, or refused: it was met, and is counted for no more. */
import type { Study } from '../study/study.js';
import type { Acteur } from '../study/types.gen.js';
import { leJour, posterieur } from '../texte/dates.js';

type Engagement = Acteur['engagement'];

/** What its engagement is still worth; the study is that of the day at which one speaks, so that a withdrawal to come is not in it. */
export const engagementTenu = ({ engagement, retrait }: Pick<Acteur, 'engagement' | 'retrait'>): Engagement =>
  retrait && (engagement === 'volontaire' || engagement === 'engage') ? 'contacte' : engagement;

/** The actor without a withdrawal that nobody knew of at `date`, and without the engagement that a known one ended. */
export function retraitAu(acteur: Acteur, date: string): Acteur {
  const { retrait, engagement: _, ...rest } = acteur;
  if (!retrait) return acteur;
  if (posterieur(retrait.date, date)) {
    const { retrait: __, ...before } = acteur;
    return before;
  }
  const engagement = engagementTenu(acteur);
  return { ...rest, retrait, ...(engagement === undefined ? {} : { engagement }) };
}

/** A study in which nobody counts as gone before its date; the same object where nobody is to go. */
export const sansRetraitAVenir = <T extends Pick<Study, 'acteurs' | 'etude'>>(study: T): T => {
  const { date } = study.etude;
  return study.acteurs.some(({ retrait }) => posterieur(retrait?.date, date))
    ? {
        ...study,
        acteurs: study.acteurs.map((one) => (posterieur(one.retrait?.date, date) ? retraitAu(one, date) : one)),
      }
    : study;
};

/** « retiré le 12 mars 2025 », where an engagement is told; null for who stays. */
export const retraitEcrit = ({ retrait }: Pick<Acteur, 'retrait'>): string | null =>
  retrait ? `retiré ${leJour(retrait.date)}` : null;
