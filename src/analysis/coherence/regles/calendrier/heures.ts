/** The hour of a meeting, against the hours of a day and what its agenda lasts. */
import { sum } from 'd3-array';
import { titreReunion } from '../../../comite.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const MINUTES = 60;
/** « 14 h 30 », « 14h », « 14:30 »: minutes since midnight; null for what is not an hour. */
function minutesDe(heure: string): { heures: number; minutes: number } | null {
  const [, hours, minutes = '0'] = /^\s*(\d{1,2})\s*(?:h|:|heures?)\s*(\d{2})?\s*$/i.exec(heure) ?? [];
  return hours === undefined ? null : { heures: Number(hours), minutes: Number(minutes) };
}

export const heureImpossible: RegleCoherence = {
  code: 'heure-impossible',
  gravite: 'attention',
  titre: 'L’heure d’une réunion n’est pas une heure du jour, ou son ordre du jour passe minuit.',
  explication:
    'L’heure d’une réunion (« heure » : « 14 h 30 ») va de 0 h à 23 h 59, et ce que dure son ordre du jour (« minutes », ajoutées) ne la mène pas au-delà de minuit. Une heure écrite autrement n’est pas comparée.',
  livrables: ['copil'],
  verifier: ({ study: { reunions } }) =>
    reunions.flatMap((reunion): Contradiction[] => {
      const { id, heure, ordre_du_jour: agenda } = reunion;
      const at = heure === undefined ? null : minutesDe(heure);
      if (!at) return [];
      const real = at.heures < 24 && at.minutes < MINUTES;
      const end = at.heures * MINUTES + at.minutes + sum(agenda, ({ minutes }) => minutes);
      if (real && end <= 24 * MINUTES) return [];
      return [
        {
          chemin: `reunions/${id}/heure`,
          contre: [real ? `reunions/${id}/ordre_du_jour` : `reunions/${id}/date`],
          message: real
            ? `« ${titreReunion(reunion)} » commence à ${heure}, et son ordre du jour la mène au-delà de minuit.`
            : `« ${titreReunion(reunion)} » commence à ${heure}, qui n’est pas une heure du jour.`,
          issue: real ? 'Corrigez l’heure, ou les minutes de l’ordre du jour.' : 'Corrigez l’heure.',
        },
      ];
    }),
};

export const HEURES = [heureImpossible] as const;
