/** What stands beside a release while it is written, and what is put right after a build that was killed. */
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { JOUR } from '../../texte/dates.js';
import { locked } from './lock.js';
import { lives, nameOf, ownerNamed, thisProcess } from './process.js';

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

export interface Beside {
  parent: string;
  /** The new release, before it takes the place of the former one. */
  temporary: string;
  /** The former release, while they change places. */
  former: string;
  lock: string;
}

/** Names beside a release; `temporary` is another one at each call. */
export function beside(folder: string): Beside {
  const [parent, name] = [dirname(folder), basename(folder)];
  return {
    parent,
    temporary: join(parent, `.${name}.${nameOf(thisProcess())}.tmp`),
    former: join(parent, `.${name}.ancien`),
    lock: join(parent, `.${name}.verrou`),
  };
}

/** Leavings of another machine are given up after a day, in milliseconds. */
const ABANDONED = JOUR;

/** Temporary folders and files of builds that are dead. */
export async function leavings(folder: string): Promise<string[]> {
  const [parent, name] = [dirname(folder), basename(folder)];
  const names = await readdir(parent).catch(() => []);
  const dead = await Promise.all(
    names.map(async (one) => {
      if (!one.startsWith(`.${name}.`)) return false;
      const owner = ownerNamed(
        one
          .slice(name.length + 2)
          .replace(/^verrou\./, '')
          .replace(/\.tmp$/, ''),
      );
      if (!owner) return false;
      const alive = lives(owner);
      if (alive !== null) return !alive;
      const found = await stat(join(parent, one)).catch(() => null);
      return found !== null && Date.now() - found.mtimeMs > ABANDONED;
    }),
  );
  return names.filter((_, index) => dead[index]).map((one) => join(parent, one));
}

/** What the disk keeps of them, for they are of another user or without the right to write in them, stays: it is in nobody's way. */
export async function clearLeavings(folder: string): Promise<void> {
  for (const path of await leavings(folder)) await rm(path, { recursive: true, force: true }).catch(() => undefined);
}

/** To be called by who holds the lock. The former release stands beside no other one but when a build was killed as it changed them. */
export async function recoverHeld(folder: string): Promise<void> {
  const { former } = beside(folder);
  if (await exists(former)) {
    if (await exists(folder)) await rm(former, { recursive: true, force: true });
    else await rename(former, folder);
  }
  await clearLeavings(folder);
}

/** Puts a release back that a build was killed in the middle of replacing, and clears what dead builds left. Takes the lock only when there is something to do. */
export async function recover(folder: string): Promise<void> {
  if (!(await exists(beside(folder).former)) && (await leavings(folder)).length === 0) return;
  await locked(beside(folder).lock, () => recoverHeld(folder));
}
