/** Receipts over a run of draws: each source by year, its rate on its base or its amount, under its ceilings, and when it is paid. */
import { itemAt } from '../../../lists/at.js';
import { ajouter, type Colonne, colonne, multiplier } from '../../incertitude/colonnes.js';
import {
  aideParEuroNational,
  debutPlafond,
  type LigneFinancement,
  partVersee,
  periodeDe,
} from '../financement/regles-aides.js';
import { MOIS } from '../financement/tresorerie.js';
import type { Mouvement } from './plan-caisse.js';

export interface PlanSource {
  mouvements: Mouvement[];
  calculer(): void;
}

/** What a source reads, and the sum to which it adds what it brings. */
export interface ContexteSource {
  years: number;
  demarrage: string | undefined;
  /** `[year]`: eligible expenses of a source that is a rate; else its yearly amount, in euros. */
  bases: readonly Colonne[];
  /** `[year]`: what its base has of purchases, in euros; the base itself for an amount that is for them; none where it pays for no purchase. */
  achats?: readonly Colonne[] | undefined;
  /** 1 where it is obtained, 0 elsewhere. */
  obtenu: Colonne;
  /** `[year]`: where what it brings is written. */
  recues: readonly Colonne[];
  /** `[source][year]`: what the national public funds bring, computed before it. */
  nationales: readonly (readonly Colonne[])[];
  recettes: Colonne;
  lot: number;
}

export function planDeSource(source: LigneFinancement, contexte: ContexteSource): PlanSource {
  const { years, demarrage, bases, achats, obtenu, recues, nationales, recettes, lot } = contexte;
  const { taux = 1, plafond, plafond_total: plafondTotal, plancher = 0, acompte = 0 } = source;
  const parEuro = aideParEuroNational(source);
  const delai = Math.round(source.delai_versement_mois ?? 0);
  const periode = periodeDe(source, years);
  const sum = colonne(lot);
  const sumOf = (columns: readonly Colonne[]): Colonne => {
    sum.fill(0);
    for (const column of columns) ajouter(sum, column);
    return sum;
  };
  // Of a year, a claim asks what is left after the advance, as often as its period asks; beyond a year, all of it at once.
  const demandee = periode > MOIS ? 1 - acompte : ((1 - acompte) * periode) / MOIS;
  const payees = Array.from({ length: years }, (_, year) => ({
    year,
    part: partVersee(source, year, demarrage),
    base: itemAt(bases, year),
    recue: itemAt(recues, year),
    before: recues.slice(0, year),
    same: recues.slice(debutPlafond(source, year), year),
    national: nationales.map((one) => itemAt(one, year)),
    avance: colonne(lot),
    demande: colonne(lot),
    // What is bought in the first month is in the first claim; one of a year or more asks for all in any case.
    achat: achats && periode < MOIS ? { base: itemAt(achats, year), demande: colonne(lot) } : null,
  })).filter(({ part }) => part > 0);
  // What a claim covers comes after it, when its last month is over.
  const mois = (year: number): number[] =>
    periode > MOIS
      ? [years * MOIS - 1 + delai]
      : Array.from({ length: MOIS / periode }, (_, claim) => year * MOIS + (claim + 1) * periode - 1 + delai);
  return {
    mouvements: payees.flatMap(({ year, avance, demande, achat }): Mouvement[] => [
      ...(acompte > 0 ? [{ mois: [year * MOIS], colonne: avance, sens: 1 as const }] : []),
      ...(achat ? [{ mois: mois(year).slice(0, 1), colonne: achat.demande, sens: 1 as const }] : []),
      { mois: mois(year), colonne: demande, sens: 1 },
    ]),
    calculer() {
      for (const { part, base, recue, before, same, national, avance, demande, achat } of payees) {
        multiplier(recue, base, taux, part);
        if (plafond !== undefined) plafonner(recue, plafond, same.length > 0 ? sumOf(same) : null);
        if (plafondTotal !== undefined) plafonner(recue, plafondTotal, before.length > 0 ? sumOf(before) : null);
        if (Number.isFinite(parEuro)) limiter(recue, sumOf(national), parEuro);
        verser({ recue, recettes, demande, obtenu }, plancher, demandee);
        if (achat) separer(achat.demande, demande, { recue, base, achats: achat.base }, 1 - acompte);
        if (acompte > 0) multiplier(avance, recue, acompte);
      }
    },
  };
}

/** Takes out of each claim what is for purchases, and puts all of it in the first one. `left`: share of the year that the advance has not paid. */
function separer(
  first: Colonne,
  each: Colonne,
  { recue, base, achats }: Readonly<Record<'recue' | 'base' | 'achats', Colonne>>,
  left: number,
): void {
  for (let d = 0; d < first.length; d++) {
    const whole = base[d] as number;
    const share = whole === 0 ? 0 : (achats[d] as number) / whole;
    first[d] = (recue[d] as number) * share * left;
    each[d] = (each[d] as number) * (1 - share);
  }
}

/** Not more than what a ceiling leaves of itself after what was had; all of it when nothing was. */
function plafonner(into: Colonne, plafond: number, had: Colonne | null): void {
  if (had === null) for (let d = 0; d < into.length; d++) into[d] = Math.min(into[d] as number, plafond);
  else for (let d = 0; d < into.length; d++) into[d] = Math.min(into[d] as number, plafond - (had[d] as number));
}

/** Not more than its share beside other funds. */
function limiter(into: Colonne, beside: Colonne, parEuro: number): void {
  for (let d = 0; d < into.length; d++) into[d] = Math.min(into[d] as number, (beside[d] as number) * parEuro);
}

/**
 * Nothing under the floor, nor where the source is not obtained; what is left is received, and its share `part` is asked for by each claim. A lowered ceiling may
 * stand under what the years before have brought.
 */
function verser(
  { recue, recettes, demande, obtenu }: Readonly<Record<'recue' | 'recettes' | 'demande' | 'obtenu', Colonne>>,
  plancher: number,
  part: number,
): void {
  for (let d = 0; d < recue.length; d++) {
    const given = recue[d] as number;
    const amount = given > 0 && given >= plancher ? given * (obtenu[d] as number) : 0;
    recue[d] = amount;
    recettes[d] = (recettes[d] as number) + amount;
    demande[d] = amount * part;
  }
}
