/** Amounts, superlatives, paths and gaps: the small pieces that every document reads, at their limits. */
import { describe, expect, it } from 'vitest';
import { champDe, suites } from '../../src/analysis/chiffres/chemins.js';
import { chiffresDe, nomsPossibles, trouver } from '../../src/analysis/chiffres/index.js';
import { textes } from '../../src/analysis/cites.js';
import { reunionDuDossier } from '../../src/analysis/copil/reunion.js';
import { lacunesDe } from '../../src/analysis/etat/lacunes.js';
import { arrondiSelon, fourchette, montantEtBornes, montantProbable } from '../../src/analysis/montants.js';
import { concerne, natureDe } from '../../src/analysis/natures.js';
import { analyserPriorites, mesuresConstantes, poidsEnClair } from '../../src/analysis/priorites/priorites.js';
import { derniersDe, premiersDe, seulDernier, seulPremier } from '../../src/analysis/superlatifs.js';
import type { Study } from '../../src/study/study.js';
import type { Priorites } from '../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from './small-scenario.js';
import { acteur, action, besoin, DATE, etude, experience, outil, petitProjet, rencontre } from './small-study.js';

const plain = (text: string | null): string | null => text?.replace(/\s/g, ' ') ?? null;

describe('an amount', () => {
  const range = { min: 90000, mode: 98000, max: 106000 };
  it('is a number, the mode of a range, or unknown', () => {
    expect([
      montantProbable(5),
      montantProbable(0),
      montantProbable(range),
      montantProbable(null),
      montantProbable(undefined),
    ]).toEqual([5, 0, 98000, null, null]);
    expect(fourchette(5)).toEqual({ min: 5, mode: 5, max: 5 });
    expect(fourchette({ ...range, source: 'x' } as never)).toEqual(range);
    expect([fourchette(null), fourchette(undefined)]).toEqual([null, null]);
  });

  it('is told with its bounds where they differ', () => {
    expect(plain(montantEtBornes(range))).toBe('98 000 € (90 000 à 106 000)');
    expect(plain(montantEtBornes(7))).toBe('7 €');
    expect(plain(montantEtBornes({ min: 7, mode: 7, max: 7 }))).toBe('7 €');
    expect(montantEtBornes(undefined)).toBeNull();
  });

  it.each([
    [92828, 88963, 97559, 93000],
    [92828, 97559, 88963, 93000],
    [92828, 92000, 92400, 92800],
    [92828, 92000, 92399, 92830],
    [92828.4, 92828, 92831.9, 92828],
    [92828.6, 92828, 92832, 92829],
    [12.6, 12.6, 12.6, 13],
  ])('%s between %s and %s has no more digits than that: %s', (value, low, high, told) => {
    expect(arrondiSelon(value, low, high)).toBe(told);
  });
});

describe('a superlative', () => {
  const of = (...values: number[]) => values.map((n, i) => ({ n, i }));
  const n = ({ n: value }: { n: number }): number => value;
  const rang = (found: { i: number } | null): number | null => found?.i ?? null;
  it('names all those that reach the most, and the only one alone', () => {
    expect(premiersDe(of(1, 3, 3), n).map(({ i }) => i)).toEqual([1, 2]);
    expect(premiersDe(of(0.1 + 0.2, 0.3, 0.29), n).map(({ i }) => i)).toEqual([0, 1]);
    expect([premiersDe(of(0, 0), n), premiersDe(of(-1), n), premiersDe([], n)]).toEqual([[], [], []]);
    expect([
      rang(seulPremier(of(1, 3), n)),
      seulPremier(of(3, 3), n),
      seulPremier(of(0, 0), n),
      seulPremier([], n),
    ]).toEqual([1, null, null, null]);
  });
  it('names the least where something is more', () => {
    expect(derniersDe(of(1, 3, 1), n).map(({ i }) => i)).toEqual([0, 2]);
    expect(derniersDe(of(0.1 + 0.2, 0.3, 1), n).map(({ i }) => i)).toEqual([0, 1]);
    expect([derniersDe(of(2, 2), n), derniersDe([], n), derniersDe(of(2), n)]).toEqual([[], [], []]);
    expect([rang(seulDernier(of(5, 3), n)), seulDernier(of(3, 3), n), seulDernier(of(1, 1, 2), n)]).toEqual([
      1,
      null,
      null,
    ]);
  });
});

