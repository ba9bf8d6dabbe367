import { performance } from 'node:perf_hooks';
import { groups, sum } from 'd3-array';

/** Time that a step of a build took, in milliseconds; `etape` is its name in French. */
export interface Mesure {
  etape: string;
  ms: number;
}

/** Runs `work` and tells how long it took, in milliseconds. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}

/** Adds the times of the steps of one name, in the order in which they came first, then what the whole took beside them. */
export function parEtape(mesures: readonly Mesure[], total: number): Mesure[] {
  const known = [...groups(mesures, ({ etape }) => etape)].map(([etape, own]) => ({
    etape,
    ms: sum(own, ({ ms }) => ms),
  }));
  const rest = total - sum(known, ({ ms }) => ms);
  return [...known, { etape: 'Reste (chargement du programme, empreintes)', ms: Math.max(rest, 0) }];
}
