/** PROMETHEE I and II (Brans, Vincke & Mareschal, 1986): pairwise preferences in the unit of each criterion. */
import { cellAt, numberAt } from '../../lists/at.js';
import { once } from '../une-fois.js';
import { competitionRanks, type Direction, type Matrix, normaliseWeights, TIE } from './problem.js';

/** Thresholds in the criterion's unit: q indifference, p preference, s inflexion. */
export type Preference =
  | { type: 'usual' }
  | { type: 'u-shape'; q: number }
  | { type: 'v-shape'; p: number }
  | { type: 'level'; q: number; p: number }
  | { type: 'linear'; q: number; p: number }
  | { type: 'gaussian'; s: number };

/** Preference from 0 to 1 for a difference `d` in favour. */
function preferenceDegree(preference: Preference, d: number): number {
  if (d <= 0) return 0;
  switch (preference.type) {
    case 'usual':
      return 1;
    case 'u-shape':
      return d > preference.q ? 1 : 0;
    case 'v-shape':
      return d > preference.p ? 1 : d / preference.p;
    case 'level':
      return d > preference.p ? 1 : d > preference.q ? 0.5 : 0;
    case 'linear':
      return d > preference.p ? 1 : d > preference.q ? (d - preference.q) / (preference.p - preference.q) : 0;
    default:
      return -Math.expm1(-(d * d) / (2 * preference.s * preference.s));
  }
}

/** P preferred, p the other is, I alike, R incomparable, - itself. */
export type Relation = 'P' | 'p' | 'I' | 'R' | '-';

export interface PrometheeResult {
  phiPlus: number[];
  phiMinus: number[];
  phi: number[];
  ranks: number[];
  /** Pairs and criteria one by one: found when they are read. */
  readonly promethee1: Relation[][];
  pi: number[][];
  /** Net flow on one criterion alone, from −1 to 1, `[alternative][criterion]`. */
  readonly unicriterionNetFlows: number[][];
}

function relation(plusA: number, minusA: number, plusB: number, minusB: number): Relation {
  const plus = Math.abs(plusA - plusB) <= TIE ? 0 : Math.sign(plusA - plusB);
  const minus = Math.abs(minusA - minusB) <= TIE ? 0 : Math.sign(minusB - minusA);
  if (plus === 0 && minus === 0) return 'I';
  if (plus >= 0 && minus >= 0) return 'P';
  return plus <= 0 && minus <= 0 ? 'p' : 'R';
}

/** Flows are divided by n − 1; a single alternative has none (zeros). */
export function promethee(
  matrix: Matrix,
  directions: readonly Direction[],
  preferences: readonly Preference[],
  weights: readonly number[],
): PrometheeResult {
  const shares = normaliseWeights(weights);
  const n = matrix.length;
  const divide = (sum: number): number => (n > 1 ? sum / (n - 1) : 0);
  const gap = (a: number, b: number, j: number): number => {
    const own = cellAt(matrix, a, j) - cellAt(matrix, b, j);
    return directions[j] === 'min' ? -own : own;
  };
  const degree = (j: number, d: number): number => {
    const preference = preferences[j];
    return preference ? preferenceDegree(preference, d) : 0;
  };
  const indexes = matrix.map((_, index) => index);
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const pi = indexes.map(() => new Array<number>(n).fill(0));
  const of = (a: number): number[] => pi[a] ?? [];
  // On each criterion, one of the two at most is preferred.
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) {
      let [forA, forB] = [0, 0];
      for (let j = 0; j < shares.length; j++) {
        const d = gap(a, b, j);
        const share = numberAt(shares, j);
        if (d > 0) forA += share * degree(j, d);
        else if (d < 0) forB += share * degree(j, -d);
      }
      of(a)[b] = forA;
      of(b)[a] = forB;
    }
  const phiPlus = indexes.map((a) => divide(total(of(a))));
  const phiMinus = indexes.map((a) => divide(pi.reduce((sum, row) => sum + numberAt(row, a), 0)));
  const phi = indexes.map((a) => numberAt(phiPlus, a) - numberAt(phiMinus, a));
  const relations = once(() =>
    indexes.map((a) =>
      indexes.map((b) =>
        a === b
          ? '-'
          : relation(numberAt(phiPlus, a), numberAt(phiMinus, a), numberAt(phiPlus, b), numberAt(phiMinus, b)),
      ),
    ),
  );
  const netFlows = once(() =>
    indexes.map((a) =>
      shares.map((_, j) => divide(total(indexes.map((b) => degree(j, gap(a, b, j)) - degree(j, gap(b, a, j)))))),
    ),
  );
  return {
    phiPlus,
    phiMinus,
    phi,
    ranks: competitionRanks(phi),
    get promethee1() {
      return relations();
    },
    pi,
    get unicriterionNetFlows() {
      return netFlows();
    },
  };
}

/** Net flows once one alternative is left out (its own is −∞): the pairs of the others do not depend on it. */
export function netFlowsWithout({ pi, phi }: Pick<PrometheeResult, 'pi' | 'phi'>, dropped: number): number[] {
  const n = phi.length;
  return phi.map((flow, a) => {
    if (a === dropped) return Number.NEGATIVE_INFINITY;
    const own = cellAt(pi, a, dropped) - cellAt(pi, dropped, a);
    return n > 2 ? (flow * (n - 1) - own) / (n - 2) : 0;
  });
}
