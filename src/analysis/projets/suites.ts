/** What a way on would ask of the bearer's team in a year, against the days that the posts of the scenario bring. */

import type { Study } from '../../study/study.js';
import type { CadreEvaluation } from '../../study/types.gen.js';
import { montantProbable } from '../montants.js';
import { chiffrageDe } from '../scenarios/chiffrage.js';
import { scenarioDecrit } from '../scenarios/decrit.js';

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
