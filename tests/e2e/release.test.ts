/** Releases: same bytes everywhere, nothing built twice for nothing and nothing stale, and what changed said. */
import { execFileSync, spawn } from 'node:child_process';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildDeliverables } from '../../src/build/build.js';
import type { Manifeste } from '../../src/build/manifest.js';
import { PAR_DEFAUT } from '../../src/build/parameters.js';
import { readManifest } from '../../src/build/read-manifest.js';
import { copyStudy, edit, root } from '../support/cli.js';
import { runIn } from '../support/in-process.js';
import { buildIn, copieRelease } from '../support/release.js';

const pdfText = (file: string): string =>
  execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
const manifestIn = async (folder: string): Promise<Manifeste> => {
  const manifest = await readManifest(folder);
  if (!manifest) throw new Error(`no manifest in ${folder}`);
  return manifest;
};
const outputs = ({ livrables }: Manifeste): string[] =>
  livrables.flatMap(({ sorties }) => sorties.map(({ fichier, sha256 }) => `${fichier} ${sha256}`)).sort();

describe('the release of the example study', () => {
  let folder: string;
  let release: string;
  let first: Manifeste;
  beforeAll(async () => {
    const { folder: copy, outcome } = await copieRelease();
    expect(outcome.code, outcome.stderr).toBe(0);
    folder = copy;
    release = join(folder, 'out', '1.0');
    first = await manifestIn(release);
  });

  it('holds every deliverable, each with its hash, its inputs and the warnings', async () => {
    expect((await readdir(release)).sort()).toEqual(
      ['manifest.json', ...outputs(first).map((line) => line.split(' ')[0] ?? '')].sort(),
    );
    expect(first.livrables.map(({ id }) => id)).toEqual([
      'bilan',
      'copil',
      'diagnostic',
      'etude',
      'fiches-projets',
      'mode-operatoire',
      'scenarios',
    ]);
    expect(first.entrees.map(({ fichier }) => fichier)).toContain('scenarios/reseau-anime.yaml');
    expect(first.avertissements).toEqual([]);
    expect(JSON.stringify(first)).not.toContain(folder);
  });

  it('is the same, byte for byte, in another folder, time zone and locale', async () => {
    const other = await copyStudy('data');
    const { code, stderr } = await buildIn(other, { TZ: 'Asia/Tokyo', LC_ALL: 'fr_FR.UTF-8', LANG: 'fr_FR.UTF-8' });
    expect(code, stderr).toBe(0);
    expect(outputs(await manifestIn(join(other, 'out', '1.0')))).toEqual(outputs(first));
    expect(await readFile(join(other, 'out', '1.0', 'manifest.json'), 'utf8')).toBe(
      await readFile(join(release, 'manifest.json'), 'utf8'),
    );
  });

  it('is verified, and tells what was altered, lost or added', async () => {
    expect((await runIn(folder, 'verify', 'out/1.0')).stdout).toMatch(/^\S+ : \d+ fichiers, conformes au manifeste\./);
    const copy = join(folder, 'copie');
    await cp(release, copy, { recursive: true });
    await writeFile(join(copy, 'bilan.pdf'), 'autre');
    await rm(join(copy, 'scenarios.xlsx'));
    await writeFile(join(copy, 'note.txt'), 'moi');
    const { code, stdout } = await runIn(folder, 'verify', 'copie');
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ bilan\.pdf : il a changé/);
    expect(stdout).toMatch(/✗ scenarios\.xlsx : .*n’y est plus/);
    expect(stdout).toMatch(/✗ note\.txt : le manifeste ne le décrit pas/);
    const none = await runIn(folder, 'verify', 'data');
    expect(none.code).toBe(2);
    expect(none.stderr).toMatch(/n'a pas de manifeste/);
  });

  it('is not built again when nothing has changed', async () => {
    const { stderr } = await buildIn(folder, {});
    expect(stderr).toMatch(
      /inchangés, repris tels quels : diagnostic, scenarios, mode-operatoire, fiches-projets, bilan, copil/,
    );
  });

  it('is built again only where a changed project sheet shows; the difference is told', async () => {
    const before = join(folder, 'avant');
    await cp(release, before, { recursive: true });
    await edit(join(folder, 'data', 'projets', 'haies-mares.yaml'), 'realise: 14900', 'realise: 15900');
    const { stderr } = await buildIn(folder, {}, '--format', 'pdf,xlsx,pptx');
    expect(stderr).toMatch(/repris tels quels : diagnostic, scenarios$/m);
    expect(stderr).toMatch(/fiches-projets\.pdf/);
    const diff = await runIn(folder, 'diff', 'avant', 'out/1.0');
    expect(diff.stdout).toMatch(/Projets\n {2}Haies et mares d’un groupe de fermes : fiche modifiée/);
    expect(diff.stdout).toMatch(/1 changement\./);
  });

  it('says in its pages what changed since it was validated', async () => {
    expect((await runIn(folder, 'valider')).stdout).toMatch(/scenarios : validé le 19\savril 2018/);
    expect((await runIn(folder, 'valider')).stdout).toMatch(/Aucune validation nouvelle/);
    await edit(join(folder, 'data', 'scenarios', 'reseau-anime.yaml'), 'etp: 0.8', 'etp: 1.1');
    expect((await runIn(folder, 'status')).stdout).toMatch(
      /modifié depuis la validation du 19\savril 2018\n(.*\n)*.*coût annuel : 96/,
    );
    const { code, stderr } = await buildIn(
      folder,
      {},
      'scenarios',
      'copil',
      '--format',
      'pdf,pptx',
      '--depuis',
      'avant',
    );
    expect(code, stderr).toBe(0);
    const text = pdfText(join(release, 'scenarios.pdf'));
    expect(text).toMatch(/Validé par le comité de pilotage du 19\savril 2018[\s\S]{0,200}modifié depuis/);
    expect(text).toMatch(/Modifications depuis la validation/);
    expect(text).toMatch(/Évolutions depuis la version 1\.0/);
    expect(pdfText(join(release, 'copil.pdf'))).toMatch(/Réseau animé : coût annuel : 96/);
    // The project changed above spends more than it receives: a contradiction, which the manifest keeps.
    expect((await manifestIn(release)).avertissements).toContainEqual(
      expect.objectContaining({ code: 'depenses-sans-recettes', fichier: 'projets/haies-mares.yaml' }),
    );
  });

  it('gives slides with charts that can be edited', async () => {
    const files = unzipSync(new Uint8Array(await readFile(join(release, 'copil.pptx'))));
    const names = Object.keys(files);
    expect(names.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name)).length).toBeGreaterThanOrEqual(1);
    expect(names.some((name) => /embeddings\/.*\.xlsx$/.test(name))).toBe(true);
    const slides = names
      .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
      .map((name) => strFromU8(files[name] ?? new Uint8Array()));
    expect(slides.join('')).toMatch(/Décision attendue/);
    expect(slides.join('')).not.toMatch(/undefined|NaN|\[object/);
  });

  it('takes the date of its files from SOURCE_DATE_EPOCH when it is set', async () => {
    const { code } = await buildIn(folder, { SOURCE_DATE_EPOCH: '1600000000' }, 'fiches-projets', '--format', 'pdf');
    expect(code).toBe(0);
    const info = execFileSync('pdfinfo', ['-isodates', join(release, 'fiches-projets.pdf')], { encoding: 'utf8' });
    expect(info).toMatch(/CreationDate: +2020-09-13/);
    expect(pdfText(join(release, 'fiches-projets.pdf'))).toMatch(/Version 1\.0 d’octobre 2019/);
  });
});

