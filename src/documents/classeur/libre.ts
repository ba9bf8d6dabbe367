/** A sheet to be filled by hand, whose cells are named by their place: its formulas are written beside the values that they read. */
import {
  auMoins,
  auPlus,
  type Cle,
  type Condition,
  cle,
  egal,
  type Formule,
  si,
  texte,
  type Valeur,
  vide,
} from '../../analysis/formules/formule.js';
import { type Modele, nouveauModele } from '../../analysis/formules/modele.js';
import type { CellFormat } from '../../exhibits/types.js';
import type { InputRule } from '../workbook.js';
import { classeurDe, type Grille, type Zone } from './grille.js';

export interface FeuilleLibre extends Omit<Grille, 'put'> {
  saisie(row: number, column: number, value: Valeur, regle: InputRule, format: CellFormat, nom?: string): void;
  /** A value that formulas read and that the reader does not change: a target, a plan. */
  fixe(row: number, column: number, value: Valeur, format: CellFormat): void;
  /** A value that a formula of Excel takes from another sheet, and that those of this one read. */
  relevee(row: number, column: number, value: Valeur, excel: string, format: CellFormat): void;
  calcul(row: number, column: number, formule: Formule, format: CellFormat, total?: boolean): void;
  /** A cell laid before. */
  lire(row: number, column: number): Formule;
  /** Cells laid before in a column, from a row to another. */
  colonne(column: number, first: number, last: number): Formule[];
}

/** « oui », « non », or « non mesuré » while there is no measure. `sens` reads « au plus » or « au moins ». */
export function cibleAtteinte(
  sens: Formule,
  cible: Formule,
  mesure: Formule,
  absente: Condition = vide(mesure),
): Formule {
  const [yes, no] = [texte('oui'), texte('non')];
  const reached = si(
    egal(sens, texte('au plus')),
    si(auPlus(mesure, cible), yes, no),
    si(auMoins(mesure, cible), yes, no),
  );
  return si(absente, texte('non mesuré'), reached);
}

/** Colours of what `cibleAtteinte` says. */
export function signalerAtteinte(g: Pick<Grille, 'signaler'>, zone: Zone): void {
  g.signaler(zone, (cell) => `${cell}="non"`);
  g.signaler(zone, (cell) => `${cell}="oui"`, 'bon');
}

/** `remplir` lays the cells; the formulas are written after it. `figees` rows stay in sight and are printed again. */
export function feuilleLibre(
  name: string,
  title: string,
  widths: number[],
  remplir: (g: FeuilleLibre) => void,
  figees = 4,
): Grille {
  const m: Modele = nouveauModele();
  const classeur = classeurDe(m);
  const g = classeur.feuille(name, title, widths, figees);
  const key = (row: number, column: number): Cle => cle(name, row, column);
  const lire = (row: number, column: number): Formule => m.lire(key(row, column));
  remplir({
    ...g,
    lire,
    colonne: (column, first, last) =>
      Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => lire(first + i, column)),
    saisie: (row, column, value, regle, format, nom) => {
      m.entree(key(row, column), value, { libelle: title });
      g.saisie(row, column, key(row, column), regle, format, nom);
    },
    fixe: (row, column, value, format) => {
      m.entree(key(row, column), value, { libelle: title });
      g.fixe(row, column, key(row, column), format);
    },
    relevee: (row, column, value, excel, format) => {
      m.entree(key(row, column), value, { libelle: title });
      g.fixe(row, column, key(row, column), format);
      g.put(row, column, { value, formula: excel, style: 'texte', format });
    },
    calcul: (row, column, formule, format, total = false) => {
      m.calcul(key(row, column), formule, { libelle: title });
      g.calcul(row, column, key(row, column), format, { total });
    },
  });
  classeur.ecrire();
  return g;
}
