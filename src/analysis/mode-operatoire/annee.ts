/** The first year of the scenario, and its cash until the receipts of that year have come: the figures are those of the scenario. */
import type { Chiffrage } from '../scenarios/chiffrage.js';

const MOIS = 12;

export interface MoisAnnee {
  /** AAAA-MM. */
  mois: string;
  depenses: number;
  recettes: number;
  /** At the end of the month. */
  solde: number;
}

export interface Annee {
  depenses: number;
  recettes: number;
  /** Receipts of the year weighted by the chance of each, in euros. */
  recettesProbables: number;
  /** From the first expense to the later of: the end of the year, the last receipt of the year, the lowest balance. */
  mois: MoisAnnee[];
  /** Lowest end of month over the whole plan of the scenario. */
  minimum: { solde: number; mois: string };
  /** Last month in which a receipt of the first year comes. */
  derniereRecette: string;
  soldeInitial: number;
}

/** `debut` is the month of the first expense (AAAA-MM). */
export function anneeDe({ lignes, montants, recettes, scenario, tresorerie }: Chiffrage, debut: string): Annee {
  const [year = 0, month = 1] = debut.split('-').map(Number);
  const nom = (m: number): string => new Date(Date.UTC(year, month - 1 + m, 1)).toISOString().slice(0, 7);
  const of = (rows: readonly (readonly number[])[], y: number): number[] => rows.map((row) => row[y] ?? 0);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const received = of(recettes, 0);
  const last = scenario.financements.reduce(
    (latest, { delai_versement_mois: delai = 0 }, i) =>
      received[i] ? Math.max(latest, MOIS - 1 + Math.round(delai)) : latest,
    MOIS - 1,
  );
  const length = Math.min(tresorerie.soldes.length, Math.max(MOIS, last + 1, tresorerie.minimum.mois));
  const paid = (m: number): number => {
    const amounts = of(montants, Math.floor(m / MOIS));
    return sum(
      lignes.map(({ section }, i) =>
        section === 'investissement' ? (m % MOIS === 0 ? (amounts[i] ?? 0) : 0) : (amounts[i] ?? 0) / MOIS,
      ),
    );
  };
  const net = (m: number): number => (tresorerie.soldes[m] ?? 0) - (tresorerie.soldes[m - 1] ?? 0);
  // What the first month ends with is what it started with, and what it received and paid.
  const firstReceipts = sum(
    scenario.financements.map(({ acompte = 0, delai_versement_mois: delai = 0 }, i) => {
      const amount = received[i] ?? 0;
      return amount * acompte + (Math.round(delai) === 0 ? (amount * (1 - acompte)) / MOIS : 0);
    }),
  );
  const initial = (tresorerie.soldes[0] ?? 0) - firstReceipts + paid(0);
  const mois = Array.from({ length }, (_, m): MoisAnnee => {
    const depenses = paid(m);
    const arrived = m === 0 ? firstReceipts : net(m) + depenses;
    return {
      mois: nom(m),
      depenses,
      recettes: Math.abs(arrived) < 1e-6 ? 0 : arrived,
      solde: tresorerie.soldes[m] ?? 0,
    };
  });
  return {
    depenses: sum(of(montants, 0)),
    recettes: sum(received),
    recettesProbables: sum(scenario.financements.map(({ probabilite = 1 }, i) => (received[i] ?? 0) * probabilite)),
    mois,
    minimum: { solde: tresorerie.minimum.solde, mois: nom(Math.max(0, tresorerie.minimum.mois - 1)) },
    derniereRecette: nom(Math.min(last, length - 1)),
    soldeInitial: initial,
  };
}
