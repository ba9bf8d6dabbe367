/** Who comes first over the draws: costs and volumes vary together, every other measure being sure. */
import { itemAt, numberAt } from '../../lists/at.js';
import { indexOfBest } from '../decision/problem.js';
import { partialValue, type ValueFunction } from '../decision/value-functions.js';
import type { IdIndicateur } from './indicateurs.js';
import type { Critere } from './mesures.js';
import type { Simulation } from './simulation.js';

/** Draws of the measures that are uncertain. */
const TIRES: Partial<Record<IdIndicateur, (simulation: Simulation) => Float64Array>> = {
  cout_annuel: ({ couts }) => couts,
  demandes_annuelles: ({ demandes }) => demandes,
  service_rendu_annuel: ({ services }) => services,
};

/** Shares of the draws, by scenario; zeros when no criterion is uncertain. */
export function premiersSelonTirages(
  criteres: readonly Critere[],
  scenarios: readonly { simulation: Simulation }[],
  mesures: readonly (readonly number[])[],
  functions: readonly ValueFunction[],
  shares: readonly number[],
): number[] {
  const firsts = scenarios.map(() => 0);
  const drawn = criteres.flatMap(({ mesure: { indicateur } }, j) => {
    const of = indicateur && TIRES[indicateur];
    const f = functions[j];
    // A table says nothing of the levels between its own.
    return of && f && f.type !== 'table' ? [{ j, of, f, share: numberAt(shares, j) }] : [];
  });
  if (drawn.length === 0) return firsts;
  const sure = mesures.map((row) =>
    row.reduce((sum, x, k) => {
      const f = functions[k];
      return sum + (!f || drawn.some(({ j }) => j === k) ? 0 : numberAt(shares, k) * partialValue(f, x));
    }, 0),
  );
  const draws = Math.min(...scenarios.map(({ simulation }) => simulation.couts.length));
  const series = scenarios.map(({ simulation }) =>
    drawn.map(({ of, f, share }) => ({ own: of(simulation), f, share })),
  );
  const scores = new Float64Array(scenarios.length);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < scores.length; i++) {
      let sum = numberAt(sure, i);
      // No series is shorter than the draws.
      for (const { own, f, share } of itemAt(series, i)) sum += share * partialValue(f, own[draw] as number);
      scores[i] = sum;
    }
    const best = indexOfBest(scores);
    firsts[best] = numberAt(firsts, best) + 1;
  }
  return firsts.map((count) => count / draws);
}
