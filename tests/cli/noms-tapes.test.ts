/** What is typed and that names nothing is refused, with a line that can be typed in its place. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { copyStudy } from '../support/cli.js';
import { runIn } from '../support/in-process.js';

let cwd: string;
beforeAll(async () => {
  cwd = await copyStudy('modeles/exemple');
  await mkdir(join(cwd, 'out/2.0'), { recursive: true });
  await mkdir(join(cwd, 'out/brouillon'));
  await writeFile(join(cwd, 'out/2.0/manifest.json'), '{}');
});

it.each([
  ['help build', 'atelier build --help'],
  ['aide', 'atelier --help'],
  ['CHECK', 'atelier check'],
  ['Build diagnostic', 'atelier build'],
  ['livrer', 'atelier build'],
  ['version', 'atelier --version'],
])('%s leads to the command that it means', async (line, meant) => {
  const { code, stderr } = await runIn(cwd, ...line.split(' '));
  expect([code, stderr]).toEqual([2, expect.stringContaining(`Vouliez-vous dire « ${meant} » ?`)]);
});

it.each([
  ['build diagnostic,bilan', 'Les livrables se séparent par une espace : atelier build diagnostic bilan.'],
  ['watch diagnostic;copil', 'Les livrables se séparent par une espace : atelier watch diagnostic copil.'],
  [
    'build --format pdf xlsx',
    '« xlsx » est un format, pas un livrable : les formats se suivent après une virgule (--format pdf,xlsx).',
  ],
  [
    'build diagnotic',
    '(« diagnostic », « scenarios », « mode-operatoire », « fiches-projets », « bilan », « copil »). Vouliez-vous dire « diagnostic » ?',
  ],
  ['watch diagnotic', 'Vouliez-vous dire « diagnostic » ?'],
])('%s says what to write', async (line, told) => {
  const { code, stderr } = await runIn(cwd, ...line.split(' '));
  expect([code, stderr]).toEqual([2, expect.stringContaining(told)]);
});

it.each([
  ['build --scenario sic', 'l’étude n’a pas de scénario « sic ».', 'Vouliez-vous dire « scic » ?'],
  ['build diagnostic --projet garre', 'aucun projet ne s’appelle « garre ».', 'Vouliez-vous dire « gare » ?'],
  ['build --reunion x', 'l’étude n’a pas de réunion « x ».', 'Réunions : commission-a, commission-b.'],
])('%s builds nothing, were other deliverables asked for', async (line, told, aide) => {
  const { code, stdout, stderr } = await runIn(cwd, ...line.split(' '));
  expect(code).toBe(1);
  expect(stdout + stderr).toContain(told);
  expect(stdout + stderr).toContain(aide);
});

it.each([
  [
    'verify out',
    "« out » n'a pas de manifeste lisible : ce n'est pas un dossier de livrables. Versions construites à côté : « out/2.0 ».",
  ],
  ['verify out/1.0', "« out/1.0 » n'existe pas. Versions construites à côté : « out/2.0 »."],
  [
    'build --depuis out/brouillon',
    "« out/brouillon » n'a pas de manifeste lisible : ce n'est pas un dossier de livrables. Versions construites à côté : « out/2.0 ».",
  ],
  [
    'diff ailleurs/1 ailleurs/2',
    "« ailleurs/1 » n'existe pas. Donnez le dossier d'une version construite, par exemple out/1.0.",
  ],
])('%s names the releases that stand there', async (line, told) => {
  const { code, stderr } = await runIn(cwd, ...line.split(' '));
  expect([code, stderr]).toEqual([2, expect.stringContaining(told)]);
});
