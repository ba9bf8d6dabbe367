/** A sheet of inputs and formulas, cell by cell. Addresses are absolute, so that a reader who copies a row breaks nothing. */
import type { CellFormat } from '../../exhibits/types.js';
import type { GridCell, GridChart, GridSheet, InputRule } from '../workbook.js';

/** « A », « Z », « AA » from 1, 26, 27. */
export function lettres(column: number): string {
  let [rest, text] = [column, ''];
  while (rest > 0) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
    rest = Math.floor((rest - 1) / 26);
  }
  return text;
}

/** `$C$5`. */
export const adresse = (row: number, column: number): string => `$${lettres(column)}$${row}`;
/** `$C$5:$C$9`, within the sheet. */
export const plage = (r1: number, c1: number, r2: number, c2: number): string =>
  `${adresse(r1, c1)}:${adresse(r2, c2)}`;

/** Names of cells take letters, digits and underscores, and must not look like an address. */
export const nomDe = (...parts: string[]): string => parts.join('_').replace(/[^A-Za-z0-9_]/g, '_');

export interface Grille {
  readonly sheet: GridSheet;
  /** Puts a cell and gives its address with its sheet: `'Coûts'!$C$5`. */
  put(row: number, column: number, cell: GridCell): string;
  ref(row: number, column: number): string;
  plage(r1: number, c1: number, r2: number, c2: number): string;
  texte(row: number, column: number, value: string | null, style?: GridCell['style']): string;
  entetes(row: number, values: readonly string[], from?: number): void;
  /** A value that the reader may change. */
  saisie(
    row: number,
    column: number,
    value: number | string | null,
    input: InputRule,
    format: CellFormat,
    name?: string,
  ): string;
  /** A computed value and what the program finds for it. */
  calcul(
    row: number,
    column: number,
    formula: string,
    value: number | string | null,
    format: CellFormat,
    options?: { total?: boolean; name?: string },
  ): string;
  /** A value that comes from the program and does not recompute. */
  constante(row: number, column: number, value: number | string | null, format: CellFormat): string;
  graphique(chart: GridChart): void;
}

export function grille(name: string, title: string, widths: number[], frozen = 0): Grille {
  const sheet: GridSheet = { kind: 'grille', name, title, widths, cells: new Map(), frozen, charts: [] };
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const ref = (row: number, column: number): string => `${quoted}!${adresse(row, column)}`;
  const put = (row: number, column: number, cell: GridCell): string => {
    sheet.cells.set(`${row}:${column}`, { row, column, cell });
    return ref(row, column);
  };
  put(1, 1, { value: title, style: 'titre' });
  return {
    sheet,
    put,
    ref,
    plage: (r1, c1, r2, c2) => `${quoted}!${plage(r1, c1, r2, c2)}`,
    texte: (row, column, value, style = 'texte') => put(row, column, { value, style }),
    entetes: (row, values, from = 1) => {
      values.forEach((value, i) => {
        put(row, from + i, { value, style: 'entete' });
      });
    },
    saisie: (row, column, value, input, format, nameOf) =>
      put(row, column, { value, style: 'texte', input, format, ...(nameOf ? { name: nameOf } : {}) }),
    calcul: (row, column, formula, value, format, options = {}) =>
      put(row, column, {
        value,
        formula,
        style: options.total ? 'total' : 'texte',
        format,
        ...(options.name ? { name: options.name } : {}),
      }),
    constante: (row, column, value, format) => put(row, column, { value, style: 'texte', format }),
    graphique: (chart) => {
      sheet.charts.push(chart);
    },
  };
}
