/** A link of a study that leads out of it is told, wherever it stands; those within are not. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyStudy } from '../../support/cli.js';
import { runIn } from '../../support/in-process.js';

const told = async (cwd: string): Promise<string[]> => {
  const { stdout } = await runIn(cwd, 'check', '-C', 'data');
  return [...stdout.matchAll(/^(\S+):\d+:\d+ {2}attention {2}lien-hors-etude/gm)].map(([, file = '']) => file);
};

it('tells an inventory, a text and a folder that are elsewhere, and nothing of what is here', async () => {
  const cwd = await copyStudy('modeles/exemple');
  await writeFile(join(cwd, 'secret.md'), 'Un secret.\n');
  await mkdir(join(cwd, 'dehors'));
  await mkdir(join(cwd, 'data/textes/diagnostic'), { recursive: true });
  await writeFile(join(cwd, 'data/textes/diagnostic/ici.txt'), '');
  await symlink('ici.txt', join(cwd, 'data/textes/diagnostic/la.txt'));
  await symlink('nulle-part', join(cwd, 'data/vide.txt'));
  expect(await told(cwd)).toEqual([]);
  await symlink('../../../secret.md', join(cwd, 'data/textes/diagnostic/essentiel.md'));
  await symlink('../dehors', join(cwd, 'data/photos'));
  expect(await told(cwd)).toEqual(['data/photos', 'data/textes/diagnostic/essentiel.md']);
});

it('is not held against a study that is itself behind a link', async () => {
  const cwd = await copyStudy('modeles/exemple');
  await mkdir(join(cwd, 'bureau'));
  await symlink('../data', join(cwd, 'bureau/data'));
  await symlink('besoins.yaml', join(cwd, 'data/copie.txt'));
  expect(await told(join(cwd, 'bureau'))).toEqual([]);
});

it('is an error where nothing is let pass', async () => {
  const cwd = await copyStudy('modeles/exemple');
  await mkdir(join(cwd, 'images'));
  await symlink('../images', join(cwd, 'data/photos'));
  expect((await runIn(cwd, 'check', '-C', 'data')).code).toBe(0);
  expect((await runIn(cwd, 'check', '-C', 'data', '--strict')).code).toBe(1);
});

it('says nothing of what is not read, which may be anywhere: releases, notes', async () => {
  const cwd = await copyStudy('modeles/exemple');
  await mkdir(join(cwd, 'partage'));
  for (const name of ['out', 'notes.md', 'archives']) await symlink('../partage', join(cwd, 'data', name));
  await mkdir(join(cwd, 'data/livrables'));
  await symlink('../../partage', join(cwd, 'data/livrables/2024'));
  expect(await told(cwd)).toEqual([]);
});
