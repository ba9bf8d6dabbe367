import { describe, expect, it } from 'vitest';
import { aideApresSaRegle } from '../../../../src/analysis/coherence/regles/financement/programme.js';
import { aide, avec, told } from '../told.js';

const bareme = (an: number, rest: object = {}) => ({
  id: `bareme-${an}`,
  theme: 'financement',
  titre: `Barème ${an}`,
  regle: 'La caisse paie un montant par heure.',
  applicable_du: `${an}-01-01`,
  applicable_au: `${an}-12-31`,
  ...rest,
});
/** An aid of two years from January 2018, given by the scale of 2018. */
const of = (...references: object[]): string[] =>
  told(
    aideApresSaRegle,
    avec({ demarrage: '2018-01', financements: [{ ...aide, reference: 'bareme-2018' }] }, { references }),
  );
const at = ['scenarios/a/financements/aide / references/bareme-2018'];

describe('an aid that a yearly scale gives', () => {
  it('does not end with the scale that the next takes up, nor with one that took up another', () => {
    expect(of(bareme(2018))).toEqual(at);
    expect(of(bareme(2017), bareme(2018, { remplace: 'bareme-2017' }))).toEqual([]);
    expect(of(bareme(2018), bareme(2019, { remplace: 'bareme-2018' }))).toEqual([]);
  });

  it('ends with a programme of several years, and with a scale that nothing follows at once', () => {
    expect(of(bareme(2017, { applicable_du: '2014-01-01' }), bareme(2018, { remplace: 'bareme-2017' }))).toEqual(at);
    expect(of(bareme(2017, { applicable_au: '2017-10-31' }), bareme(2018, { remplace: 'bareme-2017' }))).toEqual(at);
    expect(of(bareme(2017), bareme(2018))).toEqual(at);
  });
});
