import { describe, expect, it } from 'vitest';
import { COMPTES } from '../../../../src/analysis/coherence/regles/financement/comptes.js';
import { aide, avec, poste, said, told } from '../told.js';

const regle = (code: string) => {
  const found = COMPTES.find((one) => one.code === code);
  if (!found) throw new Error('rule expected');
  return found;
};

/** « La Mare » operates: it pays a half post of 40 000 and sells for 15 000 a year. */
const ventes = {
  ...aide,
  id: 'ventes',
  libelle: 'Ventes',
  financeur: 'mare',
  nature: 'recette',
  taux: undefined,
  plafond: undefined,
  montant: 15_000,
  assiette_porteurs: ['mare'],
};
const frais = (rest: object) => ({ id: 'verse', libelle: 'Compensation', cout_annuel: 5000, ...rest });
const delegation = ({ financements = [], fonctionnement = [], ...rest }: Record<string, object[]> = {}) =>
  avec({
    moyens: { humains: [poste, { ...poste, id: 'leur', porteur: 'mare' }], fonctionnement },
    financements: [aide, ventes, ...financements],
    ...rest,
  });
const transfert = { id: 'compensation', libelle: 'Compensation', de: 'cdc', a: 'mare', montant: 5000 };

describe('what an operator that sells for itself is given by the bearer', () => {
  const inegale = regle('recette-a-part-inegale');

  it('balances its account with what it sells', () => {
    expect(said(inegale, delegation())).toBe(
      'dans « Scénario a », La Mare paie 40 000 € sur 2 ans, et « Ventes » apporte 30 000 €.',
    );
    expect(told(inegale, delegation({ transferts: [transfert] }))).toEqual([]);
    expect(said(inegale, delegation({ transferts: [{ ...transfert, montant: 9000 }] }))).toBe(
      'dans « Scénario a », La Mare paie 40 000 € sur 2 ans, et « Ventes » et « Compensation » apportent 48 000 €.',
    );
  });

  it('is a transfer, told where it is written as an expense of one and a receipt of the other', () => {
    const deuxFois = regle('transfert-compte-deux-fois');
    const recue = {
      ...ventes,
      id: 'recue',
      libelle: 'Compensation',
      financeur: 'cdc',
      nature: 'participation',
      montant: 5000,
    };
    const at = ['scenarios/a/financements/recue / scenarios/a/moyens/fonctionnement/verse'];
    const of = (ligne: object, source: object = {}) =>
      told(deuxFois, delegation({ fonctionnement: [frais(ligne)], financements: [{ ...recue, ...source }] }));
    expect(of({ porteur: 'cdc', beneficiaire: 'mare' })).toEqual(at);
    expect(of({ porteur: 'cdc' })).toEqual(at);
    // Another amount, another payee or another payer is another expense.
    expect(of({ porteur: 'cdc', cout_annuel: 5100 })).toEqual([]);
    expect(of({ porteur: 'cdc', beneficiaire: 'region' })).toEqual([]);
    expect(of({ porteur: 'mare' })).toEqual([]);
    expect(of({ porteur: 'cdc', beneficiaire: 'mare' }, { financeur: 'region' })).toEqual([]);
    const redevance = { ...recue, financeur: 'mare', nature: 'recette', assiette_porteurs: undefined };
    expect(of({ porteur: 'mare', beneficiaire: 'cdc' }, redevance)).toEqual(at);
  });

  it('goes from an account to another', () => {
    const sansCompte = regle('transfert-sans-compte');
    const of = (rest: object) => told(sansCompte, delegation({ transferts: [{ ...transfert, ...rest }] }));
    const at = ['scenarios/a/transferts/compensation / scenarios/a/financements'];
    expect(of({})).toEqual([]);
    expect(of({ de: 'mare', a: 'cdc' })).toEqual([]);
    expect(of({ a: 'region' })).toEqual(at);
    expect(of({ a: 'cdc' })).toEqual(at);
    expect(told(sansCompte, avec({ transferts: [transfert] }))).toEqual(at);
  });
});
