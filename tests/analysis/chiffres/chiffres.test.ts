/** The figures that a text may name: each under one name, with the unit that its writing needs. */
import { describe, expect, it } from 'vitest';
import { type Chiffre, parFamille } from '../../../src/analysis/chiffres/chiffre.js';
import { chiffresDe } from '../../../src/analysis/chiffres/index.js';
import { chiffresScenarios } from '../../../src/analysis/chiffres/scenarios.js';
import { analyserScenarios } from '../../../src/analysis/scenarios/index.js';
import { sourcesCitees } from '../../../src/analysis/sources.js';
import { etudeAvecScenarios, notees, scenario } from '../small-scenario.js';
import { acteur, besoin, DATE, etude } from '../small-study.js';

describe('figures of a study', () => {
  const study = etudeAvecScenarios([scenario('a'), scenario('b')], notees({ c: { a: 2, b: 8 } }, { c: 1 }));
  const chiffres = chiffresDe(study, DATE);

  it('name each scenario with its cost, its score and its rank', () => {
    expect(chiffres.get('scenarios.total')?.valeur).toBe(2);
    expect(chiffres.get('scenarios.premier')).toMatchObject({ valeur: 'Scénario b', exAequo: 1 });
    expect(chiffres.get('scenarios.a.cout_annuel')).toMatchObject({ valeur: 25000, unite: 'euros', suffixe: '/an' });
    expect(chiffres.get('scenarios.a.cout_total')).toMatchObject({ valeur: 50000, unite: 'euros' });
    expect(chiffres.get('scenarios.a.cout_total')).not.toHaveProperty('suffixe');
    expect(chiffres.get('scenarios.a.score')?.valeur).toBeCloseTo(20, 9);
    expect(['a', 'b'].map((id) => chiffres.get(`scenarios.${id}.rang`)?.valeur)).toEqual([2, 1]);
    expect(chiffres.get('scenarios.a.indice_viabilite')).toMatchObject({ unite: 'nombre', suffixe: 'points' });
  });

  it('make the trials of viability for who reads their index, and for nobody else', () => {
    let read = 0;
    const analyse = analyserScenarios(study);
    const [first] = analyse.scenarios;
    if (!first) throw new Error('no scenario');
    const watched = Object.create(first, {
      viabilite: {
        get: () => {
          read++;
          return first.viabilite;
        },
      },
    }) as typeof first;
    const figures = chiffresScenarios({ ...analyse, scenarios: [watched] });
    expect(figures.filter(({ nom, libelle, unite }) => nom && libelle && unite)).toHaveLength(figures.length);
    expect(read).toBe(0);
    const index = figures.findLast(({ nom }) => nom === 'scenarios.a.indice_viabilite');
    expect(index?.valeur).toBe(first.viabilite.indice);
    expect(read).toBe(1);
  });

  it('are computed by family, when one of it is asked for: a count never waits for the scenarios', () => {
    const figure = (nom: string, mot?: string): Chiffre => ({
      nom,
      libelle: nom,
      valeur: 1,
      unite: 'nombre',
      ...(mot === undefined ? {} : { mot }),
    });
    let computed = 0;
    const own = parFamille([
      {
        mots: ['besoin', 'scénario'],
        chiffres: () => [figure('besoins.total', 'besoin'), figure('scenarios.total', 'scénario')],
      },
      {
        prefixe: 'scenarios.',
        mots: [],
        chiffres: () => {
          computed++;
          return [figure('scenarios.a.score')];
        },
      },
    ]);
    expect(own.get('scenarios.total')?.valeur).toBe(1);
    expect([own.has('besoins.total'), own.has('besoins.autre')]).toEqual([true, false]);
    const comptes = (mot: string) => own.comptesDe(mot).map(({ nom }) => nom);
    expect([comptes('besoin'), comptes('scénarios')]).toEqual([['besoins.total'], ['scenarios.total']]);
    expect([comptes('constats'), comptes('besoi')]).toEqual([[], []]);
    expect(computed).toBe(0);
    expect(own.get('scenarios.a.score')?.nom).toBe('scenarios.a.score');
    expect(own.keys()).toEqual(['besoins.total', 'scenarios.total', 'scenarios.a.score']);
    expect(own.values().map(({ nom }) => nom)).toEqual(own.keys());
    expect(computed).toBe(1);
  });

  it('of the scenarios are named after them and count no noun, which is why none is computed for a count', () => {
    const figures = chiffresScenarios(analyserScenarios(study));
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter(({ nom, mot }) => !nom.startsWith('scenarios.') || mot !== undefined)).toEqual([]);
  });

  it('tell how many share the first place, and give no rank without a comparison', () => {
    const tied = etudeAvecScenarios([scenario('a'), scenario('b')], notees({ c: { a: 5, b: 5 } }, { c: 1 }));
    expect(chiffresDe(tied, DATE).get('scenarios.premier')?.exAequo).toBe(2);
    const alone = chiffresDe(etudeAvecScenarios([scenario('a')]), DATE);
    expect(alone.has('scenarios.a.score') || alone.has('scenarios.premier')).toBe(false);
    expect(
      chiffresDe(etude(), DATE)
        .keys()
        .filter((nom) => nom.startsWith('scenarios.')),
    ).toEqual([]);
  });

  it('count the actors of each function', () => {
    const acteurs = [acteur('x'), acteur('y', { fonctions: ['conseiller', 'former'] })];
    const own = chiffresDe(etude({ acteurs }), DATE);
    expect(['conseiller', 'former'].map((id) => own.get(`fonctions.${id}.acteurs`)?.valeur)).toEqual([2, 1]);
  });
});

describe('sources cited', () => {
  it('are those that an entry names, by title as French sorts it', () => {
    const source = (id: string, titre: string) => ({ id, titre, type: 'document', date: '2016' });
    const study = etude({
      sources: [source('z', 'Zones'), source('e', 'Étude'), source('f', 'Fonds'), source('n', 'Non citée')] as never,
      besoins: [besoin('a', { sources: ['z', 'f'] } as never), besoin('b', { sources: ['e'] } as never)],
    });
    expect(sourcesCitees(study).map(({ id }) => id)).toEqual(['e', 'f', 'z']);
  });
});
