/** Rules at a date, conventions by nature, budget by exercise, the path of a request, and the mode opératoire as it stood. */
import { describe, expect, it } from 'vitest';
import { analyserCadre } from '../../../src/analysis/mode-operatoire/cadre.js';
import { accordPossible, analyserConventions } from '../../../src/analysis/mode-operatoire/conventions.js';
import { modeAu } from '../../../src/analysis/mode-operatoire/etat.js';
import { exercicesDe, tientUneComptabilitePublique } from '../../../src/analysis/mode-operatoire/exercices.js';
import { analyserParcours } from '../../../src/analysis/mode-operatoire/parcours.js';
import { natureDe } from '../../../src/analysis/natures.js';
import { finConnue, versionAnnoncee, versionAu } from '../../../src/analysis/references.js';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import type { Acteur, ModeOperatoire, Reference } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { acteur } from '../small-study.js';

const reference = (id: string, rest: Partial<Reference>): Reference => ({
  id,
  theme: 'achat',
  titre: `Règle ${id}`,
  regle: 'Une règle.',
  ...rest,
});
const mode = (rest: Partial<ModeOperatoire>): ModeOperatoire =>
  ({ scenario: 'a', parcours: [{ etape: 'x', description: 'x', responsable: 'cdc' }], ...rest }) as ModeOperatoire;

const REGLES = [
  reference('ordonnance', { applicable_du: '2016-04-01', applicable_au: '2019-03-31', concerne: ['association'] }),
  reference('code', {
    applicable_du: '2019-04-01',
    publie_le: '2018-12-05',
    remplace: 'ordonnance',
    concerne: ['association'],
  }),
];

describe('a rule', () => {
  it('is cited in the version in force at the date, whichever version is named', () => {
    for (const id of ['ordonnance', 'code']) {
      expect(versionAu(REGLES, id, '2018-06')?.id).toBe('ordonnance');
      expect(versionAu(REGLES, id, '2019-12')?.id).toBe('code');
      expect(versionAu(REGLES, id, '2010')).toBeNull();
    }
  });

  it('to come is announced once its text is published, and not before', () => {
    expect(versionAnnoncee(REGLES, 'ordonnance', '2018-06')).toBeNull();
    expect(versionAnnoncee(REGLES, 'ordonnance', '2019-01-15')?.id).toBe('code');
    expect(versionAnnoncee(REGLES, 'ordonnance', '2019-06')).toBeNull();
  });

  it('ends when it was known to end: a later extension is not known yet', () => {
    const leader = reference('leader', {
      applicable_au: '2022-12-31',
      fin_annoncee: '2020-12-31',
      prolongee_le: '2020-12-23',
    });
    expect(finConnue(leader, '2018-06')).toBe('2020-12-31');
    expect(finConnue(leader, '2021-01')).toBe('2022-12-31');
    // Nobody knew in 2018 that a rule without a term would be replaced.
    expect(finConnue(REGLES[0] as Reference, '2018-06')).toBeUndefined();
  });

  it('that replaces itself in a circle ends the search', () => {
    const circle = [reference('x', { remplace: 'y' }), reference('y', { remplace: 'x' })];
    expect(versionAu(circle, 'x', '2020')).not.toBeNull();
  });
});

