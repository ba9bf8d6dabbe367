/** Workbooks of LibreOffice: what their cells hold is read as from an .xlsx, and nothing of it is lost. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { lireClasseur } from '../../src/echange/lire.js';
import { holdsMoreThan } from '../../src/render/ooxml/opened-size.js';
import { temporaryFolder } from '../support/temporary.js';

/** As LibreOffice writes them: the type of the archive first, the sheets in one part, blank cells and rows written once for many. */
async function opened(sheets: string, styles = '') {
  const path = join(await temporaryFolder(), 'liste.ods');
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document-content>`;
  const bytes = zipSync(
    { mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8(content) },
    { level: 0 },
  );
  await writeFile(path, bytes);
  return lireClasseur(path);
}

const table = (rows: string, name = 'Liste', style = 'ta1'): string =>
  `<table:table table:name="${name}" table:style-name="${style}"><office:forms form:automatic-focus="false"/>${rows}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`;
const row = (cells: string, attributes = ''): string => `<table:table-row${attributes}>${cells}</table:table-row>`;
const text = (value: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const typed = (type: string, attributes: string, shown: string): string =>
  `<table:table-cell office:value-type="${type}" ${attributes}><text:p>${shown}</text:p></table:table-cell>`;

it('each kind of value: numbers as they are held, dates, times, codes that begin with nought, texts on several lines', async () => {
  const { tableaux } = await opened(
    table(
      row(
        typed('float', 'office:value="12500.499999999998"', '12 500,50') +
          typed('percentage', 'office:value="0.64"', '64 %') +
          typed('currency', 'office:currency="EUR" office:value="3"', '3,00 €') +
          typed('date', 'office:date-value="2024-02-03T00:00:00"', '03/02/24') +
          typed('time', 'office:time-value="PT02H30M00S"', '02:30') +
          typed('boolean', 'office:boolean-value="true"', 'VRAI') +
          typed('float', 'table:formula="of:=FALSE()" office:value="0"', 'FAUX') +
          typed('float', 'office:value="473000000"', '04 73 00 00 00') +
          '<table:table-cell table:number-columns-repeated="2"/>' +
          '<table:table-cell office:value-type="string"><office:annotation><text:p>une note</text:p></office:annotation><text:p>L’eau<text:s text:c="2"/>&amp; <text:span>le sol</text:span></text:p><text:p>&lt;b&gt;<text:line-break/>fin</text:p></table:table-cell>',
      ) + row(typed('string', 'table:formula="of:=1/0" office:string-value=""', '#DIV/0!') + text('x')),
    ),
  );
  expect(tableaux).toEqual([
    {
      feuille: 'Liste',
      lignes: [
        {
          numero: 1,
          cellules: [
            ...[12500.5, 0.64, 3, '2024-02-03', '02:30', true, false, '0473000000', null, null],
            'L’eau  & le sol\n<b>\nfin',
          ],
          etalees: new Set(),
        },
        { numero: 2, cellules: ['#DIV/0!', 'x'], etalees: new Set() },
      ],
    },
  ]);
});

it('merged cells: over rows the value holds for each, over columns it counts once; rows keep their numbers', async () => {
  const merged = (spans: string, value: string): string =>
    `<table:table-cell ${spans} office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
  const covered = '<table:covered-table-cell/>';
  const { tableaux } = await opened(
    table(
      row(merged('table:number-rows-spanned="2"', 'Porteur') + text('a')) +
        row(covered + text('b')) +
        row('<table:table-cell/>', ' table:number-rows-repeated="3"') +
        row(merged('table:number-columns-spanned="3"', 'Intertitre') + covered + covered) +
        row(text('deux'), ' table:number-rows-repeated="2"'),
    ),
  );
  expect(tableaux[0]?.lignes.map(({ numero, cellules, etalees }) => [numero, cellules, [...etalees].sort()])).toEqual([
    [1, ['Porteur', 'a'], []],
    [2, ['Porteur', 'b'], []],
    [6, ['Intertitre'], [0, 1, 2]],
    [7, ['deux'], []],
    [8, ['deux'], []],
  ]);
  expect(tableaux[0]?.lignes.map(({ fusionnees }) => [...(fusionnees ?? [])])).toEqual([[], [[0, 'A1']], [], [], []]);
});

it('hidden sheets are left and told, hidden rows read and told; a formula without its value says so', async () => {
  const { tableaux, remarques } = await opened(
    table(
      row(text('x')) + row(`<table:table-cell table:formula="of:=[.A1]"/>${text('y')}`, ' table:visibility="filter"'),
    ) + table(row(text('z')), 'Cachée', 'ta2'),
    '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
  );
  expect(tableaux.map(({ feuille }) => feuille)).toEqual(['Liste']);
  expect(tableaux[0]?.lignes[1]?.illisibles?.get(0)).toMatch(/formule n’a pas de valeur/);
  expect(remarques.join(' ')).toMatch(/masquée laissée de côté : « Cachée ».*« Liste » : 1 ligne masquée/);
});

