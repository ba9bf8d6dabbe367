/** Money beside staff, at its limits. */
import { expect, it } from 'vitest';
import { argentEtEffectif } from '../../../../src/analysis/coherence/regles/chiffres/argent-et-effectif.js';
import { avec, base, count, poste } from '../told.js';

it('a budget is told where it pays nobody, or more than anyone spends', () => {
  const dits = (budget_annuel: unknown, etp: number | undefined = 2) =>
    count(argentEtEffectif, avec({}, { experiences: [{ id: 'e', nom: 'E', etp, budget_annuel }] }));
  expect([9_999, 10_000, 10_000_000, 10_000_001].map((one) => dits(one))).toEqual([1, 0, 0, 1]);
  // A span is judged by its kindest end.
  expect([dits({ min: 100, mode: 5000, max: 10_000 }), dits({ min: 100, mode: 200, max: 9_000 })]).toEqual([0, 1]);
  expect([dits(0), dits(undefined), dits(300, 0), dits(1_000_000, 0.1), dits(6_000_000, 0.1)]).toEqual([0, 0, 0, 0, 1]);
});

it('a full time costs a wage, unless nobody is paid', () => {
  const dits = (cout_annuel: unknown, categorie?: string) =>
    count(
      argentEtEffectif,
      avec({
        moyens: { ...base.moyens, humains: [{ ...poste, cout_annuel, ...(categorie ? { categorie } : {}) }] },
      } as never),
    );
  expect([4_999, 5_000, 300_000, 300_001].map((one) => dits(one))).toEqual([1, 0, 0, 1]);
  expect([
    dits(0),
    dits(1_000, 'benevole'),
    dits(3_500, 'service-civique'),
    dits(4_000, 'stage'),
    dits(4_000, 'C'),
  ]).toEqual([0, 0, 0, 0, 1]);
});