describe('a rule by nature', () => {
  it('applies to all unless it names some, and never to a nature unknown', () => {
    expect([concerne({}, 'public'), concerne({}, null)]).toEqual([true, true]);
    expect([concerne({ concerne: ['public'] }, 'public'), concerne({ concerne: ['public'] }, 'association')]).toEqual([
      true,
      false,
    ]);
    expect([concerne({ concerne: ['public'] }, null), concerne({ concerne: [] }, 'public')]).toEqual([false, false]);
  });
  it('is read from the type of the actor', () => {
    const natures = {
      association: 'association',
      fondation: 'association',
      gip: 'public',
      regie: 'public',
      'exploitation-agricole': 'exploitation',
      collectif: 'particulier',
      sem: 'entreprise',
      scic: 'entreprise',
      spl: null,
      instance: null,
      reseau: null,
    } as const;
    for (const [type, nature] of Object.entries(natures)) expect(natureDe({ type } as never), type).toBe(nature);
  });
});

describe('a field of the study by its path', () => {
  const study = etude({
    acteurs: [acteur('mare', { nom: 'La Mare' })],
    projets: [
      petitProjet('haies', {
        retenu_le: '2018-06',
        budget: [{ poste: 'Plants', prevu: 12 }],
        calendrier: [{ etape: 'x', debut: '2018', fin: '2018-07-01' }],
      }),
    ],
  });
  it('is a number, a date or a text, or none', () => {
    expect(champDe(study, 'acteurs.mare.nom')).toEqual({
      nom: 'acteurs.mare.nom',
      libelle: 'acteurs.mare.nom',
      valeur: 'La Mare',
      unite: 'texte',
    });
    expect(champDe(study, 'projets.haies.budget.1.prevu')).toMatchObject({ valeur: 12, unite: 'nombre' });
    expect(
      [
        'projets.haies.retenu_le',
        'projets.haies.calendrier.1.fin',
        'projets.haies.calendrier.1.debut',
        'etude.date',
      ].map((nom) => champDe(study, nom)?.unite),
    ).toEqual(['date', 'date', 'texte', 'date']);
    for (const none of [
      'acteurs',
      'acteurs.mare',
      'acteurs.autre.nom',
      'acteurs.mare.nom.x',
      'inconnu.x',
      'acteurs.mare.toString',
      'projets.haies.budget.2.prevu',
      'criteres.x',
      '',
    ])
      expect(champDe(study, none), none).toBeUndefined();
  });
  it('has names that may follow what is known of it', () => {
    expect(suites(study, 'acteurs')).toEqual(['acteurs.mare']);
    expect(suites(study, 'acteurs.mar')).toEqual(['acteurs.mare']);
    expect(suites(study, 'projets.haies.budget.x')).toEqual(['projets.haies.budget.1']);
    expect(suites(study, 'projets.haies.budget.1')).toEqual([
      'projets.haies.budget.1.poste',
      'projets.haies.budget.1.prevu',
    ]);
    expect(suites(study, 'acteurs.mare.nom.x')).toEqual([]);
    expect([suites(study, 'inconnu.x'), suites(study, 'criteres.x')]).toEqual([[], []]);
  });
  it('comes after the figures that are computed', () => {
    const chiffres = chiffresDe(study, DATE);
    expect(trouver(study, chiffres, 'acteurs.total')?.valeur).toBe(1);
    expect(trouver(study, chiffres, 'acteurs.mare.nom')?.valeur).toBe('La Mare');
    expect(trouver(study, chiffres, 'acteurs.x')).toBeUndefined();
    const names = nomsPossibles(study, chiffres, 'acteurs.x');
    expect([names.includes('acteurs.total'), names.at(-1)]).toEqual([true, 'acteurs.mare']);
  });
});

