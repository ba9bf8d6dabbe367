import { expect, it } from 'vitest';
import { listeCoupee } from '../../../../src/analysis/coherence/regles/chiffres/listes-coupees.js';
import { etude } from '../../small-study.js';
import { told } from '../told.js';

it('a sentence that its comma made two items of is told at the second, and no list of words or of sentences is', () => {
  const of = (...missions: string[]) =>
    told(listeCoupee, { ...etude(), mode_operatoire: { scenario: 'a', parcours: [], missions } });
  expect(of('Le service à table', 'qui reste aux communes', 'La vente')).toEqual([
    'mode_operatoire/missions/2 / mode_operatoire/missions/1',
  ]);
  expect(of('Une visite', 'dont on garde la trace')).toHaveLength(1);
  expect(of('Prêter, et réparer', 'La vente')).toEqual([]);
  expect(of('une visite', 'ou un appel')).toEqual([]);
  expect(of('Nourrir', 'quitter', 'outiller', 'Et après ?')).toEqual([]);
  expect(of('Nom', 'adresse')).toEqual([]);
});
