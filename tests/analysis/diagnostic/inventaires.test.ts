/** The figures of the inventories by hand: tools by what they are, needs by public, domain and function, and their coverage. */
import { describe, expect, it } from 'vitest';
import { analyseDiagnostic } from '../../../src/analysis/diagnostic-complet.js';
import { totauxDe } from '../../../src/analysis/territoire.js';
import type { Study } from '../../../src/study/study.js';
import { acteur, action, besoin, DATE, etude, outil, rencontre } from '../small-study.js';

const analysed = (study: Partial<Study>) => analyseDiagnostic(etude(study), DATE);
const amount = (n: number) => ({ min: n, mode: n, max: n });

describe('tools', () => {
  const { disponibilite: _, ...unsaid } = outil('n');
  const outils = [
    outil('t', { disponibilite: 'a-creer', cout: { investissement: 100, jours_an: 3 } }),
    outil('o', { domaines: ['eau', 'air'], detenteur: 'x', cout: { fonctionnement_annuel: 7 } }),
    outil('p', { disponibilite: 'a-adapter', fiabilite: 'illustratif' }),
    unsaid as Study['outils'][number],
    outil('c'),
  ];
  const found = analysed({ outils, acteurs: [acteur('x')] }).outils;

  it('come from the one that exists to the one to make, then those of which nothing is said, by id', () => {
    expect(found.liste.map(({ id, disponibilite }) => [id, disponibilite])).toEqual([
      ['c', 'existant'],
      ['o', 'existant'],
      ['p', 'a-adapter'],
      ['t', 'a-creer'],
      ['n', null],
    ]);
    expect(
      found.liste.map(({ detenteur, investissement, fonctionnement, jours }) => [
        detenteur,
        investissement,
        fonctionnement,
        jours,
      ]),
    ).toEqual([
      [null, null, null, null],
      ['Acteur x', null, amount(7), null],
      [null, null, null, null],
      [null, amount(100), null, amount(3)],
      [null, null, null, null],
    ]);
  });

  it('are counted by availability, by domain, and where a cost is known', () => {
    expect(found.parDisponibilite.map(({ id, nombre }) => [id, nombre])).toEqual([
      ['existant', 2],
      ['a-adapter', 1],
      ['a-creer', 1],
      ['non-renseigne', 1],
    ]);
    expect(found.parDomaine).toEqual([
      { id: 'eau', libelle: 'Eau', nombre: 5, existants: 2, aAdapter: 1, aCreer: 1 },
      { id: 'air', libelle: 'Air', nombre: 1, existants: 1, aAdapter: 0, aCreer: 0 },
    ]);
    expect([found.coutConnu, found.illustratifs]).toEqual([2, 1]);
    // A kind of which there is none is told, but for the one of which nothing is said.
    expect(analysed({ outils: [outil('o')] }).outils.parDisponibilite.map(({ id, nombre }) => [id, nombre])).toEqual([
      ['existant', 1],
      ['a-adapter', 0],
      ['a-creer', 0],
    ]);
  });
});

