/** Who decides, and who does what: the bodies and the roles of a scenario and those of the mode opératoire are told alike. */
import { nomActeur } from '../analysis/vocabulaire.js';
import type { Study } from '../study/study.js';
import type { ModeOperatoire, Scenario } from '../study/types.gen.js';
import { juxtaposer } from '../texte/accords.js';
import { type Colonne, col } from './colonnes.js';

const nom = (etude: Study, id: string): string => nomActeur(etude, id) ?? id;
const noms = (etude: Study, ids: readonly string[] = []): string | null =>
  juxtaposer(ids.map((id) => nom(etude, id))) || null;

type Instance = NonNullable<NonNullable<Scenario['gouvernance']>['instances']>[number];

export const colonnesInstances = (etude: Study): Colonne<Instance>[] => [
  col('nom', 'Instance', (i) => i.nom, 'texte', 1.4),
  col('role', 'Rôle', (i) => i.role, 'texte', 2),
  col(
    'composition',
    'Composition',
    ({ acteurs = [], composition = [] }) =>
      juxtaposer([...acteurs.map((id) => nom(etude, id)), ...composition]) || null,
    'texte',
    1.8,
  ),
  col('presidence', 'Présidence', (i) => i.presidence ?? null, 'texte', 1.2),
  col('frequence', 'Fréquence', (i) => i.frequence ?? null, 'texte', 0.9),
  col('reunions', 'Réunions par an', (i) => i.reunions_an ?? null, 'entier', 0.7),
];

type Roles = Omit<NonNullable<Scenario['raci'] | ModeOperatoire['raci']>[number], 'fonction'>;

/** Who does (`realise`), answers for (`approuve`), is asked and is told of each activity. */
export const colonnesRoles = (etude: Study, activite: string): Colonne<Roles>[] => [
  col('activite', activite, (line) => line.activite, 'texte', 1.4),
  col('realise', 'Réalise', (line) => noms(etude, line.realise), 'texte', 1.8),
  col('approuve', 'En répond', (line) => nom(etude, line.approuve), 'texte', 1),
  col('consultes', 'Consultés', (line) => noms(etude, line.consultes), 'texte', 1.5),
  col('informes', 'Informés', (line) => noms(etude, line.informes), 'texte', 1.4),
];
