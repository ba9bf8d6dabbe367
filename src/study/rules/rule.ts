import type { Reporter } from '../reporter.js';
import type { Study } from '../study.js';

/** Looks at a whole study, all of whose references are known to lead somewhere, and reports what it finds. */
export type Rule = (study: Study, report: Reporter) => void;
