/** Targets reached, out of those measured: what nobody measured is neither reached nor missed. */
import { expect, it } from 'vitest';
import { ciblesAtteintes, releve } from '../../../src/analysis/projets/mesures.js';

const suivi = (valeur: number | null, atteint: boolean | null = null) => ({ valeur, atteint });

it('tells targets that nobody measured as such', () => {
  expect(ciblesAtteintes([suivi(null), suivi(null)])).toBe('Aucune des deux cibles du dispositif n’est mesurée');
  expect(ciblesAtteintes([suivi(null)])).toBe('La cible du dispositif n’est pas mesurée');
  expect(ciblesAtteintes([suivi(3, false), suivi(null)])).toBe('Aucune cible du dispositif atteinte sur deux');
  expect(ciblesAtteintes([suivi(3, true), suivi(null)])).toBe('Une cible du dispositif atteinte sur deux');
});

it('dates what the records give on the day of the accounts, else on that of the document', () => {
  const indicateur = { id: 'i', libelle: 'Finis', unite: 'essais', cible: 1, calcul: 'projets-termines' } as const;
  const of = (mode: object) => releve(indicateur as never, [], mode as never, '2026-02-20').mesures;
  expect(of({})).toEqual([{ date: '2026-02-20', valeur: 0 }]);
  expect(of({ realise: { au: '2026-01-31' } })).toEqual([{ date: '2026-01-31', valeur: 0 }]);
});
