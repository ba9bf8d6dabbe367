/** Values as YAML text, in the manner of the inventories: short lists on one line, long texts folded. */

import { stringify } from 'yaml';
import { isRecord } from '../study/record.js';
import { enLigne, scalaireEnLigne } from '../study/yaml/one-line.js';

const LARGEUR = 120;

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Whether a collection is short and flat enough to be written on one line. */
function tientEnLigne(value: unknown, retrait: number): boolean {
  if (isScalar(value)) return false;
  const children = Array.isArray(value) ? value : Object.values(value as object);
  if (children.length === 0) return true;
  return children.every(isScalar) && enLigne(value).length + retrait <= LARGEUR && !enLigne(value).includes('\\n');
}

/** `cle: valeur`, without indentation before it nor line break after it; the following lines are indented by `retrait`. */
export function paire(cle: string, value: unknown, retrait: number): string {
  const marge = ' '.repeat(retrait);
  const nom = scalaireEnLigne(cle);
  // A text whose end of lines or indentation matter is safer between quotes than in a block.
  const fragile = typeof value === 'string' && value.includes('\n') && !/^\S(.*\S)?\n?$/s.test(value);
  const bords = typeof value === 'string' && !value.includes('\n') && value !== value.trim();
  if (fragile || bords) return `${nom}: ${enLigne(value)}`;
  if (isScalar(value)) {
    const lines = stringify({ [cle]: value }, { lineWidth: Math.max(40, LARGEUR - retrait) })
      .trimEnd()
      .split('\n');
    return lines.map((line, index) => (index === 0 || line === '' ? line : marge + line)).join('\n');
  }
  if (tientEnLigne(value, retrait + nom.length + 2)) return `${nom}: ${enLigne(value)}`;
  return `${nom}:\n${marge}  ${bloc(value, retrait + 2)}`;
}

/** An element of a list, its dash included. */
export const element = (value: unknown, retrait: number): string => `- ${bloc(value, retrait + 2)}`;

/** A value over as many lines as it needs; the first one is not indented. */
export function bloc(value: unknown, retrait: number): string {
  const marge = `\n${' '.repeat(retrait)}`;
  if (Array.isArray(value) && value.length > 0) return value.map((child) => element(child, retrait)).join(marge);
  if (isRecord(value) && Object.keys(value).length > 0 && !(tientEnLigne(value, retrait) && !('id' in value)))
    return Object.entries(value)
      .map(([key, child]) => paire(key, child, retrait))
      .join(marge);
  return enLigne(value);
}
