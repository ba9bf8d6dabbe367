/** A project as it could be written at a date. */
import type { Projet } from '../../study/types.gen.js';
import { posterieur } from '../dates.js';

/** Follow-up, measures, real dates and evaluation that came later are left out. */
export function projetAu(projet: Projet, date: string): Projet {
  const { suivi, indicateurs, calendrier, evaluation, ...rest } = projet;
  const later = (value: string | undefined): boolean => posterieur(value, date);
  return {
    ...rest,
    ...(suivi ? { suivi: suivi.filter((one) => !later(one.date)) } : {}),
    ...(indicateurs
      ? {
          indicateurs: indicateurs.map(({ mesures, ...i }) => ({
            ...i,
            ...(mesures ? { mesures: mesures.filter((m) => !later(m.date)) } : {}),
          })),
        }
      : {}),
    ...(calendrier
      ? {
          calendrier: calendrier.map(({ debut_reel: debut, fin_reelle: fin, ...step }) => ({
            ...step,
            ...(debut === undefined || later(debut) ? {} : { debut_reel: debut }),
            ...(fin === undefined || later(fin) ? {} : { fin_reelle: fin }),
          })),
        }
      : {}),
    ...(evaluation && !later(evaluation.notee_le) ? { evaluation } : {}),
  };
}
