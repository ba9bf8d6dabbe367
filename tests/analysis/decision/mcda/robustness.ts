import { additiveModel } from '../../../../src/analysis/decision/additive.js';
import { breakEven } from '../../../../src/analysis/decision/break-even.js';
import { criticalWeightChanges } from '../../../../src/analysis/decision/critical-weights.js';
import { competitionRanks, normaliseWeights, weightedScores } from '../../../../src/analysis/decision/problem.js';
import { weightStability } from '../../../../src/analysis/decision/stability.js';
import { leadTornado, type Range, sumTornado } from '../../../../src/analysis/decision/tornado.js';
import type { ValueFunction } from '../../../../src/analysis/decision/value-functions.js';
import {
  rankWeights,
  type SwingNode,
  swingTreeWeights,
  swingWeights,
} from '../../../../src/analysis/decision/weights.js';
import { inputOf, type Runner } from './case.js';
import { checkFields, checks } from './compare.js';

interface Problem {
  alternative: string;
  alternatives: string[];
  criteria: { id: string; valueFunction: ValueFunction }[];
  matrix: number[][];
  weights: number[];
  partialScores: number[][];
}

const functions = ({ criteria }: Problem): ValueFunction[] => criteria.map(({ valueFunction }) => valueFunction);

export const ROBUSTNESS_RUNNERS: Record<string, Runner> = {
  weights: (c) => {
    const input = inputOf<{ method: string; points: Record<string, number>; tree: SwingNode[]; ranking: string[] }>(c);
    const tolerance = Number(c.tolerance.weights);
    if (input.method === 'swing') return checks('', { weights: swingWeights(input.points) }, c.expected, tolerance);
    if (input.method === 'swing-tree')
      return checks('', { globalWeights: swingTreeWeights(input.tree) }, c.expected, tolerance);
    if (input.method === 'rank') {
      const found = rankWeights(input.ranking.length);
      const byId = (values: number[]) => Object.fromEntries(input.ranking.map((id, i) => [id, values[i]]));
      return Object.entries(c.expected).flatMap(([name, expected]) => {
        const values = found[name as keyof typeof found];
        return checks(name, Array.isArray(expected) ? values : byId(values), expected, tolerance);
      });
    }
    throw new Error(`unknown way of weighting "${input.method}"`);
  },
  'weight-stability': (c) => {
    const { alternatives, criteria, partialScores, weights } = inputOf<Problem>(c);
    const name = (index: number | null): string | null => (index === null ? null : (alternatives[index] ?? null));
    const scores = weightedScores(partialScores, normaliseWeights(weights));
    const intervals = weightStability(partialScores, weights).map(({ weight, top, full }, k) => ({
      criterion: criteria[k]?.id,
      weight,
      top: { ...top, belowMinNewBest: name(top.belowMinNewBest), aboveMaxNewBest: name(top.aboveMaxNewBest) },
      full,
    }));
    return checkFields({ scores, ranks: competitionRanks(scores), intervals }, c.expected, c.tolerance);
  },
  'critical-weight-change': (c) => {
    const { alternatives, criteria, partialScores, weights } = inputOf<Problem>(c);
    const found = criticalWeightChanges(partialScores, weights);
    const named = (change: (typeof found.changes)[number] | null) =>
      change && {
        ...change,
        pair: change.pair.map((i) => alternatives[i]),
        criterion: criteria[change.criterion]?.id,
      };
    const key = (change: { pair: unknown; criterion: unknown }): string =>
      JSON.stringify([change.pair, change.criterion]);
    const byKey = new Map(
      found.changes.map((change) => named(change)).map((change) => [change ? key(change) : '', change]),
    );
    const expected = c.expected.changes as { pair: unknown; criterion: unknown }[];
    return [
      ...checks('scores', found.scores, c.expected.scores, Number(c.tolerance.scores)),
      ...checks(
        'changes',
        expected.map((change) => byKey.get(key(change))),
        expected,
        Number(c.tolerance.deltaPercent),
      ),
      ...checks('percentTop', named(found.percentTop), c.expected.percentTop, Number(c.tolerance.deltaPercent)),
      ...checks('percentAny', named(found.percentAny), c.expected.percentAny, Number(c.tolerance.deltaPercent)),
    ];
  },
  'break-even': (c) => {
    const problem = inputOf<Problem>(c);
    const leader = problem.alternatives.indexOf(problem.alternative);
    const found = breakEven(problem.matrix, functions(problem), problem.weights, leader);
    return checks(
      '',
      {
        lead: found.lead,
        breakEven: found.breakEven.map((entry, j) => ({ criterion: problem.criteria[j]?.id, ...entry })),
      },
      c.expected,
      Number(c.tolerance.value),
    );
  },
  tornado: (c) => {
    const input = inputOf<Problem & { model: string; base: Record<string, number>; ranges: Record<string, Range> }>(c);
    const tolerance = Number(c.tolerance.outcome);
    if (input.model === 'sum') {
      const found = sumTornado(input.base, input.ranges);
      return checks('', { ...found, order: found.bars.map((bar) => bar.input) }, c.expected, tolerance);
    }
    if (input.model !== 'mavt-lead') throw new Error(`unknown model of tornado "${input.model}"`);
    const leader = input.alternatives.indexOf(input.alternative);
    const ranges = new Map(
      Object.entries(input.ranges).map(([id, range]) => [input.criteria.findIndex((k) => k.id === id), range] as const),
    );
    const found = leadTornado(input.matrix, functions(input), input.weights, leader, ranges);
    const bars = found.bars.map((bar) => ({
      ...bar,
      input: input.criteria[bar.criterion]?.id,
      bestAtLow: input.alternatives[bar.bestAtLow],
      bestAtHigh: input.alternatives[bar.bestAtHigh],
    }));
    const base = additiveModel(input.matrix, functions(input), input.weights).scores;
    return [
      ...checks(
        '',
        { baseOutcome: found.baseOutcome, bars, order: bars.map((bar) => bar.input) },
        c.expected,
        tolerance,
      ),
      { path: 'lead', actual: found.baseOutcome > 0, expected: base[leader] === Math.max(...base), tolerance: 0 },
    ];
  },
};
