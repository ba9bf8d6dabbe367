/** An aid and the national money that it calls, against the whole that they pay. */
import { pourcent } from '../../../../texte/nombres.js';
import { depasse } from '../../quantites.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

const tauxEtContrepartie: RegleCoherence = {
  code: 'taux-et-contrepartie',
  gravite: 'attention',
  titre: 'Le taux d’une aide et la contrepartie qu’elle demande font plus que la dépense.',
  explication:
    'Une aide (« taux », « taux_maximal » d’une règle) et les fonds publics nationaux qu’elle appelle (« contrepartie_nationale », leur part dans le total formé avec elle) ne paient pas plus que la dépense : le taux et cette part ne passent pas 100 % à eux deux. Avec 20 % de contrepartie, le taux est de 80 % au plus ; au-delà, l’un des deux est faux, ou la part est dite d’autre chose que du total.',
  exemple: '- { id: feader, taux_maximal: 0.64, contrepartie_nationale: 0.2, … }',
  livrables: ['scenarios', 'mode-operatoire'],
  verifier: ({ study: { scenarios, references } }) => {
    const lines = [
      ...references.map(({ id, titre, taux_maximal: taux, contrepartie_nationale: part }) => ({
        ...{ chemin: `references/${id}`, champ: 'taux_maximal', nom: titre, taux, part },
      })),
      ...scenarios.flatMap(({ id, financements }) =>
        financements.map(({ id: line, libelle, taux, contrepartie_nationale: part }, i) => ({
          ...{ chemin: `scenarios/${id}/financements/${line ?? i + 1}`, champ: 'taux' },
          ...{ nom: libelle ?? line ?? 'une recette', taux, part },
        })),
      ),
    ];
    return lines.flatMap(({ chemin, champ, nom, taux, part }): Contradiction[] =>
      taux === undefined || part === undefined || taux > 1 || !depasse(taux + part, 1)
        ? []
        : [
            {
              chemin: `${chemin}/${champ}`,
              contre: [`${chemin}/contrepartie_nationale`],
              message: `« ${nom} » paie ${pourcent(taux)} de la dépense, et demande ${pourcent(part)} de fonds nationaux dans le total : à eux deux, ils feraient plus que la dépense.`,
              issue: 'Corrigez le taux, ou la contrepartie.',
            },
          ],
    );
  },
};

export const TAUX_ET_CONTREPARTIE = [tauxEtContrepartie] as const;
