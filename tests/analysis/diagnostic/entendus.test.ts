/** Who was heard and who was not, what was forgotten, and the finding that joins the inventories. */
import { describe, expect, it } from 'vitest';
import { annexesDe } from '../../../src/analysis/cites.js';
import { etudeAu } from '../../../src/analysis/dates.js';
import { constatCroise } from '../../../src/analysis/diagnostic/constat-croise.js';
import { analyserOublis } from '../../../src/analysis/diagnostic/oublis.js';
import { analyseDiagnostic } from '../../../src/analysis/diagnostic-complet.js';
import { ensemble, fiabiliteDe, preuvesDe, solidite, soliditeFiche } from '../../../src/analysis/preuves.js';
import type { Study } from '../../../src/study/study.js';
import { besoin, DATE, etude, outil, rencontre } from '../small-study.js';

const dans = (study: Study) => analyseDiagnostic(study, DATE);

describe('who was heard', () => {
  const angles = (participation: object[], rest: object = {}) =>
    dans(etude({ participation: participation as never, ...rest })).participation.anglesMorts.map(
      ({ type, sujet, valeur }) => `${type} ${sujet.id} ${valeur}`,
    );
  it('enough from twenty, too little under, not at all at nought', () => {
    const of = (n: number) =>
      angles([rencontre('r', { participants: { ecoles: n, familles: 99 } })]).filter((text) =>
        text.startsWith('public'),
      );
    expect([of(20), of(19), of(1), of(0)]).toEqual([
      [],
      ['public-peu-entendu ecoles 19'],
      ['public-peu-entendu ecoles 1'],
      ['public-absent ecoles 0'],
    ]);
  });
  it('at a time that took place: one called off is in no count, and is kept apart with its reason', () => {
    const off = rencontre('a', {
      type: 'atelier',
      titre: 'Atelier du nord',
      etat: 'annulee',
      motif_annulation: 'trois inscrits',
    });
    const study = etude({
      participation: [rencontre('r', { type: 'entretien', participants: { ecoles: 4 } }), off] as never,
    });
    const { participation } = dans(study);
    expect(participation.rencontres.map(({ id }) => id)).toEqual(['r']);
    expect(participation.methodes.find(({ id }) => id === 'atelier')?.rencontres).toBe(0);
    const told = [{ nom: 'Atelier du nord', date: off.date, motif: 'trois inscrits' }];
    expect(participation.annulees).toEqual(told);
    expect(dans(etudeAu(study, DATE).etude).participation.annulees).toEqual(told);
  });
  it('all of a public that counts fewer than twenty is enough; those who pass through are no count of it', () => {
    const of = (n: number, publicTenu: object) => {
      const study = etude({ participation: [rencontre('r', { participants: { ecoles: n, familles: 99 } })] as never });
      const publics = study.etude.publics.map((p) => (p.id === 'ecoles' ? { ...p, ...publicTenu } : p));
      return dans({ ...study, etude: { ...study.etude, publics } as never })
        .participation.anglesMorts.filter(({ sujet }) => sujet.id === 'ecoles')
        .map(({ constat }) => constat);
    };
    const douze = { effectif: 12, effectif_compte: 'organismes' };
    expect([
      of(12, douze),
      of(11, douze),
      of(12, { effectif: 12, effectif_compte: 'passage' }),
      of(12, { effectif: 12 }),
    ]).toEqual([
      [],
      ['11 participations, moins de 12, ce que ce public compte sur le territoire.'],
      ['12 participations, moins de 20.'],
      ['12 participations, moins de 20.'],
    ]);
  });
  it('those of a total without publics are in no count, and are counted apart', () => {
    const of = (...participation: object[]) => {
      const { participations, sansPublic } = dans(etude({ participation: participation as never })).participation;
      return [participations, sansPublic.rencontres, sansPublic.participants];
    };
    expect(of(rencontre('a'))).toEqual([12, 0, 0]);
    expect(of(rencontre('a', { participants_total: 12 }))).toEqual([12, 0, 0]);
    expect(
      of(rencontre('a', { participants_total: 15 }), rencontre('b', { participants: {}, participants_total: 40 })),
    ).toEqual([12, 2, 43]);
  });
  it('until the last day of the last that ended, were it one that began before; one that goes on has no end', () => {
    const of = (fin: string) =>
      dans(
        etude({ participation: [rencontre('a', { date: '2017-09-01', fin }), rencontre('b', { date: '2017-10-05' })] }),
      ).participation.derniere;
    expect([of('2017-11-30'), of('2017-09-30'), of('2018-06-30')]).toEqual(['2017-11-30', '2017-10-05', '2017-10-05']);
  });
  it('in which places: an intercommunality where none was held, once some are placed', () => {
    const epci = [
      { siren: '200000001', nom: 'Collines' },
      { siren: '200000002', nom: 'Plaines' },
    ];
    const territoire = { ...etude().territoire, epci };
    const of = (rest: object) =>
      angles([rencontre('r', rest as never)], { territoire }).filter((text) => text.startsWith('epci'));
    expect([of({ commune: '99001' }), of({})]).toEqual([['epci-absent 200000002 0'], []]);
    const perimetres = [
      {
        id: 'p',
        libelle: 'P',
        departements: [
          { code: '99', nom: 'Nôtre' },
          { code: '98', nom: 'Voisin' },
        ],
      },
    ];
    const departements = (rest: object) =>
      angles([rencontre('r', rest as never)], { territoire: { ...territoire, perimetres } }).filter((text) =>
        text.startsWith('departement'),
      );
    expect([departements({ commune: '99001' }), departements({ commune: 'inconnue' }), departements({})]).toEqual([
      ['departement-absent 98 0'],
      [],
      [],
    ]);
  });
  it('by which questionnaires: those that anyone could answer are told', () => {
    const of = (rest: object) =>
      angles([rencontre('r', { type: 'enquete', ...rest } as never)]).filter((text) =>
        text.startsWith('questionnaire'),
      );
    expect([
      of({ reponses: 9 }),
      of({ reponses: 9, envoyes: 20 }),
      of({ reponses: 0 }),
      of({}),
      of({ type: 'atelier', reponses: 9 }),
    ]).toEqual([['questionnaire-ouvert r 9'], [], [], [], []]);
    // Three in ten is the threshold.
    expect([
      of({ reponses: 6, envoyes: 20 }),
      of({ reponses: 5, envoyes: 20 }),
      of({ reponses: 0, envoyes: 20 }),
    ]).toEqual([[], ['questionnaire-peu-rendu r 5'], ['questionnaire-peu-rendu r 0']]);
    const { questionnaires } = dans(
      etude({
        participation: [
          rencontre('a', { type: 'enquete', participants: { ecoles: 7 }, reponses: 7, envoyes: 30 }),
          rencontre('b', { type: 'enquete', participants: { ecoles: 2 }, reponses: 2 }),
          rencontre('c', { participants: { ecoles: 50 } }),
        ] as never,
      }),
    ).participation;
    expect(questionnaires).toEqual({ reponses: 9, envoyes: 30, reponsesSurEnvoi: 7 });
  });
  it('of which needs: those that nobody named, by public', () => {
    const of = (...besoins: ReturnType<typeof besoin>[]) =>
      angles([], { besoins }).filter((text) => text.startsWith('besoin'));
    expect(
      of(
        besoin('a'),
        besoin('b', { mentions: { atelier: 1 } } as never),
        besoin('c'),
        besoin('d', { public: 'familles', mentions: { atelier: 2 } } as never),
      ),
    ).toEqual(['besoin-sans-mention ecoles 2']);
  });
  it('from when to when, what was warned, and how much is of example', () => {
    const { premiere, derniere, alertes, illustratifs, rencontres, participations } = dans(
      etude({
        participation: [
          rencontre('b', { date: '2017-12-01', fiabilite: 'illustratif' }),
          rencontre('a', { date: '2017-11-01', alertes: [{ texte: 'A', fonctions: ['former'] }] }),
          rencontre('c', { date: '2017-11-01', participants: undefined as never }),
        ] as never,
      }),
    ).participation;
    expect([premiere, derniere, illustratifs, participations, rencontres.map(({ id }) => id)]).toEqual([
      '2017-11-01',
      '2017-12-01',
      1,
      24,
      ['a', 'c', 'b'],
    ]);
    expect(alertes.map(({ texte, fonctions, date }) => [texte, fonctions.map(({ id }) => id), date])).toEqual([
      ['A', ['former'], '2017-11-01'],
    ]);
    expect(dans(etude()).participation).toMatchObject({ premiere: null, derniere: null });
  });
});

