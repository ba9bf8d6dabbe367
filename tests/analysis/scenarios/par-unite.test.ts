/** A cost by unit follows the volume of its modality, in the share that each year reaches. */
import { describe, expect, it } from 'vitest';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import { analyserScenarios } from '../../../src/analysis/scenarios/index.js';
import { simuler } from '../../../src/analysis/scenarios/tirages/simulation.js';
import { renvoiInconnu } from '../../../src/study/rules/renvois.js';
import type { Study } from '../../../src/study/study.js';
import type { Scenario } from '../../../src/study/types.gen.js';
import { nombreFr } from '../../../src/texte/nombres.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

type Fonctionnement = NonNullable<Scenario['moyens']['fonctionnement']>[number];
const base = scenario('a');
const [modalite] = base.modalites;
if (!modalite) throw new Error('a modality expected');

const avec = (
  ligne: Partial<Fonctionnement>,
  volume: Scenario['modalites'][number]['volume_annuel'],
  rest: Partial<Scenario> = {},
) => {
  const one = scenario('a', {
    duree_annees: 3,
    montee_en_charge: [0.5, 0.8, 1],
    modalites: [{ ...modalite, id: 'repas', unite: 'repas', volume_annuel: volume }],
    moyens: {
      humains: [],
      fonctionnement: [{ id: 'denrees', libelle: 'Denrées', porteur: base.porteur, ...ligne } as Fonctionnement],
    },
    outils: [],
    ...rest,
  });
  const study = etudeAvecScenarios([one], [], { hypotheses: { evolution_annuelle: 0.1, tirages: 200 } });
  return { study, one, chiffrage: chiffrer(study, one, hypothesesDe(study)) };
};
const denrees = ({ chiffrage: { lignes, montants } }: ReturnType<typeof avec>) =>
  montants[lignes.findIndex(({ id }) => id === 'denrees')];

describe('a cost by unit', () => {
  it('is the unit × the volume × the share that the year reaches, and grows as the other costs do', () => {
    const told = denrees(avec({ cout_unitaire: 3, modalite: 'repas' }, 1000));
    for (const [year, euros] of [1500, 2400 * 1.1, 3000 * 1.21].entries()) expect(told?.[year]).toBeCloseTo(euros, 9);
  });

  it('is spent in its years alone', () => {
    expect(denrees(avec({ cout_unitaire: 3, modalite: 'repas', annees: [2] }, 1000))).toEqual(
      [0, 2400 * 1.1, 0].map((n) => expect.closeTo(n, 9)),
    );
  });

  it('is drawn with its volume: the least of few, the most of many', () => {
    const { study, chiffrage } = avec(
      { cout_unitaire: { min: 2, mode: 3, max: 5 }, modalite: 'repas' },
      { min: 500, mode: 1000, max: 1200 },
    );
    const { couts, tornade } = simuler(chiffrage, hypothesesDe(study), 2000, 1);
    const [share, years] = [0.5 + 0.8 * 1.1 + 1.21, 3];
    const [low, high] = [(2 * 500 * share) / years, (5 * 1200 * share) / years];
    expect(Math.min(...couts)).toBeGreaterThanOrEqual(low);
    expect(Math.max(...couts)).toBeLessThanOrEqual(high);
    // Below what a thousand meals would cost at the least, and beyond what they would at the most.
    expect(Math.min(...couts)).toBeLessThan((2 * 1000 * share) / years);
    expect(tornade.map(({ low: from, high: to }) => [from, to])).toEqual([
      [expect.closeTo(low * years, 6), expect.closeTo(high * years, 6)],
    ]);
  });

  it('costs the same in the draws as in the budget where nothing is uncertain', () => {
    const { study, chiffrage } = avec({ cout_unitaire: 3, modalite: 'repas' }, 1000);
    expect(simuler(chiffrage, hypothesesDe(study), 50, 1).coutAnnuel.p50).toBeCloseTo(chiffrage.coutTotal / 3, 6);
  });

  it('names a modality of its scenario', () => {
    const told: string[] = [];
    const { one } = avec({ cout_unitaire: 3, modalite: 'repsa' }, 1000);
    renvoiInconnu({ scenarios: [one] }, (code, path) => told.push(`${code} ${path}`));
    expect(told).toEqual(['reference-inconnue scenarios/a/moyens/fonctionnement/denrees/modalite']);
  });
});

