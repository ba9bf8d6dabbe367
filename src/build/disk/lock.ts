/** One writer at a time. A lock is a file put in place whole, kept young by its owner, broken when its owner is dead. */

import { link, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { systemCode } from '../../study/files/system-code.js';
import { lives, nameOf, ownerNamed, thisProcess } from './process.js';

export interface Patience {
  /** How long to wait for another writer, in milliseconds. */
  wait: number;
  /** Age beyond which a lock that its owner no longer touches is a dead one, in milliseconds. */
  stale: number;
}

const PATIENCE: Patience = { wait: 60_000, stale: 15_000 };
const STEP = 25;

const absent = (): undefined => undefined;

/** Puts `mine` in the place of the lock if nothing is there. A hard link is made whole or not at all; some disks have none. */
async function take(lock: string, mine: string, name: string): Promise<boolean> {
  try {
    await link(mine, lock);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'].includes(systemCode(error))) throw error;
  }
  return writeFile(lock, name, { flag: 'wx' }).then(
    () => true,
    (error: unknown) => {
      if (systemCode(error) === 'EEXIST') return false;
      throw error;
    },
  );
}

/** A lock as a waiter saw it last, and for how long it has not changed, in milliseconds that were waited. */
interface Seen {
  mark: string;
  since: number;
}

/**
 * Whether the lock has no living owner. Ages are read on the clock of the disk, by the file of one's own; where a clock was moved, a lock that its
 * owner does not touch while one waits is dead too.
 */
async function isDead(lock: string, mine: string, stale: number, seen?: Seen, waited = 0): Promise<string | null> {
  const [text, theirs] = await Promise.all([readFile(lock, 'utf8').catch(absent), stat(lock).catch(absent)]);
  if (text === undefined || theirs === undefined) return null;
  const owner = ownerNamed(text);
  const alive = owner ? lives(owner) : null;
  if (alive === false) return text;
  if (alive === true) return null;
  // Of another machine, empty, or written by something else.
  const mark = `${theirs.mtimeMs} ${text}`;
  if (seen && seen.mark !== mark) Object.assign(seen, { mark, since: waited });
  if (seen && waited - seen.since > stale) return text;
  const now = new Date();
  await utimes(mine, now, now);
  return (await stat(mine)).mtimeMs - theirs.mtimeMs > stale ? text : null;
}

/**
 * Takes a dead lock away, one waiter at a time: a second one, who judged the same lock dead, would take away the lock of who came next. The
 * turn of a waiter that died in the middle of it is given up after `stale` milliseconds. False when it is the turn of another.
 */
async function breakLock(lock: string, dead: string, mine: string, stale: number): Promise<boolean> {
  const turn = `${lock}.bris`;
  const name = await readFile(mine, 'utf8');
  if (!(await take(turn, mine, name))) {
    if ((await isDead(turn, mine, stale)) !== null) await rm(turn, { force: true });
    return false;
  }
  if ((await readFile(lock, 'utf8').catch(absent)) === dead) await rm(lock, { force: true });
  await rm(turn, { force: true });
  return true;
}

/** Runs `work` while no other process does so under the same lock. Throws an error of code `VERROU` when a living writer holds it too long. */
export async function locked<T>(lock: string, work: () => Promise<T>, patience: Patience = PATIENCE): Promise<T> {
  const name = nameOf(thisProcess());
  const mine = `${lock}.${name}`;
  await writeFile(mine, name);
  let held: ReturnType<typeof setInterval> | undefined;
  const seen: Seen = { mark: '', since: 0 };
  try {
    for (let waited = 0; !(await take(lock, mine, name)); waited += STEP) {
      const dead = await isDead(lock, mine, patience.stale, seen, waited);
      if (dead !== null && (await breakLock(lock, dead, mine, patience.stale))) continue;
      if (waited >= patience.wait) throw Object.assign(new Error('lock'), { code: 'VERROU' });
      await pause(STEP);
    }
    held = setInterval(() => {
      const now = new Date();
      utimes(lock, now, now).catch(absent);
    }, patience.stale / 5).unref();
    return await work();
  } finally {
    clearInterval(held);
    // Never the lock of another, who broke this one in the belief that its owner was dead.
    if ((await readFile(lock, 'utf8').catch(absent)) === name) await rm(lock, { force: true }).catch(absent);
    // The work is done: what a disk keeps of a lock, the next one breaks.
    await rm(mine, { force: true }).catch(absent);
  }
}
