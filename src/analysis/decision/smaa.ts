/** SMAA-2 (Lahdelma & Salminen, 2001): in what share of the plausible weightings and performances does each alternative take each rank? */
import type { Random } from '../incertitude/random.js';
import { once } from '../une-fois.js';
import { sorter } from './falling-order.js';
import { TIE } from './problem.js';
import { type WeightInformation, weightSampler } from './weight-space.js';

/** Values from 0 to 1 of one draw, written row by row: `out[alternative × criteria + criterion]`. */
export type ValueSampler = (random: Random, out: Float64Array) => void;

export interface SmaaResult {
  /** `[alternative][rank − 1]`: shares that add up to 1 by row. */
  rankAcceptability: number[][];
  /** Mean weighting under which the alternative comes first; null when it never does. */
  centralWeights: (number[] | null)[];
  /** Share of the performance draws in which it is first under its own central weights; null when it never is. */
  confidenceFactors: (number | null)[];
  /** `[a][b]`: share of the draws in which a ranks before b. As many pairs as the square of the alternatives: counted when it is read. */
  readonly pairwiseWinning: number[][];
}

export interface SmaaProblem {
  alternatives: number;
  criteria: number;
  weights: WeightInformation;
  /** Sure values, `[alternative][criterion]`, or a sampler of uncertain ones. */
  values: readonly (readonly number[])[] | ValueSampler;
}

/** The scores of one draw, and the alternatives by falling score. */
interface Ranked {
  scores: Float64Array;
  order: Uint32Array;
}

/** Who beats whom is read off the order, without comparing every pair. */
function countWins({ scores, order }: Ranked, into: Float64Array): void {
  const n = order.length;
  let beaten = 0;
  for (let place = 0; place < n; place++) {
    const i = order[place] ?? 0;
    const own = scores[i] ?? 0;
    while (beaten < n && own <= (scores[order[beaten] ?? 0] ?? 0) + TIE) beaten++;
    for (let lower = beaten; lower < n; lower++) add(into, i * n + (order[lower] ?? 0), 1);
  }
}

/** Counts the rank that each alternative takes; gives how many come first, at the head of the order. */
function countRanks({ scores, order }: Ranked, into: Float64Array): number {
  const n = order.length;
  let rank = 0;
  let first = 0;
  for (let place = 0; place < n; place++) {
    const i = order[place] ?? 0;
    const own = scores[i] ?? 0;
    while ((scores[order[rank] ?? 0] ?? 0) > own + TIE) rank++;
    add(into, i * n + rank, 1);
    if (rank === 0) first++;
  }
  return first;
}

/** Rows of `n` counts, as shares of the draws. */
const shares = (counts: Float64Array, n: number, draws: number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from(counts.subarray(i * n, i * n + n), (count) => count / draws));

/** Ranks tie when scores are within `TIE`: then both take the better one. */
export function smaa2(
  { alternatives: n, criteria: m, weights, values }: SmaaProblem,
  draws: number,
  random: Random,
): SmaaResult {
  const drawWeights = weightSampler(weights);
  const cells = new Float64Array(n * m);
  const sure = typeof values !== 'function';
  if (sure) cells.set(values.flat());
  const drawValues: ValueSampler = sure ? () => undefined : values;
  const w = new Float64Array(m);
  const scores = new Float64Array(n);
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  const ranked: Ranked = { scores, order };
  const sortByScore = sorter(scores, order);
  const score = (): void => {
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < m; j++) sum += (w[j] ?? 0) * (cells[i * m + j] ?? 0);
      scores[i] = sum;
    }
  };

  const acceptability = new Float64Array(n * n);
  const central = new Float64Array(n * m);
  const firsts = new Float64Array(n);
  // What it takes to count again the pairs of each draw.
  const drawn = sure ? new Float64Array(draws * m) : null;
  const wins = new Float64Array(n * n);
  for (let draw = 0; draw < draws; draw++) {
    drawWeights(random, w);
    drawValues(random, cells);
    drawn?.set(w, draw * m);
    score();
    sortByScore();
    if (!drawn) countWins(ranked, wins);
    const first = countRanks(ranked, acceptability);
    for (const i of order.subarray(0, first)) {
      add(firsts, i, 1);
      for (let j = 0; j < m; j++) add(central, i * m + j, w[j] ?? 0);
    }
  }

  const centralWeights = Array.from({ length: n }, (_, i) => {
    const count = firsts[i] ?? 0;
    return count === 0 ? null : Array.from({ length: m }, (__, j) => (central[i * m + j] ?? 0) / count);
  });
  const confidence = (i: number, own: readonly number[]): number => {
    w.set(own);
    const runs = sure ? 1 : draws;
    let first = 0;
    for (let draw = 0; draw < runs; draw++) {
      drawValues(random, cells);
      score();
      if (scores.every((other) => other <= (scores[i] ?? 0) + TIE)) first++;
    }
    return first / runs;
  };
  const pairs = once(() => {
    if (drawn)
      for (let draw = 0; draw < draws; draw++) {
        w.set(drawn.subarray(draw * m, draw * m + m));
        score();
        sortByScore();
        countWins(ranked, wins);
      }
    return shares(wins, n, draws);
  });
  return {
    rankAcceptability: shares(acceptability, n, draws),
    centralWeights,
    confidenceFactors: centralWeights.map((own, i) => (own ? confidence(i, own) : null)),
    get pairwiseWinning() {
      return pairs();
    },
  };
}

function add(target: Float64Array, index: number, value: number): void {
  target[index] = (target[index] ?? 0) + value;
}
