/** What others pay aside and what funds it: told beyond the gap that the study admits, either way, and only where something is paid aside. */
import { describe, expect, it } from 'vitest';
import { COMPTES } from '../../../../src/analysis/coherence/regles/financement/comptes.js';
import { RECETTES } from '../../../../src/analysis/coherence/regles/financement/recettes.js';
import { aide, avec, found, poste, said, told } from '../told.js';

const regle = COMPTES.find(({ code }) => code === 'recette-a-part-inegale');
if (!regle) throw new Error('rule expected');

describe('what others pay aside', () => {
  // Half a post of 40 000 over two years, without growth: 40 000 paid aside; the study admits a gap of 5 %.
  const etude = (montant: number, rest: object = {}) =>
    avec({
      moyens: { humains: [poste, { ...poste, id: 'leur', porteur: 'mare' }] },
      financements: [
        aide,
        {
          ...aide,
          id: 'leur',
          libelle: 'Leur',
          financeur: 'mare',
          nature: 'participation',
          taux: undefined,
          plafond: undefined,
          montant,
          ...rest,
        },
      ],
    });
  const theirs = { assiette_porteurs: ['mare'] };

  it('is funded by its own receipts, to the admitted gap', () => {
    for (const montant of [19_000, 20_000, 21_000]) expect(told(regle, etude(montant, theirs))).toEqual([]);
    const at = ['scenarios/a/financements/leur / scenarios/a/moyens'];
    expect([told(regle, etude(18_990, theirs)), told(regle, etude(21_010, theirs))]).toEqual([at, at]);
    expect(said(regle, etude(10_000, theirs))).toBe(
      'dans « Scénario a », La Mare paie 40 000 € sur 2 ans, et « Leur » apporte 20 000 €.',
    );
  });

  it('that who sells for itself keeps is an expense to write, not a price to cut', () => {
    const issue = (rest: object) => found(regle, etude(30_000, { ...theirs, ...rest }))[0]?.issue;
    expect(issue({ nature: 'recette' })).toMatch(/^Comptez en dépense ce qui reste à qui vend/);
    expect(issue({})).toMatch(/^Ajustez ce qu’ils apportent/);
  });

  it('is funded member by member, where they fund it themselves', () => {
    // The second pays 40 000 of 80 000 paid aside: a half.
    const deux = (part: number, rest: object = {}) =>
      avec({
        moyens: {
          humains: [poste, { ...poste, id: 'l', porteur: 'mare' }, { ...poste, id: 'm', porteur: 'region' }],
        },
        financements: [
          aide,
          {
            ...aide,
            id: 'leur',
            libelle: 'Leur',
            nature: 'participation',
            taux: undefined,
            plafond: undefined,
            montant: 40_000,
            groupe: [
              { acteur: 'mare', part },
              { acteur: 'region', part: 1 - part },
            ],
            assiette_porteurs: ['mare', 'region'],
            ...rest,
          },
        ],
      });
    for (const part of [0.5, 0.52, 0.48]) expect(told(regle, deux(part))).toEqual([]);
    expect(told(regle, deux(0.6))).toEqual(['scenarios/a/financements/leur / scenarios/a/moyens']);
    expect(said(regle, deux(0.6))).toBe(
      'dans « Scénario a », La Mare paie 40 000 € sur 2 ans, et sa part de « Leur » apporte 48 000 €.',
    );
    // Given by others, the shares say nothing of who pays.
    expect(told(regle, deux(0.6, { groupe: [{ acteur: 'cdc', part: 1 }] }))).toEqual([]);
  });

  it('is nothing where the bearer is paid', () => {
    expect([told(regle, etude(5_000)), told(regle, etude(5_000, { assiette_porteurs: ['cdc', 'mare'] }))]).toEqual([
      [],
      [],
    ]);
  });
});

describe('an aid whose dates miss the scenario', () => {
  const dates = RECETTES.find(({ code }) => code === 'aide-hors-de-ses-dates');
  if (!dates) throw new Error('rule expected');
  const ouverte = (ouverture: string, duree_annees: number | undefined) =>
    told(
      dates,
      avec({ demarrage: '2020-01', duree_annees, financements: [{ ...aide, id: 'f', ouverture }] }, { criteres: null }),
    );

  it('is told when it opens after the last year, that of the common assumptions when the scenario gives none', () => {
    expect(ouverte('2021-06', 1)).toEqual(['scenarios/a/financements/f / scenarios/a/demarrage']);
    expect(ouverte('2021-06', 2)).toEqual([]);
    // Three years, as a study without assumptions is costed.
    expect(ouverte('2022-06', undefined)).toEqual([]);
    expect(ouverte('2023-06', undefined)).toHaveLength(1);
  });
});

describe('an expense that several aids take', () => {
  const deux = RECETTES.find(({ code }) => code === 'depense-aidee-deux-fois');
  if (!deux) throw new Error('rule expected');
  const of = (...sources: object[]) =>
    told(deux, avec({ financements: sources.map((one, i) => ({ ...aide, id: `s${i}`, plafond: undefined, ...one })) }));
  const at = ['scenarios/a/financements/s0 / scenarios/a/moyens/humains/poste / scenarios/a/financements/s1'];

  it('is told when their rates pass together what it costs, and not at all of it', () => {
    expect(of({ taux: 0.5 }, { taux: 0.5 })).toEqual([]);
    expect(of({ taux: 0.5 }, { taux: 0.51 })).toEqual(at);
    expect(of({ taux: 1.2 })).toEqual([]);
    expect(of({ taux: 0.6 }, { taux: undefined, montant: 90_000 })).toEqual([]);
    expect(of({ taux: 0.6 }, { taux: 0.6, nature: 'autofinancement' })).toEqual([]);
  });

  it('is that of one year, one payer, one line', () => {
    expect(of({ taux: 0.6, annees: [1] }, { taux: 0.6, annees: [2] })).toEqual([]);
    expect(of({ taux: 0.6, annees: [1] }, { taux: 0.6 })).toEqual(at);
    expect(of({ taux: 0.6 }, { taux: 0.6, assiette_porteurs: ['mare'] })).toEqual([]);
    expect(of({ taux: 0.6 }, { taux: 0.6, lignes_exclues: ['poste'] })).toEqual([]);
    expect(of({ taux: 0.6 }, { taux: 0.6, assiette: ['materiel'] })).toEqual([]);
  });
});
