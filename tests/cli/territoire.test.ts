/** `atelier territoire`: a study follows the official lists, and is told what mergers and new names change. The lists are a small imitation of the package. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ListesAbsentes, listesDe, millesimeDe } from '../../src/echange/territoire/listes.js';
import { runIn, type Said } from '../support/in-process.js';
import { temporaryFolder } from '../support/temporary.js';

const commune = (code: string, nom: string, population: number, more: object = {}): object => ({
  code,
  nom,
  departement: code.slice(0, 2),
  type: 'commune-actuelle',
  population,
  ...more,
});

const COMMUNES = [
  commune('98001', 'Amont', 120),
  commune('98002', 'Bourg-Neuf', 900, { anciensCodes: ['98003', '98004'] }),
  commune('98005', 'Clairval', 310),
  commune('98006', 'Delta', 45),
  { code: '98002', nom: 'Le Bourg', departement: '98', type: 'commune-deleguee', chefLieu: '98002' },
  { code: '98003', nom: 'Mézel', departement: '98', type: 'commune-deleguee', chefLieu: '98002' },
];

const EPCI = [
  { code: '200000001', nom: 'CC du Haut Val', membres: [{ code: '98001' }, { code: '98002' }] },
  { code: '200000002', nom: 'CA Clairval Agglomération', membres: [{ code: '98005' }] },
];

const LISTES = { communes: COMMUNES, epci: EPCI, departements: [{ code: '98', nom: 'Val' }] };

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
});

async function installer(version = '4.1.0'): Promise<void> {
  const folder = join(cwd, 'node_modules/@etalab/decoupage-administratif');
  await mkdir(join(folder, 'data'), { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: '@etalab/decoupage-administratif', version }));
  for (const [name, value] of Object.entries(LISTES))
    await writeFile(join(folder, `data/${name}.json`), JSON.stringify(value));
}

const lire = (name: string): Promise<string> => readFile(join(cwd, 'data', name), 'utf8');
const territoire = (...args: string[]): Promise<Said> => runIn(cwd, 'territoire', ...args);

/** A new study, whose territory is `text` when given. */
async function etude(text?: string): Promise<void> {
  await installer();
  expect((await runIn(cwd, 'init', '--titre', 'Essai')).code).toBe(0);
  if (text !== undefined) await writeFile(join(cwd, 'data/territoire.yaml'), text);
}

