/** Money beside the people whom it pays: what a full time cannot cost, and a budget that is of no measure with a staff. */
import { quantiteFr } from '../../../../texte/accords.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { fourchette } from '../../../montants.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/**
 * Euros a year for a full time, under which nobody is employed (an aided contract leaves more to pay), and over which no budget has so few people: a fund that
 * pays others spends a few millions for each of its own. Bounds of measure, chosen wide, and of no source.
 */
const BUDGET = { moins: 5_000, plus: 5_000_000 } as const;
/** The same for what an employer pays for one post. */
const POSTE = { moins: 5_000, plus: 300_000 } as const;

/** Posts that are not paid a wage. */
const SANS_SALAIRE = ['stage', 'service-civique', 'benevole'];

const argent = (value: number): string => quantiteFr(value, '€');

export const argentEtEffectif: RegleCoherence = {
  code: 'argent-et-effectif',
  gravite: 'attention',
  titre: 'Un budget ou un salaire est sans mesure avec l’effectif qu’il paie.',
  explication:
    'Le budget annuel d’une expérience (« budget_annuel », en euros) divisé par son effectif (« etp ») dépasse 5 000 € et n’atteint pas 5 millions d’euros : en deçà, il ne paie personne (un montant en milliers d’euros, un effectif de bénévoles) ; au-delà, il lui faudrait plus de monde. Le coût annuel d’un équivalent temps plein (« cout_annuel » d’un poste de scénario, hors stage, service civique et bénévolat) est entre 5 000 et 300 000 € : en deçà, c’est souvent celui de la part de poste. Une fourchette est jugée à sa borne la plus favorable. Un budget nul, un effectif nul ne sont pas signalés.',
  livrables: ['diagnostic', 'scenarios'],
  verifier: ({ study: { experiences, scenarios } }) => [
    ...experiences.flatMap(({ id, nom, etp = 0, budget_annuel: budget }): Contradiction[] => {
      const given = fourchette(budget);
      if (!given || given.max <= 0 || etp <= 0) return [];
      const few = given.max < BUDGET.moins * etp;
      // Under a full time, the people of others do the work: the money is not measured by it.
      if (!few && given.min <= BUDGET.plus * Math.max(1, etp)) return [];
      const each = (few ? given.max : given.min) / etp;
      return [
        {
          chemin: `experiences/${id}/budget_annuel`,
          contre: [`experiences/${id}/etp`],
          message: `« ${nom} » a ${argent(few ? given.max : given.min)} de budget annuel pour ${nombreFr(etp)} ETP, soit ${argent(Math.round(each))} pour un temps plein : ${few ? 'trop peu pour payer quelqu’un' : 'plus qu’une équipe de cette taille n’en dépense'}.`,
          issue: 'Corrigez le budget, en euros par an, ou l’effectif.',
        },
      ];
    }),
    ...scenarios.flatMap(({ id, titre, moyens }) =>
      moyens.humains.flatMap(({ id: poste, profil, categorie, etp, cout_annuel: cost }): Contradiction[] => {
        const given = fourchette(cost);
        if (!given || given.max <= 0 || SANS_SALAIRE.includes(categorie ?? '')) return [];
        const few = given.max < POSTE.moins;
        if (!few && given.min <= POSTE.plus) return [];
        const path = `scenarios/${id}/moyens/humains/${poste}`;
        return [
          {
            chemin: `${path}/cout_annuel`,
            contre: [`${path}/etp`],
            message: `dans « ${titre} », un temps plein de « ${profil} » coûte ${argent(few ? given.max : given.min)} par an (le poste en compte ${nombreFr(etp)}) : ${few ? 'trop peu pour un salaire' : 'plus qu’aucun salaire'}.`,
            issue: 'Corrigez le coût d’un temps plein, charges comprises, en euros ; le poste en coûte sa part.',
          },
        ];
      }),
    ),
  ],
};

export const ARGENT_ET_EFFECTIF = [argentEtEffectif] as const;
