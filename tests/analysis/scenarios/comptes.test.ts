/** A delegation by hand: the bearer pays and owes, an operator sells for itself, and they give one another money. */
import { describe, expect, it } from 'vitest';
import { exercicesDe } from '../../../src/analysis/mode-operatoire/exercices.js';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { soldeMinimumAvec } from '../../../src/analysis/scenarios/chiffrage-eprouve.js';
import { comptesParAn } from '../../../src/analysis/scenarios/financement/comptes.js';
import { seuilsDeVente } from '../../../src/analysis/scenarios/financement/seuil-de-vente.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import { simuler } from '../../../src/analysis/scenarios/tirages/simulation.js';
import type { ModeOperatoire, Scenario } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

/**
 * Over two years without growth. Bearer: a post of 20 000 a year, compensation of 8 000 then 8 800, a fee of 3 000, own funds of 26 000. Operator: staff of 40 000
 * a year, sales of 35 000, the compensation, the fee.
 */
const delegation = (rest: Partial<Scenario> = {}): Scenario =>
  scenario('a', {
    forme_juridique: 'delegation',
    moyens: {
      humains: [
        { id: 'controle', profil: 'Contrôle', porteur: 'cdc', etp: 0.5, cout_annuel: 40_000 },
        { id: 'equipe', profil: 'Équipe', porteur: 'mare', etp: 1, cout_annuel: 40_000 },
      ],
    },
    financements: [
      {
        id: 'ventes',
        financeur: 'mare',
        nature: 'recette',
        montant: 35_000,
        assiette_porteurs: ['mare'],
        statut: 'acquis',
      },
      { id: 'fonds', financeur: 'cdc', nature: 'autofinancement', montant: 26_000, statut: 'acquis' },
    ],
    transferts: [
      { id: 'compensation', libelle: 'Compensation', de: 'cdc', a: 'mare', montant: 8000, evolution_annuelle: 0.1 },
      { id: 'redevance', libelle: 'Redevance', de: 'mare', a: 'cdc', montant: 3000 },
    ],
    ...rest,
  });
const calcule = (rest: Partial<Scenario> = {}) => {
  const study = etudeAvecScenarios([delegation(rest)]);
  return { study, c: chiffrer(study, delegation(rest), hypothesesDe(study)) };
};
const mesure = (c: ReturnType<typeof calcule>['c'], id: string) =>
  [...c.indicateurs.values()].find((one) => one.id === id)?.valeur;

describe('the accounts of a scenario', () => {
  it('count a transfer in each of two accounts, and in no cost nor receipt of the whole', () => {
    const { c } = calcule();
    expect([c.coutTotal, c.recettesTotales]).toEqual([120_000, 122_000]);
    const [bearer, operator, ...none] = comptesParAn(c);
    expect(none).toEqual([]);
    expect(bearer).toMatchObject({
      titulaires: ['cdc'],
      depenses: [20_000, 20_000],
      verses: [8000, 8800],
      recettes: [26_000, 26_000],
      recus: [3000, 3000],
    });
    expect(bearer?.soldes.map(Math.round)).toEqual([1000, 200]);
    expect(operator).toMatchObject({ titulaires: ['mare'], depenses: [40_000, 40_000], verses: [3000, 3000] });
    expect(operator?.soldes.map(Math.round)).toEqual([0, 800]);
    // 20 000 + 8 000 − 3 000, then 25 800, of the bearer alone.
    expect(mesure(c, 'reste_a_charge_annuel')).toBeCloseTo(25_400, 6);
  });

  it('are judged one by one: what the bearer has over does not pay what the operator lacks', () => {
    const own = {
      id: 'fonds',
      financeur: 'cdc',
      nature: 'autofinancement',
      montant: 60_000,
      statut: 'acquis',
    } as const;
    const [ventes] = delegation().financements;
    const { study, c } = calcule({
      financements: [{ ...(ventes as Scenario['financements'][number]), montant: 20_000 }, own],
    });
    expect(c.recettesTotales - c.coutTotal).toBe(40_000);
    // (40 000 + 16 800 − 86 000) ÷ 86 000
    expect(c.modele.nombre(c.cles.mesureTest('equilibre'))).toBeCloseTo(-29_200 / 86_000, 9);
    expect(simuler(c, hypothesesDe(study), 20, 1).probabiliteDeficit).toBe(1);
  });

  it('are one, and nothing else changes, where nobody is funded aside', () => {
    const { c } = calcule({
      financements: [{ id: 'fonds', financeur: 'cdc', nature: 'autofinancement', montant: 60_000, statut: 'acquis' }],
      transferts: [],
    });
    expect(comptesParAn(c)).toEqual([]);
    expect(c.modele.nombre(c.cles.mesureTest('equilibre'))).toBe(0);
  });

  it('put transfers in the cash of the bearer by twelfths, in its trials and in its draws', () => {
    const { study, c } = calcule();
    expect(c.tresorerie.depenses[0]).toBeCloseTo(28_000 / 12, 6);
    expect(c.tresorerie.depenses[12]).toBeCloseTo(28_800 / 12, 6);
    expect(c.tresorerie.recettes[0]).toBeCloseTo(29_000 / 12, 6);
    const late = { financements: delegation().financements.map((one) => ({ ...one, delai_versement_mois: 3 })) };
    const waited = calcule(late).c;
    expect(soldeMinimumAvec(c, late.financements)).toEqual({
      solde: expect.closeTo(waited.tresorerie.minimum.solde, 6) as number,
      mois: waited.tresorerie.minimum.mois,
    });
    expect(simuler(waited, hypothesesDe(study), 5, 1).probabiliteTresorerieNegative).toBe(
      waited.tresorerie.minimum.solde < 0 ? 1 : 0,
    );
  });

  it('keep the budget of the bearer to what it pays and has', () => {
    const { study, c } = calcule();
    const nomenclature = [
      { chapitre: '012', libelle: 'Personnel', natures: ['humain'] },
      { chapitre: '65', libelle: 'Autres charges', natures: ['transfert'] },
      { chapitre: '70', libelle: 'Produits', sens: 'recette', natures: ['recette'] },
      { chapitre: '74', libelle: 'Participations', sens: 'recette', natures: ['autofinancement'] },
      { chapitre: '75', libelle: 'Autres produits', sens: 'recette', natures: ['transfert'] },
    ];
    const mode = { scenario: 'a', parcours: [], nomenclature } as unknown as ModeOperatoire;
    const { lignes } = exercicesDe(mode, c, study.acteurs, '2026-01');
    expect(lignes.map(({ chapitre, montants }) => [chapitre, ...montants])).toEqual([
      ['012', 20_000],
      ['65', 8000],
      ['74', 26_000],
      ['75', 3000],
    ]);
  });

  it('are balanced by what each sells, and not by what the other has over', () => {
    const [ventes, fonds] = delegation().financements as [
      Scenario['financements'][number],
      Scenario['financements'][number],
    ];
    const { montant: _, ...sold } = ventes;
    const { c } = calcule({
      modalites: [
        {
          id: 'repas',
          modalite: 'visite',
          description: 'Repas',
          volume_annuel: 1000,
          unite: 'repas',
          jours_par_unite: 0.01,
        },
      ],
      financements: [
        { ...sold, tarif: 30, modalite: 'repas' },
        { ...fonds, montant: 60_000 },
      ],
    });
    // Of the operator, in the second year: 40 000 + 3 000 − 8 800, at 30 each.
    expect(seuilsDeVente(c)).toMatchObject([{ seuil: 1140, prevu: 1000, titulaires: ['mare'] }]);
  });
});
