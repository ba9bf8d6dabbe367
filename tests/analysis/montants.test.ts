/** Amounts, superlatives and natures: the small pieces that every document reads, at their limits. */
import { describe, expect, it } from 'vitest';
import { arrondiSelon, fourchette, montantEtBornes, montantProbable } from '../../src/analysis/montants.js';
import { concerne, natureDe } from '../../src/analysis/natures.js';
import { derniersDe, premiersDe, seulDernier, seulPremier } from '../../src/analysis/superlatifs.js';

const plain = (text: string | null): string | null => text?.replace(/\s/g, ' ') ?? null;

describe('an amount', () => {
  const range = { min: 90000, mode: 98000, max: 106000 };
  it('is a number, the mode of a range, or unknown', () => {
    expect([
      montantProbable(5),
      montantProbable(0),
      montantProbable(range),
      montantProbable(null),
      montantProbable(undefined),
    ]).toEqual([5, 0, 98000, null, null]);
    expect(fourchette(5)).toEqual({ min: 5, mode: 5, max: 5 });
    expect(fourchette({ ...range, source: 'x' } as never)).toEqual(range);
    expect([fourchette(null), fourchette(undefined)]).toEqual([null, null]);
  });

  it('is told with its bounds where they differ', () => {
    expect(plain(montantEtBornes(range))).toBe('98 000 € (90 000 à 106 000)');
    expect(plain(montantEtBornes(7))).toBe('7 €');
    expect(plain(montantEtBornes({ min: 7, mode: 7, max: 7 }))).toBe('7 €');
    expect(montantEtBornes(undefined)).toBeNull();
  });

  it.each([
    [92828, 88963, 97559, 93000],
    [92828, 97559, 88963, 93000],
    [92828, 92000, 92400, 92800],
    [92828, 92000, 92399, 92830],
    [92828.4, 92828, 92831.9, 92828],
    [92828.6, 92828, 92832, 92829],
    [12.6, 12.6, 12.6, 13],
    [370, 140000, 153000, 400],
    [-370, 140000, 153000, -400],
    [500, 140000, 153000, 1000],
    [0, 140000, 153000, 0],
    [0.3, 140000, 153000, 0],
  ])('%s between %s and %s has no more digits than that: %s', (value, low, high, told) => {
    expect(arrondiSelon(value, low, high)).toBe(told);
  });
});

describe('a superlative', () => {
  const of = (...values: number[]) => values.map((n, i) => ({ n, i }));
  const n = ({ n: value }: { n: number }): number => value;
  const rang = (found: { i: number } | null): number | null => found?.i ?? null;
  it('names all those that reach the most, and the only one alone', () => {
    expect(premiersDe(of(1, 3, 3), n).map(({ i }) => i)).toEqual([1, 2]);
    expect(premiersDe(of(0.1 + 0.2, 0.3, 0.29), n).map(({ i }) => i)).toEqual([0, 1]);
    expect([premiersDe(of(0, 0), n), premiersDe(of(-1), n), premiersDe([], n)]).toEqual([[], [], []]);
    expect([
      rang(seulPremier(of(1, 3), n)),
      seulPremier(of(3, 3), n),
      seulPremier(of(0, 0), n),
      seulPremier([], n),
    ]).toEqual([1, null, null, null]);
  });
  it('names the least where something is more', () => {
    expect(derniersDe(of(1, 3, 1), n).map(({ i }) => i)).toEqual([0, 2]);
    expect(derniersDe(of(0.1 + 0.2, 0.3, 1), n).map(({ i }) => i)).toEqual([0, 1]);
    expect([derniersDe(of(2, 2), n), derniersDe([], n), derniersDe(of(2), n)]).toEqual([[], [], []]);
    expect([rang(seulDernier(of(5, 3), n)), seulDernier(of(3, 3), n), seulDernier(of(1, 1, 2), n)]).toEqual([
      1,
      null,
      null,
    ]);
  });
});

describe('a rule by nature', () => {
  it('applies to all unless it names some, and those to no nature unknown', () => {
    expect([concerne({}, 'public'), concerne({}, null)]).toEqual([true, true]);
    expect([concerne({ concerne: ['public'] }, 'public'), concerne({ concerne: ['public'] }, 'association')]).toEqual([
      true,
      false,
    ]);
    // An empty list names none, as no list at all.
    expect([concerne({ concerne: ['public'] }, null), concerne({ concerne: [] }, 'public')]).toEqual([false, true]);
  });
  it('is read from the type of the actor', () => {
    const natures = {
      association: 'association',
      fondation: 'association',
      gip: 'public',
      regie: 'public',
      'exploitation-agricole': 'exploitation',
      collectif: 'particulier',
      sem: 'entreprise',
      scic: 'entreprise',
      spl: null,
      instance: null,
      reseau: null,
    } as const;
    for (const [type, nature] of Object.entries(natures)) expect(natureDe({ type } as never), type).toBe(nature);
  });
});
