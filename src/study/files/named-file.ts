/** A file that the study names: a Mac writes the accents of file names in two characters, and a text names the same file in one. */
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A path as one word of a command line. */
export const enMot = (name: string): string => (/^[\p{L}\p{M}\p{N}./_-]+$/u.test(name) ? name : `"${name}"`);

/** Whether two names read the same. */
export const memeNom = (one: string, other: string): boolean => one.normalize('NFC') === other.normalize('NFC');

/** The path below `folder` of what `chemin` names, as the disk writes it; `chemin` itself where nothing answers. */
export async function surLeDisque(folder: string, chemin: string): Promise<string> {
  if (/^[\0-\x7f]*$/.test(chemin) || (await lstat(join(folder, chemin)).catch(() => null))) return chemin;
  const steps: string[] = [];
  for (const step of chemin.split('/')) {
    const names = await readdir(join(folder, ...steps)).catch(() => []);
    steps.push(names.find((name) => memeNom(name, step)) ?? step);
  }
  return steps.join('/');
}
