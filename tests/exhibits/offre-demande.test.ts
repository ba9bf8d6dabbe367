import { describe, expect, it } from 'vitest';
import { type OffreDemande, plusTendue, tension } from '../../src/analysis/diagnostic/offre-demande.js';

const row = (id: string, besoins: number, acteurs: number, outils: number): OffreDemande => ({
  id,
  libelle: id,
  besoins,
  sansActeur: 0,
  acteurs,
  outils,
});

describe('supply against demand', () => {
  it('names the function with the most needs for each actor or tool, alone', () => {
    expect(plusTendue([row('a', 8, 4, 0), row('b', 3, 0, 1), row('c', 20, 30, 2)])?.id).toBe('b');
    expect(plusTendue([row('a', 4, 2, 0), row('b', 6, 2, 1)])).toBeNull();
  });

  it('a function that nothing serves comes before all, one of which nothing is asked never does', () => {
    expect(plusTendue([row('a', 8, 4, 0), row('b', 1, 0, 0)])?.id).toBe('b');
    expect(plusTendue([row('a', 8, 4, 0), row('b', 0, 0, 0)])?.id).toBe('a');
    expect(plusTendue([row('a', 0, 4, 0)])).toBeNull();
    expect(plusTendue([])).toBeNull();
  });

  it('stands beside the function that the fewest actors hold, and says when the two are close', () => {
    const rows = [row('a', 16, 40, 6), row('b', 4, 11, 1)];
    expect(tension(rows, 'b')).toMatchObject({
      tendue: { id: 'a', parBesoin: 2.875 },
      moinsServie: { parBesoin: 3 },
      proches: true,
    });
    expect(tension([row('a', 16, 16, 0), row('b', 4, 11, 1)], 'b')).toMatchObject({ proches: false });
    expect(tension(rows, 'a')).toMatchObject({ moinsServie: null, proches: false });
    expect(tension([], 'a')).toBeNull();
  });
});
