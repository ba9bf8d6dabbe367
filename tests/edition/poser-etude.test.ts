/** A new study is there whole, or is not; one that a killed command began is begun again. */
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { nameOf, thisProcess } from '../../src/build/disk/process.js';
import { effacerCommencee, poserEtude } from '../../src/edition/poser-etude.js';
import { runIn } from '../support/in-process.js';
import { temporaryFolder } from '../support/temporary.js';

let cwd: string;
const at = (...names: string[]): string => join(cwd, ...names);
beforeEach(async () => {
  cwd = await temporaryFolder();
});
const FICHIERS = [
  { nom: 'etude.yaml', texte: 'etude' },
  { nom: 'acteurs.yaml', texte: 'acteurs' },
  { nom: '.vscode/schemas/a.json', texte: '{}' },
];
const mort = nameOf({ ...thisProcess(), pid: 999_999_999 });

describe('a new study', () => {
  it('takes its name in one step, and leaves nothing beside; what a killed one left beside goes', async () => {
    await mkdir(at(`.neuve.${mort}.tmp`));
    await poserEtude(at('neuve'), FICHIERS);
    expect(await readdir(cwd)).toEqual(['neuve']);
    expect((await readdir(at('neuve'))).sort()).toEqual(['.vscode', 'acteurs.yaml', 'etude.yaml']);
    expect(await readFile(at('neuve/.vscode/schemas/a.json'), 'utf8')).toBe('{}');
  });

  it('is made within a folder that is there, which stays the same one', async () => {
    await mkdir(at('vide/.git'), { recursive: true });
    const { ino } = await stat(at('vide'));
    await poserEtude(at('vide'), FICHIERS);
    expect((await readdir(at('vide'))).sort()).toEqual(['.git', '.vscode', 'acteurs.yaml', 'etude.yaml']);
    expect((await stat(at('vide'))).ino).toBe(ino);
  });

  it('leaves nothing of itself where one part finds its place taken', async () => {
    await mkdir(at('prise/etude.yaml'), { recursive: true });
    await expect(poserEtude(at('prise'), FICHIERS)).rejects.toThrow();
    expect(await readdir(at('prise'))).toEqual(['etude.yaml']);
    await writeFile(at('fichier'), '');
    await expect(poserEtude(at('fichier/neuve'), FICHIERS)).rejects.toThrow();
    expect((await readdir(cwd)).sort()).toEqual(['fichier', 'prise']);
  });
});

describe('a study that a killed command began', () => {
  const commencee = async (folder: string): Promise<void> => {
    await mkdir(at(folder, `.atelier.${mort}.tmp`), { recursive: true });
    await writeFile(at(folder, 'acteurs.yaml'), 'acteurs');
    await utimes(at(folder, 'acteurs.yaml'), 1000, 1000);
    await writeFile(at(folder, `.atelier.${mort}.tmp`, 'etude.yaml'), 'etude');
  };
  it('is cleared, but for what somebody wrote since', async () => {
    await commencee('a');
    await effacerCommencee(at('a'), FICHIERS);
    expect(await readdir(at('a'))).toEqual([]);
    await commencee('b');
    await utimes(at('b', `.atelier.${mort}.tmp`), 500, 500);
    await effacerCommencee(at('b'), FICHIERS);
    expect(await readdir(at('b'))).toEqual(['acteurs.yaml']);
  });
  it('is no folder that holds something for the next one', async () => {
    await commencee('etude');
    expect(await runIn(cwd, 'init', 'etude')).toMatchObject({ code: 0, stderr: '' });
    expect((await runIn(cwd, 'check', '-C', 'etude', '--strict')).code).toBe(0);
    expect((await readdir(at('etude'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
