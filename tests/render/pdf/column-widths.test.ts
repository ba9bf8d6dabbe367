/** Columns sized by what they hold: reckoned on tables, without a PDF. */
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/exhibits/charts/drawing/text-width.js';
import type { Column, Row, TableExhibit } from '../../../src/exhibits/types.js';
import { CELL_PADDING, columnWidths, GUTTER, leastWidth } from '../../../src/render/pdf/tables/column-widths.js';
import { rowsByKind } from '../../../src/render/pdf/tables/table-kinds.js';

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

  it('keep a number with its word in a header', () => {
    const years = [1, 2, 3].map((y): Column => ({ key: `y${y}`, header: `Année\u00a0${y} (€)`, format: 'entier' }));
    const rows: Row[] = [{ a: sentence(60), y1: 5, y2: 5, y3: 5 }];
    const [, ...widths] = columnWidths([text('a', 'Ligne'), ...years], rows, SIZE, ROOM);
    for (const width of widths)
      expect(width - CELL_PADDING).toBeGreaterThanOrEqual(textWidth('Année\u00a02', SIZE, true));
  });

  it('are found at once in a table of many columns of figures', () => {
    const figures = Array.from(
      { length: 13 },
      (_, i): Column => ({ key: `n${i}`, header: `Forêt et bois d’œuvre du pays ${i}`, format: 'entier' }),
    );
    const columns = [text('public', 'Public'), ...figures];
    const rows = [2, 3, 4].map(
      (words): Row => ({ ...Object.fromEntries(figures.map(({ key }, i) => [key, i])), public: sentence(words) }),
    );
    for (let room = 500; room <= 1300; room += 20)
      expect(columnWidths(columns, rows, SIZE, room), String(room)).toHaveLength(columns.length);
  });

  it('leave no cell of one or two words a line where another has room', () => {
    const columns = [text('a', 'Convention'), text('b', 'Parties'), text('c', 'Objet'), text('d', 'Durée')];
    const rows: Row[] = [{ a: sentence(12), b: sentence(14), c: sentence(20), d: 'Un an' }];
    const widths = columnWidths(columns, rows, SIZE, ROOM);
    const lines = columns.map(
      ({ key }, i) => textWidth(String(rows[0]?.[key]), SIZE) / ((widths[i] ?? 0) - CELL_PADDING),
    );
    // The three long ones end within a line or two of each other.
    expect(Math.max(...lines.slice(0, 3)) - Math.min(...lines.slice(0, 3))).toBeLessThan(2.5);
  });

  it('leave their words to the others where a header is a word without end', () => {
    const endless = 'anticonstitutionnellement'.repeat(9);
    const columns: Column[] = [
      text('a', 'Projet'),
      { key: 'n', header: endless, format: 'entier' },
      { key: 'm', header: endless, format: 'entier' },
      text('b', endless),
    ];
    const widths = columnWidths(columns, [{ a: 'Extinction nocturne', n: 4, m: 3, b: 'oui' }], SIZE, ROOM);
    expect(widths[0] ?? 0).toBeGreaterThanOrEqual(textWidth('Extinction', SIZE) + CELL_PADDING);
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

  it('make rows short, not columns: as few lines as the best of many ways to share the room', () => {
    const columns = [text('a', 'Action'), text('b', 'Leçon'), text('c', 'Suite'), text('d', 'Porteur')];
    const rows = Array.from({ length: 10 }, (_, i) => [
      sentence(2 + ((i * 5) % 7)),
      sentence(3 + ((i * 7) % 15)),
      sentence(i === 0 ? 30 : 1 + ((i * 3) % 4)),
      sentence(1 + ((i * i) % 7)),
    ]);
    const space = textWidth(' ', SIZE);
    const linesIn = (value: string, width: number): number => {
      let [lines, at] = [1, 0];
      for (const word of value.split(' ')) {
        const own = textWidth(word, SIZE);
        if (at > 0 && at + own > width - CELL_PADDING - 2) [lines, at] = [lines + 1, 0];
        at += own + space;
      }
      return lines;
    };
    const tall = (lines: readonly (readonly number[])[]): number =>
      rows.reduce((total, _, row) => total + Math.max(...lines.map((column) => column[row] ?? 0)), 0);
    const at = (i: number, width: number): number[] => rows.map((row) => linesIn(row[i] ?? '', width));
    const tried = Array.from({ length: 16 }, (_, i) => 64 + i * 16);
    const known = columns.map((_, i) => new Map(tried.map((width) => [width, at(i, width)])));
    const of = (i: number, width: number): number[] => known[i]?.get(width) ?? [];
    const shared = tried.flatMap((a) =>
      tried.flatMap((b) =>
        tried.filter((c) => ROOM - a - b - c >= 64).map((c) => [of(0, a), of(1, b), of(2, c), of(3, ROOM - a - b - c)]),
      ),
    );
    const made = columnWidths(
      columns,
      rows.map(([a = '', b = '', c = '', d = '']): Row => ({ a, b, c, d })),
      SIZE,
      ROOM,
    );
    expect(tall(made.map((width, i) => at(i, width)))).toBeLessThanOrEqual(Math.min(...shared.map(tall)));
  });

  it('leave a short label on one line, whatever the texts beside it would save', () => {
    const columns = [text('r', 'Référence'), text('a', 'Exigence'), text('b', 'Mesure')];
    const rows: Row[] = Array.from({ length: 6 }, () => ({ r: 'II, 2-b, phase 2', a: sentence(24), b: sentence(18) }));
    const [first = 0] = columnWidths(columns, rows, SIZE, ROOM);
    expect(first - CELL_PADDING).toBeGreaterThanOrEqual(textWidth('II, 2-b, phase 2', SIZE));
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
    const [one, two, three] = tables.map((given) => columnWidths(given.columns, rowsOf(given).rows, SIZE, ROOM));
    expect(one).toEqual(two);
    expect(one).not.toEqual(three);
  });

  it('hold the words of a row of totals, which is in bold, and the « Total » that names it', () => {
    const table = (totals: Row): TableExhibit => ({
      kind: 'table',
      name: 'a',
      title: 'a',
      empty: '',
      columns: [text('a', 'a'), text('b', 'b')],
      rows: [{ a: 'i', b: sentence(60) }],
      totals,
    });
    for (const [given, shown] of [
      [{ a: 'Accompagnements' }, 'Accompagnements'],
      [{ b: 'x' }, 'Total'],
    ] as const) {
      const { columns } = table(given);
      const { rows, totals } = rowsByKind([])(table(given));
      const [first = 0] = columnWidths(columns, rows, SIZE, ROOM, totals);
      expect(first - CELL_PADDING).toBeGreaterThanOrEqual(textWidth(shown, SIZE, true));
    }
  });

  it('keep figures away from the texts of the next column', () => {
    const figures: Column = { key: 'n', header: 'n', format: 'entier' };
    const rows: Row[] = [{ n: 1234, a: sentence(60) }];
    const widths = (columns: Column[]): number => columnWidths(columns, rows, SIZE, ROOM)[0] ?? Number.NaN;
    const alone = widths([figures, { ...figures, key: 'm' }]);
    expect(widths([figures, text('a', 'a')]) - alone).toBeCloseTo(GUTTER, 6);
  });

  it('cut a word of a header before a figure', () => {
    const columns = [
      text('r', 'Domaine'),
      ...Array.from({ length: 12 }, (_, i): Column => ({ key: `c${i}`, header: 'Accompagnement', format: 'entier' })),
    ];
    const row: Row = { r: 'Biodiversité', ...Object.fromEntries(columns.slice(1).map(({ key }) => [key, 94748.1])) };
    const made = columnWidths(columns, [row], SIZE, ROOM);
    expect(made.reduce((total, width) => total + width, 0)).toBeCloseTo(ROOM, 6);
    for (const width of made.slice(1))
      expect(width - CELL_PADDING).toBeGreaterThanOrEqual(textWidth('94\u202f748', SIZE) - 0.01);
    expect(leastWidth(columns, [row], SIZE)).toBeGreaterThan(ROOM);
  });
});
