/** Safe writing of a release: built beside the former one, then put in its place whole. A reader finds one or the other, never a part of either. */

import type { Stats } from 'node:fs';
import { copyFile, link, lstat, mkdir, open, readdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder, unmakeFolders } from '../../study/files/make-folder.js';
import { systemCode } from '../../study/files/system-code.js';
import { locked } from '../disk/lock.js';
import { beside, exists, recoverHeld } from '../disk/recover.js';
import { WriteError } from '../disk/write-error.js';

export interface OutputFile {
  /** Path relative to the release folder. */
  name: string;
  bytes: Uint8Array;
}

/** What the former release, read under the lock, makes of the new one. */
export interface Finish {
  /** The manifest. */
  last: OutputFile;
  /** Files of the former release that the new one does not have. */
  removed?: ReadonlySet<string>;
  /** Files of the former release that are kept under another name, by their name. */
  aside?: ReadonlyMap<string, string>;
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What the former release holds under the names that `nameFor` gives (null leaves it out): files as links where the disk allows it, links and empty folders as they are. */
async function carryOver(from: string, to: string, nameFor: (name: string) => string | null): Promise<void> {
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = nameFor(path.slice(from.length + 1));
    if (name === null) continue;
    const target = join(to, name);
    if (entry.isDirectory()) {
      await makeFolder(target);
      continue;
    }
    await makeFolder(dirname(target));
    if (entry.isSymbolicLink()) await symlink(await readlink(path), target);
    else if (entry.isFile()) await link(path, target).catch(() => copyFile(path, target));
  }
}

/** What stands at a path, behind a link if it is one; null when nothing does, for another build may just be putting its release there. */
async function standing(path: string): Promise<Stats | null> {
  const found = await lstat(path).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });
  return found?.isSymbolicLink() ? stat(path) : found;
}

/** The folders above a release that this process made, which a release that could not be written leaves no more than it found. */
const madeFor = new Map<string, readonly string[]>();
const remember = (folder: string, made: readonly string[]): void => {
  if (made.length > 0) madeFor.set(folder, made);
};

/** Refuses at once a place where the release could not be written, rather than after the time of a build. Throws a `WriteError`. */
export async function checkWritable(folder: string): Promise<void> {
  const { parent, temporary } = beside(folder);
  try {
    remember(folder, await makeFolder(parent));
    const found = await standing(folder);
    if (found && !found.isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
    await mkdir(temporary);
    await rm(temporary, { recursive: true, force: true });
  } catch (cause) {
    throw new WriteError(folder, cause, '--out');
  }
}

/**
 * Writes a release: `files`, what the former one held beside, and last what `finish` makes of the former release. All goes to a temporary
 * folder first; then two renames put it in place. Throws a `WriteError`; nothing has changed then.
 */
export async function writeRelease(
  folder: string,
  files: readonly OutputFile[],
  finish: () => Promise<Finish>,
): Promise<void> {
  const { temporary, former, lock } = beside(folder);
  let current = folder;
  try {
    await checkWritable(folder);
    await mkdir(temporary);
    for (const { name, bytes } of files) {
      current = join(folder, name);
      await writeWhole(join(temporary, name), bytes);
    }
    current = folder;
    await locked(lock, async () => {
      await recoverHeld(folder);
      const { last, removed = new Set(), aside = new Map() } = await finish();
      const replaced = new Set([...files.map(({ name }) => name), last.name, ...removed]);
      if (await exists(folder))
        await carryOver(folder, temporary, (name) => aside.get(name) ?? (replaced.has(name) ? null : name));
      await writeWhole(join(temporary, last.name), last.bytes);
      if (await exists(folder)) await rename(folder, former);
      try {
        await rename(temporary, folder);
      } catch (error) {
        if (await exists(former)) await rename(former, folder);
        throw error;
      }
      // The release stands: what is left of the former one is cleared by the next build, and is never put back meanwhile.
      await rename(former, temporary)
        .then(() => rm(temporary, { recursive: true, force: true }))
        .catch(() => undefined);
    });
  } catch (cause) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    await unmakeFolders(madeFor.get(folder) ?? []);
    throw cause instanceof WriteError ? cause : new WriteError(current, cause, '--out');
  }
}
