/** Weights that are shares of 100, of criteria and of priorities: another total is told, with that total. */
import { expect, it } from 'vitest';
import { poidsCriteres, poidsPriorites } from '../../../src/study/rules/contrat.js';
import type { Rule } from '../../../src/study/rules/rule.js';
import type { Study } from '../../../src/study/study.js';
import { etude } from '../../analysis/small-study.js';

const told = (rule: Rule, study: object): string[] => {
  const found: string[] = [];
  rule({ ...etude(), ...study } as unknown as Study, (_code, path, message) => found.push(`${path} ${message}`));
  return found;
};
const priorites = (...[importance, non_couvert, capacite, cadre, eligibilite]: number[]) => ({
  priorites: { poids: { importance, non_couvert, capacite, cadre, eligibilite } },
});
const criteres = (...poids: number[]) => ({ criteres: { criteres: poids.map((one) => ({ poids: one })) } });

it('of priorities', () => {
  expect(told(poidsPriorites, priorites(45, 25, 15, 15, 10))).toEqual([
    'priorites/poids les poids des priorités font 110 ; ils devraient faire 100. Ils seront ramenés à 100 en proportion.',
  ]);
  expect(told(poidsPriorites, priorites(35, 25, 15, 15, 10))).toEqual([]);
  // A few points are no shares of 100.
  expect(told(poidsPriorites, priorites(2, 1, 1, 1, 1))).toEqual([]);
  expect(told(poidsPriorites, {})).toEqual([]);
});

it('of criteria, as parts of 100 or of 1', () => {
  expect(told(poidsCriteres, criteres(60, 50))).toEqual([
    'criteres/criteres les poids des critères font 110 ; ils devraient faire 100. Ils seront ramenés à 100 en proportion.',
  ]);
  expect(told(poidsCriteres, criteres(60, 40))).toEqual([]);
  expect(told(poidsCriteres, criteres(0.6, 0.4))).toEqual([]);
});
