/** A receipt by unit follows the service: what it is said to make at cruising speed does not contradict it. */
import { expect, it } from 'vitest';
import { RECETTES } from '../../../../src/analysis/coherence/regles/financement/recettes.js';
import { avec, count, modalite } from '../told.js';

const [rule] = RECETTES.filter(({ code }) => code === 'recette-sans-montee');
if (!rule) throw new Error('the rule expected');
const ventes = { id: 'ventes', libelle: 'Ventes', nature: 'recette', statut: 'pressenti', montant: 600 };
const of = (line: object) =>
  avec({
    montee_en_charge: [0.5, 1],
    modalites: [{ ...modalite, id: 'repas', unite: 'repas', volume_annuel: 100 }],
    financements: [{ ...ventes, ...line }],
  });

it('is whole from the first year only where no price makes it', () => {
  expect(count(rule, of({}))).toBe(1);
  expect(count(rule, of({ tarif: 6, modalite: 'repas' }))).toBe(0);
});
