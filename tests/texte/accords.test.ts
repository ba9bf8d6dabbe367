import { describe, expect, it } from 'vitest';
import {
  accorder,
  aucun,
  avecPoint,
  compte,
  compteSur,
  contracter,
  deNom,
  enSi,
  enumerer,
  enumererPremiers,
  juxtaposer,
  memeUnite,
  minuscule,
  minusculeSiCommun,
  nomsDuGroupe,
  partDe,
  pluriel,
  preciser,
  quantiteFr,
} from '../../src/texte/accords.js';

describe('agreement', () => {
  it.each([
    [0, 'aucun besoin'],
    [1, '1 besoin'],
    [1.5, '1,5 besoin'],
    [2, '2 besoins'],
    [5500, '5\u202f500 besoins'],
  ])('%d', (n, expected) => {
    expect(compte(n, 'besoin', 'besoins', 'aucun besoin')).toBe(expected);
  });

  it('tells what may happen as a supposition, and one out of one without its total', () => {
    expect(enSi('L’aide est refusée.')).toBe('Si l’aide est refusée');
    expect(enSi('Il manque un poste')).toBe('S’il manque un poste');
    expect(enSi('Si la commune se retire')).toBe('Si la commune se retire');
    expect(compteSur(0, 1, 'réserve levée', 'réserves levées', 'Aucune réserve levée')).toBe('Aucune réserve levée');
    expect(compteSur(1, 1, 'réserve levée', 'réserves levées')).toBe('Une réserve levée');
  });

  it('tells a total in the writing of its count, and all of them as all', () => {
    expect(compteSur(3, 8, 'cible atteinte', 'cibles atteintes')).toBe('Trois cibles atteintes sur huit');
    expect(compteSur(0, 5, 'projet', 'projets', 'Aucun projet terminé')).toBe('Aucun projet terminé sur cinq');
    expect(compteSur(17, 24, 'condition', 'conditions')).toBe('Dix-sept conditions sur 24');
    expect(compteSur(120, 300, 'commune', 'communes')).toBe('Au total, 120 communes sur 300');
    expect(partDe(3, 12, 'fiche', 'illustrative')).toBe('3 fiches illustratives sur 12');
    expect(partDe(12, 12, 'fiche', 'illustrative')).toBe('12 fiches, toutes illustratives');
    expect(partDe(1, 1, 'réunion', 'illustrative')).toBe('réunion illustrative');
  });

  it('makes the plural and the zero that are not given', () => {
    expect([compte(0, 'trajet'), compte(3, 'trajet')]).toEqual(['0 trajet', '3 trajets']);
    expect(['réseau', 'local', 'appui', 'avis', 'lieu', 'prix'].map(pluriel)).toEqual([
      'réseaux',
      'locaux',
      'appuis',
      'avis',
      'lieux',
      'prix',
    ]);
  });

  it.each([
    ['validé', 1, 'm', 'validé'],
    ['validé', 2, 'm', 'validés'],
    ['signé', 1, 'f', 'signée'],
    ['signé', 0, 'f', 'signée'],
    ['signé', 3, 'f', 'signées'],
    ['acquis', 2, 'm', 'acquis'],
    ['illustratif', 2, 'm', 'illustratifs'],
  ] as const)('%s, %d, %s: %s', (mot, n, genre, expected) => {
    expect(accorder(mot, n, genre)).toBe(expected);
  });

  it('has no gender to guess: aucun, aucune', () => {
    expect([aucun('m'), aucun('f')]).toEqual(['aucun', 'aucune']);
  });
});

describe('elision and contraction', () => {
  it.each([
    ['Ambroise', 'd’Ambroise'],
    ['Lyon', 'de Lyon'],
    ['Évry', 'd’Évry'],
    ['habitants', 'd’habitants'],
    ['hameau', 'de hameau'],
    ['Hongrie', 'de Hongrie'],
    ['onze ans', 'de onze ans'],
    ['yaourts', 'de yaourts'],
    ['Yvetot', 'd’Yvetot'],
    ['œuvres', 'd’œuvres'],
    ['« Association »', 'd’« Association »'],
    ['« Régie »', 'de « Régie »'],
  ])('de + %s: %s', (nom, expected) => {
    expect(deNom(nom)).toBe(expected);
  });

  it.each([
    ['de', 'les habitants', 'des habitants'],
    ['de', 'le bâti', 'du bâti'],
    ['de', 'l’énergie', 'de l’énergie'],
    ['de', 'la forêt', 'de la forêt'],
    ['de', 'un plan', 'd’un plan'],
    ['a', 'les élus', 'aux élus'],
    ['a', 'le bâti', 'au bâti'],
    ['a', 'l’eau', 'à l’eau'],
    ['a', 'les mairies et les écoles', 'aux mairies et aux écoles'],
    ['de', 'le bâti, les jardins et l’eau', 'du bâti, des jardins et de l’eau'],
    ['de', 'les arts et métiers', 'des arts et métiers'],
    ['a', 'l’appui et le conseil', 'à l’appui et au conseil'],
  ] as const)('%s + %s: %s', (preposition, groupe, expected) => {
    expect(contracter(preposition, groupe)).toBe(expected);
  });

  it('counts the nouns of a group, where each has its article', () => {
    expect(nomsDuGroupe('les mairies et les écoles')).toEqual(['les mairies', 'les écoles']);
    expect(nomsDuGroupe('les arts et métiers')).toEqual(['les arts et métiers']);
    expect(nomsDuGroupe('Repas et livraison')).toEqual(['Repas et livraison']);
  });
});

