/** A table as a file gives it, whatever its format. */
import { compte } from '../texte/accords.js';
import type { Cellule } from './cellules.js';

export interface Ligne {
  /** Row in the file, from 1. */
  numero: number;
  cellules: Cellule[];
  /** Columns (from 0) whose value comes from a cell merged over several columns. */
  etalees: Set<number>;
  /** Columns (from 0) whose value comes from a cell merged over rows that begins above: its address, « B4 ». */
  fusionnees?: ReadonlyMap<number, string>;
  /** Why a cell says nothing that may be taken, by its column (from 0): a formula without a value, a quote that is not closed. */
  illisibles?: ReadonlyMap<number, string>;
}

export interface Tableau {
  /** Name of the sheet; null for a CSV file. */
  feuille: string | null;
  lignes: Ligne[];
}

export interface Classeur {
  tableaux: Tableau[];
  /** What the reader should know of how the file was read, in French. */
  remarques: string[];
}

/** What is not shown in a workbook: its hidden sheets are left, its hidden rows are read as the others. */
export const remarquesDe = (
  masquees: readonly string[],
  filtrees: readonly { feuille: string; lignes: number }[],
): string[] => [
  ...(masquees.length === 0
    ? []
    : [
        `Feuille${masquees.length > 1 ? 's masquées laissées' : ' masquée laissée'} de côté : ${masquees.map((name) => `« ${name} »`).join(', ')}.`,
      ]),
  ...filtrees.flatMap(({ feuille, lignes }) =>
    lignes === 0
      ? []
      : [
          `Feuille « ${feuille} » : ${compte(lignes, 'ligne masquée', 'lignes masquées')} (un filtre, sans doute), ${lignes > 1 ? 'lues' : 'lue'} comme les autres.`,
        ],
  ),
];

/** The file cannot be read as a table; the sentence is for the user. */
export class LectureImpossible extends Error {}
