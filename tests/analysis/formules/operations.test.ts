/** Each operation of a formula: its value, what a spreadsheet computes, what a reader is told, and the cells that it names. */
import { describe, expect, it } from 'vitest';
import { type Disposition, excel } from '../../../src/analysis/formules/excel.js';
import {
  auMoins,
  auPlus,
  type Cle,
  type Condition,
  cellule,
  cellulesDe,
  cle,
  depasse,
  divise,
  egal,
  entier,
  et,
  exp,
  type Formule,
  fois,
  indice,
  joint,
  max,
  min,
  moins,
  moyenne,
  nombre,
  nombreOu,
  ou,
  plus,
  puissance,
  SANS_VALEUR,
  si,
  somme,
  sommeProduits,
  sous,
  texte,
  type Valeur,
  vide,
  ZERO,
} from '../../../src/analysis/formules/formule.js';
import { enFrancais } from '../../../src/analysis/formules/francais.js';
import { calculEnClair, nouveauModele, origines } from '../../../src/analysis/formules/modele.js';
import { evaluer, verifier } from '../../../src/analysis/formules/valeur.js';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import { adresse, adresseFixe, lettres } from '../../../src/lists/letters.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

const VALEURS: Readonly<Record<string, Valeur>> = { un: 1, deux: 2, quatre: 4, rien: null, mot: 'oui' };
const lire = (key: Cle): Valeur => VALEURS[key] ?? null;
const c = (key: string): Formule => cellule(cle(key));
const [un, deux, quatre, rien, mot] = ['un', 'deux', 'quatre', 'rien', 'mot'].map(c) as [
  Formule,
  Formule,
  Formule,
  Formule,
  Formule,
];
const COLONNES: Readonly<Record<string, number>> = { un: 1, deux: 2, quatre: 4, rien: 5, mot: 6 };
const disposition: Disposition = {
  feuille: 'F',
  place: (key) => (COLONNES[key] === undefined ? undefined : { feuille: 'F', ligne: 1, colonne: COLONNES[key] }),
  contenu: () => plus(nombre(8), nombre(1)),
};
const ecrit = (f: Formule): string => excel(f, disposition);
const dit = (f: Formule): string => enFrancais(f, (key) => key).replace(/\s/g, ' ');
const quotient = divise(quatre, deux, SANS_VALEUR);

