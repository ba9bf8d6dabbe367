/** Names that another system does not keep apart or does not open, and texts of another encoding: told, with what to do. */
import { appendFile, copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readText } from '../../../src/study/files/read-text.js';
import { copyStudy } from '../../support/cli.js';
import { runIn } from '../../support/in-process.js';

let cwd: string;
const at = (...names: string[]): string => join(cwd, 'data', ...names);
beforeEach(async () => {
  cwd = await copyStudy('modeles/exemple');
});
const check = async (): Promise<string> => (await runIn(cwd, 'check')).stdout;

describe.skipIf(process.platform !== 'linux')('names', () => {
  it('that differ by case or by the writing of accents alone', async () => {
    await mkdir(at('photos'));
    for (const name of ['A.png', 'a.png', 'e\u0301te\u0301.png', 'été.png', 'b.png'])
      await writeFile(at('photos', name), '');
    const told = await check();
    expect(told).toMatch(/photos\/A\.png:1:1 {2}attention {2}nom-de-fichier\n.*« data\/photos\/a\.png » .*majuscules/);
    expect(told).toMatch(/nom-de-fichier\n.*été\.png.*accents/u);
    expect(told.match(/nom-de-fichier\n/g)).toHaveLength(2);
    expect(told).toMatch(/Windows.*Mac.*renommez/i);
    expect((await runIn(cwd, 'check', '--strict')).code).toBe(1);
  });

  it('of an inventory beside itself', async () => {
    await copyFile(at('projets.yaml'), at('Projets.yaml'));
    expect(await check()).toMatch(/fichier-inconnu\n.*« Projets\.yaml » n'est pas lu.*\n.*(?:Windows|Mac)/);
  });

  it.each(['con.yaml', 'AUX.yaml', 'com1.yaml', 'a:b.yaml', 'quoi?.yaml'])(
    'that Windows does not take: %s',
    async (name) => {
      await mkdir(at('projets'));
      await rename(at('projets.yaml'), at('projets', name));
      expect(await check()).toMatch(/nom-de-fichier\n.*Windows/);
    },
  );

  it.each(['acteurs.yaml ', 'acteurs.yaml.', 'acteurs.yaml\u00a0'])(
    'that end with a sign nobody sees: « %s »',
    async (name) => {
      await rename(at('acteurs.yaml'), at(name));
      expect(await check()).toMatch(
        /fichier-inconnu\n.*n'est pas lu : son nom finit par (?:une espace|un point).*\n.*« acteurs\.yaml »/,
      );
    },
  );

  it('of the example are those of every system', async () => {
    await mkdir(at('projets'));
    await rename(at('projets.yaml'), at('projets/console.yaml'));
    expect(await check()).not.toMatch(/nom-de-fichier|fichier-inconnu/);
  });
});

it('a file that goes between the listing and the reading is not said to be a link', async () => {
  const told = await readText(at('parti.yaml'), 'parti.yaml');
  expect(told).toMatchObject({ code: 'fichier-illisible', message: expect.stringMatching(/vient de disparaître/) });
});

/** A text in UTF-7, as old mail programs wrote it. */
const utf7 = (text: string): string =>
  text.replace(
    /[^\x20-\x7e\n{}]+|[{}]+/g,
    (found) => `+${Buffer.from(found, 'utf16le').swap16().toString('base64').replace(/=+$/, '')}-`,
  );

describe('encodings', () => {
  const wide = (text: string, little: boolean, marked: boolean): Buffer => {
    const points = [...(marked ? '\ufeff' : ''), ...text].map((sign) => sign.codePointAt(0) ?? 0);
    const bytes = Buffer.alloc(points.length * 4);
    for (const [rank, point] of points.entries())
      if (little) bytes.writeUInt32LE(point, rank * 4);
      else bytes.writeUInt32BE(point, rank * 4);
    return bytes;
  };

  it.each([
    ['little, with its mark', true, true],
    ['little', true, false],
    ['big, with its mark', false, true],
    ['big', false, false],
  ])('UTF-32, %s', async (_, little, marked) => {
    const text = await readFile(at('acteurs.yaml'), 'utf8');
    await writeFile(at('acteurs.yaml'), wide(text, little, marked));
    expect(await check()).toMatch(/encodage-incorrect\n.*UTF-32/);
  });

  it('UTF-7', async () => {
    const text = await readFile(at('acteurs.yaml'), 'utf8');
    await writeFile(at('acteurs.yaml'), utf7(text));
    const told = await check();
    expect(told).toMatch(/acteurs\.yaml:2:3 {2}erreur {2}encodage-incorrect\n.*UTF-7/);
    expect(told).not.toMatch(/syntaxe-yaml/);
  });

  it('a plus sign among letters is none', async () => {
    await appendFile(at('actions.yaml'), '# 3 +A-B, +bio- et +ABC-, C++AOU-\n');
    expect((await runIn(cwd, 'check')).code).toBe(0);
  });
});
