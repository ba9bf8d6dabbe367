/** Amounts with the tax and without it: what a bearer recovers by its returns, by a fund, or not at all. */
import type { Scenario } from '../../../../study/types.gen.js';
import { commeEcrit, euros, virgule } from '../../../../texte/nombres.js';
import { quantiteProbable } from '../../../montants.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

export const horsTaxesEtFonds: RegleCoherence = {
  code: 'hors-taxes-et-fonds',
  gravite: 'attention',
  titre: 'Un scénario est chiffré hors taxes, et compte le remboursement de la TVA.',
  explication:
    'Le fonds de compensation rend une part de la TVA d’achats donnés toutes taxes comprises (« fctva_applicable: true »). Un porteur qui la récupère par ses déclarations (« montants: ht ») ne l’a pas dépensée : le fonds ne lui rend rien, et la recette serait comptée deux fois.',
  exemple: 'montants: ht\nfctva_applicable: false',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study }) =>
    study.scenarios.flatMap(({ id, titre, montants, fctva_applicable: fund }): Contradiction[] =>
      montants !== 'ht' || !fund
        ? []
        : [
            {
              chemin: `scenarios/${id}/montants`,
              contre: [`scenarios/${id}/fctva_applicable`],
              message: `« ${titre} » est chiffré hors taxes, et compte le fonds qui rend la TVA de ses achats.`,
              issue: 'Corrigez l’un des deux : la TVA se récupère par les déclarations, ou par le fonds.',
            },
          ],
    ),
};

export const memePrixAvecEtSansTaxe: RegleCoherence = {
  code: 'prix-avec-et-sans-taxe',
  gravite: 'attention',
  titre: 'Un outil a le même prix dans un scénario hors taxes et dans un scénario toutes taxes comprises.',
  explication:
    'Un scénario dit si ses montants comprennent la TVA (« montants: ttc » ou « ht »). L’achat d’un outil que les deux prennent à sa fiche (« cout.investissement ») y vaudrait autant avec la taxe que sans elle : l’un des deux donne le sien (« outils.investissement »), avec sa raison (« motif_cout »).',
  exemple: 'outils:\n  - { outil: four, annee: 1, quantite: 1, investissement: 10000, motif_cout: prix hors taxes }',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { scenarios, outils } }) => {
    const taken = ({ outils: own = [] }: Scenario, id: string): number =>
      own.findIndex(({ outil, investissement }) => outil === id && investissement === undefined);
    const [out, included] = (['ht', 'ttc'] as const).map((word) =>
      scenarios.filter(({ montants }) => montants === word),
    );
    return outils.flatMap(({ id, nom, cout }): Contradiction[] => {
      const price = quantiteProbable(cout?.investissement);
      const without = out?.find((one) => taken(one, id) >= 0);
      const within = included?.find((one) => taken(one, id) >= 0);
      if (price <= 0 || !without || !within) return [];
      return [
        {
          chemin: `scenarios/${without.id}/outils/${taken(without, id) + 1}`,
          contre: [`scenarios/${within.id}/outils/${taken(within, id) + 1}`, `outils/${id}/cout/investissement`],
          message: `« ${without.titre} », chiffré hors taxes, et « ${within.titre} », toutes taxes comprises, prennent le même prix pour « ${nom} » : ${euros(price)}.`,
          issue: 'Donnez à l’un des deux son prix, avec ou sans la taxe.',
          saisie:
            'Il s’écrit dans « investissement » de l’outil du scénario (scenarios.yaml), et sa raison dans « motif_cout ».',
        },
      ];
    });
  },
};

/** A rate that the law would set under one per cent: none of those that the program reads in per cent is. */
const enPart = (value: unknown): value is number => typeof value === 'number' && value > 0 && value < 1;

export const tauxEnPart: RegleCoherence = {
  code: 'taux-en-part',
  gravite: 'attention',
  titre: 'Un taux est écrit en part de un, et lu en pour cent.',
  explication:
    'Le taux du fonds de compensation de la TVA (« hypotheses.fctva.reference ») et le minimum d’autofinancement (« viabilite.reference_autofinancement ») se lisent dans la « valeur » de la référence qu’ils nomment, en pour cent. Une valeur entre 0 et 1 y est une part : le calcul en prendrait le centième.',
  exemple: 'valeur: 16.404   # et non 0.16404',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { criteres, references } }) =>
    (
      [
        [criteres?.hypotheses?.fctva?.reference, 'criteres/hypotheses/fctva/reference'],
        [criteres?.viabilite?.reference_autofinancement, 'criteres/viabilite/reference_autofinancement'],
      ] as const
    ).flatMap(([named, where]): Contradiction[] => {
      const reference = references.find(({ id }) => id === named);
      const value = reference?.valeur;
      if (!reference || !enPart(value)) return [];
      return [
        {
          chemin: `references/${reference.id}/valeur`,
          contre: [where],
          message: `« ${reference.titre} » vaut ${virgule(value)}, que le calcul lit en pour cent : ${virgule(value)} %, et non ${commeEcrit(Number((value * 100).toPrecision(12)))} %.`,
          issue: 'Donnez le taux en pour cent.',
          saisie: `Écrivez « valeur: ${Number((value * 100).toPrecision(12))} » dans la référence (references.yaml).`,
        },
      ];
    }),
};

export const TAXES = [horsTaxesEtFonds, memePrixAvecEtSansTaxe, tauxEnPart] as const;
