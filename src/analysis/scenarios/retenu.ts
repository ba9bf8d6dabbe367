/** The scenario that a meeting of the steering committee retained. */

import type { Study } from '../../study/study.js';
import { posterieur } from '../../texte/dates.js';
import { adoptees, type DecisionPrise, type Portee } from '../comite.js';

export interface ScenarioRetenu extends DecisionPrise {
  scenario: Study['scenarios'][number];
}

/** The decisions adopted by `date`, ever without one, that name a scenario, in the order of the meetings. */
const choixDe = (study: Study, portee: Portee, date?: string): ScenarioRetenu[] =>
  adoptees(study, portee, date).flatMap((one) => {
    const scenario = study.scenarios.find(({ id }) => id === one.decision.scenario);
    return scenario ? [{ scenario, ...one }] : [];
  });

/** What the last decision that names a scenario retained, of a meeting held by `date`; null when none did. */
export const scenarioRetenu = (study: Study, date = study.etude.date): ScenarioRetenu | null =>
  choixDe(study, 'decide', date).at(-1) ?? null;

/** The last that was only proposed by then; null when none was. */
export const scenarioPropose = (study: Study, date = study.etude.date): ScenarioRetenu | null =>
  choixDe(study, 'propose', date).at(-1) ?? null;

/** The proposal that a decision did not follow: the last one by then, when it was of another scenario; null when there is none. */
export function propositionEcartee(study: Study, { scenario, reunion }: ScenarioRetenu): ScenarioRetenu | null {
  const proposed = scenarioPropose(study, reunion.date);
  return proposed && proposed.scenario.id !== scenario.id ? proposed : null;
}

/** The first decision of a meeting held after `date`, which a document of that date cannot know; null when there is none. */
export const retenuApres = (study: Study, date = study.etude.date): ScenarioRetenu | null =>
  choixDe(study, 'decide').find(({ reunion }) => posterieur(reunion.date, date)) ?? null;
