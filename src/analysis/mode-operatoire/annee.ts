/** The year of experimentation: the first year of the scenario, its expenses following the season. */
import type { Study } from '../../study/study.js';
import type { Chiffrage } from '../scenarios/chiffrage.js';
import { hypothesesDe } from '../scenarios/hypotheses.js';

const MOIS = 12;

export interface MoisAnnee {
  /** « septembre 2018 » is month 1; ISO month. */
  mois: string;
  depenses: number;
  recettes: number;
  solde: number;
}

export interface Annee {
  depenses: number;
  recettes: number;
  /** Receipts of the year that come after its end, in euros. */
  resteARecevoir: number;
  mois: MoisAnnee[];
  minimum: { solde: number; mois: string } | null;
  soldeInitial: number;
}

/** `debut` is the month of the first expense (AAAA-MM). */
export function anneeDe({ mode_operatoire: mode, ...study }: Study, chiffrage: Chiffrage, debut: string): Annee {
  const { lignes, montants, recettes, scenario } = chiffrage;
  const given = mode?.tresorerie?.saisonnalite;
  const shares = given?.length === MOIS ? given : Array.from({ length: MOIS }, () => 1 / MOIS);
  const whole = shares.reduce((sum, share) => sum + share, 0) || 1;
  const initial =
    mode?.tresorerie?.solde_initial ?? hypothesesDe({ ...study, mode_operatoire: mode }).tresorerieInitiale;
  const first = (rows: readonly (readonly number[])[]): number => rows.reduce((sum, row) => sum + (row[0] ?? 0), 0);
  const [year = 0, month = 1] = debut.split('-').map(Number);
  let solde = initial;
  const mois = shares.map((share, m): MoisAnnee => {
    const depenses = lignes.reduce((sum, { section }, i) => {
      const amount = montants[i]?.[0] ?? 0;
      return sum + (section === 'investissement' ? (m === 0 ? amount : 0) : (amount * share) / whole);
    }, 0);
    const received = scenario.financements.reduce((sum, source, s) => {
      const amount = recettes[s]?.[0] ?? 0;
      const { acompte = 0, delai_versement_mois: delai = 0 } = source;
      const late = m - Math.round(delai);
      return sum + (m === 0 ? amount * acompte : 0) + (late >= 0 ? (amount * (1 - acompte)) / MOIS : 0);
    }, 0);
    solde += received - depenses;
    const date = new Date(Date.UTC(year, month - 1 + m, 1)).toISOString().slice(0, 7);
    return { mois: date, depenses, recettes: received, solde };
  });
  const lowest = mois.reduce<MoisAnnee | null>((low, one) => (low === null || one.solde < low.solde ? one : low), null);
  const total = first(recettes);
  return {
    depenses: first(montants),
    recettes: total,
    resteARecevoir: total - mois.reduce((sum, { recettes: value }) => sum + value, 0),
    mois,
    minimum: lowest && { solde: lowest.solde, mois: lowest.mois },
    soldeInitial: initial,
  };
}
