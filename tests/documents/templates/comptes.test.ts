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
