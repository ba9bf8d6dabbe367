import { describe, expect, it } from 'vitest';
import {
  type OffreDemande,
  offreDemande,
  plusTendue,
  tension,
} from '../../../src/analysis/diagnostic/offre-demande.js';
import { analyseDiagnostic } from '../../../src/analysis/diagnostic-complet.js';
import { acteur, besoin, DATE, etude, outil } from '../small-study.js';

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

  it('is close under a tenth more, not at a tenth', () => {
    const close = (acteurs: number) => tension([row('a', 10, 10, 0), row('b', 10, acteurs, 0)], 'b')?.proches;
    expect([close(11), close(11.1)]).toEqual([false, false]);
    expect(close(10.9)).toBe(true);
    // Of which nothing is asked, or which is not there, stands beside nothing.
    expect(tension([row('a', 4, 2, 0), row('b', 0, 1, 0)], 'b')).toMatchObject({ moinsServie: null, proches: false });
    expect(tension([row('a', 4, 2, 0), row('b', 0, 1, 0)], undefined)).toMatchObject({ moinsServie: null });
    // One function is not the least provided of any.
    expect(tension([row('a', 4, 2, 0)], undefined)).toBeNull();
  });

  it('counts for each function what is asked, lacks and serves; the most asked first, equal ones as the study has them', () => {
    const fonctions = ['former', 'conseiller', 'animer'].map((id) => ({ id, libelle: id }));
    const rows = (study: Parameters<typeof etude>[0]) => {
      const base = etude();
      const { besoins, acteurs, outils } = analyseDiagnostic(
        etude({ ...study, etude: { ...base.etude, fonctions } }),
        DATE,
      );
      return offreDemande(fonctions, { besoins, acteurs, outils }).map((one) => [
        one.id,
        one.besoins,
        one.sansActeur,
        one.acteurs,
        one.outils,
      ]);
    };
    expect(
      rows({
        besoins: [
          besoin('a', { fonctions: ['conseiller', 'animer'] }),
          besoin('b', { fonctions: ['conseiller'] }),
          besoin('c', { fonctions: ['former'] }),
        ],
        acteurs: [acteur('x'), acteur('y', { fonctions: ['former'], publics: ['familles'] })],
        outils: [
          outil('p'),
          outil('q', { disponibilite: 'a-adapter' }),
          outil('r', { disponibilite: 'a-creer' }),
          outil('s', { fonctions: ['former'] }),
        ],
      }),
    ).toEqual([
      ['conseiller', 2, 0, 1, 2],
      ['former', 1, 1, 1, 1],
      ['animer', 1, 1, 0, 0],
    ]);
    expect(rows({})).toEqual([
      ['former', 0, 0, 0, 0],
      ['conseiller', 0, 0, 0, 0],
      ['animer', 0, 0, 0, 0],
    ]);
    expect(offreDemande([], analyseDiagnostic(etude(), DATE))).toEqual([]);
  });
});
