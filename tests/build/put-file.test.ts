/** A file is put in its place whole, or nothing is. */
import { chmod, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { nameOf, thisProcess } from '../../src/build/disk/process.js';
import { createFile, putFile } from '../../src/build/disk/put-file.js';
import { ecrireFichiers, FichierModifie } from '../../src/edition/ecrire.js';
import { temporaryFolder } from '../support/temporary.js';

let dir: string;
const at = (name: string): string => join(dir, name);
const textOf = (name: string): Promise<string> => readFile(at(name), 'utf8');
beforeEach(async () => {
  dir = await temporaryFolder();
});

describe('a file', () => {
  it('takes the place of the former one, and leaves nothing beside', async () => {
    await putFile(at('x.json'), 'un');
    await putFile(at('x.json'), 'deux');
    expect(await textOf('x.json')).toBe('deux');
    expect(await readdir(dir)).toEqual(['x.json']);
  });

  it('is never put over what stands there when it is a new one', async () => {
    await createFile(at('x.csv'), 'un');
    await expect(createFile(at('x.csv'), 'deux')).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await textOf('x.csv')).toBe('un');
    expect(await readdir(dir)).toEqual(['x.csv']);
  });

  it('is left as it was by a place that refuses, and what a killed command left is cleared', async () => {
    await writeFile(at(`.x.json.${nameOf({ ...thisProcess(), pid: 999_999_999 })}.tmp`), 'à moitié');
    await writeFile(at(`.x.json.${nameOf(thisProcess())}.tmp`), 'en cours');
    await mkdir(at('x.json/plein'), { recursive: true });
    await expect(putFile(at('x.json'), 'deux')).rejects.toThrow();
    expect((await readdir(dir)).filter((name) => name.startsWith('.x'))).toHaveLength(1);
    expect(await readdir(at('x.json'))).toEqual(['plein']);
  });
});

describe('the files of a study', () => {
  const change = (name: string, avant: string | null, apres: string) => ({ chemin: at(name), avant, apres });

  it('are all written, links and rights kept', async () => {
    await writeFile(at('vrai.yaml'), '\uFEFFun\r\n');
    await chmod(at('vrai.yaml'), 0o640);
    await symlink('vrai.yaml', at('a.yaml'));
    await writeFile(at('vieux.yml'), 'b');
    await ecrireFichiers([
      change('a.yaml', 'un\r\n', 'deux\n'),
      { ...change('b.yaml', null, 'b'), depuis: { chemin: at('vieux.yml'), texte: 'b' } },
    ]);
    expect((await readdir(dir)).sort()).toEqual(['a.yaml', 'b.yaml', 'vrai.yaml']);
    expect(await textOf('vrai.yaml')).toBe('\uFEFFdeux\n');
    expect((await stat(at('vrai.yaml'))).mode & 0o777).toBe(0o640);
  });

  it.each([
    ['the last one changed meanwhile', () => writeFile(at('c.yaml'), 'autre'), FichierModifie],
    ['one of them is under another name', () => rename(at('a.yaml'), at('d.yaml')), FichierModifie],
    // Told once the others are in place: the file that one of them stood for is not there.
    [
      'what the last one stands for cannot be taken away',
      () => rm(at('vieux.yml')),
      /« .*vieux\.yml » n'a pas pu être écrit/,
    ],
  ])('are none of them written when %s', async (_, spoil, told) => {
    for (const name of ['a.yaml', 'b.yaml', 'c.yaml', 'vieux.yml']) await writeFile(at(name), 'un');
    await spoil();
    const before = await Promise.all((await readdir(dir)).map(async (name) => [name, await textOf(name)]));
    const writing = ecrireFichiers([
      change('b.yaml', 'un', 'deux'),
      change('c.yaml', 'un', 'deux'),
      change('a.yaml', 'un', 'deux'),
      { ...change('d.yaml', null, 'deux'), depuis: { chemin: at('vieux.yml'), texte: 'un' } },
    ]);
    await expect(writing).rejects.toThrow(told as RegExp);
    expect((await readdir(dir)).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(await Promise.all((await readdir(dir)).map(async (name) => [name, await textOf(name)]))).toEqual(before);
  });

  it('take back the very files that stood there, which asks nothing of a full disk', async () => {
    for (const name of ['a.yaml', 'b.yaml', 'vieux.yml']) await writeFile(at(name), 'un');
    const inodes = () => Promise.all(['a.yaml', 'b.yaml', 'vieux.yml'].map(async (name) => (await stat(at(name))).ino));
    const before = await inodes();
    await expect(
      ecrireFichiers([
        change('a.yaml', 'un', 'deux'),
        { ...change('b.yaml', 'un', 'deux'), depuis: { chemin: at('vieux.yml'), texte: 'un' } },
        { ...change('c.yaml', null, 'deux'), depuis: { chemin: at('absent.yml'), texte: 'un' } },
      ]),
    ).rejects.toThrow(/absent\.yml/);
    expect(await inodes()).toEqual(before);
    expect((await readdir(dir)).sort()).toEqual(['a.yaml', 'b.yaml', 'vieux.yml']);
  });
});
