/** A folder to write in. */

import { mkdir, stat } from 'node:fs/promises';
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
 * system answers.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const parent = dirname(path);
    if (systemCode(error) !== 'ENOENT' || parent === path) return unlessThere(path)(error);
    await makeFolder(parent);
    await mkdir(path).catch(unlessThere(path));
  }
}
