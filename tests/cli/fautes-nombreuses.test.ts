/** Faults by the hundred: a reader is told the first of each kind, tools are told all. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyStudy, edit } from '../support/cli.js';
import { runIn, type Said } from '../support/in-process.js';

it('tells the first of thousands of faults of a kind, and counts the rest', async () => {
  const cwd = await copyStudy('tests/fixtures/base');
  const run = (...args: string[]): Promise<Said> => runIn(cwd, ...args);
  const path = join(cwd, 'data', 'acteurs.yaml');
  const fields = 'type: association, domaines: [eau], fonctions: [ecouter], publics: [pecheurs]';
  const many = Array.from({ length: 600 }, (_, i) => `- { id: o${i}, nom: Orme ${i}, rolle: x, ${fields} }\n`);
  await writeFile(path, (await readFile(path, 'utf8')) + many.join(''));
  await edit(join(cwd, 'data', 'sources.yaml'), '  type:', '  typpe: x\n  type:');
  const { stdout } = await run('check');
  expect(stdout.match(/ {2}erreur {2}cle-inconnue$/gm)).toHaveLength(11);
  expect(stdout).toMatch(
    /^… et 590 autres erreurs « cle-inconnue » dans data\/acteurs\.yaml, jusqu’à la ligne 616\.$/m,
  );
  expect(stdout).toMatch(/« atelier check --verbose » les montre toutes/);
  expect(stdout).toMatch(/^601 erreurs dans 2 fichiers/m);
  expect((await run('check', '--verbose')).stdout.match(/cle-inconnue$/gm)).toHaveLength(601);
  expect(JSON.parse((await run('check', '--json')).stdout)).toMatchObject({ erreurs: 601 });
  expect((await run('check', '--format', 'github')).stdout.match(/^::error /gm)).toHaveLength(601);
});
