/** Funding of a scenario: each source by year, rate × eligible base under its ceilings, or a fixed amount. */
import type { Scenario } from '../../study/types.gen.js';
import { montantProbable } from '../montants.js';
import type { LigneDepense } from './depenses.js';

export type LigneFinancement = Scenario['financements'][number];

/** Whether a source takes an expense into its eligible base. */
export const estEligible = (
  source: LigneFinancement,
  { id, nature, porteur }: Pick<LigneDepense, 'id' | 'nature' | 'porteur'>,
): boolean =>
  (source.assiette?.includes(nature) ?? nature !== 'fonds') &&
  (source.assiette_porteurs?.includes(porteur) ?? true) &&
  !source.lignes_exclues?.includes(id);

/** Receipts by source and year, in euros, from the expenses by line and year. `obtenus[source]` is false for a source that is not had. */
export function recettesAnnuelles(
  financements: readonly LigneFinancement[],
  lignes: readonly LigneDepense[],
  montants: readonly (readonly number[])[],
  obtenus?: ArrayLike<number | boolean>,
): number[][] {
  const years = montants[0]?.length ?? 0;
  return financements.map((source, index) => {
    if (obtenus && !obtenus[index]) return Array.from({ length: years }, () => 0);
    const eligible = lignes.map((ligne) => estEligible(source, ligne));
    let received = 0;
    return Array.from({ length: years }, (_, year) => {
      if (source.annees && !source.annees.includes(year + 1)) return 0;
      let amount = montantProbable(source.montant) ?? 0;
      if (source.taux !== undefined) {
        let base = 0;
        for (const [i, counts] of eligible.entries()) if (counts) base += montants[i]?.[year] ?? 0;
        amount = source.taux * base;
      }
      amount = Math.min(amount, source.plafond ?? Number.POSITIVE_INFINITY);
      amount = Math.min(amount, (source.plafond_total ?? Number.POSITIVE_INFINITY) - received);
      if (amount < (source.plancher ?? 0)) amount = 0;
      received += amount;
      return amount;
    });
  });
}

/** Σ over years. */
export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Shares of the funders (sources of one actor together), largest first, and the Herfindahl index (sum of their squares, 0–1). */
export function concentration(
  financements: readonly LigneFinancement[],
  recettes: readonly (readonly number[])[],
): { parts: { financeur: string; part: number }[]; herfindahl: number } {
  const byFunder = new Map<string, number>();
  for (const [i, { financeur }] of financements.entries())
    byFunder.set(financeur, (byFunder.get(financeur) ?? 0) + total(recettes[i] ?? []));
  const all = total([...byFunder.values()]);
  const parts = [...byFunder]
    .map(([financeur, amount]) => ({ financeur, part: all > 0 ? amount / all : 0 }))
    .sort((a, b) => b.part - a.part);
  return { parts, herfindahl: parts.reduce((sum, { part }) => sum + part * part, 0) };
}