describe('conventions', () => {
  const s = {
    ...scenario('a'),
    partenaires: [{ acteur: 'asso', role: 'operateur' as const, jours_an: 20, jours_finances: 0.5 }],
  };
  const study = {
    ...etudeAvecScenarios([s]),
    acteurs: [acteur('asso', { type: 'association' }), acteur('commune', { type: 'collectivite' })],
  };
  const own = mode({
    conventions: [
      {
        id: '1',
        partenaire: 'asso',
        objet: 'Conseil',
        nature: 'achat',
        duree_mois: 12,
        montant: 5000,
        jours_an: 20,
        reference: 'ordonnance',
      },
      {
        id: '2',
        partenaire: 'commune',
        objet: 'Accueil',
        nature: 'cooperation',
        sens: 'recu',
        duree_mois: 12,
        montant: 3000,
      },
    ],
    cadre: [
      {
        titre: 'Achat',
        themes: ['achat'],
        applications: [
          { texte: 'Demander trois offres.', reference: 'ordonnance', conventions: ['achat'] },
          { texte: 'Voter.' },
        ],
      },
    ],
  });
  const found = analyserConventions(study, REGLES, own, s, '2019-12');

  it('have the nature of their partner, the rule of the day, and the price of the days that are paid', () => {
    expect(found.liste.map(({ nature, possible, recue }) => [nature, possible, recue])).toEqual([
      ['association', true, false],
      ['public', true, true],
    ]);
    expect(found.liste[0]?.regle?.id).toBe('code');
    // Half of twenty days are paid.
    expect(found.liste[0]?.prixJour).toBe(500);
    expect([found.totalVerse, found.totalRecu, found.jours]).toEqual([5000, 3000, 20]);
    expect(found.lignes).toEqual([]);
    const paid = mode({
      conventions: [
        { id: 'a', partenaire: 'asso', objet: 'x', montant: 1200, ligne: 'frais' },
        { id: 'b', partenaire: 'asso', objet: 'y', montant: 700, ligne: 'frais' },
        { id: 'c', partenaire: 'asso', objet: 'z', montant: 10, ligne: 'absente' },
      ] as never,
    });
    expect(analyserConventions(study, REGLES, paid, s, '2019-12').lignes).toEqual([
      { id: 'frais', libelle: 'Frais', conventions: 1900, budget: 2000, enCroisiere: null, ecart: -100 },
    ]);
    // So much a unit: what it makes of the volume of its modality.
    const [modality] = s.modalites;
    const byUnit = {
      ...s,
      modalites: [{ ...modality, id: 'visites', volume_annuel: 100 }],
      moyens: {
        ...s.moyens,
        fonctionnement: [{ id: 'frais', libelle: 'Frais', porteur: s.porteur, cout_unitaire: 15, modalite: 'visites' }],
      },
    } as typeof s;
    expect(analyserConventions(study, REGLES, paid, byUnit, '2019-12').lignes).toEqual([
      { id: 'frais', libelle: 'Frais', conventions: 1900, budget: 1500, enCroisiere: null, ecart: 400 },
    ]);
    const rising = { ...byUnit, montee_en_charge: [0.5, 1] };
    // Half of it in the first year: conventions between that and cruising speed are no gap, beyond it they are.
    expect(analyserConventions(study, REGLES, paid, rising, '2019-12').lignes[0]).toMatchObject({
      ...{ budget: 750, enCroisiere: 1500, ecart: 400 },
    });
    const held = mode({
      conventions: [{ id: 'a', partenaire: 'asso', objet: 'x', montant: 1500, ligne: 'frais' }] as never,
    });
    expect(analyserConventions(study, REGLES, held, rising, '2019-12').lignes[0]?.ecart).toBe(0);
  });

  it('that promise a receipt without its amount do not promise nothing', () => {
    const promised = mode({
      conventions: [
        { id: 'a', partenaire: 'asso', objet: 'x', sens: 'recu' },
        { id: 'b', partenaire: 'asso', objet: 'y', sens: 'recu', nature: 'gratuit' },
        { id: 'c', partenaire: 'asso', objet: 'z' },
      ] as never,
    });
    const told = analyserConventions(study, REGLES, promised, s, '2019-12');
    expect(told.liste.map(({ montant }) => montant)).toEqual([null, 0, 0]);
    expect([told.totalVerse, told.totalRecu]).toEqual([0, 0]);
    const [first] = promised.conventions ?? [];
    const alone = mode({ conventions: first ? [first] : [] });
    expect(analyserConventions(study, REGLES, alone, s, '2019-12').totalRecu).toBeNull();
  });

  it('are possible or not by nature', () => {
    expect(accordPossible('cooperation', 'association')).toBe(false);
    expect(accordPossible('cooperation', 'public')).toBe(true);
    expect(accordPossible('subvention', 'entreprise')).toBe(false);
    expect(accordPossible('achat', 'entreprise')).toBe(true);
    expect(accordPossible('achat', null)).toBeNull();
    // A law of its own lets a community subsidise an SCIC or a mixed company, on conditions: nothing is said against it.
    for (const type of ['scic', 'sem', 'spl'] as const)
      expect(accordPossible('subvention', natureDe({ type }), type)).toBeNull();
    expect(accordPossible('cooperation', natureDe({ type: 'gip' }), 'gip')).toBe(true);
    expect(accordPossible('subvention', natureDe({ type: 'exploitation-agricole' }), 'exploitation-agricole')).toBe(
      false,
    );
  });

  it('are named by the frame where a rule concerns them; what concerns the bearer names nobody', () => {
    const [sujet] = analyserCadre(own, { references: REGLES }, found.liste, '2019-12');
    expect(sujet?.applications.map(({ regle, partenaires }) => [regle?.id ?? null, partenaires])).toEqual([
      ['code', ['asso']],
      [null, null],
    ]);
  });
});

