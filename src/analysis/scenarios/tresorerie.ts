/** Cash by month: expenses as they fall due, receipts after their delays. */
import type { LigneDepense } from './depenses.js';
import type { LigneFinancement } from './financement.js';

const MOIS = 12;

export interface Tresorerie {
  /** Balance at the end of each month, in euros, from the first. */
  soldes: number[];
  /** Lowest balance and its month, from 1. */
  minimum: { solde: number; mois: number };
}

/**
 * Running costs are spread evenly over the year, investments paid in its first month. Of each receipt `acompte` comes at the start of the year and the
 * rest follows the expenses by `delai_versement_mois`; what would come after the last month stays out. `retard` adds months to every delay.
 */
export function tresorerie(
  lignes: readonly LigneDepense[],
  montants: readonly (readonly number[])[],
  financements: readonly LigneFinancement[],
  recettes: readonly (readonly number[])[],
  initiale: number,
  retard = 0,
): Tresorerie {
  const years = montants[0]?.length ?? 0;
  const flows = new Float64Array(years * MOIS);
  const add = (month: number, amount: number): void => {
    if (month < flows.length) flows[month] = (flows[month] ?? 0) + amount;
  };
  for (const [i, { section }] of lignes.entries())
    for (let year = 0; year < years; year++) {
      const amount = montants[i]?.[year] ?? 0;
      if (section === 'investissement') add(year * MOIS, -amount);
      else for (let month = 0; month < MOIS; month++) add(year * MOIS + month, -amount / MOIS);
    }
  for (const [i, { acompte = 0, delai_versement_mois: delay = 0, nature }] of financements.entries())
    for (let year = 0; year < years; year++) {
      const amount = recettes[i]?.[year] ?? 0;
      // Own funds are at hand when they are needed.
      const wait = Math.round(delay) + (nature === 'autofinancement' ? 0 : retard);
      add(year * MOIS, amount * acompte);
      for (let month = 0; month < MOIS; month++) add(year * MOIS + month + wait, (amount * (1 - acompte)) / MOIS);
    }
  const soldes: number[] = [];
  let balance = initiale;
  let minimum = { solde: initiale, mois: 0 };
  for (const [month, flow] of flows.entries()) {
    balance += flow;
    soldes.push(balance);
    if (balance < minimum.solde - 1e-9) minimum = { solde: balance, mois: month + 1 };
  }
  return { soldes, minimum };
}
