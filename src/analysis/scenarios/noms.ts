/** What a scenario is called where several are named. */
import type { Scenario } from '../../study/types.gen.js';

/** Its short title where it has one: the tables beside it have no other. */
export const nomDuScenario = ({ titre, titre_court: court }: Pick<Scenario, 'titre' | 'titre_court'>): string =>
  court ?? titre;