describe('a rule on aid', () => {
  it('concerns those whom the service helps, not those whom it pays', () => {
    const own = mode({
      cadre: [
        {
          titre: 'Aides',
          themes: ['aides'],
          applications: [{ texte: 'Compter l’aide.', natures: ['association'], pour: 'beneficiaires' }],
        },
      ],
    });
    const [sujet] = analyserCadre(own, { references: REGLES }, [], '2019-12');
    expect(sujet?.applications[0]).toMatchObject({ partenaires: null, beneficiaires: ['association'] });
  });
});

describe('whom a rule of the frame names', () => {
  const partner = (partenaire: string, type: Acteur['type'], nature?: 'achat' | 'cooperation') => ({
    acteur: acteur(partenaire, { type }),
    convention: { id: partenaire, partenaire, objet: 'x', duree_mois: 12, ...(nature ? { nature } : {}) },
  });
  const partners = [
    partner('asso', 'association', 'achat'),
    partner('commune', 'collectivite', 'cooperation'),
    partner('reseau', 'reseau', 'achat'),
    partner('muette', 'association'),
  ];
  const s = scenario('a');
  const study = { ...etudeAvecScenarios([s]), acteurs: partners.map((one) => one.acteur) };
  const own = mode({ conventions: partners.map(({ convention }) => convention) });
  const { liste } = analyserConventions(study, REGLES, own, s, '2019-12');
  type Application = NonNullable<ModeOperatoire['cadre']>[number]['applications'][number];
  const named = (rest: Partial<Application>, list = liste) =>
    analyserCadre(
      mode({ cadre: [{ titre: 'T', themes: ['achat'], applications: [{ texte: 'Faire.', ...rest }] }] }),
      { references: REGLES },
      list,
      '2019-12',
    )[0]?.applications[0];

  it('are those of the natures and of the agreements that it gives, both when it gives both', () => {
    expect(named({ natures: ['association'] })?.partenaires).toEqual(['asso', 'muette']);
    expect(named({ natures: ['public', 'association'] })?.partenaires).toEqual(['asso', 'commune', 'muette']);
    expect(named({ conventions: ['achat'] })?.partenaires).toEqual(['asso', 'reseau']);
    expect(named({ natures: ['association'], conventions: ['achat'] })?.partenaires).toEqual(['asso']);
    expect(named({ natures: ['entreprise'] })?.partenaires).toEqual([]);
  });

  it('are all who sign when it says so alone, within what its reference concerns', () => {
    const everyone = ['asso', 'commune', 'reseau', 'muette'];
    expect(named({ pour: 'signataires' })?.partenaires).toEqual(everyone);
    expect(named({ pour: 'signataires', reference: 'code' })?.partenaires).toEqual(['asso', 'muette']);
    expect(named({ pour: 'signataires' }, [])?.partenaires).toEqual([]);
  });

  it('are nobody when it is for the bearer or for those helped, all of whom it may concern', () => {
    for (const rest of [{}, { reference: 'code' }, { pour: 'porteur' as const, natures: ['association' as const] }])
      expect(named(rest)).toMatchObject({ partenaires: null, beneficiaires: null });
    expect(named({ pour: 'beneficiaires' })).toMatchObject({ partenaires: null, beneficiaires: [] });
  });

  it('are the bearer too, where a rule is on what it is and it is not a public body', () => {
    const recu = analyserConventions(
      study,
      REGLES,
      mode({
        conventions: [
          { id: 'c', partenaire: 'commune', objet: 'x', duree_mois: 12, nature: 'subvention', sens: 'recu' },
        ],
      }),
      s,
      '2019-12',
    ).liste;
    const of = (porteur: 'association' | 'public' | null, rest: Partial<Application>, list = recu) => {
      const found = analyserCadre(
        mode({ cadre: [{ titre: 'T', themes: ['achat'], applications: [{ texte: 'Faire.', ...rest }] }] }),
        { references: REGLES },
        list,
        '2019-12',
        porteur,
      )[0]?.applications[0];
      return [found?.porteur, found?.partenaires];
    };
    // A subsidy is received: the rule on associations is for the one that it pays.
    expect(of('association', { reference: 'code', conventions: ['subvention'] })).toEqual([true, []]);
    expect(of('public', { reference: 'code', conventions: ['subvention'] })).toEqual([false, []]);
    expect(of(null, { reference: 'code', conventions: ['subvention'] })).toEqual([false, []]);
    expect(of('association', { conventions: ['achat'] })).toEqual([false, []]);
    // What is bought concerns those who sell, unless the rule says what they are.
    expect(of('association', { conventions: ['achat'] }, liste)).toEqual([false, ['asso', 'reseau']]);
    expect(of('association', { natures: ['association'] }, liste)).toEqual([true, ['asso', 'muette']]);
    expect(of('association', { natures: ['public'] }, liste)).toEqual([false, ['commune']]);
  });

  it('are read from no frame, and from one without a rule', () => {
    expect(analyserCadre(mode({}), { references: REGLES }, liste, '2019-12')).toEqual([]);
    expect(named({})).toMatchObject({ regle: null, aVenir: null });
  });
});

