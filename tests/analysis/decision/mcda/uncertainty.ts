import { smaa2, type ValueSampler } from '../../../../src/analysis/decision/smaa.js';
import { partialValue, type ValueFunction } from '../../../../src/analysis/decision/value-functions.js';
import type { WeightInformation } from '../../../../src/analysis/decision/weight-space.js';
import { colonnesDe } from '../../../../src/analysis/incertitude/colonnes.js';
import {
  amountsAt,
  checkThreePoint,
  pertShape,
  type ThreePoint,
} from '../../../../src/analysis/incertitude/distributions.js';
import { summarise } from '../../../../src/analysis/incertitude/monte-carlo.js';
import { normal, type Random, seededRandom, seededUniforms } from '../../../../src/analysis/incertitude/random.js';
import { LOT, tireurDe } from '../../../../src/analysis/incertitude/tireur.js';
import { chiffrer } from '../../../../src/analysis/scenarios/chiffrage.js';
import { hypothesesDe } from '../../../../src/analysis/scenarios/hypotheses.js';
import { planDeTirages } from '../../../../src/analysis/scenarios/tirages/plan-tirages.js';
import { etudeAvecScenarios, scenario } from '../../small-scenario.js';
import { inputOf, type Runner } from './case.js';
import { type Check, checks } from './compare.js';
import { mean, quantile, variance } from './exact.js';

interface CostCase {
  years: number;
  growthPerYear: number;
  items: { id: string; distribution: ThreePoint; everyYear?: boolean }[];
  yearsIndependent: boolean;
}

/** The case as a scenario: yearly items are running costs, the others purchases; drawn as the program draws. */
function tirerCouts({ years, growthPerYear, items, yearsIndependent }: CostCase, count: number): Float64Array {
  const costed = scenario('cas', {
    duree_annees: years,
    financements: [],
    moyens: {
      humains: [],
      fonctionnement: items
        .filter(({ everyYear = true }) => everyYear)
        .map(({ id, distribution: { min, mode, max } }) => ({
          id,
          libelle: id,
          porteur: 'cdc',
          cout_annuel: { min, mode, max },
        })),
      materiels: items
        .filter(({ everyYear = true }) => !everyYear)
        .map(({ id, distribution: { min, mode, max } }) => ({
          id,
          libelle: id,
          porteur: 'cdc',
          annee: 1,
          cout: { min, mode, max },
        })),
    },
  });
  const study = etudeAvecScenarios([costed], [], { hypotheses: { evolution_annuelle: growthPerYear } });
  const c = chiffrer(study, costed, hypothesesDe(study));
  const distributions = c.lignes.map(({ id }) => {
    const item = items.find((one) => one.id === id);
    if (!item) throw new Error(`no item ${id}`);
    return item.distribution;
  });
  const tireur = tireurDe(distributions, years, yearsIndependent);
  const plan = planDeTirages(c, 0, { unitaires: tireur.montants, obtenus: [], fixes: [] }, colonnesDe(LOT));
  const [random, places] = [seededUniforms(SEED), new Float64Array(LOT * tireur.nombres)];
  const costs = new Float64Array(count);
  for (let from = 0; from < count; from += LOT) {
    random(places);
    tireur.tirer(places, tireur.nombres);
    plan.calculer();
    costs.set(plan.depenses.subarray(0, count - from), from);
  }
  return costs;
}

const DRAWS = 100_000;
/** Draws of the ranks, each at the tolerance that the case gives for so many: `SMAA_DRAWS=100000` asks ten times as many. */
const RANKED = Number(process.env.SMAA_DRAWS ?? 10_000);
const SEED = 20180215;

type Measurement = ThreePoint | { type: 'normal' | 'lognormal'; mu: number; sigma: number };

function drawerOf(measurement: Measurement): (random: Random) => number {
  if (measurement.type === 'triangular' || measurement.type === 'pert') {
    const [amounts, place, into] = [amountsAt([measurement], [[0]]), new Float64Array(1), new Float64Array(1)];
    return (random) => {
      place[0] = random();
      amounts(place, 1, [into]);
      return into[0] ?? Number.NaN;
    };
  }
  const { mu, sigma } = measurement as { mu: number; sigma: number };
  return measurement.type === 'normal'
    ? (random) => mu + sigma * normal(random)
    : (random) => Math.exp(mu + sigma * normal(random));
}

interface SmaaInput {
  alternatives: string[];
  criteria: { id: string; valueFunction: ValueFunction }[];
  weightInformation: {
    type: string;
    ranking?: string[];
    bounds?: Record<string, [number, number]>;
    weights?: number[];
  };
  values?: number[][];
  measurements?: Measurement[][];
}

function weightsOf({ criteria, weightInformation: known }: SmaaInput): WeightInformation {
  const index = (id: string): number => criteria.findIndex((criterion) => criterion.id === id);
  switch (known.type) {
    case 'uniform':
      return { type: 'uniform' };
    case 'ordinal':
      return { type: 'ordinal', ranking: (known.ranking ?? []).map(index) };
    case 'intervals':
      return { type: 'intervals', bounds: criteria.map(({ id }) => known.bounds?.[id] ?? [0, 1]) };
    case 'fixed':
      return { type: 'fixed', shares: known.weights ?? [] };
    default:
      throw new Error(`unknown information on weights "${known.type}"`);
  }
}

