/** The scenario that a meeting of the steering committee retained. */

import type { Study } from '../../study/study.js';
import { posterieur } from '../../texte/dates.js';

export interface ScenarioRetenu {
  scenario: Study['scenarios'][number];
  reunion: Study['reunions'][number];
  decision: NonNullable<Study['reunions'][number]['decisions']>[number];
}

/** The valid decisions that name a scenario, of the meetings held, in the order of the meetings. */
const choixDe = ({ reunions, scenarios }: Study): ScenarioRetenu[] =>
  reunions
    .filter(({ etat }) => etat === 'tenue')
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .flatMap((reunion) =>
      (reunion.decisions ?? []).flatMap((decision) => {
        const scenario = scenarios.find(({ id }) => id === decision.scenario);
        return scenario && decision.statut === 'valide' ? [{ scenario, reunion, decision }] : [];
      }),
    );

/** The last valid decision that names a scenario, of a meeting held by `date`; null when none did. */
export const scenarioRetenu = (study: Study, date = study.etude.date): ScenarioRetenu | null =>
  choixDe(study)
    .filter(({ reunion }) => !posterieur(reunion.date, date))
    .at(-1) ?? null;

/** The first decision of a meeting held after `date`, which a document of that date cannot know; null when there is none. */
export const retenuApres = (study: Study, date = study.etude.date): ScenarioRetenu | null =>
  choixDe(study).find(({ reunion }) => posterieur(reunion.date, date)) ?? null;
