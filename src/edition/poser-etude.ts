/** A new study put in its place whole: killed on the way, it leaves nothing that the next one would be refused for. */
import { lstat, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { lives, nameOf, ownerNamed, thisProcess } from '../build/disk/process.js';
import { clear, createFile } from '../build/disk/put-file.js';
import { clearLeavings, leavings } from '../build/disk/recover.js';
import { makeFolder } from '../study/files/make-folder.js';
import type { FichierNeuf } from './init.js';

/** Within a folder that stands already, what is being made is hidden under this name. */
const EN_COURS = 'atelier';

const cache = (parent: string, name: string): string => join(parent, `.${name}.${nameOf(thisProcess())}.tmp`);

/** Whether a name is that of what a killed command was making there. */
export function commencee(name: string): boolean {
  const owner = name.startsWith(`.${EN_COURS}.`) && ownerNamed(name.slice(EN_COURS.length + 2).replace(/\.tmp$/, ''));
  return owner ? lives(owner) === false : false;
}

/** The first step of each path: what is moved of a study. */
const entrees = (fichiers: readonly FichierNeuf[]): string[] => [
  // The file that makes a folder a study comes last.
  ...new Set([
    ...fichiers.map(({ nom }) => nom.split('/')[0] ?? nom).filter((nom) => nom !== 'etude.yaml'),
    'etude.yaml',
  ]),
];

async function ecrireDans(folder: string, fichiers: readonly FichierNeuf[]): Promise<void> {
  for (const { nom, texte } of fichiers) {
    const path = join(folder, nom);
    await makeFolder(dirname(path));
    await createFile(path, texte);
  }
}

/**
 * Clears what a killed command had begun to put in `folder`, which it had found empty: what it had moved there and nobody touched since. What somebody
 * wrote meanwhile stays, and makes the folder one that is not empty.
 */
export async function effacerCommencee(folder: string, fichiers: readonly FichierNeuf[]): Promise<void> {
  for (const dead of await leavings(join(folder, EN_COURS))) {
    // Its last change is the last move out of it, or the last writing in it.
    const { mtimeMs: moved } = await stat(dead);
    const left = new Set(await readdir(dead));
    for (const name of entrees(fichiers)) {
      const path = join(folder, name);
      if (left.has(name) || (await dernierChangement(path)) > moved) continue;
      await rm(path, { recursive: true, force: true });
    }
    await rm(dead, { recursive: true, force: true });
  }
}

/** When a file, or what a folder holds, was last written, in milliseconds; 0 for what is not there. */
async function dernierChangement(path: string): Promise<number> {
  const found = await lstat(path).catch(() => null);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => dernierChangement(join(path, name))));
  return Math.max(found.mtimeMs, ...inside);
}

/** In a folder that is not there: made aside, it takes its name in one step. */
async function poserAilleurs(folder: string, fichiers: readonly FichierNeuf[]): Promise<void> {
  const parent = dirname(folder);
  await makeFolder(parent);
  await clearLeavings(folder);
  const temporary = cache(parent, basename(folder));
  try {
    await ecrireDans(temporary, fichiers);
    await rename(temporary, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** In a folder that stands empty, which a terminal may be in: made in it, hidden, then moved, each part in one step. */
async function poserDedans(folder: string, fichiers: readonly FichierNeuf[]): Promise<void> {
  const temporary = cache(folder, EN_COURS);
  const moved: string[] = [];
  try {
    await ecrireDans(temporary, fichiers);
    for (const name of entrees(fichiers)) {
      await rename(join(temporary, name), join(folder, name));
      moved.push(join(folder, name));
    }
  } catch (error) {
    for (const path of moved) await rm(path, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => clear(temporary));
  }
}

/** Throws what the system answers; nothing of the study is there then. */
export async function poserEtude(folder: string, fichiers: readonly FichierNeuf[]): Promise<void> {
  const there = await lstat(folder).catch(() => null);
  await (there ? poserDedans(folder, fichiers) : poserAilleurs(folder, fichiers));
}
