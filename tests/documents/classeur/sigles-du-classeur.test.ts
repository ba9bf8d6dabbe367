/** The acronyms of a workbook are those of its own sheets. */
import { expect, it } from 'vitest';
import { siglesDuClasseur } from '../../../src/documents/classeur/sigles-du-classeur.js';
import type { WorkbookModel } from '../../../src/documents/workbook.js';
import { col, tableDe } from '../../../src/exhibits/colonnes.js';

const table = (name: string, rows: string[]) =>
  tableDe(rows, { name, title: name, columns: [col('sigle', 'Sigle', (row) => row)], empty: 'Rien.' });

it('are kept where a cell, a heading or the first page uses them, and no other', () => {
  const model: WorkbookModel = {
    title: 'Étude',
    subject: 'Étude',
    author: 'Bureau',
    version: '1.0',
    date: '2024-03-15',
    intro: ['Selon le CCTP.'],
    parts: [{ name: 'Annexes', readers: 'Pour tous.' }],
    sheets: [
      { part: 'Annexes', kind: 'tableaux', name: 'Moyens', tables: [table('moyens', ['0,8 ETP', 'DDTM'])] },
      {
        part: 'Annexes',
        kind: 'tableaux',
        name: 'Sigles',
        tables: [table('glossaire', ['CCTP', 'DDT', 'ETP', 'GAL'])],
      },
    ],
  };
  const [, list] = siglesDuClasseur(model).sheets;
  expect(list?.kind === 'tableaux' ? list.tables[0]?.rows.map(({ sigle }) => sigle) : []).toEqual(['CCTP', 'ETP']);
});
