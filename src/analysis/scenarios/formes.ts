/** The reference that says what the legal form of a scenario demands. */
import type { Study } from '../../study/study.js';
import type { Reference, Scenario } from '../../study/types.gen.js';

/** The reference of a form, with its months when it gives them; the first one named so. */
export const referenceDeLaForme = (
  { references }: Pick<Study, 'references'>,
  forme: Scenario['forme_juridique'],
): Reference | undefined => references.find(({ forme_juridique: one }) => one === forme);