describe('the budget by exercise', () => {
  it('shares running costs by month between two civil years, and puts purchases in the first', () => {
    const s = scenario('a');
    const study = etudeAvecScenarios([s]);
    const chiffrage = chiffrer(study, s, hypothesesDe(study));
    const { exercices, lignes, sansChapitre } = exercicesDe(
      mode({
        nomenclature: [
          { chapitre: '012', libelle: 'Personnel', natures: ['humain'] },
          { chapitre: '21', libelle: 'Matériel', section: 'investissement', natures: ['materiel'] },
        ],
      }),
      chiffrage,
      study.acteurs,
      '2018-09',
    );
    expect(exercices).toEqual([2018, 2019]);
    const staff = lignes.find(({ chapitre }) => chapitre === '012')?.montants ?? [];
    expect((staff[0] ?? 0) / (staff[1] ?? 1)).toBeCloseTo(4 / 8, 6);
    expect(lignes.find(({ chapitre }) => chapitre === '21')?.montants[1]).toBe(0);
    // What no chapter receives is told, so that nothing is lost; a transfer between sections is neither spent nor received.
    const own = sansChapitre.filter(({ libelle }) => libelle !== 'Virement entre sections');
    const all = [...lignes.flatMap(({ montants }) => montants), ...own.map(({ montant }) => montant)];
    const paid = chiffrage.lignes.reduce(
      (sum, { porteur }, i) => sum + (porteur === s.porteur ? (chiffrage.montants[i]?.[0] ?? 0) : 0),
      0,
    );
    const received = chiffrage.recettes.reduce((sum, row) => sum + (row[0] ?? 0), 0);
    expect(all.reduce((sum, value) => sum + value, 0)).toBeCloseTo(paid + received, 6);
  });

  it('puts a receipt or a purchase of investment in a chapter of investment alone', () => {
    const [aide] = scenario('a').financements;
    if (!aide) throw new Error('a source expected');
    const s = scenario('a', { financements: [{ ...aide, section: 'investissement', assiette: ['materiel'] }] });
    const study = etudeAvecScenarios([s]);
    const chapters = (section: 'fonctionnement' | 'investissement') =>
      exercicesDe(
        mode({
          nomenclature: [
            { chapitre: '011', libelle: 'Charges', natures: ['materiel'] },
            { chapitre: '10', libelle: 'Dotations', sens: 'recette', section, natures: ['subvention'] },
          ],
        }),
        chiffrer(study, s, hypothesesDe(study)),
        study.acteurs,
        '2018-09',
      );
    expect(chapters('investissement').lignes.map(({ chapitre, montants }) => [chapitre, montants[1]])).toEqual([
      ['10', 0],
    ]);
    expect(chapters('fonctionnement').lignes).toEqual([]);
    expect(chapters('fonctionnement').sansChapitre).toContainEqual({
      libelle: 'Matériel',
      sens: 'depense',
      section: 'investissement',
      montant: 6000,
    });
  });

  it('shows what the operating section gives to that of investment, which balances', () => {
    const s = scenario('a');
    const study = etudeAvecScenarios([s]);
    const chiffrage = chiffrer(study, s, hypothesesDe(study));
    const virement = (section: 'fonctionnement' | 'investissement', sens: 'depense' | 'recette') => ({
      chapitre: sens === 'depense' ? '023' : '021',
      libelle: 'Virement',
      section,
      sens,
      natures: ['virement'],
    });
    const nomenclature = [
      { chapitre: '21', libelle: 'Matériel', section: 'investissement' as const, natures: ['materiel'] },
      virement('fonctionnement', 'depense'),
      virement('investissement', 'recette'),
    ];
    const { lignes, soldes } = exercicesDe(mode({ nomenclature }), chiffrage, study.acteurs, '2018-09');
    const of = (chapitre: string) => lignes.find((one) => one.chapitre === chapitre)?.montants;
    expect(of('21')).toEqual([6000, 0]);
    expect(of('023')).toEqual([6000, 0]);
    expect(of('021')).toEqual([6000, 0]);
    expect(soldes.investissement).toEqual([0, 0]);
    // Without a chapter for it, the transfer is told as what no chapter receives: the budget would not balance.
    const bare = exercicesDe(mode({ nomenclature: nomenclature.slice(0, 1) }), chiffrage, study.acteurs, '2018-09');
    expect(bare.sansChapitre.filter(({ libelle }) => libelle === 'Virement entre sections')).toHaveLength(2);
    // Another than a public body votes none, unless its chapters receive it; nor does one whose nature its type does not tell.
    for (const type of ['association', 'spl'] as const) {
      const borneBy = (list: typeof nomenclature) =>
        exercicesDe(mode({ nomenclature: list }), chiffrage, [acteur(s.porteur, { type })], '2018-09');
      expect(borneBy(nomenclature.slice(0, 1)).sansChapitre.map(({ libelle }) => libelle)).not.toContain(
        'Virement entre sections',
      );
      expect(borneBy(nomenclature).lignes.map(({ chapitre }) => chapitre)).toContain('023');
    }
  });

  it('pays the capital of a loan back along the year, out of the operating section and not out of the loan', () => {
    const own = scenario('a');
    const pret = (montant: number) => ({
      id: 'pret',
      nature: 'emprunt' as const,
      montant,
      statut: 'acquis' as const,
      remboursement: { taux: 0, duree_annees: 4 },
    });
    const of = (montant: number) => {
      const s = scenario('a', { financements: [...own.financements, pret(montant)] });
      const study = etudeAvecScenarios([s]);
      const nomenclature = [
        { chapitre: '21', libelle: 'Matériel', section: 'investissement' as const, natures: ['materiel'] },
        { chapitre: '16', libelle: 'Emprunts', section: 'investissement' as const, natures: ['capital'] },
        {
          chapitre: '16',
          libelle: 'Emprunts',
          section: 'investissement' as const,
          sens: 'recette' as const,
          natures: ['emprunt'],
        },
        { chapitre: '023', libelle: 'Virement', natures: ['virement'] },
        {
          chapitre: '021',
          libelle: 'Virement',
          section: 'investissement' as const,
          sens: 'recette' as const,
          natures: ['virement'],
        },
      ];
      const { lignes, soldes } = exercicesDe(
        mode({ nomenclature }),
        chiffrer(study, s, hypothesesDe(study)),
        study.acteurs,
        '2018-09',
      );
      const row = (chapitre: string, sens: string) =>
        lignes.find((one) => one.chapitre === chapitre && one.sens === sens)?.montants;
      return { rendu: row('16', 'depense'), tire: row('16', 'recette'), virement: row('021', 'recette'), soldes };
    };
    // A quarter of it in the year, four months in 2018: the purchase of 6 000 € is paid by the loan, the capital by the transfer.
    expect(of(6000)).toMatchObject({ rendu: [500, 1000], tire: [6000, 0], virement: [500, 1000] });
    expect(of(6000).soldes.investissement).toEqual([0, 0]);
    // A loan larger than the purchases leaves what it has over in its section; it does not pay itself back.
    expect(of(12000)).toMatchObject({ rendu: [1000, 2000], virement: [1000, 2000] });
    expect(of(12000).soldes.investissement).toEqual([6000, 0]);
    // A smaller one leaves the rest of the purchase to the operating section.
    expect(of(2400)).toMatchObject({ rendu: [200, 400], virement: [3800, 400] });
  });

  it('is that of public accounts for a public bearer alone', () => {
    const types = ['collectivite', 'syndicat-mixte', 'association', 'scic', 'instance', 'spl'] as const;
    expect(types.filter((type) => tientUneComptabilitePublique([acteur('p', { type })], 'p'))).toEqual([
      'collectivite',
      'syndicat-mixte',
    ]);
    expect(tientUneComptabilitePublique([acteur('autre', { type: 'collectivite' })], 'p')).toBe(false);
  });

  it('holds a VAT given back in the year that pays it alone', () => {
    const [aide] = scenario('a').financements;
    if (!aide) throw new Error('a source expected');
    const taux = 0.16404;
    const tva = {
      ...aide,
      id: 'fctva',
      libelle: 'TVA rendue',
      nature: 'participation' as const,
      section: 'investissement' as const,
      taux,
      assiette: ['materiel' as const],
      plafond: 1e9,
    };
    const of = (delai: number) => {
      const s = scenario('a', { financements: [{ ...tva, delai_versement_mois: delai }] });
      const study = etudeAvecScenarios([s]);
      return exercicesDe(
        mode({
          nomenclature: [
            {
              chapitre: '10',
              libelle: 'Dotations',
              sens: 'recette',
              section: 'investissement',
              natures: ['participation'],
            },
            { chapitre: '023', libelle: 'Virement', natures: ['virement'] },
          ],
        }),
        chiffrer(study, s, hypothesesDe(study)),
        study.acteurs,
        '2018-09',
      );
    };
    // Bought in September 2018, claimed a year later and paid twelve months after: in 2020, out of both exercises; the operating section pays all of the purchase.
    const late = of(12);
    expect(late.plusTard).toEqual([{ libelle: 'TVA rendue', exercice: 2020, montant: expect.closeTo(taux * 6000, 6) }]);
    expect(late.lignes.map(({ chapitre, montants }) => [chapitre, montants])).toEqual([['023', [6000, 0]]]);
    const soon = of(0);
    expect(soon.plusTard).toEqual([]);
    expect(soon.lignes.find(({ chapitre }) => chapitre === '10')?.montants).toEqual([
      0,
      expect.closeTo(taux * 6000, 6),
    ]);
  });

  it('counts in the first month what an aid gives for purchases, the rest of it evenly', () => {
    const [aide] = scenario('a').financements;
    if (!aide) throw new Error('a source expected');
    const s = scenario('a', {
      financements: [{ ...aide, taux: 0.5, plafond: 1e9, assiette: ['materiel', 'humain'] }],
    });
    const study = etudeAvecScenarios([s]);
    const { lignes } = exercicesDe(
      mode({ nomenclature: [{ chapitre: '74', libelle: 'Participations', sens: 'recette', natures: [aide.nature] }] }),
      chiffrer(study, s, hypothesesDe(study)),
      study.acteurs,
      '2018-09',
    );
    // Half of 6 000 bought and of 20 000 of salaries, four months of which are in 2018.
    expect(lignes.map(({ montants }) => montants)).toEqual([
      [expect.closeTo(3000 + 10000 / 3, 6), expect.closeTo(20000 / 3, 6)],
    ]);
  });

  it('goes to the last month of an experimentation of more than a year, each year of the scenario at its own amounts', () => {
    const s = scenario('a', {
      duree_annees: 3,
      moyens: {
        humains: [],
        materiels: [
          { id: 'm', libelle: 'Machine', porteur: 'cdc', cout: 6000, annee: 1 },
          { id: 'n', libelle: 'Autre', porteur: 'cdc', cout: 900, annee: 2 },
          { id: 'o', libelle: 'Plus tard', porteur: 'cdc', cout: 5000, annee: 3 },
        ],
        fonctionnement: [
          { id: 'f', libelle: 'Frais', porteur: 'cdc', cout_annuel: 1200, annees: [1] },
          { id: 'g', libelle: 'Frais ensuite', porteur: 'cdc', cout_annuel: 2400, annees: [2, 3] },
        ],
      },
      financements: [],
    });
    const study = etudeAvecScenarios([s]);
    const nomenclature = [
      { chapitre: '011', libelle: 'Charges', natures: ['fonctionnement' as const] },
      { chapitre: '21', libelle: 'Matériel', section: 'investissement' as const, natures: ['materiel' as const] },
    ];
    const of = (debut: string, fin: string) => {
      const found = exercicesDe(
        mode({ nomenclature, experimentation: { debut, fin } }),
        chiffrer(study, s, hypothesesDe(study)),
        study.acteurs,
        debut.slice(0, 7),
      );
      const row = (chapter: string) =>
        found.lignes.find(({ chapitre }) => chapitre === chapter)?.montants.map(Math.round);
      return {
        mois: found.mois,
        dernier: found.moisDuDernier,
        exercices: found.exercices,
        charges: row('011'),
        materiel: row('21'),
      };
    };
    expect(of('2025-01-06', '2026-06-30')).toEqual({
      mois: 18,
      dernier: 6,
      exercices: [2025, 2026],
      charges: [1200, 1200],
      materiel: [6000, 900],
    });
    // From September: four months of the first year, then its eight others with two of the second.
    expect(of('2025-09-01', '2026-10-31')).toEqual({
      mois: 14,
      dernier: 10,
      exercices: [2025, 2026],
      charges: [400, 1200],
      materiel: [6000, 900],
    });
    // Shorter than a year, the year is counted whole.
    expect(of('2025-01-06', '2025-09-30')).toEqual({
      mois: 12,
      dernier: 12,
      exercices: [2025],
      charges: [1200],
      materiel: [6000],
    });
  });

  it('is one civil year when it starts in January', () => {
    const s = scenario('a');
    const study = etudeAvecScenarios([s]);
    expect(exercicesDe(mode({}), chiffrer(study, s, hypothesesDe(study)), study.acteurs, '2019-01').exercices).toEqual([
      2019,
    ]);
  });
});

