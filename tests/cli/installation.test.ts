/** A program that is not there whole says what to do, without a word of the engine's. */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../support/cli.js';
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

it('a library was not installed: the help is there, and a command that needs it says what to do', async () => {
  const folder = await copy();
  expect(answer(folder, 'atelier --help')).toMatchObject({ status: 0, stderr: '' });
  expect(answer(folder, `atelier check -C '${join(root, 'data')}'`)).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^atelier n'est pas installé en entier : .*« npm ci »[^\n]*\n$/),
  });
  await mkdir(join(folder, 'node_modules'));
  for (const name of ['chalk', 'yaml', 'fastest-levenshtein'])
    await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  const { status, stderr } = answer(folder, `atelier build diagnostic -C '${join(root, 'data')}' --out out`);
  expect(status).toBe(1);
  expect(stderr).toMatch(/atelier n'est pas installé en entier : .*« npm ci »[^\n]*\n$/);
  expect(stderr).not.toMatch(/^\s+at /m);
});

it('too few files may be open', () => {
  const { status, stderr } = answer(root, 'ulimit -n 24; atelier check -C data');
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^atelier n'a pas pu se charger : trop de fichiers sont ouverts\. .*« ulimit -n 1024 »[^\n]*\n$/,
  );
});