describe('an operation', () => {
  it.each<[string, Formule, Valeur, string, string]>([
    ['number', nombre(-1.5), -1.5, '(-1.5)', '−1,5'],
    ['number with its unit', nombre(3, 'ans'), 3, '3', '3 ans'],
    ['text', texte('a "b"'), 'a "b"', '"a ""b"""', '« a "b" »'],
    ['cell', quatre, 4, '$D$1', 'quatre'],
    ['cell without place', c('loin'), null, '(8+1)', 'loin'],
    ['plus', plus(un, moins(deux, un), rien), 2, '$A$1+($B$1-$A$1)+$E$1', 'un + deux − un + rien'],
    ['plus of nothing', plus(), 0, '0', ''],
    ['times', fois(deux, plus(un, deux), quatre), 24, '$B$1*($A$1+$B$1)*$D$1', 'deux × (un + deux) × quatre'],
    ['times of nothing', fois(), 1, '1', ''],
    [
      'times of fractions',
      fois(deux, quotient, moins(deux, un), fois(un, un)),
      4,
      '$B$1*IF($B$1=0,"—",$D$1/$B$1)*($B$1-$A$1)*($A$1*$A$1)',
      'deux × (quatre ÷ deux) × (deux − un) × (un × un)',
    ],
    ['joined', joint(mot, texte(' : '), deux, rien), 'oui : 2', '$F$1&" : "&$B$1&$E$1', 'mot, «  :  », deux, rien'],
    ['joined of nothing', joint(), '', '""', ''],
    ['minus', moins(quatre, moins(deux, un)), 3, '$D$1-($B$1-$A$1)', 'quatre − (deux − un)'],
    [
      'power',
      puissance(plus(un, un), moins(quatre, un)),
      8,
      '($A$1+$A$1)^($D$1-$A$1)',
      '(un + un) à la puissance (quatre − un)',
    ],
    ['division', quotient, 2, 'IF($B$1=0,"—",$D$1/$B$1)', 'quatre ÷ deux'],
    ['division by a number', divise(plus(un, deux), nombre(-2), ZERO), -1.5, '(($A$1+$B$1)/(-2))', '(un + deux) ÷ −2'],
    ['division by nought', divise(un, rien, texte('—')), '—', 'IF($E$1=0,"—",$A$1/$E$1)', 'un ÷ rien'],
    ['division by the number nought', divise(un, ZERO, nombre(7)), 7, 'IF(0=0,7,$A$1/0)', 'un ÷ 0'],
    ['sum', somme([un, deux, quatre, mot, rien]), 7, 'SUM($A$1:$B$1,$D$1,$F$1,$E$1)', 'somme (5 valeurs)'],
    [
      'sum of four',
      somme([un, deux, quatre, rien]),
      7,
      'SUM($A$1:$B$1,$D$1:$E$1)',
      'somme (un ; deux ; quatre ; rien)',
    ],
    ['sum by its name', somme([un, plus(deux, un)], 'tout'), 4, 'SUM($A$1,$B$1+$A$1)', 'somme (tout)'],
    ['sum of nothing', somme([]), 0, '0', 'somme ()'],
    ['least', min([deux, un, rien]), 1, 'MIN($B$1,$A$1,$E$1)', 'le plus petit (deux ; un ; rien)'],
    ['least of nothing', min([]), 0, '0', 'le plus petit ()'],
    ['greatest', max([deux, quatre, un]), 4, 'MAX($B$1,$D$1,$A$1)', 'le plus grand (deux ; quatre ; un)'],
    ['greatest of nothing', max([]), 0, '0', 'le plus grand ()'],
    [
      'mean',
      moyenne([un, quatre, rien]),
      2.5,
      'IF(COUNT($A$1,$D$1:$E$1)=0,0,AVERAGE($A$1,$D$1:$E$1))',
      'moyenne (un ; quatre ; rien)',
    ],
    [
      'mean of no number',
      moyenne([rien, mot]),
      0,
      'IF(COUNT($E$1:$F$1)=0,0,AVERAGE($E$1:$F$1))',
      'moyenne (rien ; mot)',
    ],
    ['mean of nothing', moyenne([]), 0, '0', 'moyenne ()'],
    [
      'products, ranges',
      sommeProduits([un, deux], [quatre, rien]),
      4,
      'SUMPRODUCT($A$1:$B$1,$D$1:$E$1)',
      'un × quatre + deux × rien',
    ],
    [
      'products, term by term',
      sommeProduits([un, quatre], [plus(un, un), deux]),
      10,
      '($A$1*($A$1+$A$1)+$D$1*$B$1)',
      'un × (un + un) + quatre × deux',
    ],
    ['products of one', sommeProduits([deux], [quatre], 'parts'), 8, '($B$1*$D$1)', 'somme (parts)'],
    ['products of nothing', sommeProduits([], []), 0, '0', ''],
    ['if', si(depasse(quatre, deux), un, deux), 1, 'IF($D$1>$B$1,$A$1,$B$1)', 'un si quatre > deux, sinon deux'],
    ['if, a guard before', si(vide(rien), texte('—'), un), '—', 'IF(ISBLANK($E$1),"—",$A$1)', 'un'],
    ['if, a guard after', si(vide(un), deux, texte('—')), '—', 'IF(ISBLANK($A$1),$B$1,"—")', 'deux'],
    [
      'if, two texts',
      si(vide(rien), texte('a'), texte('b')),
      'a',
      'IF(ISBLANK($E$1),"a","b")',
      '« a » si rien absent, sinon « b »',
    ],
    ['rank in a range', indice([un, deux], deux), 2, 'INDEX($A$1:$B$1,$B$1)', 'valeur de rang deux'],
    ['rank in a list', indice([quatre, un], un, 'somme due'), 4, 'CHOOSE($A$1,$D$1,$A$1)', 'somme due de rang un'],
    ['rank in a list of one', indice([quatre], un), 4, 'CHOOSE($A$1,$D$1)', 'valeur de rang un'],
    ['whole part', entier(nombre(-1.5)), -2, 'INT((-1.5))', 'partie entière (−1,5)'],
    ['exponential', exp(rien), 1, 'EXP($E$1)', 'exponentielle (rien)'],
    ['number or else', nombreOu(mot, un), 1, 'IF(ISNUMBER($F$1),$F$1,$A$1)', 'mot'],
    ['number, not else', nombreOu(deux, un), 2, 'IF(ISNUMBER($B$1),$B$1,$A$1)', 'deux'],
  ])('%s', (_, formule, value, workbook, words) => {
    expect(evaluer(formule, lire)).toBe(value);
    expect(ecrit(formule)).toBe(workbook);
    expect(dit(formule)).toBe(words);
  });

  it.each<[string, Condition, boolean, string, string]>([
    ['<=', auPlus(deux, deux), true, '$B$1<=$B$1', 'deux ≤ deux'],
    ['<= above', auPlus(quatre, deux), false, '$D$1<=$B$1', 'quatre ≤ deux'],
    ['<', sous(deux, deux), false, '$B$1<$B$1', 'deux < deux'],
    ['< under', sous(un, deux), true, '$A$1<$B$1', 'un < deux'],
    ['>=', auMoins(deux, deux), true, '$B$1>=$B$1', 'deux ≥ deux'],
    ['>= under', auMoins(un, deux), false, '$A$1>=$B$1', 'un ≥ deux'],
    ['>', depasse(deux, deux), false, '$B$1>$B$1', 'deux > deux'],
    ['=', egal(plus(un, un), deux), true, '($A$1+$A$1)=$B$1', 'un + un = deux'],
    ['= of texts', egal(mot, texte('oui')), true, '$F$1="oui"', 'mot = « oui »'],
    ['= of a text and nothing', egal(mot, rien), false, '$F$1=$E$1', 'mot = rien'],
    ['nothing is nought', egal(rien, ZERO), true, '$E$1=0', 'rien = 0'],
    ['empty', vide(rien), true, 'ISBLANK($E$1)', 'rien absent'],
    ['not empty', vide(mot), false, 'ISBLANK($F$1)', 'mot absent'],
    ['and', et(sous(un, deux), sous(quatre, deux)), false, 'AND($A$1<$B$1,$D$1<$B$1)', 'un < deux et quatre < deux'],
    ['or', ou(sous(un, deux), sous(quatre, deux)), true, 'OR($A$1<$B$1,$D$1<$B$1)', 'un < deux ou quatre < deux'],
  ])('condition %s', (_, condition, holds, workbook, words) => {
    expect(verifier(condition, lire)).toBe(holds);
    expect(ecrit(si(condition, un, deux))).toBe(`IF(${workbook},$A$1,$B$1)`);
    expect(dit(si(condition, un, deux))).toBe(`un si ${words}, sinon deux`);
  });

  it('refuses a text where a number is wanted, an order of texts, a rank out of its list', () => {
    for (const wrong of [
      plus(mot),
      fois(mot, deux),
      moins(deux, mot),
      entier(mot),
      divise(un, mot, ZERO),
      divise(mot, un, ZERO),
      sommeProduits([mot], [un]),
      si(sous(mot, un), un, un),
      si(sous(un, mot), un, un),
    ])
      expect(() => evaluer(wrong, lire)).toThrow(TypeError);
    for (const wrong of [indice([un], nombre(0)), indice([un], deux), sommeProduits([un], [])])
      expect(() => evaluer(wrong, lire)).toThrow(RangeError);
    expect(() => evaluer(indice([un], deux), lire)).toThrow('rank 2 is out of a list of 1');
  });

  it('names its cells, each once, in their order', () => {
    const all = [
      plus(un, deux),
      fois(un, deux),
      joint(un, deux),
      moins(un, deux),
      puissance(un, deux),
      somme([un, deux]),
      min([un, deux]),
      max([un, deux]),
      moyenne([un, deux]),
      sommeProduits([un], [deux]),
      indice([un], deux),
      nombreOu(un, deux),
      divise(un, deux, un),
      si(egal(un, deux), ZERO, ZERO),
      si(vide(un), deux, ZERO),
      si(et(vide(un), ou(vide(deux))), ZERO, ZERO),
      plus(entier(un), exp(deux)),
    ];
    for (const f of all) expect(cellulesDe(f), f.op).toEqual(['un', 'deux']);
    expect(cellulesDe(divise(ZERO, ZERO, un))).toEqual(['un']);
    expect(cellulesDe(si(vide(ZERO), ZERO, un))).toEqual(['un']);
    expect(cellulesDe(plus(nombre(1), texte('x')))).toEqual([]);
    expect(cellulesDe(plus(deux, un, deux))).toEqual(['deux', 'un']);
  });
});

