/** SMAA-2 (Lahdelma & Salminen, 2001): in what share of the plausible weightings and performances does each alternative take each rank? */
import type { Random } from '../incertitude/random.js';
import { once } from '../une-fois.js';
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
  const acceptability = new Float64Array(n * n);
  const central = new Float64Array(n * m);
  const firsts = new Float64Array(n);
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  const sortByScore = sorter(scores, order);

  // What it takes to count again the pairs of each draw.
  const drawn = sure ? new Float64Array(draws * m) : null;
  const wins = drawn ? null : new Float64Array(n * n);

  const score = (): void => {
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < m; j++) sum += (w[j] ?? 0) * (cells[i * m + j] ?? 0);
      scores[i] = sum;
    }
  };
  /** Best first: who beats whom is then read off the order, without comparing every pair. */
  const rankAll = (): void => {
    score();
    sortByScore();
  };
  const countWins = (into: Float64Array): void => {
    let beaten = 0;
    for (let place = 0; place < n; place++) {
      const i = order[place] ?? 0;
      const own = scores[i] ?? 0;
      while (beaten < n && own <= (scores[order[beaten] ?? 0] ?? 0) + TIE) beaten++;
      for (let lower = beaten; lower < n; lower++) add(into, i * n + (order[lower] ?? 0), 1);
    }
  };
  for (let draw = 0; draw < draws; draw++) {
    drawWeights(random, w);
    drawValues(random, cells);
    drawn?.set(w, draw * m);
    rankAll();
    if (wins) countWins(wins);
    let rank = 0;
    for (let place = 0; place < n; place++) {
      const i = order[place] ?? 0;
      const own = scores[i] ?? 0;
      while ((scores[order[rank] ?? 0] ?? 0) > own + TIE) rank++;
      add(acceptability, i * n + rank, 1);
      if (rank > 0) continue;
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
  const table = (counts: Float64Array): number[][] =>
    Array.from({ length: n }, (_, i) => Array.from(counts.subarray(i * n, i * n + n), (count) => count / draws));
  const pairs = once(() => {
    if (wins || !drawn) return table(wins ?? new Float64Array(n * n));
    const counted = new Float64Array(n * n);
    for (let draw = 0; draw < draws; draw++) {
      w.set(drawn.subarray(draw * m, draw * m + m));
      rankAll();
      countWins(counted);
    }
    return table(counted);
  });
  return {
    rankAcceptability: table(acceptability),
    centralWeights,
    confidenceFactors: centralWeights.map((own, i) => (own ? confidence(i, own) : null)),
    get pairwiseWinning() {
      return pairs();
    },
  };
}

/** Alternatives under which an insertion is all that sorting takes. */
const FEW = 24;

/**
 * Sorts `order` by falling score, again and again: scores are spread by their size over as many places as there are alternatives, then each is set right among
 * its neighbours. An order by a comparison that is given takes ten times as long.
 */
function sorter(scores: Float64Array, order: Uint32Array): () => void {
  const n = order.length;
  const [starts, place] = [new Uint32Array(n + 1), new Uint32Array(n)];
  const insert = (): void => {
    for (let at = 1; at < n; at++) {
      const moved = order[at] as number;
      const own = scores[moved] as number;
      let to = at;
      for (; to > 0 && (scores[order[to - 1] as number] as number) < own; to--) order[to] = order[to - 1] as number;
      order[to] = moved;
    }
  };
  return () => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < n; i++) {
      const own = scores[i] as number;
      if (own < low) low = own;
      if (own > high) high = own;
    }
    if (n > FEW && high > low) {
      const scale = (n - 1) / (high - low);
      starts.fill(0);
      for (let i = 0; i < n; i++) {
        const at = Math.floor((high - (scores[i] as number)) * scale);
        place[i] = at;
        starts[at + 1] = (starts[at + 1] as number) + 1;
      }
      for (let at = 1; at < n; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
      for (let i = 0; i < n; i++) {
        const at = place[i] as number;
        const to = starts[at] as number;
        order[to] = i;
        starts[at] = to + 1;
      }
    }
    insert();
  };
}

function add(target: Float64Array, index: number, value: number): void {
  target[index] = (target[index] ?? 0) + value;
}
