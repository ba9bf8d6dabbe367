/** How much is to be sold for a year to balance: what a price by unit earns, less what a unit costs, against all the rest. */
import { cellAt, numberAt } from '../../../lists/at.js';
import type { Scenario } from '../../../study/types.gen.js';
import type { Chiffrage } from '../chiffrage.js';
import { activiteDe, activiteDeLaRecette } from '../depenses-et-charge/activite.js';

export interface SeuilDeVente {
  modalite: Scenario['modalites'][number];
  /** Units that balance the last year, rounded up; null when each unit costs more than it earns. */
  seuil: number | null;
  /** Units of that year in the plan. */
  prevu: number;
}

/** Below so many units, a part of one counts. */
const A_L_UNITE = 20;

/** What is to be sold is rounded up, for less would not do. */
function entierAuDessus(value: number): number {
  const parts = value < A_L_UNITE ? 10 : 1;
  return Math.ceil(value * parts - 1e-9) / parts;
}

/**
 * Of each modality that is sold by unit, in the last year of the plan, other receipts and expenses as they are; none for a year that balances without a sale, nor where
 * an aid follows what is spent, for it would change with what is sold.
 */
export function seuilsDeVente({ scenario, lignes, montants, recettes, annees }: Chiffrage): SeuilDeVente[] {
  const last = annees - 1;
  if (last < 0) return [];
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const spent = sum(lignes.map((_, i) => cellAt(montants, i, last)));
  const earned = sum(scenario.financements.map((_, s) => cellAt(recettes, s, last)));
  if (scenario.financements.some(({ taux }, s) => taux !== undefined && cellAt(recettes, s, last) > 0)) return [];
  return scenario.modalites.flatMap((modalite, rang): SeuilDeVente[] => {
    const sold = sum(
      scenario.financements.map((source, s) =>
        activiteDeLaRecette(scenario, source, annees)?.modalite === rang ? cellAt(recettes, s, last) : 0,
      ),
    );
    const activite = activiteDe(scenario, modalite.id, annees);
    if (sold <= 0 || !activite) return [];
    const prevu = activite.volume.mode * numberAt(activite.montee, last);
    const cost = sum(lignes.map(({ activite }, i) => (activite?.modalite === rang ? cellAt(montants, i, last) : 0)));
    const toCover = spent - cost - (earned - sold);
    if (toCover <= 0) return [];
    return [{ modalite, prevu, seuil: sold > cost ? entierAuDessus((prevu * toCover) / (sold - cost)) : null }];
  });
}
