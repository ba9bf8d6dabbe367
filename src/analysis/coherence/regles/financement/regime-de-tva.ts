/** What the regime of the tax says, against the amounts and the receipts of a scenario. */
import { max, range, sum } from 'd3-array';
import { cellAt } from '../../../../lists/at.js';
import type { Study } from '../../../../study/study.js';
import type { Scenario } from '../../../../study/types.gen.js';
import { euros } from '../../../../texte/nombres.js';
import { chiffrageDe } from '../../../scenarios/chiffrage.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Regime = NonNullable<Scenario['regime_tva']>;

/** What each regime makes of the amounts, and how a sentence says it. */
const REGIMES: Readonly<Record<Regime, { montants: NonNullable<Scenario['montants']>; dit: string }>> = {
  franchise: { montants: 'ttc', dit: 'est en franchise de TVA, et ne la récupère donc pas' },
  'hors-champ': { montants: 'ttc', dit: 'n’est pas soumis à la TVA, et ne la récupère donc pas' },
  redevable: { montants: 'ht', dit: 'est redevable de la TVA, et récupère celle de ses achats' },
};

const regimeEtMontants: RegleCoherence = {
  code: 'regime-et-montants',
  gravite: 'attention',
  titre: 'Un scénario n’est pas chiffré comme le veut son régime de TVA.',
  explication:
    'Qui est en franchise de TVA, ou hors de son champ (« regime_tva »), la paie sur ses achats sans la récupérer : ses dépenses sont toutes taxes comprises (« montants: ttc »). Qui en est redevable la récupère : elles sont hors taxes (« montants: ht »), et le fonds de compensation ne lui rend rien de plus (« fctva_applicable »).',
  exemple: 'regime_tva: franchise\nmontants: ttc',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { scenarios } }) =>
    scenarios.flatMap((scenario): Contradiction[] => {
      const { id, titre, regime_tva: regime, montants, fctva_applicable: fund, deduction_tva: partial } = scenario;
      if (regime === undefined) return [];
      const { montants: wanted, dit } = REGIMES[regime];
      const at = `scenarios/${id}`;
      // One that recovers a part alone may write its prices either way: what it pays is computed.
      if (montants !== undefined && montants !== wanted && partial === undefined)
        return [
          {
            chemin: `${at}/montants`,
            contre: [`${at}/regime_tva`],
            message: `le porteur de « ${titre} » ${dit} ; ses dépenses sont chiffrées ${montants === 'ht' ? 'hors taxes' : 'toutes taxes comprises'}.`,
            issue: 'Corrigez les montants, ou le régime.',
          },
        ];
      // Without the tax written at all, the amounts contradict the fund: `hors-taxes-et-fonds` tells it.
      return fund && regime === 'redevable' && montants !== 'ht'
        ? [
            {
              chemin: `${at}/fctva_applicable`,
              contre: [`${at}/regime_tva`],
              message: `le porteur de « ${titre} » ${dit} ; le fonds de compensation la lui rendrait une seconde fois.`,
              issue: 'Corrigez l’un des deux : la TVA se récupère par les déclarations, ou par le fonds.',
            },
          ]
        : [];
    }),
};

/** What users and customers pay by year, in euros, at the most probable: what the costing inscribes. */
const recettesDe = (study: Study, scenario: Scenario): number[] => {
  const { annees, recettes } = chiffrageDe(study, scenario);
  return range(annees).map((year) =>
    sum(scenario.financements, ({ nature }, s) => (nature === 'recette' ? cellAt(recettes, s, year) : 0)),
  );
};

