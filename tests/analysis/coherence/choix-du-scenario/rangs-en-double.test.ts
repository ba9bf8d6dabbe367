/** Ranks: each is held once; meetings are numbered in the order of their dates, phase by phase where they begin again. */
import { expect, it } from 'vitest';
import { rangEnDouble } from '../../../../src/analysis/coherence/regles/choix-du-scenario/rangs-en-double.js';
import { etude } from '../../small-study.js';
import { avecReunions, count, projet, reunion, told } from '../told.js';

it('a rank is held once', () => {
  const of = (...ordres: (number | undefined)[]) => ({
    ...etude(),
    projets: ordres.map((ordre, i) => projet(`p${i}`, ordre === undefined ? {} : { ordre })),
  });
  expect([of(1, 2), of(undefined, undefined), of(1, undefined), of()].map((one) => count(rangEnDouble, one))).toEqual([
    0, 0, 0, 0,
  ]);
  expect(told(rangEnDouble, of(1, 2, 1, 1))).toEqual(['projets/p2/ordre / projets/p0/ordre / projets/p3/ordre']);
});

it('meetings are numbered in the order of their dates', () => {
  const of = (...all: [titre: string, phase?: string, etat?: string][]) =>
    count(
      rangEnDouble,
      avecReunions(
        ...all.map(([titre, phase = 'P1', etat = 'tenue'], i) =>
          reunion(`r${i}`, `2019-0${i + 1}-05`, { titre, phase, etat }),
        ),
      ),
    );
  expect([
    of(['Comité n° 1'], ['Comité n° 2, bilan']),
    of(['Comité n° 1'], ['Bureau n° 1']),
    of(['Comité n° 2'], ['Comité n° 1', 'P2']),
    of(['Comité n° 2', 'P1', 'annulee'], ['Comité n° 2']),
    of(['Comité du lot 2'], ['Comité du lot 2']),
  ]).toEqual([0, 0, 0, 0, 0]);
  expect([
    of(['Comité n° 1'], ['Comité n°1']),
    of(['Comité n° 2'], ['Comité n° 1']),
    of(['Comité n° 2'], ['Comité n° 2 (fin)', 'P2']),
  ]).toEqual([1, 1, 1]);
});
