/** The stake of each domain, the coverage of a need, and the actors with their links: at the limits, ties apart. */
import { describe, expect, it } from 'vitest';
import { analyserActeurs, dateEngagement, quadrantDe } from '../../../src/analysis/diagnostic/acteurs.js';
import { couvertureBesoin } from '../../../src/analysis/diagnostic/couverture.js';
import { enjeuAuBord, enjeuDe, manquesDe } from '../../../src/analysis/diagnostic/synthese.js';
import { analyseDiagnostic } from '../../../src/analysis/diagnostic-complet.js';
import type { Study } from '../../../src/study/study.js';
import { acteur, action, besoin, DATE, etude, outil } from '../small-study.js';

const dans = (study: Study) => analyseDiagnostic(study, DATE);

describe('the stake of a domain', () => {
  const of = (non: number, partiel: number, couvert: number) =>
    enjeuDe(
      [...Array(non).fill('non-couvert'), ...Array(partiel).fill('partiel'), ...Array(couvert).fill('couvert')].map(
        (niveau) => ({ couverture: { niveau } }),
      ) as never,
    );
  it.each([
    [0, 0, 0, 'explorer'],
    [0, 0, 1, 'valoriser'],
    [1, 0, 1, 'combler'],
    [0, 1, 1, 'consolider'],
    [0, 1, 2, 'valoriser'],
    [1, 2, 1, 'consolider'],
    // A quarter covered is enough, less is not.
    [0, 3, 1, 'consolider'],
    [0, 4, 1, 'combler'],
    [2, 2, 2, 'combler'],
    [2, 3, 1, 'combler'],
    [1, 2, 3, 'valoriser'],
  ])('%s open, %s in part, %s covered: %s', (non, partiel, couvert, enjeu) => {
    expect(of(non, partiel, couvert)).toBe(enjeu);
  });

  it('is told to hang on one need where one more or less that is covered names another', () => {
    const hangs = (partiel: number, couvert: number) =>
      enjeuAuBord(
        [...Array(partiel).fill('partiel'), ...Array(couvert).fill('couvert')].map((niveau) => ({
          couverture: { niveau },
        })) as never,
      );
    // A quarter of eight is two: two hang on one, one too, four do not; half is where they are said to be met.
    expect([hangs(6, 2), hangs(7, 1), hangs(8, 0), hangs(5, 3), hangs(4, 4), hangs(1, 1)]).toEqual([
      true,
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  const couverture = (rest: object = {}) => ({
    couverture: { niveau: 'partiel', manques: [], domainesSansOutil: [], domainesSansAction: [], jugee: null, ...rest },
  });
  it('lacks what most of its open needs lack, then a better answer for those that lack nothing else', () => {
    const of2 = (...list: object[]) => manquesDe(list as never, 'eau').map(({ nature, besoins }) => [nature, besoins]);
    expect(of2()).toEqual([]);
    expect(of2(couverture())).toEqual([]);
    expect(
      of2(
        couverture({ manques: [{ domaine: { id: 'eau' } }] }),
        couverture({ domainesSansOutil: ['air', 'eau'] }),
        couverture({ domainesSansOutil: ['eau'], domainesSansAction: ['eau'] }),
      ),
    ).toEqual([
      ['outils', 2],
      ['acteurs', 1],
      ['actions', 1],
    ]);
    const all = { domainesSansOutil: ['eau'], domainesSansAction: ['eau'], manques: [{ domaine: { id: 'eau' } }] };
    expect(of2(couverture({ niveau: 'couvert', ...all }))).toEqual([]);
    // What a need lacks in another of its domains is no lack of this one.
    const air = { domainesSansOutil: ['air'], domainesSansAction: ['air'], manques: [{ domaine: { id: 'air' } }] };
    expect(of2(couverture(air))).toEqual([]);
    expect(
      of2(couverture({ jugee: 'faible' }), couverture({ jugee: 'nulle' }), couverture({ jugee: 'partielle' })),
    ).toEqual([['reponse', 2]]);
    expect(of2(couverture({ jugee: 'faible', domainesSansAction: ['eau'] }))).toEqual([['actions', 1]]);
    // Each open need has its reason: one that has all that it asks for is open because of its answer.
    expect(of2(couverture({ jugee: 'faible', domainesSansAction: ['eau'] }), couverture({ jugee: 'faible' }))).toEqual([
      ['actions', 1],
      ['reponse', 1],
    ]);
  });

  it('counts its entries, and shares the weight of a need among its domains', () => {
    const { synthese } = dans(
      etude({
        besoins: [besoin('a'), besoin('b', { domaines: ['eau', 'air'] })],
        acteurs: [
          acteur('x', { engagement: 'engage' }),
          acteur('y', { engagement: 'volontaire' }),
          acteur('z', { engagement: 'contacte' }),
        ],
        outils: [
          outil('o'),
          outil('p', { disponibilite: 'a-adapter' }),
          outil('q', { disponibilite: 'a-creer' }),
          outil('r', { domaines: ['air'] }),
        ],
        actions: [action('s')],
      }),
    );
    const [eau, air] = synthese;
    expect(eau?.chiffres).toMatchObject({
      besoins: 2,
      besoinsCouverts: 1,
      besoinsPartiels: 1,
      besoinsNonCouverts: 0,
      actions: 1,
      acteurs: 3,
      acteursEngages: 2,
      outils: 2,
      outilsACreer: 1,
    });
    expect(air?.chiffres).toMatchObject({
      besoins: 1,
      besoinsPartiels: 1,
      acteurs: 0,
      actions: 0,
      outils: 1,
      outilsACreer: 0,
    });
    const [a, b] = dans(etude({ besoins: [besoin('a'), besoin('b', { domaines: ['eau', 'air'] })] })).besoins.liste;
    expect(synthese.map(({ chiffres }) => chiffres.poidsBesoins)).toEqual([
      (a?.poids ?? 0) + (b?.poids ?? 0) / 2,
      (b?.poids ?? 0) / 2,
    ]);
  });

  it('is told of every domain in the summary, however many, with what is lacking where they are few', () => {
    const of = (n: number) => {
      const domaines = Array.from({ length: n }, (_, i) => ({ id: `d${i}`, libelle: `Domaine ${i}` }));
      const base = etude();
      const study = etude({
        etude: { ...base.etude, domaines },
        besoins: domaines.map(({ id }) => besoin(id, { domaines: [id] })),
      });
      return dans(study).constats.synthese.flatMap((one) => (one.code === 'enjeu-domaine' ? [one.manques.length] : []));
    };
    expect(of(5).length).toBe(5);
    expect(of(5).every((manques) => manques > 0)).toBe(true);
    expect(of(10)).toEqual(Array(10).fill(0));
  });

  it('is the least or the most covered where one alone is', () => {
    const served = { acteurs: [acteur('x')], outils: [outil('o')], actions: [action('s')] };
    const places = (...besoins: ReturnType<typeof besoin>[]) =>
      dans(etude({ ...served, besoins })).synthese.map(({ place }) => place);
    expect(places(besoin('a'), besoin('b', { domaines: ['air'] }))).toEqual(['plus-couvert', 'moins-couvert']);
    expect(places(besoin('a'))).toEqual(['plus-couvert', null]);
    expect(places(besoin('a', { domaines: ['air'] }))).toEqual([null, null]);
  });
});

describe('the coverage of a need', () => {
  const served = { acteurs: [acteur('x', { engagement: 'engage' })], outils: [outil('o')], actions: [action('s')] };
  const of = (rest: object = {}, study: object = {}) =>
    couvertureBesoin(etude({ ...served, ...study }), besoin('b', rest));
  it('is whole with an actor, a tool and an action, in part without one, open without actor', () => {
    expect(of()).toMatchObject({
      niveau: 'couvert',
      cause: null,
      jugee: null,
      acteurs: ['x'],
      acteursEngages: ['x'],
      outils: ['o'],
      actions: ['s'],
      manques: [],
      sansOutil: 0,
      sansAction: 0,
      attendus: 1,
      motif: '1 acteur, 1 outil, 1 action conduite.',
    });
    expect(of({}, { outils: [] })).toMatchObject({
      niveau: 'partiel',
      sansOutil: 1,
      motif: '1 acteur, aucun outil, 1 action conduite.',
    });
    expect(of({}, { actions: [] })).toMatchObject({ niveau: 'partiel', sansAction: 1 });
    expect(of({}, { acteurs: [] })).toMatchObject({ niveau: 'non-couvert', cause: 'sans-acteur' });
    expect(of({ reponse_actuelle: 'nulle' })).toMatchObject({
      niveau: 'non-couvert',
      cause: 'jugee-nulle',
      motif: '1 acteur, 1 outil, 1 action conduite ; réponse jugée nulle.',
    });
    expect(of({ reponse_actuelle: 'faible' })).toMatchObject({ niveau: 'partiel', cause: null, jugee: 'faible' });
    expect(of({ reponse_actuelle: 'partielle' }).niveau).toBe('couvert');
    expect(of({ fonctions: [] }).niveau).toBe('non-couvert');
  });
  it('is held by those of its public, its domain and its function, tools that exist, actions that count', () => {
    for (const other of [{ publics: ['familles'] }, { domaines: ['air'] }, { fonctions: ['former'] }]) {
      expect(of({}, { acteurs: [acteur('x', other)] }).acteurs, JSON.stringify(other)).toEqual([]);
      expect(of({}, { outils: [outil('o', other)] }).outils, JSON.stringify(other)).toEqual([]);
    }
    expect(
      of({}, { outils: [outil('o', { disponibilite: 'a-creer' }), outil('p', { disponibilite: 'a-adapter' })] }).outils,
    ).toEqual(['p']);
    expect(
      of(
        {},
        {
          actions: [
            action('s', { fiabilite: 'illustratif' }),
            action('t', { hors_territoire: true }),
            action('u', { publics: ['familles'] }),
          ],
        },
      ).actions,
    ).toEqual([]);
    expect(
      of({}, { acteurs: [acteur('x', { engagement: 'volontaire' }), acteur('y', { engagement: 'contacte' })] })
        .acteursEngages,
    ).toEqual(['x']);
    const two = of({ domaines: ['eau', 'air'], fonctions: ['conseiller', 'former'] });
    expect(two).toMatchObject({ attendus: 4, sansOutil: 3, sansAction: 1 });
    expect([two.domainesSansOutil, two.domainesSansAction]).toEqual([['eau', 'air'], ['air']]);
    expect(two.manques.map(({ domaine, fonction }) => `${domaine.id} ${fonction.id}`)).toEqual([
      'eau former',
      'air conseiller',
      'air former',
    ]);
    expect(two.motif).toContain('aucun acteur pour 3 des 4 couples d’un domaine et d’une fonction qu’il attend');
  });
});

describe('the actors', () => {
  it.each([
    [4, 4, 'associer'],
    [3, 4, 'convaincre'],
    [4, 3, 'appuyer'],
    [3, 3, 'informer'],
    [null, 4, null],
    [4, null, null],
  ] as const)('interest %s, influence %s: %s', (interet, influence, quadrant) => {
    expect(quadrantDe(interet, influence)).toBe(quadrant);
  });

  it('are linked by what they say and by what they did together, each pair once', () => {
    const study = etude({
      acteurs: [
        acteur('a', {
          liens: [
            { acteur: 'b', nature: 'conseil' },
            { acteur: 'a', nature: 'soi' },
            { acteur: 'inconnu', nature: 'x' },
          ],
        } as never),
        acteur('b'),
        acteur('c', { fiabilite: 'illustratif' }),
        acteur('d'),
      ],
      actions: [
        action('x', { porteur: 'b', partenaires: ['a', 'c', 'c', 'inconnu'] }),
        action('y', { porteur: 'c', partenaires: ['b'] }),
        action('z', { porteur: 'd', partenaires: ['a'], fiabilite: 'illustratif' }),
      ],
    });
    const { liens, isoles, plusRelies, liste, illustratifs } = dans(study).acteurs;
    expect(liens.map(({ source, cible, nature }) => [source.id, cible.id, nature])).toEqual([
      ['a', 'b', 'conseil'],
      ['a', 'c', 'action conduite ensemble'],
      ['b', 'c', 'action conduite ensemble'],
    ]);
    expect(isoles.map(({ id }) => id)).toEqual(['d']);
    expect(plusRelies.map(({ id, degre }) => [id, degre])).toEqual([
      ['a', 2],
      ['b', 2],
      ['c', 2],
    ]);
    expect(liste.map(({ id, actions }) => [id, actions])).toEqual([
      ['a', ['x']],
      ['b', ['x', 'y']],
      ['c', ['x', 'y']],
      ['d', []],
    ]);
    expect([illustratifs, liste.map(({ illustratif }) => illustratif)]).toEqual([1, [false, false, true, false]]);
  });

  it('ten of the most linked are kept, the most first, by id among equals', () => {
    const hub = acteur('z', {
      liens: Array.from({ length: 11 }, (_, i) => ({ acteur: `a${String(i).padStart(2, '0')}`, nature: 'n' })),
    } as never);
    const { plusRelies } = dans(
      etude({ acteurs: [...Array.from({ length: 11 }, (_, i) => acteur(`a${String(i).padStart(2, '0')}`)), hub] }),
    ).acteurs;
    expect(plusRelies.map(({ id }) => id)).toEqual([
      'z',
      ...Array.from({ length: 9 }, (_, i) => `a${String(i).padStart(2, '0')}`),
    ]);
  });

  it('are committed from their own date, else from the first meeting really held where they sat', () => {
    const reunion = (date: string, rest: object = {}) => ({
      id: date,
      date,
      etat: 'tenue',
      type: 'copil',
      phase: 'P',
      ordre_du_jour: [],
      presents: [{ organisme: 'X', acteur: 'x' }],
      ...rest,
    });
    const of = (reunions: object[], rest: object = {}) =>
      dateEngagement({ ...etude(), reunions } as Study, acteur('x', rest));
    expect(of([reunion('2018-02-01'), reunion('2018-01-01')])).toBe('2018-01-01');
    expect(of([reunion('2018-01-01')], { engagement_date: '2018-03-01' })).toBe('2018-03-01');
    for (const none of [
      reunion('2018', { etat: 'prevue' }),
      reunion('2018', { fiabilite: 'illustratif' }),
      reunion('2018', { presents: [{ organisme: 'Y', acteur: 'y' }] }),
      reunion('2018', { presents: undefined }),
    ])
      expect(of([none])).toBeNull();
    const { presumes, liste } = dans(
      etude({
        acteurs: [
          acteur('a', { engagement: 'engage' }),
          acteur('b', { engagement: 'contacte', engagement_date: '2018-01' }),
          acteur('c', { engagement: 'pressenti' }),
          acteur('d'),
        ],
      }),
    ).acteurs;
    expect(presumes).toEqual({ nombre: 1, total: 2 });
    expect(liste.map(({ engagementPresume }) => engagementPresume)).toEqual([true, false, false, false]);
  });

  it('those that the contract names are told when nobody has spoken to them', () => {
    const named = (id: string, engagement?: string) =>
      acteur(id, { cite_au_contrat: true, ...(engagement ? { engagement } : {}) } as never);
    const { auContrat } = analyserActeurs({
      ...etude({ acteurs: [named('a', 'contacte'), named('b', 'pressenti'), named('c'), acteur('d')] }),
      reunionsPrevues: [],
    } as never);
    expect([auContrat.total, auContrat.sansContact]).toEqual([3, ['Acteur b', 'Acteur c']]);
  });

  it('are counted by level, type, quadrant and days', () => {
    const found = analyserActeurs({
      ...etude({
        acteurs: [
          acteur('a', { engagement: 'engage', interet: 5, influence: 5, moyens: { jours_an: 10 } } as never),
          acteur('b', { type: 'collectivite', moyens: { jours_an: 5 } } as never),
          acteur('c', { interet: 1 }),
        ],
      }),
      reunionsPrevues: [],
    } as never);
    expect(found.joursAn).toEqual({ total: 15, connus: 2 });
    expect(found.types.map(({ id, nombre }) => [id, nombre])).toEqual([
      ['association', 2],
      ['collectivite', 1],
    ]);
    expect(found.engagement.map(({ id, acteurs }) => [id, acteurs.length]).filter(([, n]) => n !== 0)).toEqual([
      ['engage', 1],
      ['non-renseigne', 2],
    ]);
    expect([found.sansNote, found.quadrants.find(({ quadrant }) => quadrant === 'associer')?.acteurs.length]).toEqual([
      2, 1,
    ]);
    expect(found.vides.map(({ fonction, domaine }) => `${fonction.id} ${domaine.id}`)).toEqual([
      'conseiller air',
      'former eau',
      'former air',
    ]);
    const base = etude({ acteurs: [acteur('a')] });
    const [eau, air] = base.etude.domaines;
    const sansAir = { ...base, etude: { ...base.etude, domaines: [{ ...eau, fonctions: ['conseiller'] }, air] } };
    expect(
      analyserActeurs({ ...sansAir, reunionsPrevues: [] } as never).vides.map(
        ({ fonction, domaine }) => `${fonction.id} ${domaine.id}`,
      ),
    ).toEqual(['conseiller air', 'former air']);
    const all = analyserActeurs({
      ...etude({ acteurs: [acteur('a', { engagement: 'engage' })] }),
      reunionsPrevues: [],
    } as never);
    expect(all.engagement.some(({ id }) => id === 'non-renseigne')).toBe(false);
  });
});
