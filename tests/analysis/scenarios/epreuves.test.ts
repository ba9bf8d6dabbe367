/** The trials of a scenario by hand, what a test that passes still rests on, and how the conclusion tells both. */
import { describe, expect, it } from 'vitest';
import { analyserScenarios } from '../../../src/analysis/scenarios/index.js';
import type { Acteur, Scenario } from '../../../src/study/types.gen.js';
import { critere, etudeAvecScenarios, notees, scenario } from '../small-scenario.js';
import { acteur } from '../small-study.js';

const plain = (text: string): string => text.replace(/\s/g, ' ');
const base = scenario('a');
const [aide, own] = base.financements;
const [modalite] = base.modalites;
const [mare] = base.partenaires;
const [poste] = base.moyens.humains;
if (!aide || !own || !modalite || !mare || !poste) throw new Error('one of each expected');

const essayer = (s: Scenario, epreuve: object, viabilite: object = {}) => {
  const study = etudeAvecScenarios([s], [], {
    viabilite: { ...viabilite, epreuves: [{ id: 'e', libelle: 'E', ...epreuve }] },
  } as never);
  const found = analyserScenarios(study, { tirages: 1 }).scenarios[0]?.viabilite.epreuves[0];
  return { satisfait: found?.satisfait, motif: plain(found?.motif ?? '') };
};

describe('the loss of the first funder', () => {
  const perte = { type: 'perte-premier-financeur' };
  const sans = (financements: object[], epreuve: object = {}) =>
    essayer(scenario('a', { financements: financements as never }), { ...perte, ...epreuve });
  it('takes its sources away, and its share of what it gives with others', () => {
    // 50 000 € of expenses over two years, 32 000 € of own funds.
    expect(sans([aide, own])).toEqual({ satisfait: false, motif: 'sans La Région, il manquerait 18 000 € sur 2 ans' });
    const groupe = [
      { acteur: 'region', part: 0.75 },
      { acteur: 'mare', part: 0.25 },
    ];
    // A quarter of 9 000 € a year is left, whether the aid is an amount or a rate.
    expect(sans([{ ...aide, taux: undefined, plafond: undefined, montant: 9000, groupe }, own]).motif).toBe(
      'sans La Région, il manquerait 13 500 € sur 2 ans',
    );
    // Half of 20 000 € of wages: a quarter of the rate gives 2 500 €, under the ceiling.
    expect(sans([{ ...aide, groupe }, own]).motif).toBe('sans La Région, il manquerait 13 000 € sur 2 ans');
    const autre = { ...aide, id: 'autre', financeur: 'mare', taux: undefined, plafond: undefined, montant: 1000 };
    expect(sans([aide, autre, own]).motif).toBe('sans La Région, il manquerait 16 000 € sur 2 ans');
  });
  it('is that of the funder that the study names, of whom another scenario may have nothing', () => {
    const autre = { ...aide, id: 'autre', financeur: 'mare', taux: undefined, plafond: undefined, montant: 1000 };
    // 16 000 € without the first one; 2 000 € less of receipts without this one.
    expect(sans([aide, autre, own], { acteur: 'mare' }).motif).toMatch(/^sans La Mare, il manquerait/);
    const objet = (financements: object[]) =>
      analyserScenarios(
        etudeAvecScenarios([scenario('a', { financements: financements as never })], [], {
          viabilite: { epreuves: [{ id: 'e', libelle: 'E', ...perte, acteur: 'mare' }] },
        } as never),
        { tirages: 1 },
      ).scenarios[0]?.viabilite.epreuves[0]?.sansObjet;
    expect([objet([aide, autre, own]), objet([aide, own])]).toEqual([false, true]);
  });
  it('is stood where the rest covers the expenses but for the tolerance', () => {
    // Within 5 % of 50 000 €: 47 500 € of own funds over two years.
    expect(sans([aide, { ...own, montant: 23750 }]).satisfait).toBe(true);
    expect(sans([aide, { ...own, montant: 23749 }]).satisfait).toBe(false);
    // Own funds alone: nobody can leave.
    expect(sans([own])).toMatchObject({ motif: 'aucun financeur n’est extérieur au porteur' });
  });
});

