/** What the draws share and what they do not: a seed for each name, one luck for the wages of all the posts. */
import { describe, expect, it } from 'vitest';
import { graineDe } from '../../../src/analysis/incertitude/random.js';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import { simuler } from '../../../src/analysis/scenarios/tirages/simulation.js';
import type { Scenario } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

describe('the seed of a name', () => {
  // Published values of FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('%j', (nom, hash) => {
    expect(graineDe(0, nom)).toBe(hash);
    expect(graineDe(1, nom)).toBe((hash + 1) >>> 0);
  });
});

const ecartType = (values: Float64Array): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

/** Costs of a year drawn for a scenario that has these lines alone. */
function coutsDe(moyens: Scenario['moyens']): Float64Array {
  const study = etudeAvecScenarios([scenario('a', { duree_annees: 1, moyens, financements: [], outils: [] })]);
  const [only] = study.scenarios;
  if (!only) throw new Error('a scenario expected');
  const hypotheses = hypothesesDe(study);
  return simuler(chiffrer(study, only, hypotheses), hypotheses, 4000, 11).couts;
}

describe('amounts of one scenario', () => {
  const poste = (id: string, factor: number) => ({
    id,
    profil: id,
    porteur: 'cdc',
    etp: 1,
    cout_annuel: { min: 30000 * factor, mode: 40000 * factor, max: 60000 * factor },
  });
  const frais = (id: string, factor: number) => ({
    id,
    libelle: id,
    porteur: 'cdc',
    cout_annuel: { min: 30000 * factor, mode: 40000 * factor, max: 60000 * factor },
  });

  it('wages are misjudged together: two posts spread as one of twice their cost', () => {
    const together = ecartType(coutsDe({ humains: [poste('a', 1), poste('b', 1)] }));
    const one = ecartType(coutsDe({ humains: [poste('a', 2)] }));
    expect(together / one).toBeCloseTo(1, 1);
  });

  it('other expenses are not: two spread as one of twice their cost, divided by the root of two', () => {
    const apart = ecartType(coutsDe({ humains: [], fonctionnement: [frais('a', 1), frais('b', 1)] }));
    const one = ecartType(coutsDe({ humains: [], fonctionnement: [frais('a', 2)] }));
    expect(apart / one).toBeCloseTo(Math.SQRT1_2, 1);
  });
});
