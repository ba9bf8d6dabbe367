import { describe, expect, it } from 'vitest';
import { fourchettesEcrites, nombresEcrits } from '../../src/texte/nombres-ecrits.js';

describe('numbers as a French text writes them', () => {
  it.each([
    ['15 000 € au plus sur trois ans', [15000]],
    ['20 % d’un total de 1 234 567,89 €', [20, 1234567.89]],
    ['Plus de 4,7 M€ et 3 k€', [4700000, 3000]],
    ['deux millions, ou 2 millions', [2000000]],
    ['de 1992 à 2018', [1992, 2018]],
    ['sans chiffre', []],
  ])('%s', (texte, values) => {
    expect(nombresEcrits(texte).map(({ valeur }) => valeur)).toEqual(values);
  });

  it.each([
    ['de 250 à 350 € par jour', [[250, 350]]],
    ['600 € à 900 € HT', [[600, 900]]],
    ['600 €. Puis à 900 €', []],
    ['600 et 900', []],
  ])('spans: %s', (texte, spans) => {
    expect(fourchettesEcrites(texte)).toEqual(spans);
  });
});
