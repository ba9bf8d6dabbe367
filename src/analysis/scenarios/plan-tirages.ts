/** A scenario laid out in flat arrays, so that a hundred thousand draws cost a fraction of a second and no memory of their own. */
import type { Chiffrage } from './chiffrage.js';
import {
  aideParEuroNational,
  debutPlafond,
  estEligible,
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
  const follows = lignes.map(({ suit, presence }) =>
    suit ? { taux: suit.taux, presence, lines: suit.lignes.flatMap((id) => index.get(id) ?? []) } : null,
  );
  const invested = lignes.map(({ section }) => section === 'investissement');
  const sources = scenario.financements.map((source) => ({
    taux: source.taux,
    plafond: source.plafond ?? Number.POSITIVE_INFINITY,
    plafondTotal: source.plafond_total ?? Number.POSITIVE_INFINITY,
    plancher: source.plancher ?? 0,
    parts: Array.from({ length: years }, (_, year) => partVersee(source, year, scenario.demarrage)),
    debuts: Array.from({ length: years }, (_, year) => debutPlafond(source, year)),
    parEuro: aideParEuroNational(source),
    acompte: source.acompte ?? 0,
    delai: Math.round(source.delai_versement_mois ?? 0),
    periode: periodeDe(source, years),
    lines: lignes.flatMap((ligne, i) => (estEligible(source, ligne, scenario.porteur) ? [i] : [])),
  }));
  const [order, national] = [ordreDesSources(scenario.financements), nationales(scenario.financements)];
  const amounts = new Float64Array(count * years);
  const received = new Float64Array(sources.length * years);
  const flows = new Float64Array(moisDeTresorerie(scenario.financements, years));
  const running = new Float64Array(years);
  const add = (month: number, amount: number): void => {
    if (month < flows.length) flows[month] = (flows[month] ?? 0) + amount;
  };

  return (units, obtained, fixed, into) => {
    let depenses = 0;
    let recettes = 0;
    flows.fill(0);
    running.fill(0);
    for (let i = 0; i < count; i++) {
      for (let year = 0; year < years; year++) {
        const at = i * years + year;
        amounts[at] = (units[at] ?? 0) * (factors[at] ?? 0);
      }
    }
    for (let i = 0; i < count; i++) {
      const follow = follows[i];
      for (let year = 0; year < years; year++) {
        const at = i * years + year;
        if (follow) {
          let base = 0;
          for (const line of follow.lines) base += amounts[line * years + year] ?? 0;
          amounts[at] = (follow.presence[year] ?? 0) * follow.taux * base;
        }
        const amount = amounts[at] ?? 0;
        depenses += amount;
        if (invested[i]) add(year * MOIS, -amount);
        else running[year] = (running[year] ?? 0) + amount;
      }
    }
    for (let year = 0; year < years; year++) {
      const monthly = (running[year] ?? 0) / MOIS;
      for (let month = 0; month < MOIS; month++) add(year * MOIS + month, -monthly);
    }
    received.fill(0);
    for (const s of order) {
      const source = sources[s];
      if (!source || !obtained[s]) continue;
      for (let year = 0; year < years; year++) {
        const part = source.parts[year] ?? 0;
        if (part === 0) continue;
        let amount = (fixed[s] ?? 0) * part;
        if (source.taux !== undefined) {
          let base = 0;
          for (const line of source.lines) base += amounts[line * years + year] ?? 0;
          amount = source.taux * base * part;
        }
        let [all, same] = [0, 0];
        for (let earlier = 0; earlier < year; earlier++) {
          const had = received[s * years + earlier] ?? 0;
          all += had;
          if (earlier >= (source.debuts[year] ?? 0)) same += had;
        }
        amount = Math.min(amount, source.plafond - same, source.plafondTotal - all);
        if (Number.isFinite(source.parEuro)) {
          let beside = 0;
          for (const other of national) beside += received[other * years + year] ?? 0;
          amount = Math.min(amount, beside * source.parEuro);
        }
        amount = Math.max(0, amount);
        if (amount < source.plancher) continue;
        received[s * years + year] = amount;
        recettes += amount;
        add(year * MOIS, amount * source.acompte);
        // What a claim covers comes after it, when its last month is over.
        const { periode, delai } = source;
        const rest = amount * (1 - source.acompte);
        if (periode > MOIS) add(years * MOIS - 1 + delai, rest);
        else
          for (let end = periode; end <= MOIS; end += periode)
            add(year * MOIS + end - 1 + delai, (rest * periode) / MOIS);
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