const franchiseDepassee: RegleCoherence = {
  code: 'franchise-depassee',
  gravite: 'attention',
  titre: 'Les recettes d’un scénario passent le seuil de la franchise de TVA.',
  explication:
    'La franchise (« regime_tva: franchise ») tient tant que ce que paient des usagers et des clients (« nature: recette ») ne passe pas, dans une année, le seuil de la référence que le scénario cite (« reference_tva », sa « valeur »). Au-delà, la TVA est due sur ces recettes, et récupérée sur les achats : les prix et le budget changent.',
  exemple: 'regime_tva: franchise\nreference_tva: franchise-en-base',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study }) =>
    study.scenarios.flatMap((scenario): Contradiction[] => {
      const { id, titre, regime_tva: regime, reference_tva: cited } = scenario;
      const rule = study.references.find((one) => one.id === cited);
      if (regime !== 'franchise' || typeof rule?.valeur !== 'number') return [];
      const years = recettesDe(study, scenario);
      const most = max(years) ?? 0;
      if (most <= rule.valeur) return [];
      return [
        {
          chemin: `scenarios/${id}/financements`,
          contre: [`scenarios/${id}/reference_tva`, `references/${rule.id}`],
          message: `les usagers et les clients de « ${titre} » paient ${euros(most)} l’année ${years.indexOf(most) + 1} ; la franchise de TVA s’arrête à ${euros(rule.valeur)}.`,
          issue: 'Corrigez les recettes, ou chiffrez le scénario avec la TVA.',
          saisie:
            'Le régime s’écrit dans « regime_tva » du scénario (scenarios.yaml), le seuil dans « valeur » de la référence.',
        },
      ];
    }),
};

const deductionDeTva: RegleCoherence = {
  code: 'deduction-de-tva',
  gravite: 'attention',
  titre: 'La part de TVA qu’un scénario récupère contredit son régime, ou n’en est pas une.',
  explication:
    'Un porteur redevable qui ne récupère qu’une part de la TVA de ses achats écrit son coefficient de déduction (« deduction_tva ») : le produit des coefficients d’assujettissement, de taxation et d’admission (code général des impôts, annexe II, articles 205 et 206, lus dans leur version du 18 mai 2022). La part qu’il ne déduit pas est comptée dans ses coûts. À 1, tout se récupère : les montants sont hors taxes ; à 0, rien : ils sont toutes taxes comprises. Qui est en franchise ou hors champ n’a pas de coefficient.',
  exemple: 'regime_tva: redevable\ndeduction_tva: { coefficient: 0.4, taux: 0.2, reference: coefficient-de-deduction }',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { scenarios } }) =>
    scenarios.flatMap(({ id, titre, regime_tva: regime, deduction_tva: told }): Contradiction[] => {
      if (told === undefined) return [];
      const at = `scenarios/${id}/deduction_tva`;
      if (regime !== 'redevable')
        return [
          {
            chemin: at,
            contre: [regime === undefined ? `scenarios/${id}` : `scenarios/${id}/regime_tva`],
            message: `« ${titre} » récupère une part de la TVA de ses achats, et son porteur ${regime === undefined ? 'n’est pas dit redevable' : REGIMES[regime].dit}.`,
            issue: 'Dites le porteur redevable, ou retirez le coefficient.',
            saisie: 'Le régime s’écrit « regime_tva: redevable » dans scenarios.yaml.',
          },
        ];
      return told.coefficient > 0 && told.coefficient < 1
        ? []
        : [
            {
              chemin: `${at}/coefficient`,
              contre: [`scenarios/${id}/regime_tva`],
              message: `le coefficient de déduction de « ${titre} » est de ${told.coefficient} : ${told.coefficient === 1 ? 'toute la TVA se récupère' : 'rien de la TVA ne se récupère'}.`,
              issue: `Retirez-le, et donnez les montants ${told.coefficient === 1 ? 'hors taxes' : 'toutes taxes comprises'}.`,
              saisie: 'Ce que les montants comprennent s’écrit dans « montants » (scenarios.yaml).',
            },
          ];
    }),
};

export const REGIME_DE_TVA = [regimeEtMontants, franchiseDepassee, deductionDeTva] as const;
