/** A budget in another money against its value in euros. */
import { phraseNue } from '../../../../texte/identifiant.js';
import { euros, nombreFr, virgule } from '../../../../texte/nombres.js';
import { fourchette } from '../../../montants.js';
import { citee } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** A rate is written with two or three decimals, and its result is rounded. */
const TOLERANCE = 0.01;

const conversionFausse: RegleCoherence = {
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

/** What a sentence calls the money of a code, without accents. */
const MOTS: Readonly<Record<string, RegExp>> = {
  GBP: /\blivres?(?: sterling)?\b|£/,
  USD: /\bdollars?(?: (?:des etats-unis|us|americains?))?\b(?! (?:canadien|australien))|\$/,
  CAD: /\bdollars? canadiens?\b/,
  CHF: /\bfrancs? suisses?\b|\bchf\b/,
  SEK: /\bcouronnes? suedoises?\b/,
  NOK: /\bcouronnes? norvegiennes?\b/,
  DKK: /\bcouronnes? danoises?\b/,
  JPY: /\byens?\b/,
};

export const deviseEcrite: RegleCoherence = {
  code: 'devise-ecrite',
  gravite: 'attention',
  titre: 'Un repère financier convertit une autre somme, ou une autre monnaie, que la fiche.',
  explication:
    'Une expérience dont le budget est donné dans une autre monnaie (« budget_devise ») et dont un repère financier (« reperes_financiers ») dit la conversion (« converties ») y écrit la même monnaie, le même montant et le même cours.',
  livrables: ['diagnostic'],
  verifier: ({ study: { experiences } }) =>
    experiences.flatMap(({ id, nom, budget_devise: devise, reperes_financiers: reperes = [] }) =>
      reperes.flatMap((texte, i): Contradiction[] => {
        const plain = phraseNue(texte).replace(/(?<=\d)[\s\u202f\u00a0](?=\d{3}(?!\d))/g, '');
        if (!devise || !/\bconverti/.test(plain)) return [];
        const own = MOTS[devise.devise];
        const other = Object.entries(MOTS).find(([code, words]) => code !== devise.devise && words.test(plain));
        const money = own !== undefined && !own.test(plain) && other !== undefined;
        const amount = !new RegExp(`(?<![\\d,])${String(devise.montant).replace('.', ',')}(?![\\d,])`).test(plain);
        const [, rate] = /\ba (\d+(?:,\d+)?) (?:euros?|€)/.exec(plain) ?? [];
        const course =
          rate !== undefined && Math.abs(Number(rate.replace(',', '.')) - devise.cours) > 0.01 * devise.cours;
        if (!money && !(amount && own?.test(plain)) && !course) return [];
        return [
          {
            chemin: `experiences/${id}/reperes_financiers/${i + 1}`,
            contre: [`experiences/${id}/budget_devise`],
            message: `« ${nom} » écrit « ${citee(texte)} » ; sa fiche convertit ${nombreFr(devise.montant)} ${devise.devise} à ${virgule(devise.cours)} €.`,
            issue: 'Accordez le repère et la fiche.',
          },
        ];
      }),
    ),
};

export const MONNAIES = [conversionFausse, deviseEcrite] as const;
