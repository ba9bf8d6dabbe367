/** The findings of the chapters: what each counts, when it is not told, and what its solidity rests on. */
import { describe, expect, it } from 'vitest';
import { analyseDiagnostic } from '../../../src/analysis/diagnostic-complet.js';
import type { Study } from '../../../src/study/study.js';
import { acteur, action, besoin, DATE, etude, experience, outil, rencontre } from '../small-study.js';

const ecoles = { id: 'ecoles', libelle: 'Écoles' };
const familles = { id: 'familles', libelle: 'Familles' };
const eau = { id: 'eau', libelle: 'Eau' };
const air = { id: 'air', libelle: 'Air' };
const conseiller = { id: 'conseiller', libelle: 'Conseiller' };
const former = { id: 'former', libelle: 'Former' };

type Chapitre = Exclude<keyof ReturnType<typeof analyseDiagnostic>['constats'], 'resume'>;
/** The findings of a chapter, by code, without their exhibit and what they rest on. */
const dits = (chapitre: Chapitre, study: Partial<Study>): Record<string, object> =>
  Object.fromEntries(
    analyseDiagnostic(etude(study), DATE).constats[chapitre].map(({ code, exhibits: _, solidite: __, ...rest }) => [
      code,
      rest,
    ]),
  );

describe('findings on what was heard', () => {
  it('count the people, the meetings and the methods, and name who was heard most, little, or not at all', () => {
    const found = dits('methode', {
      participation: [
        rencontre('r', { participants: { ecoles: 32 } }),
        rencontre('s', { type: 'forum', participants: { ecoles: 10 } }),
      ],
    });
    expect(found.participations).toEqual({
      participations: 42,
      sansPublic: 0,
      questionnaires: 0,
      rencontres: 2,
      methodes: ['Ateliers', 'Forums'],
    });
    expect(found['public-le-plus-entendu']).toEqual({ public: ecoles, participations: 42, total: 42 });
    expect(found['publics-absents']).toEqual({ publics: [familles], sansPublic: 0 });
    expect(found['publics-peu-entendus']).toBeUndefined();
    expect(Object.keys(found)).toContain('methodes-absentes');
    const equal = dits('methode', { participation: [rencontre('r', { participants: { ecoles: 19, familles: 19 } })] });
    expect(equal['public-le-plus-entendu']).toBeUndefined();
    expect(equal['publics-absents']).toBeUndefined();
    expect(equal['publics-peu-entendus']).toEqual({ publics: [ecoles, familles], seuil: 20 });
    const none = dits('methode', {});
    expect(Object.keys(none)).toEqual(['participations']);
  });
});

describe('findings on the needs', () => {
  const besoins = [
    besoin('a', { importance: 5, domaines: ['eau', 'air'] }),
    besoin('b', { importance: 4, domaines: ['air'], fonctions: ['former'], public: 'familles' }),
    besoin('c', { importance: 2, domaines: ['air'], fonctions: ['former', 'conseiller'] }),
  ];

  it('count those covered, name the first, and the domain and the function that ask most', () => {
    const found = dits('besoins', { besoins, acteurs: [acteur('x', { domaines: ['eau', 'air'] })] });
    expect(found.couverture).toMatchObject({ total: 3 });
    expect(found['besoin-premier']).toEqual({
      besoin: 'Besoin a',
      public: ecoles,
      importance: 5,
      mentions: null,
      base: 0,
      autrement: [],
    });
    expect(found['publics-sans-besoin-couvert']).toEqual({
      publics: [
        { ...ecoles, besoins: 2, partiels: 2 },
        { ...familles, besoins: 1, partiels: 0 },
      ],
      tous: true,
      partiels: true,
    });
    expect(found['domaine-premier']).toEqual({ domaine: air, nombre: 3, total: 3, parPoids: false });
    // 5 shared between no other function, against 4 and half of 2.
    expect(found['fonction-premiere']).toEqual({ fonction: conseiller, nombre: 2, total: 3, parPoids: true });
  });

  it('lead to what shows their figure: the needs of a public, the domains in figures', () => {
    const { constats } = analyseDiagnostic(etude({ besoins }), DATE);
    const led = Object.fromEntries(constats.besoins.map(({ code, exhibits }) => [code, exhibits]));
    expect(led).toMatchObject({ 'besoin-premier': [`besoins-${ecoles.id}`], 'domaine-premier': ['synthese-chiffres'] });
  });

  it('tell several first needs as such, and one public without as no whole', () => {
    const found = dits('besoins', { besoins: [besoin('a'), besoin('b'), besoin('c', { importance: 1 })] });
    expect(found['besoins-premiers']).toEqual({ besoins: ['Besoin a', 'Besoin b'] });
    expect(found['besoin-premier']).toBeUndefined();
    expect(found['publics-sans-besoin-couvert']).toEqual({
      publics: [{ ...ecoles, besoins: 3, partiels: 0 }],
      tous: false,
      partiels: false,
    });
    expect(found['fonction-premiere']).toEqual({ fonction: conseiller, nombre: 3, total: 3, parPoids: false });
  });

  it('lead to the functions where actors are counted: nothing shows them where none is', () => {
    const exhibits = (acteurs: Study['acteurs']) =>
      analyseDiagnostic(etude({ besoins: [besoin('a'), besoin('b')], acteurs }), DATE).constats.besoins.find(
        ({ code }) => code === 'fonction-premiere',
      )?.exhibits;
    expect([exhibits([]), exhibits([acteur('x')])]).toEqual([[], ['offre-demande-fonctions']]);
  });

  it('are none without a need', () => {
    expect(dits('besoins', {})).toEqual({});
  });
});

