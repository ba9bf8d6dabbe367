/** The file of contours of a study: what is read of it, and every fault of it told at its place. */
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { normalised } from '../../src/build/prepare.js';
import { corriger } from '../../src/edition/corriger.js';
import { lireContours } from '../../src/study/contours/contours.js';
import { loadStudy } from '../../src/study/load.js';
import { copyStudy } from '../support/cli.js';
import { processorTime } from '../support/processor.js';

let cwd: string;
let data: string;
beforeEach(async () => {
  cwd = await copyStudy('tests/fixtures/base');
  data = join(cwd, 'data');
  await mkdir(join(data, 'cartes'));
});

const carre = (x: number, y: number) => [
  [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ],
];
const entite = (code: unknown, coordinates: unknown, type = 'Polygon') => ({
  type: 'Feature',
  properties: { nom: 'x', INSEE_COM: code },
  geometry: { type, coordinates },
});
/** One feature a line: the n-th stands on line n + 1. */
const geojson = (...features: unknown[]) =>
  `{"type": "FeatureCollection", "features": [\n${features.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`;

const declarer = async (nom = 'cartes/communes.geojson') => {
  const path = join(data, 'territoire.yaml');
  await writeFile(path, (await readFile(path, 'utf8')).replace('communes:', `contours: ${nom}\ncommunes:`));
};
const poser = (text: string) => writeFile(join(data, 'cartes/communes.geojson'), text);
const told = async () =>
  (await loadStudy(data, { cwd })).diagnostics.map(
    ({ code, fichier, plage, message, aide }) =>
      `${code} ${fichier}:${plage.ligne}:${plage.colonne} ${message}${aide ? ` ${aide}` : ''}`,
  );

