/** A price is told only where costs rise enough to matter, and nothing says what it does. */
import { expect, it } from 'vitest';
import { TARIFS_FIXES } from '../../../../src/analysis/coherence/regles/financement/tarifs-fixes.js';
import { avec, count, modalite } from '../told.js';

const [rule, idle] = TARIFS_FIXES;
if (!rule || !idle) throw new Error('both rules expected');
const ventes = { id: 'ventes', nature: 'recette', statut: 'pressenti', tarif: 6, modalite: 'repas' };
const of = (line: object, evolution_annuelle = 0.02, duree_annees = 10) =>
  avec(
    {
      duree_annees,
      modalites: [{ ...modalite, id: 'repas', unite: 'repas', volume_annuel: 100 }],
      financements: [{ ...ventes, ...line }],
    },
    { criteres: { hypotheses: { evolution_annuelle }, criteres: [] } },
  );

it('a price that stays for ten years is told, one that says what it does is not', () => {
  expect(count(rule, of({}))).toBe(1);
  expect(count(rule, of({ evolution_annuelle: 0.02 }))).toBe(0);
  expect(count(rule, of({ evolution_annuelle: 0 }))).toBe(0);
});

it('a plan of three years at 2 % is left, as are amounts, rates, and a price written for some years', () => {
  expect(count(rule, of({}, 0.02, 3))).toBe(0);
  expect(count(rule, of({}, 0.03, 3))).toBe(1);
  expect(count(rule, of({ annees: [1, 2] }))).toBe(0);
  expect(count(rule, of({ tarif: undefined, montant: 600 }))).toBe(0);
  expect(count(rule, of({ tarif: undefined, taux: 0.5 }))).toBe(0);
  expect(count(rule, of({}, 0))).toBe(0);
});

it('a growth that nothing follows is told: that of a rate, of a loan', () => {
  const pret = { nature: 'emprunt', montant: 6000, remboursement: { taux: 0, duree_annees: 3 } };
  expect(count(idle, of({ tarif: undefined, taux: 0.5, evolution_annuelle: 0.02 }))).toBe(1);
  expect(count(idle, of({ ...pret, tarif: undefined, evolution_annuelle: 0.02 }))).toBe(1);
  expect(count(idle, of({ evolution_annuelle: 0.02 }))).toBe(0);
  expect(count(idle, of({ tarif: undefined, taux: 0.5 }))).toBe(0);
});
