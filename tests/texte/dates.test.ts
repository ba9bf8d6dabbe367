import { describe, expect, it } from 'vitest';
import {
  anneeDecimale,
  anterieur,
  auJour,
  dateCourte,
  dateEnLettres,
  dateReelle,
  duJour,
  joursEntre,
  periode,
  posterieur,
} from '../../src/texte/dates.js';

const seen = (text: string): string => text.replace(/\u00a0/g, '~');

describe('dates, whole or in part', () => {
  it.each([
    ['2018', '2018-02-15', false, false],
    ['2018-03', '2018-02-15', false, true],
    ['2018-02', '2018-02-15', false, false],
    ['2018-02-15', '2018-02', false, false],
    ['2017', '2018-02', true, false],
    ['', '2018', false, false],
    [null, '2018', false, false],
    [2019, '2018-02-15', false, true],
  ])('%s against %s: before %s, after %s', (value, date, before, after) => {
    expect([anterieur(value, date), posterieur(value, date)]).toEqual([before, after]);
  });

  it.each([
    ['2018-02-29', false],
    ['2016-02-29', true],
    ['2018-13', false],
    ['2018-04-31', false],
    ['1900-02-29', false],
    ['2018', true],
    ['15/02/2018', false],
  ])('%s is a date: %s', (text, expected) => {
    expect(dateReelle(text)).toBe(expected);
  });

  it.each([
    ['2018-02-15', '15~février 2018', '15/02/2018', 'au 15~février 2018', 'du 15~février 2018'],
    ['2018-03-01', '1er~mars 2018', '01/03/2018', 'au 1er~mars 2018', 'du 1er~mars 2018'],
    ['2018-04', 'avril 2018', '04/2018', 'en avril 2018', 'd’avril 2018'],
    ['2018', '2018', '2018', 'en 2018', 'de 2018'],
  ])('%s', (iso, letters, short, at, from) => {
    expect([dateEnLettres(iso), dateCourte(iso), auJour(iso), duJour(iso)].map(seen)).toEqual([
      letters,
      short,
      at,
      from,
    ]);
  });

  it('leaves what is no date as it is', () => {
    expect(dateEnLettres('2018-02-30')).toBe('2018-02-30');
    expect(dateCourte('printemps')).toBe('printemps');
  });

  it.each([
    ['2017-07-06', '2017-08-08', 'du 6~juillet au 8~août 2017'],
    ['2017-07-01', '2017-07-08', 'du 1er au 8~juillet 2017'],
    ['2017-07-06', '2018-07-08', 'du 6~juillet 2017 au 8~juillet 2018'],
    ['2017-04', '2017-06', 'd’avril à juin 2017'],
    ['2017-07-06', '2017-09', 'du 6~juillet 2017 à septembre 2017'],
    ['2016', '2018', 'de 2016 à 2018'],
    ['2017-10', '2018-02', 'd’octobre 2017 à février 2018'],
    ['2017-07-06', undefined, 'le 6~juillet 2017'],
    ['2016', '2016', 'en 2016'],
  ])('from %s to %s', (debut, fin, expected) => {
    expect(seen(periode(debut, fin))).toBe(expected);
  });

  it.each([
    ['2018', 2018, 2019],
    ['2018-07', 2018.5, 2018 + 7 / 12],
    ['2018-12-31', 2018 + 11 / 12 + 30 / 31 / 12, 2019],
  ])('stands on a line of years: %s', (iso, debut, fin) => {
    expect(anneeDecimale(iso, 'debut')).toBeCloseTo(debut, 6);
    expect(anneeDecimale(iso, 'fin')).toBeCloseTo(fin, 6);
    expect(anneeDecimale('bientôt', 'fin')).toBeNull();
    expect(anneeDecimale(undefined, 'debut')).toBeNull();
  });

  it('days between dates, a month from its first day', () => {
    expect(joursEntre('2018-02-15', '2018-03')).toBe(14);
    expect(joursEntre('2016', '2016-12-31')).toBe(365);
    expect(joursEntre('bientôt', '2018')).toBeNull();
  });
});