describe('the figures of a diagnostic', () => {
  const study = etude({
    besoins: [
      besoin('a', { importance: 5 }),
      besoin('b', { importance: 5 }),
      besoin('c', { public: 'familles', domaines: ['air'], fiabilite: 'illustratif' }),
    ],
    acteurs: [
      acteur('x', { engagement: 'engage' }),
      acteur('y', { publics: ['familles'], domaines: ['air'], fonctions: ['conseiller', 'former'] }),
      acteur('z', { engagement: 'volontaire' }),
    ],
    actions: [action('p'), action('q', { domaines: ['air'] })],
    outils: [outil('o'), outil('r', { disponibilite: 'a-creer' } as never)],
    experiences: [experience('e'), experience('f', { retenue: false })],
    participation: [rencontre('n'), rencontre('m', { participants: { familles: 5 } })],
  });
  // A tool that is still to be made is in the inventory, and serves no domain yet.
  it('are those of its inventories, each under its name', () => {
    const chiffres = chiffresDe(study, DATE);
    const of = (...noms: string[]) => noms.map((nom) => chiffres.get(nom)?.valeur);
    expect(of('besoins.total', 'besoins.illustratifs')).toEqual([3, 1]);
    const [couverts, partiels, non] = of('besoins.couverts', 'besoins.partiels', 'besoins.non_couverts') as [
      number,
      number,
      number,
    ];
    expect(couverts + partiels + non).toBe(3);
    expect(
      of(
        'publics.ecoles.besoins',
        'publics.familles.besoins',
        'publics.ecoles.participants',
        'publics.familles.participants',
      ),
    ).toEqual([2, 1, 12, 5]);
    expect(of('domaines.eau.besoins', 'domaines.air.besoins', 'domaines.eau.actions', 'domaines.air.actions')).toEqual([
      2, 1, 1, 1,
    ]);
    expect(
      of('domaines.eau.acteurs', 'domaines.eau.acteurs_engages', 'domaines.air.acteurs_engages', 'domaines.eau.outils'),
    ).toEqual([2, 2, 0, 1]);
    expect(of('actions.total', 'acteurs.total', 'acteurs.engage', 'acteurs.volontaire', 'outils.total')).toEqual([
      2, 3, 1, 1, 2,
    ]);
    expect(
      of('experiences.total', 'experiences.retenues', 'participation.participants', 'participation.rencontres'),
    ).toEqual([2, 1, 17, 2]);
    expect(
      of('territoire.communes', 'territoire.population', 'perimetres.haut.communes', 'perimetres.haut.population'),
    ).toEqual([2, 1000, 1, 300]);
    expect(of('fonctions.conseiller.acteurs', 'fonctions.former.acteurs', 'sources.total')).toEqual([3, 1, 0]);
    // Two needs share the first place; one public has it alone.
    expect(chiffres.get('besoins.premier')).toMatchObject({ valeur: 'Besoin a', unite: 'texte', exAequo: 2 });
    expect(chiffres.get('publics.premier')).toMatchObject({ valeur: 'Écoles', exAequo: 1 });
    expect(chiffres.get('scenarios.total')).toBeUndefined();
    expect(chiffresDe(etude(), DATE).get('besoins.premier')).toBeUndefined();
  });
});

describe('texts found in a value', () => {
  it('are all of them, and the keys of its maps', () => {
    expect([...textes({ a: ['x', { b: 'y' }], c: 3, d: null, e: undefined, f: true }, new Set(['z']))].sort()).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'x',
      'y',
      'z',
    ]);
  });
});

describe('the meeting of a pack', () => {
  const reunion = (id: string, date: string, etat?: string) => ({
    id,
    date,
    type: 'copil',
    phase: 'P',
    ordre_du_jour: [],
    ...(etat ? { etat } : {}),
  });
  const found = (reunions: object[], id?: string) =>
    reunionDuDossier({ ...etude(), reunions } as Study, id)?.id ?? null;
  it('is the one named, else the next planned from the day of the study on, else the last held', () => {
    const all = [
      reunion('loin', '2018-09-01', 'prevue'),
      reunion('prochaine', '2018-03', 'prevue'),
      reunion('tard', '2018-02-01', 'tenue'),
      reunion('tot', '2018-01-01', 'tenue'),
      reunion('passee', '2018-01-15', 'prevue'),
    ];
    expect(found(all)).toBe('prochaine');
    expect(found(all, 'tot')).toBe('tot');
    expect(found(all, 'inconnue')).toBeNull();
    expect(found(all.slice(2))).toBe('tard');
    expect(found([reunion('a', DATE)])).toBe('a');
    expect(found([reunion('a', '2018-02', 'prevue')])).toBe('a');
    expect(found([reunion('a', '2018-02-14', 'prevue')])).toBeNull();
    expect(found([reunion('a', '2018-09-01', 'annulee')])).toBeNull();
  });
});

