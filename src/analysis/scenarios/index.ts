/** The decision engine: from the scenarios and criteria of a study to costs, viability, ranking and conclusion. Pure. */
import type { Study } from '../../study/study.js';
import { chiffrer } from './chiffrage.js';
import { conclure } from './conclusion.js';
import { type Evaluation, evaluer, type ScenarioEvalue } from './evaluation.js';
import { hypothesesDe, seuilsDe } from './hypotheses.js';
import { type PoidsCriteres, poidsDesCriteres } from './poids.js';
import { simuler } from './simulation.js';
import { analyserViabilite } from './viabilite.js';

export interface OptionsScenarios {
  /** Weights that replace those of the study, by criterion. */
  poids?: ReadonlyMap<string, number>;
  /** Scenarios left out. */
  sans?: readonly string[];
  tirages?: number;
  graine?: number;
}

export interface AnalyseScenarios {
  scenarios: ScenarioEvalue[];
  /** Null when the study has no criterion that can be measured for all the scenarios. */
  evaluation: Evaluation | null;
  /** How the criteria were weighted; null without criteria. */
  ponderation: PoidsCriteres | null;
  conclusion: string[];
  tirages: number;
  graine: number;
}

export function analyserScenarios(study: Study, options: OptionsScenarios = {}): AnalyseScenarios {
  const hypotheses = hypothesesDe(study);
  const seuils = seuilsDe(study);
  const tirages = options.tirages ?? hypotheses.tirages;
  const graine = options.graine ?? study.etude.graine;
  const scenarios = study.scenarios
    .filter(({ id }) => !options.sans?.includes(id))
    .sort((a, b) => (a.ordre ?? 99) - (b.ordre ?? 99) || (a.id < b.id ? -1 : 1))
    .map((scenario): ScenarioEvalue => {
      const chiffrage = chiffrer(study, scenario, hypotheses, seuils);
      return {
        chiffrage,
        simulation: simuler(chiffrage, hypotheses, tirages, graine, seuils.charge),
        viabilite: analyserViabilite(study, chiffrage, hypotheses, seuils),
      };
    });
  const criteres = study.criteres?.criteres ?? [];
  const ponderation = study.criteres ? poidsDesCriteres(study.criteres) : null;
  // Weights tried from outside stand beside the direct ones; else those of the study's method.
  const essai = options.poids ?? new Map<string, number>();
  const poids = essai.size > 0 || ponderation?.methode === 'direct' ? essai : (ponderation?.parts ?? essai);
  const evaluation = evaluer(criteres, scenarios, { poids, tirages, graine });
  const conclusion = evaluation
    ? conclure(evaluation, scenarios, seuils.ecart)
    : ['Aucun critère ne peut être mesuré pour tous les scénarios : il n’y a rien à comparer.'];
  return { scenarios, evaluation, ponderation, conclusion, tirages, graine };
}
