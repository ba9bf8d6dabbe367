/** What a build, its check and its memory never lose, mix nor obey; on the small second study, one workbook a build. */
import { appendFile, cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SEAL } from '../../src/build/release/seal.js';
import { parEtape } from '../../src/build/timing.js';
import { guarded } from '../../src/cli/terminal/guarded.js';
import { atelier, copyStudy, edit, root } from '../support/cli.js';
import { runAt, runIn, type Said } from '../support/in-process.js';

let cwd: string;
let release: string;
const run = (...args: string[]): Promise<Said> => runIn(cwd, ...args);
const build = (...args: string[]): Promise<Said> => run('build', 'diagnostic', '--format', 'xlsx', ...args);
beforeAll(async () => {
  cwd = await copyStudy('tests/fixtures/autre-etude');
  release = join(cwd, 'out', '1.2');
  const { code, stderr } = await build();
  expect(code, stderr).toBe(0);
});

it('a build of a study that is named says in which folder its files are, and how to have them beside it', async () => {
  const away = await copyStudy('modeles/exemple');
  await rename(join(away, 'data'), join(away, 'mon etude'));
  const args = ['fiches-projets', '--format', 'xlsx', '-C', 'mon etude'];
  const here = await runIn(away, 'build', ...args);
  expect(here.stdout).toMatch(/^→ out\/[\d.]+\/$/m);
  expect(here.stderr).toMatch(/dans le dossier courant, non dans « mon etude » ; --out "mon etude\/out" les y met/);
  expect((await runIn(away, 'build', ...args, '--out', 'mon etude/out')).stderr).not.toMatch(/dossier courant/);
  expect((await runIn(join(away, 'mon etude'), 'build', 'fiches-projets', '--format', 'xlsx')).stderr).not.toMatch(
    /courant/,
  );
  expect((await build()).stderr).not.toMatch(/dossier courant/);
});

