/** Formulas: one tree, its value, its text for a spreadsheet, its words, and where its figures come from. */
import { describe, expect, it } from 'vitest';
import { type Disposition, excel } from '../../../src/analysis/formules/excel.js';
import {
  auPlus,
  cle,
  divise,
  type Formule,
  fois,
  joint,
  moins,
  nombre,
  plus,
  SANS_VALEUR,
  si,
  somme,
  sommeProduits,
  texte,
  ZERO,
} from '../../../src/analysis/formules/formule.js';
import { calculEnClair, nouveauModele, origines } from '../../../src/analysis/formules/modele.js';
import { classeurDe } from '../../../src/documents/classeur/grille.js';

const k = (...parts: (string | number)[]) => cle('essai', ...parts);

function budget() {
  const m = nouveauModele();
  const a = m.entree(k('a'), 1200, { libelle: 'salaires', unite: '€', chemin: 'scenarios/s/moyens/humains/a' });
  const b = m.entree(k('b'), 300, { libelle: 'frais', unite: '€', chemin: 'scenarios/s/moyens/fonctionnement/b' });
  const cost = m.calcul(k('total'), somme([a, b]), { libelle: 'coût total', unite: '€' });
  m.calcul(k('annuel'), divise(cost, nombre(3, 'ans'), SANS_VALEUR), { libelle: 'coût annuel', unite: '€' });
  return { m, a, b };
}
const laid =
  (places: Record<string, [number, number]>): Disposition['place'] =>
  (key) => {
    const [ligne, colonne] = places[key] ?? [];
    return ligne && colonne ? { feuille: "L'essai", ligne, colonne } : undefined;
  };
const dans = (feuille: string, places: Record<string, [number, number]>, f: Formule): string =>
  excel(f, { feuille, place: laid(places), contenu: () => nombre(9) });

describe('a formula', () => {
  it('gives its value, its words and the places of the study behind it', () => {
    const { m } = budget();
    expect(m.nombre(k('annuel'))).toBe(500);
    expect(calculEnClair(m, k('annuel'))).toBe('coût total ÷ 3\u00a0ans');
    expect(origines(m, k('annuel')).map(({ chemin, cle }) => [chemin, m.valeur(cle)])).toEqual([
      ['scenarios/s/moyens/humains/a', 1200],
      ['scenarios/s/moyens/fonctionnement/b', 300],
    ]);
  });

  it('names cells by their addresses, neighbours as a range, other sheets with their quoted name', () => {
    const [a, b] = [k('a'), k('b')];
    const list = [a, b].map((key): Formule => ({ op: 'cellule', cle: key }));
    expect(dans("L'essai", { [a]: [5, 3], [b]: [6, 3] }, somme(list))).toBe('SUM($C$5:$C$6)');
    expect(dans('Autre', { [a]: [5, 3], [b]: [5, 4] }, somme(list))).toBe("SUM('L''essai'!$C$5:$D$5)");
    expect(dans("L'essai", { [a]: [5, 3], [b]: [7, 3] }, somme(list))).toBe('SUM($C$5,$C$7)');
    // A cell without place is written out where it is read.
    expect(dans("L'essai", { [a]: [5, 3] }, somme(list))).toBe('SUM($C$5,(9))');
    expect(dans("L'essai", { [a]: [5, 3], [b]: [6, 3] }, sommeProduits(list, list))).toBe(
      'SUMPRODUCT($C$5:$C$6,$C$5:$C$6)',
    );
  });

  it('keeps its order of operations, its signs and its quotes', () => {
    const write = (f: Formule): string => dans('F', {}, f);
    expect(write(fois(plus(nombre(1), nombre(2)), moins(nombre(3), nombre(-4))))).toBe('(1+2)*(3-(-4))');
    expect(write(moins(nombre(1), moins(nombre(2), nombre(3))))).toBe('1-(2-3)');
    expect(write(joint(texte('un "mot"'), texte('')))).toBe('"un ""mot"""&""');
    expect(write(fois(joint(texte('1'), texte('2')), nombre(3)))).toBe('("1"&"2")*3');
    expect(write(nombre(1e-9))).toBe('1E-9');
  });

  it('never divides by zero: the fallback is part of the division', () => {
    const m = nouveauModele();
    const zero = m.entree(k('zero'), 0, { libelle: 'zéro' });
    m.calcul(k('part'), divise(nombre(5), zero, SANS_VALEUR), { libelle: 'part' });
    expect(m.valeur(k('part'))).toBe('—');
    expect(dans("L'essai", { [k('zero')]: [2, 2] }, divise(nombre(5), zero, ZERO))).toBe('IF($B$2=0,0,5/$B$2)');
  });

  it('reads only cells that are there, each defined once', () => {
    const { m, a } = budget();
    expect(() => m.lire(k('absente'))).toThrow(/absente/);
    expect(() => m.entree(k('a'), 1, { libelle: 'encore' })).toThrow(/two cells/);
    m.calcul(k('faux'), si(auPlus(a, texte('x')), ZERO, ZERO), { libelle: '' });
    expect(() => m.valeur(k('faux'))).toThrow(TypeError);
  });
});

describe('a workbook laid from a model', () => {
  it('shows a result once as its formula, then as a reference to it', () => {
    const { m } = budget();
    const classeur = classeurDe(m);
    const g = classeur.feuille('Budget', 'Budget', [10]);
    g.saisie(2, 1, k('a'), { type: 'texte' }, 'euros', 'montant_a');
    g.saisie(3, 1, k('b'), { type: 'texte' }, 'euros', 'montant_a');
    g.calcul(4, 1, k('total'), 'euros');
    const other = classeur.feuille('Résultats', 'Résultats', [10]);
    other.calcul(2, 1, k('total'), 'euros');
    other.calcul(3, 1, k('annuel'), 'euros');
    classeur.ecrire();
    const cell = (sheet: typeof g, row: number) => sheet.sheet.cells.get(`${row}:1`)?.cell;
    expect(cell(g, 4)).toMatchObject({ formula: 'SUM($A$2:$A$3)', value: 1500 });
    expect(cell(other, 2)).toMatchObject({ formula: "'Budget'!$A$4", value: 1500 });
    expect(cell(other, 3)).toMatchObject({ formula: "('Budget'!$A$4/3)", value: 500 });
    // A name stands for one cell.
    expect([cell(g, 2)?.name, cell(g, 3)?.name]).toEqual(['montant_a', undefined]);
    expect(() => g.saisie(9, 1, k('a'), { type: 'texte' }, 'euros')).toThrow(RangeError);
  });
});