describe('the other trials', () => {
  it('late payments spare own funds, and are of six months unless the study says how many', () => {
    const retard = (valeur?: number) =>
      essayer(base, { type: 'retard-versements', ...(valeur === undefined ? {} : { valeur }) }).motif;
    expect(retard()).toBe(retard(6));
    expect(retard(0)).toBe('solde le plus bas : −9 000 €, au mois 6');
    expect(retard(6)).toBe('solde le plus bas : −12 000 €, au mois 12');
    expect(essayer(base, { type: 'retard-versements', valeur: 6 }, { seuil_tresorerie: -12000 }).satisfait).toBe(true);
    expect(essayer(base, { type: 'retard-versements', valeur: 6 }, { seuil_tresorerie: -11999 }).satisfait).toBe(false);
  });
  it('late payments are those of one giver where the study names it, alone or in a group', () => {
    const retard = (acteur: string, own: typeof base = base) =>
      essayer(own, { type: 'retard-versements', valeur: 6, acteur }).motif;
    const [given] = base.financements;
    if (!given?.financeur) throw new Error('a giver expected');
    expect(retard(given.financeur)).toBe('solde le plus bas : −12 000 €, au mois 12');
    expect(retard('personne')).toBe('solde le plus bas : −9 000 €, au mois 6');
    const grouped = { ...given, financeur: 'autre', groupe: [{ acteur: 'mare', part: 1 }] };
    expect(retard('mare', { ...base, financements: [grouped, ...base.financements.slice(1)] })).toBe(
      retard(given.financeur),
    );
  });
  it('costs rise by a tenth, demand by a fifth, unless the study says how much', () => {
    expect(essayer(base, { type: 'hausse-couts' })).toEqual({ satisfait: false, motif: 'solde sur 2 ans : −5 000 €' });
    expect(essayer(base, { type: 'hausse-couts', valeur: 0 })).toEqual({
      satisfait: true,
      motif: 'solde sur 2 ans : 0 €',
    });
    // 30 days of 50 for the team, 10 of 20 for the partners: six tenths, then 0,72.
    expect(essayer(base, { type: 'hausse-demande' })).toEqual({
      satisfait: true,
      motif: 'charge : 72 % des jours du porteur',
    });
    expect(essayer(base, { type: 'hausse-demande', valeur: 1 })).toEqual({
      satisfait: false,
      motif: 'charge : 120 % des jours du porteur',
    });
    expect(essayer(base, { type: 'hausse-demande', valeur: 1 }, { seuil_charge: 1.2 }).satisfait).toBe(true);
  });
  it('a partner leaves with its days: named, else the first essential one', () => {
    expect(essayer(base, { type: 'depart-partenaire' })).toEqual({
      satisfait: false,
      motif: 'sans La Mare, plus aucune capacité',
    });
    const two = scenario('a', {
      partenaires: [
        { ...mare, essentiel: false },
        { ...mare, acteur: 'region', jours_an: 5 },
      ],
    });
    expect(essayer(two, { type: 'depart-partenaire' }).motif).toBe(
      'sans La Région, charge : 60 % des jours du porteur ; il manquerait 18 000 € sur 2 ans',
    );
    expect(essayer(two, { type: 'depart-partenaire', acteur: 'mare' }).motif).toBe(
      'sans La Mare, charge : 200 % des jours des partenaires',
    );
    // So do the functions that it alone held; those that another holds, or that nobody held, are not told.
    const alone = { type: 'depart-partenaire', acteur: 'mare' };
    const calm = { modalites: [{ ...base.modalites[0], part_partenaires: 0 }] as never };
    const held = (roles: Scenario['roles']) => essayer(scenario('a', { ...calm, roles }), alone);
    const own = { fonction: 'conseiller', acteurs: ['mare'] };
    expect(held([own])).toEqual({
      satisfait: false,
      motif: expect.stringMatching(/^sans La Mare, charge : .* ; personne ne tient « .* » dans « .* »$/),
    });
    expect(held([{ ...own, acteurs: ['mare', 'cdc'] }]).satisfait).toBe(true);
    expect(held([]).satisfait).toBe(true);
    // The post that it bears leaves with it.
    const borne = scenario('a', {
      partenaires: [{ ...mare, jours_an: 0 }],
      moyens: { humains: [poste, { ...poste, id: 'm', porteur: 'mare' }] },
    });
    expect(essayer(borne, { type: 'depart-partenaire' }).motif).toBe('sans La Mare, plus aucune capacité');
  });
});