describe('a release built again to be verified', () => {
  it('is the same, then differs where an input changed, and the reason is told', async () => {
    const folder = await copyStudy('tests/fixtures/autre-etude');
    await runIn(folder, 'build', '--format', 'xlsx');
    const same = await runIn(folder, 'verify', 'out/1.2', '--rebuild');
    expect(same.code, same.stdout + same.stderr).toBe(0);
    expect(same.stdout).toMatch(/identiques à une reconstruction/);
    await edit(join(folder, 'data', 'criteres.yaml'), 'note: 14', 'note: 12');
    const { code, stdout } = await runIn(folder, 'verify', 'out/1.2', '--rebuild');
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ scenarios\.xlsx : la reconstruction donne un autre fichier/);
    expect(stdout).toMatch(/entrée criteres\.yaml : modifié/);
    expect(stdout).not.toMatch(/✗ diagnostic\.xlsx/);
  });
});

describe('nothing is ever stale', () => {
  it('a build on top of a former one equals a full build, whatever field was changed', async () => {
    const folder = await copyStudy('tests/fixtures/autre-etude');
    const data = join(folder, 'data');
    const build = async (out: string): Promise<string[]> => {
      const result = await buildDeliverables({
        dir: data,
        out,
        cwd: folder,
        livrables: [],
        parametres: { ...PAR_DEFAUT, formats: ['xlsx'] },
        shownDir: 'data',
        progress: () => undefined,
        onLoaded: () => undefined,
        onFile: () => undefined,
      });
      expect(result.diagnostics.filter(({ gravite }) => gravite === 'erreur')).toEqual([]);
      return outputs(await manifestIn(result.folder));
    };
    // Values that may change without making the study wrong: quantities, and texts that nothing refers to.
    const FIELD =
      /(importance|etp|taux|montant|poids|superficie_km2|population|libelle|resume|profil|parade|texte|nom): ?("?)([^,"}\]\n]+)\2/g;
    const files = ['acteurs', 'besoins', 'scenarios', 'criteres', 'territoire', 'etude', 'outils'].map((name) =>
      join(data, `${name}.yaml`),
    );
    const kept = join(folder, 'out');
    await build(kept);
    await fc.assert(
      fc.asyncProperty(fc.nat(files.length - 1), fc.nat(10_000), async (index, pick) => {
        const file = files[index] ?? '';
        const text = await readFile(file, 'utf8');
        const fields = [...text.matchAll(FIELD)];
        const field = fields[pick % Math.max(1, fields.length)];
        if (!field) return;
        const value = field[3] ?? '';
        const number = Number(value);
        const next = Number.isFinite(number)
          ? number > 1
            ? String(Math.max(1, number - 1))
            : String(number / 2)
          : `${value} bis`;
        const at = field.index;
        await writeFile(file, text.slice(0, at) + field[0].replace(value, next) + text.slice(at + field[0].length));
        const checked = await buildDeliverables({
          dir: data,
          out: kept,
          cwd: folder,
          livrables: [],
          parametres: { ...PAR_DEFAUT, formats: ['xlsx'] },
          shownDir: 'data',
          progress: () => undefined,
          onLoaded: () => undefined,
          onFile: () => undefined,
        });
        if (checked.diagnostics.some(({ gravite }) => gravite === 'erreur')) {
          // An edit that makes the study wrong changes nothing.
          await writeFile(file, text);
          return;
        }
        const onTop = outputs(await manifestIn(checked.folder));
        const fresh = join(folder, 'neuf');
        await rm(fresh, { recursive: true, force: true });
        expect(onTop).toEqual(await build(fresh));
      }),
      { numRuns: 7, seed: 42 },
    );
  });
});

