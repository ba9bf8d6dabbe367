import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WorkbookModel } from '../../../src/documents/workbook.js';
import { feuille } from '../../../src/exhibits/cells.js';
import type { TableExhibit } from '../../../src/exhibits/types.js';
import { loadTheme } from '../../../src/render/theme.js';
import { renderXlsx } from '../../../src/render/xlsx/index.js';
import { sheetNames } from '../../../src/render/xlsx/sheet-names.js';
import { checkPackage } from '../../support/office/package.js';

const theme = await loadTheme();

const inventaire: TableExhibit = {
  kind: 'table',
  name: 'inventaire',
  title: 'Inventaire : tout / rien',
  columns: [
    { key: 'nom', header: 'Nom', format: 'texte', width: 2, note: 'Nom complet.' },
    { key: 'nombre', header: 'Nombre', format: 'entier' },
    { key: 'cout', header: 'Coût (€)', format: 'euros' },
    { key: 'date', header: 'Date', format: 'date' },
    { key: 'actif', header: 'Actif', format: 'oui-non', etats: { non: 'alerte', oui: 'bon' } },
  ],
  rows: [
    { nom: '=1+1', nombre: 3, cout: 12500.5, date: '2017-10-05', actif: true },
    { nom: 'Seconde\nligne', nombre: null, cout: null, date: '2017-10', actif: false },
    { nom: 'Troisième', nombre: 1e9, cout: null, date: '2013', actif: false },
  ],
  totals: { nom: 'Ensemble', nombre: 3 },
  source: 'Source : essai.',
  empty: 'Rien.',
};

const vide: TableExhibit = {
  kind: 'table',
  name: 'vide',
  title: 'Vide',
  columns: [],
  rows: [],
  empty: 'Aucune fiche.',
};

const model: WorkbookModel = {
  title: 'Diagnostic – Étude & essai',
  subject: 'Essai',
  author: 'Bureau',
  version: '0.3',
  date: '2018-02-15',
  intro: ['Version 0.3 du 15 février 2018.'],
  parts: [
    { name: 'Inventaires', readers: 'Pour qui vérifie.' },
    { name: 'Annexes', readers: 'Pour qui contrôle.' },
  ],
  sheets: [
    { part: 'Inventaires', kind: 'tableaux', name: 'Inventaire : tout', tables: [inventaire] },
    {
      part: 'Inventaires',
      kind: 'tableaux',
      name: 'Ensemble',
      tables: [inventaire, { ...inventaire, name: 'autre' }, vide],
    },
    { part: 'Annexes', kind: 'tableaux', name: 'Vide', tables: [vide] },
  ],
};

it('shows an address whole: as a link on its line, else as a text to which the first cell of its row leads', async () => {
  const [short, long] = ['https://exemple.fr/a', `https://exemple.fr/${'un-dossier/'.repeat(20)}page`];
  const sources: TableExhibit = {
    ...vide,
    name: 'sources',
    columns: [
      { key: 'n', header: 'N°', format: 'texte' },
      { key: 'url', header: 'Adresse', format: 'texte' },
    ],
    rows: [
      { n: 'S1', url: short },
      { n: 'S2', url: long },
    ],
  };
  const sheets: WorkbookModel['sheets'] = [{ part: 'Annexes', kind: 'tableaux', name: 'Sources', tables: [sources] }];
  const { bytes } = await renderXlsx({ ...model, sheets }, theme);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0]);
  const sheet = book.getWorksheet('Sources');
  const row = (text: string) => sheet?.findRows(1, 20)?.find((one) => one.getCell(1).text === text);
  expect([row('S1')?.getCell(1).hyperlink, row('S1')?.getCell(2).hyperlink]).toEqual([undefined, short]);
  expect([row('S2')?.getCell(1).hyperlink, row('S2')?.getCell(2).hyperlink]).toEqual([long, undefined]);
  expect(row('S2')?.getCell(2).value).toBe(long);
  expect(row('S2')?.height).toBeGreaterThan(2 * (row('S1')?.height ?? 0));
});

