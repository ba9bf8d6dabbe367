/** Numbers that an author types: those that count are checked, those that number, quote or name are not; and those that a study holds. */
import { expect, it } from 'vitest';
import { nombresDe } from '../../../src/documents/textes/connus.js';
import { comptesEnLettres, nombresTapes, prose } from '../../../src/documents/textes/nombres.js';

const typed = (markdown: string): string[] => nombresTapes(markdown).map(({ texte }) => texte);

it('what counts is read, with the word that follows', () => {
  expect(nombresTapes('Le réseau a 12 ateliers et 4,5 % des voix.')).toMatchObject([
    { valeur: 12, texte: '12', mot: 'ateliers', pourcent: false, offset: 12 },
    { valeur: 0.045, texte: '4,5', pourcent: true },
  ]);
});

it('a number whose space is written as the code of a web page is one, at its place', () => {
  expect(nombresTapes('L&rsquo;aide est de 12&nbsp;000 euros pour 3&nbsp;ans.')).toMatchObject([
    { valeur: 12_000, mot: 'euros', offset: 20 },
    { valeur: 3, mot: 'ans', offset: 43 },
  ]);
});

it.each([
  '1. Un premier point.\n2. Un second.',
  '  3) Un troisième.',
  '## 12 ateliers en 3 ans',
  '> « 14 ateliers », disait-il.',
  '« 15 ateliers » est un dicton.',
  'Voir "16 ateliers".',
  '`17 ateliers`',
  'Sur https://exemple.fr/18/ateliers.',
  'Voir [ici](19-ateliers.html).',
  'Une valeur {chiffre 20}.',
  'Selon [@source, 21].',
  '::tableau{#t-22}',
  'L’article 23, la page 24, en 2025, le 3 mars, à 9 h, la phase 2.',
])('what numbers, quotes or names is not: %j', (markdown) => {
  expect(typed(markdown)).toEqual([]);
});

it('what follows a number of a list or a title is read again', () => {
  expect(typed('1. Les 12 ateliers.\n\n## 3 ans\n\nEt 14 outils.')).toEqual(['12', '14']);
  expect(prose('# 12\nabc « d »')).toBe('    \nabc      ');
});

it('a study holds the numbers of its texts too, whole or with decimals', () => {
  expect([...nombresDe({ a: [1, { b: '12 places, 4,5 ha et 0.25' }], c: null, d: true })]).toEqual([1, 12, 4.5, 0.25]);
});

it('what is counted in letters is read where an article says that it is all of them', () => {
  expect(comptesEnLettres('Le coût sépare les quatre scénarios, et vingt-deux ateliers.')).toMatchObject([
    { valeur: 4, texte: 'quatre', mot: 'scénarios', offset: 19 },
  ]);
  expect(comptesEnLettres('Les vingt et un élus, « les dix projets » et les mêmes bateaux.')).toMatchObject([
    { valeur: 21, mot: 'élus' },
  ]);
});
