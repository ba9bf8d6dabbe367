/** What a way on would ask of the bearer's team in a year, against the days that the posts of the scenario bring. */

import { sum } from 'd3-array';
import type { Study } from '../../study/study.js';
import type { CadreEvaluation } from '../../study/types.gen.js';
import { minuscule } from '../../texte/accords.js';
import { euros, montantProbable } from '../montants.js';
import { chiffrageDe } from '../scenarios/chiffrage.js';
import { scenarioDecrit } from '../scenarios/decrit.js';
import { STATUTS } from '../scenarios/financement/financement.js';

export type Suite = NonNullable<CadreEvaluation['suites']>[number];

export interface JoursDeSuite {
  /** Days asked of the team in a year, and days that its posts bring. */
  demandes: number;
  apportes: number;
}

/** Null when the way on gives no volume, or the study has no scenario retained to cost it with. */
export function joursDeSuite(study: Study, { volumes }: Suite): JoursDeSuite | null {
  const scenario = scenarioDecrit(study);
  if (!volumes || !scenario) return null;
  const demandes = volumes.reduce((sum, { modalite, volume, jours_equipe: own }) => {
    const found = scenario.modalites.find(({ id }) => id === modalite);
    if (own !== undefined) return sum + volume * own;
    if (!found) return sum;
    const { jours_par_unite: days, part_partenaires: shared = 0 } = found;
    return sum + volume * montantProbable(days) * (1 - shared);
  }, 0);
  const { charge } = chiffrageDe(study, scenario);
  return { demandes, apportes: (charge.annees[0] ?? charge).capacitePorteur };
}

/** What of the plan of a way on is acquired, in euros a year (what the law gives is not yet, as in a scenario); null when it has no plan, or a line of it does not say where it stands. */
export function acquisDeLaSuite({ financement }: Pick<Suite, 'financement'>): number | null {
  if (!financement?.length || financement.some(({ statut }) => statut === undefined)) return null;
  return sum(financement, ({ statut, montant }) => (statut === 'acquis' ? montant : 0));
}

/** « Région (3 000 €, sollicité) »: who would pay, how much, and where it stands when the plan says so. */
export const payeurEnClair = ({ libelle, montant, statut }: NonNullable<Suite['financement']>[number]): string =>
  `${libelle} (${[euros(montant), ...(statut ? [minuscule(STATUTS[statut])] : [])].join(', ')})`;
