/** The first year of the scenario, and its cash until the receipts of that year have come: the figures are those of the scenario. */

import { cellAt, numberAt } from '../../lists/at.js';
import type { ModeOperatoire, Scenario } from '../../study/types.gen.js';
import { MOIS_PAR_AN } from '../../texte/dates.js';
import { type Chiffrage, recettesInscrites } from '../scenarios/chiffrage.js';
import { encaissee } from '../scenarios/financement/caisse-du-porteur.js';
import { partDesAchats, periodeDe } from '../scenarios/financement/regles-aides.js';

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
  /** Entered in the year: the VAT given back is so in that of its payment. */
  recettes: number;
  /** Receipts of the year weighted by the chance of each, in euros. */
  recettesProbables: number;
  /** Expenses of the year, the annuities of each loan weighted by the chance to have it, in euros. */
  depensesProbables: number;
  /** From the first expense to the later of: the end of the year, the last receipt of the year, the lowest balance. */
  mois: MoisAnnee[];
  /** Lowest end of month over the whole plan of the scenario. */
  minimum: { solde: number; mois: string };
  /** Last month in which a receipt of the first year comes. */
  derniereRecette: string;
  /** The same among those that the year enters: the VAT given back comes later, and is entered then. */
  derniereInscrite: string;
  soldeInitial: number;
  /** Last month of the plan of the scenario, when its last receipt is in, and its balance. */
  fin: { solde: number; mois: string };
  /** What the overdrafts of the whole plan would cost, in euros: interest that no line of the budget holds. Null without a rate, or under half a euro. */
  interets: number | null;
  /** First of these months whose expenses are those of the second year (AAAA-MM); null when all are of the first, or the second spends nothing. */
  deuxiemeAnnee: string | null;
}

function interetsDe({ indicateurs }: Chiffrage): number | null {
  const cost = indicateurs.get('cout_ligne_tresorerie')?.valeur;
  return typeof cost === 'number' && cost > 0.5 ? cost : null;
}

/** Month of the first expense (AAAA-MM): that of the experimentation, or of the scenario, or else of the document. */
export function premierMois({ experimentation }: ModeOperatoire, { demarrage }: Scenario, date: string): string {
  const start = (experimentation?.debut ?? demarrage ?? date).slice(0, 7);
  return start.length === 7 ? start : `${start}-01`;
}

/** `debut` is the month of the first expense (AAAA-MM). */
export function anneeDe(chiffrage: Chiffrage, debut: string): Annee {
  const { annees, lignes, montants, recettes, scenario, tresorerie } = chiffrage;
  const [year = 0, month = 1] = debut.split('-').map(Number);
  const nom = (m: number): string => new Date(Date.UTC(year, month - 1 + m, 1)).toISOString().slice(0, 7);
  const of = (rows: readonly (readonly number[])[], y: number): number[] => rows.map((row) => numberAt(row, y));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const opened = of(recettes, 0);
  const entered = of(recettesInscrites(chiffrage), 0);
  const lastOf = (amounts: readonly number[]): number =>
    scenario.financements.reduce((latest, source, i) => {
      const period = periodeDe(source, annees);
      // What pays for purchases alone is asked for whole with the first claim of the year.
      const bought = partDesAchats(source, lignes, scenario.porteur, (line) => cellAt(montants, line, 0)) >= 1;
      const claim = bought ? period : Math.max(MOIS_PAR_AN, period);
      return amounts[i] && encaissee(source, scenario.porteur)
        ? Math.max(latest, claim - 1 + Math.round(source.delai_versement_mois ?? 0))
        : latest;
    }, MOIS_PAR_AN - 1);
  const last = lastOf(opened);
  const length = Math.min(tresorerie.soldes.length, Math.max(MOIS_PAR_AN, last + 1, tresorerie.minimum.mois));
  const mois = tresorerie.soldes.slice(0, length).map(
    (solde, m): MoisAnnee => ({
      mois: nom(m),
      depenses: numberAt(tresorerie.depenses, m),
      recettes: numberAt(tresorerie.recettes, m),
      solde,
    }),
  );
  const spendsAgain = annees > 1 && sum(of(montants, 1)) > 0;
  const spent = sum(of(montants, 0));
  /** What a loan that is not had would not ask. */
  const spared = lignes.map(({ dette }, i) =>
    dette ? (1 - (scenario.financements[dette.s]?.probabilite ?? 1)) * cellAt(montants, i, 0) : 0,
  );
  return {
    depenses: spent,
    depensesProbables: spent - sum(spared),
    recettes: sum(entered),
    recettesProbables: sum(scenario.financements.map(({ probabilite = 1 }, i) => numberAt(entered, i) * probabilite)),
    mois,
    minimum: { solde: tresorerie.minimum.solde, mois: nom(Math.max(0, tresorerie.minimum.mois - 1)) },
    derniereRecette: nom(Math.min(last, length - 1)),
    derniereInscrite: nom(Math.min(lastOf(entered), length - 1)),
    soldeInitial: tresorerie.depart,
    fin: {
      solde: tresorerie.soldes.at(-1) ?? tresorerie.depart,
      mois: nom(Math.max(0, tresorerie.soldes.length - 1)),
    },
    interets: interetsDe(chiffrage),
    deuxiemeAnnee: spendsAgain ? (mois[MOIS_PAR_AN]?.mois ?? null) : null,
  };
}