describe('findings on past actions', () => {
  const actions = [
    action('a', { porteur: 'x', cout: 300 }),
    action('b', { porteur: 'x', debut: '2012', cout: 100 }),
    action('c', { porteur: 'y', debut: '2016', publics: ['ecoles', 'familles'], domaines: ['eau', 'air'] }),
  ];
  const acteurs = [acteur('x', { nom: 'Zèle' }), acteur('y')];

  it('count them, their years, their costs, and name the domain and the bearer that did most', () => {
    const found = dits('actions', { actions, acteurs });
    expect(found['actions-volume']).toEqual({
      nombre: 3,
      apart: 0,
      plusLarges: 0,
      nonDatees: 0,
      premiereAnnee: 2012,
      derniereAnnee: 2016,
    });
    expect(found['domaine-le-plus-actif']).toEqual({ domaine: eau, nombre: 3, total: 3 });
    expect(found['domaines-sans-action']).toBeUndefined();
    expect(found['couts-inconnus']).toEqual({ connus: 2, inconnus: 1, total: 400 });
    const known = dits('actions', { actions: actions.map((one) => ({ ...one, cout: 50 })), acteurs });
    expect(known['couts-inconnus']).toBeUndefined();
    expect(known['porteur-principal']).toEqual({ porteur: 'Zèle', nombre: 2, total: 3 });
  });

  it('name no bearer of one action, nor one among equals, and no domain among equals', () => {
    const principal = (...list: Study['actions']) =>
      dits('actions', { actions: list.map((one) => ({ ...one, cout: 1 })), acteurs });
    expect(principal(action('a', { porteur: 'x' }))['porteur-principal']).toBeUndefined();
    expect(
      principal(
        action('a', { porteur: 'x' }),
        action('b', { porteur: 'x' }),
        action('c', { porteur: 'y' }),
        action('d', { porteur: 'y' }),
      )['porteur-principal'],
    ).toBeUndefined();
    expect(principal(action('a', { domaines: ['eau', 'air'] }))['domaine-le-plus-actif']).toBeUndefined();
    expect(principal(action('a'))['domaines-sans-action']).toEqual({ domaines: [air] });
  });

  it('without action say so, and no more than what is hoped for', () => {
    expect(Object.keys(dits('actions', {}))).toEqual(['actions-volume', 'precedents']);
    expect(dits('actions', {}).precedents).toMatchObject({ avec: 0, total: 2, fragiles: [] });
    const without = etude();
    expect(Object.keys(dits('actions', { etude: { ...without.etude, actions_indicatives: [] } }))).toEqual([
      'actions-volume',
    ]);
  });
});