describe('what was forgotten', () => {
  it('is the publics that nothing covers or that few actions reach, and the actors never met', () => {
    const of = (
      par: [string, number][],
      besoins: object[] = [],
      acteurs: (string | null)[] = [],
      jugees: (string | null)[] = [],
    ) =>
      analyserOublis(
        { parPublic: besoins, liste: jugees.map((jugee) => ({ couverture: { jugee } })) } as never,
        { parPublic: par.map(([id, nombre]) => ({ id, libelle: id, nombre })) } as never,
        { liste: acteurs.map((engagement) => ({ engagement })) } as never,
      );
    const peu = (...par: [string, number][]) => of(par).publicsPeuAtteints.map(({ id }) => id);
    // A quarter of twelve is three: that is enough.
    expect(peu(['a', 12], ['b', 3], ['c', 2], ['d', 0])).toEqual(['c', 'd']);
    expect([peu(['a', 0], ['b', 0]), peu()]).toEqual([[], []]);
    expect(
      of([
        ['a', 5],
        ['b', 5],
        ['c', 1],
      ]).publicsPlusAtteints.map(({ id }) => id),
    ).toEqual(['a', 'b']);
    expect(
      of(
        [],
        [
          { id: 'a', libelle: 'A', nombre: 2, couverts: 0, partiels: 1 },
          { id: 'b', libelle: 'B', nombre: 2, couverts: 1 },
          { id: 'c', libelle: 'C', nombre: 0, couverts: 0 },
        ],
      ).publicsSansBesoinCouvert,
    ).toEqual([{ id: 'a', libelle: 'A', besoins: 2, partiels: 1 }]);
    expect(of([], [], ['pressenti', null, 'contacte', 'engage']).jamaisContactes).toBe(2);
    expect(of([], [], [], ['nulle', 'partielle', 'nulle', null, 'satisfaisante']).reponsesJugees).toEqual([
      { niveau: 'nulle', nombre: 2 },
      { niveau: 'partielle', nombre: 1 },
      { niveau: 'satisfaisante', nombre: 1 },
    ]);
  });
});

