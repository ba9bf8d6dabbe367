/** Sums of columns, whatever their number. */
import { expect, it } from 'vitest';
import { colonnesDe, colonnesReprises, combiner } from '../../../src/analysis/incertitude/colonnes.js';

it.each([0, 1, 2, 3, 4, 5, 8, 11])(
  '%i columns, each so many times, are summed place by place over what was there',
  (n) => {
    const termes = Array.from({ length: n }, (_, i) => ({ de: Float64Array.of(i + 1, 10 * (i + 1)), fois: i - 2 }));
    const into = colonnesDe(2)(99);
    combiner(into, termes);
    const sum = termes.reduce((total, { de, fois }) => total + (de[0] ?? 0) * fois, 0);
    expect([...into]).toEqual([sum, 10 * sum]);
  },
);

it('columns of a calculation are apart from one another, however many there are, and from those of another', () => {
  const [colonne, autre] = [colonnesDe(3), colonnesDe(3)];
  const own = Array.from({ length: 200 }, (_, i) => colonne(i));
  const others = own.map(() => autre());
  for (const column of others) column.fill(-1);
  expect(own.map((column) => [...column])).toEqual(own.map((_, i) => [i, i, i]));
});

it('a calculation that takes again the columns of the one before finds none of its figures there', () => {
  const calculs = colonnesReprises(3);
  const before = calculs();
  const [first] = Array.from({ length: 80 }, (_, i) => before(i + 1));
  const colonne = calculs();
  const own = Array.from({ length: 100 }, (_, i) => colonne(i % 2));
  expect(own.map((column) => [...column])).toEqual(own.map((_, i) => [i % 2, i % 2, i % 2]));
  expect(own[0]).toBe(first);
  expect(new Set(own).size).toBe(100);
});
