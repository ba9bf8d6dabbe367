/** Accents spoiled by a wrong encoding, in inventories and in the author's texts. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accentsAbimes, enWindows1252 } from '../../src/texte/accents.js';
import { entitesHtml } from '../../src/texte/entites-html.js';
import { copyStudy, edit } from '../support/cli.js';
import { runIn } from '../support/in-process.js';

const spoiled = (text: string): string => enWindows1252(Buffer.from(text));

describe('accents read once in a wrong encoding', () => {
  it.each([
    'Société d’économie mixte',
    'À l’œuvre : 12 500 € — « forêt »',
    'Élan, çà et là…',
    'NOËL AOÛT Ÿ',
    'l’île, 3 % du coût',
  ])('%s is found again', (text) => {
    expect(accentsAbimes(spoiled(text))?.texte).toBe(text);
    expect(accentsAbimes(text)).toBeNull();
  });

  it('letters that are lost are told as such, and what is right is left', () => {
    expect(accentsAbimes('Caf\ufffd du pont')).toEqual({ mot: 'Caf\ufffd', texte: null });
    for (const text of ['', 'Ã', 'SÃO PAULO', 'PÂTÉ', '« CHÂTEAU »', 'Åse', 'DU BLÂ\u00a0!', 'â'])
      expect(accentsAbimes(text), text).toBeNull();
  });
});

it('writes the signs that a page codes, those coded twice too', () => {
  expect(entitesHtml('R&D &amp; l&rsquo;&Eacute;cole&nbsp;: 5&#32;&#x20AC;')).toEqual({
    entite: '&amp;',
    texte: 'R&D & l’École\u00a0: 5 €',
  });
  expect(entitesHtml('&amp;eacute;t&eacute;')?.texte).toBe('été');
  expect(entitesHtml('Tom & Co ; R&D;')).toBeNull();
});

describe('a study whose file was saved twice', () => {
  it('is told at each text, with what to write; « corriger » writes it', async () => {
    const cwd = await copyStudy('tests/fixtures/autre-etude');
    const path = join(cwd, 'data/acteurs.yaml');
    await writeFile(path, spoiled(await readFile(path, 'utf8')));
    const { stdout } = await runIn(cwd, 'check');
    expect(stdout).toMatch(/attention {2}accents-abimes/);
    expect(stdout).toMatch(/Écrivez : /);
    await runIn(cwd, 'corriger', '--ecrire');
    expect((await runIn(cwd, 'check')).stdout).not.toMatch(/accents-abimes/);
    expect((await runIn(cwd, 'explain', 'accents-abimes')).stdout).toMatch(/UTF-8/);
  });

  it('has the codes of a page mended as well', async () => {
    const cwd = await copyStudy('tests/fixtures/base');
    const path = join(cwd, 'data/besoins.yaml');
    await writeFile(path, (await readFile(path, 'utf8')).replace('Réparer les pontons', 'R&eacute;parer &amp; tenir'));
    expect((await runIn(cwd, 'check')).stdout).toMatch(/entite-html[\s\S]*Écrivez : Réparer & tenir/);
    await runIn(cwd, 'corriger', '--ecrire');
    expect(await readFile(path, 'utf8')).toContain('libelle: Réparer & tenir');
  });

  it('is told in a text of the author too, at its line', async () => {
    const cwd = await copyStudy('modeles/exemple');
    await mkdir(join(cwd, 'data/textes/diagnostic'), { recursive: true });
    await writeFile(join(cwd, 'data/textes/diagnostic/essentiel.md'), `Une ligne.\n\nUne ${spoiled('société')}.\n`);
    const { stdout } = await runIn(cwd, 'check');
    expect(stdout).toMatch(/essentiel\.md:3:5 +attention +accents-abimes/);
  });
});

it('a sign that is not seen, or an address, is told in a text of the author, at its place', async () => {
  const cwd = await copyStudy('modeles/exemple');
  await mkdir(join(cwd, 'data/textes/diagnostic'), { recursive: true });
  await writeFile(join(cwd, 'data/textes/diagnostic/essentiel.md'), 'Une ligne.\n\nUn\u000bmot, \u001b[31mrouge.\n');
  expect((await runIn(cwd, 'check')).stdout).toMatch(/essentiel\.md:3:3 +attention +caractere-invisible\n.*U\+000B/);
  await writeFile(
    join(cwd, 'data/textes/diagnostic/essentiel.md'),
    'Une ligne.\n\nÀ x@exemple.fr, au 06 12 34 56 78.\n',
  );
  expect((await runIn(cwd, 'check')).stdout).toMatch(
    /essentiel\.md:3:1 .*donnee-personnelle\n.* texte qui sera imprimé/,
  );
  await writeFile(join(cwd, 'data/textes/diagnostic/essentiel.md'), 'Une ligne.\r\n\r\nUn mot.\r\n');
  expect((await runIn(cwd, 'check')).stdout).not.toMatch(/caractere-invisible/);
});

describe('a file in another encoding', () => {
  it('UTF-16 without an accent, or a file of another program, is no text', async () => {
    const cwd = await copyStudy('tests/fixtures/autre-etude');
    await writeFile(join(cwd, 'data/references.yaml'), Buffer.from('- id: x\n', 'utf16le'));
    expect((await runIn(cwd, 'check')).stdout).toMatch(/references\.yaml:.*encodage-incorrect\n.*UTF-16/);
    await mkdir(join(cwd, 'data/textes/diagnostic'), { recursive: true });
    await writeFile(join(cwd, 'data/textes/diagnostic/essentiel.md'), Buffer.from('PK\u0003\u0004\0\0\0'));
    expect((await runIn(cwd, 'check')).stdout).toMatch(/essentiel\.md:.*encodage-incorrect/);
  });

  it('UTF-16 without its mark is not taken for Windows-1252', async () => {
    const cwd = await copyStudy('tests/fixtures/autre-etude');
    const path = join(cwd, 'data/acteurs.yaml');
    await writeFile(path, Buffer.from(await readFile(path, 'utf8'), 'utf16le'));
    expect((await runIn(cwd, 'check')).stdout).toMatch(/encodage-incorrect\n.*UTF-16/);
  });

  it('a day that a spreadsheet left as its number is told as that day', async () => {
    const cwd = await copyStudy('tests/fixtures/autre-etude');
    await edit(join(cwd, 'data/etude.yaml'), /^date: .*$/m, 'date: 45627');
    expect((await runIn(cwd, 'check')).stdout).toMatch(/« 45627 »[\s\S]*2024-12-01/);
  });
});