describe('a partner that leaves with its money', () => {
  const depart = { type: 'depart-partenaire', acteur: 'mare' };
  const calm = { modalites: [{ ...modalite, part_partenaires: 0 }] };
  const don = {
    ...own,
    id: 'don',
    financeur: 'mare',
    nature: 'participation',
    statut: 'acquis',
    montant: 2000,
  } as const;
  const sans = (rest: Partial<Scenario>, epreuve: object = depart) =>
    essayer(scenario('a', { ...calm, ...rest }), epreuve);
  const fixe = { ...own, montant: 23000 };
  it('takes what it gives away, alone or with others: the trial says what is missing', () => {
    // 50 000 € of expenses over two years, 46 000 € of own funds, 4 000 € of the partner: 2 500 € may be missing.
    expect(sans({ financements: [fixe, don] })).toEqual({
      satisfait: false,
      motif: 'sans La Mare, charge : 80 % des jours du porteur ; il manquerait 4 000 € sur 2 ans',
    });
    const groupe = [
      { acteur: 'mare', part: 0.5 },
      { acteur: 'region', part: 0.5 },
    ];
    // What is missing stays under the tolerance: it is told, and the trial is stood.
    expect(sans({ financements: [fixe, { ...don, groupe }] })).toEqual({
      satisfait: true,
      motif: 'sans La Mare, charge : 80 % des jours du porteur ; il manquerait 2 000 € sur 2 ans',
    });
    expect(sans({ financements: [{ ...fixe, montant: 25000 }, don] })).toEqual({
      satisfait: true,
      motif: 'sans La Mare, charge : 80 % des jours du porteur ; le budget tient sans son argent',
    });
  });
  it('takes away what it pays in kind and what it is paid too: only the rest is missing', () => {
    // A post of 20 000 € a year at the partner's, which its own contribution pays: both leave.
    const post = { ...poste, id: 'm', porteur: 'mare' };
    const moyens = { ...base.moyens, humains: [poste, post] };
    const nature = { ...don, montant: 20000 };
    const plein = { ...own, montant: 25000 };
    expect(sans({ moyens, financements: [plein, nature] }).motif).not.toContain('manquer');
    expect(
      sans({
        moyens,
        financements: [
          { ...plein, montant: 20000 },
          { ...nature, montant: 25000 },
        ],
      }).motif,
    ).toContain('il manquerait 10 000 € sur 2 ans');
    // Each pays its own post: the other one goes on doing so.
    const leurs = [post, { ...post, id: 'r', porteur: 'region' }];
    const { montant: _, ...sansMontant } = nature;
    const chacun = {
      ...sansMontant,
      taux: 1,
      assiette: ['humain' as const],
      assiette_porteurs: ['mare', 'region'],
      groupe: [
        { acteur: 'mare', part: 0.5 },
        { acteur: 'region', part: 0.5 },
      ],
    };
    const deux = { ...base.moyens, humains: [poste, ...leurs] };
    expect(sans({ moyens: deux, financements: [plein, chacun] }).motif).not.toContain('manquer');
    // What it is paid for is bought no more.
    const achat = { id: 'p', libelle: 'Prestation', porteur: 'cdc', beneficiaire: 'mare', cout_annuel: 2000 };
    const paye = { ...base.moyens, fonctionnement: [...(base.moyens.fonctionnement ?? []), achat] };
    expect(sans({ moyens: paye, financements: [plein, don] }).motif).not.toContain('manquer');
  });
  it('does not hold against it what was missing before, and finds it wherever the scenario names it', () => {
    expect(sans({ financements: [{ ...own, montant: 1000 }] }).satisfait).toBe(true);
    // It gives, and is no partner by name: it leaves all the same.
    expect(sans({ partenaires: [], financements: [fixe, don] }).motif).toContain('il manquerait 4 000 €');
    // What was missing before is told beside what is missing now.
    expect(sans({ financements: [{ ...fixe, montant: 20000 }, don] })).toEqual({
      satisfait: false,
      motif:
        'sans La Mare, charge : 80 % des jours du porteur ; il manquerait 10 000 € sur 2 ans, 6 000 € avant son départ',
    });
    expect(sans({ partenaires: [] }).motif).toBe('La Mare n’est pas de ce scénario');
  });
});

