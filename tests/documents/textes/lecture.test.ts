/** How a text of the author is read: comments that nobody else sees, its place, what stands beside an exhibit, pictures of the study alone. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { plageDe } from '../../../src/documents/textes/lieu.js';
import { copyStudy } from '../../support/cli.js';
import { runIn } from '../../support/in-process.js';
import { processorTime } from '../../support/processor.js';

let cwd: string;
beforeEach(async () => {
  cwd = await copyStudy('modeles/exemple');
  await mkdir(join(cwd, 'data/textes/diagnostic'), { recursive: true });
});

const check = async (text: string): Promise<string> => {
  await writeFile(join(cwd, 'data/textes/diagnostic/essentiel.md'), text);
  return (await runIn(cwd, 'check')).stdout;
};

it('a comment over several lines is for its author alone, and moves nothing', async () => {
  const comment = '<!--\nÀ voir : {inconnu} et 777 ateliers.\n-->';
  expect(await check(`${comment}\n\nBien.\n`)).toMatch(/aucune erreur/);
  expect(await check(`${comment}\n\nBien {inconnu}.\n`)).toMatch(/essentiel\.md:5:6 .*erreur/);
  expect(await check('Bien.\n\n<!-- jamais fermé {inconnu}\n\n')).toMatch(/aucune erreur/);
});

it.each(['debut', 'fin'])('its place, « %s », is one of those that there are', async (place) => {
  expect(await check(`---\nplace: ${place}\n---\nBien.\n`)).toMatch(/aucune erreur/);
});

it('an exhibit stands alone on its line: what is before or after it is told', async () => {
  for (const line of ['{=tableau besoins-couverture}', '  {=tableau  besoins-couverture }  '])
    expect(await check(`Bien.\n\n${line}\n`), line).toMatch(/aucune erreur/);
  for (const line of ['Voir {=tableau besoins-couverture}', '{=tableau besoins-couverture} ci-contre'])
    expect(await check(`Bien.\n\n${line}\n`), line).toMatch(
      /essentiel\.md:3:\d+ .*erreur[\s\S]*n'est pas seul sur sa ligne/,
    );
  expect(await check('Bien.\n\n{=tableau}\n')).toMatch(/ne place rien/);
});

it.each(['/etc/passwd', '../dehors.png', 'https://exemple.fr/a.png'])('the picture %s is not taken', async (path) => {
  await writeFile(join(cwd, 'dehors.png'), 'x');
  expect(await check(`Bien.\n\n![x](${path} "y")\n`)).toMatch(/n'est pas dans le dossier de l'étude/);
});

it('a document left in the place of a text is told, as nothing reads it', async () => {
  await writeFile(join(cwd, 'data/textes/diagnostic/besoins.docx'), 'x');
  expect(await check('Bien.\n')).toMatch(/besoins\.docx:1:1 .*fichier-inconnu[\s\S]*n’est pas lu/);
});

it('paragraphs are as long as one wants together, not one alone', async () => {
  const line = `${'mot '.repeat(1200).trim()}\n`;
  expect(await check(`${line}\n${line}  \n${line}`)).not.toMatch(/10000 signes/);
  expect(await check(`Bien.\n\n${line}${line}${line}`)).toMatch(/essentiel\.md:3:1 .*\n.*10000 signes/);
});

it('faults as many as the lines of a text are placed in the time of reading it', () => {
  const markdown = ':::a\n'.repeat(40_000);
  const texte = { markdown, decalage: 3 };
  let places: ReturnType<typeof plageDe>[] = [];
  const taken = processorTime(() => {
    places = Array.from({ length: 40_000 }, (_, i) => plageDe(texte, 5 * i + (i % 5), 4));
  });
  expect(taken).toBeLessThan(2_000);
  places.forEach(({ ligne, colonne }, i) => {
    if (ligne !== i + 4 || colonne !== (i % 5) + 1) throw new Error(`fault ${i}: ${ligne}:${colonne}`);
  });
  expect(plageDe({ markdown: 'a\nbc', decalage: 0 }, 9, 0)).toEqual({ ligne: 2, colonne: 3, longueur: 1 });
  expect(plageDe({ markdown: '', decalage: 0 }, 0, 1)).toEqual({ ligne: 1, colonne: 1, longueur: 1 });
});
