/** What the rules of coherence read: the study, and the analyses computed at the first rule that asks for them. */
import type { Study } from '../../study/study.js';
import { analyseDiagnostic, type DiagnosticAnalysis } from '../diagnostic/index.js';
import { type AnalyseScenarios, analyserScenarios } from '../scenarios/index.js';

export interface ContexteCoherence {
  study: Study;
  /** At the date of the diagnostic. */
  diagnostic(): DiagnosticAnalysis;
  scenarios(): AnalyseScenarios;
  /** Name of an actor as a sentence shows it: its acronym, else its name. */
  acteur(id: string): string;
}

/** No rule rests on the draws: the fewest that the engine accepts. */
const TIRAGES = 1;

function once<T>(compute: () => T): () => T {
  let kept: { value: T } | null = null;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}

export function contexteCoherence(study: Study): ContexteCoherence {
  const noms = new Map(study.acteurs.map(({ id, sigle, nom }) => [id, sigle ?? nom]));
  const { etude } = study;
  return {
    study,
    diagnostic: once(() =>
      analyseDiagnostic(study, etude.livrables?.find(({ id }) => id === 'diagnostic')?.date ?? etude.date),
    ),
    scenarios: once(() => analyserScenarios(study, { tirages: TIRAGES })),
    acteur: (id) => noms.get(id) ?? id,
  };
}
