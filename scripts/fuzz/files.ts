/** A study as texts in memory: a mutant is judged without a disk. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COLLECTIONS, type Collection } from '../../src/study/collections.js';
import type { Discovery } from '../../src/study/files/discover.js';
import { withLineFeeds } from '../../src/study/files/read-text.js';

/** Text of each file, by its path in the study's folder, such as `projets/haies.yaml`. */
export type StudyFiles = ReadonlyMap<string, string>;

/** Name under which the messages show the folder of a mutant. */
export const FOLDER = 'etude';

export const collectionOf = (path: string): Collection | undefined =>
  COLLECTIONS.find(({ nom, liste }) => path === `${nom}.yaml` || (liste && path.startsWith(`${nom}/`)));

/** A file of contours: part of a study, though no inventory. */
export const isCarte = (path: string): boolean => /^cartes\/[^/]+\.(geo)?json$/.test(path);

export async function readStudyFiles(folder: string): Promise<StudyFiles> {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort();
  const wanted = names.filter((name) => (name.endsWith('.yaml') && collectionOf(name)) || isCarte(name));
  return new Map(
    await Promise.all(wanted.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

/** What the loader would have found on a disk, its first mark and its ends of lines read in the same way. */
export function asDiscovery(written: StudyFiles): Discovery {
  const files = new Map([...written].map(([path, text]) => [path, withLineFeeds(text.replace(/^\ufeff/, ''))]));
  const found = [...files].flatMap(([path, text]) => {
    const collection = collectionOf(path);
    return collection ? [{ fichier: `${FOLDER}/${path}`, collection, bytes: Buffer.byteLength(text), text }] : [];
  });
  const cartes = [...files]
    .filter(([path]) => isCarte(path))
    .map(([nom, text]) => ({ fichier: `${FOLDER}/${nom}`, nom, bytes: Buffer.byteLength(text), text }));
  return { dossier: FOLDER, files: found, cartes, diagnostics: [], unread: new Set() };
}