describe('findings on the actors', () => {
  it('count them, the ties, the tools, and name what none of them holds', () => {
    const found = dits('acteurs', {
      acteurs: [
        acteur('x', { engagement: 'engage', fonctions: ['conseiller', 'former'], fiabilite: 'source' } as never),
        acteur('y', {
          domaines: ['air'],
          engagement: 'volontaire',
          liens: [{ acteur: 'x', type: 'partenariat' }],
        } as never),
        acteur('z'),
      ],
    });
    expect(found['acteurs-volume']).toMatchObject({ nombre: 3, engages: 1, volontaires: 1 });
    expect(found['jamais-contactes']).toMatchObject({ nombre: 1, total: 3 });
    expect(found['fonction-moins-servie']).toEqual({ fonction: former, nombre: 1, total: 3 });
    expect(found['fonctions-domaines-vides']).toEqual({ nombre: 1, cases: [{ fonction: former, domaine: air }] });
    expect(found['acteurs-isoles']).toMatchObject({ nombre: 1, total: 3, plupart: false });
    expect(found['outils-disponibles']).toBeUndefined();
    const tools = dits('acteurs', {
      outils: [
        outil('o'),
        outil('p', { disponibilite: 'a-creer' }),
        outil('q', { disponibilite: 'a-adapter' }),
        outil('r'),
      ],
    });
    expect(tools['outils-disponibles']).toEqual({ existants: 2, aAdapter: 1, aCreer: 1, total: 4 });
    // Without actor, nothing is said of what none of them holds.
    expect(Object.keys(tools)).toEqual(['acteurs-volume', 'outils-disponibles']);
  });
});

describe('findings on experiences elsewhere', () => {
  it('count those retained, and name the ones that carry over best and what they share', () => {
    const noted = (id: string, note?: number, rest: object = {}) =>
      experience(id, {
        modalites: ['visite'],
        ...(note === undefined ? {} : { transferabilite: { note } }),
        ...rest,
      } as never);
    const found = dits('experiences', {
      experiences: [noted('e', 4), noted('f', 3), noted('g', 5, { retenue: false })],
    });
    expect(found['experiences-retenues']).toEqual({ retenues: 2, etudiees: 3, noms: ['Expérience e', 'Expérience f'] });
    expect(found['experiences-plus-transferables']).toEqual({
      noms: ['Expérience e'],
      note: 4,
      seule: false,
      toutes: false,
    });
    expect(found['experiences-communs']).toEqual({ modalites: [{ id: 'visite', libelle: 'Visite' }], fonctions: [] });
    const alone = dits('experiences', { experiences: [noted('e', 4)] });
    expect(alone['experiences-plus-transferables']).toMatchObject({ seule: true, toutes: false });
    expect(alone['experiences-communs']).toBeUndefined();
    const all = dits('experiences', { experiences: [noted('e', 4), noted('f', 4)] });
    expect(all['experiences-plus-transferables']).toMatchObject({ seule: false, toutes: true });
    expect(Object.keys(dits('experiences', { experiences: [noted('e')] }))).toEqual(['experiences-retenues']);
  });
});