it('is quoted with its cents where a calculation is explained', () => {
  const { chiffrage } = avec({ cout_unitaire: 0.45, modalite: 'repas' }, 1000, {
    financements: [{ id: 'ventes', nature: 'recette', tarif: 1.2, modalite: 'repas', statut: 'pressenti' }],
  });
  const inputs = [...chiffrage.indicateurs.values()].flatMap(({ entrees }) => entrees);
  expect(inputs.find(({ libelle }) => libelle === 'coût unitaire de « Denrées »')?.valeur).toBe('0,45\u00a0€/repas');
  expect(inputs.filter(({ libelle }) => libelle.startsWith('montant de « Denrées »'))).toEqual([]);
});

describe('a receipt by unit', () => {
  const ventes = {
    id: 'ventes',
    libelle: 'Ventes',
    nature: 'recette' as const,
    tarif: 6,
    modalite: 'repas',
    statut: 'pressenti' as const,
  };
  const sold = (volume: Scenario['modalites'][number]['volume_annuel'], rest: object = {}) =>
    avec({ cout_annuel: 100 }, volume, { financements: [{ ...ventes, ...rest }] });

  it('is the price × the volume × the share that the year reaches, and does not grow', () => {
    expect(sold(1000).chiffrage.recettes).toEqual([[3000, 4800, 6000].map((n) => expect.closeTo(n, 9))]);
    expect(sold(1000, { annees: [3] }).chiffrage.recettesTotales).toBeCloseTo(6000, 9);
    expect(sold(1000, { plafond: 4000 }).chiffrage.recettes).toEqual([
      [3000, 4000, 4000].map((n) => expect.closeTo(n, 9)),
    ]);
  });

  it('is less in the draws when fewer come, as its costs are', () => {
    const { study, chiffrage } = sold({ min: 0, mode: 1000, max: 1000 });
    const { solde } = simuler(chiffrage, hypothesesDe(study), 2000, 1);
    expect(solde.p10).toBeLessThan(solde.p50);
    expect(solde.p90).toBeLessThan(chiffrage.recettesTotales - chiffrage.depensesTotales);
  });

  it('names a modality of its scenario', () => {
    const told: string[] = [];
    renvoiInconnu({ scenarios: [sold(1000, { modalite: 'repsa' }).one] }, (code, path) => told.push(`${code} ${path}`));
    expect(told).toEqual(['reference-inconnue scenarios/a/financements/ventes/modalite']);
  });
});

describe('a demand that rises', () => {
  const motif = (rest: Partial<Scenario>) => {
    const { study, one } = avec({ cout_unitaire: 3, modalite: 'repas' }, 1000, rest);
    const criteres = {
      ...study.criteres,
      viabilite: { epreuves: [{ id: 'hausse', libelle: 'Demande', type: 'hausse-demande', valeur: 0.5 }] },
    };
    const [found] = analyserScenarios({ ...study, criteres } as Study).scenarios;
    const [trial] = found?.viabilite.epreuves ?? [];
    return { chiffrage: chiffrer(study, one, hypothesesDe(study)), ...trial };
  };
  const share = 0.5 + 0.8 * 1.1 + 1.21;

  it('costs what its units cost, and the trial says what is left', () => {
    const { motif: told = '' } = motif({ financements: [] });
    const spent = Math.round(3 * 1000 * share);
    expect(told.replace(/\s/g, ' ')).toContain(
      `solde sur 3 ans : −${nombreFr(Math.round(4500 * share)).replace(/\s/g, ' ')} €, −${nombreFr(spent).replace(/\s/g, ' ')} € au volume prévu`,
    );
  });

  it('says nothing of money where nothing follows the volume', () => {
    expect(motif({ moyens: { humains: [] }, financements: [] }).motif).not.toContain('solde');
  });
});
