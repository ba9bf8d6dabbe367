/** A trial that is lighter than the scenario it tries: it is costed, and put to work, without being compared with the others. */
import type { Study } from './study.js';

type Scenario = Study['scenarios'][number];

/** The scenarios among which the study chooses. */
export const scenariosCompares = <T extends Pick<Scenario, 'essai_de'>>(scenarios: readonly T[]): T[] =>
  scenarios.filter(({ essai_de: tried }) => tried === undefined);

/** Id of the scenario that is tried by this one; its own, for one that is no trial. */
export const scenarioEprouve = ({ scenarios }: Pick<Study, 'scenarios'>, id: string): string =>
  scenarios.find((one) => one.id === id)?.essai_de ?? id;
