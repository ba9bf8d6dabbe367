/** A purchase after the end of the plan, or dated as a calendar is. */
import { expect, it } from 'vitest';
import { achatHorsDuree } from '../../../../src/analysis/coherence/regles/moyens/lignes.js';
import { avec, found } from '../told.js';

it('a year of the calendar is told to be counted from 1', () => {
  const of = (annee: number) =>
    found(
      achatHorsDuree,
      avec({ moyens: { humains: [], materiels: [{ id: 'm', libelle: 'Terrain', porteur: 'cdc', cout: 1, annee }] } }),
    )[0];
  expect(of(2)).toBeUndefined();
  expect(of(3)?.issue).toMatch(/^Avancez l’achat/);
  expect(of(2025)?.message).toMatch(/« Terrain » s’achète l’année 2025 de/);
  expect(of(2025)?.issue).toMatch(/^Comptez l’année d’achat depuis 1/);
});
