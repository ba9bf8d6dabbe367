import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commeEcrit,
  decimalesDeColonne,
  enLettres,
  ensemble,
  entiersDuTotal,
  euros,
  nombreA,
  nombreEnLettres,
  nombreFr,
  partsSurCent,
  pourcent,
} from '../../src/texte/nombres.js';

/** No-break spaces made visible: « · » for the narrow one, « ~ » for the other. */
const seen = (text: string): string => text.replace(/\u202f/g, '·').replace(/\u00a0/g, '~');

describe('numbers in French', () => {
  it.each([
    [0, '0'],
    [7, '7'],
    [1900, '1·900'],
    [1234567, '1·234·567'],
    [3.5, '3,5'],
    [12.04, '12'],
    [0.06, '0,06'],
    [0.25, '0,25'],
    [0.333333, '0,33'],
    [0.004, '0,004'],
    [0.999, '1'],
    [1e-11, '0'],
    [-1e-11, '0'],
    [0.1 + 0.2, '0,3'],
    [-1234.5, '−1·234,5'],
    [Number.NaN, '—'],
  ])('%d is written %s', (value, expected) => {
    expect(seen(nombreFr(value))).toBe(expected);
  });

  it.each([
    [1.005, 2, '1,01'],
    [2.5, 0, '3'],
    [-2.5, 0, '−3'],
    [-0.2, 0, '0'],
    [1e21, 0, '1e+21'],
  ])('%d to %d decimals is %s', (value, decimals, expected) => {
    expect(seen(nombreA(value, decimals))).toBe(expected);
  });

  it.each([
    [3000.37, '3·000,37'],
    [12, '12'],
    [-0.125, '−0,125'],
    [2e-7, '0,0000002'],
    [1.5e-7, '0,00000015'],
    [43000.5, '43·000,5'],
  ])('%d is quoted as %s, as it was written', (value, expected) => {
    expect(seen(commeEcrit(value))).toBe(expected);
  });

  it('never writes a figure that is not zero as zero, nor with a remainder of floating point', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-8, max: 1e12, noNaN: true }), (value) => {
        const written = Number(
          nombreFr(value)
            .replace(/\u202f/g, '')
            .replace(',', '.'),
        );
        expect(Math.abs(written - value)).toBeLessThanOrEqual(Math.max(0.051, 0) * Math.min(1, value * 1.2) + 1e-12);
        expect(written).toBeGreaterThan(0);
      }),
    );
  });

  it('figures read together have the same decimals, and a zero none', () => {
    expect([4, 4.3, 0, 12].map(ensemble([4, 4.3, 0, 12]))).toEqual(['4,0', '4,3', '0', '12,0']);
    expect([4, 12].map(ensemble([4, 12]))).toEqual(['4', '12']);
  });

  it.each([
    [[1900, 2200], 0],
    [[1900.5, 2200], 1],
    [[0.06, 2200], 2],
    [[0.0004, 2200], 3],
    [[1e-12, 5], 0],
    [[], 0],
  ])('the figures %j share %d decimals', (values, expected) => {
    expect(decimalesDeColonne(values)).toBe(expected);
  });

  it.each([
    [0, '0~%'],
    [0.003, 'moins de 1~%'],
    [0.456, '46~%'],
    [0.998, 'plus de 99~%'],
    [1, '100~%'],
  ])('the share %d is %s', (ratio, expected) => {
    expect(seen(pourcent(ratio))).toBe(expected);
  });

  it.each([
    [17, 'dix-sept'],
    [20, 'vingt'],
    [21, 'vingt et un'],
    [31, 'trente et un'],
    [69, 'soixante-neuf'],
    [70, 'soixante-dix'],
    [71, 'soixante et onze'],
    [77, 'soixante-dix-sept'],
    [80, 'quatre-vingts'],
    [81, 'quatre-vingt-un'],
    [91, 'quatre-vingt-onze'],
    [99, 'quatre-vingt-dix-neuf'],
    [100, null],
    [-1, null],
    [2.5, null],
  ])('%d in letters is %s', (value, expected) => {
    expect(nombreEnLettres(value)).toBe(expected);
  });

  it('agree in letters when they end with one', () => {
    expect([nombreEnLettres(1, 'f'), nombreEnLettres(21, 'f'), nombreEnLettres(81, 'f')]).toEqual([
      'une',
      'vingt et une',
      'quatre-vingt-une',
    ]);
  });

  it('euros to the euro, small numbers in letters', () => {
    expect(seen(euros(1240499.6))).toBe('1·240·500~€');
    expect([enLettres(1), enLettres(1, 'f'), enLettres(16), enLettres(17)]).toEqual(['un', 'une', 'seize', '17']);
  });
});

describe('shares of a whole', () => {
  it('make a hundred, the greatest remainders first, and each is within one of its share', () => {
    expect(partsSurCent([0.656, 0.246, 0.098, 0])).toEqual([66, 24, 10, 0]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 8 }), (counts) => {
        const all = counts.reduce((sum, one) => sum + one, 0);
        fc.pre(all > 0);
        const parts = counts.map((one) => one / all);
        const said = partsSurCent(parts);
        expect(said.reduce((sum, one) => sum + one, 0)).toBe(100);
        for (const [index, one] of said.entries()) expect(Math.abs(one - (parts[index] ?? 0) * 100)).toBeLessThan(1);
      }),
    );
  });

  it('of any total make it as it is rounded', () => {
    expect(entiersDuTotal([68.64, 171.6], 240.24)).toEqual([69, 171]);
    expect(entiersDuTotal([87.36, 218.4], 305.76)).toEqual([87, 219]);
    expect(entiersDuTotal([1.4, 1.4], 9)).toEqual([1, 1]);
  });

  it('that do not make one are rounded one by one', () => expect(partsSurCent([0.5, 0.6])).toEqual([50, 60]));
});
