/** Comparison of the scenarios on the study's criteria: additive value, cross-checks, robustness. */
import { known, numberAt } from '../../../lists/at.js';
import { nombreFr } from '../../../texte/nombres.js';
import { additiveModel, effectiveInfluence } from '../../decision/additive.js';
import { type Agreement, rankAgreement } from '../../decision/agreement.js';
import { type BreakEven, breakEven } from '../../decision/break-even.js';
import { criticalWeightChanges } from '../../decision/critical-weights.js';
import { dominance } from '../../decision/dominance.js';
import { competitionRanks, type Direction, indexOfBest, normaliseWeights } from '../../decision/problem.js';
import { netFlowsWithout, type Preference, promethee } from '../../decision/promethee.js';
import { type SmaaResult, smaa2 } from '../../decision/smaa.js';
import { type StabilityInterval, weightStability } from '../../decision/stability.js';
import { closenessWithout, topsis } from '../../decision/topsis.js';
import { leadTornado } from '../../decision/tornado.js';
import type { ValueFunction } from '../../decision/value-functions.js';
import { seededRandom } from '../../incertitude/random.js';
import { once } from '../../une-fois.js';
import type { Chiffrage } from '../chiffrage.js';
import { type Critere, empechement, fonctionDeValeur, mesurer, preferenceDe } from '../indicateurs/mesures.js';
import { premiersSelonTirages } from '../tirages/premiers-tirages.js';
import type { Simulation } from '../tirages/simulation.js';
import type { Viabilite } from '../viabilite/viabilite.js';

export interface ScenarioEvalue {
  chiffrage: Chiffrage;
  /** Drawn when it is first read. */
  readonly simulation: Simulation;
  readonly viabilite: Viabilite;
}

export interface Evaluation {
  criteres: { id: string; libelle: string; unite: string; sens: 'max' | 'min'; poids: number; influence: number }[];
  /** `[scenario][criterion]`: raw measures. */
  mesures: number[][];
  /** Points of 100. */
  contributions: number[][];
  scores: number[];
  ranks: number[];
  /** Score of the benefits alone, cost criteria left out; null when all are costs. */
  benefices: number[] | null;
  premier: number;
  /** Lead over the second, in points of 100; null for one scenario alone. */
  avance: number | null;
  /** Scenarios that another equals on every criterion and beats on one, each with the best placed of those others. */
  domines: { domine: number; par: number }[];
  stabilite: StabilityInterval[];
  rupture: BreakEven | null;
  /** Smallest relative change of one weight that displaces the first; null when none does. Per cent of the weight, negative to lower it. */
  changementCritique: { critere: string; pourcent: number } | null;
  readonly smaa: SmaaResult;
  /** The same within the plausible bounds that the study gives to the weights; null when it gives none. */
  readonly smaaBornee: SmaaResult | null;
  /** How the lead moves when the leader's cost goes from its low to its high tenth, in points of 100; null without cost criterion. */
  readonly avanceSelonCout: { bas: number; haut: number } | null;
  /** Evaluators' notes: mean, lowest, highest and number, by criterion and scenario. */
  notes: { critere: string; scenario: string; moyenne: number; min: number; max: number; nombre: number }[];
  /** Shares of the draws of costs and volumes in which each comes first. */
  readonly premierSelonTirages: number[];
  recoupements: { methode: string; premier: number; ranks: number[]; accord: Agreement }[];
  /** Scenario whose removal changes the first place by the cross-checks, and who would have it; empty when none does. */
  renversements: { methode: string; sans: number; alors: number }[];
  /** Criteria that could not be measured for every scenario, left out. */
  ecartes: { libelle: string; motif: string }[];
}

export interface OptionsEvaluation {
  /** Weights by criterion; a criterion without one keeps the study's direct weight. */
  poids: ReadonlyMap<string, number>;
  tirages: number;
  graine: number;
}

