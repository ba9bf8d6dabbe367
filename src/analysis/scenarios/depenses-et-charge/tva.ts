/** The tax that a bearer recovers only in part: what it does not deduct is a cost of each purchase. */
import type { Scenario } from '../../../study/types.gen.js';
import { divise, type Formule, fois, moins, plus, UN, ZERO } from '../../formules/formule.js';
import type { Modele } from '../../formules/modele.js';
import type { Cles } from '../cles.js';

export interface Taxe {
  taux: number;
  /** Share of it that is recovered, from 0 to 1. */
  coefficient: number;
  /** Whether the amounts that are written comprise it. */
  incluse: boolean;
  /** Path in the study of the coefficient. */
  chemin: string;
}

type Deduction = Pick<Scenario, 'id' | 'deduction_tva' | 'montants' | 'regime_tva'>;

/** Whether the amounts of a scenario comprise the tax; one that is liable to it gives them without, unless it says otherwise. */
const taxeIncluse = ({ montants, regime_tva: regime }: Pick<Scenario, 'montants' | 'regime_tva'>): boolean =>
  (montants ?? (regime === 'redevable' ? 'ht' : 'ttc')) === 'ttc';

/** The tax of an expense, at its own rate or at that of all; null where all of it is recovered or none, and for what bears none. */
export function taxeDe(scenario: Deduction, own: number | undefined): Taxe | null {
  const { deduction_tva: told } = scenario;
  if (!told) return null;
  const taux = own ?? told.taux;
  return taux === 0
    ? null
    : {
        taux,
        coefficient: told.coefficient,
        incluse: taxeIncluse(scenario),
        chemin: `scenarios/${scenario.id}/deduction_tva/coefficient`,
      };
}

/** What is paid in the end for one euro that is written: the price without the tax, and the part of it that is not recovered. */
export function aPayer({ taux, coefficient, incluse }: Taxe): number {
  const kept = 1 + taux * (1 - coefficient);
  return incluse ? kept / (1 + taux) : kept;
}

/** The same as a formula. */
export function partAPayer(taux: Formule, coefficient: Formule, incluse: boolean): Formule {
  const kept = plus(UN, fois(taux, moins(UN, coefficient)));
  return incluse ? divise(kept, plus(UN, taux), ZERO) : kept;
}

/** One coefficient for all the lines of a scenario, where there is one. */
export function poserCoefficient(m: Modele, k: Cles, lignes: readonly { tva?: Taxe | null }[]): void {
  const taxed = lignes.find(({ tva }) => tva)?.tva;
  if (taxed)
    m.entree(k.total('coefficient_tva'), taxed.coefficient, {
      libelle: 'coefficient de déduction de la TVA',
      unite: 'part',
      chemin: taxed.chemin,
    });
}
