import { describe, expect, it } from 'vitest';
import { origineDuFinanceur } from '../../../src/analysis/coherence/regles/financeurs.js';
import { aide, avec, base, found, told } from './told.js';

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
