/** Weights from judgements: swing, a tree of swings, or a ranking. All return shares of 1. */
import { numberAt } from '../../lists/at.js';

const share = (points: readonly number[]): number[] => {
  const total = points.reduce((sum, value) => sum + value, 0);
  if (points.some((value) => !(value >= 0)) || total <= 0) throw new RangeError('points must be positive');
  return points.map((value) => value / total);
};

/** Swing (von Winterfeldt & Edwards, 1986): points given to the move from the worst to the best declared level of each criterion. */
export function swingWeights(points: Readonly<Record<string, number>>): Record<string, number> {
  const shares = share(Object.values(points));
  return Object.fromEntries(Object.keys(points).map((id, index) => [id, numberAt(shares, index)]));
}

export interface SwingNode {
  id: string;
  points: number;
  children?: readonly SwingNode[];
}

/** Shares multiplied down the tree, for its leaves. */
export function swingTreeWeights(nodes: readonly SwingNode[], parent = 1): Record<string, number> {
  const shares = share(nodes.map(({ points }) => points));
  return Object.assign(
    {},
    ...nodes.map(({ id, children }, index) => {
      const own = parent * numberAt(shares, index);
      return children?.length ? swingTreeWeights(children, own) : { [id]: own };
    }),
  );
}

/** Weights of n ranked criteria, best first: rank-order centroid (Barron & Barrett, 1996), rank sum and reciprocal (Stillwell et al., 1981). */
export function rankWeights(n: number): { roc: number[]; rankSum: number[]; reciprocal: number[] } {
  const ranks = Array.from({ length: n }, (_, index) => index + 1);
  return {
    roc: ranks.map((k) => ranks.slice(k - 1).reduce((sum, i) => sum + 1 / i, 0) / n),
    rankSum: share(ranks.map((k) => n + 1 - k)),
    reciprocal: share(ranks.map((k) => 1 / k)),
  };
}
