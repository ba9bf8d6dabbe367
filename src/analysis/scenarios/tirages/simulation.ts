/** Uncertainty of costs and funding by Monte Carlo: common random numbers for all scenarios, one draw an item for all the years unless the study says otherwise. */

import { itemAt, known } from '../../../lists/at.js';
import { sumTornado, type TornadoBar } from '../../decision/tornado.js';
import { type Colonne, type Colonnes, colonnesReprises } from '../../incertitude/colonnes.js';
import { tenths } from '../../incertitude/monte-carlo.js';
import { graineDe, seededUniforms } from '../../incertitude/random.js';
import { LOT, tireurDe } from '../../incertitude/tireur.js';
import type { Chiffrage } from '../chiffrage.js';
import { montantEnCroisiere, plageDe } from '../depenses-et-charge/activite.js';
import { type TiragesVolumes, tirerVolumes } from '../depenses-et-charge/volumes.js';
import { total } from '../financement/financement.js';
import type { Hypotheses } from '../hypotheses.js';
import { type Aleas, type PlanDeTirages, planDeTirages } from './plan-tirages.js';

export interface Repartition {
  p10: number;
  p50: number;
  p90: number;
}

export interface Simulation extends Pick<TiragesVolumes, 'demandes' | 'services'> {
  tirages: number;
  graine: number;
  /** Euros a year. */
  coutAnnuel: Repartition;
  /** Receipts minus expenses over the years, in euros, funding being obtained or not by its probability. */
  solde: Repartition;
  probabiliteDeficit: number;
  probabiliteTresorerieNegative: number;
  /** Share of the draws where the lowest monthly balance passes under what the study admits (a line of credit). */
  probabiliteTresorerieInsuffisante: number;
  /** Days asked ÷ days brought, where it is highest; null when a side that has no day is asked for some. */
  charge: Repartition | null;
  /** Share of the draws where the load passes what the study admits. */
  probabiliteSurcharge: number;
  /** Inputs that move the total cost most, largest first, in euros. */
  tornade: (TornadoBar & { libelle: string })[];
  /** Yearly cost of each draw, in the order of the draws. */
  couts: Float64Array;
}

/** A balance within this share of the expenses is no deficit: rounding is not a hole. */
export const ECART_TU = 0.005;
/** Days asked beyond what is admitted, in days brought, within which nobody is said to be overworked: a day or two of a year. */
const SURCHARGE_TUE = 0.005;

/** What the study admits: days asked ÷ days brought at most, and the lowest balance, in euros (a line of credit makes it negative). */
export interface Admis {
  charge: number;
  tresorerie: number;
}

const colonnes = colonnesReprises(LOT);

export function simuler(
  chiffrage: Chiffrage,
  hypotheses: Hypotheses,
  tirages: number,
  graine: number,
  admis: Admis = { charge: 1, tresorerie: 0 },
): Simulation {
  const years = Math.max(1, chiffrage.annees);
  // The same numbers would tie the amounts of two scenarios where they have as many lines, and its own volumes to them.
  const colonne = colonnes();
  const aleas = aleasDe(chiffrage, hypotheses, graineDe(graine, `${chiffrage.scenario.id} : coûts`), colonne);
  const plan = planDeTirages(chiffrage, chiffrage.tresorerie.depart, aleas, colonne);
  const couts = new Float64Array(tirages);
  const soldes = new Float64Array(tirages);
  let [deficits, negatives, insuffisantes] = [0, 0, 0];
  for (let from = 0; from < tirages; from += LOT) {
    const count = Math.min(LOT, tirages - from);
    aleas.tirer(count);
    plan.calculer();
    deficits += relever(plan, years, couts.subarray(from, from + count), soldes.subarray(from));
    negatives += sous(plan.soldeMinimum, count, 0);
    insuffisantes += sous(plan.soldeMinimum, count, admis.tresorerie);
  }
  const [solde, coutAnnuel] = [tenths(soldes), tenths(couts)];
  const { charges, ...volumes } = tirerVolumes(chiffrage, hypotheses, tirages, graine, colonne, soldes);
  const over = surcharges(charges, admis.charge + SURCHARGE_TUE);
  // Days are asked of a side that has none.
  const sansCapacite = charges.includes(Number.POSITIVE_INFINITY);
  return {
    tirages,
    graine,
    coutAnnuel,
    solde,
    probabiliteDeficit: deficits / tirages,
    probabiliteTresorerieNegative: negatives / tirages,
    probabiliteTresorerieInsuffisante: insuffisantes / tirages,
    tornade: tornadeDe(chiffrage),
    couts,
    charge: sansCapacite ? null : tenths(charges),
    probabiliteSurcharge: over / tirages,
    ...volumes,
  };
}

// The loops over the draws stand apart from what lays the scenario out, whose forms are many: V8 would make all of it again at each new one.

