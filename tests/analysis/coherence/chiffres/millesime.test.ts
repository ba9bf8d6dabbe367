import { expect, it } from 'vitest';
import { millesimePosterieur } from '../../../../src/analysis/coherence/regles/chiffres/decoupage.js';
import { etude } from '../../small-study.js';
import { said, tells, told } from '../told.js';

/** A study of 2027 whose diagnostic is of October 2025, with a vintage and limits. */
const de = (millesime: number | string, limites: string[] = [], date = '2025-10-24') => {
  const base = etude();
  const livrables = [{ id: 'diagnostic', titre: 'Diagnostic', date }];
  return {
    ...base,
    etude: { ...base.etude, date: '2027-01-29', livrables, limites },
    territoire: { ...base.territoire, millesime },
  };
};

it('confronts the vintage with the diagnostic that prints it, unless a limit tells it', () => {
  expect(told(millesimePosterieur, de(2026))).toEqual(['territoire/millesime / etude/livrables/diagnostic/date']);
  expect(said(millesimePosterieur, de(2026))).toBe(
    'le découpage et les populations sont de 2026 ; le diagnostic, qui les imprime, est du 24 octobre 2025.',
  );
  expect(told(millesimePosterieur, de(2028))).toEqual(['territoire/millesime / etude/date']);
  expect(
    tells(millesimePosterieur, [
      de(2025),
      de('2023, projection 2026'),
      de(2026, [], '2026-01'),
      de('2023, découpage de 2026', ['Les populations sont données au découpage de 2026.']),
      de(2026, ['Les repas de 2026 ne sont pas comptés.']),
    ]),
  ).toEqual([0, 0, 0, 0, 1]);
});
