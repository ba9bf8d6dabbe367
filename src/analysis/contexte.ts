/** What a deliverable knows at its date: the study as it stood, and the analyses of it, each computed when first asked for and kept. */
import type { Study } from '../study/study.js';
import { etudeAu, type StudyAt } from './dates.js';
import type { DiagnosticAnalysis } from './diagnostic/index.js';
import { analyseDiagnostic } from './diagnostic-complet.js';
import { type AnalyseScenarios, analyserScenarios } from './scenarios/index.js';
import { once } from './une-fois.js';

export interface Connu {
  /** The study whole: what is later than the date too. */
  readonly study: Study;
  /** ISO date. */
  readonly date: string;
  readonly etude: StudyAt;
  diagnostic(): DiagnosticAnalysis;
  /** Their draws are made when they are first read. */
  scenarios(): AnalyseScenarios;
}

export function connuAu(study: Study, date: string): Connu {
  const { etude } = etudeAu(study, date);
  return {
    study,
    date,
    etude,
    diagnostic: once(() => analyseDiagnostic(study, date)),
    scenarios: once(() => analyserScenarios(etude)),
  };
}