describe('lists', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a et b'],
    [['a', 'b', 'c'], 'a, b et c'],
  ])('%j', (items, expected) => {
    expect(enumerer(items)).toBe(expected);
  });

  it('with another word, and in lower case within a sentence but for acronyms', () => {
    expect(enumerer(['a', 'b'], 'ou')).toBe('a ou b');
    expect([juxtaposer(['a', 'b']), juxtaposer(['a', 'b, c']), juxtaposer(['b, c']), juxtaposer([])]).toEqual([
      'a, b',
      'a ; b, c',
      'b, c',
      '',
    ]);
    expect(enumererPremiers(['a', 'b', 'c'], 3)).toBe('a, b et c');
    expect(enumererPremiers(['a', 'b', 'c'], 2)).toBe('a, b et 1 autre');
    expect(enumererPremiers(['a', 'b', 'c'], 1)).toBe('a et 2 autres');
    expect([minuscule('Réseau'), minuscule('EPCI')]).toEqual(['réseau', 'EPCI']);
  });
});

describe('an enumeration of names that hold a comma', () => {
  it('says where each ends, unless guillemets or parentheses do', () => {
    const artisans = 'les artisans, pêcheurs et commerçants';
    expect(enumerer(['les aînés', artisans])).toBe(`les aînés ; et ${artisans}`);
    expect(enumerer([artisans])).toBe(artisans);
    expect(enumerer(['« Trier, coudre »', 'b (1, 2)'])).toBe('« Trier, coudre » et b (1, 2)');
  });
});

describe('a sentence of the study', () => {
  it('has its full stop before the next one', () => {
    expect(['Devis demandé', 'Devis demandé.', 'Qui paie ?', 'On verra…', '« Oui. »', ''].map(avecPoint)).toEqual([
      'Devis demandé.',
      'Devis demandé.',
      'Qui paie ?',
      'On verra…',
      '« Oui. »',
      '',
    ]);
  });
});

describe('a quantity', () => {
  it('agrees with its unit, and money keeps its cents where they count', () => {
    expect([quantiteFr(1, 'jour'), quantiteFr(12.5, 'jour')]).toEqual(['1 jour', '12,5 jours']);
    // A target after its measure: an amount and a share keep their sign.
    expect(
      [memeUnite(15, 'jour'), memeUnite(5.5, '€'), memeUnite(30, '%')].map((one) => one.replace(/\s/gu, ' ')),
    ).toEqual(['15', '5,50 €', '30 %']);
    expect([4.5, 5693.74, 27800.75, 12].map((n) => quantiteFr(n, '€').replace(/\s/gu, ' '))).toEqual([
      '4,50 €',
      '5 694 €',
      '27 801 €',
      '12 €',
    ]);
  });
});

describe('what is added to a text', () => {
  it('stands in parentheses, and in those that end it already: two in a row do not read', () => {
    expect(preciser('Compostage', '2013')).toBe('Compostage (2013)');
    expect(preciser('Compostage (hôpital)', '2013').replace(/\s/gu, ' ')).toBe('Compostage (hôpital ; 2013)');
    expect(preciser('Compostage', '')).toBe('Compostage');
  });
});

describe('a name that may be proper', () => {
  it('loses its capital where it opens with an article or a number', () => {
    expect(
      ['Une commune', 'Quatre fermes', 'Combrailles Durables', 'L’association', 'ADEME', 'Lesneven', 'Dixmont'].map(
        minusculeSiCommun,
      ),
    ).toEqual([
      'une commune',
      'quatre fermes',
      'Combrailles Durables',
      'l’association',
      'ADEME',
      'Lesneven',
      'Dixmont',
    ]);
  });
});
