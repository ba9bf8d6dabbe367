/** A table exhibit on a page: caption, header repeated, groups, totals, source. */
import { proseWidth } from '../../exhibits/charts/text-width.js';
import { formatCell } from '../../exhibits/format.js';
import type { Column, Row, TableExhibit } from '../../exhibits/types.js';
import { CELL_PADDING, columnWidths } from './column-widths.js';
import type { Context, Node } from './definition.js';
import { textRuns } from './inline-nodes.js';
import { keepRoom } from './keep-room.js';

/** No vertical rule; a rule under the header and at the end, light separators between the rows. */
function tableLayout({ theme }: Context, headerRows: number, totals: boolean): object {
  const { accent, rule } = theme.colours;
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
    paddingTop: () => 3,
    paddingBottom: () => 3,
  };
}

const isNumber = ({ format }: Column): boolean =>
  format === 'entier' || format === 'decimal' || format === 'euros' || format === 'pourcent';

/** Text of a cell or of a line of it. */
function cellText(text: string, context: Context): Pick<Node, 'text'> {
  const runs = textRuns(text, context);
  const [only] = runs;
  return { text: runs.length === 1 && only?.link === undefined ? (only?.text ?? '') : runs };
}

function cellNode(row: Row, column: Column, context: Context): Node {
  const text = formatCell(row[column.key], column.format, column.decimals);
  const lines = column.format === 'texte' ? text.split('\n').filter((line) => line.trim() !== '') : [text];
  if (lines.length > 1) return { ul: lines.map((line) => ({ ...cellText(line, context), margin: [-3, 0, 0, 1] })) };
  if (column.format === 'texte') return cellText(text, context);
  return isNumber(column) ? { text, alignment: 'right' } : { text };
}

/** Rows with a heading row before each group; the column that names the group is not shown again. */
function bodyRows(table: TableExhibit, columns: readonly Column[], context: Context): Node[][] {
  const { theme } = context;
  let group: string | undefined;
  return table.rows.flatMap((row) => {
    const cells = columns.map((column) => cellNode(row, column, context));
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

export function captionNode(
  kind: 'Tableau' | 'Figure',
  number: number,
  title: string,
  id: string,
  context: Context,
): Node {
  const { sizes, colours } = context.theme;
  return {
    struct: { type: 'Caption' },
    id,
    text: [
      { text: `${kind}\u00a0${number}`, bold: true, color: colours.accent },
      { text: `  ${title}`, bold: true },
    ],
    fontSize: sizes.caption,
    margin: [0, 10, 0, 4],
  };
}

export function sourceNode(source: string | undefined, context: Context): Node[] {
  if (!source) return [];
  const { theme } = context;
  const { small } = theme.sizes;
  return [{ text: textRuns(source, context), fontSize: small - 0.5, color: theme.colours.muted, margin: [0, 4, 0, 0] }];
}

/** A caption with the source under it, as one element. */
function captionWith(caption: Node, source: readonly Node[]): Node {
  const title = Object.fromEntries(Object.entries(caption).filter(([key]) => key !== 'struct'));
  return {
    struct: { type: 'Caption' },
    stack: [{ ...title, margin: [0, 10, 0, 0] }, ...source, { text: '', fontSize: 1, margin: [0, 0, 0, 3] }],
  };
}

/** Height of the rows in points, from the widths of their texts: enough to know whether a table holds on a page. */
function estimateHeights(
  rows: readonly Row[],
  columns: readonly Column[],
  widths: readonly number[],
  size: number,
): number[] {
  return rows.map((row) => {
    const lines = columns.map((column, index) => {
      const room = Math.max(10, (widths[index] ?? 0) - CELL_PADDING);
      return formatCell(row[column.key], column.format, column.decimals)
        .split('\n')
        .reduce((sum, line) => sum + Math.max(1, Math.ceil((proseWidth(line, size) * 1.06) / room)), 0);
    });
    return Math.max(1, ...lines) * size * 1.25 + 7;
  });
}

/** Height above which a table may be broken over pages. */
const UNBROKEN = 170;

export function tableNodes(
  table: TableExhibit,
  number: number,
  id: string,
  context: Context,
): { nodes: Node[]; room: number } {
  const { sizes, colours } = context.theme;
  const caption = captionNode('Tableau', number, table.title, id, context);
  if (table.rows.length === 0) {
    const empty: Node = { text: table.empty, italics: true, color: colours.muted, margin: [0, 0, 0, 12] };
    return { nodes: [{ struct: { type: 'Sect' }, unbreakable: true, stack: [caption, empty] }], room: 60 };
  }
  const columns = table.columns.filter((column) => column.key !== table.groupBy);
  const size = columns.length > 7 || table.landscape ? sizes.wideTable : sizes.table;
  const rows = table.totals ? [...table.rows, table.totals] : table.rows;
  const widths = columnWidths(columns, rows, size, context.width);
  const heights = estimateHeights(rows, columns, widths, size);
  const total = heights.reduce((sum, height) => sum + height, 0);
  const header = columns.map(
    (column): Node => ({
      text: column.header,
      bold: true,
      color: colours.accent,
      ...(isNumber(column) ? { alignment: 'right' } : {}),
    }),
  );
  const totals = table.totals;
  const body = bodyRows(table, columns, context);
  if (totals)
    body.push(
      columns.map((column) => ({
        ...(totals[column.key] === undefined ? { text: '' } : cellNode(totals, column, context)),
        bold: true,
      })),
    );
  const drawn: Node = {
    struct: 'none',
    headerCols: table.headerColumns ?? 1,
    fontSize: size,
    lineHeight: 1.1,
    table: {
      headerRows: 1,
      keepWithHeaderRows: table.groupBy === undefined ? 1 : 2,
      // A row that would not hold on a page must be allowed to break.
      dontBreakRows: Math.max(...heights) < 450,
      widths: widths.map((width) => Math.max(4, width - CELL_PADDING)),
      body: [header, ...body],
    },
    layout: tableLayout(context, 1, totals !== undefined),
  };
  const whole = total < UNBROKEN;
  const source = sourceNode(table.source, context);
  // Space as a margin: a line of its own would open a page where the table ends with it.
  const margin: [number, number, number, number] = [0, 0, 0, 11];
  const start = (heights[0] ?? 0) + (heights[1] ?? 0);
  // The caption of a table that may break stays with its header and first rows; its source is read there, not pages later.
  const nodes: Node[] = whole
    ? [{ unbreakable: true, margin, stack: [{ struct: { type: 'Table' }, stack: [caption, drawn] }, ...source] }]
    : [
        {
          struct: { type: 'Table' },
          margin,
          stack: keepRoom([captionWith(caption, source)], [drawn], 40 + Math.min(150, start)),
        },
      ];
  return {
    nodes,
    room: whole ? total + 84 : 80 + Math.min(150, start),
  };
}
