/** Receipts over a run of draws: each source by year, its rate on its base or its amount, under its ceilings, and when it is paid. */

import { itemAt, numberAt } from '../../../lists/at.js';
import { MOIS_PAR_AN } from '../../../texte/dates.js';
import { type Colonne, type Colonnes, combiner, type Terme } from '../../incertitude/colonnes.js';
import { croissanceDe } from '../financement/montant-de-la-source.js';
import {
  aideParEuroNational,
  debutPlafond,
  type LigneFinancement,
  partVersee,
  periodeDe,
} from '../financement/regles-aides.js';
import type { Mouvement } from './plan-caisse.js';

export interface PlanSource {
  /** What it brings, year by year, in euros: their sum is its receipts. */
  recettes: Terme[];
  mouvements: Mouvement[];
  calculer(): void;
}

/** What a source reads. */
export interface ContexteSource {
  years: number;
  demarrage: string | undefined;
  /** `[year]`: eligible expenses of a source that is a rate, null where there is none; else its yearly amount, in euros. */
  bases: readonly (Colonne | null)[];
  /** `[year]`: what its base has of purchases, in euros, null where it has none; the base itself for an amount that is for them; none where it pays for no purchase. */
  achats?: readonly (Colonne | null)[] | undefined;
  /** 1 where it is obtained, 0 elsewhere. */
  obtenu: Colonne;
  /** `[source][year]`: what the national public funds bring, computed before it. */
  nationales: readonly (readonly Colonne[])[];
  /** Share of its volume that each year reaches, for a receipt by unit; none for another. */
  montee?: readonly number[] | undefined;
  colonne: Colonnes;
}

/** What is computed for a year. */
interface Aide {
  /** Share of the year in which it pays. */
  part: number;
  base: Colonne;
  recue: Colonne;
  /** The most that may be had in the year, in euros, whatever was had before. */
  plafond: number;
  /** Ceilings that it shares with other years: what these had of it. */
  entames: { plafond: number; avant: readonly Colonne[] }[];
  /** The national public funds of the year, which limit it; null where nothing asks for them. */
  national: readonly Colonne[] | null;
  /** What its purchases are, and what it pays for them in the first claim, then in each. */
  achat: { base: Colonne; premiere: Colonne; suivantes: Colonne } | null;
}

/** Whether two years bring the same, whatever others brought: it is then computed once. */
const memeAide = (one: Aide, other: Aide): boolean =>
  [one, other].every(({ entames, national }) => entames.length === 0 && national === null) &&
  one.base === other.base &&
  one.part === other.part &&
  one.achat?.base === other.achat?.base;

