/** A table as a file gives it, whatever its format. */
import { compte, enumererPremiers } from '../texte/accords.js';
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

/** What a sheet holds beside the values that it shows: rows and columns that are hidden, cells struck through or with a note, by their names (« A3 »). */
export interface ACote {
  /** Null where only the workbook is known to hold them. */
  feuille: string | null;
  lignes: number;
  colonnes: readonly string[];
  barrees: readonly string[];
  notes: readonly string[];
}

/** How many cells a remark names. */
const NOMMEES = 5;
const lues = (n: number): string => `${n > 1 ? 'lues' : 'lue'} comme les autres`;

function remarquesDeFeuille({ feuille, lignes, colonnes, barrees, notes }: ACote): string[] {
  const said = [
    lignes > 0 ? `${compte(lignes, 'ligne masquée', 'lignes masquées')} (un filtre, sans doute), ${lues(lignes)}` : '',
    colonnes.length > 0
      ? `${compte(colonnes.length, 'colonne masquée', 'colonnes masquées')} (${enumererPremiers(colonnes, NOMMEES)}), ${lues(colonnes.length)}`
      : '',
    barrees.length > 0
      ? `${compte(barrees.length, 'cellule barrée', 'cellules barrées')} (${enumererPremiers(barrees, NOMMEES)}), ${lues(barrees.length)}`
      : '',
    notes.length > 0
      ? `${compte(notes.length, 'commentaire de cellule', 'commentaires de cellule')} (${enumererPremiers(notes, NOMMEES)}), que l’import ne reprend pas`
      : '',
  ];
  return said.flatMap((one) =>
    one === '' ? [] : [`${feuille === null ? 'Classeur' : `Feuille « ${feuille} »`} : ${one}.`],
  );
}

/** What is not shown in a workbook: its hidden sheets are left, its hidden rows and columns are read as the others. */
export const remarquesDe = (masquees: readonly string[], acote: readonly ACote[]): string[] => [
  ...(masquees.length === 0
    ? []
    : [
        `Feuille${masquees.length > 1 ? 's masquées laissées' : ' masquée laissée'} de côté : ${masquees.map((name) => `« ${name} »`).join(', ')}.`,
      ]),
  ...acote.flatMap(remarquesDeFeuille),
];

/** The file cannot be read as a table; the sentence is for the user. */
export class LectureImpossible extends Error {}
