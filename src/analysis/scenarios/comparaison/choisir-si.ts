/**
 * What one would have to hold for important to choose each scenario: read in the weightings that put it first, drawn without preferring any. A criterion is
 * a reason to choose only whom it puts first: those who hold it for important alone would else choose another.
 */
import { group } from 'd3-array';
import { cellAt } from '../../../lists/at.js';
import { accord, enumerer } from '../../../texte/accords.js';
import { ordre } from '../../../texte/ordre.js';
import type { Evaluation } from './evaluation.js';

/** Share of the weight above an even one from which a criterion tells a choice. */
const SENSIBLE = 0.02;
const AU_PLUS = 2;

export interface ChoixSelonPoids {
  scenario: number;
  /** Labels of the criteria, the weightiest first. */
  criteres: string[];
}

/** A scenario that no weighting puts first, or that is first on no criterion to which its weightings lean, has no line. */
export function choixSelonPoids({
  smaa: { centralWeights },
  criteres,
  mesures,
}: Pick<Evaluation, 'smaa' | 'criteres' | 'mesures'>): ChoixSelonPoids[] {
  const egal = 1 / Math.max(1, criteres.length);
  const enTete = (scenario: number, j: number): boolean => {
    const own = cellAt(mesures, scenario, j);
    return mesures.every((_, i) =>
      criteres[j]?.sens === 'min' ? cellAt(mesures, i, j) >= own : cellAt(mesures, i, j) <= own,
    );
  };
  return centralWeights.flatMap((own, scenario): ChoixSelonPoids[] => {
    if (own === null) return [];
    const leaning = criteres
      .map(({ libelle }, j) => ({ libelle, plus: cellAt([own], 0, j) - egal, tete: enTete(scenario, j) }))
      .filter(({ plus, tete }) => plus >= SENSIBLE && tete)
      .sort((a, b) => b.plus - a.plus)
      .slice(0, AU_PLUS)
      .map(({ libelle }) => libelle);
    return leaning.length === 0 ? [] : [{ scenario, criteres: leaning }];
  });
}

/** « Choisir « A » si « X » et « Y » comptent d’abord ; « B » ou « C » si « Z » compte d’abord. »; null where they cannot be told apart so. */
export function choisirSi(found: readonly ChoixSelonPoids[], nom: (scenario: number) => string): string | null {
  const groups = [...group(found, ({ criteres }) => [...criteres].sort(ordre).join('\n')).values()];
  if (groups.length < 2) return null;
  const each = groups.map((same) => {
    const { criteres = [] } = same[0] ?? {};
    const whom = enumerer(
      same.map(({ scenario }) => `« ${nom(scenario)} »`),
      'ou',
    );
    return `${whom} si ${enumerer(criteres.map((one) => `« ${one} »`))} ${accord(criteres.length, 'compte', 'comptent')} d’abord`;
  });
  return `Choisir ${each.join(' ; ')}.`;
}
