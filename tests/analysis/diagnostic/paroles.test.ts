/** A saying is printed with the role of who spoke and where it was heard. */
import { describe, expect, it } from 'vitest';
import { parolesDe } from '../../../src/analysis/diagnostic/paroles.js';
import type { Besoin } from '../../../src/study/types.gen.js';

const participation = [
  { id: 'ferme', type: 'entretien', date: '2024-03-12' },
  { id: 'ateliers', type: 'atelier', date: '2024-03-12', fin: '2024-05-06' },
] as never;

const dites = (rest: Partial<Besoin>) =>
  parolesDe({ participation }, rest as Besoin).map(({ qui }) => qui?.replace(/\s/g, ' ') ?? null);

describe('who said what is quoted', () => {
  it('is told by a role and by the meeting, at its own day or at that of the saying', () => {
    const texte = 'Il faut un mouton par cour.';
    expect(
      dites({
        paroles: [
          { texte, qualite: 'Une agricultrice', rencontre: 'ferme' },
          { texte, qualite: 'un tisserand', rencontre: 'ateliers', date: '2024-04-02' },
          { texte, qualite: 'un tisserand', rencontre: 'ateliers' },
          { texte, qualite: 'un passant', date: '2024-04' },
          { texte, qualite: 'un passant' },
        ],
        verbatims: [texte],
      }),
    ).toEqual([
      'une agricultrice, entretien du 12 mars 2024',
      'un tisserand, atelier du 2 avril 2024',
      'un tisserand, atelier, du 12 mars au 6 mai 2024',
      'un passant, parole d’avril 2024',
      'un passant',
      null,
    ]);
  });

  it('is left out with a meeting that the study does not know at its date', () => {
    expect(dites({ paroles: [{ texte: 'Plus tard.', qualite: 'une élue', rencontre: 'demain' }] })).toEqual([]);
  });
});