describe('atelier watch', () => {
  it('builds at once, tells of broken YAML in the middle of an edit, and goes on', async () => {
    const folder = await copyStudy('tests/fixtures/autre-etude');
    const child = spawn(
      process.execPath,
      [join(root, 'bin/atelier.js'), 'watch', 'diagnostic', '--format', 'xlsx', '--voir'],
      {
        cwd: folder,
        env: { ...process.env, NO_COLOR: '1' },
      },
    );
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const hears = async (pattern: RegExp): Promise<string> => {
      for (let waited = 0; !pattern.test(said); waited += 50) {
        if (waited > 15_000) throw new Error(`not heard: ${pattern}\n${said}`);
        await new Promise((done) => setTimeout(done, 50));
      }
      const heard = said;
      said = '';
      return heard;
    };
    try {
      const heard = await hears(/diagnostic\.xlsx[\s\S]*À jour/);
      const page = async (): Promise<string> => (await fetch(/http:\S+/.exec(heard)?.[0] ?? '')).text();
      expect(await page()).toContain('href="/livrables/diagnostic.xlsx"');
      const file = join(folder, 'data', 'besoins.yaml');
      const text = await readFile(file, 'utf8');
      await writeFile(file, `${text}\n- id: [`);
      await hears(/data\/besoins\.yaml:\d+:\d+ {2}erreur[\s\S]*En attente d'une correction/);
      expect(await page()).toMatch(/livrables\/diagnostic\.xlsx[\s\S]*data\/besoins\.yaml:\d+/);
      await writeFile(file, text.replace('importance: 4', 'importance: 2'));
      await hears(/diagnostic\.xlsx[\s\S]*À jour/);
    } finally {
      child.kill('SIGINT');
    }
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });
});