it('gives the sentence under a narrow table the room of the wider one that shares its sheet', async () => {
  const source =
    'Source : une phrase assez longue pour prendre plusieurs lignes dans une colonne étroite, et une seule ailleurs.';
  const narrow: TableExhibit = {
    ...vide,
    name: 'etroit',
    columns: [{ key: 'nom', header: 'Nom', format: 'texte' }],
    rows: [{ nom: 'Un' }],
    source,
  };
  const sheets: WorkbookModel['sheets'] = [
    { part: 'Annexes', kind: 'tableaux', name: 'Deux', tables: [{ ...inventaire, source: '' }, narrow] },
  ];
  const { bytes } = await renderXlsx({ ...model, sheets }, theme);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0]);
  const last = book.getWorksheet('Deux')?.lastRow;
  expect(last?.getCell(1).text).toBe(source.replace(' :', '\u00a0:'));
  expect(last?.getCell(4).isMerged).toBe(true);
  expect(last?.height).toBeLessThan(40);
});

describe('a sheet of several pages side by side', () => {
  const words = 'des mots qui font une colonne large et une ligne de plusieurs lignes, comme une remarque. '.repeat(4);
  const large = (name: string, group: string): TableExhibit => ({
    ...vide,
    name: 'large',
    title: 'Un titre assez long pour passer sur deux lignes dans ses colonnes de tête',
    headerColumns: 2,
    columns: ['public', 'nom', ...'abcdefgh'].map((key) => ({ key, header: key, format: 'texte', width: 4 })),
    rows: [1, 2, 3].map((n) => ({
      public: group,
      nom: `${name} ${n}`,
      ...Object.fromEntries([...'abcdefgh'].map((key) => [key, words])),
    })),
    source: `Source : ${words}`,
  });
  const drawn = async (name: string, group: string) => {
    const sheets: WorkbookModel['sheets'] = [
      { part: 'Annexes', kind: 'tableaux', name: 'Large', tables: [large(name, group)] },
    ];
    const { bytes } = await renderXlsx({ ...model, sheets }, theme);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0]);
    const sheet = book.getWorksheet('Large');
    if (!sheet) throw new Error('a sheet expected');
    return sheet;
  };
  const merged = (sheet: ExcelJS.Worksheet, row: number): string[] =>
    (sheet.model as unknown as { merges: string[] }).merges.filter((one) => one.startsWith(`A${row}:`));

  it('has on each of them the columns that name its rows, and no text cut at their edge', async () => {
    const sheet = await drawn('Nom court', 'Public');
    expect(sheet.pageSetup.fitToWidth).toBeGreaterThan(1);
    expect(sheet.pageSetup.printTitlesColumn).toBe('A:B');
    expect(sheet.views[0]).toMatchObject({ xSplit: 2, ySplit: 3 });
    expect(merged(sheet, 1)).toEqual(['A1:B1']);
    expect(sheet.getRow(1).height).toBeGreaterThan(30);
    const source = sheet.lastRow;
    expect(source?.getCell(1).value).toBeNull();
    expect(source?.getCell(3).text).toMatch(/^Source/);
  });

  it('has the last of them alone where they take too much of a page', async () => {
    const sheet = await drawn(words, 'https://exemple.fr/une-adresse-que-rien-ne-coupe-et-qui-tient-sur-une-ligne');
    expect(sheet.pageSetup.printTitlesColumn).toBe('B:B');
    expect(merged(sheet, 1)).toEqual([]);
  });
});

