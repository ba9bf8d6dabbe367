/** Meetings on days when nobody meets. */
import { dateEnLettres } from '../../../../texte/dates.js';
import { joursFeries } from '../../../jours-ouvres.js';
import { nomDeRencontre } from '../../../vocabulaire.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const DIMANCHE = 0;

export const reunionUnJourFerme: RegleCoherence = {
  code: 'reunion-un-jour-ferme',
  gravite: 'attention',
  titre: 'Une réunion tombe un dimanche ou un jour férié.',
  explication:
    'Une réunion du comité, une réunion de cadrage, un comité technique ou une délibération se tient un jour où ses membres travaillent : un dimanche ou un jour férié vient le plus souvent d’un chiffre interverti. Les temps de participation, qui cherchent parfois ces jours-là, ne sont relevés que le 1er janvier et le 25 décembre.',
  livrables: ['diagnostic', 'copil'],
  verifier: ({ study: { reunions, participation } }) => [
    ...participation.flatMap((one): Contradiction[] =>
      one.type === 'enquete' || !/-(?:01-01|12-25)$/.test(one.date)
        ? []
        : [
            {
              chemin: `participation/${one.id}/date`,
              contre: [`participation/${one.id}/type`],
              message: `« ${nomDeRencontre(one)} » est datée du ${dateEnLettres(one.date)}, jour où personne ne se réunit.`,
              issue: 'Corrigez la date, ou gardez-la avec sa raison.',
              saisie: 'La raison s’écrit dans « motif » de « regles_ecartees » (etude.yaml), avec cette règle.',
            },
          ],
    ),
    ...reunions.flatMap(({ id, titre, date, etat, consultation_ecrite: written }): Contradiction[] => {
      if (date.length !== 10 || etat === 'annulee' || written) return [];
      const sunday = new Date(Date.parse(date)).getUTCDay() === DIMANCHE;
      if (!sunday && !joursFeries(Number(date.slice(0, 4))).includes(date)) return [];
      return [
        {
          chemin: `reunions/${id}/date`,
          contre: [`reunions/${id}/type`],
          message: `« ${titre ?? id} » est datée du ${dateEnLettres(date)}, ${sunday ? 'un dimanche' : 'jour férié'}.`,
          issue: 'Corrigez la date, ou gardez-la avec sa raison.',
          saisie: 'La raison s’écrit dans « motif » de « regles_ecartees » (etude.yaml), avec cette règle.',
        },
      ];
    }),
  ],
};

export const JOURS_FERMES = [reunionUnJourFerme] as const;
