/** Targets: at the limit of what bounds them, and where nothing does. */
import { expect, it } from 'vitest';
import { grandeurDe } from '../../../../src/analysis/coherence/grandeurs.js';
import { cibleHorsDePortee } from '../../../../src/analysis/coherence/regles/mode-operatoire/cibles.js';
import {
  cibleDejaAtteinte,
  cibleDemesuree,
  uniteDuLibelle,
} from '../../../../src/analysis/coherence/regles/mode-operatoire/cibles-demesurees.js';
import { etude } from '../../small-study.js';
import { count, duMode, projet, told } from '../told.js';

const span = { debut: '2018-07', fin: '2019-06' };
const dispositif = (indicateur: object, study: object = {}, own: object = {}, experimentation: object = span) =>
  duMode(
    { experimentation, indicateurs: [{ id: 'i', libelle: 'I', unite: 'u', cible: 1, ...indicateur }] },
    own,
    study,
  );

it('a target is no more than twice what the plan does of the same unit in a year', () => {
  // The scenario makes 20 visits a year.
  const of = (cible: number, unite = 'visites', rest: object = {}, experimentation: object = span) =>
    count(cibleDemesuree, dispositif({ unite, cible, ...rest }, {}, {}, experimentation));
  expect([of(40), of(41), of(41, 'visite')]).toEqual([0, 1, 1]);
  expect([
    of(90, 'sorties'),
    of(90, 'visites par mois'),
    of(90, 'visites', { sens: 'min' }),
    of(90, 'visites', {}, { debut: '2018-07', fin: '2019-08' }),
  ]).toEqual([0, 0, 0, 0]);
});

it('matter is compared with the largest key figure of the same, whatever the unit', () => {
  const territoire = (...figures: object[]) => ({ territoire: { ...etude().territoire, chiffres_cles: figures } });
  const laine = { id: 'l', libelle: 'Laine de tonte par an', valeur: 3, unite: 'tonnes' };
  const of = (cible: number, unite: string, libelle = 'Laine triée', ...figures: object[]) =>
    count(
      cibleDemesuree,
      dispositif({ libelle, unite, cible }, territoire(...(figures.length > 0 ? figures : [laine]))),
    );
  expect([of(6000, 'kg'), of(6001, 'kg'), of(7, 't'), of(7, 'tonnes par an')]).toEqual([0, 1, 1, 1]);
  expect([
    of(9000, 'kg', 'Verre trié'),
    of(9000, 'm²'),
    of(9000, 'sacs'),
    of(9000, 'kg', 'Laine triée', laine, { ...laine, id: 'm', valeur: 4000, unite: 'kg' }),
    of(9000, 'kg', 'Laine triée', { ...laine, valeur: 'trois' }),
  ]).toEqual([0, 0, 0, 1, 0]);
  expect(of(9000, 'kg', 'Laine triée', laine, { ...laine, id: 'm', valeur: 4600, unite: 'kg' })).toBe(0);
});

it('people and communes are no more than those of the territory, unless they come from elsewhere', () => {
  const study = etude();
  const people = study.territoire.communes.reduce((total, { population = 0 }) => total + population, 0);
  const of = (cible: number, unite: string, libelle = 'Habitants touchés') =>
    told(cibleDemesuree, { ...study, projets: [projet('p', { indicateurs: [{ libelle, unite, cible }] })] });
  expect(of(people, 'habitants')).toEqual([]);
  expect(of(people + 1, 'personnes')).toEqual(['projets/p/indicateurs/1/cible / territoire/communes']);
  expect(of(study.territoire.communes.length + 1, 'communes', 'Communes qui suivent')).toHaveLength(1);
  for (const [unite, libelle] of [
    ['personnes', 'Visiteurs accueillis'],
    ['communes', 'Communes voisines'],
    ['repas', 'Repas'],
  ] as const)
    expect(of(10 * people, unite, libelle), libelle).toEqual([]);
});

it('a sum of projects aims at no more than twice what they do, once they are all there', () => {
  const of = (cible: number, calcul: string | undefined, nombre_projets = 1) =>
    count(
      cibleDemesuree,
      dispositif(
        { cible, calcul },
        { projets: [projet('p', { indicateurs: [{ libelle: 'P', unite: 'u', cible: 10, alimente: 'i' }] })] },
        {},
        { ...span, nombre_projets },
      ),
    );
  expect([of(20, 'somme-projets'), of(21, 'somme-projets'), of(21, undefined), of(21, 'somme-projets', 2)]).toEqual([
    0, 1, 0, 0,
  ]);
});

it('a target is not reached before the first day', () => {
  const of = (date: string, valeur: number, rest: object = {}) =>
    count(cibleDejaAtteinte, dispositif({ cible: 10, mesures: [{ date, valeur }], ...rest }));
  expect([
    of('2018-06', 10),
    of('2018-06', 9),
    of('2018-07', 12),
    of('2018-06', 12, { sens: 'min' }),
    of('2018-06', 9, { sens: 'min' }),
  ]).toEqual([1, 0, 0, 0, 1]);
  const from = (libelle: string, initial: number | undefined, cible = 10) =>
    count(cibleDejaAtteinte, {
      ...etude(),
      projets: [projet('p', { indicateurs: [{ libelle, unite: 'm', initial, cible }] })],
    });
  expect([
    from('Haies plantées', 10),
    from('Haies plantées', 9),
    from('Haies plantées', undefined),
    from('Haies entretenues', 10),
    from('Haies plantées', 0, 0),
  ]).toEqual([1, 0, 0, 0, 0]);
});

it('a label and a unit agree, where both weigh or measure', () => {
  const of = (libelle: string, unite: string) => count(uniteDuLibelle, dispositif({ libelle, unite }));
  expect([of('Laine triée (en tonnes)', 'kg'), of('Surface isolée, en m²', 'ha'), of('Laine (kg)', 'm²')]).toEqual([
    1, 1, 1,
  ]);
  expect([
    of('Laine triée (en tonnes)', 't'),
    of('Laine triée (kg)', 'kg par an'),
    of('Laine triée (essai)', 'kg'),
    of('Élèves en sixième', 'kg'),
    of('Laine triée', 'kg'),
    of('Part (en %)', 'kg'),
  ]).toEqual([0, 0, 0, 0, 0, 0]);
  expect([
    grandeurDe('Tonnes'),
    grandeurDe('tonne par an')?.facteur,
    grandeurDe('hectares')?.dimension,
    grandeurDe('passages'),
    // Metres of hedge for one, thousandths of a litre for another.
    grandeurDe('ml'),
  ]).toEqual([{ dimension: 'masse', facteur: 1000 }, 1000, 'surface', null, null]);
});

it('requests that nothing computes are bounded as those that are', () => {
  const of = (libelle: string, cible: number) =>
    count(cibleHorsDePortee, dispositif({ libelle, unite: 'demandes', cible }, {}, { demandes_attendues: 20 }));
  expect([of('Demandes reçues', 20), of('Demandes reçues', 21), of('Demandes servies', 21)]).toEqual([0, 1, 0]);
});