describe('a workbook', () => {
  let bytes: Uint8Array;
  const workbook = new ExcelJS.Workbook();
  beforeAll(async () => {
    const rendered = await renderXlsx(model, theme);
    bytes = rendered.bytes;
    expect(rendered.sheets).toBe(4);
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  });

  it('opens on a summary that leads to each sheet and to each table, and says for whom they are', () => {
    const [summary, ...others] = workbook.worksheets;
    expect(summary?.name).toBe('Sommaire');
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const links = [...xml.matchAll(/<hyperlink ref="(\w+)" location="&apos;(.*?)&apos;!(A\d+)"/g)].map(
      ([, at = '', sheet, cell]) => [summary?.getCell(at).text, sheet, cell],
    );
    expect(new Set(links.map(([, sheet]) => sheet))).toEqual(new Set(others.map(({ name }) => name)));
    const second = links.filter(([text, sheet]) => sheet === 'Ensemble' && text !== 'Ensemble');
    expect(second).toHaveLength(3);
    for (const [text, sheet, cell] of second) expect(workbook.getWorksheet(sheet)?.getCell(cell ?? '').text).toBe(text);
    expect(JSON.stringify(summary?.getSheetValues())).toContain('Pour qui vérifie.');
  });

  it('stacks the tables of one subject: each filters, under its title, and the tabs of a part share a colour', () => {
    const parts = unzipSync(bytes);
    const tables = Object.keys(parts).filter((name) => /tables\/table\d+\.xml$/.test(name));
    expect(tables.map((name) => /ref="(A\d+:E\d+)"/.exec(strFromU8(parts[name] ?? new Uint8Array()))?.[1])).toEqual([
      'A3:E6',
      'A4:E7',
      'A14:E17',
    ]);
    const [, first, second, last] = workbook.worksheets;
    expect(second?.getCell('A1').value).toBe('Ensemble');
    expect(second?.getCell('A13').value).toBe('Inventaire\u00a0: tout / rien');
    expect(second?.getCell('A18').value).toBe('Ensemble');
    expect(first?.properties.tabColor).toEqual(second?.properties.tabColor);
    expect(last?.properties.tabColor).not.toEqual(second?.properties.tabColor);
  });

  it('keeps numbers as numbers, dates as dates, and text as text even when it looks like a formula', () => {
    const sheet = workbook.worksheets[1];
    expect(sheet?.getCell('A4').value).toBe('=1+1');
    expect(sheet?.getCell('A4').formula).toBeUndefined();
    expect(sheet?.getCell('B4').value).toBe(3);
    expect(sheet?.getCell('C4').value).toBe(12500.5);
    expect(sheet?.getCell('D4').value).toEqual(new Date('2017-10-05T00:00:00Z'));
    expect(sheet?.getCell('D5').value).toEqual(new Date('2017-10-01T00:00:00Z'));
    expect(sheet?.getCell('D5').numFmt).toMatch(/mmmm.*yyyy/);
    expect(sheet?.getCell('D6').value).toBe(2013);
    expect(sheet?.getCell('D6').numFmt).toBe('0');
    expect(sheet?.getCell('E4').value).toBe('oui');
    expect(sheet?.getCell('B5').value).toBe('—');
    expect(sheet?.getCell('C4').numFmt).toContain('€');
  });

  it('gives a real table with filters, a frozen header, a note and a print set-up', () => {
    const parts = unzipSync(bytes);
    const xml = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    expect(xml('xl/tables/table1.xml')).toMatch(/<autoFilter ref="A3:E6"/);
    const sheet = workbook.worksheets[1];
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'portrait', printTitlesRow: '3:3', fitToWidth: 1 });
    expect(sheet?.headerFooter.oddFooter).toContain('Étude && essai');
    expect(JSON.stringify(sheet?.getCell('A3').note)).toContain('Nom complet.');
    expect(sheet?.getCell('A7').value).toBe('Ensemble');
  });

  it('sets apart the states of a column, beside their words', () => {
    const formats = (
      workbook.worksheets[1] as unknown as { conditionalFormattings: { ref: string; rules: unknown[] }[] }
    ).conditionalFormattings;
    expect(formats.map(({ ref }) => ref)).toEqual(['E4:E6', 'E4:E6']);
    expect(formats[0]?.rules[0]).toMatchObject({ type: 'cellIs', operator: 'equal', formulae: ['"non"'] });
  });

  it('wraps its sentences over the columns of their table, so that none widens the printed page', () => {
    const sheet = workbook.worksheets[1];
    for (const address of ['A1', 'A9']) {
      expect(sheet?.getCell(address).alignment.wrapText, address).toBe(true);
      expect(sheet?.getCell(address.replace('A', 'E')).master.address, address).toBe(address);
    }
    expect(sheet?.getCell('A9').value).toBe('Source\u00a0: essai.');
  });

  it('makes each column as wide as its figures', () => {
    expect(workbook.worksheets[1]?.getColumn(2).width).toBeGreaterThan('1 000 000 000'.length);
  });

  it('says why a sheet is empty', () => {
    const sheet = workbook.worksheets[3];
    expect(sheet?.getCell('A3').value).toBe('Aucune fiche.');
    // Wide enough for its title, and no wider than its page.
    expect(sheet?.getColumn(1).width).toBeGreaterThan(60);
    expect(sheet?.getCell('A3').alignment.wrapText).toBe(true);
    // Beside tables, the sentence has their columns.
    expect(workbook.worksheets[2]?.getCell('E24').master.address).toBe('A24');
  });

  it('gives the same bytes each time', async () => {
    expect(Buffer.compare(Buffer.from((await renderXlsx(model, theme)).bytes), Buffer.from(bytes))).toBe(0);
  });
});