/** Null when no criterion can be measured for all the scenarios. What rests on draws is computed when it is read. */
export function evaluer(
  criteres: readonly Critere[],
  scenarios: readonly ScenarioEvalue[],
  { poids, tirages, graine }: OptionsEvaluation,
): Evaluation | null {
  const judged = criteres.map((critere) => ({
    critere,
    motif: empechement(
      critere,
      scenarios.map(({ chiffrage }) => mesurer(critere, chiffrage)),
    ),
  }));
  const kept = judged.filter(({ motif }) => motif === null).map(({ critere }) => critere);
  if (kept.length === 0 || scenarios.length === 0) return null;
  const mesures = scenarios.map(({ chiffrage }) =>
    kept.map((critere) => known(mesurer(critere, chiffrage), critere.id)),
  );
  const weights = kept.map(({ id, poids: own }) => poids.get(id) ?? own);
  const functions = kept.map(fonctionDeValeur);
  const directions = kept.map(({ sens }) => sens);
  const preferences = kept.map(preferenceDe);
  const { values, contributions, scores, ranks } = additiveModel(mesures, functions, weights);
  const premier = indexOfBest(scores);
  const others = scores.filter((_, i) => i !== premier);
  const influence = effectiveInfluence(values, weights);
  const shares = normaliseWeights(weights);
  const size = { alternatives: scenarios.length, criteria: kept.length, values };
  const smaa = once(() => smaa2({ ...size, weights: { type: 'uniform' } }, tirages, seededRandom(graine)));
  const methods = methodesDe(mesures, directions, preferences, weights);
  const bounds = kept.map(({ poids_min: low, poids_max: high }) =>
    low === undefined || high === undefined ? null : ([low / 100, high / 100] as const),
  );
  const within = bounds.flatMap((bound) => (bound ? [bound] : []));
  const bounded = within.length === bounds.length && feasible(within);
  const smaaBornee = once(() =>
    bounded ? smaa2({ ...size, weights: { type: 'intervals', bounds: within } }, tirages, seededRandom(graine)) : null,
  );
  const selonCout = once(() => avanceSelonCout(kept, scenarios, mesures, functions, weights, premier));
  const selonTirages = once(() => premiersSelonTirages(kept, scenarios, mesures, functions, shares));
  const benefit = kept.map(({ role }, j) => (role === 'cout' ? 0 : numberAt(weights, j)));
  const { dominates } = dominance(mesures, directions);
  return {
    criteres: kept.map(({ id, libelle, echelle, sens }, j) => ({
      id,
      libelle,
      // A note is read beside the highest one: « 3 sur 5 ».
      unite: echelle.unite === 'note' ? `sur ${nombreFr(echelle.max)}` : echelle.unite,
      sens,
      poids: numberAt(shares, j) * 100,
      influence: numberAt(influence, j) * 100,
    })),
    mesures,
    contributions: contributions.map((row) => row.map((value) => value * 100)),
    scores: scores.map((score) => score * 100),
    ranks,
    benefices: benefit.some((weight) => weight > 0)
      ? additiveModel(mesures, functions, benefit).scores.map((score) => score * 100)
      : null,
    premier,
    avance: others.length > 0 ? (numberAt(scores, premier) - Math.max(...others)) * 100 : null,
    domines: scenarios.flatMap((_, domine) => {
      const [par] = dominates
        .flatMap((row, a) => (row[domine] ? [a] : []))
        .sort((a, b) => numberAt(ranks, a) - numberAt(ranks, b));
      return par === undefined ? [] : [{ domine, par }];
    }),
    stabilite: weightStability(values, weights),
    changementCritique: changementCritique(kept, values, weights),
    rupture: others.length > 0 ? breakEven(mesures, functions, weights, premier) : null,
    get smaa() {
      return smaa();
    },
    get smaaBornee() {
      return smaaBornee();
    },
    get avanceSelonCout() {
      return selonCout();
    },
    notes: notesDe(kept, scenarios),
    get premierSelonTirages() {
      return selonTirages();
    },
    recoupements: methods.map((one) => recoupement(one, ranks)),
    renversements: scenarios.length < 3 ? [] : methods.flatMap(renversementsDe),
    ecartes: judged.flatMap(({ critere, motif }) => (motif === null ? [] : [{ libelle: critere.libelle, motif }])),
  };
}

