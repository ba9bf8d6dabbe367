/** Days that each team is to give over the year: the bearer by its load, a partner by its conventions, or by the scenario where it has none. */
import { rollups } from 'd3-array';
import type { Scenario } from '../../study/types.gen.js';
import type { ChargeAnnee } from '../mode-operatoire/charge-annee.js';
import type { Convention } from '../mode-operatoire/etat.js';
import { fourchette } from '../montants.js';

/** Against what the days of a team are counted: the load of the first year, its conventions, the scenario without one, or nothing that foresaw them. */
export type BaseJours = 'charge' | 'convention' | 'scenario' | 'aucune';

export interface JoursPrevus {
  acteur: string;
  /** Days over the year: of the first one for the bearer, of a full one for a partner. */
  prevu: number;
  base: BaseJours;
}

/** The bearer first, then one row a partner, whose conventions add up. */
export function joursPrevus(
  { porteur, partenaires }: Pick<Scenario, 'porteur' | 'partenaires'>,
  conventions: readonly Pick<Convention, 'partenaire' | 'jours_an'>[],
  load: Pick<ChargeAnnee, 'cotes'>,
): JoursPrevus[] {
  const agreed = rollups(
    conventions.filter(({ jours_an: jours }) => jours),
    (own) => own.reduce((sum, { jours_an: jours = 0 }) => sum + jours, 0),
    ({ partenaire }) => partenaire,
  );
  const bound = new Set(agreed.map(([acteur]) => acteur));
  // A partner without a convention is bound by the scenario alone.
  const others = partenaires.flatMap(({ acteur, jours_an: jours }) =>
    jours === undefined || acteur === porteur || bound.has(acteur)
      ? []
      : [{ acteur, prevu: fourchette(jours)?.mode ?? 0, base: 'scenario' as const }],
  );
  return [
    { acteur: porteur, prevu: load.cotes[0].demandes, base: 'charge' },
    ...agreed.map(([acteur, prevu]) => ({ acteur, prevu, base: 'convention' as const })),
    ...others,
  ];
}