describe('what the study lacks', () => {
  const of = (study: Study, libelle: RegExp) =>
    lacunesDe(study, DATE).find((one) => libelle.test(one.libelle))?.liste ?? [];
  const textesDe = (study: Study, libelle: RegExp) =>
    of(study, libelle).map(({ chemin, texte }) => [chemin, plain(texte)]);

  it('needs without actor, tool, action, or scenario that serves them first', () => {
    const base = etude({ besoins: [besoin('a', { public: 'familles', domaines: ['air'] })] });
    expect(textesDe(base, /^Besoins/)).toEqual([
      ['besoins/a', '« Besoin a » : aucun acteur, aucun outil, aucune action conduite'],
    ]);
    const served = {
      ...base,
      scenarios: [scenario('s', { publics_prioritaires: ['familles'], domaines_prioritaires: ['air'] })],
    };
    expect(textesDe(served, /^Besoins/)[0]?.[1]).not.toContain('aucun scénario');
    for (const not of [
      { publics_prioritaires: ['familles'], domaines_prioritaires: ['eau'] },
      { publics_prioritaires: ['ecoles'], domaines_prioritaires: ['air'] },
    ])
      expect(textesDe({ ...base, scenarios: [scenario('s', not)] }, /^Besoins/)[0]?.[1]).toContain(
        'aucun scénario ne le sert d’abord',
      );
  });

  it('actors that nothing names and that name nobody', () => {
    const base = etude({
      acteurs: [
        acteur('seul'),
        acteur('lie', { liens: [{ acteur: 'vise', nature: 'x' }] } as never),
        acteur('vise'),
        acteur('agit'),
      ],
      actions: [action('x', { acteurs: ['agit'] } as never)],
    });
    expect(textesDe(base, /^Acteurs/)).toEqual([['acteurs/seul', 'Acteur seul']]);
  });

  it('costs without money, beyond half a hundredth of them', () => {
    const [aide, own] = scenario('a').financements;
    if (!aide || !own) throw new Error('two sources expected');
    // 50 000 of expenses, 18 000 of aid: 250 may lack over two years.
    const funded = (montant: number) =>
      textesDe(etudeAvecScenarios([scenario('a', { financements: [aide, { ...own, montant }] })]), /^Coûts/);
    expect([funded(16000), funded(15875)]).toEqual([[], []]);
    expect(funded(15874)).toEqual([['scenarios/a', '« Scénario a » : 252 € de dépenses sans recette']]);
  });

  it('entries that claim a source and cite none, each by its name', () => {
    const base = etude({
      besoins: [
        besoin('a'),
        besoin('b', { fiabilite: 'estime' }),
        besoin('c', { fiabilite: 'illustratif' }),
        besoin('d', { sources: ['s'] } as never),
      ],
      acteurs: [acteur('e')],
      actions: [action('f')],
    });
    expect(textesDe(base, /^Fiches/)).toEqual([
      ['acteurs/e', 'Acteur e'],
      ['besoins/a', 'Besoin a'],
      ['besoins/b', 'Besoin b'],
      ['actions/f', 'Action f'],
    ]);
  });

  it('requirements that no section or no rule answers', () => {
    const exigence = (id: string, rest: object) => ({ id, texte: id.toUpperCase(), ...rest });
    const base = {
      ...etude(),
      contrat: {
        exigences: [
          exigence('a', {}),
          exigence('b', { section: '1' }),
          exigence('c', { regle: 'x' }),
          exigence('d', { section: '1', regle: 'x' }),
        ],
      },
    } as unknown as Study;
    expect(textesDe(base, /^Exigences/)).toEqual([
      ['contrat/exigences/a', 'A (aucune section, aucune règle)'],
      ['contrat/exigences/b', 'B (aucune règle)'],
      ['contrat/exigences/c', 'C (aucune section)'],
    ]);
    expect(textesDe(etude(), /^Exigences/)).toEqual([]);
  });
});

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

  it('says the weights that weigh', () => {
    const said = (rest: object) => plain(poidsEnClair({ poids: { ...poids, importance: 0, ...rest } } as never));
    expect(said({ cadre: 1, capacite: 3 })).toBe('capacité des acteurs 75 %, accord avec le cadre 25 %');
    expect(said({})).toBe('');
  });
});
