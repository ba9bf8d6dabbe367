/** A release is written beside the former one, then takes its place whole. */
import { spawn } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameOf, thisProcess } from '../../src/build/disk/process.js';
import { recover } from '../../src/build/disk/recover.js';
import { WriteError } from '../../src/build/disk/write-error.js';
import { checkWritable, type Finish, type OutputFile, writeRelease } from '../../src/build/release/write.js';
import { root } from '../support/cli.js';
import { temporaryFolder } from '../support/temporary.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (name: string, text: string): OutputFile => ({ name, bytes: bytes(text) });
const manifest = (text: string) => (): Promise<Finish> => Promise.resolve({ last: file('manifest.json', text) });

describe('writeRelease', () => {
  it('creates the folders, and leaves nothing beside the release', async () => {
    const out = await temporaryFolder();
    await writeRelease(join(out, 'a', '1.0'), [file('a.pdf', 'un'), file('b.xlsx', 'deux')], manifest('{}'));
    expect((await readdir(join(out, 'a', '1.0'))).sort()).toEqual(['a.pdf', 'b.xlsx', 'manifest.json']);
    expect(await readdir(join(out, 'a'))).toEqual(['1.0']);
  });

  it('keeps the files of the former release that it does not replace', async () => {
    const release = join(await temporaryFolder(), '1.0');
    await writeRelease(release, [file('a.pdf', 'un'), file('b.pdf', 'un')], manifest('1'));
    await writeRelease(release, [file('b.pdf', 'deux')], manifest('2'));
    expect(await readFile(join(release, 'a.pdf'), 'utf8')).toBe('un');
    expect(await readFile(join(release, 'b.pdf'), 'utf8')).toBe('deux');
    expect(await readFile(join(release, 'manifest.json'), 'utf8')).toBe('2');
  });

  it('keeps the links and the empty folders that stand in it', async () => {
    const release = join(await temporaryFolder(), '1.0');
    await writeRelease(release, [file('a.pdf', 'un')], manifest('1'));
    await symlink('a.pdf', join(release, 'lien'));
    await mkdir(join(release, 'vide'));
    await writeRelease(release, [file('a.pdf', 'deux')], manifest('2'));
    expect((await readdir(release)).sort()).toEqual(['a.pdf', 'lien', 'manifest.json', 'vide']);
    expect(await readFile(join(release, 'lien'), 'utf8')).toBe('deux');
  });

  it('leaves the former release whole when something goes wrong before the end', async () => {
    const release = join(await temporaryFolder(), '1.0');
    await writeRelease(release, [file('a.pdf', 'ancien')], manifest('1'));
    const failure = writeRelease(release, [file('a.pdf', 'neuf')], () => Promise.reject(new Error('panne')));
    await expect(failure).rejects.toBeInstanceOf(WriteError);
    expect(await readFile(join(release, 'a.pdf'), 'utf8')).toBe('ancien');
    expect(await readdir(join(release, '..'))).toEqual(['1.0']);
  });

  it('leaves no empty folder that it made when nothing could be written', async () => {
    const above = await temporaryFolder();
    await mkdir(join(above, 'la'));
    for (const out of [join(above, 'a', 'b'), join(above, 'la')]) {
      await checkWritable(join(out, '1.0'));
      const failure = writeRelease(join(out, '1.0'), [], () => Promise.reject(new Error('panne')));
      await expect(failure).rejects.toBeInstanceOf(WriteError);
    }
    expect(await readdir(above)).toEqual(['la']);
  });

  it.skipIf(process.platform !== 'linux')('ends where the system takes no folder, however deep', async () => {
    for (const folder of ['/proc/atelier', '/proc/atelier/livrables/1.0'])
      await expect(checkWritable(folder)).rejects.toThrow(
        /« \/proc\/atelier.* n'a pas pu être écrit : le dossier n’existe pas, ou ne peut/,
      );
  });

  it('says in French what stands in the way', async () => {
    const out = await temporaryFolder();
    await writeFile(join(out, '1.0'), 'un fichier');
    await expect(writeRelease(join(out, '1.0'), [file('a.pdf', 'neuf')], manifest('1'))).rejects.toThrow(
      /n'a pas pu être écrit : une partie du chemin est un fichier/,
    );
  });

  it('puts back a release that a build was killed in the middle of replacing, and clears its leavings', async () => {
    const out = await temporaryFolder();
    const release = join(out, '1.0');
    await writeRelease(release, [file('a.pdf', 'ancien')], manifest('1'));
    await rename(release, join(out, '.1.0.ancien'));
    await mkdir(join(out, `.1.0.${nameOf({ ...thisProcess(), pid: 999_999_999 })}.tmp`));
    await recover(release);
    expect(await readFile(join(release, 'a.pdf'), 'utf8')).toBe('ancien');
    expect(await readdir(out)).toEqual(['1.0']);
  });

  it.skipIf(process.getuid?.() === 0)('is not stopped by the leavings that it may not clear', async () => {
    const out = await temporaryFolder();
    const release = join(out, '1.0');
    const left = join(out, `.1.0.${nameOf({ ...thisProcess(), pid: 999_999_999 })}.tmp`);
    await mkdir(left);
    await writeFile(join(left, 'a.pdf'), 'ancien');
    await chmod(left, 0o555);
    await recover(release);
    await writeRelease(release, [file('a.pdf', 'neuf')], manifest('1'));
    expect((await readdir(out)).sort()).toEqual([basename(left), '1.0'].sort());
    await chmod(left, 0o755);
  });

  it('never puts back a former release that a build was killed in the middle of clearing', async () => {
    const out = await temporaryFolder();
    const release = join(out, '1.0');
    await writeRelease(release, [file('a.pdf', 'neuf')], manifest('2'));
    await mkdir(join(out, '.1.0.ancien'));
    await writeFile(join(out, '.1.0.ancien', 'a.pdf'), 'ancien');
    await recover(release);
    expect(await readFile(join(release, 'a.pdf'), 'utf8')).toBe('neuf');
    expect(await readdir(out)).toEqual(['1.0']);
  });

  it('breaks the lock of a dead build', async () => {
    const out = await temporaryFolder();
    await writeFile(join(out, '.1.0.verrou'), nameOf({ ...thisProcess(), pid: 999_999_999 }));
    await writeRelease(join(out, '1.0'), [file('a.pdf', 'neuf')], manifest('1'));
    expect(await readdir(out)).toEqual(['1.0']);
  });
});

