/** Files of a release that someone changed since it was built: a cell filled in, a note. They are kept under another name, never overwritten. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../inputs/fingerprint.js';
import type { FichierManifeste } from './manifest.js';
import type { OutputFile } from './write.js';

/** « classeur (modifié le 2018-02-15).xlsx », then « … 2 » if that one is taken. */
function asideName(name: string, day: string, taken: (name: string) => boolean): string {
  const dot = name.lastIndexOf('.');
  const [base, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let rank = 1; ; rank++) {
    const candidate = `${base} (modifié le ${day}${rank > 1 ? `, ${rank}` : ''})${extension}`;
    if (!taken(candidate)) return candidate;
  }
}

/**
 * New names of the files of `folder` that `replaced` or `removed` would lose and that are not what `known` says was written. `present` are the
 * names in the folder.
 */
export async function keptAside(
  folder: string,
  present: ReadonlySet<string>,
  known: readonly FichierManifeste[],
  { replaced, removed }: { replaced: readonly OutputFile[]; removed: ReadonlySet<string> },
): Promise<Map<string, string>> {
  const written = new Map(known.map((file) => [file.fichier, file.sha256]));
  const next = new Map(replaced.map(({ name, bytes }) => [name, bytes]));
  const aside = new Map<string, string>();
  for (const name of [...next.keys(), ...removed]) {
    if (!present.has(name)) continue;
    const path = join(folder, name);
    const found = sha256(await readFile(path));
    const bytes = next.get(name);
    if (found === written.get(name) || (bytes !== undefined && found === sha256(bytes))) continue;
    const day = (await stat(path)).mtime.toISOString().slice(0, 10);
    aside.set(
      name,
      asideName(name, day, (candidate) => present.has(candidate) || [...aside.values()].includes(candidate)),
    );
  }
  return aside;
}
