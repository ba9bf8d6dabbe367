/** The data of a study as an open package: valid for an outside validator, whole, without what is internal or personal, never over anything else. */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { paquetDe } from '../../src/echange/donnees/paquet.js';
import type { Study } from '../../src/study/study.js';
import { etudeDe } from '../support/composed.js';
import { runIn } from '../support/in-process.js';
import { temporaryFolder } from '../support/temporary.js';

interface Ressource {
  name: string;
  tabular: boolean;
  read(options: { relations: boolean }): Promise<unknown[]>;
}
interface Validateur {
  Package: { load(path: string): Promise<{ valid: boolean; errors: Error[]; resources: Ressource[] }> };
}
const { Package } = createRequire(import.meta.url)('datapackage') as Validateur;

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = new TextDecoder();
let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
});

async function etude(path: string): Promise<Study> {
  const study = await etudeDe(path);
  return study;
}
const bytesOf = (study: Study, interne = false) =>
  new Map(paquetDe(study, interne).fichiers.map(({ name, bytes }) => [name, text.decode(bytes)]));
const rows = (files: Map<string, string>, table: string): Record<string, string>[] =>
  parse(files.get(`donnees/${table}.csv`) ?? '', { columns: true });

describe('the open package of a study', () => {
  it.each(['data', 'tests/fixtures/autre-etude', 'tests/fixtures/base'])(
    'of %s is valid: description, types, constraints and references',
    async (path) => {
      const cwd = join(folder, path.replaceAll('/', '-'));
      await cp(join(root, path), join(cwd, 'data'), { recursive: true });
      const said = await runIn(cwd, 'exporter-donnees');
      expect(said.code).toBe(0);
      const [name = ''] = await readdir(join(cwd, 'out'));
      const made = await Package.load(join(cwd, 'out', name, 'datapackage.json'));
      expect(made.errors.map(({ message }) => message)).toEqual([]);
      let count = 0;
      const tables = made.resources.filter(({ tabular }) => tabular);
      for (const resource of tables) count += (await resource.read({ relations: true })).length;
      expect(said.stdout).toMatch(new RegExp(`${tables.length} tables`));
      expect(count).toBeGreaterThan(20);
    },
  );

  it('holds every entry and the lists that entries hold', async () => {
    const study = await etude('data');
    const files = bytesOf(study);
    expect(rows(files, 'acteurs').map(({ id }) => id)).toEqual(study.acteurs.map(({ id }) => id));
    const [scenario] = study.scenarios;
    const own = rows(files, 'scenarios_modalites').filter(({ scenarios }) => scenarios === scenario?.id);
    expect(own.map(({ id }) => id)).toEqual(scenario?.modalites.map(({ id }) => id));
    expect(own.map(({ rang_modalites: rank }) => rank)).toEqual(own.map((_, i) => String(i + 1)));
    expect(JSON.parse(rows(files, 'acteurs')[0]?.domaines ?? '')).toEqual(study.acteurs[0]?.domaines);
    // Each file stands in the receipt with its fingerprint; the receipt alone does not.
    const receipt = files.get('BORDEREAU.md') ?? '';
    for (const name of files.keys()) expect(receipt.includes(`| ${name} |`), name).toBe(name !== 'BORDEREAU.md');
  });

  it('holds the contours that the study draws, with their source and licence, and no property but code and name', async () => {
    const study = await etude('tests/fixtures/autre-etude');
    const files = bytesOf(study);
    const { features } = JSON.parse(files.get('donnees/contours_communes.geojson') ?? '{}') as {
      features: { properties: Record<string, string>; geometry: { type: string; coordinates: number[][][] } }[];
    };
    expect(features.map(({ properties }) => properties.code)).toEqual(
      study.territoire.communes.map(({ code }) => code),
    );
    for (const { properties, geometry } of features) {
      expect(Object.keys(properties)).toEqual(['code', 'nom']);
      expect(geometry.type).toBe('Polygon');
      const [ring = []] = geometry.coordinates;
      const area = ring.reduce((sum, [x = 0, y = 0], i) => {
        const [nx = x, ny = y] = ring[i + 1] ?? [];
        return sum + x * ny - nx * y;
      }, 0);
      expect(area).toBeGreaterThan(0);
    }
    expect(files.get('DICTIONNAIRE.md')).toContain('## contours_communes');
    expect(files.get('LISEZMOI.md')).toContain('contours_source');
    const [source] = (await etude('data')).sources;
    if (!source) throw new Error('a source expected');
    const told = bytesOf({
      ...study,
      sources: [{ ...source, licence: 'Licence de l’institut' }],
      territoire: { ...study.territoire, contours_source: source.id },
    });
    expect(told.get('LISEZMOI.md')).toContain('Licence : Licence de l’institut.');
    expect(JSON.parse(told.get('datapackage.json') ?? '{}').resources.at(-1).sources[0].title).toBe(source.titre);
    expect(bytesOf(await etude('data')).has('donnees/contours_communes.geojson')).toBe(false);
  });

  it('says nothing internal nor personal, unless it is the internal edition; a formula is a text', async () => {
    const base = await etude('data');
    const [first, ...others] = base.acteurs;
    if (!first) throw new Error('an actor expected');
    const study: Study = {
      ...base,
      acteurs: [
        { ...first, note_interne: 'SENTINELLE', commentaire: '=HYPERLINK("http://exemple.fr";"x") ou jean@exemple.fr' },
        ...others,
      ],
      etude: { ...base.etude, inventaires_internes: ['experiences'] },
    };
    const files = bytesOf(study);
    const all = [...files.values()].join('\n');
    expect(all).not.toMatch(/SENTINELLE|jean@exemple\.fr/);
    expect(rows(files, 'acteurs')[0]).not.toHaveProperty('interet');
    expect(files.has('donnees/experiences.csv')).toBe(false);
    expect(rows(files, 'acteurs')[0]?.commentaire).toMatch(/^'=HYPERLINK/);
    const within = bytesOf(study, true);
    expect(rows(within, 'acteurs')[0]?.note_interne).toBe('SENTINELLE');
    expect(within.has('donnees/experiences.csv')).toBe(true);
    expect([...within.values()].join('\n')).not.toMatch(/jean@exemple\.fr/);
    expect(within.get('LISEZMOI.md')).toContain('Édition interne');
  });

  it('is the same for the same study, names its licence, and replaces only itself', async () => {
    const study = await etude('tests/fixtures/base');
    expect(bytesOf(study)).toEqual(bytesOf(study));
    const open = {
      ...study,
      etude: { ...study.etude, licence_donnees: { code: 'etalab-2.0', titre: 'Licence Ouverte 2.0' } },
    };
    expect(JSON.parse(bytesOf(open).get('datapackage.json') ?? '{}').licenses).toEqual([
      { name: 'etalab-2.0', title: 'Licence Ouverte 2.0' },
    ]);
    const cwd = join(folder, 'remise');
    await cp(join(root, 'tests/fixtures/base'), join(cwd, 'data'), { recursive: true });
    expect((await runIn(cwd, 'exporter-donnees')).code).toBe(0);
    expect((await runIn(cwd, 'exporter-donnees')).code).toBe(0);
    const [name = ''] = await readdir(join(cwd, 'out'));
    const described = join(cwd, 'out', name, 'datapackage.json');
    await writeFile(described, (await readFile(described, 'utf8')).replace('"name": "', '"name": "autre-'));
    const refused = await runIn(cwd, 'exporter-donnees');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/contient autre chose que les données de cette étude : rien n’est écrit/);
  });

  it('says what stands in the way of a file, as of a form, and which option gives another place', async () => {
    const cwd = join(folder, 'refus');
    await cp(join(root, 'tests/fixtures/base'), join(cwd, 'data'), { recursive: true });
    await writeFile(join(cwd, 'fichier'), '');
    const tries = [
      ['exporter-donnees', '--out', 'fichier/livrables'],
      ['export', 'besoins', '--sortie', 'fichier/besoins.xlsx'],
      ['export', 'besoins', '--sortie', 'nulle-part/besoins.csv'],
    ] as const;
    const said = [];
    for (const words of tries) said.push(await runIn(cwd, ...words));
    expect(said.map(({ code }) => code)).toEqual([1, 1, 1]);
    const [data, form, missing] = said.map(({ stderr }) => stderr);
    expect(data).toMatch(
      /^« .*fichier\/livrables.* » n'a pas pu être écrit : une partie du chemin est un fichier.*--out\.\n$/,
    );
    expect(form).toMatch(
      /^« fichier\/besoins\.xlsx » n'a pas pu être écrit : une partie du chemin est un fichier.*--sortie\.\n$/,
    );
    expect(missing).toMatch(/le dossier n’existe pas, ou ne peut pas être créé.*--sortie\.\n$/);
  });
});
