/** The scenario of which a mode opératoire is the plan. */
import type { Study } from '../../study/study.js';
import type { Scenario } from '../../study/types.gen.js';

/** Undefined without a mode opératoire, or when it names no scenario of the study. What a meeting retained is another fact (`retenu.ts`). */
export const scenarioDecrit = ({
  scenarios,
  mode_operatoire: mode,
}: Pick<Study, 'scenarios' | 'mode_operatoire'>): Scenario | undefined =>
  scenarios.find(({ id }) => id === mode?.scenario);
