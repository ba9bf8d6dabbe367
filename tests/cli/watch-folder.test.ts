/** Saves by rename, new and removed folders, and the end of the folder are all seen. */
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ownAccount } from '../../src/cli/terminal/own-account.js';
import { watchFolder } from '../../src/cli/terminal/watch-folder.js';
import { temporaryFolder } from '../support/temporary.js';

describe('a watched folder', () => {
  it('tells each change once it is quiet, and that it is gone', async () => {
    const root = await temporaryFolder();
    await writeFile(join(root, 'a.yaml'), '1');
    await mkdir(join(root, 'out'));
    let seen = false;
    const watch = watchFolder(root, join(root, 'out'), () => {
      seen = true;
    });
    const sees = async (change: () => Promise<unknown>): Promise<boolean> => {
      seen = false;
      await change();
      for (let waited = 0; !seen && waited < 1000; waited += 10) await pause(10);
      // Late events of this change are not those of the next.
      await pause(30);
      return seen;
    };
    const save = async (): Promise<void> => {
      await writeFile(join(root, '.a.yaml.tmp'), '2');
      await rename(join(root, '.a.yaml.tmp'), join(root, 'a.yaml'));
    };
    try {
      for (let time = 0; time < 3; time++) expect(await sees(save), `save ${time}`).toBe(true);
      expect(await sees(() => mkdir(join(root, 'sources', 'b'), { recursive: true }))).toBe(true);
      expect(await sees(() => writeFile(join(root, 'sources', 'b', 'b.yaml'), '1'))).toBe(true);
      expect(await sees(() => rm(join(root, 'sources'), { recursive: true }))).toBe(true);
      seen = false;
      await writeFile(join(root, 'out', 'x.pdf'), '1');
      await writeFile(join(root, '.a.yaml.swp'), '1');
      await pause(100);
      expect(seen).toBe(false);
      expect(watch.alive).toBe(true);
      expect(await sees(() => rm(root, { recursive: true }))).toBe(true);
      expect(watch.alive).toBe(false);
    } finally {
      watch.close();
    }
  });

  it.each(['sent to it', 'copied to it by another program'])('is not changed by an account that is %s', async (how) => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'notes'));
    const journal = await open(join(root, 'notes', 'journal.txt'), 'a');
    const quiet = { write: () => undefined };
    const { io, receives } = ownAccount(
      { stdout: quiet, stderr: quiet, env: {}, cwd: root, isTTY: false },
      how === 'sent to it' ? [journal.fd, 9999] : [],
    );
    let seen = 0;
    const watch = watchFolder(root, '', () => seen++, receives);
    try {
      for (let line = 0; line < 3; line++) {
        io.stdout.write(`  out/1.0/diagnostic.pdf\nÀ jour (${line} s).\n`);
        await journal.write(`10:0${line}   out/1.0/diagnostic.pdf\n10:0${line} À jour (${line} s).\n`);
        await pause(40);
      }
      expect(seen).toBe(0);
      await writeFile(join(root, 'notes', 'a.md'), 'Un texte.');
      for (let waited = 0; seen === 0 && waited < 1000; waited += 10) await pause(10);
      expect(seen).toBeGreaterThan(0);
    } finally {
      watch.close();
      await journal.close();
    }
  });

  it('that receives the releases itself is watched, but for them', async () => {
    const root = await temporaryFolder();
    let seen = 0;
    const watch = watchFolder(root, root, () => seen++);
    try {
      await mkdir(join(root, '.2.0.neuf'));
      await writeFile(join(root, '.2.0.neuf', 'manifest.json'), '{}');
      await rename(join(root, '.2.0.neuf'), join(root, '2.0'));
      await pause(60);
      await writeFile(join(root, '2.0', 'diagnostic.pdf'), '1');
      await pause(60);
      expect(seen).toBe(0);
      await writeFile(join(root, 'a.yaml'), '1');
      for (let waited = 0; seen === 0 && waited < 1000; waited += 10) await pause(10);
      expect(seen).toBeGreaterThan(0);
    } finally {
      watch.close();
    }
  });

  it('that does not exist is refused', () => {
    expect(() => watchFolder(join(tmpdir(), 'atelier-nulle-part'), '', () => undefined)).toThrow();
  });
});