export function planDeSource(
  source: LigneFinancement,
  { years, demarrage, bases, achats, obtenu, nationales, montee, colonne }: ContexteSource,
): PlanSource & { recues: readonly Colonne[] } {
  const { taux = 1, plafond, plafond_total: plafondTotal, plancher = 0, acompte = 0 } = source;
  const parEuro = aideParEuroNational(source);
  const delai = Math.round(source.delai_versement_mois ?? 0);
  const periode = periodeDe(source, years);
  const [sum, reste] = [colonne(), colonne()];
  const sumOf = (columns: readonly Colonne[]): Colonne => {
    combiner(
      sum,
      columns.map((de) => ({ de, fois: 1 })),
    );
    return sum;
  };
  // Of a year, a claim asks what is left after the advance, as often as its period asks; beyond a year, all of it at once.
  const demandee = periode > MOIS_PAR_AN ? 1 - acompte : ((1 - acompte) * periode) / MOIS_PAR_AN;
  const recues: Colonne[] = [];
  const payees: { year: number; aide: Aide }[] = [];
  for (let year = 0; year < years; year++) {
    const base = itemAt(bases, year);
    const part =
      partVersee(source, year, demarrage) * (montee ? numberAt(montee, year) : 1) * croissanceDe(source, year);
    // A rate of nothing, or out of its time.
    if (base === null || part <= 0) {
      recues.push(colonne());
      continue;
    }
    const limites = [
      ...(plafond === undefined ? [] : [{ plafond, avant: recues.slice(debutPlafond(source, year)) }]),
      ...(plafondTotal === undefined ? [] : [{ plafond: plafondTotal, avant: recues.slice() }]),
    ];
    const bought = (periode < MOIS_PAR_AN && achats?.[year]) || null;
    const aide: Aide = {
      ...{ part, base, recue: colonne() },
      plafond: Math.min(...limites.flatMap(({ plafond: limit, avant }) => (avant.length > 0 ? [] : [limit]))),
      entames: limites.filter(({ avant }) => avant.length > 0),
      national: Number.isFinite(parEuro) ? nationales.map((one) => itemAt(one, year)) : null,
      // What is bought in the first month is in the first claim; one of a year or more asks for all in any case.
      achat: bought && { base: bought, premiere: colonne(), suivantes: colonne() },
    };
    const found = payees.find((payee) => memeAide(payee.aide, aide))?.aide ?? aide;
    recues.push(found.recue);
    payees.push({ year, aide: found });
  }
  const calculs = [...new Set(payees.map(({ aide }) => aide))];
  // What a claim covers comes after it, when its last month is over.
  const mois = (year: number): number[] =>
    periode > MOIS_PAR_AN
      ? [periode - 1 + delai]
      : Array.from(
          { length: MOIS_PAR_AN / periode },
          (_, claim) => year * MOIS_PAR_AN + (claim + 1) * periode - 1 + delai,
        );
  return {
    recues,
    recettes: payees.map(({ aide: { recue } }) => ({ de: recue, fois: 1 })),
    mouvements: payees.flatMap(({ year, aide: { recue, achat } }): Mouvement[] => [
      ...(acompte > 0 ? [{ mois: [year * MOIS_PAR_AN], de: recue, fois: acompte }] : []),
      ...(achat ? [{ mois: mois(year).slice(0, 1), de: achat.premiere, fois: 1 }] : []),
      achat ? { mois: mois(year), de: achat.suivantes, fois: 1 } : { mois: mois(year), de: recue, fois: demandee },
    ]),
    calculer() {
      for (const { part, base, recue, entames, national, achat, plafond: limit } of calculs) {
        const own = { recue, base, obtenu };
        if (entames.length === 0 && national === null) recevoir(own, taux, part, limit, plancher);
        else {
          reste.fill(limit);
          for (const { plafond: shared, avant } of entames) plafonner(reste, shared, sumOf(avant));
          if (national) limiter(reste, sumOf(national), parEuro);
          recevoirSous(reste, own, taux, part, plancher);
        }
        if (achat) separer(achat, { recue, base, achats: achat.base }, 1 - acompte, demandee);
      }
    },
  };
}

type Recue = Readonly<Record<'recue' | 'base' | 'obtenu', Colonne>>;

/**
 * What its rate, or its amount, gives in the share of a year in which it pays, no more than a ceiling; nothing under the floor, nor where the source is not
 * obtained.
 */
function recevoir({ recue, base, obtenu }: Recue, taux: number, part: number, plafond: number, plancher: number): void {
  for (let d = 0; d < recue.length; d++) {
    const given = Math.min((base[d] as number) * taux * part, plafond);
    recue[d] = given > 0 && given >= plancher ? given * (obtenu[d] as number) : 0;
  }
}

/** The same, under a ceiling of each draw; a lowered one may stand under what the years before have brought. */
function recevoirSous(
  reste: Colonne,
  { recue, base, obtenu }: Recue,
  taux: number,
  part: number,
  plancher: number,
): void {
  for (let d = 0; d < recue.length; d++) {
    const given = Math.min((base[d] as number) * taux * part, reste[d] as number);
    recue[d] = given > 0 && given >= plancher ? given * (obtenu[d] as number) : 0;
  }
}

/** Not more than what a ceiling leaves of itself after what was had. */
function plafonner(reste: Colonne, plafond: number, had: Colonne): void {
  for (let d = 0; d < reste.length; d++) reste[d] = Math.min(reste[d] as number, plafond - (had[d] as number));
}

/** Not more than its share beside other funds. */
function limiter(reste: Colonne, beside: Colonne, parEuro: number): void {
  for (let d = 0; d < reste.length; d++) reste[d] = Math.min(reste[d] as number, (beside[d] as number) * parEuro);
}

/** What the claims of a year ask, `part` of it each, but for purchases, all of which are in the first one. `left`: share of the year that the advance has not paid. */
function separer(
  { premiere, suivantes }: Readonly<Record<'premiere' | 'suivantes', Colonne>>,
  { recue, base, achats }: Readonly<Record<'recue' | 'base' | 'achats', Colonne>>,
  left: number,
  part: number,
): void {
  for (let d = 0; d < recue.length; d++) {
    const whole = base[d] as number;
    const share = whole === 0 ? 0 : (achats[d] as number) / whole;
    const amount = recue[d] as number;
    premiere[d] = amount * share * left;
    suivantes[d] = amount * part * (1 - share);
  }
}
