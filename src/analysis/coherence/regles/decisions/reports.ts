/** A meeting put off: called off that day, and replaced by another one. */
import { auJour, dateEnLettres, leJour } from '../../../../texte/dates.js';
import { titreReunion } from '../../../comite.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const reportContredit: RegleCoherence = {
  code: 'report-contredit',
  gravite: 'attention',
  titre: 'Une réunion est dite reportée, et le reste de sa fiche dit autre chose.',
  explication:
    'Une réunion reportée n’a pas eu lieu ce jour-là (« etat: annulee ») ; « reportee_a » nomme celle qui la remplace, une autre, un autre jour, qui n’est pas elle-même annulée sans suite. « motif_annulation » dit pourquoi elle n’a pas eu lieu : une réunion tenue ou prévue n’en a pas.',
  exemple:
    '{ id: copil-2, …, date: "2024-06-13", etat: annulee, reportee_a: copil-2-bis, motif_annulation: le quorum n’était pas réuni }',
  livrables: ['copil'],
  verifier: ({ study: { reunions } }) =>
    reunions.flatMap((reunion): Contradiction[] => {
      const { id, etat, reportee_a: next, motif_annulation: why, date } = reunion;
      const replaced = reunions.find((one) => one.id === next);
      if (etat !== 'annulee')
        return next !== undefined || why !== undefined
          ? [
              {
                chemin: `reunions/${id}/${next === undefined ? 'motif_annulation' : 'reportee_a'}`,
                contre: [`reunions/${id}${etat === undefined ? '/date' : '/etat'}`],
                message: `« ${titreReunion(reunion)} », ${leJour(date)}, est ${next === undefined ? 'dite annulée par son motif' : 'dite reportée'}, et n’est pas annulée.`,
                issue: 'Dites-la annulée ce jour-là, ou retirez ce qui la reporte.',
                saisie: 'Une réunion reportée s’écrit « etat: annulee ».',
              },
            ]
          : [];
      if (!replaced) return [];
      const same = replaced.date === date;
      const lost = replaced.etat === 'annulee' && replaced.reportee_a === undefined;
      if (!same && !lost) return [];
      return [
        {
          chemin: `reunions/${id}/reportee_a`,
          contre: [`reunions/${replaced.id}/${same ? 'date' : 'etat'}`],
          message: same
            ? `« ${titreReunion(reunion)} », du ${dateEnLettres(date)}, est reportée ${auJour(date)} même.`
            : `« ${titreReunion(reunion)} », du ${dateEnLettres(date)}, est reportée ${auJour(replaced.date)}, et cette réunion est annulée à son tour.`,
          issue: 'Nommez la réunion qui a eu lieu à sa place, ou qui est prévue.',
          saisie: 'Elle s’écrit dans « reportee_a », par son identifiant.',
        },
      ];
    }),
};

export const REPORTS = [reportContredit];
