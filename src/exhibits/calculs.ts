/** The columns that follow from others of their row. */
import { sum } from 'd3-array';
import { numberAt } from '../lists/at.js';
import type { Calcul, Column, Row } from './types.js';

const nombre = (row: Row, key: string): number | null => {
  const value = row[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

/** Sum of the figures that are known; null when none is. */
const sommeConnue = (figures: readonly (number | null)[]): number | null =>
  figures.some((value) => value !== null) ? sum(figures) : null;

/** Sum of the figures of a column; null when it holds none. */
export const sommeDe = (rows: readonly Row[], key: string): number | null =>
  sommeConnue(rows.map((row) => nombre(row, key)));

function moyenne({ de, poids }: Extract<Calcul, { type: 'moyenne' }>, row: Row): number | null {
  const known = de.map((key) => nombre(row, key)).filter((value) => value !== null);
  const weights = sum(poids);
  return weights > 0 && known.length === de.length
    ? sum(known, (value, i) => value * numberAt(poids, i)) / weights
    : null;
}

/** What the calculation gives for a row of the table; null when a figure that it needs is missing, or would divide by 0. A sum leaves out what is missing. */
export function valeurCalculee(calcul: Calcul, row: Row, rows: readonly Row[]): number | null {
  const { type, de } = calcul;
  if (calcul.type === 'moyenne') return moyenne(calcul, row);
  if (type === 'somme') return sommeConnue(de.map((key) => nombre(row, key)));
  const [first, second] =
    type === 'part' ? [nombre(row, de[0]), sommeDe(rows, de[0])] : de.map((key) => nombre(row, key));
  if (first === null || first === undefined || second === null || second === undefined) return null;
  if (type === 'difference') return first - second;
  if (second === 0) return null;
  return type === 'ecart' ? first / second - 1 : first / second;
}

/** Equal but for the last digits of a binary number. */
export const egaux = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Columns that hold figures to be added: neither rates nor years. */
export const sommable = ({ format }: Pick<Column, 'format'>): boolean =>
  format === 'entier' || format === 'decimal' || format === 'nombre' || format === 'euros';
