/** Who comes first over the draws: costs and volumes vary together, every other measure being sure. */
import { numberAt } from '../../../lists/at.js';
import { TIE } from '../../decision/problem.js';
import { partialValue, type ValueFunction } from '../../decision/value-functions.js';
import type { IdIndicateur } from '../indicateurs/indicateurs.js';
import type { Critere } from '../indicateurs/mesures.js';
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
  const scores = new Float64Array(draws);
  const best = new Float64Array(draws).fill(Number.NEGATIVE_INFINITY);
  const first = new Uint32Array(draws);
  for (const [i, { simulation }] of scenarios.entries()) {
    scores.fill(numberAt(sure, i));
    for (const { of, f, share } of drawn) ajouterValeurs(scores, of(simulation), f, share);
    // Who ties with one that came before does not take its place.
    for (let draw = 0; draw < draws; draw++)
      if (i === 0 || (scores[draw] as number) > (best[draw] as number) + TIE) {
        best[draw] = scores[draw] as number;
        first[draw] = i;
      }
  }
  for (const i of first) firsts[i] = numberAt(firsts, i) + 1;
  return firsts.map((count) => count / draws);
}

/** Adds what each measure is worth × `share` to the score of its draw; no series is shorter than the scores. */
function ajouterValeurs(scores: Float64Array, own: Float64Array, f: ValueFunction, share: number): void {
  if (f.type !== 'linear' || f.outOfRange === 'extrapolate' || f.worst === f.best) {
    for (let d = 0; d < scores.length; d++)
      scores[d] = (scores[d] as number) + share * partialValue(f, own[d] as number);
    return;
  }
  // The straight line, which most criteria are, in the loop itself.
  const { worst } = f;
  const range = f.best - worst;
  for (let d = 0; d < scores.length; d++) {
    const value = ((own[d] as number) - worst) / range;
    scores[d] = (scores[d] as number) + share * Math.min(1, Math.max(0, value));
  }
}