describe('the finding that joins the inventories', () => {
  const fonctions = [
    { id: 'f', libelle: 'F' },
    { id: 'g', libelle: 'G' },
  ];
  const premier = (id: string, ...own: string[]) => ({
    besoins: [
      { id, poids: 5, fonctions: own.map((one) => ({ id: one })), public: { id } },
      { id: 'petit', poids: 1, fonctions: [{ id: 'g' }] },
    ],
  });
  const of = (
    parPublic: object[],
    parFonction: [string, number][] = [
      ['f', 2],
      ['g', 1],
    ],
    outils: object[] = [],
    alertes: object[] = [],
  ) =>
    constatCroise(fonctions, {
      besoins: { parPublic },
      acteurs: { parFonction: parFonction.map(([id, nombre]) => ({ id, nombre })), liste: [1, 2, 3] },
      outils: { liste: outils },
      participation: { alertes },
    } as never);
  it('takes the function of the most publics, else the one that the fewest can hold, else none', () => {
    expect(of([premier('a', 'f'), premier('b', 'f'), premier('c', 'g')])).toMatchObject({
      fonction: { id: 'f' },
      publicsTotal: 3,
      acteurs: 2,
      acteursTotal: 3,
      moinsServie: false,
      publics: [{ id: 'a' }, { id: 'b' }],
    });
    expect(of([premier('a', 'f'), premier('c', 'g')])).toMatchObject({ fonction: { id: 'g' }, moinsServie: true });
    expect(
      of(
        [premier('a', 'f'), premier('c', 'g')],
        [
          ['f', 1],
          ['g', 1],
        ],
      ),
    ).toBeNull();
    expect(of([])).toBeNull();
    const tied = {
      besoins: [
        { id: 'x', poids: 5, fonctions: [{ id: 'f' }] },
        { id: 'y', poids: 5, fonctions: [{ id: 'f' }] },
      ],
    };
    expect(of([tied])).toBeNull();
  });
  it('names the tool that asks the least work, and what was warned of it or of all', () => {
    const outil2 = (id: string, disponibilite: string | null, detenteur: string | null, own = 'f') => ({
      id,
      disponibilite,
      detenteur,
      fonctions: [{ id: own }],
    });
    const nom = (...outils: object[]) => of([premier('a', 'f')], undefined, outils)?.outil?.id ?? null;
    expect(nom(outil2('a', 'a-adapter', 'x'), outil2('b', 'existant', null), outil2('c', 'existant', 'x'))).toBe('c');
    expect(nom(outil2('a', 'a-adapter', 'x'), outil2('b', 'existant', null))).toBe('b');
    expect(nom(outil2('a', 'a-creer', 'x'), outil2('b', null, 'x'), outil2('c', 'existant', 'x', 'g'))).toBeNull();
    const alertes = [
      { texte: 'A', fonctions: [] },
      { texte: 'B', fonctions: [{ id: 'g' }] },
      { texte: 'C', fonctions: [{ id: 'g' }, { id: 'f' }] },
    ];
    expect(of([premier('a', 'f')], undefined, [], alertes)?.alertes.map(({ texte }) => texte)).toEqual([
      'ne pas a',
      'ne pas c',
    ]);
  });
});

