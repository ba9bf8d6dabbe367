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

describe('amounts of two scenarios', () => {
  /** Between −1 and 1. */
  function lien(one: Float64Array, other: Float64Array): number {
    const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [a, b] = [mean(one), mean(other)];
    const product = one.reduce((sum, value, d) => sum + (value - a) * ((other[d] ?? 0) - b), 0) / one.length;
    return product / (ecartType(one) * ecartType(other));
  }

  it('vary without a link, as the documents say, were they made of the same lines; nor with what is asked of them', () => {
    const modalites = scenario('a').modalites.map((one) => ({
      ...one,
      volume_annuel: { min: 10, mode: 40, max: 90 },
      service_rendu: true,
    }));
    const study = etudeAvecScenarios(
      ['a', 'b'].map((id) =>
        scenario(id, {
          modalites,
          moyens: {
            humains: [
              { id: 'p', profil: 'p', porteur: 'cdc', etp: 1, cout_annuel: { min: 30000, mode: 40000, max: 60000 } },
            ],
          },
        }),
      ),
    );
    const hypotheses = hypothesesDe(study);
    const [a, b] = study.scenarios.map((one) => simuler(chiffrer(study, one, hypotheses), hypotheses, 4000, 11));
    if (!a || !b) throw new Error('two scenarios expected');
    expect(Math.abs(lien(a.couts, b.couts))).toBeLessThan(0.08);
    expect(ecartType(a.services)).toBeGreaterThan(1);
    expect(Math.abs(lien(a.couts, a.services))).toBeLessThan(0.08);
  });
});
