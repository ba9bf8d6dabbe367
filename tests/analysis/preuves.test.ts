import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ensemble, FIABILITES_PREUVE, preuvesDe, solidite, soliditeFiche } from '../../src/analysis/preuves.js';
import { derniersDe, premiersDe, seulDernier, seulPremier } from '../../src/analysis/superlatifs.js';

describe('evidence of a figure', () => {
  const sourcee = { fiabilite: 'source', fiabilite_champs: { engagement: 'illustratif', cout: 'estime' } };
  it('is the least solid of the fields that it reads', () => {
    expect(preuvesDe([sourcee], ['nom'])).toMatchObject({ source: 1, total: 1 });
    expect(preuvesDe([sourcee], ['nom', 'cout'])).toMatchObject({ estime: 1, total: 1 });
    expect(preuvesDe([sourcee], ['nom', 'cout', 'engagement'])).toMatchObject({ illustratif: 1, total: 1 });
  });
  it('tells what is illustrative wholly, in part, or not at all', () => {
    expect(soliditeFiche({ fiabilite: 'illustratif' })).toBe('illustratif');
    expect(soliditeFiche(sourcee)).toBe('en-partie');
    expect(soliditeFiche({ fiabilite: 'declaratif' })).toBe('fonde');
  });
  it('never makes a total more solid than its parts', () => {
    const fiche = fc.record({ fiabilite: fc.constantFrom(...FIABILITES_PREUVE) });
    fc.assert(
      fc.property(fc.array(fiche), fc.array(fiche), (a, b) => {
        const [left, right] = [preuvesDe(a), preuvesDe(b)];
        const both = ensemble(left, right);
        expect(both.total).toBe(a.length + b.length);
        expect(FIABILITES_PREUVE.reduce((sum, key) => sum + both[key], 0)).toBe(both.total);
        if (solidite(left) !== 'fonde' || solidite(right) !== 'fonde') expect(solidite(both)).not.toBe('fonde');
      }),
    );
  });
});

describe('superlatives', () => {
  const n = (value: number): number => value;
  it('name one only when it is alone', () => {
    expect(seulPremier([1, 3, 2], n)).toBe(3);
    expect(seulPremier([1, 3, 3], n)).toBeNull();
    expect(seulPremier([0, 0], n)).toBeNull();
    expect(seulDernier([1, 3, 2], n)).toBe(1);
    expect(seulDernier([1, 1, 2], n)).toBeNull();
    expect(seulDernier([2, 2], n)).toBeNull();
  });
  it('name all those that are equal, whatever their order, and hold values that rounding parts for equal', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1 }), (values) => {
        expect(premiersDe([...values].reverse(), n).sort()).toEqual(premiersDe(values, n).sort());
        expect(new Set(premiersDe(values, n)).size).toBeLessThanOrEqual(1);
        expect(derniersDe(values, n).every((value) => value === Math.min(...values))).toBe(true);
      }),
    );
    expect(premiersDe([0.1 + 0.2, 0.3], n)).toHaveLength(2);
  });
});
