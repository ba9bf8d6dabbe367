/** Everything that is computed on one scenario with its most likely amounts. */
import type { Study } from '../../study/study.js';
import type { Scenario } from '../../study/types.gen.js';
import { type Charge, chargeDe } from './charge.js';
import { type CouvertureScenario, couvertureFonctions } from './couverture.js';
import { type LigneDepense, lignesDepenses, montantsAnnuels, type Nature } from './depenses.js';
import { concentration, recettesAnnuelles, total } from './financement.js';
import type { Hypotheses } from './hypotheses.js';
import type { Indicateur } from './indicateurs.js';
import { indicateursCouts } from './indicateurs-couts.js';
import { indicateursService } from './indicateurs-service.js';
import { type Tresorerie, tresorerie } from './tresorerie.js';

export interface Chiffrage {
  scenario: Scenario;
  lignes: LigneDepense[];
  /** Euros by line and year. */
  montants: number[][];
  /** Euros by source and year. */
  recettes: number[][];
  depensesAnnuelles: number[];
  /** Euros over the years, by nature and by bearer (id of actor). */
  parNature: Partial<Record<Nature, number>>;
  parPorteur: Record<string, number>;
  recettesTotales: number;
  tresorerie: Tresorerie;
  charge: Charge;
  couverture: CouvertureScenario;
  /** Funders by falling share. */
  financeurs: { financeur: string; part: number }[];
  indicateurs: ReadonlyMap<string, Indicateur>;
}

const sums = (rows: readonly (readonly number[])[], years: number): number[] =>
  Array.from({ length: years }, (_, year) => rows.reduce((sum, row) => sum + (row[year] ?? 0), 0));

/** Sums by key. */
function groupe<K extends string>(pairs: readonly (readonly [K, number])[]): Record<K, number> {
  const sums = {} as Record<K, number>;
  for (const [key, amount] of pairs) sums[key] = (sums[key] ?? 0) + amount;
  return sums;
}

export function chiffrer(study: Study, scenario: Scenario, hypotheses: Hypotheses): Chiffrage {
  const lignes = lignesDepenses(study, scenario, hypotheses);
  const montants = montantsAnnuels(lignes);
  const recettes = recettesAnnuelles(scenario.financements, lignes, montants);
  const years = montants[0]?.length ?? 0;
  const { parts, herfindahl } = concentration(scenario.financements, recettes);
  const cash = tresorerie(lignes, montants, scenario.financements, recettes, hypotheses.tresorerieInitiale);
  const base = {
    scenario,
    lignes,
    montants,
    recettes,
    depensesAnnuelles: sums(montants, years),
    parNature: groupe(lignes.map(({ nature }, i) => [nature, total(montants[i] ?? [])])),
    parPorteur: groupe(lignes.map(({ porteur }, i) => [porteur, total(montants[i] ?? [])])),
    recettesTotales: recettes.reduce((sum, row) => sum + total(row), 0),
    tresorerie: cash,
    charge: chargeDe(scenario, hypotheses),
    couverture: couvertureFonctions(study, scenario),
    financeurs: parts,
  };
  const list = [...indicateursCouts(study, base, herfindahl, hypotheses), ...indicateursService(study, base)];
  return { ...base, indicateurs: new Map(list.map((indicateur) => [indicateur.id, indicateur])) };
}
