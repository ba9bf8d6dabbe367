/** A tax that is recovered in part costs what is not; leaving a scenario costs what its lines say, and no more. */
import { describe, expect, it } from 'vitest';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { coutDeSortie } from '../../../src/analysis/scenarios/depenses-et-charge/sortie.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import { simuler } from '../../../src/analysis/scenarios/tirages/simulation.js';
import type { Scenario } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

const costed = (rest: Partial<Scenario>) => {
  const one = scenario('a', rest);
  const study = etudeAvecScenarios([one], []);
  return { study, chiffrage: chiffrer(study, one, hypothesesDe(study)) };
};
const machine = ({ chiffrage: { lignes, montants } }: ReturnType<typeof costed>) =>
  montants[lignes.findIndex(({ id }) => id === 'machine')]?.[0];
const partielle = { coefficient: 0.4, taux: 0.2, reference: 'coefficient' };

describe('a tax that is recovered in part', () => {
  it('adds to a price without it what is not deducted, and takes from a price with it what is', () => {
    const without = costed({ regime_tva: 'redevable', deduction_tva: partielle });
    expect(machine(without)).toBeCloseTo(6000 * (1 + 0.2 * 0.6), 9);
    const within = costed({ regime_tva: 'redevable', montants: 'ttc', deduction_tva: partielle });
    expect(machine(within)).toBeCloseTo((6000 / 1.2) * 1.12, 9);
    expect(machine(costed({}))).toBe(6000);
  });

  it('is at the rate of the line that has one, and weighs on no wage nor on what follows the wages', () => {
    const { moyens } = scenario('a');
    const own = costed({
      regime_tva: 'redevable',
      deduction_tva: partielle,
      moyens: { ...moyens, materiels: (moyens.materiels ?? []).map((bien) => ({ ...bien, taux_tva: 0 })) },
    });
    expect(own.chiffrage.coutTotal).toBe(costed({}).chiffrage.coutTotal);
  });

  it('is the same in the draws', () => {
    const { study, chiffrage } = costed({ regime_tva: 'redevable', deduction_tva: partielle });
    const drawn = simuler(chiffrage, hypothesesDe(study), 50, 1);
    expect(drawn.coutAnnuel.p50).toBeCloseTo(chiffrage.coutTotal / chiffrage.annees, 6);
  });
});

describe('the cost of leaving', () => {
  it('is the sum of its lines, and is in no budget; nothing where nothing is told', () => {
    const told = costed({
      cout_de_sortie: [
        { id: 'bail', libelle: 'Congé du bail', nature: 'bail', montant: 4000 },
        { id: 'depart', libelle: 'Indemnité', nature: 'personnel', montant: { min: 2000, mode: 3000, max: 5000 } },
      ],
    });
    expect(coutDeSortie(told.chiffrage)).toBe(7000);
    expect(told.chiffrage.coutTotal).toBe(costed({}).chiffrage.coutTotal);
    expect(coutDeSortie(costed({}).chiffrage)).toBeNull();
    expect(coutDeSortie(costed({ cout_de_sortie: [] }).chiffrage)).toBeNull();
  });
});