describe('needs', () => {
  const besoins = [
    besoin('c', { importance: 2, domaines: ['air'], fonctions: ['former', 'conseiller'] }),
    besoin('b', {
      importance: 4,
      domaines: ['air'],
      fonctions: ['former'],
      public: 'familles',
      fiabilite: 'illustratif',
    }),
    besoin('a', { importance: 5, domaines: ['eau', 'air'] }),
  ];
  const found = analysed({
    besoins,
    acteurs: [acteur('x', { engagement: 'engage' })],
    actions: [action('q')],
    outils: [outil('o', { domaines: ['eau', 'air'] }), outil('p')],
    participation: [rencontre('r', { participants: { ecoles: 12, familles: 4 } })],
  }).besoins;

  it('come by their weight, with the people met in their public', () => {
    expect(found.liste.map(({ id, rang, poids, base, illustratif }) => [id, rang, poids, base, illustratif])).toEqual([
      ['a', 1, 5, 12, false],
      ['b', 2, 4, 4, true],
      ['c', 3, 2, 12, false],
    ]);
    expect([found.poidsTotal, found.mentionsTotal, found.illustratifs]).toEqual([11, 0, 1]);
  });

  it('are covered by pair of domain and function: who, with what, and what is lacking', () => {
    const [a, b, c] = found.liste.map(({ couverture }) => couverture);
    expect(a).toMatchObject({
      niveau: 'partiel',
      cause: null,
      acteurs: ['x'],
      acteursEngages: ['x'],
      outils: ['o', 'p'],
      actions: ['q'],
      sansOutil: 0,
      sansAction: 1,
      attendus: 2,
    });
    expect(a?.manques.map(({ domaine, fonction }) => [domaine.id, fonction.id])).toEqual([['air', 'conseiller']]);
    expect(b).toMatchObject({
      niveau: 'non-couvert',
      cause: 'sans-acteur',
      acteurs: [],
      outils: [],
      actions: [],
      sansOutil: 1,
      sansAction: 1,
      attendus: 1,
    });
    expect(c).toMatchObject({ niveau: 'non-couvert', acteurs: [], outils: ['o'], sansOutil: 1, attendus: 2 });
    expect(found.niveaux).toEqual({ couvert: 0, partiel: 1, 'non-couvert': 2 });
    expect(found.nonCouverts.map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('add up by public, with its first domain and function', () => {
    expect(
      found.parPublic.map(
        ({ id, nombre, poids, premierDomaine, premiereFonction, couverts, partiels, nonCouverts, participations }) => [
          ...[id, nombre, poids, premierDomaine?.id, premiereFonction?.id],
          ...[couverts, partiels, nonCouverts, participations],
        ],
      ),
    ).toEqual([
      ['ecoles', 2, 7, 'air', 'conseiller', 0, 1, 1, 12],
      ['familles', 1, 4, 'air', 'former', 0, 0, 1, 4],
    ]);
    const none = analysed({ besoins: [] }).besoins;
    expect(none.parPublic.map(({ nombre, premierDomaine }) => [nombre, premierDomaine])).toEqual([
      [0, null],
      [0, null],
    ]);
  });

  it('name the function that the most of them call, whatever their weight, and none on a tie', () => {
    const premiere = (...besoins: [importance: number, ...fonctions: string[]][]) =>
      analysed({
        besoins: besoins.map(([importance, ...fonctions], i) => besoin(`b${i}`, { importance, fonctions } as never)),
      }).besoins.parPublic[0]?.premiereFonction?.id ?? null;
    expect([
      premiere([5, 'conseiller', 'former'], [3, 'former']),
      premiere([5, 'conseiller', 'former'], [5, 'conseiller']),
      premiere([5, 'conseiller'], [3, 'former']),
      premiere([5, 'conseiller', 'former']),
    ]).toEqual(['former', 'conseiller', null, null]);
  });

  it('share their weight over their domains and functions, and count in each', () => {
    const cells = ({ valeurs }: typeof found.publicDomaine) =>
      valeurs.map((row) => row.map(({ nombre, poids }) => [nombre, poids]));
    expect(cells(found.publicDomaine)).toEqual([
      [
        [1, 2.5],
        [2, 4.5],
      ],
      [
        [0, 0],
        [1, 4],
      ],
    ]);
    expect(cells(found.publicFonction)).toEqual([
      [
        [2, 6],
        [1, 1],
      ],
      [
        [0, 0],
        [1, 4],
      ],
    ]);
    expect(cells(found.domaineFonction)).toEqual([
      [
        [1, 2.5],
        [0, 0],
      ],
      [
        [2, 3.5],
        [2, 5],
      ],
    ]);
  });

  it('rest on the least and the most people met, of the publics where some were', () => {
    expect(found.echantillon).toMatchObject({ base: { min: 4, max: 12 }, change: false });
    const one = analysed({ besoins, participation: [rencontre('r', { participants: { ecoles: 12 } })] }).besoins;
    expect(one.echantillon.base).toEqual({ min: 12, max: 12 });
    expect(analysed({ besoins }).besoins.echantillon.base).toBeNull();
  });
});

describe('the whole of a perimeter', () => {
  const officiel = (communes: number | null, population: number | null) => ({
    communes,
    population,
    date: null,
    sources: [],
  });
  it('is the official total where only a part of it is described, and what is described where that is more', () => {
    const part = { communes: 2, population: 1000 };
    expect(totauxDe({ ...part, officiel: null })).toEqual(part);
    expect(totauxDe({ ...part, officiel: officiel(5, 4000) })).toEqual({ communes: 5, population: 4000 });
    expect(totauxDe({ ...part, officiel: officiel(1, 900) })).toEqual(part);
    expect(totauxDe({ ...part, officiel: officiel(null, 4000) })).toEqual({ communes: 2, population: 4000 });
    expect(totauxDe({ ...part, officiel: officiel(5, null) })).toEqual({ communes: 5, population: 1000 });
  });
});
