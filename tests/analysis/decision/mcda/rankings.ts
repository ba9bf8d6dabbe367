import { additiveModel } from '../../../../src/analysis/decision/additive.js';
import { rankAgreement } from '../../../../src/analysis/decision/agreement.js';
import { ahpWeights } from '../../../../src/analysis/decision/ahp.js';
import { dominance } from '../../../../src/analysis/decision/dominance.js';
import { competitionRanks, type Direction, indexOfBest } from '../../../../src/analysis/decision/problem.js';
import { type Preference, promethee } from '../../../../src/analysis/decision/promethee.js';
import { topsis } from '../../../../src/analysis/decision/topsis.js';
import type { ValueFunction } from '../../../../src/analysis/decision/value-functions.js';
import { ahpScores } from './ahp-scores.js';
import { inputOf, type Runner } from './case.js';
import { checkFields, checks } from './compare.js';
import { type Normalisation, weightedSum } from './weighted-sum.js';

interface Problem {
  alternatives: string[];
  criteria: { id: string; direction: Direction; preference: Preference; valueFunction: ValueFunction }[];
  matrix: number[][];
  weights: number[];
  params: { normalization?: string };
  addedAlternative: { id: string; row: number[] };
}

const directions = ({ criteria }: Problem): Direction[] => criteria.map(({ direction }) => direction);
const functions = ({ criteria }: Problem): ValueFunction[] => criteria.map(({ valueFunction }) => valueFunction);
const added = (problem: Problem): Problem => ({
  ...problem,
  matrix: [...problem.matrix, problem.addedAlternative.row],
});

const runTopsis = (problem: Problem) =>
  topsis(
    problem.matrix,
    directions(problem),
    problem.weights,
    problem.params.normalization === 'minmax' ? 'minmax' : 'vector',
  );

export const RANKING_RUNNERS: Record<string, Runner> = {
  topsis: (c) => checkFields({ ...runTopsis(inputOf(c)) }, c.expected, c.tolerance),
  'topsis-rank-reversal': (c) => {
    const problem = inputOf<Problem>(c);
    const [before, after] = [runTopsis(problem), runTopsis(added(problem))];
    const topChanged = indexOfBest(before.scores) !== indexOfBest(after.scores);
    return checks('', { before, after, topChanged }, c.expected, Number(c.tolerance.scores));
  },
  promethee2: (c) => {
    const problem = inputOf<Problem>(c);
    const preferences = problem.criteria.map(({ preference }) => preference);
    return checkFields(
      { ...promethee(problem.matrix, directions(problem), preferences, problem.weights) },
      c.expected,
      c.tolerance,
    );
  },
  'weighted-sum': (c) => {
    const problem = inputOf<Problem>(c);
    const normalisation = problem.params.normalization as Normalisation;
    return checkFields(
      weightedSum(problem.matrix, directions(problem), problem.weights, normalisation),
      c.expected,
      c.tolerance,
    );
  },
  mavt: (c) => {
    const problem = inputOf<Problem>(c);
    return checkFields(
      { ...additiveModel(problem.matrix, functions(problem), problem.weights) },
      c.expected,
      c.tolerance,
    );
  },
  'mavt-scale-independence': (c) => {
    const problem = inputOf<Problem>(c);
    const compare = (score: (p: Problem) => number[]) => {
      const [before, after] = [score(problem), score(added(problem))];
      return { before, after, topChanged: indexOfBest(before) !== indexOfBest(after) };
    };
    return checkFields(
      {
        localMinmax: compare((p) => weightedSum(p.matrix, directions(p), p.weights, 'minmax').scores),
        fixedScale: compare((p) => additiveModel(p.matrix, functions(p), p.weights).scores),
      },
      c.expected,
      c.tolerance,
    );
  },
  dominance: (c) => {
    const problem = inputOf<Problem>(c);
    const { dominates, nonDominated } = dominance(problem.matrix, directions(problem));
    return checkFields(
      { dominates, nonDominated: nonDominated.map((i) => problem.alternatives[i]) },
      c.expected,
      c.tolerance,
    );
  },
  'rank-agreement': (c) => {
    const { rankings } = inputOf<{ rankings: Record<string, number[]> }>(c);
    const expected = c.expected.pairs as { a: string; b: string }[];
    const pairs = expected.map(({ a, b }) => ({ a, b, ...rankAgreement(rankings[a] ?? [], rankings[b] ?? []) }));
    return checks('pairs', pairs, expected, 1e-9);
  },
  'ahp-weights': (c) =>
    checkFields({ ...ahpWeights(inputOf<{ matrix: number[][] }>(c).matrix) }, c.expected, c.tolerance),
  'ahp-full': (c) => {
    const { criteriaMatrix, alternativeMatrices } = inputOf<{
      criteriaMatrix: number[][];
      alternativeMatrices: { matrix: number[][] }[];
    }>(c);
    const criteria = ahpWeights(criteriaMatrix);
    const local = alternativeMatrices.map(({ matrix }) => ahpWeights(matrix));
    const localPriorities = local.map(({ weights }) => weights);
    return checkFields(
      {
        criteriaWeights: criteria.weights,
        criteriaCR: criteria.CR.saaty,
        localPriorities,
        localCR: local.map(({ CR }) => CR.saaty),
        ...ahpScores(criteria.weights, localPriorities),
      },
      c.expected,
      c.tolerance,
    );
  },
  'ahp-rank-reversal': (c) => {
    const { criteriaWeights, localJudgements, addedAlternative } = inputOf<{
      criteriaWeights: number[];
      localJudgements: number[][];
      addedAlternative: { localJudgements: number[] };
    }>(c);
    // Judgements are values by alternative or by criterion: consistent matrices a_ij = v_i / v_j of each criterion.
    const total = criteriaWeights.reduce((sum, weight) => sum + weight, 0);
    const scores = (byCriterion: number[][]): number[] =>
      ahpScores(
        criteriaWeights.map((weight) => weight / total),
        byCriterion.map((values) => ahpWeights(values.map((a) => values.map((b) => a / b))).weights),
      ).scores;
    const before = scores(localJudgements);
    const after = scores(localJudgements.map((row, j) => [...row, addedAlternative.localJudgements[j] ?? 0]));
    return checkFields(
      {
        before,
        after,
        ranksBefore: competitionRanks(before),
        ranksAfter: competitionRanks(after),
        topChanged: indexOfBest(before) !== indexOfBest(after),
      },
      c.expected,
      c.tolerance,
    );
  },
};
