/** The conditions of a mode opératoire, of the three sorts, in one list. */
import type { ModeOperatoire } from './types.gen.js';

const SORTES = ['techniques', 'juridiques', 'financieres'] as const;

type Condition = NonNullable<NonNullable<ModeOperatoire['conditions']>[(typeof SORTES)[number]]>[number];

/** Each with its path within the mode opératoire, its rank counted from 1: « conditions/juridiques/2 ». */
export const conditionsDuMode = (
  conditions: ModeOperatoire['conditions'] | undefined,
): (Condition & { chemin: string })[] =>
  SORTES.flatMap((sorte) =>
    (conditions?.[sorte] ?? []).map((condition, i) => ({ ...condition, chemin: `conditions/${sorte}/${i + 1}` })),
  );
