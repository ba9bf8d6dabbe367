/** A plan longer than what it buys lasts: renewals, aids that are paid in the first years only, a service that another sells. */
import { describe, expect, it } from 'vitest';
import { type Chiffrage, chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { moisDesVersements } from '../../../src/analysis/scenarios/financement/rythmes.js';
import { hypothesesDe, seuilsDe } from '../../../src/analysis/scenarios/hypotheses.js';
import { simuler } from '../../../src/analysis/scenarios/tirages/simulation.js';
import { analyserViabilite } from '../../../src/analysis/scenarios/viabilite/viabilite.js';
import type { Scenario } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

type Bien = NonNullable<Scenario['moyens']['materiels']>[number];
type Source = Scenario['financements'][number];

const base = scenario('a', { duree_annees: 6 });
const chiffre = (rest: Partial<Scenario>): { study: ReturnType<typeof etudeAvecScenarios>; chiffrage: Chiffrage } => {
  const one = { ...base, ...rest };
  const study = etudeAvecScenarios([one], []);
  return { study, chiffrage: chiffrer(study, one, hypothesesDe(study)) };
};
const mesure = ({ chiffrage }: ReturnType<typeof chiffre>, id: Parameters<Chiffrage['indicateurs']['get']>[0]) =>
  chiffrage.indicateurs.get(id)?.valeur;

const bien = (id: string, cout: number, annee: number, amortissement?: number): Bien => ({
  id,
  libelle: id,
  porteur: 'cdc',
  cout,
  annee,
  ...(amortissement === undefined ? {} : { amortissement }),
});
const avec = (...materiels: Bien[]) => chiffre({ moyens: { ...base.moyens, materiels } });

describe('the yearly charge of what is bought', () => {
  it('leaves what a renewal replaces: the year that bears the most, and never both', () => {
    const renewed = avec(bien('camion', 54_000, 1, 3), bien('camion-2', 60_000, 4, 3));
    expect(mesure(renewed, 'dotation_amortissement')).toBe(20_000);
  });

  it('counts together what serves the same year, and land never', () => {
    const both = avec(bien('terrain', 90_000, 1), bien('batiment', 600_000, 1, 30), bien('ligne', 50_000, 2, 10));
    expect(mesure(both, 'dotation_amortissement')).toBe(25_000);
  });

  it('is that of the first years when nothing is bought again', () => {
    const worn = avec(bien('bacs', 9000, 1, 3), bien('four', 1000, 5, 10));
    expect(mesure(worn, 'dotation_amortissement')).toBe(3000);
  });
});

describe('an aid claimed once', () => {
  const aide = (annees?: number[]): Source => ({
    id: 'aide',
    financeur: 'region',
    nature: 'subvention',
    origine: 'region',
    montant: 6000,
    statut: 'sollicite',
    probabilite: 1,
    delai_versement_mois: 4,
    demandes_paiement: 'unique',
    ...(annees ? { annees } : {}),
  });
  const paidAt = (source: Source): [number, number][] => {
    const { chiffrage } = chiffre({ financements: [source] });
    return chiffrage.tresorerie.recettes.flatMap((value, month): [number, number][] =>
      value > 0 ? [[month + 1, Math.round(value)]] : [],
    );
  };

  it('is claimed when its own years end, not the plan', () => {
    expect(paidAt(aide([1]))).toEqual([[16, 6000]]);
    expect(paidAt(aide([2]))).toEqual([[28, 6000]]);
    expect(paidAt(aide([1, 2]))).toEqual([[28, 12_000]]);
    expect(paidAt(aide())).toEqual([[76, 36_000]]);
    expect(moisDesVersements({ financements: [aide([1, 2])], porteur: 'cdc' }, [[6000, 6000, 0, 0, 0, 0]])).toEqual([
      28,
    ]);
  });

  it('does so in the draws too', () => {
    const { study, chiffrage } = chiffre({
      moyens: { humains: [], materiels: [bien('m', 6000, 1)], fonctionnement: [] },
      financements: [aide([1, 2])],
    });
    const drawn = simuler(chiffrage, hypothesesDe(study), 50, 1);
    expect(drawn.probabiliteTresorerieInsuffisante).toBe(chiffrage.tresorerie.minimum.solde < 0 ? 1 : 0);
  });
});

describe('a service that an operator sells for itself', () => {
  const ventes: Source = {
    id: 'ventes',
    financeur: 'asso',
    nature: 'recette',
    origine: 'prive',
    tarif: 1000,
    modalite: 'visites',
    assiette_porteurs: ['asso'],
    statut: 'pressenti',
    probabilite: 1,
  };

  it('is paid by its customers: the operator is no funder of the plan', () => {
    const { study, chiffrage } = chiffre({ financements: [...base.financements, ventes] });
    // 9 000 € of the region out of 9 000 + 16 000 + 20 000 a year.
    expect(chiffrage.indicateurs.get('part_premier_financeur')?.valeur).toBeCloseTo(9000 / 45_000, 9);
    const { tests } = analyserViabilite(study, chiffrage, hypothesesDe(study), seuilsDe(study));
    expect(tests.find(({ id }) => id === 'dependance')?.etat).toBe('oui');
  });
});
