/** A sheet of inputs and formulas, cell by cell. */
import { excel, type Place } from '../../analysis/formules/excel.js';
import { type Cle, cellule, type Formule, nombre, texte } from '../../analysis/formules/formule.js';
import type { Modele } from '../../analysis/formules/modele.js';
import type { CellFormat, Ton } from '../../exhibits/types.js';
import { adresse, adresseFixe, plageFixe } from '../../lists/letters.js';
import type { GridCell, GridChart, GridSheet, InputRule } from '../workbook.js';

/** Names of cells take letters, digits and underscores, and must not look like an address. */
export const nomDe = (...parts: string[]): string => parts.join('_').replace(/[^A-Za-z0-9_]/g, '_');

/** The format in which a figure shows all that the cell holds: « 0,013 » jour is no nought, nor « 1,5 % » two. */
function precis(value: number | string | null, format: CellFormat): CellFormat {
  const whole = (n: number): boolean => Math.abs(n - Math.round(n)) < 1e-9;
  if (typeof value !== 'number') return format;
  if (format === 'decimal') return whole(value * 10) ? format : 'nombre';
  return format === 'pourcent' && !whole(value * 100) ? 'taux' : format;
}

export interface Grille {
  readonly sheet: GridSheet;
  put(row: number, column: number, cell: GridCell): void;
  /** Address with the sheet, for the charts: `'Coûts'!$C$5`. */
  ref(row: number, column: number): string;
  plage(r1: number, c1: number, r2: number, c2: number): string;
  texte(row: number, column: number, value: string | null, style?: GridCell['style']): void;
  entetes(row: number, values: readonly string[], from?: number): void;
  /** A value that comes from the program and does not recompute. */
  constante(row: number, column: number, value: number | string | null, format: CellFormat): void;
  graphique(chart: GridChart): void;
  /** Sets apart the cells for which `formule`, given the address of the first of them, holds. */
  signaler(zone: Zone, formule: (premiere: string) => string, ton?: Ton): void;
}

/** First row and column, last row and column. */
export type Zone = readonly [r1: number, c1: number, r2: number, c2: number];

export function grille(name: string, title: string, widths: number[], frozen = 0): Grille {
  const sheet: GridSheet = { kind: 'grille', name, title, widths, cells: new Map(), frozen, alertes: [], charts: [] };
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const put = (row: number, column: number, cell: GridCell): void => {
    sheet.cells.set(`${row}:${column}`, { row, column, cell });
  };
  put(1, 1, { value: title, style: 'titre' });
  return {
    sheet,
    put,
    ref: (row, column) => `${quoted}!${adresseFixe(row, column)}`,
    plage: (r1, c1, r2, c2) => `${quoted}!${plageFixe(r1, c1, r2, c2)}`,
    texte: (row, column, value, style = 'texte') => put(row, column, { value, style }),
    entetes: (row, values, from = 1) => {
      values.forEach((value, i) => {
        put(row, from + i, { value, style: 'entete' });
      });
    },
    constante: (row, column, value, format) => put(row, column, { value, style: 'texte', format }),
    graphique: (chart) => {
      sheet.charts.push(chart);
    },
    signaler: ([r1, c1, r2, c2], formule, ton = 'alerte') => {
      if (r2 < r1 || c2 < c1) return;
      sheet.alertes.push({
        plage: `${adresse(r1, c1)}:${adresse(r2, c2)}`,
        formule: formule(adresse(r1, c1)),
        ton,
      });
    },
  };
}

/** A sheet that shows cells of a model: neither a formula nor its value is written by hand. */
export interface Feuille extends Grille {
  /** An input of the model, open to the reader. */
  saisie(row: number, column: number, cle: Cle, regle: InputRule, format: CellFormat, nom?: string): void;
  /** An input of the model that the reader does not change. */
  fixe(row: number, column: number, cle: Cle, format: CellFormat): void;
  /** A text of the model that formulas read, such as the name of a scenario. */
  libelle(row: number, column: number, cle: Cle): void;
  /** A result of the model; elsewhere than at its first place, a reference to it. */
  calcul(row: number, column: number, cle: Cle, format: CellFormat, options?: { total?: boolean; nom?: string }): void;
}

export interface Classeur {
  feuille(name: string, title: string, widths: number[], frozen?: number): Feuille;
  /** Writes the formulas, once every cell has its place. */
  ecrire(): void;
}

export function classeurDe(modele: Modele): Classeur {
  const places = new Map<Cle, Place>();
  const laid: { cle: Cle; place: Place; cell: GridCell }[] = [];
  const names = new Set<string>();
  /** Two ids that give one name: the second cell goes without. */
  const named = (nom: string | undefined): { name?: string } => {
    if (nom === undefined || names.has(nom.toLowerCase())) return {};
    names.add(nom.toLowerCase());
    return { name: nom };
  };
  const feuille = (name: string, title: string, widths: number[], frozen = 0): Feuille => {
    const g = grille(name, title, widths, frozen);
    const at = (ligne: number, colonne: number): Place => ({ feuille: name, ligne, colonne });
    return {
      ...g,
      saisie: (row, column, cle, regle, format, nom) => {
        const { formule } = modele.cellule(cle);
        const valeur = modele.valeur(cle);
        if (formule !== null || places.has(cle)) throw new RangeError(`${cle} is no input, or is laid twice`);
        places.set(cle, at(row, column));
        g.put(row, column, {
          value: valeur,
          style: 'texte',
          input: regle,
          format: precis(valeur, format),
          ...named(nom),
        });
      },
      fixe: (row, column, cle, format) => {
        places.set(cle, at(row, column));
        const valeur = modele.valeur(cle);
        g.put(row, column, { value: valeur, style: 'texte', format: precis(valeur, format) });
      },
      libelle: (row, column, cle) => {
        places.set(cle, at(row, column));
        g.put(row, column, { value: modele.valeur(cle), style: 'entete' });
      },
      calcul: (row, column, cle, format, { total = false, nom } = {}) => {
        const valeur = modele.valeur(cle);
        const place = at(row, column);
        if (!places.has(cle)) places.set(cle, place);
        const cell: GridCell = { value: valeur, style: total ? 'total' : 'texte', format, ...named(nom) };
        laid.push({ cle, place, cell });
        g.put(row, column, cell);
      },
    };
  };
  const contenu = (cle: Cle): Formule => {
    const { formule } = modele.cellule(cle);
    const valeur = modele.valeur(cle);
    return formule ?? (typeof valeur === 'number' ? nombre(valeur) : texte(valeur ?? ''));
  };
  return {
    feuille,
    ecrire: () => {
      for (const { cle, place, cell } of laid) {
        const first = places.get(cle);
        const here = first?.feuille === place.feuille && first.ligne === place.ligne && first.colonne === place.colonne;
        const disposition = { feuille: place.feuille, place: (key: Cle) => places.get(key), contenu };
        cell.formula = excel(here ? contenu(cle) : cellule(cle), disposition);
      }
    },
  };
}
