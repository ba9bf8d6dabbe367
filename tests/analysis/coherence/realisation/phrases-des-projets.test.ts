/** Which numbers of a sentence can be compared: a range or an approximation gives none. */
import { describe, expect, it } from 'vitest';
import { exacte } from '../../../../src/analysis/coherence/regles/realisation/phrases-des-projets.js';
import { quantitesEcrites } from '../../../../src/texte/quantites-ecrites.js';

const exactes = (texte: string): number[] =>
  quantitesEcrites(texte)
    .filter(exacte)
    .map(({ valeur }) => valeur);

describe('a number of a sentence', () => {
  it('is no number to compare in a range, in any of its words', () => {
    for (const range of [
      'trois à onze',
      'neuf ou dix',
      'treize à quatorze',
      'quarante à mille',
      '3 à 12',
      'un ou deux',
    ])
      expect(exactes(`Le projet a restauré ${range} mares.`), range).toEqual([]);
  });

  it('is one beside another verb or noun', () => {
    expect(exactes('La commune a trois mares.')).toEqual([3]);
    expect(exactes('L’un a deux mares, chacun a quatre haies.')).toContain(2);
    expect(exactes('Chacun a quatre haies et unanimement.')).toEqual([4]);
  });
});
