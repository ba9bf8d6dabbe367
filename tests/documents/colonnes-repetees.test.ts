/** A column that says the same of each row of a page is said once below its table; the workbook keeps it. */
import { expect, it } from 'vitest';
import { tableForPage } from '../../src/documents/markdown/exhibits.js';
import type { Row, TableExhibit } from '../../src/exhibits/types.js';

const of = (qui: (string | null)[], rest: Partial<TableExhibit> = {}): TableExhibit =>
  tableForPage({
    kind: 'table',
    name: 'taches',
    title: 'Tâches',
    columns: [
      { key: 'quoi', header: 'Quoi', format: 'texte' },
      { key: 'qui', header: 'Qui', format: 'texte', uneFois: true },
    ],
    rows: qui.map((one, i): Row => ({ quoi: `Tâche ${i}`, qui: one })),
    source: 'Source : plan.',
    empty: 'Aucune.',
    ...rest,
  });
const keys = ({ columns }: TableExhibit): string[] => columns.map(({ key }) => key);
const plain = (text = ''): string => text.replace(/[\u00a0\u202f]/g, ' ');

it('is taken from three rows that say the same, and told after the source', () => {
  const said = of(['Parc', 'Parc', 'Parc']);
  expect(keys(said)).toEqual(['quoi']);
  expect(plain(said.source)).toBe('Source : plan. Qui, à chaque ligne : Parc.');
  expect(plain(of(['Parc', 'Parc', 'Parc'], { source: '' }).source)).toBe('Qui, à chaque ligne : Parc.');
});

it('comes before what a sign means, and holds for a total that is the same', () => {
  const source = 'Source : plan. * Données illustratives : qui (en totalité).';
  const said = of(['Parc', 'Parc', 'Parc'], { source, totals: { quoi: 'Ensemble', qui: 'Parc' } });
  expect(plain(said.source)).toBe(
    'Source : plan. Qui, à chaque ligne : Parc. * Données illustratives : qui (en totalité).',
  );
  expect(said.totals).toEqual({ quoi: 'Ensemble' });
});

it.each([
  ['of two rows', of(['Parc', 'Parc'])],
  ['where one differs', of(['Parc', 'Parc', 'Commune'])],
  ['where one is not known', of(['Parc', null, 'Parc'])],
  ['that totals', of(['Parc', 'Parc', 'Parc'], { totals: { qui: 'Tous' } })],
  ['that heads the groups', of(['Parc', 'Parc', 'Parc'], { groupBy: 'qui' })],
])('stays in a table %s', (_, shown) => {
  expect(keys(shown)).toEqual(['quoi', 'qui']);
  expect(plain(shown.source)).toBe('Source : plan.');
});

it('counts no more among the columns that head a row', () => {
  const columns: TableExhibit['columns'] = [
    { key: 'qui', header: 'Qui', format: 'texte', uneFois: true },
    { key: 'quoi', header: 'Quoi', format: 'texte' },
  ];
  expect(of(['Parc', 'Parc', 'Parc'], { columns, headerColumns: 2 }).headerColumns).toBe(1);
});