describe('evidence', () => {
  it('of a figure is the least solid of what it reads', () => {
    const fiche = { fiabilite: 'source', fiabilite_champs: { interet: 'illustratif', cout: 'estime' } };
    expect([
      fiabiliteDe(fiche),
      fiabiliteDe(fiche, ['nom']),
      fiabiliteDe(fiche, ['nom', 'cout']),
      fiabiliteDe(fiche, ['cout', 'interet']),
    ]).toEqual(['source', 'source', 'estime', 'illustratif']);
    expect([
      fiabiliteDe({}),
      fiabiliteDe({ fiabilite: 'inventé' }),
      fiabiliteDe({ fiabilite: 'declaratif' }, ['x']),
    ]).toEqual(['non-renseigne', 'non-renseigne', 'declaratif']);
    // What says nothing of itself is less solid than an estimate, and more than what is made up.
    expect(fiabiliteDe({ fiabilite_champs: { a: 'estime' } }, ['a', 'b'])).toBe('non-renseigne');
    const found = preuvesDe([fiche, {}, { fiabilite: 'estime' }], ['cout']);
    expect(found).toEqual({ source: 0, declaratif: 0, estime: 2, illustratif: 0, 'non-renseigne': 1, total: 3 });
    expect(ensemble(found, preuvesDe([{ fiabilite: 'estime' }]))).toMatchObject({ estime: 3, total: 4 });
  });
  it('is founded, in part, or made up', () => {
    const of = (...etats: string[]) => solidite(preuvesDe(etats.map((fiabilite) => ({ fiabilite }))));
    expect([of(), of('source'), of('source', 'illustratif'), of('illustratif')]).toEqual([
      'fonde',
      'fonde',
      'en-partie',
      'illustratif',
    ]);
    expect([
      soliditeFiche({}),
      soliditeFiche({ fiabilite: 'illustratif' }),
      soliditeFiche({ fiabilite_champs: { a: 'illustratif' } }),
      soliditeFiche({ fiabilite_champs: { a: 'estime' } }),
    ]).toEqual(['fonde', 'illustratif', 'en-partie', 'fonde']);
  });
});

describe('the findings on who was heard', () => {
  const codes = (participation: object[]) =>
    dans(etude({ participation: participation as never })).constats.methode.map((one) => [
      one.code,
      ...('methodes' in one && one.code === 'methodes-absentes' ? one.methodes.map(({ id }) => id) : []),
    ]);
  it('name the methods that were not used and the publics that were not heard, once somebody was', () => {
    expect(codes([])).toEqual([['participations']]);
    const found = codes([rencontre('r', { participants: { ecoles: 20 } })]);
    expect(found.map(([code]) => code)).toEqual([
      'participations',
      'public-le-plus-entendu',
      'publics-absents',
      'methodes-absentes',
    ]);
    expect(found[3]).not.toContain('atelier');
    expect(codes([rencontre('r', { participants: { ecoles: 19, familles: 19 } })]).map(([code]) => code)).toEqual([
      'participations',
      'publics-peu-entendus',
      'methodes-absentes',
    ]);
  });
});

describe('the annexes of a deliverable', () => {
  it('hold the references and sources that its parts name, directly or through a reference or a tool', () => {
    const study = etude({
      besoins: [besoin('b', { sources: ['source-t', 'source-x'] } as never)],
      references: ['r', 's'].map((id) => ({
        id,
        theme: 'x',
        titre: id,
        regle: 'R',
        sources: [`source-${id}`],
      })) as never,
      outils: [outil('o', { sources: ['source-o'] } as never), outil('p', { sources: ['source-p'] } as never)],
      sources: ['source-r', 'source-s', 'source-o', 'source-p', 'source-t', 'source-x'].map((id) => ({
        id,
        titre: id,
        type: 'document',
      })) as never,
    });
    const at = etudeAu(study, DATE).etude;
    const base = dans(study);
    const of = (parties: readonly unknown[], alentours: readonly unknown[]) => {
      const found = annexesDe(at, base, parties, alentours);
      return [found.references.map(({ id }) => id), found.sources.map(({ id }) => id).sort()];
    };
    expect(of([{ reference: 'r', outils: [{ outil: 'o' }] }], [])).toEqual([['r'], ['source-o', 'source-r']]);
    expect(of([{ x: 'source-t' }], [{ y: 'source-x' }])).toEqual([[], ['source-t', 'source-x']]);
    expect(of([], [])).toEqual([[], []]);
  });
});