describe('the path of a request', () => {
  const etape = (
    id: string,
    jours: number,
    issues?: { condition: string; vers: string; nature?: 'refus' | 'close' }[],
  ) => ({
    id,
    etape: id,
    description: id,
    responsable: 'cdc',
    delai_jours: jours,
    ...(issues ? { issues } : {}),
  });
  const found = analyserParcours(
    mode({
      parcours: [
        etape('tri', 3, [
          { condition: 'simple', vers: 'reponse' },
          { condition: 'refusée', vers: 'fin', nature: 'refus' },
          { condition: 'retour', vers: 'tri' },
        ]),
        etape('reponse', 5),
        etape('suite', 20),
      ],
      delais_promis: [
        { libelle: 'Réponse', jours: 8, etapes: ['tri', 'reponse'] },
        { libelle: 'Suite', jours: 10, etapes: ['suite'] },
      ],
    }),
  );

  it('has several ways out, each with its length; a way that ends is not summed with another', () => {
    expect(found.chemins.map(({ jours, nature }) => [jours, nature])).toEqual([
      [28, null],
      [3, 'refus'],
    ]);
    expect(found.plusLong).toBe(28);
    expect(found.refusPrevu).toBe(true);
  });

  it('keeps its promises or not', () => {
    expect(found.promesses.map(({ necessaires, tenue }) => [necessaires, tenue])).toEqual([
      [8, true],
      [20, false],
    ]);
  });
});

