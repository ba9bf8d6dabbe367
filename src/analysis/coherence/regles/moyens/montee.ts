/** The years of a ramp-up against its sense and its length. */
import { enumerer } from '../../../../texte/accords.js';
import { pourcent } from '../../../../texte/nombres.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const monteeEnRecul: RegleCoherence = {
  code: 'montee-en-recul',
  gravite: 'attention',
  titre: 'La montée en charge d’un scénario redescend, ou dure plus que lui.',
  explication:
    'La montée en charge (« montee_en_charge ») donne, année après année, la part du service de croisière qui est rendue : elle ne baisse pas d’une année à la suivante, et n’a pas plus d’années que le scénario (« duree_annees »), dont le budget ne verrait jamais les dernières.',
  exemple: 'montee_en_charge: [0.5, 0.8, 1]',
  livrables: ['scenarios'],
  verifier: ({ study: { scenarios, criteres } }) =>
    scenarios.flatMap(({ id, titre, montee_en_charge: parts = [], duree_annees: own }): Contradiction[] => {
      const years = own ?? criteres?.hypotheses?.duree_annees;
      const falls = parts.some((part, i) => part < (parts[i - 1] ?? part));
      const longer = years !== undefined && parts.length > years;
      if (!falls && !longer) return [];
      return [
        {
          chemin: `scenarios/${id}/montee_en_charge`,
          contre: [
            falls
              ? `scenarios/${id}/modalites`
              : own === undefined
                ? 'criteres/hypotheses/duree_annees'
                : `scenarios/${id}/duree_annees`,
          ],
          message: falls
            ? `« ${titre} » monte en charge en redescendant : ${enumerer(parts.map(pourcent))} de ce que ses modalités comptent.`
            : `« ${titre} » donne ${parts.length} années à sa montée en charge, et en dure ${years}.`,
          issue: falls ? 'Remettez les parts dans leur ordre.' : 'Retirez les années en trop, ou allongez le scénario.',
        },
      ];
    }),
};

export const MONTEE = [monteeEnRecul] as const;
