/** What a public counts, against the place of its name and the figure of its name. */
import { expect, it } from 'vitest';
import {
  effectifADeuxNombres,
  effectifDuLieu,
} from '../../../../src/analysis/coherence/regles/chiffres/effectif-du-lieu.js';
import { aideEnPartieHorsPerimetre } from '../../../../src/analysis/coherence/regles/financement/lieux-des-aides.js';
import { acteur, etude } from '../../small-study.js';
import { aide, avec, count, told } from '../told.js';

const study = etude();
const commune = (code: string, nom: string, epci: string, population: number) => ({
  code,
  nom,
  epci,
  population,
  departement: '99',
});
const territoire = {
  nom: 'Le pays',
  epci: [
    { siren: '1', nom: 'Communauté de communes des Îles', nom_court: 'Îles' },
    { siren: '2', nom: 'Communauté de la Côte' },
  ],
  perimetres: [
    { id: 'tout', libelle: 'Pays entier', epci: ['1', '2'] },
    { id: 'iles', libelle: 'Les trois îles', epci: ['1'] },
    { id: 'cote', libelle: 'La côte', epci: ['2'] },
  ],
  communes: [commune('1', 'Glas', '1', 300), commune('2', 'Molen', '1', 200), commune('3', 'Port-Bras', '2', 9500)],
};
const des = (libelle: string, effectif: number, rest: object = {}, own: object = {}) => ({
  ...study,
  etude: { ...study.etude, publics: [{ id: 'p', libelle, effectif, effectif_compte: 'habitants', ...rest }] },
  territoire: { ...territoire, ...own },
});

it('a perimeter of which a part is described has the people that its official total gives, and nobody knows how many without', () => {
  const total = (mesure: string, valeur: number) => ({
    chiffres_cles: [
      { id: 'off', libelle: 'Total', perimetre: 'iles', mesure, valeur, fiabilite: 'source', sources: [] },
    ],
  });
  const of = (effectif: number, figures: object) =>
    count(effectifDuLieu, des('Habitants des trois îles', effectif, {}, figures));
  expect([of(2000, {}), of(2000, total('population', 2000)), of(2201, total('population', 2000))]).toEqual([1, 0, 1]);
  expect(of(2000, total('communes', 3))).toBe(0);
});

it('those of a place are no more than its people, within a tenth', () => {
  const of = (libelle: string, effectif: number, rest: object = {}) =>
    count(effectifDuLieu, des(libelle, effectif, rest));
  expect([
    of('Habitants des îles', 550),
    of('Habitants des îles', 551),
    of('Résidents permanents de Glas', 331),
  ]).toEqual([0, 1, 1]);
  expect(told(effectifDuLieu, des('Habitants de la côte', 12000))).toEqual([
    'etude/publics/p/effectif / territoire/perimetres/cote',
  ]);
  expect([
    of('Habitants', 90000),
    of('Habitants des marais', 90000),
    of('Îliens', 90000),
    of('Habitants des îles', 90000, { effectif_compte: 'passage' }),
    of('Habitants des îles', 90000, { effectif_compte: undefined }),
    of('Habitants des îles', 90000, { effectif: undefined }),
  ]).toEqual([0, 0, 0, 0, 0, 0]);
  const unknown = { communes: territoire.communes.map((one) => ({ ...one, population: undefined })) };
  expect(count(effectifDuLieu, des('Habitants des îles', 900, {}, unknown))).toBe(0);
});

it('a figure of the same name for the whole territory counts as many, within a tenth', () => {
  const of = (...figures: object[]) =>
    count(
      effectifADeuxNombres,
      des(
        'Éleveurs',
        100,
        {},
        { chiffres_cles: figures.map((one, i) => ({ id: `c${i}`, libelle: 'Les éleveurs', ...one })) },
      ),
    );
  expect([
    of({ valeur: 110 }),
    of({ valeur: 112 }),
    of({ valeur: 88 }),
    of({ valeur: 150, perimetre: 'tout' }),
    of({ valeur: 150, territoire: 'Pays entier' }),
  ]).toEqual([0, 1, 1, 1, 1]);
  expect([
    of({ valeur: 150 }, { valeur: 100 }),
    of({ valeur: 150, perimetre: 'cote' }),
    of({ valeur: 150, territoire: 'La Bretagne' }),
    of({ valeur: 150, libelle: 'Éleveurs de brebis' }),
    of({ valeur: '150' }),
    of({ valeur: 150, projection: true }),
    of(),
  ]).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

it('an aid that stops within the territory of the scenario is told as such, and nothing that may well cover it', () => {
  const of = (line: object, donor: object = {}, perimetre = 'tout') =>
    count(
      aideEnPartieHorsPerimetre,
      avec(
        { perimetre, financements: [{ ...aide, ...line }] },
        { territoire, acteurs: [acteur('region', { type: 'instance', perimetre: 'cote', ...donor })] },
      ),
    );
  expect([of({}), of({ origine: 'europe' }, { type: 'collectivite' })]).toEqual([1, 1]);
  expect([
    of({}, { type: 'collectivite' }),
    of({ nature: 'participation' }),
    of({ section: 'investissement' }),
    of({ libelle: 'Aide, sur la côte' }),
    of({}, { perimetre: 'tout' }),
    of({}, { perimetre: undefined }),
    of({}, {}, 'cote'),
    of({}, {}, 'iles'),
  ]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});
