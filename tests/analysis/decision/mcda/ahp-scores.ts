import { competitionRanks } from '../../../../src/analysis/decision/problem.js';
import { cellAt } from '../../../../src/lists/at.js';

/** Scores of alternatives by AHP, distributive synthesis. Adding a copy of one may reverse the ranks (Belton & Gear, 1983): the program asks AHP for weights alone. */
export function ahpScores(
  criteriaWeights: readonly number[],
  localPriorities: readonly (readonly number[])[],
): { scores: number[]; ranks: number[] } {
  const count = localPriorities[0]?.length ?? 0;
  const scores = Array.from({ length: count }, (_, i) =>
    criteriaWeights.reduce((sum, weight, j) => sum + weight * cellAt(localPriorities, j, i), 0),
  );
  return { scores, ranks: competitionRanks(scores) };
}
