/** Sums of columns, whatever their number. */
import { expect, it } from 'vitest';
import { colonne, combiner } from '../../../src/analysis/incertitude/colonnes.js';

it.each([0, 1, 2, 3, 4, 5, 8, 11])(
  '%i columns, each so many times, are summed place by place over what was there',
  (n) => {
    const termes = Array.from({ length: n }, (_, i) => ({ de: Float64Array.of(i + 1, 10 * (i + 1)), fois: i - 2 }));
    const into = colonne(2, 99);
    combiner(into, termes);
    const sum = termes.reduce((total, { de, fois }) => total + (de[0] ?? 0) * fois, 0);
    expect([...into]).toEqual([sum, 10 * sum]);
  },
);