describe('atelier territoire', () => {
  it('fills a new study, once it is asked to, and then has nothing to change', async () => {
    await etude();
    const shown = await territoire('--epci', '200000001');
    expect(shown).toMatchObject({ code: 0, stdout: expect.stringContaining('+  - { code: "98002", nom: Bourg-Neuf') });
    expect(await lire('territoire.yaml')).toContain('Première commune');
    expect((await territoire('--epci', '200000001', '--ecrire')).code).toBe(0);
    const text = await lire('territoire.yaml');
    expect(text).toContain('nom: Communauté de communes du Haut Val');
    expect(text).toContain('population: 900');
    expect(text).not.toContain('Première commune');
    expect(text).toContain('millesime: "2024"');
    expect(await lire('sources.yaml')).toContain('id: decoupage-administratif-2024');
    expect(await runIn(cwd, 'check')).toMatchObject({ code: 0 });
    expect(await territoire('--epci', '200000001')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Rien à/),
    });
    const more = await territoire('--communes', '98001,98005', '--departement', '98', '--ecrire');
    expect(more.stdout).toContain('siren: "200000002"');
    expect((await lire('territoire.yaml')).match(/code:/g)).toHaveLength(4);
    expect(await runIn(cwd, 'check')).toMatchObject({ code: 0 });
  });

  it('says what a merger, a new name and a grouping that has gone change, wherever a commune is named', async () => {
    await etude(
      `# À garder.
millesime: "2012"
epci:
  - { siren: "299999999", nom: Ancien Val }
perimetres:
  - { id: tout, libelle: Tout, communes: ["98003", "98001", "98004", "98002"] }
  - { id: un, libelle: Un, communes: ["98004"] }
  - { id: vieux, libelle: Vieux, epci: ["299999999"] }
communes:
  - { code: "98001", nom: Amont-le-Vieux, epci: "299999999", departement: "98", population: 100, lon: 2.1, lat: 46.2 } # source de la rivière
  - { code: "98002", nom: Le Bourg, departement: "98", population: 500, superficie_km2: 12 }
  - { code: "98003", nom: Mézel, departement: "98", population: 200 }
  - { code: "98004", nom: Dallet, departement: "98", population: 190 }
  - { code: "98099", nom: Clairval, departement: "98" }
`,
    );
    await writeFile(
      join(cwd, 'data/actions.yaml'),
      '- { id: une, titre: Une, debut: "2020", domaines: [domaine-1], publics: [habitants], porteur_nom: X, communes: ["98004"] }\n',
    );
    const said = await territoire('--ecrire');
    expect(said.code, said.stderr).toBe(0);
    expect(said.stderr).toContain("98001 : « Amont-le-Vieux » s'appelle « Amont ».");
    expect(said.stderr).toMatch(
      /Mézel \(98003\), Dallet \(98004\) font aujourd'hui partie de Bourg-Neuf \(98002, 900 hab\.\)/,
    );
    expect(said.stderr).toContain('passe de 500 hab. à 900 hab.');
    expect(said.stderr).toContain('sa superficie et son centre sont à reprendre');
    expect(said.stderr).toMatch(/299999999 « Ancien Val » n'existe plus en 2024.*vieux/);
    expect(said.stderr).toMatch(/98099 « Clairval » n'est dans aucune liste.*98005/);
    const text = await lire('territoire.yaml');
    expect(text).toContain('# À garder.');
    expect(text).toContain('lon: 2.1, lat: 46.2 } # source de la rivière');
    expect(text).toContain('communes: ["98002", "98001"]');
    expect(text).toContain('id: un, libelle: Un, communes: ["98002"]');
    expect(text).not.toMatch(/98003|98004/);
    expect(await lire('actions.yaml')).toContain('communes: ["98002"]');
    const checked = await runIn(cwd, 'check');
    expect(checked.code, checked.stderr).toBe(0);
  });

  it('gives the nearest of an unknown code or name, and changes nothing', async () => {
    await etude();
    const before = await lire('territoire.yaml');
    const said = await territoire('--epci', 'Clairval Agglo', '--communes', '98007', '--departement', '97', '--ecrire');
    expect(said.code).toBe(2);
    expect(said.stderr).toContain(
      "« Clairval Agglo » n'est le code d'aucune intercommunalité de 2024. Vouliez-vous dire 200000002",
    );
    expect(said.stderr).toMatch(/« 98007 » n'est le code d'aucune commune.*Vouliez-vous dire 9800/);
    expect(said.stderr).toMatch(/« 97 » n'est le code d'aucun département.*98 \(Val\)/);
    expect(await lire('territoire.yaml')).toBe(before);
    expect((await territoire('--communes', '98003')).stderr).toContain('98003 fait partie de Bourg-Neuf (98002)');
  });

  it('says how to install the lists that are missing, or that cannot be read', async () => {
    await etude();
    await rm(join(cwd, 'node_modules'), { recursive: true });
    expect(await territoire('--listes', '.')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('npm install @etalab/decoupage-administratif'),
    });
    await installer();
    await writeFile(join(cwd, 'node_modules/@etalab/decoupage-administratif/data/epci.json'), '{');
    expect(await territoire()).toMatchObject({ code: 1, stderr: expect.stringContaining('réinstallez-le') });
    expect((await runIn(cwd, 'territoire', '-C', 'ailleurs')).stderr).toContain('etude-introuvable');
  });
});

describe('the year of the lists', () => {
  it('is that of the version of the package', () => {
    expect(['0.7.0', '0.8.0', '1.1.1', '6.0.0', '0.5.0', 'x'].map(millesimeDe)).toEqual([
      '2019',
      '2020',
      '2021',
      '2026',
      null,
      null,
    ]);
    expect(() => listesDe('0.1.0', LISTES)).toThrow(ListesAbsentes);
    expect(() => listesDe('6.0.0', { ...LISTES, epci: [] })).toThrow(ListesAbsentes);
  });
});
