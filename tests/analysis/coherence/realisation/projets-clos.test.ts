/** Projects that are over, and the ways on: where the rules have nothing to say. */
import { expect, it } from 'vitest';
import {
  abandonneEtAtteint,
  etapeNonFinie,
  termineSansRien,
} from '../../../../src/analysis/coherence/regles/realisation/projets-clos.js';
import { suiteContredite } from '../../../../src/analysis/coherence/regles/realisation/suites-contredites.js';
import { etude } from '../../small-study.js';
import { count, projet, told } from '../told.js';

const of = (rest: object) => ({ ...etude(), projets: [projet('p', rest)] });
const mesure = (valeur: number, rest: object = {}) => ({
  libelle: 'I',
  unite: 'u',
  cible: 10,
  mesures: [{ date: '2019-01', valeur }],
  ...rest,
});

it('a finished project has done something', () => {
  const tells = (...all: object[]) => all.map((one) => count(termineSansRien, of({ etat: 'termine', ...one })));
  expect(
    tells(
      { indicateurs: [mesure(0)] },
      { indicateurs: [mesure(3, { initial: 3 })] },
      { accompagnement: { jours_prevus: 2, jours_realises: 0 } },
    ),
  ).toEqual([1, 1, 1]);
  expect(
    tells(
      { indicateurs: [mesure(0), mesure(1)] },
      { indicateurs: [mesure(0, { sens: 'min' })] },
      { indicateurs: [mesure(0, { cible: 0 })] },
      { indicateurs: [mesure(0, { mesures: [] })] },
      { indicateurs: [mesure(0)], etat: 'en-cours' },
      { accompagnement: { seances_prevues: 0, seances_realisees: 0 } },
      { accompagnement: { seances_prevues: 3 } },
      {},
    ),
  ).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

it('its last step is finished where another is', () => {
  const etape = (fin: string, fin_reelle?: string) => ({
    etape: 'E',
    debut: fin,
    fin,
    ...(fin_reelle === undefined ? {} : { fin_reelle }),
  });
  const tell = (...calendrier: object[]) => told(etapeNonFinie, of({ etat: 'termine', calendrier }));
  expect(tell(etape('2019-03'), etape('2019-01', '2019-02'))).toEqual(['projets/p/calendrier/1 / projets/p/etat']);
  expect([
    tell(etape('2019-01'), etape('2019-03', '2019-03')),
    tell(etape('2019-01'), etape('2019-03')),
    tell(),
  ]).toEqual([[], [], []]);
  expect(
    count(etapeNonFinie, of({ etat: 'en-cours', calendrier: [etape('2019-01', '2019-02'), etape('2019-03')] })),
  ).toBe(0);
});

it('an abandoned project has missed something', () => {
  const tells = (...all: object[][]) =>
    all.map((indicateurs) => count(abandonneEtAtteint, of({ etat: 'abandonne', indicateurs })));
  expect(tells([mesure(10)], [mesure(10), mesure(12)])).toEqual([1, 1]);
  expect(
    tells(
      [mesure(9)],
      [mesure(10), mesure(9)],
      [mesure(10), mesure(0, { mesures: [] })],
      [mesure(10), mesure(3, { sens: 'min' })],
      [],
    ),
  ).toEqual([0, 0, 0, 0, 0]);
});

it('ways on are what their names say', () => {
  const suites = (...all: object[]) =>
    count(suiteContredite, {
      ...etude(),
      evaluation: { evaluateur: {}, echelle: [], suites: all.map((one) => ({ resume: 'R', ...one })) },
    });
  const volumes = (volume: number) => [{ modalite: 'visites', volume }];
  const couts = (a: unknown, b: unknown) => suites({ option: 'continuer', cout: a }, { option: 'etendre', cout: b });
  expect([couts(10, 9), couts({ min: 8, mode: 10, max: 12 }, 7)]).toEqual([1, 1]);
  expect([couts(10, 10), couts({ min: 8, mode: 10, max: 12 }, 9), couts(undefined, 9), couts(9, undefined)]).toEqual([
    0, 0, 0, 0,
  ]);
  expect([
    suites({ option: 'continuer', volumes: volumes(5) }, { option: 'etendre', volumes: volumes(4) }),
    suites({ option: 'continuer', volumes: volumes(5) }, { option: 'etendre', volumes: volumes(5) }),
    suites({ option: 'arreter', volumes: volumes(0) }),
    suites({ option: 'continuer', volumes: volumes(0) }),
  ]).toEqual([1, 0, 0, 0]);
});
