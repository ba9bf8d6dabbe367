/** Intercommunalities that hold no commune of the study. */
import type { Contradiction, RegleCoherence } from '../../regle.js';

const epciSansCommune: RegleCoherence = {
  code: 'epci-sans-commune',
  gravite: 'attention',
  titre: 'Une intercommunalité de l’étude n’a aucune commune.',
  explication:
    'Chaque intercommunalité de territoire.yaml (« epci ») est celle d’une commune au moins (« communes.epci ») : sans commune, elle compte pour rien dans les totaux, et les périmètres qui la nomment sont plus petits qu’on ne le croit.',
  livrables: ['diagnostic'],
  verifier: ({ study: { territoire } }) =>
    (territoire.epci ?? []).flatMap(({ siren, nom }): Contradiction[] =>
      territoire.communes.length === 0 || territoire.communes.some(({ epci }) => epci === siren)
        ? []
        : [
            {
              chemin: `territoire/epci/${siren}`,
              contre: ['territoire/communes'],
              message: `« ${nom} » est une intercommunalité de l’étude, et aucune de ses communes n’y est.`,
              issue: 'Ajoutez ses communes, ou retirez-la.',
              saisie: 'Une commune dit la sienne dans « communes.epci » (territoire.yaml).',
            },
          ],
    ),
};

export const EPCI = [epciSansCommune] as const;
