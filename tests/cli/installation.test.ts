/** A program that is not there whole says what to do, without a word of the engine's. */
import { spawnSync } from 'node:child_process';
import { cp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { edit, root } from '../support/cli.js';
import { temporaryFolder } from '../support/temporary.js';

async function copy(): Promise<string> {
  const folder = await temporaryFolder();
  for (const part of ['bin', 'dist', 'schemas', 'templates', 'package.json'])
    await cp(join(root, part), join(folder, part), { recursive: true });
  return folder;
}

const answer = (folder: string, command: string) => {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command.replace('atelier', 'node bin/atelier.js')], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

it('nothing was built', async () => {
  const folder = await copy();
  await rm(join(folder, 'dist'), { recursive: true });
  const { status, stdout, stderr } = answer(folder, 'atelier --help');
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^atelier n'est pas installé en entier : .*« npm ci »[^\n]*\n$/);
});

it('a library is looked for where it is needed, and a command that does not find it says what to do', async () => {
  const folder = await copy();
  expect(answer(folder, 'atelier --help')).toMatchObject({ status: 0, stderr: '' });
  expect(answer(folder, `atelier check -C '${join(root, 'data')}'`)).toMatchObject({ status: 0, stderr: '' });
  // The fonts are the one package of which the program reads files.
  const { status, stderr } = answer(folder, `atelier build diagnostic -C '${join(root, 'data')}' --out out`);
  expect(status).toBe(1);
  expect(stderr).toMatch(/atelier n'est pas installé en entier : .*« npm ci »[^\n]*\n$/);
  expect(stderr).not.toMatch(/^\s+at /m);
});

it('a part of the program is missing', async () => {
  const folder = await copy();
  const parts = await readdir(join(folder, 'dist/programme'));
  for (const part of parts.filter((name) => name.startsWith('check-'))) await rm(join(folder, 'dist/programme', part));
  expect(answer(folder, `atelier check -C '${join(root, 'data')}'`)).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^atelier n'est pas installé en entier : .*« npm ci »[^\n]*\n$/),
  });
});

it('what V8 made of the program is missing, cut, damaged, or of another program: it is made again', async () => {
  const folder = await copy();
  const kept = (await readdir(join(folder, 'dist'), { recursive: true })).filter((name) => name.endsWith('.v8'));
  expect(kept.length).toBeGreaterThan(50);
  const command = `atelier check --format json -C '${join(root, 'tests/fixtures/base')}'`;
  const whole = answer(folder, command);
  expect(whole).toMatchObject({ status: 0, stderr: '' });
  for (const [i, name] of kept.entries()) {
    const path = join(folder, 'dist', name);
    if (i % 8 === 0) await rm(path);
    else if (i % 8 === 1) await truncate(path, Math.floor((await stat(path)).size / 2));
    else if (i % 8 === 2) await cp(join(root, 'dist/launch/load.js'), path);
    else {
      const bytes = await readFile(path);
      bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 0x55, bytes.length >> 1);
      await writeFile(path, bytes);
    }
  }
  expect(answer(folder, command)).toEqual(whole);
  // V8 would take what it made of a source as long.
  const main = join(folder, 'dist/cli/main.js');
  await cp(join(root, 'dist/cli/main.js.v8'), `${main}.v8`);
  await edit(main, 'Compile une étude', 'Compose une étude');
  expect(answer(folder, 'atelier --help').stdout).toContain('Compose une étude');
});

it('too few files may be open: for the program, then for the study', () => {
  // Some versions of Node say it by a code, others in words, of a package.json.
  for (const fault of [
    "Object.assign(new Error('EMFILE'), { code: 'EMFILE' })",
    "Object.assign(new Error('Cannot read package config: too many open files.'), { code: 'ERR_INVALID_PACKAGE_CONFIG' })",
  ]) {
    const probe = `import fs from 'node:fs';
    const read = fs.readFileSync;
    fs.readFileSync = (path, ...rest) => {
      if (String(path).includes('/programme/')) throw ${fault};
      return read(path, ...rest);
    };`;
    const { status, stderr } = answer(
      root,
      `NODE_OPTIONS='--import "data:text/javascript,${encodeURIComponent(probe).replaceAll("'", '%27')}"' atelier check -C data`,
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^atelier n'a pas pu se charger : trop de fichiers sont ouverts\. .*« ulimit -n 1024 »[^\n]*\n$/,
    );
  }
  // From 26 on, what Node opens at its start leaves room for the study, or none for the program.
  if (Number.parseInt(process.versions.node, 10) >= 26) return;
  expect(answer(root, 'ulimit -n 24; atelier check -C data')).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('fichier-illisible'),
    stderr: '',
  });
});
