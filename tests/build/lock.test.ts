/** The lock of a release: one writer at a time, and no lock that nobody can open. */
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { locked } from '../../src/build/disk/lock.js';
import { lives, nameOf, ownerNamed, thisProcess } from '../../src/build/disk/process.js';
import { temporaryFolder } from '../support/temporary.js';

let folder: string;
let lock: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  lock = join(folder, '.1.0.verrou');
});
const SOON = { wait: 100, stale: 60_000 };
const old = async (): Promise<void> => utimes(lock, new Date(2000, 1, 1), new Date(2000, 1, 1));

describe('a lock', () => {
  it('lets one writer in at a time, and leaves nothing', async () => {
    let inside = 0;
    let most = 0;
    const one = (): Promise<void> =>
      locked(lock, async () => {
        most = Math.max(most, ++inside);
        await new Promise((done) => setTimeout(done, 5));
        inside--;
      });
    await Promise.all(Array.from({ length: 12 }, one));
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['of a process that is dead', nameOf({ ...thisProcess(), pid: 999_999_999 }), false],
    ['of a process whose number another one took', nameOf({ ...thisProcess(), start: '1' }), false],
    ['of another machine, no longer touched', nameOf({ ...thisProcess(), host: '0123456789ab' }), true],
    ['that is empty, and old', '', true],
    ['written by something else, and old', '4242\n', true],
  ])('%s is broken, by twelve waiters at once as by one', async (_, content, aged) => {
    await writeFile(lock, content);
    if (aged) await old();
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 12 }, () =>
        locked(lock, async () => {
          most = Math.max(most, ++inside);
          await new Promise((done) => setTimeout(done, 2));
          inside--;
        }),
      ),
    );
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['of a process that lives', nameOf(thisProcess())],
    ['of another machine, just touched', nameOf({ ...thisProcess(), host: '0123456789ab' })],
    ['that is empty, and just made', ''],
  ])('%s is waited for, and left in its place', async (_, content) => {
    await writeFile(lock, content);
    await expect(locked(lock, async () => 'entré', SOON)).rejects.toMatchObject({ code: 'VERROU' });
    expect(await readFile(lock, 'utf8')).toBe(content);
    expect(await readdir(folder)).toEqual(['.1.0.verrou']);
  });
});

it('a lock of another machine whose clock is ahead is broken once it is no longer touched', async () => {
  await writeFile(lock, nameOf({ ...thisProcess(), host: '0123456789ab' }));
  const ahead = async (): Promise<void> => utimes(lock, new Date(), new Date(Date.now() + 3_600_000));
  await ahead();
  const touched = setInterval(() => void ahead().catch(() => undefined), 20);
  await expect(locked(lock, async () => 'entré', { wait: 300, stale: 100 })).rejects.toMatchObject({ code: 'VERROU' });
  clearInterval(touched);
  expect(await locked(lock, async () => 'entré', { wait: 1000, stale: 100 })).toBe('entré');
});

describe('a dead lock that another one is breaking', () => {
  it('is left to it, and waited for no longer than a living one', async () => {
    const dead = nameOf({ ...thisProcess(), pid: 999_999_999 });
    await writeFile(lock, dead);
    await writeFile(`${lock}.bris`, nameOf(thisProcess()));
    await expect(locked(lock, async () => 'entré', SOON)).rejects.toMatchObject({ code: 'VERROU' });
    expect(await readFile(lock, 'utf8')).toBe(dead);
    await writeFile(`${lock}.bris`, dead);
    expect(await locked(lock, async () => 'entré', SOON)).toBe('entré');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the owner of a lock', () => {
  it('is read back from its name, and nothing else is', () => {
    const owner = thisProcess();
    expect(ownerNamed(nameOf(owner))).toEqual(owner);
    expect(['', '4242', 'x-1-2-3', `${nameOf(owner)}x`].map(ownerNamed)).toEqual([null, null, null, null]);
    expect(lives(owner)).toBe(true);
    expect(lives({ ...owner, host: '0123456789ab' })).toBeNull();
  });

  it('is another where its number was taken again, and lives where its start cannot be read', () => {
    const owner = { ...thisProcess(), start: '1' };
    expect(lives(owner, () => '2')).toBe(false);
    expect(lives(owner, () => '')).toBe(true);
  });
});
