/** Workbooks that another program than Excel wrote: the same dates, the same cells, and what is left aside is told. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import excel from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { lireClasseur } from '../../src/echange/lire.js';
import { temporaryFolder } from '../support/temporary.js';

const LIGNES = [
  ['Nom', 'Début'],
  ['Fête', '2015-03-01'],
];

/** A workbook of one dated row, each of its parts written again by another program. */
async function lu(
  fill: (sheet: excel.Worksheet) => void,
  autrement: (xml: string, name: string) => string = (xml) => xml,
) {
  const workbook = new excel.Workbook();
  workbook.properties.date1904 = true;
  const sheet = workbook.addWorksheet('Liste');
  sheet.addRow(['Nom', 'Début']);
  sheet.addRow(['Fête', new Date(Date.UTC(2015, 2, 1))]);
  fill(sheet);
  const parts = Object.entries(unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer())));
  const path = join(await temporaryFolder(), 'liste.xlsx');
  await writeFile(
    path,
    zipSync(Object.fromEntries(parts.map(([name, part]) => [name, strToU8(autrement(strFromU8(part), name))]))),
  );
  const { tableaux, remarques } = await lireClasseur(path);
  return { cellules: tableaux[0]?.lignes.map((ligne) => ligne.cellules), remarques };
}

it('days counted from 1904 are those of the workbook, whether it says « 1 » or « true »', async () => {
  expect((await lu(() => {})).cellules).toEqual(LIGNES);
  const { cellules } = await lu(
    () => {},
    (xml) => xml.replace('date1904="1"', 'dateCompatibility="true" date1904="true"'),
  );
  expect(cellules).toEqual(LIGNES);
});

it('elements that have a prefix are read as those that have none', async () => {
  const { cellules } = await lu(
    () => {},
    (xml, name) =>
      /^xl\/(?!theme|_rels).*\.xml$/.test(name)
        ? xml
            .replace(/<(\/?)(?=[a-z])/gi, '<$1x:')
            .replace(
              'xmlns="http://schemas.openxmlformats.org/spreadsheetml',
              'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
            )
        : xml,
  );
  expect(cellules).toEqual(LIGNES);
});

it('hidden columns, cells struck through and notes are told, whatever the names of their parts', async () => {
  const fill = (sheet: excel.Worksheet): void => {
    sheet.getColumn(2).hidden = true;
    sheet.getColumn(5).hidden = true;
    sheet.getCell('A2').font = { strike: true };
    sheet.getCell('A2').note = 'à rappeler';
  };
  const told = [
    'Feuille « Liste » : 1 colonne masquée (B), lue comme les autres.',
    'Feuille « Liste » : 1 cellule barrée (A2), lue comme les autres.',
    'Feuille « Liste » : 1 commentaire de cellule (A2), que l’import ne reprend pas.',
  ];
  const { cellules, remarques } = await lu(fill);
  expect(cellules).toEqual(LIGNES);
  expect(remarques).toEqual(told);
  // A link to a drawing that the workbook has not makes the library give up on all but the cells.
  const other = await lu(fill, (xml, name) =>
    /worksheets\/_rels/.test(name) ? xml.replace(/vmlDrawing\d+/, 'ailleurs') : xml,
  );
  expect(other.cellules).toEqual(LIGNES);
  expect(other.remarques.at(-1)).toMatch(/ 1 commentaire de cellule \(A2\), que l’import ne reprend pas/);
});
