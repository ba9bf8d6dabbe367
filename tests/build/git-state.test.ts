/** What git says of a study, with nothing of the study's repository being run. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { commitOf, gitState } from '../../src/build/inputs/git-state.js';
import { copyStudy, root } from '../support/cli.js';
import { temporaryFolder } from '../support/temporary.js';

let folder: string;
let data: string;
const git = (...args: string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@x', ...args], { encoding: 'utf8' });
beforeEach(async () => {
  folder = await temporaryFolder();
  data = join(folder, 'data');
  await mkdir(data);
  await writeFile(join(data, 'étude.yaml'), 'id: a\n');
  await writeFile(join(data, 'besoins.yaml'), '[]\n');
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'x');
});
const state = () => gitState(data, ['étude.yaml', 'besoins.yaml']);

describe('the commit of a study', () => {
  it('is clean when the inventories are those of the commit, whatever else lies there', async () => {
    await mkdir(join(data, 'out'));
    await writeFile(join(data, 'out', 'manifest.json'), '{}');
    expect(await state()).toEqual({ commit: git('rev-parse', 'HEAD').trim(), propre: true });
    await writeFile(join(data, 'besoins.yaml'), '[]\r\n');
    expect((await state())?.propre).toBe(true);
  });

  it('is not when one is changed, new or removed', async () => {
    await writeFile(join(data, 'besoins.yaml'), '[1]\n');
    expect((await state())?.propre).toBe(false);
    git('checkout', '-q', '.');
    expect((await gitState(data, ['étude.yaml', 'nouveau.yaml']))?.propre).toBe(false);
    await rm(join(data, 'besoins.yaml'));
    expect((await gitState(data, ['étude.yaml']))?.propre).toBe(false);
  });

  it('is the one asked for before, whatever became of the repository since', async () => {
    const asked = commitOf(data);
    const name = (await asked)?.name;
    git('commit', '-q', '--allow-empty', '-m', 'y');
    expect(await gitState(data, ['étude.yaml'], asked)).toEqual({ commit: name, propre: true });
    expect((await state())?.commit).not.toBe(name);
  });

  it('is nothing outside a repository', async () => {
    expect(await gitState(await temporaryFolder(), [])).toBeNull();
  });

  it('is that of the study within a hook of git, which says where another repository is', async () => {
    const before = { ...process.env };
    onTestFinished(() => {
      process.env = before;
    });
    Object.assign(process.env, { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index', GIT_WORK_TREE: folder });
    const found = await state();
    process.env = before;
    expect(found).toEqual({ commit: git('rev-parse', 'HEAD').trim(), propre: true });
  });

  it.skipIf(process.platform === 'win32')('that git does not give is not waited for, and it is told', async () => {
    const [bin, study] = [await temporaryFolder(), await copyStudy('tests/fixtures/base')];
    await writeFile(join(bin, 'git'), "#!/bin/sh\ntrap '' TERM\nexec sleep 30\n");
    await chmod(join(bin, 'git'), 0o755);
    const started = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, 'bin/atelier.js'), 'build', '--format', 'xlsx'],
      {
        cwd: study,
        encoding: 'utf8',
        env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
      },
    );
    expect(status, stderr).toBe(0);
    expect(stderr.match(/git ne répond pas/g)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(25_000);
  });

  it.skipIf(process.platform === 'win32')('runs no program of the folder where the command is typed', async () => {
    const proof = join(folder, 'vole');
    const args = [join(root, 'bin/atelier.js'), 'build', 'fiches-projets', '--format', 'xlsx'];
    const study = join(await copyStudy('modeles/exemple'), 'data');
    await writeFile(join(study, 'git'), `#!/bin/sh\ntouch ${proof}\nexit 1\n`);
    await chmod(join(study, 'git'), 0o755);
    const { status } = spawnSync(process.execPath, args, {
      cwd: study,
      env: { ...process.env, PATH: `.:${process.env.PATH}` },
    });
    expect({ status, vole: existsSync(proof) }).toEqual({ status: 0, vole: false });
  });

  it('runs nothing that the repository names: monitor, filter, hook', async () => {
    const proof = join(folder, 'execute');
    const script = join(folder, 'piege.sh');
    await writeFile(script, `#!/bin/sh\ntouch ${proof}\ncat\n`);
    await chmod(script, 0o755);
    git('config', 'core.fsmonitor', script);
    git('config', 'filter.piege.clean', script);
    git('config', 'filter.piege.process', script);
    await writeFile(join(folder, '.gitattributes'), '* filter=piege\n');
    await writeFile(join(folder, '.git', 'hooks', 'post-index-change'), `#!/bin/sh\ntouch ${proof}\n`);
    await chmod(join(folder, '.git', 'hooks', 'post-index-change'), 0o755);
    await writeFile(join(data, 'besoins.yaml'), '[2]\n');
    expect((await state())?.propre).toBe(false);
    expect(existsSync(proof)).toBe(false);
    // The trap works: the plain command springs it.
    execFileSync('git', ['-C', data, 'status', '--porcelain'], { stdio: 'ignore' });
    expect(existsSync(proof)).toBe(true);
  });
});
