/**
 * A calculation as a value. From one tree come what the program finds (`valeur.ts`), what a spreadsheet recomputes (`excel.ts`) and what a reader is told
 * (`francais.ts`). A cell is named by an opaque key: names that people read never enter a formula.
 */
declare const marque: unique symbol;
/** Key of a cell, unique within a workbook. */
export type Cle = string & { readonly [marque]: true };

/** What a cell holds; null when it is empty. */
export type Valeur = number | string | null;

export type Formule =
  | { readonly op: 'nombre'; readonly valeur: number; readonly unite: string }
  | { readonly op: 'texte'; readonly valeur: string }
  | { readonly op: 'cellule'; readonly cle: Cle }
  | { readonly op: 'plus' | 'fois' | 'joint'; readonly termes: readonly Formule[] }
  | { readonly op: 'moins' | 'puissance'; readonly a: Formule; readonly b: Formule }
  | { readonly op: 'divise'; readonly a: Formule; readonly b: Formule; readonly sinon: Formule }
  | {
      readonly op: 'somme' | 'min' | 'max' | 'moyenne';
      readonly liste: readonly Formule[];
      /** What the list is, for the reader: « dépenses des années ». */
      readonly nom: string;
    }
  | {
      readonly op: 'sommeProduits';
      readonly a: readonly Formule[];
      readonly b: readonly Formule[];
      readonly nom: string;
    }
  | { readonly op: 'si'; readonly condition: Condition; readonly alors: Formule; readonly sinon: Formule }
  /** The item at a rank from 1; out of the list, the fallback. */
  | { readonly op: 'indice'; readonly liste: readonly Formule[]; readonly rang: Formule; readonly nom: string }
  | { readonly op: 'entier' | 'exp'; readonly a: Formule }
  /** The number, or the fallback when the cell holds a text or nothing. */
  | { readonly op: 'nombreOu'; readonly a: Formule; readonly sinon: Formule };

export type Condition =
  | { readonly op: '<=' | '<' | '>=' | '>' | '='; readonly a: Formule; readonly b: Formule }
  | { readonly op: 'vide'; readonly a: Formule }
  | { readonly op: 'et' | 'ou'; readonly termes: readonly Condition[] };

/** Ids joined: « montant/reseau/3/1 ». */
export function cle(...parts: (string | number)[]): Cle {
  let key = String(parts[0] ?? '');
  for (let i = 1; i < parts.length; i++) key += `/${parts[i]}`;
  return key as Cle;
}

export const nombre = (valeur: number, unite = ''): Formule => ({ op: 'nombre', valeur, unite });
export const texte = (valeur: string): Formule => ({ op: 'texte', valeur });
export const cellule = (key: Cle): Formule => ({ op: 'cellule', cle: key });
export const plus = (...termes: Formule[]): Formule => ({ op: 'plus', termes });
export const fois = (...termes: Formule[]): Formule => ({ op: 'fois', termes });
export const joint = (...termes: Formule[]): Formule => ({ op: 'joint', termes });
export const moins = (a: Formule, b: Formule): Formule => ({ op: 'moins', a, b });
export const puissance = (a: Formule, b: Formule): Formule => ({ op: 'puissance', a, b });
/** `sinon` stands where the divisor is zero. */
export const divise = (a: Formule, b: Formule, sinon: Formule): Formule => ({ op: 'divise', a, b, sinon });
export const somme = (liste: readonly Formule[], nom = ''): Formule => ({ op: 'somme', liste, nom });
export const min = (liste: readonly Formule[], nom = ''): Formule => ({ op: 'min', liste, nom });
export const max = (liste: readonly Formule[], nom = ''): Formule => ({ op: 'max', liste, nom });
/** Mean of the numbers of the list, empty cells left out; 0 without number. */
export const moyenne = (liste: readonly Formule[], nom = ''): Formule => ({ op: 'moyenne', liste, nom });
/** Σ a × b, term by term: the lists have the same length. */
export const sommeProduits = (a: readonly Formule[], b: readonly Formule[], nom = ''): Formule => ({
  op: 'sommeProduits',
  a,
  b,
  nom,
});
export const si = (condition: Condition, alors: Formule, sinon: Formule): Formule => ({
  op: 'si',
  condition,
  alors,
  sinon,
});
/** The rank must lie in the list: guard it with `si`. */
export const indice = (liste: readonly Formule[], rang: Formule, nom = ''): Formule => ({
  op: 'indice',
  liste,
  rang,
  nom,
});
/** Rounded towards −∞. */
export const entier = (a: Formule): Formule => ({ op: 'entier', a });
export const exp = (a: Formule): Formule => ({ op: 'exp', a });
export const nombreOu = (a: Formule, sinon: Formule): Formule => ({ op: 'nombreOu', a, sinon });

const compare =
  (op: '<=' | '<' | '>=' | '>' | '=') =>
  (a: Formule, b: Formule): Condition => ({ op, a, b });
export const auPlus = compare('<=');
export const sous = compare('<');
export const auMoins = compare('>=');
export const depasse = compare('>');
export const egal = compare('=');
export const vide = (a: Formule): Condition => ({ op: 'vide', a });
export const et = (...termes: Condition[]): Condition => ({ op: 'et', termes });
export const ou = (...termes: Condition[]): Condition => ({ op: 'ou', termes });

export const ZERO = nombre(0);
export const UN = nombre(1);
/** What a cell shows when it cannot be computed; a text, which no sum counts. */
export const SANS_VALEUR = texte('—');

/** Cells that a formula names, in order, each once. */
export function cellulesDe(formule: Formule): Cle[] {
  const found = new Set<Cle>();
  const condition = (c: Condition): void => {
    if ('termes' in c) c.termes.forEach(condition);
    else if (c.op === 'vide') visit(c.a);
    else {
      visit(c.a);
      visit(c.b);
    }
  };
  function visit(f: Formule): void {
    switch (f.op) {
      case 'nombre':
      case 'texte':
        return;
      case 'cellule':
        found.add(f.cle);
        return;
      case 'plus':
      case 'fois':
      case 'joint':
        f.termes.forEach(visit);
        return;
      case 'somme':
      case 'min':
      case 'max':
      case 'moyenne':
        f.liste.forEach(visit);
        return;
      case 'sommeProduits':
        f.a.forEach(visit);
        f.b.forEach(visit);
        return;
      case 'indice':
        f.liste.forEach(visit);
        visit(f.rang);
        return;
      case 'si':
        condition(f.condition);
        visit(f.alors);
        visit(f.sinon);
        return;
      case 'moins':
      case 'puissance':
        visit(f.a);
        visit(f.b);
        return;
      case 'divise':
        visit(f.a);
        visit(f.b);
        visit(f.sinon);
        return;
      case 'entier':
      case 'exp':
        visit(f.a);
        return;
      case 'nombreOu':
        visit(f.a);
        visit(f.sinon);
    }
  }
  visit(formule);
  return [...found];
}
