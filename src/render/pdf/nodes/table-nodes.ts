/** A table exhibit on a page: caption, header repeated, groups, totals, source. */

import type { TableBlock } from '../../../documents/tree.js';
import { textWidth } from '../../../exhibits/charts/drawing/text-width.js';
import { type Column, estChiffre, type Row, type TableExhibit } from '../../../exhibits/types.js';
import { known, numberAt } from '../../../lists/at.js';
import type { Context, Node } from '../definition.js';
import { BULLET, CELL_PADDING, columnWidths, GUTTER, meetsText } from '../tables/column-widths.js';
import { shownCell } from '../tables/shown-cell.js';
import { totalsOf } from '../tables/table-kinds.js';
import { withSoftHyphens } from '../words/hyphenation.js';
import { captionNode, exhibitNode, type Label, sourceNode } from './caption.js';
import { formNode } from './form-nodes.js';
import { textRuns } from './inline-nodes.js';

/** Room above and below the text of a row, in points; less in an annex, which is looked up rather than read. */
const [ROW, ROW_ANNEX] = [3, 2] as const;

/** No vertical rule; a rule under the header and at the end, light separators between the rows. */
function tableLayout({ theme, annex }: Context, headerRows: number, totals: boolean): object {
  const { accent, rule } = theme.colours;
  const above = annex ? ROW_ANNEX : ROW;
  interface Drawn {
    table: { body: unknown[] };
  }
  const strong = (i: number, { table }: Drawn): boolean =>
    i === headerRows || i === table.body.length || (totals && i === table.body.length - 1);
  return {
    hLineWidth: (i: number, node: Drawn) => (i === 0 ? 0 : strong(i, node) ? 0.9 : 0.4),
    vLineWidth: () => 0,
    hLineColor: (i: number, node: Drawn) => (strong(i, node) ? accent : rule),
    paddingLeft: () => CELL_PADDING / 2,
    paddingRight: () => CELL_PADDING / 2,
    paddingTop: () => above,
    paddingBottom: () => above,
  };
}

/** How a table sets its cells: size of its type, and room of each column for text, in points. */
interface Setting {
  size: number;
  room: ReadonlyMap<string, number>;
  /** Columns of figures before a column of texts. */
  gutters: ReadonlySet<string>;
  bold?: boolean;
}

/** No letter is wider than this share of the size of its type: most words need no measure. */
const WIDEST = 0.9;

/** Only the words that hold on no line of the column are cut: what a hyphen joins may be parted there. */
const cutIn =
  (room: number, { size, bold = false }: Setting) =>
  (text: string): string =>
    text
      .split(/(?<=[\s/–—-])/u)
      .map((part) =>
        part.length * size * WIDEST > room && textWidth(part.trimEnd(), size, bold) > room
          ? withSoftHyphens(part)
          : part,
      )
      .join('');

/** Text of a cell or of a line of it. */
function cellText(text: string, context: Context, cut: (text: string) => string): Pick<Node, 'text'> {
  const runs = textRuns(text, context, {}, cut);
  const [only] = runs;
  return { text: runs.length === 1 && only?.link === undefined ? (only?.text ?? '') : runs };
}

/** Figures stand against the right of their column, away from the texts of the next one. */
const placeOf = (column: Column, { gutters }: Pick<Setting, 'gutters'>): Pick<Node, 'alignment' | 'margin'> => ({
  ...(estChiffre(column) ? { alignment: 'right' as const } : {}),
  ...(gutters.has(column.key) ? { margin: [0, 0, GUTTER, 0] as [number, number, number, number] } : {}),
});

function cellNode(row: Row, column: Column, context: Context, setting: Setting): Node {
  const width = known(setting.room.get(column.key), column.key);
  const text = shownCell(row, column);
  const lines = column.format === 'texte' ? text.split('\n').filter((line) => line.trim() !== '') : [text];
  if (lines.length > 1) {
    const cut = cutIn(width - BULLET, setting);
    return { ul: lines.map((line) => ({ ...cellText(line, context, cut), margin: [-3, 0, 0, 1] })) };
  }
  if (column.format === 'texte') return cellText(lines[0] ?? text, context, cutIn(width, setting));
  return { text, ...placeOf(column, setting) };
}

