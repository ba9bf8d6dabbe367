/** What the rules of coherence read: the study, and the analyses computed at the first rule that asks for them. */
import type { Study } from '../../study/study.js';
import { type Connu, connuAu } from '../contexte.js';
import type { BesoinsAnalysis, TerritoireAnalysis } from '../diagnostic/index.js';
import { besoinsAu } from '../diagnostic-complet.js';
import { dateDeRemise } from '../etat/livrable.js';
import { type AnalyseScenarios, analyserScenarios } from '../scenarios/index.js';
import { analyserTerritoire } from '../territoire.js';
import { once } from '../une-fois.js';
import { nomCite } from '../vocabulaire.js';

export interface ContexteCoherence {
  study: Study;
  /** The day on which one speaks: that of the edition whose reserves are printed, that of the study otherwise. */
  au: string;
  /** Parts of the diagnostic at its date, each without the rest. */
  besoins(): BesoinsAnalysis;
  territoire(): TerritoireAnalysis;
  /** No rule rests on the draws. */
  scenarios(): AnalyseScenarios;
  /** An actor as a sentence shows it: its acronym, else its name, as `nomCite` writes it. */
  acteur(id: string): string;
  /** The same without the marks, where it stands for a label. */
  nomSeul(id: string): string;
}

/** `connu` is what a deliverable knows, whose analyses the rules then share. */
export function contexteCoherence(study: Study, connu?: Connu): ContexteCoherence {
  const noms = new Map(study.acteurs.map(({ id, sigle, nom }) => [id, sigle ?? nom]));
  const nomSeul = (id: string): string => noms.get(id) ?? id;
  const date = dateDeRemise(study, 'diagnostic');
  const auDiagnostic = connu?.date === date ? connu : connuAu(study, date);
  return {
    study,
    au: connu?.date ?? study.etude.date,
    besoins: once(() => besoinsAu(study, date)),
    territoire: once(() => analyserTerritoire(auDiagnostic.etude, date)),
    scenarios: connu?.scenarios ?? once(() => analyserScenarios(study)),
    acteur: (id) => nomCite(nomSeul(id)),
    nomSeul,
  };
}