describe('what a test that passes rests on', () => {
  const tests = (s: Scenario, engagement: Acteur['engagement'] | undefined, rest: object = {}) => {
    const study = etudeAvecScenarios([s], [], { viabilite: rest } as never);
    const acteurs = study.acteurs.map((one) =>
      one.id === 'mare' ? acteur('mare', { nom: 'La Mare', ...(engagement ? { engagement } : {}) }) : one,
    );
    const found = analyserScenarios({ ...study, acteurs }, { tirages: 1 }).scenarios[0]?.viabilite.tests ?? [];
    return (id: string) => {
      const one = found.find((t) => t.id === id);
      return `${one?.etat} : ${plain(one?.motif ?? '')}`;
    };
  };
  it('capacity: the days of partners under the commitment, their posts too', () => {
    const oui =
      /^oui : en année 1, la plus chargée, 30 jours demandés au porteur, qui en a 50, et 10 aux partenaires, qui en ont 20$/;
    expect(tests(base, 'volontaire')('capacite')).toMatch(oui);
    // 30 days of 50 are too many where a half is admitted: the share says why.
    expect(tests(base, 'volontaire', { seuil_charge: 0.5 })('capacite')).toBe(
      'non : en année 1, la plus chargée, 30 jours demandés au porteur, qui en a 50 (60 %, pour 50 % au plus), et 10 aux partenaires, qui en ont 20',
    );
    for (const low of ['contacte', 'pressenti', undefined] as const)
      expect(tests(base, low)('capacite')).toMatch(/^sous condition : [^;]*\b20 jours par an/);
    expect(tests(base, 'volontaire', { engagement_minimal: 'engage' })('capacite')).toMatch(/^sous condition/);
    // Half a post of the partner: 50 days more, 70 in all.
    const posts = scenario('a', {
      moyens: { ...base.moyens, humains: [poste, { ...poste, id: 'autre', porteur: 'mare' }] },
    });
    expect(tests(posts, 'contacte')('capacite')).toMatch(/^sous condition : [^;]*\b70 jours par an/);
    expect(tests(scenario('a', { modalites: [{ ...modalite, part_partenaires: 0 }] }), 'contacte')('capacite')).toMatch(
      /^oui/,
    );
    // Those who are committed bring enough.
    const others = scenario('a', { partenaires: [mare, { ...mare, acteur: 'cdc', jours_an: 10 }] });
    expect(tests(others, 'contacte')('capacite')).toMatch(/^oui/);
  });

  it('functions: those whom nobody committed holds', () => {
    const roles = (...acteurs: string[]) =>
      scenario('a', { roles: ['conseiller', 'former'].map((fonction) => ({ fonction, acteurs })) });
    expect(tests(roles('mare'), 'contacte')('fonctions')).toMatch(/^sous condition : .*La Mare/);
    expect(tests(roles('mare', 'cdc'), 'contacte')('fonctions')).toMatch(/^oui/);
    expect(tests(roles('mare'), 'engage')('fonctions')).toMatch(/^oui/);
  });

  it('cash: the receipts that are not acquired', () => {
    // 18 000 € are not: the lowest balance, −9 000 €, less these.
    const at = (seuil_tresorerie: number) => tests(base, 'volontaire', { seuil_tresorerie })('tresorerie');
    expect(at(-27000)).toMatch(
      /^oui : solde le plus bas : −9 000 €, au mois 6 \(une demande de paiement par mois, rythme supposé, pour « Aide »/,
    );
    expect(at(-26999)).toBe('sous condition : à condition de recevoir à temps 18 000 € de recettes non acquises');
    expect(at(-8999)).toMatch(/^non : solde le plus bas/);
  });

  it('partners and law: who is short, what blocks, what is left to do', () => {
    expect(tests(base, 'contacte')('partenaires')).toMatch(/^non : .*La Mare$/);
    expect(tests(base, 'volontaire')('partenaires')).toMatch(/^oui/);
    expect(tests(scenario('a', { partenaires: [{ ...mare, essentiel: false }] }), 'contacte')('partenaires')).toMatch(
      /^oui/,
    );
    // One of two essential partners is short: the other is not named.
    const two = scenario('a', { partenaires: [{ ...mare, acteur: 'region' }, mare] });
    expect(tests(two, 'engage')('partenaires')).toMatch(/^non : .*demandé : La Région$/);
    const law = (...etats: string[]) =>
      tests(
        scenario('a', { conditions_juridiques: etats.map((etat, i) => ({ libelle: `C${i}`, etat })) } as never),
        'volontaire',
      )('juridique');
    expect([law(), law('remplie')]).toEqual(['oui : aucune condition ne bloque', 'oui : aucune condition ne bloque']);
    expect(law('a-remplir', 'remplie', 'a-remplir')).toBe(
      'sous condition : aucune condition ne bloque ; 2 conditions restent à remplir : « C0 » et « C2 »',
    );
    expect(law('bloquante', 'a-remplir')).toBe('non : 1 condition bloque : « C0 »');
  });

  it('balance: year by year where one lacks some', () => {
    expect(tests(base, 'volontaire')('equilibre')).toBe(
      'sous condition : 50 000 € de recettes pour 50 000 € de dépenses sur 2 ans ; l’année 1, prise seule, laisse 3 000 € à couvrir ; à condition d’obtenir toutes les recettes, dont on attend 41 000 € selon leur chance',
    );
    const poor = scenario('a', { financements: [{ ...own, montant: 10000 }] });
    expect(tests(poor, 'volontaire')('equilibre')).toBe(
      'non : 20 000 € de recettes pour 50 000 € de dépenses sur 2 ans ; les années 1 et 2, prises une à une, laissent 18 000 € et 12 000 € à couvrir',
    );
    const one = scenario('a', { duree_annees: 1, financements: [{ ...own, montant: 10000 }] });
    expect(tests(one, 'volontaire')('equilibre')).toBe(
      'non : 10 000 € de recettes pour 28 000 € de dépenses sur un an',
    );
    // Of many years, the ends are enough.
    const long = { ...poor, duree_annees: 6 };
    expect(tests(long, 'volontaire')('equilibre')).toMatch(
      / sur 6 ans ; chacune des 6 années, prise seule, laisse à couvrir de 12 000 € l’année 2 à 18 000 € l’année 1$/,
    );
    const [first] = poor.financements;
    const mixed = { ...long, financements: [first, { ...own, id: 'plus', montant: 20_000, annees: [6] }] } as Scenario;
    expect(tests(mixed, 'volontaire')('equilibre')).toMatch(
      / ; 5 années sur 6, prises une à une, laissent à couvrir de 12 000 € l’année 2 à 18 000 € l’année 1$/,
    );
  });
});

describe('the conclusion', () => {
  const dit = (epreuves: object[], rest: Partial<Scenario> = {}, autre: Partial<Scenario> = rest) =>
    analyserScenarios(
      etudeAvecScenarios([scenario('a', rest), scenario('b', autre)], notees({ x: { a: 9, b: 1 } }, { x: 1 }), {
        viabilite: { epreuves },
      } as never),
      { tirages: 10 },
    )
      .conclusion.map(plain)
      .join(' ');
  const couts = (id: string, valeur: number) => ({ id, libelle: `Hausse ${id}`, type: 'hausse-couts', valeur });
  it('names the trials that a scenario does not stand: some, all, or none', () => {
    expect(dit([couts('un', 0), couts('deux', 0.5)])).toContain(
      'Les deux scénarios ne résistent pas à une épreuve sur deux : hausse deux.',
    );
    const riche = {
      financements: scenario('b').financements.map((one) => ({ ...one, taux: undefined, montant: 90000 })),
    };
    const deux = [couts('un', 0.6), couts('deux', 0.5)];
    expect(dit(deux, {}, riche as never)).toContain('« Scénario a » ne résiste à aucune des deux épreuves.');
    expect(dit([couts('deux', 0.5)], {}, riche as never)).toContain(
      '« Scénario a » ne résiste pas à la seule épreuve tentée : hausse deux.',
    );
    // What all lose is said once: told of some, it would pass for an advantage of the others.
    expect(dit(deux)).toContain('Aucun scénario ne résiste à aucune des épreuves qui le concernent.');
    expect(dit(deux)).not.toContain('« Scénario a » ne résiste');
    expect(dit([couts('un', 0)])).not.toContain('résiste');
  });
  it('does not count a trial without object', () => {
    const depart = { id: 'd', libelle: 'Départ', type: 'depart-partenaire' };
    expect(
      dit([depart, couts('deux', 0.5), couts('un', 0)], { partenaires: [{ ...mare, essentiel: false }] }),
    ).toContain('ne résistent pas à une épreuve sur deux : hausse deux.');
  });
  it('names the criteria that part nothing, unless none does', () => {
    const of = (...criteres: [string, number, Record<string, number>][]) =>
      analyserScenarios(
        etudeAvecScenarios(
          [scenario('a'), scenario('b')],
          criteres.map(([id, poids, notes]) =>
            critere(id, poids, {
              mesure: {
                notes: Object.fromEntries(Object.entries(notes).map(([s, n]) => [s, [{ evaluateur: 'e', note: n }]])),
              },
            }),
          ),
        ),
        { tirages: 10 },
      )
        .conclusion.map(plain)
        .join(' ');
    expect(of(['x', 3, { a: 9, b: 1 }], ['y', 1, { a: 5, b: 5 }])).toContain(
      '« Critère y » (25 % du poids) ne départage aucun scénario : tous y ont la même valeur.',
    );
    expect(of(['x', 2, { a: 9, b: 1 }], ['y', 1, { a: 5, b: 5 }], ['z', 1, { a: 2, b: 2 }])).toContain(
      '« Critère y » (25 % du poids) et « Critère z » (25 % du poids) ne départagent aucun scénario',
    );
    expect(of(['x', 3, { a: 9, b: 1 }], ['y', 0, { a: 5, b: 5 }])).not.toContain('départage aucun');
    expect(of(['x', 3, { a: 5, b: 5 }])).not.toContain('départage aucun');
  });
});