/** Writes releases one after the other for ever, with a dot for each: every file of the n-th says n, and who wrote it. */
const WRITER = `
import built from ${JSON.stringify(join(root, 'dist/build/write.js'))};
const { writeRelease } = built;
const [, folder, who = ''] = process.argv;
for (let n = 1; ; n++) {
  const text = Buffer.from((who + n).repeat(20000));
  const files = ['a.pdf', 'b.pdf', 'c.xlsx'].map((name) => ({ name, bytes: text }));
  await writeRelease(folder, files, async () => ({ last: { name: 'manifest.json', bytes: text } }));
  process.stdout.write('.');
}`;

describe('a build killed at any moment', () => {
  it('leaves a release whole, all its files of one build', async () => {
    const release = join(await temporaryFolder(), '1.0');
    await writeRelease(
      release,
      ['a.pdf', 'b.pdf', 'c.xlsx'].map((name) => file(name, '0')),
      manifest('0'),
    );
    for (let round = 0; round < 25; round++) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, release], { stdio: 'ignore' });
      const end = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
      await new Promise((resolve) => setTimeout(resolve, 60 + ((round * 37) % 90)));
      child.kill('SIGKILL');
      // It did not end by itself.
      expect(await end).toBe('SIGKILL');
      await recover(release);
      const names = (await readdir(release)).sort();
      expect(names).toEqual(['a.pdf', 'b.pdf', 'c.xlsx', 'manifest.json']);
      const texts = await Promise.all(names.map((name) => readFile(join(release, name), 'utf8')));
      expect(new Set(texts).size, `round ${round}`).toBe(1);
    }
  });

  it('two at once do not mix', async () => {
    const release = join(await temporaryFolder(), '1.0');
    const children = ['a', 'b'].map((who) =>
      spawn(process.execPath, ['--input-type=module', '-e', WRITER, release, who], {
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    const said = children.map(() => '');
    const ends = children.map((child, index) => {
      child.stderr.on('data', (text) => {
        said[index] += String(text);
      });
      return new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
    });
    // Each has written among the writings of the other, however long the machine takes to start them; or has given up.
    const busy = children.map(
      (child) =>
        new Promise<void>((done) => {
          let dots = 0;
          child.stdout.on('data', (text) => {
            dots += String(text).length;
            if (dots >= 10) done();
          });
          child.on('close', done);
        }),
    );
    await Promise.all(busy);
    for (const child of children) child.kill('SIGKILL');
    // Neither gave up before.
    expect(await Promise.all(ends), said.join('')).toEqual(['SIGKILL', 'SIGKILL']);
    await recover(release);
    const texts = await Promise.all((await readdir(release)).map((name) => readFile(join(release, name), 'utf8')));
    expect(texts).toHaveLength(4);
    expect(new Set(texts).size).toBe(1);
  });
});