/** Writes the yearly cost and the balance of each draw; how many are in deficit. */
function relever(
  { depenses, recettes, couts: costed, comptes }: Pick<PlanDeTirages, 'depenses' | 'recettes' | 'couts' | 'comptes'>,
  years: number,
  couts: Colonne,
  soldes: Colonne,
): number {
  let deficits = 0;
  for (let d = 0; d < couts.length; d++) {
    const spent = depenses[d] as number;
    const balance = (recettes[d] as number) - spent;
    couts[d] = (costed[d] as number) / years;
    soldes[d] = balance;
    // What one account has over is not the other's.
    if (comptes.length === 0 ? balance < -ECART_TU * spent : manque(comptes, d)) deficits++;
  }
  return deficits;
}

/** Whether an account lacks money in a draw. */
const manque = (comptes: PlanDeTirages['comptes'], d: number): boolean =>
  comptes.some(({ depenses, recettes }) => {
    const spent = depenses[d] as number;
    return (recettes[d] as number) - spent < -ECART_TU * spent;
  });

/** How many of the first draws are below a limit. */
function sous(x: Colonne, count: number, limite: number): number {
  let below = 0;
  for (let d = 0; d < count; d++) if ((x[d] as number) < limite) below++;
  return below;
}

/** How many loads pass what is admitted. */
function surcharges(charges: Float64Array, admise: number): number {
  let over = 0;
  for (let d = 0; d < charges.length; d++) if ((charges[d] as number) > admise) over++;
  return over;
}

/** The columns that vary, and what fills them for the draws that come next: amounts of the lines and luck of the sources from one series of numbers, amounts of the sources from another. */
function aleasDe(
  { scenario, lignes, annees }: Chiffrage,
  { distribution, anneesIndependantes }: Hypotheses,
  graine: number,
  colonne: Colonnes,
): Aleas & { tirer(count: number): void } {
  const { financements } = scenario;
  const lines = tireurDe(
    lignes.map((ligne) => ({ type: distribution, ...plageDe(ligne) })),
    Math.max(1, annees),
    anneesIndependantes,
    // A wage misjudged for one post is for all.
    lignes.map(({ nature }) => (nature === 'humain' ? nature : null)),
    colonne,
  );
  const sources = tireurDe(
    financements.map((source) => ({
      type: distribution,
      ...(montantEnCroisiere(scenario, source) ?? { min: 0, mode: 0, max: 0 }),
    })),
    1,
    false,
    [],
    colonne,
  );
  const granted = seededUniforms(graine + 3);
  const step = lines.nombres + financements.length;
  const given = new Float64Array(LOT * sources.nombres);
  const [numbers, places] = [seededUniforms(graine), new Float64Array(LOT * step)];
  const obtenus = financements.map(() => colonne(1));
  const incertaines = financements.flatMap(({ probabilite: chance = 1 }, s) =>
    chance < 1 ? [{ obtenu: itemAt(obtenus, s), rang: lines.nombres + s, chance }] : [],
  );
  return {
    unitaires: lines.montants,
    obtenus,
    fixes: sources.montants.map((years) => itemAt(years, 0)),
    tirer(count) {
      numbers(places.subarray(0, count * step));
      lines.tirer(places, step);
      // Numbers that no amount is drawn by are not made.
      if (!sources.sur) {
        granted(given.subarray(0, count * sources.nombres));
        sources.tirer(given, sources.nombres);
      }
      for (const { obtenu, rang, chance } of incertaines) accorder(obtenu, places, rang, step, chance);
    },
  };
}

function accorder(into: Colonne, places: Float64Array, first: number, step: number, chance: number): void {
  for (let d = 0, at = first; d < into.length; d++, at += step) into[d] = Number((places[at] as number) < chance);
}

/** Each uncertain line alone from its lowest to its highest amount, the others at their most likely. */
function tornadeDe({ lignes, coutTotal }: Chiffrage): Simulation['tornade'] {
  const free = lignes.filter(({ suit }) => suit === null);
  // A line followed by flat-rate overheads weighs with them.
  const weight = new Map(
    free.map((ligne) => {
      const rate = lignes.reduce((sum, { suit }) => sum + (suit?.lignes.includes(ligne.id) ? suit.taux : 0), 0);
      return [ligne.id, total(ligne.facteurs) * (1 + rate)];
    }),
  );
  const times = (id: string, amount: number): number => amount * known(weight.get(id), id);
  const base = Object.fromEntries(free.map(({ id, montant }) => [id, times(id, montant.mode)]));
  const ranges = Object.fromEntries(
    free.map((ligne) => {
      const { min, max } = plageDe(ligne);
      return [ligne.id, { low: times(ligne.id, min), high: times(ligne.id, max) }];
    }),
  );
  const names = new Map(lignes.map(({ id, nom }) => [id, nom]));
  // The interest of loans is of no line that is drawn, and is in the total.
  const others = { '': coutTotal - total(Object.values(base)) };
  return sumTornado({ ...base, ...others }, ranges)
    .bars.filter(({ swing }) => swing > 0)
    .map((bar) => ({ ...bar, libelle: names.get(bar.input) ?? bar.input }));
}
