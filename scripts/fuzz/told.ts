/** What `atelier check` tells of a study, in one thread. */
import { avecLesEcarts } from '../../src/analysis/coherence/diagnostics.js';
import { dire } from '../../src/analysis/coherence/dire.js';
import { contradictionsDe } from '../../src/analysis/coherence/index.js';
import type { RegleCoherence } from '../../src/analysis/coherence/regle.js';
import type { Diagnostic } from '../../src/study/diagnostic.js';
import type { LoadedStudy } from '../../src/study/load.js';

/** All the rules speak, or those that are given. */
export const toldOf = (loaded: LoadedStudy, rules?: readonly RegleCoherence[]): Diagnostic[] =>
  avecLesEcarts(loaded, dire(loaded, loaded.study ? contradictionsDe(loaded.study, rules) : []));