describe('a place', () => {
  it('has letters from A to Z, then two', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(lettres)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
    expect(adresse(7, 28)).toBe('AB7');
    expect(adresseFixe(7, 28)).toBe('$AB$7');
  });
  it('is named with its sheet from another, and neighbours make one range in a row or in a column alone', () => {
    const laid = (places: Record<string, [string, number, number]>) => (f: Formule) =>
      excel(f, {
        feuille: 'F',
        place: (key) => {
          const [feuille, ligne, colonne] = places[key] ?? ['', 0, 0];
          return feuille === '' ? undefined : { feuille, ligne, colonne };
        },
        contenu: () => ZERO,
      });
    const three = somme([un, deux, quatre]);
    expect(laid({ un: ['F', 1, 1], deux: ['F', 2, 1], quatre: ['F', 3, 1] })(three)).toBe('SUM($A$1:$A$3)');
    expect(laid({ un: ['F', 1, 1], deux: ['F', 2, 1], quatre: ['F', 2, 2] })(three)).toBe('SUM($A$1:$A$2,$B$2)');
    expect(laid({ un: ['F', 1, 1], deux: ['F', 1, 2], quatre: ['F', 2, 2] })(three)).toBe('SUM($A$1:$B$1,$B$2)');
    expect(laid({ un: ['F', 1, 1], deux: ['F', 2, 2], quatre: ['F', 2, 1] })(three)).toBe('SUM($A$1,$B$2,$A$2)');
    expect(laid({ un: ['F', 2, 1], deux: ['F', 1, 1], quatre: ['F', 1, 1] })(three)).toBe('SUM($A$2,$A$1,$A$1)');
    expect(laid({ un: ['F', 1, 1], deux: ['G', 2, 1], quatre: ['G', 3, 1] })(three)).toBe("SUM($A$1,'G'!$A$2:$A$3)");
    expect(laid({ un: ['F', 1, 1], deux: ['F', 2, 1] })(three)).toBe('SUM($A$1:$A$2,(0))');
  });
});

