import { describe, expect, it } from 'vitest';
import { espereeEtSure, origineDuFinanceur } from '../../../../src/analysis/coherence/regles/financement/financeurs.js';
import { aide, avec, base, found, told } from '../told.js';

const acteurs = [
  ['asso', 'association'],
  ['commune', 'collectivite'],
  ['gal', 'instance'],
  ['scierie', 'entreprise'],
].map(([id, type]) => ({ id, nom: id, type }));
const recette = (rest: object) => {
  const study = avec({ financements: [{ ...aide, id: 'f', groupe: undefined, ...rest }] }, { acteurs });
  return { chemins: told(origineDuFinanceur, study), dit: found(origineDuFinanceur, study)[0]?.message };
};

describe('who gives money', () => {
  it('is a public body, or an instance, for money of public origin', () => {
    for (const origine of ['europe', 'etat', 'region', 'departement', 'bloc-communal']) {
      // A local action group may be an association.
      for (const financeur of ['commune', 'gal', 'unknown', ...(origine === 'europe' ? ['asso'] : [])])
        expect(recette({ nature: 'subvention', origine, financeur }).chemins).toEqual([]);
      for (const financeur of [...(origine === 'europe' ? [] : ['asso']), 'scierie'])
        expect(recette({ nature: 'subvention', origine, financeur }).chemins).toEqual([
          `scenarios/a/financements/f/origine / acteurs/${financeur}/type`,
        ]);
    }
  });
  it('is not a public body for private money', () => {
    expect(recette({ nature: 'mecenat', origine: 'prive', financeur: 'scierie' }).chemins).toEqual([]);
    expect(recette({ nature: 'mecenat', origine: 'prive', financeur: 'commune' }).dit).toMatch(
      /d’origine privée, et « commune », qui le donne, est du type « personne publique »/,
    );
  });
  it('is the public when users pay the bearer, public as he may be', () => {
    const paid = { nature: 'recette', origine: 'prive' };
    expect(recette({ ...paid, financeur: base.porteur }).chemins).toEqual([]);
    expect(recette({ ...paid, financeur: 'commune' }).chemins).toEqual([
      'scenarios/a/financements/f/origine / acteurs/commune/type',
    ]);
  });
  it('counts each member of a group', () => {
    const groupe = [
      { acteur: 'commune', part: 0.5 },
      { acteur: 'asso', part: 0.5 },
    ];
    expect(
      recette({ nature: 'participation', origine: 'bloc-communal', financeur: 'commune', groupe }).chemins,
    ).toEqual(['scenarios/a/financements/f/origine / acteurs/asso/type']);
  });
  it('is the bearer when the money is his own', () => {
    const own = { nature: 'autofinancement', origine: 'porteur' };
    expect(recette({ ...own, financeur: base.porteur }).chemins).toEqual([]);
    expect(recette({ ...own, financeur: undefined }).chemins).toEqual([]);
    expect(recette({ ...own, financeur: 'commune' }).chemins).toEqual([
      'scenarios/a/financements/f/nature / acteurs/commune',
    ]);
    expect(recette({ nature: 'subvention', origine: 'porteur', financeur: 'commune' }).chemins).toEqual([
      'scenarios/a/financements/f/origine / acteurs/commune',
    ]);
  });
  it('may be unsaid, or of an origin unsaid', () => {
    expect(recette({ nature: 'recette', origine: undefined, financeur: 'asso' }).chemins).toEqual([]);
  });
});

describe('a receipt that is only hoped for', () => {
  const of = (statut: string, probabilite?: number, nature = 'subvention') =>
    told(
      espereeEtSure,
      avec({
        financements: [
          {
            ...aide,
            id: 'f',
            nature,
            statut,
            probabilite,
            ...(nature === 'autofinancement' ? { origine: 'porteur' } : {}),
          },
        ],
      }),
    );
  it('has a chance under one', () => {
    for (const statut of ['pressenti', 'sollicite']) {
      expect(of(statut, 0.99)).toEqual([]);
      expect(of(statut, 1)).toEqual(['scenarios/a/financements/f/probabilite / scenarios/a/financements/f/statut']);
      expect(of(statut)).toEqual(['scenarios/a/financements/f / scenarios/a/financements/f/statut']);
    }
    // What is to be voted may be held for sure, if the study says so.
    expect([of('a-voter', 1), of('a-voter').length]).toEqual([[], 1]);
  });
  it('is sure once it is had or due, and the bearer answers for its own money', () => {
    for (const fine of [of('acquis'), of('acquis', 1), of('de-droit'), of('a-voter', undefined, 'autofinancement')])
      expect(fine).toEqual([]);
  });
});
