/** What a column says that it computes is what it shows, in every table of the example. */
import { describe, expect, it } from 'vitest';
import { DELIVERABLES } from '../../src/documents/registry.js';
import { egaux, sommeDe, valeurCalculee } from '../../src/exhibits/calculs.js';
import type { Calcul, Row, TableExhibit } from '../../src/exhibits/types.js';
import { computedBelow, computedRow, type Placed, placedOf } from '../../src/render/xlsx/computed.js';
import { belowOf, blocksOf, linesOf } from '../../src/render/xlsx/layout.js';
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
const lettre = (index: number): string => String.fromCharCode(65 + index);
/** A table whose header stands on the fourth row. */
const posee = (table: TableExhibit, header = 4): Placed => placedOf({ table, title: null, header }, lettre);
/** The formulas of the rows under the lines, by the first cell of each. */
const dessous = (placed: Placed, of: readonly Placed[] = [placed]): [unknown, Record<string, string>][] =>
  placed.below.map((one) => [
    Object.values(one.row).find((cell) => typeof cell === 'string'),
    Object.fromEntries([...computedBelow(placed, one, of)].map(([key, { formula }]) => [key, formula])),
  ]);

describe('the formulas of a table', () => {
  it('stand where they give what the table says, with addresses alone', () => {
    const [first, second, third] = TABLE.rows.map((row, i) => computedRow(posee(TABLE), row, 5 + i));
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
    expect(computedRow(posee({ ...TABLE, columns }), row, 5)).toEqual(
      new Map([['ecart', { formula: '(B5*2+C5*0.5)/(2+0.5)', result: 42 }]]),
    );
  });

  it('add a column only when its total is its sum', () => {
    expect(dessous(posee(TABLE))).toEqual([['Total', { prevu: 'SUM(B5:B7)' }]]);
  });

  const colonne = (key: string, format: 'texte' | 'euros' = 'texte') => ({ key, header: key, format });
  const budget: TableExhibit = {
    kind: 'table',
    name: 'budget',
    title: 'Budget',
    empty: 'Rien.',
    columns: [colonne('sens'), colonne('ligne'), colonne('an', 'euros')],
    rows: [
      { sens: 'Dépenses', ligne: 'Personnel', an: 30 },
      { sens: 'Dépenses', ligne: 'Matériel', an: 12 },
      { sens: 'Dépenses', ligne: 'Total des dépenses', an: 42 },
      { sens: 'Recettes', ligne: 'Aide', an: 40 },
      { sens: 'Recettes', ligne: 'Total des recettes', an: 40 },
    ],
    sousTotaux: [2, 4].map((rang) => ({ rang, de: { colonne: 'sens' } })),
    solde: [4, 2],
    totals: { ligne: 'Solde', an: -2 },
  };

  it('set sub-totals under the lines, where a sort leaves them: each adds the lines of its own kind', () => {
    expect(linesOf(budget).map(({ ligne }) => ligne)).toEqual(['Personnel', 'Matériel', 'Aide']);
    expect(dessous(posee(budget))).toEqual([
      ['Dépenses', { an: 'SUMIF($A$5:$A$7,$A8,C$5:C$7)' }],
      ['Recettes', { an: 'SUMIF($A$5:$A$7,$A9,C$5:C$7)' }],
      ['Solde', { an: 'C9-C8' }],
    ]);
    const faux = { ...budget, totals: { ligne: 'Solde', an: 5 } };
    expect(dessous(posee(faux)).at(-1)).toEqual(['Solde', {}]);
  });

  it('leave sub-totals among the lines where there is nothing else to sort', () => {
    const seuls = { ...budget, rows: budget.rows.filter(({ ligne }) => /^Total/.test(String(ligne))), sousTotaux: [] };
    const rien = { ...seuls, sousTotaux: [0, 1].map((rang) => ({ rang, de: { colonne: 'sens' } })) };
    expect(linesOf(rien)).toEqual(seuls.rows);
    expect(belowOf(rien)).toHaveLength(1);
  });

  it('read another table of the sheet: a total that it repeats, lines that it adds', () => {
    const plan: TableExhibit = {
      ...budget,
      name: 'plan',
      columns: [colonne('ligne'), colonne('an', 'euros')],
      rows: [
        { ligne: 'Aide', an: 40 },
        { ligne: 'Total des recettes', an: 40 },
        { ligne: 'Total des dépenses', an: 42 },
      ],
      sousTotaux: [
        { rang: 1, de: 'lignes' },
        { rang: 2, de: { tableau: 'budget', rang: 2 } },
      ],
      solde: [1, 2],
    };
    const sens: TableExhibit = {
      ...budget,
      name: 'sens',
      rows: [{ sens: 'Dépenses', ligne: 'en tout', an: 42 }],
      sousTotaux: [],
      totals: { sens: 'Total', an: 42 },
      cumule: { tableau: 'budget', colonne: 'sens' },
    };
    const of = blocksOf([plan, budget, sens]).map((block) => placedOf(block, lettre));
    const [one, two, three] = of;
    if (!one || !two || !three) throw new Error('three tables expected');
    expect(dessous(one, of)).toEqual([
      ['Total des recettes', { an: 'SUM(B5:B5)' }],
      ['Total des dépenses', { an: `C${two.below[0]?.at}` }],
      ['Solde', { an: 'B6-B7' }],
    ]);
    expect(computedRow(three, sens.rows[0] ?? {}, 30, of).get('an')?.formula).toBe(
      `SUMIF($A$${two.where.first}:$A$${two.where.last},$A30,C$${two.where.first}:C$${two.where.last})`,
    );
    // Alone, each keeps what it says.
    expect(dessous(one)[1]).toEqual(['Total des dépenses', {}]);
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

it.each(['data', 'modeles/exemple'])('in %s, every total and balance of a budget is a formula', async (folder) => {
  const composed = await composee(folder, 'scenarios');
  const sheets = (composed?.produced ?? []).flatMap(({ workbook }) => workbook?.sheets ?? []);
  const found: string[] = [];
  for (const sheet of sheets) {
    if (sheet.kind !== 'tableaux' || !/^(?:Budgets|Dépenses)/.test(sheet.name)) continue;
    const of = blocksOf(sheet.tables).map((block) => placedOf(block, lettre));
    for (const placed of of)
      for (const one of placed.below) {
        const figures = Object.entries(one.row).filter(([, cell]) => typeof cell === 'number');
        const computed = computedBelow(placed, one, of);
        found.push(String(one.row.ligne ?? one.row.source ?? one.row.nature ?? one.row.libelle));
        for (const [key] of figures)
          expect(computed.has(key), `${placed.table.name} ${found.at(-1)} ${key}`).toBe(true);
      }
  }
  expect([...new Set(found)].sort()).toEqual(['Solde', 'Total', 'Total des dépenses', 'Total des recettes']);
});
