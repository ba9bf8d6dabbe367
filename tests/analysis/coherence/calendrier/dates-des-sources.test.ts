/** Dates of sources and hours of meetings; posts and activities said twice: the limits of each rule. */
import { expect, it } from 'vitest';
import {
  faitApresSesSources,
  sourceApresLeDiagnostic,
} from '../../../../src/analysis/coherence/regles/calendrier/dates-des-sources.js';
import { heureImpossible } from '../../../../src/analysis/coherence/regles/calendrier/heures.js';
import { partOuPourcent } from '../../../../src/analysis/coherence/regles/chiffres/au-dela-de-cent.js';
import { sourceEnDouble } from '../../../../src/analysis/coherence/regles/diagnostic/sources-en-double.js';
import { acquisSansEngagement } from '../../../../src/analysis/coherence/regles/financement/acquis.js';
import {
  activiteDeuxFois,
  tempsDuContrat,
} from '../../../../src/analysis/coherence/regles/mode-operatoire/activites.js';
import { acteur, action, besoin, DATE, etude, rencontre } from '../../small-study.js';
import { aide, avec, avecReunions, count, mode, projet, reunion, told } from '../told.js';

const source = (id: string, date?: string, rest: object = {}) => ({
  id,
  type: 'document',
  titre: `Source ${id}`,
  ...(date ? { date } : {}),
  ...rest,
});
const avecSources = (sources: object[], rest: object) => ({ ...etude(), sources, ...rest });

it('a fact is no more than a year later than all the sources that tell it', () => {
  const of = (debut: string | undefined, sources: object[], rest: object = {}) =>
    count(
      faitApresSesSources,
      avecSources(sources, {
        actions: [action('a', { debut, sources: ['s', 't'].slice(0, sources.length), ...rest } as object)],
      }),
    );
  expect([of('2015', [source('s', '2013-11')]), of('2015-01', [source('s', '2012'), source('t', '2013')])]).toEqual([
    1, 1,
  ]);
  expect([
    of('2015-12', [source('s', '2014-01')]),
    of('2015', [source('s', '2010'), source('t', '2016')]),
    of('2015', [source('s', '2010'), source('t')]),
    of('2015', [source('s', '2010')], { statut: 'en-projet' }),
    of('2015', [source('s', '2010')], { sources: [] }),
    of('2015', [source('s', '2010')], { sources: ['x', 's'] }),
    of(undefined, [source('s', '2010')]),
  ]).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

it('what the diagnostic gathered cites what had appeared', () => {
  const of = (date: string | undefined, day = '2018-01-10') =>
    told(
      sourceApresLeDiagnostic,
      avecSources([source('s', date)], {
        besoins: [besoin('b', { sources: ['s'] })],
        participation: [rencontre('r', { date: day, sources: ['s'] })],
      }),
    ).length;
  expect([of('2019-05'), of(DATE), of(undefined), of('2019-05', '2019-04-01')]).toEqual([1, 0, 0, 1]);
  const deux = avecSources([source('s', '2019-05'), source('t', '2017')], {
    besoins: [besoin('b', { sources: ['s', 't'] })],
  });
  expect(count(sourceApresLeDiagnostic, deux)).toBe(0);
});

it('an hour is one of the day', () => {
  const of = (heure: string | undefined, minutes = 60) =>
    count(
      heureImpossible,
      avecReunions(reunion('r', '2019-01-08', { heure, ordre_du_jour: [{ point: 'P', minutes }] })),
    );
  expect([of('24 h'), of('14 h 75'), of('22:30', 120)]).toEqual([1, 1, 1]);
  expect([of('23 h'), of('14 h 30'), of('14h'), of('18:05'), of('en soirée'), of('de 26 à 28'), of(undefined)]).toEqual(
    [0, 0, 0, 0, 0, 0, 0],
  );
});

it('a source has one sheet', () => {
  const of = (...sources: object[]) =>
    count(
      sourceEnDouble,
      avecSources(
        sources.map((one, i) => source(`s${i}`, '2015', { titre: 'Bilan', ...one })),
        {},
      ),
    );
  const url = 'https://exemple.fr/bilan';
  expect([of({}, { titre: 'bilan' }), of({ url }, { url: `${url}/`, auteur: 'X' })]).toEqual([1, 1]);
  expect([
    of({}, { date: '2016' }),
    of({}, { auteur: 'X' }),
    of({ url }, { url, titre: 'Autre article' }),
    of({ url }, {}),
    of({ url }, { url: `${url}-2` }),
  ]).toEqual([0, 0, 0, 0, 0]);
});

it('what is acquired was promised', () => {
  const of = (engagement: string | undefined, line: object = {}, id = 'region') =>
    count(
      acquisSansEngagement,
      avec(
        { financements: [{ ...aide, statut: 'acquis', ...line }] },
        { acteurs: [acteur(id, { engagement } as object)] },
      ),
    );
  expect([of('contacte'), of('pressenti')]).toEqual([1, 1]);
  expect([
    of('volontaire'),
    of('engage'),
    of(undefined),
    of('contacte', { statut: 'de-droit' }),
    of('contacte', { financeur: 'cdc' }, 'cdc'),
    of('contacte', { financeur: 'autre' }),
  ]).toEqual([0, 0, 0, 0, 0, 0]);
});

it('an activity has one who answers for it; a contract, the time that is counted', () => {
  const raci = (...approuve: string[]) =>
    count(
      activiteDeuxFois,
      mode({
        raci: approuve.map((one, i) => ({ activite: i === 2 ? 'Autre' : 'Trier', realise: [one], approuve: one })),
      }),
    );
  expect([raci('cdc', 'mare'), raci('cdc', 'cdc'), raci('cdc'), raci('cdc', 'cdc', 'mare')]).toEqual([1, 0, 0, 0]);
  const poste = (contrat: string | undefined, etp: number) =>
    count(tempsDuContrat, mode({ fiches_de_poste: [{ profil: 'P', etp, missions: [], contrat }] }));
  expect([poste('CDI à temps plein', 0.8), poste('CDD à mi-temps', 0.4), poste('CDD à temps partiel', 1)]).toEqual([
    1, 1, 1,
  ]);
  expect([
    poste('CDI à temps plein', 2),
    poste('CDD à mi-temps', 0.5),
    poste('CDD à temps partiel', 0.2),
    poste('Temps plein, ou mi-temps', 0.5),
    poste('Temps plein possible', 0.8),
    poste('CDD', 0.3),
    poste(undefined, 1),
  ]).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

it('per cents are written alike', () => {
  const of = (cible: number, valeurs: number[], unite = '%') =>
    count(partOuPourcent, {
      ...etude(),
      projets: [
        projet('p', {
          indicateurs: [
            { libelle: 'Part', unite, cible, mesures: valeurs.map((valeur) => ({ date: '2019-01', valeur })) },
          ],
        }),
      ],
    });
  expect([of(0.8, [78]), of(1, [10]), of(80, [0.78]), of(80, [0.5, 0.9])]).toEqual([1, 1, 1, 1]);
  expect([
    of(80, [78]),
    of(0.8, [0.7]),
    of(1, [9]),
    of(80, [0]),
    of(80, [1]),
    of(80, [0.5, 60]),
    of(9, [0.5]),
    of(80, []),
    of(0.8, [78], 'points'),
    of(0, [50]),
  ]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});