/** Another method: its own scores, and those of the others once one is left out, whose own is −∞. */
interface Methode {
  methode: string;
  own: readonly number[];
  without: (dropped: number) => number[];
}

const methodesDe = (
  mesures: readonly (readonly number[])[],
  directions: readonly Direction[],
  preferences: readonly Preference[],
  weights: readonly number[],
): Methode[] => {
  const outranking = promethee(mesures, directions, preferences, weights);
  return [
    {
      methode: 'proximité à l’idéal',
      own: topsis(mesures, directions, weights).scores,
      without: closenessWithout(mesures, directions, weights),
    },
    {
      methode: 'surclassement',
      own: outranking.phi,
      without: (dropped) => netFlowsWithout(outranking, dropped),
    },
  ];
};

function recoupement({ methode, own }: Methode, ranks: readonly number[]): Evaluation['recoupements'][number] {
  const ownRanks = competitionRanks(own);
  return { methode, premier: indexOfBest(own), ranks: ownRanks, accord: rankAgreement(ranks, ownRanks) };
}

/** The scenarios without which another comes first; to be asked of three at least. */
function renversementsDe({ methode, own, without }: Methode): Evaluation['renversements'] {
  const best = indexOfBest(own);
  return [...own.keys()].flatMap((dropped) => {
    const alors = dropped === best ? best : indexOfBest(without(dropped));
    return alors === best ? [] : [{ methode, sans: dropped, alors }];
  });
}

function changementCritique(
  criteres: readonly Critere[],
  values: readonly (readonly number[])[],
  weights: readonly number[],
): Evaluation['changementCritique'] {
  const { percentTop } = criticalWeightChanges(values, weights);
  const critere = percentTop && criteres[percentTop.criterion];
  // The change is taken from the weight.
  return critere && percentTop.deltaPercent !== null
    ? { critere: critere.id, pourcent: -percentTop.deltaPercent }
    : null;
}

/** Whether some weighting keeps to these bounds, as shares. */
const feasible = (bounds: readonly (readonly [number, number])[]): boolean => {
  const sum = (end: 0 | 1): number => bounds.reduce((total, bound) => total + bound[end], 0);
  return sum(0) <= 1 && sum(1) >= 1 && bounds.every(([low, high]) => low <= high);
};

function notesDe(criteres: readonly Critere[], scenarios: readonly ScenarioEvalue[]): Evaluation['notes'] {
  return criteres.flatMap((critere) =>
    scenarios.flatMap(({ chiffrage }) => {
      const notes = (critere.mesure.notes?.[chiffrage.scenario.id] ?? []).map(({ note }) => note);
      if (notes.length === 0) return [];
      const moyenne = notes.reduce((sum, note) => sum + note, 0) / notes.length;
      const range = { min: Math.min(...notes), max: Math.max(...notes), nombre: notes.length };
      return [{ critere: critere.id, scenario: chiffrage.scenario.id, moyenne, ...range }];
    }),
  );
}

function avanceSelonCout(
  criteres: readonly Critere[],
  scenarios: readonly ScenarioEvalue[],
  mesures: readonly (readonly number[])[],
  functions: readonly ValueFunction[],
  weights: readonly number[],
  premier: number,
): Evaluation['avanceSelonCout'] {
  const j = criteres.findIndex(({ mesure }) => mesure.indicateur === 'cout_annuel');
  const leader = scenarios[premier];
  if (j < 0 || !leader || scenarios.length < 2) return null;
  const { p10, p90 } = leader.simulation.coutAnnuel;
  const ranges = new Map([[j, { low: p10, high: p90 }]]);
  const bar = leadTornado(mesures, functions, weights, premier, ranges).bars[0];
  return bar ? { bas: bar.low * 100, haut: bar.high * 100 } : null;
}