const totalsRow = (totals: Row, columns: readonly Column[], context: Context, setting: Setting): Node[] =>
  columns.map((column) => ({
    ...(totals[column.key] === undefined
      ? { text: '' }
      : cellNode(totals, column, context, { ...setting, bold: true })),
    bold: true,
  }));

/** What a sub-total says: it has no status, nor a rule. */
const saidIn = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null));

/** Rows with a heading row before each group; the column that names the group is not shown again. */
function bodyRows(table: TableExhibit, columns: readonly Column[], context: Context, setting: Setting): Node[][] {
  const { theme } = context;
  let group: string | undefined;
  const sums = new Set(table.sousTotaux?.map(({ rang }) => rang));
  return table.rows.flatMap((row, rang) => {
    const cells = sums.has(rang)
      ? totalsRow(saidIn(row), columns, context, setting)
      : columns.map((column) => cellNode(row, column, context, setting));
    if (table.groupBy === undefined) return [cells];
    const own = String(row[table.groupBy] ?? '—');
    if (own === group) return [cells];
    group = own;
    const heading: Node = {
      text: own,
      bold: true,
      th: true,
      colSpan: columns.length,
      color: theme.colours.accent,
      fillColor: theme.colours.tint,
    };
    return [[heading, ...columns.slice(1).map((): Node => ({ text: '' }))], cells];
  });
}

/** Above so many columns a table is set smaller, as in an annex: its cells would have room for a word or two a line. */
const MANY = 5;

export function tableNodes({ exhibit: table, number, id }: TableBlock, context: Context): Node[] {
  const { sizes, colours } = context.theme;
  const label: Label = { kind: 'Tableau', number, id };
  const columns = table.columns.filter(({ key }) => key !== table.groupBy);
  if (table.rows.length === 0 || columns.length === 0)
    return [
      exhibitNode(label, { title: table.title }, { text: table.empty, italics: true, color: colours.muted }, context),
    ];
  if (table.form) {
    const captioned: Node = {
      struct: { type: 'Table' },
      stack: [captionNode(label, table.title, context), formNode(table, context)],
    };
    return [{ stack: [captioned], margin: [0, 0, 0, 11] }];
  }
  const size = columns.length > MANY || table.landscape || context.annex ? sizes.wideTable : sizes.table;
  const totals = totalsOf(table);
  const kind = context.rowsOfKind(table);
  const widths = columnWidths(columns, kind.rows, size, context.width, kind.totals);
  const setting: Setting = {
    size,
    gutters: new Set(columns.filter((_, i) => meetsText(columns, i)).map(({ key }) => key)),
    room: new Map(columns.map(({ key }, i) => [key, numberAt(widths, i) - CELL_PADDING])),
  };
  const header = columns.map(
    (column): Node => ({
      text: column.header,
      bold: true,
      color: colours.accent,
      ...placeOf(column, setting),
    }),
  );
  const drawn: Node = {
    struct: 'none',
    headerCols: table.headerColumns ?? 1,
    fontSize: size,
    lineHeight: 1.1,
    table: {
      headerRows: 1,
      widths: widths.map((width) => Math.max(4, width - CELL_PADDING)),
      body: [
        header,
        ...bodyRows(table, columns, context, setting),
        ...(totals ? [totalsRow(totals, columns, context, setting)] : []),
      ],
    },
    layout: tableLayout(context, 1, totals !== undefined),
  };
  const captioned: Node = { struct: { type: 'Table' }, stack: [captionNode(label, table.title, context), drawn] };
  return [
    {
      stack: [captioned, ...sourceNode(table.source, context)],
      margin: [0, 0, 0, 11],
      ...(table.together ? { keep: 'whole' as const } : {}),
    },
  ];
}
