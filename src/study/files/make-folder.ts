/** A folder to write in. */

import { mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from './system-code.js';

/** Throws what the system answered, unless the folder is there: another command may have made it meanwhile. */
const unlessThere =
  (path: string) =>
  async (error: unknown): Promise<void> => {
    if (!(await stat(path).catch(() => null))?.isDirectory()) throw error;
  };

/**
 * Makes a folder and those above it that are missing. Node's own way (`recursive`) never ends where a folder stands that takes none, as `/proc` does (seen
 * with Node 20), and tells a full disk as a folder that is missing (nodejs/node#42808): each folder is asked for twice at most here. Throws what the
 * system answers; returns the folders that it made, the deepest last.
 */
export async function makeFolder(path: string): Promise<string[]> {
  try {
    await mkdir(path);
    return [path];
  } catch (error) {
    const parent = dirname(path);
    if (systemCode(error) !== 'ENOENT' || parent === path) return unlessThere(path)(error).then(() => []);
    const made = await makeFolder(parent);
    return mkdir(path).then(
      () => [...made, path],
      (other) => unlessThere(path)(other).then(() => made),
    );
  }
}

/** Takes away the folders that a command made and could put nothing in. */
export async function unmakeFolders(made: readonly string[]): Promise<void> {
  for (const path of [...made].reverse()) await rmdir(path).catch(() => undefined);
}
