/** Structure costs: the same rule for every employer, or scenarios whose posts are not of one bearer are compared on two bases. */
import { enumerer } from '../../../../texte/accords.js';
import { euros, pourcent } from '../../../../texte/nombres.js';
import { montantProbable } from '../../../montants.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

/** Under this share of the wages of a scenario, what is left out changes no comparison. */
const PART_COMPTEE = 0.05;

export const structureInegale: RegleCoherence = {
  code: 'structure-inegale',
  gravite: 'attention',
  titre: 'Un scénario compte des frais de structure sur les salaires d’un employeur, et pas sur ceux d’un autre.',
  explication:
    'Des frais indirects qui sont une part des salaires (« nature: frais-indirects », « taux_personnel ») ne suivent que ceux de l’organisme qui les paie (« porteur »). Dès qu’un scénario en compte, chaque employeur en a une ligne, dans ce scénario et dans ceux que l’on lui compare, au-dessous de 5 % des salaires du scénario près : un poste confié à un autre employeur paraîtrait sinon moins cher, et le scénario avec lui. Les bénévoles n’en ont pas.',
  exemple:
    'moyens:\n  fonctionnement:\n    - { id: structure-relais, libelle: Frais de structure, porteur: cc, nature: frais-indirects, cout_annuel: 2500, taux_personnel: 0.15 }',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { scenarios }, acteur }) => {
    const lignes = scenarios.flatMap(({ id, moyens: { fonctionnement = [] } }) =>
      fonctionnement.flatMap((ligne) =>
        ligne.nature === 'frais-indirects' && ligne.taux_personnel !== undefined
          ? [{ ...ligne, taux: ligne.taux_personnel, scenario: id }]
          : [],
      ),
    );
    return scenarios.flatMap(({ id, titre, moyens: { humains = [], fonctionnement = [] } }): Contradiction[] => {
      const model = lignes.find(({ scenario }) => scenario === id) ?? lignes[0];
      const paid = humains.flatMap(({ etp, cout_annuel, categorie, ...post }) =>
        categorie === 'benevole' ? [] : [{ ...post, wages: etp * montantProbable(cout_annuel) }],
      );
      const sum = (list: typeof paid): number => list.reduce((total, { wages }) => total + wages, 0);
      const left = paid.filter(
        ({ porteur }) => !fonctionnement.some((one) => one.nature === 'frais-indirects' && one.porteur === porteur),
      );
      const [first] = left;
      if (!model || !first || !depasse(sum(left), PART_COMPTEE * sum(paid))) return [];
      const who = enumerer([...new Set(left.map(({ porteur }) => acteur(porteur)))]);
      return [
        {
          chemin: `scenarios/${id}/moyens/humains/${first.id}`,
          contre: [`scenarios/${model.scenario}/moyens/fonctionnement/${model.id}`],
          message: `« ${titre} » ne compte aucun frais de structure sur les salaires de ${who} ; à ${pourcent(model.taux)}, comme ${model.scenario === id ? `sur ceux de ${acteur(model.porteur)}` : 'le compte un autre scénario'}, ils feraient ${euros(Math.round(model.taux * sum(left)))} par an.`,
          issue: 'Comptez-les à chaque employeur, ou dites pourquoi ils n’en ont pas.',
          saisie:
            'C’est une dépense « nature: frais-indirects », avec son « porteur » et son « taux_personnel », ou un motif dans « regles_ecartees ».',
        },
      ];
    });
  },
};

export const STRUCTURE = [structureInegale] as const;
