/** A price or an amount that grows each year: a plan of ten years whose costs alone rise would sell at a loss that nobody chose. */
import { describe, expect, it } from 'vitest';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import { simuler } from '../../../src/analysis/scenarios/tirages/simulation.js';
import { suiventLeVolume } from '../../../src/exhibits/scenarios/par-unite.js';
import type { Scenario } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

type Source = Scenario['financements'][number];

const ventes = (rest: Partial<Source> = {}): Source => ({
  id: 'ventes',
  libelle: 'Ventes',
  nature: 'recette',
  origine: 'prive',
  tarif: 1000,
  modalite: 'visites',
  statut: 'pressenti',
  probabilite: 1,
  evolution_annuelle: 0.1,
  ...rest,
});
const base = scenario('a', { duree_annees: 3, montee_en_charge: [0.5, 1] });
const costed = (source: Source) => {
  const one = { ...base, financements: [source] };
  const study = etudeAvecScenarios([one], []);
  return { one, study, chiffrage: chiffrer(study, one, hypothesesDe(study)) };
};
const euros = (source: Source): number[] =>
  (costed(source).chiffrage.recettes[0] ?? []).map((value) => Math.round(value * 100) / 100);

describe('a receipt that grows each year', () => {
  it('does so from its second year, on its price and the share of its volume', () => {
    expect(euros(ventes())).toEqual([10_000, 22_000, 24_200]);
    expect(euros(ventes({ evolution_annuelle: 0 }))).toEqual([10_000, 20_000, 20_000]);
  });

  it('does so on an amount, a part of a year too, and under its ceiling', () => {
    const { tarif: _, modalite: __, ...amount } = ventes({ montant: 6000 });
    expect(euros(amount)).toEqual([6000, 6600, 7260]);
    expect(euros({ ...amount, plafond: 7000 })).toEqual([6000, 6600, 7000]);
    expect(euros({ ...amount, annees: [2, 3] })).toEqual([0, 6600, 7260]);
  });

  it('is drawn as it is costed', () => {
    const { study, chiffrage } = costed(ventes());
    const { solde } = simuler(chiffrage, hypothesesDe(study), 20, 1);
    const [received = [], ...rest] = chiffrage.recettes;
    const spent = chiffrage.depensesAnnuelles.reduce((sum, value) => sum + value, 0);
    expect(rest).toEqual([]);
    expect(solde.p50).toBeCloseTo(received.reduce((sum, value) => sum + value, 0) - spent, 6);
  });

  it('is said beside its price', () => {
    const told = suiventLeVolume(costed(ventes()).one, 3, (id) => id)?.replace(/\s/g, ' ');
    expect(told).toContain('ventes (1 000 € par visite, puis 10 % de plus chaque année)');
    const less = suiventLeVolume(costed(ventes({ evolution_annuelle: -0.015 })).one, 3, (id) => id);
    expect(less?.replace(/\s/g, ' ')).toContain('(1 000 € par visite, puis 1,5 % de moins chaque année)');
    expect(suiventLeVolume(costed(ventes({ evolution_annuelle: 0 })).one, 3, (id) => id)).not.toContain('chaque année');
  });
});
