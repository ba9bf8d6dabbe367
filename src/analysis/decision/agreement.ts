/** Agreement between rankings of the same alternatives; ranks may be tied. */
import { numberAt } from '../../lists/at.js';

export interface Agreement {
  /** Null when one ranking has a single rank. */
  spearman: number | null;
  kendallTauB: number | null;
  /** Both put the same alternatives first. */
  sameBest: boolean;
}

/** Mean ranks: those that share a place share the mean of the places they take. */
function midRanks(ranks: readonly number[]): number[] {
  const sorted = Float64Array.from(ranks).sort();
  return ranks.map((rank) => (sorted.indexOf(rank) + 1 + sorted.lastIndexOf(rank) + 1) / 2);
}

function correlation(x: readonly number[], y: readonly number[]): number | null {
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [i, value] of x.entries()) {
    const [dx, dy] = [value - mx, numberAt(y, i) - my];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy);
}

function tauB(x: readonly number[], y: readonly number[]): number | null {
  let [score, untiedX, untiedY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++)
    for (let j = i + 1; j < x.length; j++) {
      const a = Math.sign(numberAt(x, i) - numberAt(x, j));
      const b = Math.sign(numberAt(y, i) - numberAt(y, j));
      score += a * b;
      untiedX += a === 0 ? 0 : 1;
      untiedY += b === 0 ? 0 : 1;
    }
  return untiedX === 0 || untiedY === 0 ? null : score / Math.sqrt(untiedX * untiedY);
}

/** Spearman (1904) on mean ranks, Kendall's tau-b (1945). */
export function rankAgreement(a: readonly number[], b: readonly number[]): Agreement {
  const first = (ranks: readonly number[]): string => {
    const best = Math.min(...ranks);
    return ranks.flatMap((rank, i) => (rank === best ? [i] : [])).join();
  };
  return { spearman: correlation(midRanks(a), midRanks(b)), kendallTauB: tauB(a, b), sameBest: first(a) === first(b) };
}
