/** Counts that stand without their noun: « 1 » alone does not read. */
import { expect, it } from 'vitest';
import { HELPERS_DES_COMPTES, type Options } from '../../../src/documents/templates/helpers-comptes.js';

it.each([
  [1, 'f', 'une n’est pas datée'],
  [1, undefined, 'un n’est pas datée'],
  [['a'], 'f', 'une n’est pas datée'],
  [3, 'f', '3 ne sont pas datées'],
])('%j of gender %s', (count, genre, expected) => {
  const options = { hash: { genre } } as unknown as Options;
  expect(HELPERS_DES_COMPTES.compteUn(count, 'n’est pas datée', 'ne sont pas datées', options)).toBe(expected);
});

const { compteUn, compteAuFil, partage, etats } = HELPERS_DES_COMPTES;
const sans = { hash: {} } as unknown as Options;
const avec = (hash: Record<string, unknown>): Options => ({ hash }) as unknown as Options;

it('says « l’une a », not « une a une »', () => {
  expect(compteUn(1, 'a une échelle plus large', 'ont une échelle plus large', avec({ genre: 'f' }))).toBe(
    'l’une a une échelle plus large',
  );
});

it('writes the counts of one sentence all in letters, or in figures as soon as their total passes sixteen', () => {
  const couverts = (total: number, couverts: number, partiels: number): string =>
    partage(
      total,
      'besoin',
      'besoins',
      couverts,
      'est couvert',
      'sont couverts',
      partiels,
      'l’est en partie',
      'le sont en partie',
      sans,
    );
  expect(couverts(7, 1, 6)).toBe('Sur sept besoins, un est couvert et six le sont en partie');
  expect(couverts(30, 29, 1)).toBe('Sur 30 besoins, 29 sont couverts et 1 l’est en partie');
  expect(couverts(2, 0, 2)).toBe('Les deux besoins le sont en partie');
  expect(couverts(1, 0, 1)).toBe('Le seul besoin l’est en partie');
  expect(partage(2, 'fiche', 'fiches', 1, 'est lue', 'sont lues', 1, 'ne l’est pas', 'ne le sont pas', sans)).toBe(
    'Sur deux fiches, l’une est lue et l’autre ne l’est pas',
  );
  expect(
    partage(
      2,
      'exigence',
      'exigences',
      1,
      'a une réponse',
      'ont une réponse',
      1,
      'n’en a pas',
      'n’en ont pas',
      avec({ suite: true }),
    ),
  ).toBe('sur deux exigences, l’une a une réponse et l’autre n’en a pas');
  expect(etats(6, 5, 'couvert', 'couverts', 1, 'laissé', 'laissés', sans)).toBe(' : cinq couverts et un laissé');
  expect(etats(20, 19, 'couvert', 'couverts', 1, 'laissé', 'laissés', sans)).toBe(' : 19 couverts et 1 laissé');
  expect(compteAuFil(1, 'besoin', 'besoins', avec({ total: 3 }))).toBe('un besoin');
  expect(compteAuFil(11, 'acteur', 'acteurs', avec({ total: 55 }))).toBe('11 acteurs');
});