describe('a model', () => {
  const key = (name: string) => cle('m', name);
  it('shares the cells of its bases, and tells a cell that only repeats another as that one', () => {
    const base = nouveauModele();
    const a = base.entree(key('a'), 2, { libelle: 'a', chemin: 'x/a' });
    const m = nouveauModele([nouveauModele(), base]);
    m.calcul(key('b'), () => fois(a, nombre(3)), { libelle: 'b', unite: '€' });
    m.calcul(key('c'), m.lire(key('b')), { libelle: 'c', chemin: 'x/c' });
    m.entree(key('t'), 'texte', { libelle: 't' });
    expect([m.contient(key('a')), m.contient(key('b')), m.contient(key('z')), base.contient(key('b'))]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([m.valeur(key('c')), m.nombre(key('a')), m.nombre(key('t')), m.valeur(key('t'))]).toEqual([
      6,
      2,
      0,
      'texte',
    ]);
    expect(m.cellule(key('b'))).toMatchObject({ libelle: 'b', unite: '€', chemin: null, formule: { op: 'fois' } });
    expect(m.cellule(key('a'))).toMatchObject({ libelle: 'a', unite: '', chemin: 'x/a', formule: null });
    expect([calculEnClair(m, key('c')), calculEnClair(m, key('a'))]).toEqual(['a × 3', 'a']);
    expect(origines(m, key('c')).map(({ cle: found }) => found)).toEqual([key('a')]);
    m.calcul(key('d'), plus(m.lire(key('c')), a), { libelle: 'd' });
    expect(origines(m, key('d')).map(({ chemin }) => chemin)).toEqual(['x/c', 'x/a']);
    for (const wrong of [
      () => m.lire(key('z')),
      () => m.valeur(key('z')),
      () => m.cellule(key('z')),
      () => m.calcul(key('a'), ZERO, { libelle: '' }),
    ])
      expect(wrong).toThrow(RangeError);
  });

  it('of a scenario gives each cell behind its figures words, and each input a place of the study', () => {
    const base = scenario('a');
    const [aide, own] = base.financements;
    const [modalite] = base.modalites;
    const [mare] = base.partenaires;
    if (!aide || !own || !modalite || !mare) throw new Error('one of each expected');
    const full = scenario('a', {
      financements: [
        { ...aide, plafond_total: 30000, plancher: 10, acompte: 0.2, demandes_paiement: 'semestrielle' },
        { ...own, demandes_paiement: 'annuelle' },
      ],
      modalites: [{ ...modalite, service_rendu: true }],
      montee_en_charge: [0.5, 1],
      demandes_attendues: 30,
      conditions_juridiques: [{ libelle: 'Un statut', etat: 'a-remplir' }],
      risques: [{ id: 'r', libelle: 'Un risque', probabilite: 2, gravite: 3, parade: 'Parer.' }],
    } as never);
    const study = etudeAvecScenarios([full]);
    const {
      modele: m,
      cles: k,
      indicateurs,
      lignes,
    } = chiffrer(
      { ...study, references: [{ id: 'r', theme: 'x', titre: 'R', regle: 'R', valeur: 20 }] as never },
      full,
      hypothesesDe(study),
    );
    const seen = new Set<Cle>();
    const visit = (one: Cle): void => {
      if (seen.has(one)) return;
      seen.add(one);
      const { formule, libelle, chemin, unite } = m.cellule(one);
      expect(libelle, one).toMatch(/\S/);
      expect(typeof unite, one).toBe('string');
      // An input is of the study, but a name.
      if (formule === null)
        expect(chemin ?? 'hypothèse', one).toMatch(/^(scenarios\/a|acteurs\/|criteres\/|hypothèse|references\/)/);
      for (const next of formule === null ? [] : cellulesDe(formule)) visit(next);
    };
    for (const id of indicateurs.keys()) visit(k.indicateur(id));
    for (const [i] of lignes.entries()) visit(k.ligne('total', i));
    for (const y of [0, 1]) visit(k.soldeAnnuel(y));
    visit(k.total('tests_satisfaits'));
    visit(k.total('solde'));
    expect(seen.size).toBeGreaterThan(200);
    const inputs = [...seen].filter((one) => m.cellule(one).formule === null);
    // Only what the program itself supposes is of no place in the study.
    expect(inputs.filter((one) => m.cellule(one).chemin === null)).toEqual([]);
  });
});
