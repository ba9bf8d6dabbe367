/** Priorities at their thresholds, with the measures and weights that make them. */
import { describe, expect, it } from 'vitest';
import {
  analyserPriorites,
  justeSousLeSeuil,
  mesuresConstantes,
  poidsEnClair,
} from '../../../src/analysis/priorites/priorites.js';
import type { Study } from '../../../src/study/study.js';
import type { Priorites } from '../../../src/study/types.gen.js';
import { besoin, etude } from '../small-study.js';

const plain = (text: string | null): string | null => text?.replace(/\s/g, ' ') ?? null;

describe('priorities at their thresholds', () => {
  const poids = { importance: 1, non_couvert: 0, capacite: 0, cadre: 0, eligibilite: 0 };
  const analyse = (study: Study) => {
    const besoins = {
      liste: study.besoins.map((b) => ({
        ...b,
        public: { id: b.public },
        domaines: b.domaines.map((id) => ({ id })),
        couverture: {
          niveau: b.fiabilite === 'estime' ? 'partiel' : b.fiabilite === 'illustratif' ? 'couvert' : 'non-couvert',
        },
      })),
    };
    return analyserPriorites(study, besoins as never);
  };
  const one = (importance: number, priorites: Partial<Priorites>) =>
    analyse(etude({ besoins: [besoin('a', { importance } as never)], priorites: { poids, ...priorites } as Priorites }))
      .croisements[0];

  it('a class begins at its threshold', () => {
    const classe = (prioritaire: number, secondaire: number) => one(3, { seuils: { prioritaire, secondaire } })?.classe;
    expect([classe(50, 40), classe(50.1, 50), classe(60, 50.1)]).toEqual(['prioritaire', 'secondaire', 'autre']);
    // Those of a study that gives none.
    expect([one(4, {})?.classe, one(3, {})?.classe, one(2, {})?.classe]).toEqual([
      'prioritaire',
      'secondaire',
      'autre',
    ]);
  });

  it('an adjustment keeps the score between nought and a hundred, and is of its pair', () => {
    const adjusted = (points: number, cible: object = { domaine: 'eau', public: 'ecoles' }) =>
      one(4, { ajustements: [{ ...cible, points, motif: 'M' }] as never });
    expect([adjusted(50)?.score, adjusted(-90)?.score, adjusted(5)?.score]).toEqual([100, 0, 80]);
    expect(adjusted(5)).toMatchObject({ base: 75, ajustement: { points: 5, motif: 'M' } });
    for (const other of [
      { domaine: 'air', public: 'ecoles' },
      { domaine: 'eau', public: 'familles' },
    ])
      expect(adjusted(5, other)?.ajustement).toBeNull();
  });

  it('a note of a pair comes before that of its domain; needs covered in part count for half', () => {
    const noted = one(4, {
      cadre: [
        { domaine: 'eau', note: 2 },
        { domaine: 'eau', public: 'ecoles', note: 5 },
        { domaine: 'air', note: 1 },
      ],
      eligibilite: [
        { domaine: 'eau', note: 3 },
        { domaine: 'eau', public: 'familles', note: 1 },
      ],
    } as never);
    expect(noted?.mesures).toEqual({ importance: 75, non_couvert: 100, capacite: null, cadre: 100, eligibilite: 50 });
    const open = analyse(
      etude({
        besoins: [
          besoin('a'),
          besoin('b', { fiabilite: 'estime' }),
          besoin('c', { fiabilite: 'illustratif' }),
          besoin('d', { fiabilite: 'estime' }),
        ],
      }),
    ).croisements[0];
    expect(open?.mesures.non_couvert).toBe(50);
  });

  it('without weight or need gives no score, and a mean on each side', () => {
    expect(one(4, { poids: { ...poids, importance: 0 } })).toMatchObject({ base: null, score: null, classe: 'autre' });
    const found = analyse(
      etude({
        besoins: [
          besoin('a', { importance: 5 }),
          besoin('b', { importance: 3, domaines: ['air'] }),
          besoin('c', { importance: 1, public: 'familles' }),
        ],
        priorites: { poids } as never,
      }),
    );
    expect(
      found.croisements.map(({ domaine, public: cible, score, besoins }) => [domaine.id, cible.id, score, besoins]),
    ).toEqual([
      ['eau', 'ecoles', 100, 1],
      ['air', 'ecoles', 50, 1],
      ['eau', 'familles', 0, 1],
      ['air', 'familles', null, 0],
    ]);
    expect(found.domaines.map(({ id, score, prioritaires }) => [id, score, prioritaires])).toEqual([
      ['eau', 50, 1],
      ['air', 50, 0],
    ]);
    expect(found.publics.map(({ id, score, prioritaires }) => [id, score, prioritaires])).toEqual([
      ['ecoles', 75, 1],
      ['familles', 0, 0],
    ]);
  });

  it('puts what has no score last, after a score of nought', () => {
    const found = analyse(
      etude({
        besoins: [besoin('a', { importance: 1, domaines: ['air'], public: 'familles' })],
        priorites: { poids } as Priorites,
      }),
    );
    expect(found.croisements.map(({ score }) => score)).toEqual([0, null, null, null]);
    expect(found.domaines.map(({ id, score }) => [id, score])).toEqual([
      ['air', 0],
      ['eau', null],
    ]);
    expect(found.publics.map(({ id, score }) => [id, score])).toEqual([
      ['familles', 0],
      ['ecoles', null],
    ]);
  });

  it('tells the measures that are the same everywhere and weigh', () => {
    const besoins = [besoin('a', { importance: 4 }), besoin('b', { importance: 4, domaines: ['air'] })];
    const told = (rest: object, list = besoins) =>
      mesuresConstantes(analyse(etude({ besoins: list, priorites: { poids: { ...poids, ...rest } } as never })));
    expect(told({ non_couvert: 1 })).toEqual([
      { libelle: 'Importance des besoins', valeur: 75 },
      { libelle: 'Part sans réponse', valeur: 100 },
    ]);
    expect(told({ importance: 0, cadre: 1 })).toEqual([]);
    expect(told({}, besoins.slice(0, 1))).toEqual([]);
    expect(
      told({ non_couvert: 1 }, [besoin('a', { importance: 4 }), besoin('b', { importance: 3, domaines: ['air'] })]),
    ).toEqual([{ libelle: 'Part sans réponse', valeur: 100 }]);
  });

  it('tells those that miss the threshold by two points at the most, and no one that has it', () => {
    const near = (...scores: (number | null)[]) =>
      justeSousLeSeuil({
        seuils: { prioritaire: 74, secondaire: 60 },
        croisements: scores.map((score) => ({ score, classe: (score ?? 0) >= 74 ? 'prioritaire' : 'secondaire' })),
      } as never).map(({ score }) => score);
    expect(near(80, 74, 73.9, 72, 71.9, null)).toEqual([73.9, 72]);
  });

  it('says the weights that weigh', () => {
    const said = (rest: object) => plain(poidsEnClair({ poids: { ...poids, importance: 0, ...rest } } as never));
    expect(said({ cadre: 1, capacite: 3 })).toBe('capacité des acteurs 75 %, accord avec le cadre 25 %');
    expect(said({})).toBe('');
  });
});
