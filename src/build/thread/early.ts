/** The second thread of a study, started before its files are read: it takes as long to be ready as they do. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { COLLECTIONS } from '../../study/collections.js';
import { type SecondThread, secondThread } from './second-thread.js';

/** Bytes of inventories under which the rules take no longer than a thread takes to start. */
const WORTH_A_THREAD = 100_000;

/** Bytes of the file at `path`; 0 for what is none. Throws where it cannot be looked at: who reads the study tells it. */
function bytesOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : 0;
}

function filesOf(folder: string): string[] {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** Bytes of the inventories of `dir`, no more of them than it takes to know that they are worth a thread. */
function bytesIn(dir: string): number {
  let bytes = 0;
  for (const { nom, liste } of COLLECTIONS) {
    const named = join(dir, `${nom}.yaml`);
    for (const path of liste ? [named, ...filesOf(join(dir, nom))] : [named]) {
      if (path.endsWith('.yaml')) bytes += bytesOf(path);
      if (bytes >= WORTH_A_THREAD) return bytes;
    }
  }
  return bytes;
}

/** Whether the rules of the study in `dir` are long enough for a thread; no, where it cannot be looked at. */
export function worthAThread(dir: string): boolean {
  try {
    return bytesIn(dir) >= WORTH_A_THREAD;
  } catch {
    return false;
  }
}

/** Null for a small study, for one that cannot be looked at, and where there is no second thread. To be ended whatever happens. */
export const threadFor = (dir: string): SecondThread | null => (worthAThread(dir) ? secondThread() : null);
