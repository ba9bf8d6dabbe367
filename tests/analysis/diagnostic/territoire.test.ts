/** The territory: what its EPCI and its perimeters add up to, and which of them are the same place. */
import { describe, expect, it } from 'vitest';
import { analyserTerritoire, communesDe } from '../../../src/analysis/territoire.js';
import type { Study } from '../../../src/study/study.js';
import { etude } from '../small-study.js';

type Territoire = Study['territoire'];
type Commune = Territoire['communes'][number];

const commune = (code: string, epci: string | undefined, population: number | undefined, rest: object = {}): Commune =>
  ({ code, nom: `Commune ${code}`, epci, departement: '99', population, superficie_km2: 10, ...rest }) as Commune;
const analysed = (communes: Commune[], rest: Partial<Territoire> = {}, date?: string) =>
  analyserTerritoire(etude({ territoire: { communes, ...rest } as Territoire }), date);

const collines = { siren: '200000001', nom: 'Collines' };
const plaine = { siren: '200000002', nom: 'Plaine' };
const vide = { siren: '200000003', nom: 'Vide' };
const egale = { siren: '200000000', nom: 'Égale' };

describe('EPCI', () => {
  const communes = [
    commune('99003', plaine.siren, 900),
    commune('99001', collines.siren, 300),
    commune('99002', collines.siren, 499),
    commune('99004', egale.siren, 799),
    commune('99005', undefined, undefined, { superficie_km2: undefined }),
  ];

  it('add up their own communes, the most peopled first, then by number', () => {
    const { epci } = analysed(communes, { epci: [vide, collines, egale, plaine] });
    expect(epci.map(({ nom, communes: n, population, petites }) => [nom, n, population, petites])).toEqual([
      ['Plaine', 1, 900, 0],
      ['Égale', 1, 799, 0],
      ['Collines', 2, 799, 2],
      ['Vide', 0, 0, 0],
    ]);
    expect(epci.map(({ densite }) => densite)).toEqual([90, 79.9, 39.95, null]);
  });

  it('are none when the study names none', () => {
    const { epci, perimetres, total, premiere, millesime } = analysed(communes);
    expect([epci, perimetres, millesime]).toEqual([[], [], null]);
    expect(total).toMatchObject({ communes: 5, population: 2498, superficie: 40, sansPopulation: 1, petites: 2 });
    expect(premiere).toEqual({ nom: 'Commune 99003', population: 900 });
  });

  it('a commune whose population or area is unknown does not count in the density', () => {
    const { total } = analysed([
      commune('1', undefined, 100),
      commune('2', undefined, undefined),
      commune('3', undefined, 50, { superficie_km2: undefined }),
    ]);
    expect(total.densite).toBe(10);
    expect(analysed([commune('1', undefined, 0)]).total.densite).toBeNull();
  });

  it('no commune is the first when two are', () => {
    expect(analysed([commune('1', undefined, 100), commune('2', undefined, 100)]).premiere).toBeNull();
  });
});

describe('perimeters', () => {
  const communes = [
    commune('99001', collines.siren, 300),
    commune('99002', collines.siren, 700),
    commune('99003', plaine.siren, 1000),
    commune('99004', undefined, 2000),
  ];
  const nord = { id: 'nord', libelle: 'Nord', communes: ['99001', '99004'] };
  const tout = { id: 'tout', libelle: 'Tout', epci: [collines.siren, plaine.siren] };

  it('hold the communes that they name and those of the EPCI that they name', () => {
    expect(communesDe(communes, nord).map(({ code }) => code)).toEqual(['99001', '99004']);
    expect(communesDe(communes, { ...nord, epci: [plaine.siren] }).map(({ code }) => code)).toEqual([
      '99001',
      '99003',
      '99004',
    ]);
    expect(communesDe(communes, { id: 'x', libelle: 'X' })).toEqual([]);
  });

  it('tell their share of the inhabitants, and the EPCI that they touch: a commune of none touches none', () => {
    const { perimetres } = analysed(communes, { perimetres: [nord, tout] });
    expect(perimetres.map(({ id, communes: n, population, part, epci }) => [id, n, population, part, epci])).toEqual([
      ['nord', 2, 2300, 0.575, 1],
      ['tout', 3, 2000, 0.5, 2],
    ]);
    const unknown = analysed([commune('99001', undefined, undefined)], { perimetres: [nord] });
    expect(unknown.perimetres[0]).toMatchObject({ population: 0, part: null, epci: 0 });
  });

  it('are the same as the first before them that holds the same communes; an empty one is like no other', () => {
    const same = { id: 'meme', libelle: 'Même', communes: ['99004', '99001'] };
    const empty = { id: 'rien', libelle: 'Rien', communes: [] };
    const { perimetres } = analysed(communes, {
      perimetres: [empty, nord, same, { ...empty, id: 'rien-2' }, { ...same, id: 'encore' }] as NonNullable<
        Territoire['perimetres']
      >,
    });
    expect(perimetres.map(({ memeQue }) => memeQue)).toEqual([null, null, 'Nord', null, 'Nord']);
  });

  it('take the latest official total that is not later than the date', () => {
    const chiffre = (mesure: string, valeur: unknown, date?: string, perimetre = 'nord') => ({
      libelle: mesure,
      perimetre,
      mesure,
      valeur,
      date,
    });
    const officiel = (date: string, ...chiffres_cles: object[]) =>
      analysed(communes, { perimetres: [nord, tout], chiffres_cles } as Partial<Territoire>, date).perimetres[0]
        ?.officiel;
    const both = [
      chiffre('population', 2400, '2017'),
      chiffre('communes', 3, '2016'),
      chiffre('population', 2350, '2015'),
    ];
    expect(officiel('2018-01-01', ...both)).toMatchObject({ communes: 3, population: 2400, date: '2017' });
    expect(officiel('2016-06-01', ...both)).toMatchObject({ communes: 3, population: 2350, date: '2015' });
    expect(officiel('2014-01-01', ...both)).toBeNull();
    expect(officiel('2018-01-01', chiffre('communes', 3, '2016'))).toMatchObject({
      communes: 3,
      population: null,
      date: '2016',
    });
    expect(officiel('2018-01-01', chiffre('population', 9))).toMatchObject({
      communes: null,
      population: 9,
      date: null,
    });
    expect(
      officiel('2018-01-01', chiffre('population', 'inconnue'), chiffre('population', 9, '2017', 'tout')),
    ).toBeNull();
  });
});
