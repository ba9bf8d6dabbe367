/** The manifest stays true whatever is built apart, and one that was altered is told, never obeyed. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyserScenarios } from '../../src/analysis/scenarios/index.js';
import { contenuDe } from '../../src/build/changements/content.js';
import { installedDependencies } from '../../src/build/inputs/dependencies.js';
import { horodatageDe, PAR_DEFAUT } from '../../src/build/inputs/parameters.js';
import { type LivrableManifeste, type Manifeste, mergeRecords } from '../../src/build/release/manifest.js';
import { openManifest, otherStudy } from '../../src/build/release/read-manifest.js';
import { LEFT_OUT } from '../../src/package/left-out.js';
import type { Format } from '../../src/render/registry.js';
import { loadStudy } from '../../src/study/load.js';
import { action, etude } from '../analysis/small-study.js';
import { root } from '../support/cli.js';
import { temporaryFolder } from '../support/temporary.js';

const record = (id: string, empreinte: string, ...formats: Format[]): LivrableManifeste => ({
  id,
  empreinte,
  parametres: { ...PAR_DEFAUT, formats },
  sorties: formats.map((format) => ({ fichier: `${id}.${format}`, sha256: empreinte, octets: 1 })),
});

const MANIFESTE: Manifeste = {
  programme: { nom: 'atelier', version: '1', empreinte: 'x' },
  etude: { id: 'rives', version: '1.0', date: '2020-01-01' },
  git: null,
  entrees: [],
  modeles: [],
  livrables: [record('bilan', 'a', 'pdf')],
  avertissements: [],
  contenu: { fiches: {}, scenarios: {}, retenu: null },
};

describe('records of formats built apart', () => {
  it('made from the same things are one record', () => {
    expect(mergeRecords([record('bilan', 'a', 'pdf')], [record('bilan', 'a', 'xlsx')])).toEqual([
      record('bilan', 'a', 'pdf', 'xlsx'),
    ]);
  });
  it('made from other things keep each what they were made from', () => {
    expect(mergeRecords([record('bilan', 'a', 'pdf', 'xlsx')], [record('bilan', 'b', 'xlsx')])).toEqual([
      record('bilan', 'a', 'pdf'),
      record('bilan', 'b', 'xlsx'),
    ]);
  });
  it('go when the study no longer gives them', () => {
    expect(
      mergeRecords([record('fiches-projets/x', 'a', 'pdf')], [record('bilan', 'b', 'pdf')], (id) => id.endsWith('/x')),
    ).toEqual([record('bilan', 'b', 'pdf')]);
  });
});

describe('reading a manifest', () => {
  const place = async (content: unknown): Promise<string> => {
    const folder = join(await temporaryFolder(), '1.0');
    await mkdir(folder);
    await writeFile(
      join(folder, 'manifest.json'),
      typeof content === 'string' ? content : JSON.stringify(content, null, 2),
    );
    return folder;
  };
  const [first] = MANIFESTE.livrables;
  const outputNamed = (fichier: string): unknown => ({
    ...MANIFESTE,
    livrables: [{ ...first, sorties: [{ fichier, sha256: 'x', octets: 1 }] }],
  });

  it('reads one that is whole', async () => {
    expect(await openManifest(await place(MANIFESTE))).toEqual({ etat: 'lu', manifeste: MANIFESTE });
  });

  it.each([
    ['cut', '{"etude": {'],
    ['empty', ''],
    ['a list', []],
    ['without records', { ...MANIFESTE, livrables: null }],
    ['with a record that is not one', { ...MANIFESTE, livrables: [null] }],
    ['without content', { ...MANIFESTE, contenu: {} }],
    ['of former parameters', { ...MANIFESTE, livrables: [{ ...first, parametres: { formats: ['pdf'] } }] }],
    ['whose version leads out', { ...MANIFESTE, etude: { ...MANIFESTE.etude, version: '../../x' } }],
    ['whose output leads out', outputNamed('../../secret')],
    ['whose output is absolute', outputNamed('/etc/passwd')],
    ['with the same output twice', { ...MANIFESTE, livrables: [first, { ...first, id: 'diagnostic' }] }],
    ['whose output is on a drive', outputNamed('C:\\x')],
  ])('tells one that is %s', async (_, content) => {
    expect(await openManifest(await place(content))).toEqual({ etat: 'abime' });
  });

  it('puts back the release that a build was killed in the middle of replacing', async () => {
    const folder = await place(MANIFESTE);
    await rename(folder, join(folder, '..', '.1.0.ancien'));
    expect((await openManifest(folder)).etat).toBe('lu');
    expect((await openManifest(join(folder, '..', '9.9'))).etat).toBe('absent');
  });

  it('finds the study that a place belongs to', async () => {
    const folder = await place(MANIFESTE);
    expect(await otherStudy(join(folder, '..'), 'rives')).toBeNull();
    expect(await otherStudy(join(folder, '..'), 'autre')).toEqual({ dossier: '1.0', etude: 'rives' });
  });
});

describe('what the fingerprint of the program covers', () => {
  it('every installed package that the program runs on, near or far', async () => {
    const all = installedDependencies();
    expect(all.some((one) => /^pdfmake@\d/.test(one))).toBe(true);
    expect(all.some((one) => /^pdfkit@|^@foliojs-fork\/pdfkit@/.test(one))).toBe(true);
    expect(all.some((one) => /^vitest@/.test(one))).toBe(false);
  });

  it('changes when a dependency of a dependency does', async () => {
    const root = await temporaryFolder();
    const pack = async (path: string, content: object): Promise<void> => {
      await mkdir(join(root, path), { recursive: true });
      await writeFile(join(root, path, 'package.json'), JSON.stringify(content));
    };
    await pack('.', { dependencies: { a: '1' } });
    await pack('node_modules/a', { name: 'a', version: '1.0.0', dependencies: { b: '1', absent: '1' } });
    await pack('node_modules/b', { name: 'b', version: '1.0.0' });
    expect(installedDependencies(root)).toEqual(['a@1.0.0', 'b@1.0.0']);
    await pack('node_modules/b', { name: 'b', version: '1.0.1' });
    expect(installedDependencies(root)).toEqual(['a@1.0.0', 'b@1.0.1']);
  });

  it('of the built program, the packages that it leaves out, and what they depend on', async () => {
    const root = await temporaryFolder();
    const pack = async (path: string, content: object): Promise<void> => {
      await mkdir(join(root, path), { recursive: true });
      await writeFile(join(root, path, 'package.json'), JSON.stringify(content));
    };
    await pack('.', { dependencies: { a: '1', c: '1' } });
    await pack('node_modules/a', { name: 'a', version: '1.0.0', dependencies: { b: '1' } });
    await pack('node_modules/b', { name: 'b', version: '1.0.0' });
    await pack('node_modules/c', { name: 'c', version: '1.0.0' });
    expect(installedDependencies(root, new Set(['a']))).toEqual(['a@1.0.0', 'b@1.0.0']);
    expect(installedDependencies()).toEqual(expect.arrayContaining(installedDependencies(undefined, LEFT_OUT)));
    expect(installedDependencies(undefined, LEFT_OUT).some((one) => one.startsWith('source-sans@'))).toBe(true);
  });
});

describe('SOURCE_DATE_EPOCH', () => {
  it.each([
    ['1600000000', '2020-09-13'],
    [undefined, null],
    ['demain', null],
    ['999999999999999', null],
  ])('%j → %j', (epoch, date) => expect(horodatageDe(epoch)).toBe(date));
});

describe('what a release says', () => {
  it('counts the tests of viability that a scenario passes, not those that it has', async () => {
    const { study } = await loadStudy(join(root, 'modeles/exemple'), { cwd: root });
    if (!study) throw new Error('no study');
    const { scenarios } = analyserScenarios(study);
    const passed = scenarios.map(({ viabilite }) => viabilite.tests.reduce((n, one) => n + (one.satisfait ? 1 : 0), 0));
    expect(Object.values(contenuDe(study, {}).scenarios).map(({ tests }) => tests)).toEqual(passed);
    expect(passed.some((n, i) => n > 0 && n < (scenarios[i]?.viabilite.tests.length ?? 0))).toBe(true);
  });

  it('is the same whatever the order of the keys of an entry, and another with the order of a list', () => {
    const fields = { titre: 'Une', domaines: ['eau', 'air'], cout: { min: 1, max: 2 } };
    const hash = (entry: object): unknown =>
      contenuDe({ ...etude(), actions: [action('a', entry)] }, {}).fiches.actions?.a?.sha256;
    const turned = { cout: { max: 2, min: 1 }, domaines: ['eau', 'air'], titre: 'Une' };
    expect(hash(turned)).toBe(hash(fields));
    expect(hash({ ...fields, domaines: ['air', 'eau'] })).not.toBe(hash(fields));
  });
});