describe('the mode opératoire at a date', () => {
  const whole = mode({
    conditions: {
      techniques: [{ libelle: 'Ligne', etat: 'a-engager', remplie_le: '2018-08-30' }],
      juridiques: [],
      financieres: [],
    },
    conventions: [
      { partenaire: 'a', objet: 'x', duree_mois: 12, etat: 'a-rediger', signee_le: '2018-08-29' },
      {
        partenaire: 'b',
        objet: 'y',
        duree_mois: 12,
        etat: 'a-rediger',
        signature_prevue: '2018-08-31',
        motif: 'Pas délibéré.',
      },
    ],
    risques: [{ libelle: 'r', probabilite: 2, gravite: 2, parade: 'p', survenu_le: '2018-09', consequence: 'c' }],
    realise: { au: '2019-10-31' },
  });

  it('knows nothing of what came later', () => {
    const then = modeAu(whole, '2018-06-14');
    expect(then.conditions?.techniques[0]).toEqual({ libelle: 'Ligne', etat: 'a-engager' });
    expect(then.conventions?.map(({ etat, motif }) => [etat, motif])).toEqual([
      ['a-rediger', undefined],
      ['a-rediger', undefined],
    ]);
    expect(then.risques?.[0]).not.toHaveProperty('consequence');
    expect(then.realise).toBeUndefined();
  });

  it('tells what happened once it has', () => {
    const now = modeAu(whole, '2019-12');
    expect(now.conditions?.techniques[0]?.etat).toBe('remplie');
    expect(now.conventions?.map(({ etat, motif }) => [etat, motif])).toEqual([
      ['signee', undefined],
      ['a-rediger', 'Pas délibéré.'],
    ]);
    expect(now.risques?.[0]?.consequence).toBe('c');
    expect(now.realise?.au).toBe('2019-10-31');
  });
});
