import { describe, expect, it } from 'vitest';
import { type OffreDemande, plusTendue } from '../../src/analysis/diagnostic/offre-demande.js';

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
});
