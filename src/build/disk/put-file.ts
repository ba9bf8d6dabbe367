/** One file put in its place whole: a reader, a full disk or a kill finds the former one or the new one, never a part of either. */

import { link, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemCode } from '../../study/files/system-code.js';
import { nameOf, thisProcess } from './process.js';
import { clearLeavings } from './recover.js';

type Content = string | Uint8Array;

/** A disk that has no hard links, or allows them to none. */
const NO_LINK = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'];

/** Writes beside `path` what is to be put there, and answers its name. What killed commands left there is cleared. Throws what the system answers. */
export async function writeBeside(path: string, content: Content, mode?: number): Promise<string> {
  await clearLeavings(path);
  // Hidden, it is no file of the study.
  const temporary = join(dirname(path), `.${basename(path)}.${nameOf(thisProcess())}.tmp`);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await clear(temporary);
    throw error;
  }
  return temporary;
}

/** Keeps what stands at `path` under a hidden name beside it, so that a rename puts it back: it asks no place of the disk where hard links are known. Answers that name. */
export async function keepBeside(path: string): Promise<string> {
  const kept = join(dirname(path), `.${basename(path)}.${nameOf(thisProcess())}.tmp`);
  try {
    await link(path, kept);
  } catch (error) {
    if (!NO_LINK.includes(systemCode(error))) throw error;
    return writeBeside(path, await readFile(path), (await stat(path)).mode);
  }
  return kept;
}

/** What the disk keeps of it is cleared by the next command. */
export const clear = (temporary: string): Promise<void> => rm(temporary, { force: true }).catch(() => undefined);

/** In the place of what stands there, if anything does. */
export async function putFile(path: string, content: Content): Promise<void> {
  const temporary = await writeBeside(path, content);
  try {
    await rename(temporary, path);
  } finally {
    await clear(temporary);
  }
}

/** Never over what stands there: throws `EEXIST` then. */
export async function createFile(path: string, content: Content): Promise<void> {
  const temporary = await writeBeside(path, content);
  try {
    await link(temporary, path);
  } catch (error) {
    if (!NO_LINK.includes(systemCode(error))) throw error;
    await writeFile(path, content, { flag: 'wx' });
  } finally {
    await clear(temporary);
  }
}
