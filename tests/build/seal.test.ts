/** When a sealed build answers without the study being read: only while nothing at all has changed. */
import { execFileSync } from 'node:child_process';
import {
  appendFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/build/build.js';
import { nameOf, thisProcess } from '../../src/build/disk/process.js';
import { sha256 } from '../../src/build/inputs/fingerprint.js';
import { folderState } from '../../src/build/inputs/folder-state.js';
import { gitState } from '../../src/build/inputs/git-state.js';
import { PAR_DEFAUT } from '../../src/build/inputs/parameters.js';
import { describeFile, MANIFEST, type Manifeste, manifestBytes } from '../../src/build/release/manifest.js';
import { SEAL, throughSeal } from '../../src/build/release/seal.js';
import type { BuildRequest } from '../../src/build/request.js';
import { temporaryFolder } from '../support/temporary.js';

let cwd: string;
let dir: string;
let out: string;
let request: BuildRequest;
let told: string[];

const FILES = {
  'etude.yaml': 'id: rives\n',
  'projets/mare.yaml': 'id: mare\n',
  'textes/diagnostic/besoins.md': 'Un texte.\n',
  'photos/mairie.png': 'image',
  'templates/diagnostic.md.hbs': '# Titre\n',
  'theme.yaml': 'couleurs: {}\n',
  '.atelier/validations.json': '[]\n',
  '.atelier/relectures.json': '{}\n',
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A build that reads nothing and writes a release of two files. */
async function build({ dir: study, out: place, cwd: from, onLoaded }: BuildRequest): Promise<BuildResult> {
  const folder = join(place, '1.0');
  const outputs = { 'diagnostic.pdf': 'pages', 'etude.json': '{}' };
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(outputs)) await writeFile(join(folder, name), text);
  const manifest: Manifeste = {
    programme: { nom: 'atelier', version: '0', empreinte: 'x' },
    etude: { id: 'rives', version: '1.0', date: '2018-01-01' },
    git: await gitState(study, ['etude.yaml']),
    entrees: [describeFile('etude.yaml', encode('id: rives\n'))],
    modeles: [],
    livrables: Object.entries(outputs).map(([name, text]) => ({
      id: name.split('.')[0] ?? '',
      empreinte: 'x',
      parametres: PAR_DEFAUT,
      sorties: [describeFile(name, encode(text))],
    })),
    avertissements: [],
    contenu: { fiches: {}, scenarios: {}, retenu: null },
  };
  await writeFile(join(folder, MANIFEST), manifestBytes(manifest));
  onLoaded('Étude lue');
  return {
    version: '1.0',
    folder,
    files: [{ livrable: 'etude', name: 'etude.json', path: join(from, 'etude.json'), bytes: encode('{}'), ms: 3 }],
    reused: [],
    modified: [],
    diagnostics: [],
    kept: [],
    older: [],
    removed: [],
    skipped: [{ livrable: 'bilan', message: 'rien à dire' }],
    read: { files: 1, entries: 1 },
    texts: new Map(),
    summary: 'Étude lue',
    standing: { manifest: sha256(manifestBytes(manifest)), reused: ['diagnostic'] },
  };
}

/** Whether the study was read. */
async function reads(asked: BuildRequest = request, work = build, whole = false): Promise<boolean> {
  let read = false;
  await throughSeal(asked, whole, (one) => {
    read = true;
    return work(one);
  });
  return read;
}

beforeEach(async () => {
  cwd = await temporaryFolder();
  [dir, out, told] = [join(cwd, 'data'), join(cwd, 'out'), []];
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(join(dir, name, '..'), { recursive: true });
    await writeFile(join(dir, name), text);
  }
  request = {
    ...{ dir, out, cwd, livrables: [], parametres: PAR_DEFAUT, shownDir: 'data' },
    progress: () => undefined,
    onLoaded: (summary) => told.push(summary),
    onFile: () => undefined,
  };
  expect(await reads()).toBe(true);
});