it('a date of the files that is not understood is told, and none is not', async () => {
  const away = await copyStudy('modeles/exemple');
  const dated = (epoch: string) =>
    runAt(away, ['build', 'fiches-projets', '--format', 'xlsx'], { env: { SOURCE_DATE_EPOCH: epoch } });
  expect((await dated('8.5')).stderr).toMatch(/^SOURCE_DATE_EPOCH n'est pas pris en compte : « 8\.5 »/m);
  for (const epoch of ['', '0', '1700000000']) expect((await dated(epoch)).stderr).not.toMatch(/SOURCE_DATE_EPOCH/);
});

describe('a build of every kind', () => {
  it.each([
    ['--reunion', ['copil', '--format', 'pptx', '--reunion'], '1.2'],
    ['--depuis', ['diagnostic', '--format', 'xlsx', '--depuis', 'out/1.2'], '1.2'],
    ['--format docx', ['diagnostic', '--format', 'docx'], '1.2'],
    ['--interne', ['diagnostic', '--format', 'xlsx', '--interne'], '1.2-interne'],
  ])('with %s is built again to the byte from its manifest alone', async (option, args, dossier) => {
    const { reunions } = JSON.parse(await readFile(join(release, 'etude.json'), 'utf8')) as {
      reunions: { id: string }[];
    };
    const asked = option === '--reunion' ? [...args, reunions[0]?.id ?? ''] : args;
    const out = `rejeu${option.replaceAll(/\W/g, '')}`;
    const built = await run('build', ...asked, '--out', out);
    expect(built.code, built.stderr).toBe(0);
    const { code, stdout, stderr } = await run('verify', `${out}/${dossier}`, '--rebuild');
    expect(code, stdout + stderr).toBe(0);
    expect(stdout).toMatch(/identiques à une reconstruction/);
  });

  it('says what each step took, the whole being their sum', async () => {
    const { code, stdout } = await build('--out', 'mesures', '--mesures', '--json');
    expect(code).toBe(0);
    const { mesures } = JSON.parse(stdout) as { mesures: { etape: string; duree_ms: number }[] };
    expect(mesures.map(({ etape }) => etape)).toEqual([
      'Lecture et vérification',
      'Analyse et composition',
      expect.stringMatching(/^Mise en forme /),
      'Recherche des contradictions',
      'Écriture',
      expect.stringMatching(/^Reste/),
    ]);
    expect(
      parEtape(
        [
          { etape: 'a', ms: 2 },
          { etape: 'b', ms: 1 },
          { etape: 'a', ms: 3 },
        ],
        10,
      ),
    ).toEqual([
      { etape: 'a', ms: 5 },
      { etape: 'b', ms: 1 },
      { etape: expect.stringMatching(/^Reste/), ms: 4 },
    ]);
    const { stderr } = await build('--out', 'mesures', '--mesures');
    expect(stderr).toMatch(/Écriture +\d+,\d\d s +(?:moins de )?\d+\u00a0%/);
    expect(stderr).toMatch(/Total +\d+,\d\d s +100\u00a0%/);
  });
});

describe('a release', () => {
  it('that stands answers, without the study being read, what a reading of it answers', async () => {
    await build();
    const [told, script] = [await build(), await build('--json')];
    await rm(join(cwd, 'out', SEAL));
    const whole = await build('--json');
    expect(script).toEqual(whole);
    await rm(join(cwd, 'out', SEAL));
    const untimed = ({ stdout, stderr }: Said): string => (stdout + stderr).replace(/\d+,\d\u00a0?\s?s\./, '');
    expect(untimed(told)).toBe(untimed(await build()));
  });

  it('tells a form left as a former state of the study gave it, as long as it is there', async () => {
    const build = (format: string) => run('build', 'diagnostic', '--format', format, '--out', 'meles');
    await build('docx');
    await edit(join(cwd, 'data', 'etude.yaml'), /^titre: /m, 'titre_court: Court\ntitre: ');
    for (const { stderr, stdout } of [await build('xlsx'), await build('xlsx')])
      expect(stderr + stdout).toMatch(
        /diagnostic\.docx : d’une construction antérieure, faite d’autre chose ; « atelier build diagnostic »/,
      );
    const { code, stdout } = await run('verify', 'meles/1.2');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Les fichiers de « diagnostic » ne sont pas faits de la même chose/);
  });

  it('keeps aside the workbook that someone filled in', async () => {
    await appendFile(join(release, 'diagnostic.xlsx'), 'rempli à la main');
    const { code, stderr } = await build();
    expect(code).toBe(0);
    const [name = ''] = (await readdir(release)).filter((one) => one.includes('modifié le'));
    expect(name).toMatch(/^diagnostic \(modifié le \d{4}-\d\d-\d\d\)\.xlsx$/);
    expect(stderr).toContain(`votre version est gardée sous « ${name} »`);
    expect(await readFile(join(release, name), 'latin1')).toMatch(/main$/);
    expect((await run('verify', 'out/1.2')).stdout).toMatch(
      /✗ diagnostic \(modifié le .*le manifeste ne le décrit pas/,
    );
    await rm(join(release, name));
    expect((await run('verify', 'out/1.2')).code).toBe(0);
  });

  it('is not mixed with another study, and verify sees one that was', async () => {
    const before = await readdir(release);
    await cp(join(root, 'tests/fixtures/base'), join(cwd, 'autre'), { recursive: true });
    const { code, stderr } = await run('build', '-C', 'autre');
    expect(code).toBe(1);
    expect(stderr).toMatch(/dossier-autre-etude[\s\S]*est une version de l’étude « maison-des-transitions »/);
    expect(await readdir(release)).toEqual(before);
    expect((await readdir(join(cwd, 'out'))).filter((name) => !name.startsWith('.'))).toEqual(['1.2']);
    const rebuilt = await run('verify', 'out/1.2', '--rebuild', '-C', 'autre');
    expect(rebuilt.code).toBe(1);
    expect(rebuilt.stderr).toMatch(/est celle de l'étude « maison-des-transitions »/);
    const study = await readFile(join(release, 'etude.json'), 'utf8');
    await writeFile(join(release, 'etude.json'), study.replace('"id": "maison-des-transitions"', '"id": "intruse"'));
    expect((await run('verify', 'out/1.2')).stdout).toMatch(/deux études se mêlent/);
    await writeFile(join(release, 'etude.json'), study);
  });

  it.each(['data/projets', 'data/textes/scenarios', 'data/.atelier', 'lien'])(
    'is not put in a folder that the study is read from: %s',
    async (out) => {
      await rm(join(cwd, 'lien'), { force: true });
      await mkdir(join(cwd, 'data/photos'), { recursive: true });
      await symlink(join(cwd, 'data/photos'), join(cwd, 'lien'));
      const before = await readdir(join(cwd, 'data'), { recursive: true });
      const { code, stderr } = await run('build', '--out', out);
      expect(code).toBe(1);
      expect(stderr).toMatch(/dossier-de-l-etude[\s\S]*est un dossier de l’étude, que le programme lit/);
      expect((await run('exporter-donnees', '--out', out)).stderr).toMatch(/est un dossier de l’étude/);
      expect(await readdir(join(cwd, 'data'), { recursive: true })).toEqual(before);
    },
  );

  it('is not altered by what an office program leaves beside an open file', async () => {
    const left = ['.~lock.diagnostic.xlsx#', '~$diagnostic.xlsx'];
    for (const name of left) await writeFile(join(release, name), '');
    expect((await run('verify', 'out/1.2')).code).toBe(0);
    for (const name of left) await rm(join(release, name));
  });

  it('whose manifest is damaged is told so', async () => {
    await mkdir(join(cwd, 'abime'));
    await writeFile(join(cwd, 'abime', 'manifest.json'), '{"livrables": [null]}');
    for (const args of [
      ['verify', 'abime'],
      ['diff', 'abime', 'out/1.2'],
      ['build', '--depuis', 'abime'],
    ]) {
      const { code, stderr } = await run(...args);
      expect(code, args[0]).toBe(2);
      expect(stderr).toMatch(/manifeste/);
    }
  });

  it('speaks of its place to a script as it is typed', async () => {
    const { dossier } = JSON.parse((await build('--json')).stdout) as { dossier: string };
    expect(dossier).toBe('out/1.2');
  });
});

describe('what cannot be written', () => {
  it('is a sentence, with the option that helps where there is one', async () => {
    const away = await runIn(cwd, 'export', 'acteurs', '--sortie', 'nulle/part.xlsx');
    expect(away.stderr).toMatch(
      /n'a pas pu être écrit : le dossier n’existe pas, ou ne peut pas être créé\. .*--sortie\.\n$/,
    );
    expect(away.code).toBe(1);
    const place = join(cwd, 'data', '.atelier');
    await rm(place, { recursive: true, force: true });
    await writeFile(place, 'un fichier');
    const kept = await runIn(cwd, 'valider');
    expect(kept.stderr).toMatch(
      /n'a pas pu être écrit : une partie du chemin est un fichier, pas un dossier\. Vérifiez/,
    );
    const read = await runIn(cwd, 'relire');
    expect(read.stderr).not.toMatch(/défaut du programme/);
    await rm(place);
    const { TMPDIR } = process.env;
    process.env.TMPDIR = join(cwd, 'nulle-part');
    const corrected = await runIn(cwd, 'corriger').finally(() => {
      process.env.TMPDIR = TMPDIR;
    });
    expect(corrected.stderr).toMatch(
      /nulle-part » n'a pas pu être écrit : le dossier n’existe pas, ou ne peut pas être créé/,
    );
  });
});

describe('the memory of validations', () => {
  it('is never taken for empty when it is damaged', async () => {
    const path = join(cwd, 'data', '.atelier', 'validations.json');
    await mkdir(join(cwd, 'data', '.atelier'), { recursive: true });
    const damaged = '[\n<<<<<<< HEAD\n';
    await writeFile(path, damaged);
    for (const command of ['check', 'build', 'status', 'valider']) {
      const { code, stdout, stderr } = await run(command);
      expect(code, command).toBe(1);
      expect(stdout + stderr, command).toMatch(
        /data\/\.atelier\/validations\.json:2:1 {2}erreur {2}validations-illisibles[\s\S]*marque de conflit/,
      );
    }
    expect(await readFile(path, 'utf8')).toBe(damaged);
    await rm(path);
  });
});

describe('the study meant', () => {
  it('is the one of the current folder, when it is one', async () => {
    const study = join(cwd, 'ici');
    await cp(join(root, 'tests/fixtures/base'), study, { recursive: true });
    await cp(join(cwd, 'data'), join(study, 'data'), { recursive: true });
    const { fiches } = JSON.parse((await runIn(study, 'check', '--json')).stdout) as { fiches: number };
    expect(fiches).toBe(11);
  });
});

describe('what is shown', () => {
  const shown = (text: string, styled = true): string => {
    let said = '';
    guarded({ write: (one: string) => (said += one) }, styled).write(text);
    return said;
  };
  const ESC = String.fromCharCode(27);
  it('commands neither the terminal nor an automation', () => {
    expect(shown(`${ESC}]0;titre\u0007 \u009b2J`)).toBe('␛]0;titre␇ �2J');
    expect(shown('a\ufffeb\ud800')).toBe('a�b�');
    expect(shown(`titre\n::error::faux\n  ##[group]x\n`)).toBe('titre\n· ::error::faux\n  · ##[group]x\n');
    expect(shown(`${ESC}[31mrouge${ESC}[39m 14::30\n`)).toBe(`${ESC}[31mrouge${ESC}[39m 14::30\n`);
    expect(shown(`${ESC}[8mcaché${ESC}[7m${ESC}[38;5;1m\r${ESC}[2K`)).toBe(`␛[8mcaché␛[7m␛[38;5;1m\r${ESC}[2K`);
    expect(shown(`${ESC}[31mrouge\r${ESC}[2K`, false)).toBe('␛[31mrouge␍␛[2K');
  });

  it('a folder whose name breaks a line stands on one', () => {
    let said = '';
    const out = guarded({ write: (one: string) => (said += one) }, false, [
      'build',
      '--out=a/b\n::error::c/d',
      '\n',
      'x\n',
    ]);
    out.write('→ a/b\n::error::c/d/1.0/\nx\n');
    expect(said).toBe('→ a/b ⏎ ::error::c/d/1.0/\nx\n');
  });

  it('a title on two lines forges no annotation in a build, nor colours its log', async () => {
    await edit(join(cwd, 'data', 'etude.yaml'), /^titre: .*$/m, 'titre: "Maison\\e[31m\\n::error::faux"');
    const { stdout, stderr } = await run('build', 'diagnostic', '--format', 'xlsx');
    expect(stdout + stderr).not.toMatch(/^::/m);
    expect(stdout + stderr).toContain('Maison␛[31m');
  });
});

describe('a reader that closes the pipe', () => {
  it('changes no exit code', async () => {
    const bad = join(cwd, 'mauvaise');
    await cp(join(root, 'tests/fixtures/base'), bad, { recursive: true });
    await edit(join(bad, 'acteurs.yaml'), 'engagement:', 'engagment:');
    const { spawnSync } = await import('node:child_process');
    const shell = (command: string): number | null =>
      spawnSync('bash', ['-o', 'pipefail', '-c', command], { cwd, encoding: 'utf8' }).status;
    const program = `${process.execPath} ${join(root, 'bin/atelier.js')}`;
    expect(shell(`${program} check -C mauvaise | true; exit \${PIPESTATUS[0]}`)).toBe(1);
    expect(shell(`${program} check -C autre 2>&1 | true; exit \${PIPESTATUS[0]}`)).toBe(0);
  });

  it.runIf(process.platform === 'linux')('an output that takes no more is a sentence, and fails', async () => {
    const { spawnSync } = await import('node:child_process');
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', `${process.execPath} ${join(root, 'bin/atelier.js')} check -C autre > /dev/full`],
      { cwd, encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stderr).toBe("Le compte rendu n'a pas pu être écrit (ENOSPC).\n");
  });

  it('a current folder that is gone is a sentence', async () => {
    const { spawnSync } = await import('node:child_process');
    const gone = join(cwd, 'parti');
    await mkdir(gone);
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', `cd ${gone} && rmdir ${gone} && ${process.execPath} ${join(root, 'bin/atelier.js')} check`],
      { encoding: 'utf8' },
    );
    expect(status).toBe(2);
    expect(stderr).toBe("Le dossier courant n'existe plus. Allez dans un autre dossier, puis relancez la commande.\n");
    expect((await atelier(['check', '-C', 'autre'], cwd)).code).toBe(0);
  });
});
