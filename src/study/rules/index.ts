import type { Reporter } from '../reporter.js';
import type { Study } from '../study.js';
export function runRules(_study: Study, _report: Reporter): void {}
