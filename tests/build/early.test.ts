/** For which studies a second thread is started before they are read. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { threadFor, worthAThread } from '../../src/build/thread/early.js';
import { temporaryFolder } from '../support/temporary.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('a whole study is worth a thread, a small one and what is none are not', async () => {
  expect(worthAThread(join(root, 'data'))).toBe(true);
  for (const small of ['modeles/exemple', 'tests/fixtures/base', 'src', 'nulle-part', 'package.json'])
    expect(worthAThread(join(root, small)), small).toBe(false);
});

it('inventories count wherever they stand, and nothing else does', async () => {
  const folder = await temporaryFolder();
  const large = 'a'.repeat(60_000);
  await writeFile(join(folder, 'acteurs.yaml'), large);
  await writeFile(join(folder, 'notes.txt'), large);
  await mkdir(join(folder, 'actions'));
  await writeFile(join(folder, 'actions', 'lettre.docx'), large);
  await mkdir(join(folder, 'actions', 'dossier.yaml'));
  expect(worthAThread(folder)).toBe(false);
  await writeFile(join(folder, 'actions', 'une.yaml'), large);
  expect(worthAThread(folder)).toBe(true);
});

it('a folder that cannot be looked at has none: who reads the study tells it', async () => {
  const folder = await temporaryFolder();
  await symlink('actions', join(folder, 'actions'));
  expect(threadFor(folder)).toBeNull();
});
