/** A convention is of a year: what follows a volume is less in the first one than at cruising speed, and both are true. */
import { expect, it } from 'vitest';
import {
  conventionsHorsBudget,
  recetteSansConvention,
} from '../../../../src/analysis/coherence/regles/financement/conventions.js';
import { base, count, duMode, modalite, said } from '../told.js';

const frais = { id: 'frais', libelle: 'Frais', porteur: base.porteur, cout_unitaire: 6, modalite: 'repas' };
const part = { id: 'part', libelle: 'Part', nature: 'participation', statut: 'pressenti', tarif: 6, modalite: 'repas' };
const of = (convention: object) =>
  duMode(
    { conventions: [{ id: 'c', partenaire: 'asso', objet: 'Repas', ...convention }] },
    {
      montee_en_charge: [0.5, 1],
      modalites: [{ ...modalite, id: 'repas', unite: 'repas', volume_annuel: 100 }],
      moyens: { ...base.moyens, fonctionnement: [frais] },
      financements: [part],
    },
  );

it.each([
  [conventionsHorsBudget, { ligne: 'frais' }],
  [recetteSansConvention, { sens: 'recu', financement: 'part' }],
] as const)('is between the two', (rule, line) => {
  expect([300, 450, 600].map((montant) => count(rule, of({ ...line, montant })))).toEqual([0, 0, 0]);
  expect([298, 602].map((montant) => count(rule, of({ ...line, montant })))).toEqual([1, 1]);
  expect(said(rule, of({ ...line, montant: 100 }))).toContain(
    '300 € la première année et 600 € en rythme de croisière',
  );
});
