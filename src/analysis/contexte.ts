/** What a deliverable knows at its date: the study as it stood, and the analyses of it, each computed when first asked for and kept. */
import type { Study } from '../study/study.js';
import { etudeAu, type StudyAt } from './dates.js';
import { analyseDiagnostic, type DiagnosticAnalysis } from './diagnostic/index.js';
import { type AnalyseScenarios, analyserScenarios } from './scenarios/index.js';

export interface Connu {
  /** The study whole: what is later than the date too. */
  readonly study: Study;
  /** ISO date. */
  readonly date: string;
  readonly etude: StudyAt;
  diagnostic(): DiagnosticAnalysis;
  /** With the draws that the study asks for. */
  scenarios(): AnalyseScenarios;
  /** For who reads no draw: the analysis above when it stands already, else one with the fewest draws. */
  scenariosSansTirages(): AnalyseScenarios;
}

/** The fewest draws that the engine accepts: for who reads none. */
export const SANS_TIRAGES = 1;

/** The same computation, made at the first call and kept. */
export function once<T>(compute: () => T): (() => T) & { done(): boolean } {
  let kept: { value: T } | null = null;
  const read = (): T => {
    kept ??= { value: compute() };
    return kept.value;
  };
  return Object.assign(read, { done: () => kept !== null });
}

export function connuAu(study: Study, date: string): Connu {
  const { etude } = etudeAu(study, date);
  const scenarios = once(() => analyserScenarios(etude));
  const fewest = once(() => analyserScenarios(etude, { tirages: SANS_TIRAGES }));
  return {
    study,
    date,
    etude,
    diagnostic: once(() => analyseDiagnostic(study, date)),
    scenarios,
    scenariosSansTirages: () => (scenarios.done() ? scenarios() : fewest()),
  };
}