it('what swells is refused at once', async () => {
  const wide =
    '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>';
  await expect(opened(table(row(wide, ' table:number-rows-repeated="1048576"')))).rejects.toThrow(
    /n’est pas une liste/,
  );
  await expect(opened(table(row(wide)))).rejects.toThrow(/plus de 1000 colonnes/);
  await expect(opened('')).rejects.toThrow(/OpenDocument.*n’est pas lisible/);
});

it('what swells by its repeats, its merged cells or its sheets is refused, and blank cells without end cost nothing', async () => {
  const blank = '<table:table-cell table:number-columns-repeated="1000000"/>';
  const covered = '<table:covered-table-cell table:number-columns-repeated="1000000"/>';
  await expect(opened(table(row(blank.repeat(5_000) + covered.repeat(5_000) + text('x'))))).rejects.toThrow(
    /plus de 16 384 colonnes/,
  );
  const spread =
    '<table:table-cell table:number-rows-spanned="60000" table:number-columns-spanned="1000"><text:p>x</text:p></table:table-cell>';
  const below = row('<table:covered-table-cell/>', ' table:number-rows-repeated="60000"');
  await expect(opened(table(row(spread.repeat(1_000)) + below))).rejects.toThrow(/vingt millions de cellules/);
  const large = row(
    '<table:table-cell table:number-columns-repeated="900"><text:p>x</text:p></table:table-cell>',
    ' table:number-rows-repeated="4000"',
  );
  const sheets = Array.from({ length: 9 }, (_, i) => table(large, `Feuille ${i}`)).join('');
  await expect(opened(sheets)).rejects.toThrow(/vingt millions de cellules/);
  const { tableaux } = await opened(table(row(`${blank}`) + row(text('nom') + blank)));
  expect(tableaux[0]?.lignes.map(({ numero, cellules }) => [numero, cellules])).toEqual([[2, ['nom']]]);
});

it('a cell far from the others keeps its column; an amount without its number is the text that it shows', async () => {
  const { tableaux } = await opened(
    table(
      row(`${text('nom')}<table:table-cell table:number-columns-repeated="1999"/>${text('loin')}`) +
        row(typed('currency', 'office:value=""', '3 €') + typed('percentage', 'office:value=" "', '12 %')),
    ),
  );
  expect(tableaux[0]?.lignes[0]?.cellules.indexOf('loin')).toBe(2000);
  expect(tableaux[0]?.lignes[1]?.cellules).toEqual(['3 €', '12 %']);
});

it('what a workbook keeps of another one, or of its past, is no sheet of its own', async () => {
  const link = `<table:dde-links><table:dde-link><office:dde-source/>${table(row(text('autre')), 'Lien')}</table:dde-link></table:dde-links>`;
  const past = `<table:tracked-changes><table:cell-content-change><table:previous><table:table-cell><text:p>vieux</text:p></table:table-cell></table:previous></table:cell-content-change></table:tracked-changes>`;
  const { tableaux } = await opened(past + table(row(text('nom'))) + link);
  expect(tableaux.map(({ feuille, lignes }) => [feuille, lignes.length])).toEqual([['Liste', 1]]);
});

it('what an archive hides of its size is measured, not believed', () => {
  const honest = Buffer.from(zipSync({ mimetype: strToU8('x'), 'content.xml': new Uint8Array(3_000_000) }));
  const entry = honest.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  expect(honest.readUInt32LE(entry + 24)).toBe(3_000_000);
  const lying = Buffer.from(honest);
  lying.writeUInt32LE(1_000, entry + 24);
  for (const archive of [honest, lying]) {
    expect(holdsMoreThan(archive, 1_000_000)).toBe(true);
    expect(holdsMoreThan(archive, 3_000_001)).toBe(false);
    // Of an archive that is cut, the reader says that it is damaged.
    expect(holdsMoreThan(archive.subarray(0, -30), 1_000_000)).toBe(false);
  }
  expect(holdsMoreThan(strToU8('PK\u0003\u0004x'), 10)).toBe(false);
});

it('what a sheet holds beside its values is told: hidden columns, cells struck through, notes', async () => {
  const { tableaux, remarques } = await opened(
    table(
      '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:visibility="collapse" table:number-columns-repeated="900"/>' +
        row(text('Nom') + text('Avis')) +
        row(
          '<table:table-cell table:style-name="ce1" office:value-type="string"><office:annotation><text:p>à rappeler</text:p></office:annotation><text:p>Forge</text:p></table:table-cell>' +
            text('favorable'),
        ),
    ),
    '<style:style style:name="ce1" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="ce2" style:family="table-cell"><style:text-properties style:text-line-through-style="none"/></style:style>',
  );
  expect(tableaux[0]?.lignes.map(({ cellules }) => cellules)).toEqual([
    ['Nom', 'Avis'],
    ['Forge', 'favorable'],
  ]);
  expect(remarques).toEqual([
    'Feuille « Liste » : 1 colonne masquée (B), lue comme les autres.',
    'Feuille « Liste » : 1 cellule barrée (A2), lue comme les autres.',
    'Feuille « Liste » : 1 commentaire de cellule (A2), que l’import ne reprend pas.',
  ]);
});
