/** Expenses over a run of draws: their total, the bases that sources and overheads take, and when they are paid. */
import { itemAt, numberAt } from '../../lists/at.js';
import { ajouterPart, ajouterPartADeux, type Colonne, colonne, repartir } from '../incertitude/colonnes.js';
import type { LigneDepense } from './depenses.js';
import type { Mouvement } from './plan-caisse.js';
import { MOIS } from './tresorerie.js';

export interface PlanDepenses {
  total: Colonne;
  /** `[set][year]`: sums of the lines of each of the sets asked for. */
  bases: readonly (readonly Colonne[])[];
  mouvements: Mouvement[];
  calculer(): void;
}

/**
 * `unitaires[line][year]` are unit amounts, in euros; `ensembles` sets of lines by their places, rising. Sums are made in the order of the lines, a line that
 * follows others standing after them; one that is zero in a year is left out of it.
 */
export function planDesDepenses(
  lignes: readonly LigneDepense[],
  years: number,
  unitaires: readonly (readonly Colonne[])[],
  ensembles: readonly (readonly number[])[],
  /** Payers whose expenses are not in the cash that the movements make. */
  horsCaisse: ReadonlySet<string>,
  lot: number,
): PlanDepenses {
  const parAn = (): Colonne[] => Array.from({ length: years }, () => colonne(lot));
  const total = colonne(lot);
  const [courant, achats, mensuel] = [parAn(), parAn(), parAn()];
  const ailleurs = colonne(lot);
  const index = new Map(lignes.map(({ id }, i) => [id, i]));
  const suivies = lignes.map(({ suit }) => suit?.lignes.flatMap((id) => index.get(id) ?? []) ?? null);
  // Who takes the same lines reads the same sum.
  const sommes = new Map<string, { lines: ReadonlySet<number>; colonnes: Colonne[] }>();
  const sommeDe = (lines: readonly number[]): Colonne[] => {
    const key = lines.join();
    const known = sommes.get(key) ?? { lines: new Set(lines), colonnes: parAn() };
    sommes.set(key, known);
    return known.colonnes;
  };
  const bases = ensembles.map(sommeDe);
  const suivie = suivies.map((lines) => lines && sommeDe(lines));
  const all = [...sommes.values()];
  const montants = lignes.flatMap(({ facteurs, porteur, presence, section, suit }, i) => {
    const followed = suivie[i];
    return Array.from({ length: years }, (_, year) => ({
      de: itemAt(followed ?? itemAt(unitaires, i), year),
      fois: suit ? numberAt(presence, year) * suit.taux : numberAt(facteurs, year),
      section: horsCaisse.has(porteur) ? ailleurs : itemAt(section === 'investissement' ? achats : courant, year),
      sommes: all.flatMap(({ lines, colonnes }) => (lines.has(i) ? [itemAt(colonnes, year)] : [])),
    })).filter(({ fois }) => fois !== 0);
  });
  const sums = [total, ...courant, ...achats, ...all.flatMap(({ colonnes }) => colonnes)];
  const months = (year: number): number[] => Array.from({ length: MOIS }, (_, month) => year * MOIS + month);
  return {
    total,
    bases,
    mouvements: [
      ...achats.map((column, year): Mouvement => ({ mois: [year * MOIS], colonne: column, sens: -1 })),
      ...mensuel.map((column, year): Mouvement => ({ mois: months(year), colonne: column, sens: -1 })),
    ],
    calculer() {
      for (const column of sums) column.fill(0);
      for (const { de, fois, section, sommes: own } of montants) {
        ajouterPartADeux(total, section, de, fois);
        for (const column of own) ajouterPart(column, de, fois);
      }
      for (const [year, column] of mensuel.entries()) repartir(column, itemAt(courant, year), MOIS);
    },
  };
}
