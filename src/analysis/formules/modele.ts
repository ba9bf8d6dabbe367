/** The cells of a calculation: inputs, then formulas that read the cells before them. A value is found when it is first read. */
import { type Cle, cellule, cellulesDe, type Formule, type Valeur } from './formule.js';
import { enFrancais } from './francais.js';
import { evaluer } from './valeur.js';

export interface Cellule {
  cle: Cle;
  /** In words, in a sentence: « coût total ». */
  libelle: string;
  /** « € », « part », « jours »; empty for a number without unit. */
  unite: string;
  /** Null for an input. */
  formule: Formule | null;
  /** Path in the study by ids of what the cell comes from; null when it comes from several places. */
  chemin: string | null;
}

/** A cell with its value, undefined until it is read: plain records of one shape, for an analysis of many scenarios holds a million of them. */
interface Posee extends Cellule {
  valeur: Valeur | undefined;
  /** The cell as a formula that others read. */
  lue: Formule;
  /** Makes the formula of a cell that was laid without it. */
  faire: (() => Formule) | null;
  /** Finds its value without its formula. */
  directe: (() => number) | null;
}

/** What is said of a cell: its name, its unit, and the place of the study that it stands for. */
export interface Infos {
  libelle: string;
  unite?: string;
  chemin?: string | null;
}

export interface Modele {
  /** Is there a cell of this name? */
  contient(cle: Cle): boolean;
  entree(cle: Cle, valeur: Valeur, infos: Infos): Formule;
  /**
   * A formula that is given as a function is made when it is read, and forgotten once its value is known, until someone asks for the formula itself. `directe`
   * gives what the formula would, to the last bit, where cells are many and alike: a property of the tests holds them equal.
   */
  calcul(cle: Cle, formule: Formule | (() => Formule), infos: Infos, directe?: () => number): Formule;
  /** A cell that exists, as a formula. */
  lire(cle: Cle): Formule;
  cellule(cle: Cle): Cellule;
  /** Found when it is first read, and kept. */
  valeur(cle: Cle): Valeur;
  /** 0 for a cell that holds no number. */
  nombre(cle: Cle): number;
}

/** `bases` are models whose cells the new one may read: they are shared, not copied. */
export function nouveauModele(bases: readonly Modele[] = []): Modele {
  const own = new Map<Cle, Posee>();
  const baseDe = (key: Cle): Modele | undefined => {
    for (const base of bases) if (base.contient(key)) return base;
    return undefined;
  };
  const contient = (key: Cle): boolean => own.has(key) || baseDe(key) !== undefined;
  const absent = (key: Cle): RangeError => new RangeError(`no cell is called ${key}`);
  const find = (key: Cle): Cellule => {
    const found = own.get(key);
    if (found?.faire) {
      found.formule = found.faire();
      found.faire = null;
    }
    const known = found ?? baseDe(key)?.cellule(key);
    if (!known) throw absent(key);
    return known;
  };
  const add = (
    cle: Cle,
    valeur: Valeur | undefined,
    formule: Formule | (() => Formule) | null,
    { libelle, unite = '', chemin = null }: Infos,
    directe: (() => number) | null = null,
  ): Formule => {
    if (contient(cle)) throw new RangeError(`two cells are called ${cle}`);
    const lue = cellule(cle);
    const later = typeof formule === 'function';
    own.set(cle, {
      cle,
      libelle,
      unite,
      chemin,
      valeur,
      lue,
      formule: later ? null : formule,
      faire: later ? formule : null,
      directe,
    });
    return lue;
  };
  const valeur = (key: Cle): Valeur => {
    const cell = own.get(key);
    if (!cell) {
      const base = baseDe(key);
      if (!base) throw absent(key);
      return base.valeur(key);
    }
    if (cell.valeur === undefined) {
      const formule = cell.directe ? null : (cell.faire?.() ?? cell.formule);
      cell.valeur = cell.directe?.() ?? (formule === null ? null : evaluer(formule, valeur));
    }
    return cell.valeur;
  };
  return {
    contient,
    entree: (key, value, infos) => add(key, value, null, infos),
    calcul: (key, formule, infos, directe) => add(key, undefined, formule, infos, directe),
    lire: (key) => {
      const found = own.get(key)?.lue ?? baseDe(key)?.lire(key);
      if (!found) throw absent(key);
      return found;
    },
    cellule: find,
    valeur,
    nombre: (key) => {
      const value = valeur(key);
      return typeof value === 'number' ? value : 0;
    },
  };
}

/** « coût total ÷ 3 ans »; the label of an input. A cell that only repeats another is told as that one. */
export function calculEnClair(modele: Modele, key: Cle): string {
  const { formule, libelle } = modele.cellule(key);
  if (formule?.op === 'cellule') return calculEnClair(modele, formule.cle);
  return formule === null ? libelle : enFrancais(formule, (other) => modele.cellule(other).libelle);
}

/** The nearest cells behind a result that stand for one place of the study, in the order in which the formula names them. */
export function origines(modele: Modele, key: Cle): Cellule[] {
  const [seen, found] = [new Set<Cle>(), [] as Cellule[]];
  const visit = (one: Cle, top: boolean): void => {
    if (seen.has(one)) return;
    seen.add(one);
    const cell = modele.cellule(one);
    if (!top && cell.chemin !== null) found.push(cell);
    else for (const next of cell.formule === null ? [] : cellulesDe(cell.formule)) visit(next, false);
  };
  visit(key, true);
  return found;
}