describe('contours of the communes', () => {
  it('are read by the INSEE code, whatever the name of the property, and are an input of the study', async () => {
    await declarer();
    await poser(geojson(entite('99001', carre(1, 45)), entite(99002, [carre(2, 45), carre(4, 45)], 'MultiPolygon')));
    const { study, diagnostics, files } = await loadStudy(data, { cwd });
    expect(diagnostics).toEqual([]);
    expect(Object.entries(study?.territoire.traces ?? {}).map(([code, shape]) => [code, shape.length])).toEqual([
      ['99001', 1],
      ['99002', 2],
    ]);
    expect(files.map(({ path }) => path)).toContain('data/cartes/communes.geojson');
    // What the deliverables are made from changes with the file.
    const before = study && normalised(study, false);
    await poser(geojson(entite('99001', carre(1, 46)), entite('99002', carre(2, 46))));
    const after = (await loadStudy(data, { cwd })).study;
    expect(after && normalised(after, false)).not.toEqual(before);
    expect((await corriger(data)).apres.diagnostics).toEqual([]);
  });

  it('leave the study as it is when there are none', async () => {
    expect(await told()).toEqual([]);
    expect((await loadStudy(data, { cwd })).study?.territoire.traces).toBeUndefined();
  });

  it('that stand in the folder and that nothing names are told', async () => {
    await poser(geojson(entite('99001', carre(1, 45))));
    expect(await told()).toEqual([
      expect.stringMatching(
        /^fichier-inconnu data\/cartes\/communes\.geojson:1:1 .*contours: cartes\/communes\.geojson/,
      ),
    ]);
  });

  it('are told beside the faults of the other files, in one run', async () => {
    await declarer();
    const path = join(data, 'besoins.yaml');
    await writeFile(path, (await readFile(path, 'utf8')).replace(/importance: \d/, 'importance: beaucoup'));
    expect((await told()).map((one) => one.split(' ')[0]).sort()).toEqual(
      expect.arrayContaining(['contours-illisibles', 'type-incorrect']),
    );
  });

  it('whose file is missing are told where it is named, with the nearest name', async () => {
    await declarer('cartes/commune.geojson');
    await poser(geojson(entite('99001', carre(1, 45))));
    const found = await told();
    expect(found.find((one) => one.startsWith('contours-illisibles'))).toMatch(
      /data\/territoire\.yaml:3:11 .*« cartes\/commune\.geojson » n'existe pas.*« cartes\/communes\.geojson »/,
    );
    expect((await loadStudy(data, { cwd })).study).toBeNull();
  });

  it.each([
    ['../ailleurs.geojson', /format-incorrect data\/territoire\.yaml:3:11/],
    ['cartes/communes.shp', /format-incorrect data\/territoire\.yaml:3:11/],
  ])('that %s names are refused by the schema', async (nom, expected) => {
    await declarer(nom);
    expect((await told())[0]).toMatch(expected);
  });

  it.each([
    [
      '{"type": "FeatureCollection",\n "features": [}',
      /^contours-illisibles data\/cartes\/communes\.geojson:2:15 .*JSON/,
    ],
    ['', /^contours-illisibles data\/cartes\/communes\.geojson:1:\d+ .*JSON/],
    ['{"type": "Topology"}', /^contours-illisibles .*:1:1 .*FeatureCollection/],
    ['[]', /^contours-illisibles .*FeatureCollection/],
    [geojson(entite('75056', carre(1, 45))), /^contours-illisibles .*aucun contour.*code Insee/],
    [geojson(null, 3, {}), /^contours-illisibles .*aucun contour/],
  ])('of a file that cannot be used are told: %j', async (text, expected) => {
    await declarer();
    await poser(text);
    const found = await told();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  const bon = entite('99002', carre(2, 45));
  const [ouvert] = carre(1, 45).map((ring) => ring.slice(0, -1));
  it.each([
    ['ring not closed', entite('99001', [[...(ouvert ?? []), [1.5, 45.5]]]), /n’est pas fermé.*répète le premier/],
    [
      'too few points',
      entite('99001', [
        [
          [1, 45],
          [2, 45],
          [1, 45],
        ],
      ]),
      /moins de quatre points/,
    ],
    [
      'projected',
      entite('99001', [carre(1, 45)[0]?.map(([x = 0, y = 0]) => [x * 7e5, y * 1e5])]),
      /pas une longitude et une latitude.*Lambert-93/,
    ],
    [
      'not numbers',
      entite('99001', [
        [
          ['1', 45],
          [2, 45],
          [2, 46],
          [1, 45],
        ],
      ]),
      /deux nombres/,
    ],
    ['a point', entite('99001', [1, 45], 'Point'), /n'a pas de surface \(Point\)/],
    ['no geometry', { ...entite('99001', []), geometry: null }, /géométrie absente/],
    ['empty polygon', entite('99001', [[]], 'MultiPolygon'), /moins de quatre points/],
  ])('%s is told at the line of the contour, by the name of the commune', async (_, faulty, expected) => {
    await declarer();
    await poser(geojson(bon, faulty));
    const found = await told();
    expect(found[0]).toMatch(
      /^contour-incorrect data\/cartes\/communes\.geojson:3:2 le contour de Haute-Rive \(99001\)/,
    );
    expect(found[0]).toMatch(expected);
  });

  it('given twice, of no commune, or missing are told', async () => {
    await declarer();
    await poser(geojson(bon, entite('99003', carre(1, 45)), bon));
    const found = await told();
    expect(found.map((one) => one.split(' ')[0])).toEqual(['contour-inconnu', 'contour-incorrect', 'contour-absent']);
    expect(found[0]).toMatch(/:3:2 un contour n’est celui d’aucune commune de l’étude \(99003\).*« 9900\d »/);
    expect(found[1]).toMatch(/:4:2 le contour de Basse-Rive \(99002\) est donné deux fois/);
    expect(found[2]).toMatch(/territoire\.yaml:3:11 une commune n’a pas de contour .*Haute-Rive \(99001\)/);
  });

  it('with longitude and latitude taken one for the other are told as such', () => {
    const communes = [{ code: '01001', nom: 'Aval', lon: 5.5, lat: 45.5 }];
    const bascule = carre(5, 45).map((ring) => ring.map(([x, y]) => [y, x]));
    expect(lireContours(geojson(entite('01001', carre(5, 45))), communes).fautes).toEqual([]);
    // A code that a script made a number of has lost its zero.
    expect(lireContours(geojson(entite(1001, carre(5, 45))), communes).fautes).toEqual([]);
    expect(lireContours(geojson(entite('01001', bascule)), communes).fautes).toEqual([
      expect.objectContaining({ code: 'contour-deplace', aide: expect.stringContaining('interverties') }),
    ]);
    expect(lireContours(geojson(entite('01001', carre(8, 45))), communes).fautes[0]?.aide).toMatch(/code Insee/);
  });

  it('too heavy are told in words that help, and stop nothing else from being checked', async () => {
    await declarer();
    await poser('');
    await truncate(join(data, 'cartes/communes.geojson'), 21_000_000);
    const found = await told();
    expect(found).toEqual([
      expect.stringMatching(/^fichier-trop-gros data\/cartes\/communes\.geojson:1:1 .*simplifiez/),
    ]);
    expect((await loadStudy(data, { cwd })).study).toBeNull();
  });

  it('all wrong in one way are told three times, with the number of the others', () => {
    const communes = Array.from({ length: 40 }, (_, i) => ({ code: String(10000 + i), nom: `C${i}` }));
    const { fautes } = lireContours(
      geojson(...communes.map(({ code }) => entite(code, carre(700000, 6000000)))),
      communes,
    );
    expect(fautes).toHaveLength(3);
    expect(fautes[2]?.message).toMatch(/\(et 37 de même ensuite\)\.$/);
  });

  it('by the hundred thousand on one line are read in a time that grows with their number alone', () => {
    const communes = [{ code: '10001', nom: 'C' }];
    const told = (count: number): number => {
      const features = Array.from({ length: count }, (_, i) => entite(String(10000 + (i % 80000)), carre(3, 45)));
      const text = JSON.stringify({ type: 'FeatureCollection', features });
      return processorTime(() => {
        const { contours, fautes } = lireContours(text, communes);
        expect(Object.keys(contours)).toEqual(['10001']);
        expect(fautes[0]).toMatchObject({ code: 'contour-inconnu', ligne: 1 });
      });
    };
    told(1000);
    // Twenty times more took four hundred times longer.
    expect(told(60_000)).toBeLessThan(100 * Math.max(told(3_000), 1));
  });
});
