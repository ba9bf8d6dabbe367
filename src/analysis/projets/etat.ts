/** A project as it could be written at a date. */
import type { Projet } from '../../study/types.gen.js';
import { posterieur } from '../dates.js';

/** The dates that a sheet gives to what it tells of a project: its follow-up, its measures, its real dates. Marks may come long after. */
function datesDesFaits({ suivi = [], indicateurs = [], calendrier = [] }: Projet): string[] {
  return [
    ...suivi.map(({ date }) => date),
    ...indicateurs.flatMap(({ mesures = [] }) => mesures.map(({ date }) => date)),
    ...calendrier.flatMap(({ debut_reel: debut, fin_reelle: fin }) => [debut, fin]),
  ].filter((date) => date !== undefined);
}

/**
 * What a sheet tells without a date is what its last date knows: the days done, what was spent and obtained, what came out of it. Before that
 * date nobody knew it, nor that the project was over.
 */
function sansLeRealise(projet: Projet): Projet {
  const {
    accompagnement,
    partenaires,
    budget,
    financements,
    constats_objectifs: _constats,
    temoignages: _paroles,
    enseignements: _lecons,
    avis: _avis,
    reproductibilite: _note,
    ...rest
  } = projet;
  const { jours_realises: _j, jours_prestataire: _p, seances_realisees: _s, ...prevu } = accompagnement ?? {};
  return {
    ...rest,
    ...(projet.etat === 'termine' || projet.etat === 'abandonne' ? { etat: 'en-cours' } : {}),
    ...(accompagnement ? { accompagnement: prevu } : {}),
    ...(partenaires ? { partenaires: partenaires.map(({ jours_realises: _, ...one }) => one) } : {}),
    ...(budget ? { budget: budget.map(({ realise: _, ...one }) => one) } : {}),
    ...(financements ? { financements: financements.map(({ obtenu: _, ...one }) => one) } : {}),
  };
}

/** Follow-up, measures, real dates and evaluation that came later are left out, and with them what has no date. */
export function projetAu(projet: Projet, date: string): Projet {
  const later = (value: string | undefined): boolean => posterieur(value, date);
  const { suivi, indicateurs, calendrier, evaluation, ...rest } = datesDesFaits(projet).some(later)
    ? sansLeRealise(projet)
    : projet;
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
