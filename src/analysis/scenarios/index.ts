/** The decision engine: from the scenarios and criteria of a study to costs, viability, ranking and conclusion. Pure. */
import { scenariosCompares } from '../../study/essais.js';
import type { Study } from '../../study/study.js';
import { sansRetraitAVenir } from '../retrait.js';
import { once, parObjet } from '../une-fois.js';
import { chiffrageDe } from './chiffrage.js';
import { conclure } from './comparaison/conclusion.js';
import { type Evaluation, evaluer, type ScenarioEvalue } from './comparaison/evaluation.js';
import { type PoidsCriteres, poidsDesCriteres } from './comparaison/poids.js';
import { hypothesesDe, seuilsDe } from './hypotheses.js';
import { scenarioRetenu } from './retenu.js';
import { simuler } from './tirages/simulation.js';
import { analyserViabilite } from './viabilite/viabilite.js';

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
  /** Trials lighter than the scenario that they try: costed, never compared. */
  essais: ScenarioEvalue[];
  /** Null when the study has no criterion that can be measured for all the scenarios. */
  evaluation: Evaluation | null;
  /** How the criteria were weighted; null without criteria. */
  ponderation: PoidsCriteres | null;
  readonly conclusion: string[];
  tirages: number;
  graine: number;
}

const sansOption = parObjet((study: Study) => analyser(study, {}));

/** Without options, once for a study: who asks again is given the same. Draws and words are made when they are read. */
export const analyserScenarios = (study: Study, options?: OptionsScenarios): AnalyseScenarios =>
  options ? analyser(study, options) : sansOption(study);

function analyser(told: Study, options: OptionsScenarios): AnalyseScenarios {
  const study = sansRetraitAVenir(told);
  const hypotheses = hypothesesDe(study);
  const seuils = seuilsDe(study);
  const tirages = options.tirages ?? hypotheses.tirages;
  const graine = options.graine ?? study.etude.graine;
  const evalue = (scenario: Study['scenarios'][number]): ScenarioEvalue => {
    const chiffrage = chiffrageDe(study, scenario);
    const simulation = once(() => simuler(chiffrage, hypotheses, tirages, graine, seuils));
    const viabilite = once(() => analyserViabilite(study, chiffrage, hypotheses, seuils));
    return {
      chiffrage,
      get simulation() {
        return simulation();
      },
      get viabilite() {
        return viabilite();
      },
    };
  };
  const scenarios = scenariosCompares(study.scenarios)
    .filter(({ id }) => !options.sans?.includes(id))
    .sort((a, b) => (a.ordre ?? 99) - (b.ordre ?? 99) || (a.id < b.id ? -1 : 1))
    .map(evalue);
  const essais = study.scenarios.filter(({ essai_de: tried }) => tried !== undefined).map(evalue);
  const criteres = study.criteres?.criteres ?? [];
  const ponderation = study.criteres ? poidsDesCriteres(study.criteres) : null;
  // Weights tried from outside stand beside the direct ones; else those of the study's method.
  const essai = options.poids ?? new Map<string, number>();
  const poids = essai.size > 0 || ponderation?.methode === 'direct' ? essai : (ponderation?.parts ?? essai);
  const evaluation = evaluer(criteres, scenarios, { poids, tirages, graine });
  const conclusion = once(() =>
    evaluation
      ? conclure(evaluation, scenarios, seuils.ecart, scenarioRetenu(study)?.scenario.id)
      : [
          criteres.length === 0
            ? `L’étude ne pose aucun critère : ${scenarios.length > 1 ? 'les scénarios ne sont pas comparés' : 'le scénario n’a pas de valeur'}.`
            : 'Aucun critère ne peut être mesuré pour tous les scénarios : il n’y a rien à comparer.',
        ],
  );
  return {
    scenarios,
    essais,
    evaluation,
    ponderation,
    get conclusion() {
      return conclusion();
    },
    tirages,
    graine,
  };
}
