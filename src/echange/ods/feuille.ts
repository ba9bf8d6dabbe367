/** The rows of a sheet of an OpenDocument workbook, where a merged cell holds for those below it. */
import { adresse } from '../../lists/letters.js';
import type { Cellule } from '../cellules.js';
import { direSansValeur } from '../formules.js';
import { LectureImpossible, type Ligne, type Tableau } from '../tableau.js';

/** Cells of a workbook. */
const CELLULES_MAX = 20_000_000;

/** A cell that is written. */
export interface Cellue {
  valeur: Cellule;
  /** The formula of a cell that no program has computed. */
  formule: string | undefined;
  colonnes: number;
  lignes: number;
}

/** Counts the cells of a workbook, and refuses those of one that swells. */
export function compteur(): (cells: number) => void {
  let total = 0;
  return (cells) => {
    total += cells;
    if (total > CELLULES_MAX)
      throw new LectureImpossible('le classeur a plus de vingt millions de cellules : ce n’est pas une liste.');
  };
}

/** What a row holds: its cells that are not blank, by their column. */
type Cellues = readonly (readonly [number, Cellue])[];

/** The rows of one sheet, laid one after the other. */
export function feuille(nom: string, compter: (cells: number) => void) {
  const lignes: Ligne[] = [];
  /** Merged cells that hold for the rows below, by their column: how many rows more, over how many columns, and its address. */
  const dessous = new Map<number, { cell: Cellue; reste: number; adresse: string }>();
  let numero = 0;
  const poser = (cellues: Cellues): void => {
    numero++;
    const cellules: Cellule[] = [];
    const etalees = new Set<number>();
    const fusionnees = new Map<number, string>();
    const formules = new Map<number, string>();
    const mettre = (index: number, { valeur, colonnes, formule }: Cellue, own: boolean): void => {
      compter(colonnes - 1);
      cellules[index] = valeur;
      if (formule !== undefined) formules.set(index, formule);
      // Merged over columns: the value counts once. Merged over rows: it holds for each of them.
      for (let over = 1; over < colonnes; over++) etalees.add(index + over);
      if (own && colonnes > 1) etalees.add(index);
    };
    for (const [index, held] of dessous) {
      mettre(index, held.cell, false);
      fusionnees.set(index, held.adresse);
      if (held.reste > 1) dessous.set(index, { ...held, reste: held.reste - 1 });
      else dessous.delete(index);
    }
    for (const [index, cell] of cellues) {
      mettre(index, cell, true);
      if (cell.lignes > 1) dessous.set(index, { cell, reste: cell.lignes - 1, adresse: adresse(numero, index + 1) });
    }
    compter(cellules.length);
    const whole = Array.from(cellules, (cell) => cell ?? null);
    if (whole.some((cell) => cell !== null) || formules.size > 0)
      lignes.push(
        direSansValeur({ numero, cellules: whole, etalees, ...(fusionnees.size > 0 && { fusionnees }) }, formules),
      );
  };
  return {
    tableau: (): Tableau => ({ feuille: nom, lignes }),
    /** « B4 »: a cell of the row that is read, by its column from 0. */
    adresse: (colonne: number): string => adresse(numero + 1, colonne + 1),
    ligne: (cellues: Cellues, fois: number): void => {
      // Blank rows that a merged cell does not cover are only counted.
      for (let i = 0; i < fois; i++) {
        if (cellues.length === 0 && dessous.size === 0) {
          numero += fois - i;
          return;
        }
        poser(cellues);
      }
    },
  };
}
