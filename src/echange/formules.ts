/** Formulas whose value a workbook does not hold: a program wrote it, and no spreadsheet has computed it since. */
import type { Cell } from 'exceljs';
import { unzipSync } from 'fflate';
import type { Ligne } from './tableau.js';

/** A formula that is neither a text, which may be empty, nor followed by its value. */
const SANS_VALEUR = /<c(?![^>]* t=)[^>]*><f[^>]*(?:\/>|>[^<]*<\/f>)(?:<v ?\/>|<v><\/v>)?<\/c>/;

function jamaisCalcule(bytes: Uint8Array): boolean {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name) });
  return Object.values(parts).some((part) => SANS_VALEUR.test(new TextDecoder().decode(part)));
}

/** Whether a cell of the workbook holds a formula without its value; the package reads an empty text as no value either. */
export function formulesJamaisCalculees(bytes: Uint8Array): (cell: Cell) => boolean {
  let known: boolean | undefined;
  return ({ value, result }) => {
    if (typeof value !== 'object' || value === null || !('formula' in value || 'sharedFormula' in value)) return false;
    if (result !== undefined && result !== null) return false;
    known ??= jamaisCalcule(bytes);
    return known;
  };
}

/** A row with its formulas without a value, by column, said to be so; one that holds nothing else is an empty row, to which they were copied. */
export function direSansValeur(ligne: Ligne, formules: ReadonlyMap<number, string>): Ligne {
  if (formules.size === 0 || ligne.cellules.every((cell) => cell === null)) return ligne;
  return {
    ...ligne,
    cellules: ligne.cellules.map((cell, index) => (formules.has(index) ? `=${formules.get(index)}` : cell)),
    illisibles: new Map(
      [...formules.keys()].map((index) => [
        index,
        'la formule n’a pas de valeur enregistrée : ouvrez le classeur dans votre tableur, et enregistrez-le.',
      ]),
    ),
  };
}
