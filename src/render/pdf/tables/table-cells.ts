/** Which cells of a table head others, and how the others point to them (ISO 32000-1, 14.8.5.7). */
import { type LayoutNode, pdfString, type RowArguments } from '../internals.js';

export const headsGroup = (row: readonly LayoutNode[] | undefined): boolean =>
  row?.[0]?.th === true && (row[0].colSpan ?? 1) > 1;

/** A cell with nothing in it heads nothing. */
const isBlank = ({ text }: LayoutNode): boolean => text === '';

const grouped = new WeakMap<readonly (readonly LayoutNode[])[], boolean>();

/** Whether rows stand in groups; asked of a table for each of its rows. */
function isGrouped(rows: readonly (readonly LayoutNode[])[]): boolean {
  const known = grouped.get(rows) ?? rows.some(headsGroup);
  grouped.set(rows, known);
  return known;
}

/**
 * Gives each cell of a row its type and attributes. The scope of a header says what it heads, but that of a group does not stand in the rows of its group:
 * in a table in groups each cell names the headers of its column, of its group and of its row.
 */
export function describeCells(row: RowArguments, table: LayoutNode, header: boolean, number: number): void {
  if (isGrouped(table.table?.body ?? [])) table.headings ??= { table: number, columns: [], group: undefined };
  const { headings } = table;
  const start = `t${headings?.table}`;
  const rowHeaders: string[] = [];
  for (const [index, cell] of row.cells.entries()) {
    if (cell._span) continue;
    const group = cell.th === true && (cell.colSpan ?? 1) > 1;
    const heads = (header || index < (table.headerCols ?? 0) || cell.th === true) && !isBlank(cell);
    const attrs: Record<string, unknown> = {};
    if (heads) attrs.Scope = header ? 'Column' : 'Row';
    if ((cell.colSpan ?? 1) > 1) attrs.ColSpan = cell.colSpan;
    if ((cell.rowSpan ?? 1) > 1) attrs.RowSpan = cell.rowSpan;
    let id: string | undefined;
    if (headings) {
      if (heads)
        id = header ? `${start}c${index}` : group ? `${start}g${row.rowIndex}` : `${start}r${row.rowIndex}c${index}`;
      if (header && id) headings.columns[index] = id;
      else if (group) headings.group = id;
      else {
        const names = [headings.columns[index], headings.group, ...rowHeaders].filter((name) => name !== undefined);
        if (names.length > 0) attrs.Headers = names.map(pdfString);
      }
      if (id && !header && !group) rowHeaders.push(id);
    }
    cell.cell = {
      type: heads ? 'TH' : 'TD',
      id,
      attrs: Object.keys(attrs).length > 0 ? { O: 'Table', ...attrs } : undefined,
    };
  }
}