it('a list that formulas alone read is not printed, and takes no room of the page', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => i + 2);
  const cells = [
    [1, 1, { value: 'Titre', style: 'titre' }],
    ...rows.slice(0, 10).flatMap((row) => [
      [row, 1, { value: `Ligne ${row}`, style: 'texte' }],
      [row, 2, { value: 'Deux', style: 'texte' }],
    ]),
    ...rows.map((row) => [row, 4, { value: '2018-05-01', style: 'texte', format: 'date' }]),
  ] as const;
  const grid = {
    kind: 'grille' as const,
    name: 'Journal',
    title: 'Journal',
    widths: [50, 50, 3, 40],
    horsPage: 3,
    frozen: 0,
    alertes: [],
    charts: [],
    cells: new Map(cells.map(([row, column, cell]) => [`${row}:${column}`, { row, column, cell }])),
  };
  const { bytes } = await renderXlsx(
    { ...model, sheets: [{ part: 'Annexes', kind: 'grille', grid: grid as never }] },
    theme,
  );
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const sheet = workbook.getWorksheet('Journal');
  // A hundred characters hold upright; with the list they would not.
  expect(sheet?.pageSetup.orientation).toBe('portrait');
  expect(strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array())).toMatch(
    /_xlnm\.Print_Area"[^>]*>[^<]*!\$A\$1:\$B\$11</,
  );
  expect(sheet?.getCell('D31').value).not.toBeNull();
});

it('a name on several lines and a word of a whole page are a sheet and a column that Excel takes', async () => {
  const name = feuille("Coûts 1 L'appui sur deux \n lignes : a/b");
  expect(name).toBe('Coûts 1 L’appui sur deux lignes');
  expect([feuille("'Coûts'"), ...sheetNames(["L'eau", "'Sols'"])]).toEqual(['Coûts', 'L’eau', 'Sols']);
  const cells = [
    [1, 1, { value: 'Titre', style: 'titre' }],
    [2, 1, { value: 'Critère', style: 'entete' }],
    [2, 2, { value: `${'m'.repeat(400)} : points`, style: 'entete' }],
    [3, 2, { value: 3, style: 'texte' }],
  ] as const;
  const grid = {
    ...{ kind: 'grille' as const, name, title: name, widths: [20, 12], frozen: 2, alertes: [], charts: [] },
    cells: new Map(cells.map(([row, column, cell]) => [`${row}:${column}`, { row, column, cell }])),
  };
  const { bytes } = await renderXlsx(
    { ...model, sheets: [{ part: 'Tout', kind: 'grille', grid: grid as never }] },
    theme,
  );
  expect(checkPackage(bytes)).toEqual([]);
});