function valuesOf({ criteria, values, measurements }: SmaaInput): number[][] | ValueSampler {
  if (values) return values;
  const cells = (measurements ?? []).flatMap((row) =>
    row.map((measurement, j) => ({ draw: drawerOf(measurement), f: criteria[j]?.valueFunction })),
  );
  return (random, out) => {
    for (const [index, { draw, f }] of cells.entries()) out[index] = f ? partialValue(f, draw(random)) : 0;
  };
}

type BySampleSize = Record<string, Record<string, number>>;

export const UNCERTAINTY_RUNNERS: Record<string, Runner> = {
  smaa2: (c) => {
    const input = inputOf<SmaaInput>(c);
    const found = smaa2(
      {
        alternatives: input.alternatives.length,
        criteria: input.criteria.length,
        weights: weightsOf(input),
        values: valuesOf(input),
      },
      RANKED,
      seededRandom(SEED),
    );
    const tolerance = (c.tolerance.bySampleSize as BySampleSize)[String(RANKED)] ?? {};
    const acceptability = c.expected.rankAcceptability as number[][];
    const central = (c.expected.centralWeights ?? []) as (number[] | null)[];
    const fields = ['rankAcceptability', 'pairwiseWinning', 'confidenceFactors'] as const;
    return [
      ...fields.flatMap((field) =>
        field in c.expected ? checks(field, found[field], c.expected[field], tolerance[field] ?? 0) : [],
      ),
      ...central.flatMap((weights, i) =>
        checks(
          `centralWeights.${i}`,
          found.centralWeights[i],
          weights,
          0.6 / Math.sqrt(RANKED * Math.max(acceptability[i]?.[0] ?? 0, 1e-9)),
        ),
      ),
    ];
  },
  distribution: (c) => {
    const { distributions, invalid = [] } = inputOf<{ distributions: ThreePoint[]; invalid?: ThreePoint[] }>(c);
    const results = c.expected.results as {
      mean: number;
      variance: number;
      sd?: number;
      alpha?: number;
      beta?: number;
      classicSdApprox?: number;
      quantiles: Record<string, number>;
      cdf?: Record<string, number>;
    }[];
    const refused = invalid.map((distribution): Check => {
      let actual = 'accepted';
      try {
        checkThreePoint(distribution);
      } catch {
        actual = 'error';
      }
      return { path: JSON.stringify(distribution), actual, expected: c.expected.invalid, tolerance: 0 };
    });
    return [
      ...refused,
      ...distributions.flatMap((d, i) => {
        const expected = results[i];
        if (!expected) throw new Error('a result is missing');
        const range = d.max - d.min;
        const random = seededRandom(SEED);
        const draw = drawerOf(d);
        const drawn = summarise(Float64Array.from({ length: DRAWS }, () => draw(random)));
        const { alpha, beta } = pertShape(d);
        return [
          ...checks(`${i}.mean`, mean(d), expected.mean, 1e-9),
          ...checks(`${i}.variance`, variance(d), expected.variance, 1e-7 * expected.variance),
          ...(expected.sd === undefined
            ? []
            : checks(`${i}.sd`, Math.sqrt(variance(d)), expected.sd, 1e-7 * expected.sd)),
          ...(expected.alpha === undefined ? [] : checks(`${i}.alpha`, alpha, expected.alpha, 1e-9)),
          ...(expected.beta === undefined ? [] : checks(`${i}.beta`, beta, expected.beta, 1e-9)),
          ...Object.entries(expected.quantiles).flatMap(([p, value]) => [
            ...checks(`${i}.quantile ${p}`, quantile(d, Number(p)), value, 1e-6 * range),
            ...checks(`${i}.drawn quantile ${p}`, drawn.quantile(Number(p)), value, 0.01 * range),
          ]),
          ...Object.entries(expected.cdf ?? {}).flatMap(([x, value]) =>
            value > 0 && value < 1 ? checks(`${i}.cdf ${x}`, quantile(d, value), Number(x), 1e-5 * range) : [],
          ),
        ];
      }),
    ];
  },
  'monte-carlo-sum': (c) => {
    const input = inputOf<{
      years: number;
      growthPerYear: number;
      items: CostCase['items'];
      fixedFundingPerYear: number;
      yearsIndependent: boolean;
      thresholds: number[];
    }>(c);
    const found = summarise(tirerCouts(input, DRAWS));
    const tolerance = (c.tolerance.bySampleSize as BySampleSize)[String(DRAWS)] ?? {};
    const {
      mean: expectedMean,
      sd,
      quantiles,
      probabilityOfDeficit,
      probabilityAbove,
    } = c.expected as {
      mean: number;
      sd: number;
      quantiles: Record<string, number>;
      probabilityOfDeficit: number;
      probabilityAbove: Record<string, number>;
    };
    const probability = tolerance.probability ?? 0;
    return [
      ...checks('mean', found.mean, expectedMean, tolerance.mean ?? 0),
      ...checks('sd', found.sd, sd, tolerance.quantiles ?? 0),
      ...Object.entries(quantiles).flatMap(([name, value]) =>
        checks(name, found.quantile(Number(name.slice(1)) / 100), value, tolerance.quantiles ?? 0),
      ),
      ...checks(
        'deficit',
        found.probabilityAbove(input.fixedFundingPerYear * input.years),
        probabilityOfDeficit,
        probability,
      ),
      ...Object.entries(probabilityAbove).flatMap(([threshold, value]) =>
        checks(`above ${threshold}`, found.probabilityAbove(Number(threshold)), value, probability),
      ),
    ];
  },
};