describe('what the figures rest on', () => {
  const made = (champ: string) => ({ fiabilite: 'source', fiabilite_champs: { [champ]: 'illustratif' } }) as never;
  const reposent = (study: Partial<Study>): string[] =>
    Object.entries(analyseDiagnostic(etude(study), DATE).preuves)
      .filter(([, { illustratif }]) => illustratif > 0)
      .map(([sujet]) => sujet)
      .sort();
  const [besoins, acteurs, outils, actions] = [
    ['besoins', 'couverture', 'synthese'],
    ['acteurs', 'couverture', 'synthese'],
    ['couverture', 'outils', 'synthese'],
    ['actions', 'couverture', 'synthese'],
  ];

  it.each([
    ...['libelle', 'importance', 'mentions', 'domaines', 'fonctions'].map(
      (champ) => ['besoins', champ, besoins] as const,
    ),
    ...['domaines', 'publics', 'fonctions'].map((champ) => ['acteurs', champ, acteurs] as const),
    ...['domaines', 'publics', 'fonctions', 'disponibilite'].map((champ) => ['outils', champ, outils] as const),
    ...['titre', 'domaines', 'publics'].map((champ) => ['actions', champ, actions] as const),
    ['acteurs', 'engagement', ['engagement', 'synthese']],
    ['acteurs', 'interet', ['notes']],
    ['acteurs', 'influence', ['notes']],
    ['acteurs', 'liens', ['liens']],
    ['outils', 'cout', ['couts']],
    ['actions', 'reussites', ['facteurs']],
    ['actions', 'freins', ['facteurs']],
    ['experiences', 'transferabilite', ['transferabilite']],
    ['participation', 'participants', ['participation']],
    ['besoins', 'commentaire', []],
    ['acteurs', 'contact', []],
    ['outils', 'detenteur', []],
  ] as const)('%s, where %s is made up', (collection, champ, sujets) => {
    const one = {
      besoins: [besoin('a', made(champ))],
      acteurs: [acteur('a', { ...(made(champ) as object), liens: [{ acteur: 'b', type: 'partenariat' }] } as never)],
      outils: [outil('a', { ...(made(champ) as object), cout: { investissement: 5 } })],
      actions: [action('a', { ...(made(champ) as object), reussites: ['Un'], freins: ['Deux'] })],
      experiences: [experience('a', { ...(made(champ) as object), transferabilite: { note: 3 } })],
      participation: [rencontre('a', made(champ))],
    }[collection];
    expect(reposent({ [collection]: one })).toEqual([...sujets]);
  });

  it('ties, costs, notes and factors count where there is one', () => {
    const proved = analyseDiagnostic(
      etude({
        acteurs: [acteur('a'), acteur('b', { liens: [{ acteur: 'a', type: 'partenariat' }] } as never)],
        outils: [outil('a'), outil('b', { cout: { investissement: 5 } })],
        actions: [action('a', { freins: [] }), action('b', { freins: ['x'], reussites: ['y'] })],
        experiences: [
          experience('a'),
          experience('b', { transferabilite: { note: 2 } }),
          experience('c', { retenue: false, transferabilite: { note: 2 } }),
        ],
      }),
      DATE,
    ).preuves;
    const totals = Object.fromEntries(Object.entries(proved).map(([sujet, { total }]) => [sujet, total]));
    expect(totals).toMatchObject({
      liens: 1,
      couts: 1,
      facteurs: 2,
      experiences: 2,
      transferabilite: 1,
      acteurs: 2,
      outils: 2,
      actions: 2,
      territoire: 1,
    });
  });

  it.each([
    ['territoire', ['territoire', 'population']],
    ...[
      'porteur',
      'forme_juridique',
      'creation',
      'moyens_humains',
      'budget_annuel',
      'financements',
      'publics',
      'domaines',
    ].map((champ) => [champ, null] as const),
    ...[
      'fonctions',
      'modalites',
      'outils',
      'gouvernance',
      'resultats',
      'points_forts',
      'points_faibles',
      'transferabilite',
      'lecon',
    ].map((champ) => [champ, null] as const),
  ] as const)('an axis of the comparison, where %s is made up', (champ, ids) => {
    const { axes } = analyseDiagnostic(
      etude({ experiences: [experience('a', made(champ)), experience('b')] }),
      DATE,
    ).experiences;
    const marked = axes.filter(({ illustratifs }) => illustratifs[0]).map(({ id }) => id);
    if (ids) expect(marked).toEqual(ids);
    else expect(marked).toHaveLength(1);
    expect(axes.filter(({ illustratifs }) => illustratifs[1])).toEqual([]);
  });

  it('the whole study counts its sheets by what they are', () => {
    const { fiabilite, effectifs } = analyseDiagnostic(
      etude({
        besoins: [besoin('a', { fiabilite: 'illustratif' }), besoin('b')],
        acteurs: [acteur('a', made('interet'))],
        actions: [action('a', { fiabilite: 'illustratif' })],
        outils: [outil('a'), outil('b')],
        participation: [rencontre('a'), rencontre('b'), rencontre('c')],
      }),
      DATE,
    );
    expect(fiabilite).toEqual({ illustratives: 2, enPartie: 1, fondees: 6, total: 9 });
    // A made up action is told apart: it is none that was conducted.
    expect(effectifs).toMatchObject({
      besoins: 2,
      acteurs: 1,
      actions: 0,
      outils: 2,
      rencontres: 3,
      experiences: 0,
      participations: 36,
    });
  });
});
