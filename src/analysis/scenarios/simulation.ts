/** Uncertainty of costs and funding by Monte Carlo: common random numbers for all scenarios, one draw an item for all the years unless the study says otherwise. */

import { sumTornado, type TornadoBar } from '../decision/tornado.js';
import { tenths } from '../incertitude/monte-carlo.js';
import { seededUniforms } from '../incertitude/random.js';
import { tireurDe } from '../incertitude/tireur.js';
import { fourchette } from '../montants.js';
import type { Chiffrage } from './chiffrage.js';
import { total } from './financement.js';
import type { Hypotheses } from './hypotheses.js';
import { planDeTirages, type Tirage } from './plan-tirages.js';
import { type TiragesVolumes, tirerVolumes } from './volumes.js';

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
const TOLERANCE = 0.005;

/** `chargeMaximale`: days asked ÷ days brought that the study admits. */
export function simuler(
  chiffrage: Chiffrage,
  hypotheses: Hypotheses,
  tirages: number,
  graine: number,
  chargeMaximale = 1,
): Simulation {
  const { scenario, lignes } = chiffrage;
  const years = Math.max(1, chiffrage.annees);
  const units = new Float64Array(lignes.length * years);
  const random = seededUniforms(graine);
  const tirer = tireurDe(
    lignes.map(({ montant }) => ({ type: hypotheses.distribution, ...montant })),
    years,
    hypotheses.anneesIndependantes,
    // A wage misjudged for one post is for all.
    lignes.map(({ nature }) => (nature === 'humain' ? nature : null)),
  );
  const fixed = new Float64Array(scenario.financements.length);
  const tirerMontants = tireurDe(
    scenario.financements.map(({ montant }) => ({
      type: hypotheses.distribution,
      ...(fourchette(montant) ?? { min: 0, mode: 0, max: 0 }),
    })),
    1,
    false,
  );
  const granted = seededUniforms(graine + 3);
  const chances = Float64Array.from(scenario.financements, ({ probabilite = 1 }) => probabilite);
  const calculer = planDeTirages(chiffrage, hypotheses.tresorerieInitiale);
  const had = new Uint8Array(chances.length);
  const luck = new Float64Array(chances.length);
  const couts = new Float64Array(tirages);
  const soldes = new Float64Array(tirages);
  const tirage: Tirage = { depenses: 0, recettes: 0, soldeMinimum: 0 };
  let [deficits, negatives] = [0, 0];
  for (let draw = 0; draw < tirages; draw++) {
    tirer(random, units);
    random(luck);
    for (let i = 0; i < luck.length; i++) had[i] = Number((luck[i] ?? 1) < (chances[i] ?? 1));
    tirerMontants(granted, fixed);
    calculer(units, had, fixed, tirage);
    const balance = tirage.recettes - tirage.depenses;
    couts[draw] = tirage.depenses / years;
    soldes[draw] = balance;
    if (balance < -TOLERANCE * tirage.depenses) deficits++;
    if (tirage.soldeMinimum < 0) negatives++;
  }
  const { charges, ...volumes } = tirerVolumes(chiffrage, hypotheses, tirages, graine);
  const over = charges.reduce((count, charge) => count + Number(charge > chargeMaximale + TOLERANCE), 0);
  return {
    tirages,
    graine,
    coutAnnuel: tenths(couts.slice()),
    solde: tenths(soldes),
    probabiliteDeficit: deficits / tirages,
    probabiliteTresorerieNegative: negatives / tirages,
    tornade: tornadeDe(lignes),
    couts,
    charge: charges.every(Number.isFinite) ? tenths(charges) : null,
    probabiliteSurcharge: over / tirages,
    ...volumes,
  };
}

/** Each uncertain line alone from its lowest to its highest amount, the others at their most likely. */
function tornadeDe(lignes: Chiffrage['lignes']): Simulation['tornade'] {
  const free = lignes.filter(({ suit }) => suit === null);
  // A line followed by flat-rate overheads weighs with them.
  const weight = new Map(
    free.map((ligne) => {
      const rate = lignes.reduce((sum, { suit }) => sum + (suit?.lignes.includes(ligne.id) ? suit.taux : 0), 0);
      return [ligne.id, total(ligne.facteurs) * (1 + rate)];
    }),
  );
  const times = (id: string, amount: number): number => amount * (weight.get(id) ?? 0);
  const base = Object.fromEntries(free.map(({ id, montant }) => [id, times(id, montant.mode)]));
  const ranges = Object.fromEntries(
    free.map(({ id, montant }) => [id, { low: times(id, montant.min), high: times(id, montant.max) }]),
  );
  const names = new Map(lignes.map(({ id, libelle }) => [id, libelle]));
  return sumTornado(base, ranges)
    .bars.filter(({ swing }) => swing > 0)
    .map((bar) => ({ ...bar, libelle: names.get(bar.input) ?? bar.input }));
}
