/** How much is to be sold for the last year of a plan to balance. */
import { expect, it } from 'vitest';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { seuilsDeVente } from '../../../src/analysis/scenarios/financement/seuil-de-vente.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import { seuilsDits } from '../../../src/exhibits/scenarios/par-unite.js';
import type { Scenario } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

type Source = Scenario['financements'][number];
const ventes = { id: 'ventes', nature: 'recette', origine: 'prive', statut: 'pressenti', modalite: 'visites' } as const;
const propre = {
  id: 'propre',
  nature: 'autofinancement',
  origine: 'porteur',
  statut: 'acquis',
  montant: 2000,
} as const;

/** 20 visits at cruising speed, half of them the first year, at 100 € each; 5 000 € of fixed costs. */
const chiffrage = (tarif: number, financements: Source[] = [propre]) => {
  const one = scenario('a', {
    duree_annees: 2,
    montee_en_charge: [0.5, 1],
    moyens: {
      humains: [],
      fonctionnement: [
        { id: 'fixe', libelle: 'Fixe', porteur: 'cdc', cout_annuel: 5000 },
        { id: 'part', libelle: 'Part', porteur: 'cdc', cout_unitaire: 100, modalite: 'visites' },
      ],
    },
    financements: [...financements, { ...ventes, tarif }],
  });
  const study = etudeAvecScenarios([one]);
  return chiffrer(study, one, { ...hypothesesDe(study), evolution: 0 });
};
const seuil = (...args: Parameters<typeof chiffrage>) => seuilsDeVente(chiffrage(...args)).map((one) => one.seuil);

it('is what is left to cover, divided by what a unit leaves', () => {
  // (5 000 − 2 000) ÷ (300 − 100).
  expect(seuil(300)).toEqual([expect.closeTo(15, 9)]);
  expect(seuil(200)).toEqual([expect.closeTo(30, 9)]);
  expect(seuil(90)).toEqual([null]);
});

it('is not told of a year that balances without, nor where an aid follows what is spent', () => {
  expect(seuil(300, [{ ...propre, montant: 6000 }])).toEqual([]);
  expect(
    seuil(300, [propre, { ...propre, id: 'aide', nature: 'subvention', taux: 0.1, assiette: ['fonctionnement'] }]),
  ).toEqual([]);
  expect(
    seuil(300, [
      propre,
      { ...propre, id: 'aide', nature: 'subvention', taux: 0.1, assiette: ['fonctionnement'], annees: [1] },
    ]),
  ).toHaveLength(1);
});

it('is said with what the plan counts', () => {
  const plain = (tarif: number) => seuilsDits(etudeAvecScenarios([]), chiffrage(tarif))?.replace(/\s/g, ' ');
  expect(plain(300)).toBe(
    'La dernière année du plan s’équilibre à partir de 15 visites (le plan en compte 20), ses autres recettes et dépenses restant les mêmes.',
  );
  expect(plain(180)).toMatch(/à partir de 38 visites/);
  expect(plain(90)).toMatch(/^Ce que rapporte une unité \(visite\) ne paie pas ce qu’elle coûte/);
});
