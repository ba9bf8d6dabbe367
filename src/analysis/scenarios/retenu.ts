/** The scenario that a meeting of the steering committee retained. */

import type { Study } from '../../study/study.js';
import { posterieur } from '../../texte/dates.js';

export interface ScenarioRetenu {
  scenario: Study['scenarios'][number];
  reunion: Study['reunions'][number];
  decision: NonNullable<Study['reunions'][number]['decisions']>[number];
}

/** The last valid decision that names a scenario, of a meeting held by `date`; null when none did. */
export function scenarioRetenu({ reunions, scenarios, etude }: Study, date = etude.date): ScenarioRetenu | null {
  const found = reunions
    .filter(({ etat, date: jour }) => etat === 'tenue' && !posterieur(jour, date))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .flatMap((reunion) =>
      (reunion.decisions ?? []).flatMap((decision) => {
        const scenario = scenarios.find(({ id }) => id === decision.scenario);
        return scenario && decision.statut === 'valide' ? [{ scenario, reunion, decision }] : [];
      }),
    );
  return found.at(-1) ?? null;
}
