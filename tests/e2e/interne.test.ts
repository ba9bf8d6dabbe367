import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyStudy, edit } from '../support/cli.js';
import { runIn } from '../support/in-process.js';
import { pdfText } from '../support/pdf-text.js';
import { readPdf } from '../support/pdfua/document.js';

const SENTINELLE = 'SENTINELLE-DU-JUGEMENT';

/** All that a file holds, unfolded: text of the pages, decoded streams (attachments and metadata among them), parts of an archive. */
async function contenu(file: string): Promise<string> {
  if (file.endsWith('.pdf')) {
    const streams = Object.values(readPdf(file).objects).map(({ stream, value }) =>
      stream
        ? `${JSON.stringify(stream.dict)}${Buffer.from(stream.data, 'base64').toString('utf8')}`
        : JSON.stringify(value),
    );
    return [pdfText(file, '-layout'), ...streams].join('\n');
  }
  const bytes = await readFile(file);
  if (!file.endsWith('.xlsx')) return bytes.toString('utf8');
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n');
}

describe('what is handed over, and what stays internal', () => {
  let folder: string;
  const lire = async (dossier: string): Promise<Map<string, string>> => {
    const names = (await readdir(join(folder, dossier))).sort();
    return new Map(
      await Promise.all(names.map(async (name) => [name, await contenu(join(folder, dossier, name))] as const)),
    );
  };
  const bytes = async (name: string): Promise<Buffer> => readFile(join(folder, 'out', '1.2', name));
  const acteurs = (): string => join(folder, 'data', 'acteurs.yaml');

  beforeAll(async () => {
    folder = await copyStudy('tests/fixtures/autre-etude');
    await edit(acteurs(), 'interet: 5\n', `interet: 5\n  note_interne: ${SENTINELLE}\n`);
    for (const args of [
      ['build', 'diagnostic'],
      ['build', 'diagnostic', '--interne'],
    ]) {
      const { code, stderr } = await runIn(folder, ...args);
      expect(code, stderr).toBe(0);
    }
  });

  it('holds no judgement in any byte of a public file: pages, attachments, sheets, properties, manifest', async () => {
    const files = await lire(join('out', '1.2'));
    expect([...files.keys()]).toEqual(['diagnostic.pdf', 'diagnostic.xlsx', 'etude.json', 'manifest.json']);
    for (const [name, text] of files) {
      expect(text.length, name).toBeGreaterThan(500);
      expect(text, name).not.toContain(SENTINELLE);
      expect(text, name).not.toMatch(/"(interet|influence|note_interne)"/);
    }
    expect(files.get('diagnostic.pdf')).toContain('Coopérative');
  });

  it('gives the same bytes when a judgement changes and the counts do not', async () => {
    const names = ['diagnostic.pdf', 'diagnostic.xlsx', 'etude.json'];
    const before = await Promise.all(names.map(bytes));
    const { contenu: was } = JSON.parse(String(await bytes('manifest.json'))) as { contenu: unknown };
    await edit(acteurs(), /interet: 5\n {2}note_interne: .*\n {2}influence: 5/, 'interet: 4\n  influence: 4');
    const { code, stderr } = await runIn(folder, 'build', 'diagnostic');
    expect(code, stderr).toBe(0);
    const after = await Promise.all(names.map(bytes));
    for (const [i, name] of names.entries()) expect(after[i]?.equals(before[i] ?? Buffer.alloc(0)), name).toBe(true);
    expect((JSON.parse(String(await bytes('manifest.json'))) as { contenu: unknown }).contenu).toEqual(was);
  });

  it('names them in an internal edition, in a folder of its own, marked in its names and on each page', async () => {
    const files = await lire(join('out', '1.2-interne'));
    expect([...files.keys()]).toEqual([
      'diagnostic-interne.pdf',
      'diagnostic-interne.xlsx',
      'etude-interne.json',
      'manifest.json',
    ]);
    for (const name of ['diagnostic-interne.pdf', 'diagnostic-interne.xlsx', 'etude-interne.json'])
      expect(files.get(name), name).toContain(SENTINELLE);
    const pages = pdfText(join(folder, 'out/1.2-interne/diagnostic-interne.pdf'), '-layout').split('\f');
    for (const [i, page] of pages.slice(0, -1).entries()) expect(page, `page ${i + 1}`).toMatch(/édition\s+interne/i);
    expect(files.get('diagnostic-interne.xlsx')).toMatch(/édition interne/i);
  });

  it('says which deliverable has an internal edition', async () => {
    const { code, stderr } = await runIn(folder, 'build', 'scenarios', '--interne');
    expect(code).toBe(2);
    expect(stderr).toMatch(/« scenarios » n'a pas d'édition interne/);
  });
});
