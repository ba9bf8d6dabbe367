/** The steps between the choice of a scenario and its first request: when each stands, and how long their longest chain is. */
import type { Scenario } from '../../../study/types.gen.js';

export type EtapeMiseEnPlace = NonNullable<Scenario['mise_en_place']>[number];

export interface EtapePlacee {
  etape: EtapeMiseEnPlace;
  /** Months from the choice. */
  debut: number;
  fin: number;
}

/** A step begins when all those that it waits for have ended, at the choice without any. One that waits for itself, directly or not, begins at the choice. */
export function etapesPlacees(etapes: readonly EtapeMiseEnPlace[]): EtapePlacee[] {
  const known = new Map(etapes.map((etape) => [etape.id, etape]));
  const startOf = ({ id, apres = [] }: EtapeMiseEnPlace, waiting: ReadonlySet<string>): number => {
    const after = new Set(waiting).add(id);
    return Math.max(
      0,
      ...apres.flatMap((one) => {
        const before = known.get(one);
        return before && !after.has(one) ? [startOf(before, after) + before.mois] : [];
      }),
    );
  };
  return etapes.map((etape) => {
    const debut = startOf(etape, new Set());
    return { etape, debut, fin: debut + etape.mois };
  });
}

/** Months from the choice to the end of the last step. */
export const dureeMiseEnPlace = (etapes: readonly EtapeMiseEnPlace[]): number =>
  Math.max(0, ...etapesPlacees(etapes).map(({ fin }) => fin));
