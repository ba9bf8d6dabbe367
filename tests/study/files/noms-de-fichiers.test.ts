/** Files that a study names, and that a disk writes otherwise: accents in two characters, as a Mac does, capitals. */
import { copyFile, cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { beforeEach, expect, it } from 'vitest';
import { copyStudy, edit } from '../../support/cli.js';
import { runIn } from '../../support/in-process.js';

let cwd: string;
beforeEach(async () => {
  cwd = await copyStudy('modeles/exemple');
  for (const name of ['photos', 'logos', 'textes/diagnostic', 'e\u0301te\u0301'])
    await mkdir(join(cwd, 'data', name), { recursive: true });
});

const image = (): Buffer => PNG.sync.write(new PNG({ width: 40, height: 30, fill: true }));
const text = (path: string): Promise<void> =>
  writeFile(join(cwd, 'data/textes/diagnostic/essentiel.md'), `Bien.\n\n![Un atelier](${path} "Crédit : x")\n`);
const check = async (): Promise<string> => (await runIn(cwd, 'check')).stdout;

it('a picture is found whatever way its accents are written, on the disk or in the text', async () => {
  await writeFile(join(cwd, 'data/photos/e\u0301te\u0301.png'), image());
  await writeFile(join(cwd, 'data/photos/forêt.png'), image());
  await writeFile(join(cwd, 'data/e\u0301te\u0301/e\u0301te\u0301.png'), image());
  for (const path of ['photos/été.png', 'photos/e\u0301te\u0301.png', 'photos/fore\u0302t.png', 'été/été.png']) {
    await text(path);
    expect(await check(), path).not.toMatch(/image-incorrecte/);
  }
});

it('a logo too, and it is printed', async () => {
  await writeFile(join(cwd, 'data/logos/re\u0301gion.png'), image());
  await writeFile(
    join(cwd, 'data/theme.yaml'),
    'logos:\n  - { fichier: logos/région.png, texte_alternatif: Région }\n',
  );
  expect(await check()).not.toMatch(/logo-incorrect/);
});

it('a name that is nearly that of a file is given that file', async () => {
  await writeFile(join(cwd, 'data/photos/Mairie.PNG'), image());
  await text('photos/mairie.png');
  expect(await check()).toMatch(/« photos\/mairie\.png » n'existe pas dans l'étude\.\n.*« Mairie\.PNG »/);
  await text('photos/autre.png');
  expect(await check()).toMatch(/Vérifiez le nom, majuscules comprises/);
});

it('the contours of the communes too', async () => {
  const other = await copyStudy('tests/fixtures/autre-etude');
  const [name = ''] = await readdir(join(other, 'data/cartes'));
  await rename(join(other, 'data/cartes', name), join(other, 'data/cartes/e\u0301te\u0301.geojson'));
  await edit(join(other, 'data/territoire.yaml'), /contours: .*/, 'contours: cartes/été.geojson');
  const { stdout } = await runIn(other, 'check');
  expect(stdout).not.toMatch(/contours-illisibles|n'est pas lu/);
});

it('what has the name of a copy is told beside its inventory, and is to be renamed where that one is not there', async () => {
  const copies = ['besoins (1)', 'besoins (copie)', 'besoins - Copie', 'besoins copie', 'besoins-PORTABLE-12'];
  const names = [...copies, 'Copie de besoins', 'Copie (2) de besoins', 'Copy of besoins', 'Besoins'];
  for (const name of names) await copyFile(join(cwd, 'data/besoins.yaml'), join(cwd, `data/${name}.yaml`));
  const beside = await check();
  for (const name of names)
    expect(beside).toContain(
      name === 'Besoins'
        ? "« Besoins.yaml » n'est pas lu : « besoins.yaml » l'est, et leurs noms ne diffèrent que par les majuscules."
        : `« ${name}.yaml » n'est pas lu : il a l'air d'une copie de « besoins.yaml ».`,
    );
  await rm(join(cwd, 'data/besoins.yaml'));
  const alone = await check();
  for (const name of names) expect(alone).toContain(`« ${name}.yaml » n'est pas lu, et « besoins.yaml » n'existe pas`);
  expect(alone).toContain('renommez le fichier « besoins.yaml »');
});

it('a file under the other extension is never to be renamed over its inventory', async () => {
  await copyFile(join(cwd, 'data/besoins.yaml'), join(cwd, 'data/besoins.yml'));
  expect(await check()).toMatch(/« besoins\.yml » n'est pas lu : il a l'air d'une copie de « besoins\.yaml »/);
  await rm(join(cwd, 'data/besoins.yaml'));
  expect(await check()).toMatch(/il devrait s'appeler « besoins\.yaml »/);
});

it('a command typed in a folder of a study is told where the study is', async () => {
  const { code, stdout } = await runIn(join(cwd, 'data/textes/diagnostic'), 'check');
  expect([code, stdout]).toEqual([
    1,
    expect.stringContaining('« ../.. » est une étude : ajoutez -C ../.. à la commande'),
  ]);
  expect((await runIn(join(cwd, 'data/textes/diagnostic'), 'check', '-C', '../..')).code).toBe(0);
});

it('a folder or a file named on the command line is found whatever way its accents are written', async () => {
  const studies = ['e\u0301tude un', 'étude deux'];
  for (const name of studies) await cp(join(cwd, 'data'), join(cwd, name), { recursive: true });
  await writeFile(join(cwd, 'a\u0302nes.csv'), 'nom;type\nAssociation des ânes;association\n');
  for (const form of ['NFC', 'NFD'])
    for (const name of studies.map((one) => one.normalize(form)))
      for (const words of [['-C', name], [`--etude=${name}`], ['--etude', join(cwd, name)]]) {
        const { code, stdout } = await runIn(cwd, 'check', ...words);
        expect([code, stdout], words.join(' ')).toEqual([0, expect.stringMatching(/aucune erreur/)]);
      }
  expect((await runIn(cwd, 'import', 'acteurs', 'ânes.csv')).stdout).toMatch(/1 fiche nouvelle/);
  expect((await runIn(cwd, '-C', 'absente et loin', 'check')).stderr).toMatch(
    /Vouliez-vous dire « atelier check -C "absente et loin" »/,
  );
});
