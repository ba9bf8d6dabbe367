/** What a list says, or no longer says, of entries that the study has already: told, whether it changes something or not. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import excel from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, expect, it } from 'vitest';
import { copyStudy } from '../support/cli.js';
import { runIn } from '../support/in-process.js';

let cwd: string;
beforeEach(async () => {
  cwd = await copyStudy('modeles/exemple');
});

const take = async (content: string | Uint8Array, name = 'liste.csv') => {
  await writeFile(join(cwd, name), content);
  return runIn(cwd, 'import', 'acteurs', name);
};

const FORM = 'Identifiant *;Nom *;Sigle;Priorité\nsmb;Syndicat des mobilités de la Brume;SMB;\nroue;La Roue libre;';

it('a row taken out of a form is told: its entry stays', async () => {
  const { stderr, stdout } = await take(`${FORM};\nvallee;Communauté du Val;;\n`);
  expect(stderr).toMatch(/1 fiche n’est pas dans la liste et reste dans l’étude \(« region »\)/);
  expect(stdout).toMatch(/3 inchangées/);
  // A list of somebody else says nothing of what it does not hold.
  expect((await take('Nom;Type\nLa Roue libre;association\n')).stderr).not.toMatch(/reste/);
});

it('a value under no field, beside an entry that the study has, is told', async () => {
  const { stderr } = await take(`${FORM};haute\n`);
  expect(stderr).toMatch(/« Priorité » n’est aucun champ : sa valeur n’est pas gardée .*\(ligne 3\)/);
});

it('a dash in a cell is nothing', async () => {
  const { stdout, stderr } = await take(`${FORM}—;-\nvallee;Communauté du Val;–;\nregion;Région des Crêtes; - ;\n`);
  expect(stderr).not.toMatch(/Priorité » n’est/);
  expect(stdout).toMatch(/0 modifiée, 4 inchangées, 0 ligne refusée/);
});

it('a workbook whose notes other programs hold under a name of their own is read', async () => {
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet('Liste');
  sheet.addRows(FORM.split('\n').map((row) => row.split(';')));
  sheet.getCell('B1').note = 'Le nom entier.';
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const rels = 'xl/worksheets/_rels/sheet1.xml.rels';
  parts[rels] = strToU8(strFromU8(parts[rels] ?? new Uint8Array()).replace(/Target="\.\.\//g, 'Target="/xl/'));
  const { stdout, stderr } = await take(zipSync(parts), 'liste.xlsx');
  expect(stderr).not.toMatch(/abîmé/);
  expect(stdout).toMatch(/2 inchangées/);
});
