/** The lists of choices of a form: all that the study holds is offered, as it is written, in a file that Excel takes. */
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import type { GridCell, GridSheet } from '../../../src/documents/workbook.js';
import { loadTheme } from '../../../src/render/theme.js';
import { renderXlsx } from '../../../src/render/xlsx/index.js';
import { checkPackage } from '../../support/office/package.js';

const SHORT = ['Refusée', 'Sans suite'];
const COMMA = ['Eau, sols et forêts', 'Énergie'];
const QUOTED = ['Association "La Roue"', 'Commune'];
const MANY = Array.from({ length: 40 }, (_, i) => `Un public assez long à nommer, n° ${i + 1}`);
// Holds in the rule of a cell, not in its message.
const NEARLY = Array.from({ length: 12 }, (_, i) => `Partenaire numéro ${i + 1}`);

async function opened(lists: readonly (readonly string[])[], rows: readonly number[] = [2, 3]) {
  const head = lists.map((_, i) => [1, i + 1, { value: `Colonne ${i + 1}`, style: 'entete' }] as const);
  const cells: (readonly [number, number, GridCell])[] = [
    ...head,
    ...rows.flatMap((row) =>
      lists.map(
        (values, i) => [row, i + 1, { value: null, style: 'texte', input: { type: 'liste', values } }] as const,
      ),
    ),
  ];
  const grid: GridSheet = {
    kind: 'grille',
    name: 'Formulaire',
    title: 'Formulaire',
    widths: lists.map((_, i) => (i === 0 ? 6 : 20)),
    frozen: 1,
    alertes: [],
    charts: [],
    cells: new Map(cells.map(([row, column, cell]) => [`${row}:${column}`, { row, column, cell }])),
  };
  const { bytes } = await renderXlsx(
    {
      ...{ title: 'Un classeur', subject: 'Un essai', author: 'Bureau', version: '1', date: '2018-02-15', intro: [] },
      parts: [{ name: 'Tout', readers: 'Pour essai.' }],
      sheets: [{ part: 'Tout', kind: 'grille', grid }],
    },
    await loadTheme(),
  );
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const sheet = workbook.getWorksheet('Formulaire');
  if (!sheet) throw new Error('a form expected');
  return { bytes, sheet };
}

it('offers every choice as it is written, however long, with its commas and its quotation marks', async () => {
  const lists = [SHORT, COMMA, QUOTED, MANY, NEARLY];
  const { bytes, sheet } = await opened(lists);
  expect(checkPackage(bytes)).toEqual([]);
  for (const [i, values] of lists.entries())
    for (const row of [2, 3]) {
      const { formulae: [formula = ''] = [], error = '' } = sheet.getCell(row, i + 1).dataValidation ?? {};
      const at = /^\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(formula);
      const offered = at
        ? Array.from({ length: Number(at[3]) - Number(at[2]) + 1 }, (_, k) =>
            String(sheet.getCell(`${at[1]}${Number(at[2]) + k}`).value),
          )
        : formula.slice(1, -1).split(',');
      expect(offered).toEqual(values);
      expect(error.length).toBeLessThanOrEqual(255);
    }
  // What is only read by the rules is not printed, and says which column it serves.
  expect(sheet.pageSetup.printArea).toBe('A1:E3');
  expect(sheet.getCell('G1').value).toBe('Choix : Colonne 2');
});

it('lets anything be typed where there is nothing to choose from', async () => {
  const { sheet } = await opened([[], []]);
  expect(sheet.getCell('A2').dataValidation).toBeUndefined();
  expect(sheet.getCell('A2').protection?.locked).toBe(false);
});

it('leads back to the summary by a link that its column does not cut', async () => {
  const { sheet } = await opened([SHORT, SHORT, SHORT], []);
  expect(sheet.getCell('A3').text).toBe('← Sommaire');
  expect(sheet.getCell('B3').master.address).toBe('A3');
  expect(sheet.getCell('C3').master.address).toBe('C3');
});
