/** The rules of coherence, asked of a study; what they find as plain data, that passes from one thread to another. */
import type { ConstatDit } from '../../analysis/coherence/dire.js';
import { contradictionsDe } from '../../analysis/coherence/index.js';
import type { Study } from '../../study/study.js';

/** What the rules found, and how long it took in milliseconds. */
export interface Found {
  constats: ConstatDit[];
  ms: number;
}

export function look(study: Study): Found {
  const start = performance.now();
  const constats = contradictionsDe(study).map(({ regle: { code, gravite }, ...found }) => ({
    ...found,
    regle: { code, gravite },
  }));
  return { constats, ms: performance.now() - start };
}
