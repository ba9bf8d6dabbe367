/** Puts what was rendered in the place of the former release: its manifest, what goes, and what someone had changed, which is kept. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rendered } from '../render.js';
import {
  anterieurs,
  intact,
  type LivrableManifeste,
  MANIFEST,
  type Manifeste,
  manifestBytes,
  mergeRecords,
} from './manifest.js';
import { manifestIn } from './read-manifest.js';
import { keptAside } from './set-aside.js';
import { writeRelease } from './write.js';

export interface PutRelease {
  /** False when the release already said all this, and was left as it is. */
  written: boolean;
  /** Files that someone had changed since they were built, and the names under which they are kept. */
  kept: { fichier: string; sous: string }[];
  /** Files that the study no longer gives, and why. */
  removed: { fichier: string; message: string }[];
  /** Files of another form of what was built, left as a former state of the study gave them. */
  older: { livrable: string; fichier: string }[];
  /** The manifest that stands there now. */
  bytes: Uint8Array;
}

/** Files below a folder, links included, by their path within it. */
async function namesIn(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return new Set(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
  );
}

const outputsOf = (records: readonly LivrableManifeste[]): string[] =>
  records.flatMap(({ sorties }) => sorties.map(({ fichier }) => fichier));

/** `manifest` describes this build alone; `former` is the release as it was read before the rendering. Throws a `WriteError`. */
export async function putRelease(
  folder: string,
  former: Manifeste | null,
  manifest: Manifeste,
  { files, records, gone }: Rendered,
): Promise<PutRelease> {
  const merged = (before: readonly LivrableManifeste[]) => mergeRecords(before, records, (id) => gone.has(id));
  const bytesOf = (livrables: LivrableManifeste[]): Uint8Array => manifestBytes({ ...manifest, livrables });
  const own = records.filter(({ id }) => id === 'etude').flatMap(({ sorties }) => sorties);
  const unchanged =
    former !== null &&
    files.every(({ livrable }) => livrable === 'etude') &&
    Buffer.compare(bytesOf(merged(former.livrables)), manifestBytes(former)) === 0 &&
    (await Promise.all(own.map((file) => intact(folder, file)))).every(Boolean);
  const built = new Set(outputsOf(records));
  if (unchanged) {
    const older = anterieurs(former.livrables, built);
    return { written: false, kept: [], removed: [], older, bytes: manifestBytes(former) };
  }

  let result: PutRelease = { written: true, kept: [], removed: [], older: [], bytes: new Uint8Array() };
  await writeRelease(folder, files, async () => {
    const read = await manifestIn(folder);
    const before = read.etat === 'lu' ? read.manifeste.livrables : [];
    const livrables = merged(before);
    const names = new Set(outputsOf(livrables));
    const removed = new Set(outputsOf(before).filter((name) => !names.has(name)));
    const known = before.flatMap(({ sorties }) => sorties);
    const aside = await keptAside(folder, await namesIn(folder), known, { replaced: files, removed });
    const why = (name: string): string =>
      [...gone].find(([id]) => outputsOf(before.filter((record) => record.id === id)).includes(name))?.[1] ??
      'ce livrable ne le contient plus';
    const bytes = bytesOf(livrables);
    result = {
      written: true,
      bytes,
      older: anterieurs(livrables, built),
      kept: [...aside].map(([fichier, sous]) => ({ fichier, sous })),
      removed: [...removed].sort().map((fichier) => ({ fichier, message: why(fichier) })),
    };
    return { last: { name: MANIFEST, bytes }, removed, aside };
  });
  return result;
}
