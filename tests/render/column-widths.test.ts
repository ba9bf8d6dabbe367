/** Columns sized by what they hold: reckoned on tables, without a PDF. */
import { describe, expect, it } from 'vitest';
import { proseWidth, textWidth } from '../../src/exhibits/charts/text-width.js';
import type { Column, Row, TableExhibit } from '../../src/exhibits/types.js';
import { CELL_PADDING, columnWidths, rowsByKind } from '../../src/render/pdf/column-widths.js';

const SIZE = 8.5;
const ROOM = 480;
const text = (key: string, header: string, width?: number): Column => ({
  key,
  header,
  format: 'texte',
  ...(width === undefined ? {} : { width }),
});
const sentence = (words: number): string => Array.from({ length: words }, (_, i) => `démarche${i % 7}`).join(' ');

describe('widths of columns', () => {
  it('add up to the room, and give it to what is long rather than to what is said to be wide', () => {
    const columns = [text('a', 'Tâche', 3), text('b', 'Après', 1), text('c', 'Ce qu’elle ouvre', 3)];
    const rows: Row[] = [
      { a: sentence(6), b: sentence(30), c: '—' },
      { a: sentence(4), b: sentence(24), c: 'décision' },
    ];
    const [a = 0, b = 0, c = 0] = columnWidths(columns, rows, SIZE, ROOM);
    expect(a + b + c).toBeCloseTo(ROOM, 0);
    expect(b).toBeGreaterThan(1.5 * a);
    expect(c).toBeLessThan(100);
  });

  it('leave no cell of one or two words a line where another has room', () => {
    const columns = [text('a', 'Convention'), text('b', 'Parties'), text('c', 'Objet'), text('d', 'Durée')];
    const rows: Row[] = [{ a: sentence(12), b: sentence(14), c: sentence(20), d: 'Un an' }];
    const widths = columnWidths(columns, rows, SIZE, ROOM);
    const lines = columns.map(
      ({ key }, i) => proseWidth(String(rows[0]?.[key]), SIZE) / ((widths[i] ?? 0) - CELL_PADDING),
    );
    // The three long ones end within a line or two of each other.
    expect(Math.max(...lines.slice(0, 3)) - Math.min(...lines.slice(0, 3))).toBeLessThan(2.5);
  });

  it('cut no word as long as all can hold whole, in the header too', () => {
    const columns: Column[] = [
      text('a', 'Intercommunalité'),
      { key: 'n', header: 'Habitants', format: 'entier' },
      { key: 'm', header: 'Superficie (km²)', format: 'decimal' },
    ];
    const rows: Row[] = [{ a: sentence(40), n: 1, m: 2 }];
    const widths = columnWidths(columns, rows, SIZE, ROOM);
    expect((widths[1] ?? 0) - CELL_PADDING).toBeGreaterThan(textWidth('Habitants', SIZE, true));
    expect((widths[2] ?? 0) - CELL_PADDING).toBeGreaterThan(textWidth('Superficie', SIZE, true));
  });

  it('count the lines of a list one by one: five short ones ask for no width', () => {
    const columns = [text('a', 'Tâche'), text('b', 'Missions')];
    const rows: Row[] = [{ a: sentence(40), b: ['Accueil', 'Suivi', 'Comptes', 'Bilan', 'Lettre'].join('\n') }];
    const [a = 0, b = 0] = columnWidths(columns, rows, SIZE, ROOM);
    expect(a).toBeGreaterThan(3 * b);
  });

  it('are the same in all the tables of one kind, and in no other', () => {
    const table = (name: string, header: string, words: number): TableExhibit => ({
      kind: 'table',
      name,
      title: name,
      empty: '',
      columns: [text('a', header), text('b', 'Preuve')],
      rows: [{ a: sentence(words), b: sentence(12) }],
    });
    const tables = [table('un', 'Élément', 3), table('deux', 'Élément', 40), table('trois', 'Autre', 3)];
    const rowsOf = rowsByKind(tables);
    const [one, two, three] = tables.map((given) => columnWidths(given.columns, rowsOf(given), SIZE, ROOM));
    expect(one).toEqual(two);
    expect(one).not.toEqual(three);
  });
});
