import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WorkbookModel } from '../../src/documents/workbook.js';
import { renderXlsx } from '../../src/render/xlsx/index.js';

const model: WorkbookModel = {
  title: 'Diagnostic – Étude & essai',
  subject: 'Essai',
  author: 'Bureau',
  version: '0.3',
  date: '2018-02-15',
  intro: ['Version 0.3 du 15 février 2018.'],
  sheets: [
    {
      part: 'Inventaires',
      table: {
        kind: 'table',
        name: 'inventaire',
        title: 'Inventaire : tout / rien',
        sheet: 'Inventaire : tout',
        columns: [
          { key: 'nom', header: 'Nom', format: 'texte', width: 2, note: 'Nom complet.' },
          { key: 'nombre', header: 'Nombre', format: 'entier' },
          { key: 'cout', header: 'Coût (€)', format: 'euros' },
          { key: 'date', header: 'Date', format: 'date' },
          { key: 'actif', header: 'Actif', format: 'oui-non' },
        ],
        rows: [
          { nom: '=1+1', nombre: 3, cout: 12500.5, date: '2017-10-05', actif: true },
          { nom: 'Seconde\nligne', nombre: null, cout: null, date: '2017-10', actif: false },
        ],
        totals: { nom: 'Ensemble', nombre: 3 },
        source: 'Source : essai.',
        empty: 'Rien.',
      },
    },
    {
      part: 'Annexes',
      table: { kind: 'table', name: 'vide', title: 'Vide', columns: [], rows: [], empty: 'Aucune fiche.' },
    },
  ],
};

describe('a workbook', () => {
  let bytes: Uint8Array;
  const workbook = new ExcelJS.Workbook();
  beforeAll(async () => {
    const rendered = await renderXlsx(model);
    bytes = rendered.bytes;
    expect(rendered.sheets).toBe(3);
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  });

  it('opens on a summary whose links lead to existing sheets', () => {
    const [summary, ...others] = workbook.worksheets;
    expect(summary?.name).toBe('Sommaire');
    const links: string[] = [];
    summary?.eachRow((row) => row.eachCell((cell) => cell.hyperlink && links.push(cell.hyperlink)));
    expect(links.map((link) => /^#'(.*)'!A1$/.exec(link)?.[1])).toEqual(others.map(({ name }) => name));
  });

  it('keeps numbers as numbers, dates as dates, and text as text even when it looks like a formula', () => {
    const sheet = workbook.worksheets[1];
    expect(sheet?.getCell('A4').value).toBe('=1+1');
    expect(sheet?.getCell('A4').formula).toBeUndefined();
    expect(sheet?.getCell('B4').value).toBe(3);
    expect(sheet?.getCell('C4').value).toBe(12500.5);
    expect(sheet?.getCell('D4').value).toEqual(new Date('2017-10-05T00:00:00Z'));
    expect(sheet?.getCell('D5').value).toBe('2017-10');
    expect(sheet?.getCell('E4').value).toBe('oui');
    expect(sheet?.getCell('B5').value).toBeNull();
    expect(sheet?.getCell('C4').numFmt).toContain('€');
  });

  it('gives a real table with filters, a frozen header, a note and a print set-up', () => {
    const parts = unzipSync(bytes);
    const xml = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    expect(xml('xl/tables/table1.xml')).toMatch(/<autoFilter ref="A3:E5"/);
    const sheet = workbook.worksheets[1];
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '3:3', fitToWidth: 1 });
    expect(sheet?.headerFooter.oddFooter).toContain('Étude && essai');
    expect(JSON.stringify(sheet?.getCell('A3').note)).toContain('Nom complet.');
    expect(sheet?.getCell('A6').value).toBe('Ensemble');
  });

  it('says why a sheet is empty', () => {
    expect(workbook.worksheets[2]?.getCell('A3').value).toBe('Aucune fiche.');
  });

  it('gives the same bytes each time', async () => {
    expect(Buffer.compare(Buffer.from((await renderXlsx(model)).bytes), Buffer.from(bytes))).toBe(0);
  });
});
