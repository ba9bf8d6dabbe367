/** A budget in another money against its value in euros. */
import { euros, nombreFr, virgule } from '../../../../texte/nombres.js';
import { fourchette } from '../../../montants.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** A rate is written with two or three decimals, and its result is rounded. */
const TOLERANCE = 0.01;

export const conversionFausse: RegleCoherence = {
  code: 'conversion-fausse',
  gravite: 'attention',
  titre: 'Le budget d’une expérience n’est pas celui que donne sa monnaie.',
  explication:
    'Le budget annuel d’une expérience (« budget_annuel ») est en euros. Celle qui le donne dans une autre monnaie écrit le montant d’origine et le cours (« budget_devise ») : leur produit est le budget, à 1 % près. Le plus souvent, le montant n’a pas été converti.',
  exemple: 'budget_annuel: 98280\nbudget_devise: { montant: 84000, devise: GBP, cours: 1.17, date: "2025" }',
  livrables: ['diagnostic'],
  verifier: ({ study: { experiences } }) =>
    experiences.flatMap(({ id, nom, budget_annuel: budget, budget_devise: devise }): Contradiction[] => {
      const told = fourchette(budget);
      if (!told || !devise) return [];
      const worth = devise.montant * devise.cours;
      if (worth >= told.min * (1 - TOLERANCE) && worth <= told.max * (1 + TOLERANCE)) return [];
      return [
        {
          chemin: `experiences/${id}/budget_annuel`,
          contre: [`experiences/${id}/budget_devise`],
          message: `« ${nom} » dépense ${euros(told.mode)} par an ; ${nombreFr(devise.montant)} ${devise.devise} à ${virgule(devise.cours)} € en font ${euros(worth)}.`,
          issue: 'Corrigez le montant converti, le montant d’origine ou le cours.',
        },
      ];
    }),
};

export const MONNAIES = [conversionFausse] as const;
