/** What is told of the texts and numbers of a study whatever their field, and what is not: most are told apart by their letters alone. */
import { expect, it } from 'vitest';
import { faultOf } from '../../src/study/schema/messages.js';
import type { Shape } from '../../src/study/shape.js';
import { valueFaultsIn } from '../../src/study/valeurs/beyond-schema.js';

const codesOf = (value: unknown, shape: Shape = {}): string[] => valueFaultsIn(value, shape).map(({ code }) => code);

it.each([
  ['Voir M. Dupont', 'donnee-personnelle'],
  ['MM.\u00a0DUPONT et associés', 'donnee-personnelle'],
  ['avec Mademoiselle Éva', 'donnee-personnelle'],
  ['au 0612345678', 'donnee-personnelle'],
  ['au 06.12.34.56.78', 'donnee-personnelle'],
  ['au +33 6 12 34 56 78', 'donnee-personnelle'],
  ['à x@exemple.fr', 'donnee-personnelle'],
  ['„Atelier”', 'guillemets-autour'],
  ['SociÃ©tÃ©', 'accents-abimes'],
  ['lâ€™atelier', 'accents-abimes'],
  ['12 â‚¬', 'accents-abimes'],
  ['Eau &amp; bois', 'entite-html'],
  ['l&rsquo;&eacute;cole', 'entite-html'],
  ['12 &#8364;', 'entite-html'],
  ['sonne\u0007', 'caractere-invisible'],
  ['tourne\u202e', 'caractere-invisible'],
  [' \n ', 'texte-vide'],
])('tells « %s »', (text, code) => {
  expect(codesOf(text)).toEqual([code]);
});

it.each([
  'Mme la maire',
  'Mme B.',
  'M. le préfet',
  'le 05/06/2024, à 08 h 30, 12 000,05 €',
  'l’« atelier » — où ? …',
  'un mot “entre” deux',
  'ÂGE',
  'Eau & bois ; R&D;',
  'https://exemple.fr/?a=1&copie;2',
  '&inconnu; &#7; &#xd800;',
  '',
])('tells nothing of « %s »', (text) => {
  expect(codesOf(text)).toEqual([]);
});

it('tells each with its place, and looks at a date as one', () => {
  const shape: Shape = { properties: { dates: { items: { date: true } } } };
  const found = valueFaultsIn({ nom: 'a', dates: ['2024-02-29', '2023-02-29'], montant: 2e12 }, shape);
  expect(found.map(({ code, steps }) => [code, ...steps])).toEqual([
    ['date-impossible', 'dates', 1],
    ['valeur-hors-bornes', 'montant'],
  ]);
  expect(codesOf('2023-02-29')).toEqual([]);
});

it('says of a missing field that names an entry where that entry is written', () => {
  const aide = (financeur: Shape): string | undefined => {
    const error = { keyword: 'required', instancePath: '', params: { missingProperties: ['financeur'] } };
    const context = { value: {}, shape: { properties: { financeur } }, name: '« financements »', field: undefined };
    return faultOf(error as Parameters<typeof faultOf>[0], context).aide;
  };
  expect(aide({ description: 'Celui qui prête.', reference: 'acteurs' })).toBe(
    '« financeur » : Celui qui prête. Écrivez l’identifiant d’une fiche de « acteurs », et la fiche si elle n’y est pas encore.',
  );
  expect(aide({ description: 'Celui qui prête.' })).toBe('« financeur » : Celui qui prête.');
  expect(aide({ description: 'Un public.', reference: 'etude.publics' })).toBe('« financeur » : Un public.');
});