describe('a sealed build', () => {
  it('answers what the whole build would, without it', async () => {
    const found = await throughSeal(request, false, () => Promise.reject(new Error('the study was read')));
    expect(told).toEqual(['Étude lue', 'Étude lue']);
    expect(found).toMatchObject({ version: '1.0', reused: ['diagnostic'], kept: [], removed: [], diagnostics: [] });
    expect(found.skipped).toEqual([{ livrable: 'bilan', message: 'rien à dire' }]);
    expect(found.files).toEqual([
      {
        livrable: 'etude',
        name: 'etude.json',
        path: join('out', '1.0', 'etude.json'),
        bytes: Buffer.from('{}'),
        ms: 0,
      },
    ]);
  });

  it('leaves nothing beside the seal, nor what a killed build left there', async () => {
    const dead = join(out, `.sceau.json.${nameOf({ ...thisProcess(), pid: 999_999_999 })}.tmp`);
    await writeFile(dead, '');
    await writeFile(join(dir, 'etude.yaml'), 'id: rive # x\n');
    expect(await reads()).toBe(true);
    expect((await readdir(out)).filter((name) => name.startsWith('.sceau'))).toEqual([SEAL]);
  });

  it.each(Object.keys(FILES))('reads the study again when %s has changed, gone or moved', async (name) => {
    const path = join(dir, name);
    const { atime, mtime, size } = await stat(path);
    // Same size, same time.
    await writeFile(path, 'x'.repeat(size));
    await utimes(path, atime, mtime);
    expect(await reads()).toBe(true);
    expect(await reads()).toBe(false);
    await rename(path, `${path}.ancien`);
    expect(await reads()).toBe(true);
    await rm(`${path}.ancien`);
    expect(await reads()).toBe(true);
    expect(await reads()).toBe(false);
  });

  it.each([
    'besoins.yaml',
    'acteurs.csv',
    'projets/autre.yaml',
    'textes/bilan/suite.md',
    'photos/autre.png',
    'templates/commun/annexes.md.hbs',
    '.images/logo.png',
    'inconnu/besoins.yaml',
  ])('reads the study again when %s is new', async (name) => {
    await mkdir(join(dir, name, '..'), { recursive: true });
    await writeFile(join(dir, name), '');
    expect(await reads()).toBe(true);
    expect(await reads()).toBe(false);
  });

  it('reads the study again when a folder is new, empty as it is', async () => {
    await mkdir(join(dir, 'textes', 'copil'));
    expect(await reads()).toBe(true);
    expect(await reads()).toBe(false);
  });

  it('sees through a link to a file, and answers for no link to a folder nor for one that leads nowhere', async () => {
    const elsewhere = join(cwd, 'ailleurs.yaml');
    await writeFile(elsewhere, 'id: a\n');
    await symlink(elsewhere, join(dir, 'besoins.yaml'));
    expect([await reads(), await reads()]).toEqual([true, false]);
    await writeFile(elsewhere, 'id: b\n');
    expect([await reads(), await reads()]).toEqual([true, false]);
    await rm(join(dir, 'besoins.yaml'));
    await writeFile(join(dir, 'besoins.yaml'), 'id: b\n');
    expect([await reads(), await reads()]).toEqual([true, false]);
    await symlink(join(cwd, 'nulle-part'), join(dir, 'rompu.yaml'));
    expect([await reads(), await reads()]).toEqual([true, true]);
    await rm(join(dir, 'rompu.yaml'));
    await mkdir(join(cwd, 'dossier'));
    await symlink(join(cwd, 'dossier'), join(dir, 'acteurs'));
    expect([await reads(), await reads()]).toEqual([true, true]);
  });

  it.each([
    ['the formats', { parametres: { ...PAR_DEFAUT, formats: ['docx' as const] } }],
    ['the edition', { parametres: { ...PAR_DEFAUT, interne: true } }],
    ['the date of the files', { parametres: { ...PAR_DEFAUT, horodatage: '2019-01-01' } }],
    ['the scenario', { parametres: { ...PAR_DEFAUT, scenario: 'reseau' } }],
    ['the meeting', { parametres: { ...PAR_DEFAUT, reunion: 'un' } }],
    ['the deliverables', { livrables: ['diagnostic'] }],
    ['the folder from which places are shown', { cwd: '/' }],
  ])('reads the study again when %s asked for are others', async (_, other) => {
    expect(await reads({ ...request, ...other })).toBe(true);
  });

  it('reads the study when a comparison, texts or measures are asked for', async () => {
    const dossier = join(out, '1.0');
    const manifeste = JSON.parse(await readFile(join(dossier, MANIFEST), 'utf8')) as Manifeste;
    const depuis = { dossier, manifeste };
    expect(await reads({ ...request, depuis })).toBe(true);
    expect(await reads(request, build, true)).toBe(true);
  });

  it.each([
    ['a file is altered', () => appendFile(join(out, '1.0', 'diagnostic.pdf'), 'x')],
    ['a file is lost', () => rm(join(out, '1.0', 'diagnostic.pdf'))],
    ['the manifest is altered', () => appendFile(join(out, '1.0', MANIFEST), ' ')],
    ['the release is lost', () => rm(join(out, '1.0'), { recursive: true })],
    ['the seal is damaged', () => writeFile(join(out, SEAL), '{"cle": 3')],
    [
      'the seal names a folder elsewhere',
      async () => {
        const text = await readFile(join(out, SEAL), 'utf8');
        await cp(join(out, '1.0'), join(cwd, 'pris'), { recursive: true });
        await writeFile(join(out, SEAL), text.replace('"dossier":"1.0"', '"dossier":"../pris"'));
      },
    ],
    [
      'another study stands beside',
      async () => {
        await cp(join(out, '1.0'), join(out, '2.0'), { recursive: true });
        const manifest = await readFile(join(out, '2.0', MANIFEST), 'utf8');
        await writeFile(join(out, '2.0', MANIFEST), manifest.replace('"rives"', '"autre"'));
      },
    ],
  ])('reads the study again when %s', async (_, change) => {
    await change();
    expect(await reads()).toBe(true);
  });

  it('reads the study again when its commit is another', async () => {
    const git = (...args: string[]): unknown =>
      execFileSync('git', ['-C', dir, '-c', 'user.name=x', '-c', 'user.email=x@x', ...args]);
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'x');
    expect([await reads(), await reads()]).toEqual([true, false]);
    git('commit', '--allow-empty', '-qm', 'y');
    expect([await reads(), await reads()]).toEqual([true, false]);
  });

  it('is not kept when the study has changed while it was read, even back', async () => {
    await writeFile(join(dir, 'etude.yaml'), 'id: rive\n');
    await reads(request, async (asked) => {
      await writeFile(join(dir, 'etude.yaml'), 'id: pont\n');
      const result = await build(asked);
      await writeFile(join(dir, 'etude.yaml'), 'id: rive\n');
      return result;
    });
    expect(await reads()).toBe(true);
  });

  it('is not kept when the build failed, or would not find its release as it is', async () => {
    await writeFile(join(dir, 'etude.yaml'), 'id: rive\n');
    await reads(request, async (asked) => ({ ...(await build(asked)), standing: null }));
    expect(await reads()).toBe(true);
  });

  it('is kept for releases within the study, which change nothing of it, and for none that hold it', async () => {
    const within = { ...request, out: join(dir, 'out') };
    expect([await reads(within), await reads(within)]).toEqual([true, false]);
    await writeFile(join(dir, 'out', 'besoins.yaml'), '');
    expect([await reads(within), await reads(within)]).toEqual([true, false]);
    for (const place of [dir, cwd]) {
      const around = { ...request, out: place };
      expect([await reads(around), await reads(around)]).toEqual([true, true]);
    }
  });
});

describe('the state of a folder', () => {
  it('is that of its copy, but for the marks of the disk; a folder that cannot be read has none', async () => {
    const copy = join(cwd, 'copie');
    await cp(dir, copy, { recursive: true });
    expect(folderState(copy)?.content).toBe(folderState(dir)?.content);
    expect(folderState(copy)?.exact).not.toBe(folderState(dir)?.exact);
    expect(folderState(join(cwd, 'absent'))).toBeNull();
  });
});
