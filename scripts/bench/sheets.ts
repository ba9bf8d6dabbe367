/** A workbook model as the sheets that XlsxWriter is given: the same cells, formulas, choices and charts. */
import type { GridSheet, WorkbookModel } from '../../src/documents/workbook.js';
import { type CellFormat, estChiffre, type TableExhibit } from '../../src/exhibits/types.js';

/** A row and a column from 0, its value, its formula, and the name of its format. */
type PlainCell = [
  row: number,
  column: number,
  value: string | number | boolean | null,
  formula: string,
  format: string,
];

export interface PlainSheet {
  name: string;
  widths: number[];
  frozen: number;
  /** First row of each table that a filter stands on, and its last row and column. */
  filtre: [number, number, number] | null;
  cells: PlainCell[];
  /** Choices of a cell. */
  listes: [row: number, column: number, values: readonly string[]][];
  charts: { type: 'col' | 'bar'; title: string; categories: string; series: string[]; row: number; column: number }[];
}

const formatOf = (format: CellFormat, bold = false): string => `${format}${bold ? ' gras' : ''}`;

function addTable(sheet: PlainSheet, table: TableExhibit, at: number): number {
  const { cells } = sheet;
  cells.push([at, 0, table.title, '', 'texte gras']);
  table.columns.forEach((column, i) => {
    cells.push([at + 1, i, column.header, '', 'entete']);
    sheet.widths[i] = Math.max(sheet.widths[i] ?? 0, 10 * (column.width ?? 1));
  });
  const all = table.totals ? [...table.rows, table.totals] : table.rows;
  all.forEach((row, r) => {
    const total = row === table.totals;
    table.columns.forEach((column, i) => {
      const value = row[column.key] ?? null;
      const letter = String.fromCharCode(65 + (i % 26));
      const sum =
        total && typeof value === 'number' && estChiffre(column)
          ? `=SUM(${letter}${at + 3}:${letter}${at + 2 + table.rows.length})`
          : '';
      cells.push([at + 2 + r, i, value, sum, formatOf(column.format, total)]);
    });
  });
  sheet.filtre ??= [at + 1, at + 1 + table.rows.length, table.columns.length - 1];
  return at + all.length + 4;
}

function gridOf({ name, widths, frozen, cells, charts }: GridSheet): PlainSheet {
  const all = [...cells.values()];
  return {
    name,
    widths,
    frozen,
    filtre: null,
    cells: all.map(({ row, column, cell }) => [
      row - 1,
      column - 1,
      cell.value,
      cell.formula === undefined ? '' : `=${cell.formula}`,
      cell.style === 'entete' ? 'entete' : formatOf(cell.format ?? 'texte', cell.style !== 'texte'),
    ]),
    listes: all.flatMap(({ row, column, cell }) =>
      cell.input?.type === 'liste' && cell.input.values.join(',').length < 255
        ? [[row - 1, column - 1, cell.input.values] as [number, number, readonly string[]]]
        : [],
    ),
    charts: charts.map(({ direction, title, categories, series, from }) => ({
      type: direction,
      title,
      categories: `=${categories.range}`,
      series: series.map(({ range }) => `=${range}`),
      ...from,
    })),
  };
}

export const sheetsOf = ({ sheets }: WorkbookModel): PlainSheet[] =>
  sheets.map((sheet) => {
    if (sheet.kind === 'grille') return gridOf(sheet.grid);
    const made: PlainSheet = {
      name: sheet.name,
      widths: [],
      frozen: 1,
      filtre: null,
      cells: [],
      listes: [],
      charts: [],
    };
    made.cells.push([0, 0, sheet.note ?? '', '', 'texte']);
    let at = 1;
    for (const table of sheet.tables) at = addTable(made, table, at);
    return made;
  });
