/** What a column says that it computes is what it shows, in every table of the example. */
import { describe, expect, it } from 'vitest';
import { DELIVERABLES } from '../../src/documents/registry.js';
import { egaux, sommeDe, valeurCalculee } from '../../src/exhibits/calculs.js';
import type { Calcul, Row, TableExhibit } from '../../src/exhibits/types.js';
import { computedRow, computedTotals } from '../../src/render/xlsx/computed.js';
import { composee } from '../support/composed.js';

const ROWS: Row[] = [
  { prevu: 40, fait: 50, total: 90 },
  { prevu: 0, fait: 30, total: 30 },
  { prevu: null, fait: 20, total: 20 },
];
const calcule = (calcul: Calcul): (number | null)[] => ROWS.map((row) => valeurCalculee(calcul, row, ROWS));

describe('a calculation', () => {
  it('gives what a hand would, and nothing where a figure is missing or would divide by 0', () => {
    expect(calcule({ type: 'somme', de: ['prevu', 'fait'] })).toEqual([90, 30, 20]);
    expect(calcule({ type: 'difference', de: ['fait', 'prevu'] })).toEqual([10, 30, null]);
    expect(calcule({ type: 'quotient', de: ['fait', 'prevu'] })).toEqual([1.25, null, null]);
    expect(calcule({ type: 'ecart', de: ['fait', 'prevu'] })).toEqual([0.25, null, null]);
    expect(calcule({ type: 'part', de: ['fait'] })).toEqual([0.5, 0.3, 0.2]);
    expect(calcule({ type: 'moyenne', de: ['prevu', 'fait'], poids: [3, 1] })).toEqual([42.5, 7.5, null]);
  });

  it('adds what is known of a column', () => {
    expect(sommeDe(ROWS, 'prevu')).toBe(40);
    expect(sommeDe(ROWS, 'inconnu')).toBeNull();
  });

  it('holds for a binary rest, and no more', () => {
    expect(egaux(0.1 + 0.2, 0.3)).toBe(true);
    expect(egaux(1000, 1000.01)).toBe(false);
  });
});

const TABLE: TableExhibit = {
  kind: 'table',
  name: 'essai',
  title: 'Essai',
  empty: 'Rien.',
  columns: [
    { key: 'nom', header: 'Nom', format: 'texte' },
    { key: 'prevu', header: 'Prévu', format: 'entier' },
    { key: 'fait', header: 'Fait', format: 'entier' },
    { key: 'ecart', header: 'Écart', format: 'pourcent', calcul: { type: 'ecart', de: ['fait', 'prevu'] } },
  ],
  rows: [
    { nom: '=A1', prevu: 40, fait: 50, ecart: 0.25 },
    { nom: 'B', prevu: 20, fait: 10, ecart: 0 },
    { nom: 'C', prevu: 0, fait: 10, ecart: null },
  ],
  totals: { nom: 'Total', prevu: 60, fait: 71, ecart: 0.25 },
};
const WHERE = {
  letters: new Map([
    ['nom', 'A'],
    ['prevu', 'B'],
    ['fait', 'C'],
    ['ecart', 'D'],
  ]),
  first: 5,
  last: 7,
};

describe('the formulas of a table', () => {
  it('stand where they give what the table says, with addresses alone', () => {
    const [first, second, third] = TABLE.rows.map((row, i) => computedRow(TABLE, row, 5 + i, WHERE));
    expect(first).toEqual(new Map([['ecart', { formula: 'C5/B5-1', result: 0.25 }]]));
    // −50 % is what the figures give: the value said stays a value.
    expect(second).toEqual(new Map());
    expect(third).toEqual(new Map());
  });

  it('weigh the columns of a mean', () => {
    const columns = TABLE.columns.map((column) =>
      column.key === 'ecart'
        ? { ...column, calcul: { type: 'moyenne' as const, de: ['prevu', 'fait'], poids: [2, 0.5] } }
        : column,
    );
    const row = { nom: 'A', prevu: 40, fait: 50, ecart: 42 };
    expect(computedRow({ ...TABLE, columns }, row, 5, WHERE)).toEqual(
      new Map([['ecart', { formula: '(B5*2+C5*0.5)/(2+0.5)', result: 42 }]]),
    );
  });

  it('add a column only when its total is its sum', () => {
    expect(computedTotals(TABLE, 8, WHERE)).toEqual(new Map([['prevu', { formula: 'SUM(B5:B7)', result: 60 }]]));
  });
});

it.each(['data', 'modeles/exemple'])('in %s, every figure of a computed column is what it says', async (folder) => {
  const kinds = new Set<string>();
  for (const name of DELIVERABLES) {
    const composed = await composee(folder, name);
    for (const { workbook } of composed?.produced ?? [])
      for (const sheet of workbook?.sheets ?? []) {
        if (sheet.kind !== 'tableaux') continue;
        for (const { name: table, columns, rows } of sheet.tables)
          for (const { key, calcul } of columns) {
            if (!calcul) continue;
            kinds.add(calcul.type);
            const said = rows.map((row) => row[key]);
            const found = rows.map((row, i) => {
              const value = valeurCalculee(calcul, row, rows);
              const shown = said[i];
              return value !== null && typeof shown === 'number' && egaux(value, shown) ? shown : value;
            });
            // What is not told is not computed; a figure that is told without those that it is made of stands alone.
            const compared = said.map((shown, i) => (shown === null || found[i] === null ? (shown ?? null) : found[i]));
            expect(said, `${name} ${table} ${key}`).toEqual(compared);
          }
      }
  }
  if (folder === 'data')
    expect([...kinds].sort()).toEqual(['difference', 'ecart', 'moyenne', 'part', 'quotient', 'somme']);
});
