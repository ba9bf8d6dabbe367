/** Random formulas over a handful of cells, for what must agree between the engine and a spreadsheet. */
import fc from 'fast-check';
import {
  auMoins,
  type Condition,
  cellule,
  cle,
  depasse,
  divise,
  egal,
  entier,
  et,
  type Formule,
  fois,
  indice,
  max,
  min,
  moins,
  moyenne,
  nombre,
  nombreOu,
  ou,
  plus,
  puissance,
  si,
  somme,
  sommeProduits,
  vide,
} from '../../../src/analysis/formules/formule.js';

/** A number, an empty cell and a text among them. */
export const ENTREES: readonly (number | string | null)[] = [3, -2.5, 0, null, 12.25, 'un "mot"'];

/** Cells that hold a number or nothing. */
const NOMBRES = [0, 1, 2, 3, 4];
const cell = fc.constantFrom(...NOMBRES).map((i) => cellule(cle('entree', i)));
const cells = fc.subarray(NOMBRES, { minLength: 1 }).map((list) => list.map((i) => cellule(cle('entree', i))));
const any = fc.constantFrom(...ENTREES.keys()).map((i) => cellule(cle('entree', i)));

export const { formule: formuleAleatoire } = fc.letrec<{ formule: Formule; condition: Condition }>((tie) => {
  const f = tie('formule');
  return {
    formule: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.integer({ min: -20, max: 20 }).map((value) => nombre(value / 4)),
      cell,
      any.map((a) => nombreOu(a, nombre(7))),
      fc.tuple(f, f).map((terms) => plus(...terms)),
      fc.tuple(f, f).map(([a, b]) => moins(a, b)),
      fc.tuple(f, f).map((terms) => fois(...terms)),
      fc.tuple(f, f).map(([a, b]) => divise(a, b, nombre(-1))),
      f.map((a) => puissance(a, nombre(2))),
      f.map((a) => entier(a)),
      cells.map((list) => somme(list)),
      cells.map((list) => moyenne(list)),
      fc.tuple(f, f).map((list) => min(list)),
      fc.tuple(f, f, f).map((list) => max(list)),
      cells.map((list) => sommeProduits(list, [...list].reverse())),
      fc.tuple(f, f).map(([a, b]) => indice([a, b], nombre(2))),
      fc.constantFrom(1, 2, 3).map((rank) =>
        indice(
          [0, 1, 2].map((i) => cellule(cle('entree', i))),
          nombre(rank),
        ),
      ),
      fc.tuple(tie('condition'), f, f).map(([condition, a, b]) => si(condition, a, b)),
    ),
    condition: fc.oneof(
      fc.tuple(f, f).map(([a, b]) => auMoins(a, b)),
      fc.tuple(f, f).map(([a, b]) => depasse(a, b)),
      fc.tuple(cell, cell).map(([a, b]) => egal(a, b)),
      any.map(vide),
      fc.tuple(tie('condition'), tie('condition')).map((terms) => et(...terms)),
      fc.tuple(tie('condition'), tie('condition')).map((terms) => ou(...terms)),
    ),
  };
});
