/** Who decides, and how: the bodies of a scenario and those of the mode opératoire are told alike. */
import { nomActeur } from '../analysis/vocabulaire.js';
import type { Study } from '../study/study.js';
import type { Scenario } from '../study/types.gen.js';
import { type Colonne, col } from './colonnes.js';

type Instance = NonNullable<NonNullable<Scenario['gouvernance']>['instances']>[number];

export const colonnesInstances = (etude: Study): Colonne<Instance>[] => [
  col('nom', 'Instance', (i) => i.nom, 'texte', 1.4),
  col('role', 'Rôle', (i) => i.role, 'texte', 2),
  col(
    'composition',
    'Composition',
    ({ acteurs = [], composition = [] }) =>
      [...acteurs.map((id) => nomActeur(etude, id)), ...composition].join(', ') || null,
    'texte',
    1.8,
  ),
  col('presidence', 'Présidence', (i) => i.presidence ?? null, 'texte', 1.2),
  col('frequence', 'Fréquence', (i) => i.frequence ?? null, 'texte', 0.9),
  col('reunions', 'Réunions par an', (i) => i.reunions_an ?? null, 'entier', 0.7),
];
