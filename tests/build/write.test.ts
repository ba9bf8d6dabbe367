import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WriteError, writeAll } from '../../src/build/write.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'atelier-ecriture-'));

describe('writeAll', () => {
  it('creates the folders and leaves no temporary file', async () => {
    const out = join(await folder(), 'out', '0.3');
    await writeAll(out, [
      { name: 'a.pdf', bytes: bytes('un') },
      { name: 'b.xlsx', bytes: bytes('deux') },
    ]);
    expect((await readdir(out)).sort()).toEqual(['a.pdf', 'b.xlsx']);
    expect(await readFile(join(out, 'b.xlsx'), 'utf8')).toBe('deux');
  });

  it('leaves every former file whole when one cannot be written', async () => {
    const out = await folder();
    await writeFile(join(out, 'a.pdf'), 'ancien');
    await writeFile(join(out, 'obstacle'), 'un fichier');
    await expect(
      writeAll(out, [
        { name: 'a.pdf', bytes: bytes('neuf') },
        { name: 'obstacle/b.xlsx', bytes: bytes('neuf') },
      ]),
    ).rejects.toThrow(/n'a pas pu être écrit : une partie du chemin est un fichier/);
    expect(await readFile(join(out, 'a.pdf'), 'utf8')).toBe('ancien');
    expect((await readdir(out)).sort()).toEqual(['a.pdf', 'obstacle']);
  });

  it('says in French what stands in the way', async () => {
    const out = await folder();
    await mkdir(join(out, 'a.pdf'));
    await expect(writeAll(out, [{ name: 'a.pdf', bytes: bytes('neuf') }])).rejects.toBeInstanceOf(WriteError);
    expect(await readdir(out)).toEqual(['a.pdf']);
  });
});
