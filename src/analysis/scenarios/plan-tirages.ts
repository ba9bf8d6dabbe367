/**
 * A scenario laid out in flat arrays, so that a hundred thousand draws cost a fraction of a second and no memory of their own. Every index comes from
 * the bounds of these arrays: a default of zero is for the compiler there, and a check of each would be paid a hundred thousand times.
 */
import type { Chiffrage } from './chiffrage.js';
import {
  aideParEuroNational,
  debutPlafond,
  estEligible,
  type LigneFinancement,
  nationales,
  ordreDesSources,
  partVersee,
  periodeDe,
} from './regles-aides.js';
import { moisDeTresorerie } from './tresorerie.js';

const MOIS = 12;

export interface Tirage {
  /** Σ expenses and Σ receipts over the years, in euros. */
  depenses: number;
  recettes: number;
  /** Lowest monthly balance, in euros. */
  soldeMinimum: number;
}

/** Computes one draw from unit amounts by line and year (line after line), sources obtained (1) or not (0), and the yearly amount of those that are no rate. Same rules as the formulas of the model: a property of the tests holds them equal. */
export type CalculTirage = (units: Float64Array, obtained: Uint8Array, fixed: Float64Array, into: Tirage) => void;

export function planDeTirages(
  { scenario, lignes, annees: years }: Chiffrage,
  tresorerieInitiale: number,
): CalculTirage {
  const count = lignes.length;
  const factors = Float64Array.from(lignes.flatMap(({ facteurs }) => facteurs));
  const index = new Map(lignes.map(({ id }, i) => [id, i]));
  const follows = lignes.flatMap(({ suit, presence }, at) =>
    suit ? [{ at, taux: suit.taux, presence, lines: suit.lignes.flatMap((id) => index.get(id) ?? []) }] : [],
  );
  const invested = Uint8Array.from(lignes, ({ section }) => Number(section === 'investissement'));
  const national = nationales(scenario.financements);
  const sources = ordreDesSources(scenario.financements).flatMap((s) => {
    const source = scenario.financements[s];
    return source ? [sourceAPlat(s, source, scenario, lignes, years)] : [];
  });
  const amounts = new Float64Array(count * years);
  const received = new Float64Array(scenario.financements.length * years);
  const flows = new Float64Array(moisDeTresorerie(scenario.financements, years));
  const running = new Float64Array(years);
  const baseOf = (lines: readonly number[], year: number): number => {
    let base = 0;
    for (const line of lines) base += amounts[line * years + year] ?? 0;
    return base;
  };
  const pay = (month: number, amount: number): void => {
    if (month < flows.length) flows[month] = (flows[month] ?? 0) + amount;
  };

  return (units, obtained, fixed, into) => {
    let depenses = 0;
    let recettes = 0;
    flows.fill(0);
    running.fill(0);
    received.fill(0);
    for (let at = 0; at < amounts.length; at++) amounts[at] = (units[at] ?? 0) * (factors[at] ?? 0);
    for (const { at, taux, presence, lines } of follows)
      for (let year = 0; year < years; year++)
        amounts[at * years + year] = (presence[year] ?? 0) * taux * baseOf(lines, year);
    for (let i = 0, at = 0; i < count; i++) {
      for (let year = 0; year < years; year++, at++) {
        const amount = amounts[at] ?? 0;
        depenses += amount;
        if (invested[i]) pay(year * MOIS, -amount);
        else running[year] = (running[year] ?? 0) + amount;
      }
    }
    for (let year = 0, month = 0; year < years; year++) {
      const monthly = (running[year] ?? 0) / MOIS;
      for (const end = month + MOIS; month < end; month++) pay(month, -monthly);
    }
    for (const source of sources) {
      if (!obtained[source.at]) continue;
      const own = source.at * years;
      for (let year = 0; year < years; year++) {
        const part = source.parts[year] ?? 0;
        if (part === 0) continue;
        let amount = source.rule ? source.taux * baseOf(source.lines, year) * part : (fixed[source.at] ?? 0) * part;
        let [all, same] = [0, 0];
        for (let earlier = 0; earlier < year; earlier++) {
          const had = received[own + earlier] ?? 0;
          all += had;
          if (earlier >= (source.debuts[year] ?? 0)) same += had;
        }
        amount = Math.min(amount, source.plafond - same, source.plafondTotal - all);
        if (source.limited) {
          let beside = 0;
          for (const other of national) beside += received[other * years + year] ?? 0;
          amount = Math.min(amount, beside * source.parEuro);
        }
        amount = Math.max(0, amount);
        if (amount < source.plancher) continue;
        received[own + year] = amount;
        recettes += amount;
        pay(year * MOIS, amount * source.acompte);
        // What a claim covers comes after it, when its last month is over.
        const { periode, delai } = source;
        const rest = amount * (1 - source.acompte);
        const claim = (rest * periode) / MOIS;
        if (periode > MOIS) pay(years * MOIS - 1 + delai, rest);
        else for (let end = periode; end <= MOIS; end += periode) pay(year * MOIS + end - 1 + delai, claim);
      }
    }
    let balance = tresorerieInitiale;
    let lowest = balance;
    for (let month = 0; month < flows.length; month++) {
      balance += flows[month] ?? 0;
      if (balance < lowest) lowest = balance;
    }
    into.depenses = depenses;
    into.recettes = recettes;
    into.soldeMinimum = lowest;
  };
}

/** What a draw reads of a source: its rank, its rule, and the ranks of the lines that it takes. */
function sourceAPlat(
  at: number,
  source: LigneFinancement,
  { demarrage, porteur }: Chiffrage['scenario'],
  lignes: Chiffrage['lignes'],
  years: number,
) {
  const parEuro = aideParEuroNational(source);
  return {
    at,
    rule: source.taux !== undefined,
    taux: source.taux ?? 0,
    plafond: source.plafond ?? Number.POSITIVE_INFINITY,
    plafondTotal: source.plafond_total ?? Number.POSITIVE_INFINITY,
    plancher: source.plancher ?? 0,
    parts: Float64Array.from({ length: years }, (_, year) => partVersee(source, year, demarrage)),
    debuts: Int32Array.from({ length: years }, (_, year) => debutPlafond(source, year)),
    limited: Number.isFinite(parEuro),
    parEuro,
    acompte: source.acompte ?? 0,
    delai: Math.round(source.delai_versement_mois ?? 0),
    periode: periodeDe(source, years),
    lines: lignes.flatMap((ligne, i) => (estEligible(source, ligne, porteur) ? [i] : [])),
  };
}
