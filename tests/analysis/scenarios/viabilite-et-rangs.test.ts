/** Viability, comparison, degenerate cases and the wording of the conclusion. */
import { describe, expect, it } from 'vitest';
import { poidsDesCriteres } from '../../../src/analysis/scenarios/comparaison/poids.js';
import { analyserScenarios } from '../../../src/analysis/scenarios/index.js';
import { type EtatTest, testsEnClair } from '../../../src/analysis/scenarios/viabilite/viabilite.js';
import type { Criteres, Scenario } from '../../../src/study/types.gen.js';
import { critere, etudeAvecScenarios, notees, scenario } from '../small-scenario.js';

const JARGON = /[Pp]hi\b|\bCR\b|acceptabilit|\bNaN\b|undefined|null|Infinity/;

function viabilite(s: Scenario, settings: object = {}) {
  const study = etudeAvecScenarios([s], notees({ c: { [s.id]: 5 } }, { c: 1 }), { viabilite: settings } as never);
  const found = analyserScenarios(study, { tirages: 100 }).scenarios[0]?.viabilite;
  if (!found) throw new Error('one scenario expected');
  return found;
}
const test = (s: Scenario, id: string, settings: object = {}) =>
  viabilite(s, settings).tests.find((t) => t.id === id)?.satisfait;
const etat = (s: Scenario, id: string, settings: object = {}) =>
  viabilite(s, settings).tests.find((t) => t.id === id)?.etat;

describe('viability', () => {
  const fonds = (montant: number) => {
    const [aide, own] = scenario('a').financements;
    if (!aide || !own) throw new Error('two sources expected');
    return scenario('a', { financements: [aide, { ...own, montant }] });
  };

  it('passes at the threshold and fails just under it', () => {
    // 50 000 of expenses, 18 000 of subsidy: balance within 5 % from 29 500 of own funds over two years.
    expect(etat(fonds(14750), 'equilibre')).toBe('sous condition');
    expect(etat(fonds(14749), 'equilibre')).toBe('non');
    expect(test(scenario('a'), 'capacite', { seuil_charge: 0.6 })).toBe(true);
    expect(test(scenario('a'), 'capacite', { seuil_charge: 0.59 })).toBe(false);
    // The subsidy is 36 % of the receipts; what the bearer pays itself is no dependence.
    expect(test(scenario('a'), 'dependance', { seuil_dependance: 0.36 })).toBe(true);
    expect(test(scenario('a'), 'dependance', { seuil_dependance: 0.35 })).toBe(false);
    expect(etat(scenario('a'), 'tresorerie', { seuil_tresorerie: -9000 })).toBe('sous condition');
    expect(etat(scenario('a'), 'tresorerie')).toBe('non');
    expect(test(scenario('a'), 'partenaires', { engagement_minimal: 'engage' })).toBe(false);
    expect(test(scenario('a'), 'partenaires')).toBe(true);
  });

  it.each([
    ['exclue', true, false],
    ['exclue', false, true],
    ['attendue', true, true],
    ['attendue', false, false],
    ['admise', true, undefined],
    [undefined, true, undefined],
  ] as const)('a new legal person %s by the contract, created: %s → %s', (nouvelle_entite, creee, satisfait) => {
    const study = etudeAvecScenarios([scenario('a', { nouvelle_entite: creee })]);
    const contrat = nouvelle_entite ? { nouvelle_entite, exigences: [] } : null;
    const [one] = analyserScenarios({ ...study, contrat }, { tirages: 100 }).scenarios;
    expect(one?.viabilite.tests.find(({ id }) => id === 'entite')?.satisfait).toBe(satisfait);
  });

  it('is balanced without reserve only if the chances of the receipts cover the expenses too', () => {
    const [aide, own] = scenario('a').financements;
    if (!aide || !own) throw new Error('two sources expected');
    const with_ = (probabilite: number) => scenario('a', { financements: [{ ...aide, probabilite }, own] });
    // 18 000 × chance + 32 000 must reach 50 000 less 5 %: a chance of 0,8611 at least.
    expect(etat(with_(0.87), 'equilibre')).toBe('oui');
    expect(etat(with_(0.86), 'equilibre')).toBe('sous condition');
    const motif = viabilite(with_(0.5)).tests.find(({ id }) => id === 'equilibre')?.motif;
    expect(motif).toMatch(/à condition d’obtenir toutes les recettes, dont on attend 41\s000\s€/u);
  });

  it('holds its load and its functions under a condition while they rest on partners who have not committed themselves', () => {
    const avec = (engagement: 'pressenti' | 'volontaire', s: Scenario) => {
      const study = etudeAvecScenarios([s]);
      const acteurs = study.acteurs.map((one) => (one.id === 'mare' ? { ...one, engagement } : one));
      const [one] = analyserScenarios({ ...study, acteurs }, { tirages: 100 }).scenarios;
      return (id: string) => one?.viabilite.tests.find((t) => t.id === id);
    };
    const roles = etudeAvecScenarios([]).etude.fonctions.map(({ id }) => ({ fonction: id, acteurs: ['mare'] }));
    const held = scenario('a', { roles });
    expect(avec('volontaire', held)('capacite')?.etat).toBe('oui');
    // 10 of the 20 days of the partner are asked for; without them nobody does that work.
    expect(avec('pressenti', held)('capacite')).toMatchObject({
      etat: 'sous condition',
      motif: 'à condition que s’engagent des partenaires qui apportent 20 jours par an',
    });
    const alone = scenario('a').modalites.map((one) => ({ ...one, part_partenaires: 0 }));
    expect(avec('pressenti', { ...held, modalites: alone })('capacite')?.etat).toBe('oui');
    expect(avec('pressenti', held)('fonctions')?.etat).toBe('sous condition');
    expect(avec('volontaire', held)('fonctions')?.etat).toBe('oui');
  });

  it('passes the law under a condition while one has still to be met', () => {
    const law = (etats: ('remplie' | 'a-remplir' | 'bloquante')[]) =>
      etat(
        scenario('a', { conditions_juridiques: etats.map((one, i) => ({ libelle: `C${i}`, etat: one })) }),
        'juridique',
      );
    expect(law([])).toBe('oui');
    expect(law(['remplie'])).toBe('oui');
    expect(law(['remplie', 'a-remplir'])).toBe('sous condition');
    expect(law(['a-remplir', 'bloquante'])).toBe('non');
  });

  it('holds the self-financing share against the reference that the study names', () => {
    const with_ = (valeur: number, s = scenario('a')) => {
      const study = etudeAvecScenarios([s], [], { viabilite: { reference_autofinancement: 'r' } } as never);
      const found = analyserScenarios(
        { ...study, references: [{ id: 'r', titre: 'Participation minimale', valeur } as never] },
        { tirages: 100 },
      );
      return found.scenarios[0]?.viabilite.tests.find(({ id }) => id === 'autofinancement');
    };
    expect(with_(64)).toMatchObject({ satisfait: true, origine: 'references/r' });
    expect(with_(65)?.satisfait).toBe(false);
    expect(with_(65)?.motif).toContain('Participation minimale');
    const ailleurs = with_(65, scenario('a', { autofinancement_minimal_applicable: false }));
    expect(ailleurs).toMatchObject({ satisfait: true });
    expect(ailleurs?.motif).toContain('ne s’applique pas à ce porteur');
  });

  it('says which function lacks in which domain', () => {
    const tests = viabilite(scenario('a')).tests;
    expect(tests.find(({ id }) => id === 'fonctions')).toMatchObject({
      satisfait: false,
      motif: 'personne ne tient « Former » dans « Eau »',
    });
  });

  it('gives an index that is the weight of the tests passed', () => {
    const { tests, indice } = viabilite(scenario('a'), { poids: { tresorerie: 3 } });
    const sum = (list: typeof tests) => list.reduce((s, { poids }) => s + poids, 0);
    expect(tests.find(({ id }) => id === 'tresorerie')?.poids).toBe(3);
    const held = tests.filter((t) => t.etat === 'sous condition');
    expect(held.map(({ id }) => id)).toEqual(['equilibre']);
    expect(indice).toBeCloseTo((100 * (sum(tests.filter((t) => t.satisfait)) + 0.5 * sum(held))) / sum(tests), 10);
  });

  it('stands the trials of the study, with figures', () => {
    const epreuves = [
      { id: 'perte', libelle: 'Perte', type: 'perte-premier-financeur' },
      { id: 'retard', libelle: 'Retard', type: 'retard-versements', valeur: 6 },
      { id: 'depart', libelle: 'Départ', type: 'depart-partenaire' },
      { id: 'hausse', libelle: 'Demande', type: 'hausse-demande', valeur: 0.2 },
      { id: 'forte-hausse', libelle: 'Demande', type: 'hausse-demande', valeur: 0.7 },
      { id: 'couts', libelle: 'Coûts', type: 'hausse-couts', valeur: 0.05 },
      { id: 'couts-plus', libelle: 'Coûts', type: 'hausse-couts', valeur: 0.051 },
    ];
    const found = Object.fromEntries(viabilite(scenario('a'), { epreuves }).epreuves.map((e) => [e.id, e]));
    expect(found.perte).toMatchObject({ satisfait: false });
    expect(found.perte?.motif).toMatch(/sans La Région, il manquerait 18\s000\s€ sur 2 ans/u);
    // Six more months without 750 a month: 12 × 500 + 6 000.
    expect(found.retard?.motif).toMatch(/−12\s000/u);
    expect(found.depart).toMatchObject({ satisfait: false });
    expect(found.hausse).toMatchObject({ satisfait: true });
    expect(found['forte-hausse']).toMatchObject({ satisfait: false });
    expect(found.couts).toMatchObject({ satisfait: true });
    expect(found['couts-plus']).toMatchObject({ satisfait: false });
  });

  it('takes with a partner who leaves the posts that it bears; no partner named and none essential, the trial has no object', () => {
    const [poste] = scenario('a').moyens.humains;
    if (!poste) throw new Error('one post expected');
    const depart = { id: 'depart', libelle: 'Départ', type: 'depart-partenaire' };
    const essai = (one: Scenario, rest: object = {}) =>
      viabilite(one, { epreuves: [{ ...depart, ...rest }] }).epreuves[0];
    // Another partner stays, so that there is a capacity left.
    const [mare] = scenario('a').partenaires;
    if (!mare) throw new Error('one partner expected');
    const porte = (porteur: string) =>
      scenario('a', {
        partenaires: [mare, { ...mare, acteur: 'region', essentiel: false }],
        moyens: { ...scenario('a').moyens, humains: [poste, { ...poste, id: 'autre', porteur }] },
      });
    const charge = (porteur: string) => essai(porte(porteur))?.motif;
    expect(charge('cdc')).toMatch(/^sans La Mare, charge : \d/);
    expect(charge('mare')).toMatch(/^sans La Mare, charge : \d/);
    expect(charge('mare')).not.toBe(charge('cdc'));
    expect(essai(scenario('a'))?.sansObjet).toBe(false);
    const libre = scenario('a', { partenaires: [{ ...mare, essentiel: false }] });
    expect(essai(libre)?.sansObjet).toBe(true);
    expect(essai(libre, { acteur: 'mare' })?.sansObjet).toBe(false);
    const hausse = { id: 'h', libelle: 'H', type: 'hausse-couts' };
    expect(viabilite(libre, { epreuves: [hausse] }).epreuves[0]?.sansObjet).toBe(false);
  });

  it('counts the partners who are willing or engaged, without those who only pay', () => {
    const [partenaire] = scenario('a').partenaires;
    if (!partenaire) throw new Error('one partner expected');
    const part = (partenaires: Scenario['partenaires']) =>
      analyserScenarios(etudeAvecScenarios([scenario('a', { partenaires })])).scenarios[0]?.chiffrage.indicateurs.get(
        'part_partenaires_engages',
      )?.valeur;
    const paie = { ...partenaire, acteur: 'region', role: 'financeur' as const };
    expect(part([partenaire])).toBe(1);
    expect(part([partenaire, paie])).toBe(1);
    expect(part([partenaire, { ...partenaire, acteur: 'region' }])).toBe(0.5);
    expect(part([paie])).toBeNull();
  });
});

const trois = [scenario('a'), scenario('b'), scenario('c')];
const compare = (
  notes: Record<string, Record<string, number>>,
  poids: Record<string, number>,
  scenarios = trois,
  rest: Partial<Criteres> = {},
) => analyserScenarios(etudeAvecScenarios(scenarios, notees(notes, poids), rest), { tirages: 400 });

describe('comparison', () => {
  it('scores, ranks, and words a clear lead with what would reverse it', () => {
    const { evaluation, conclusion } = compare({ x: { a: 9, b: 4, c: 2 }, y: { a: 3, b: 6, c: 2 } }, { x: 60, y: 40 });
    expect(evaluation?.scores.map(Math.round)).toEqual([66, 48, 20]);
    expect(evaluation?.ranks).toEqual([1, 2, 3]);
    expect(evaluation?.domines).toEqual([{ domine: 2, par: 0 }]);
    // 60 × 0,5 falls to 40 × 0,3 when the first weight falls to 24.
    expect(evaluation?.changementCritique?.critere).toBe('x');
    expect(evaluation?.changementCritique?.pourcent).toBeCloseTo(-60, 9);
    const text = conclusion.join(' ');
    expect(text).toContain('« Scénario a » vient en premier, 18 points sur 100 devant « Scénario b »');
    // Better than b on x in other trials: it is the one that it never beats that is named.
    expect(text).toContain('« Scénario c » ne fait mieux que « Scénario a » sur aucun critère');
    // x: a leads while 5x > 3(1−x), that is from 37,5 %.
    expect(text).toMatch(/« Critère x » pesait moins de 37,5\s%/u);
    expect(text).not.toMatch(JARGON);
  });

  it('lets the volumes vary with the costs: a first place that hangs on a foreseen service is not sure', () => {
    const served = (id: string, volume: number | { min: number; mode: number; max: number }) =>
      scenario(id, {
        modalites: scenario(id).modalites.map((m) => ({ ...m, volume_annuel: volume, service_rendu: true })),
      });
    const criteres = [
      critere('service', 1, {
        echelle: { min: 0, max: 100, unite: 'services/an' },
        mesure: { indicateur: 'service_rendu_annuel' },
      }),
    ];
    const found = analyserScenarios(
      etudeAvecScenarios([served('a', { min: 10, mode: 42, max: 70 }), served('b', 40)], criteres),
      { tirages: 400 },
    );
    expect(found.evaluation?.premier).toBe(0);
    const [a = 0, b = 0] = found.evaluation?.premierSelonTirages ?? [];
    expect(a).toBeGreaterThan(0.3);
    expect(b).toBeGreaterThan(0.3);
    expect(a + b).toBeCloseTo(1, 12);
  });

  it('tells the criteria that separate nothing, and the receipts that rest on a rule of elsewhere', () => {
    const [aide, own] = scenario('a').financements;
    if (!aide || !own) throw new Error('two sources expected');
    const borrowed = scenario('a', { financements: [{ ...aide, regle_empruntee: 'règle du Val voisin' }, own] });
    const text = compare({ x: { a: 9, b: 4 }, y: { a: 3, b: 3 } }, { x: 60, y: 40 }, [
      borrowed,
      scenario('b'),
    ]).conclusion.join(' ');
    expect(text).toMatch(/« Critère y » \(40\s% du poids\) ne départage aucun scénario/u);
    expect(text).toMatch(/règle du Val voisin.*18\s000\s€ pour « Scénario a » \(36\s% de ses recettes\)/u);
    expect(text).not.toContain('pour « Scénario b » (');
  });

  it('says that nothing separates two scenarios when the lead is small', () => {
    const { conclusion } = compare({ x: { a: 6, b: 5.8, c: 1 } }, { x: 1 });
    expect(conclusion[0]).toMatch(/trop peu pour les départager/);
    expect(conclusion[0]).not.toMatch(/vient en premier/);
  });

  it('gives the same answer for the same seed', () => {
    const once = () => compare({ x: { a: 6, b: 5, c: 1 }, y: { a: 1, b: 2, c: 8 } }, { x: 1, y: 1 });
    expect(JSON.stringify(once().evaluation)).toBe(JSON.stringify(once().evaluation));
  });

  it('takes other weights, and leaves a scenario out', () => {
    const study = etudeAvecScenarios(
      trois,
      notees({ x: { a: 9, b: 1, c: 2 }, y: { a: 1, b: 9, c: 2 } }, { x: 60, y: 40 }),
    );
    const { evaluation } = analyserScenarios(study, { poids: new Map([['y', 90]]), sans: ['c'], tirages: 100 });
    expect(evaluation?.ranks).toEqual([2, 1]);
    expect(evaluation?.criteres.map(({ poids }) => Math.round(poids))).toEqual([40, 60]);
  });

  it('keeps the benefits apart from the cost', () => {
    const criteres = [
      critere('cout', 50, {
        role: 'cout',
        sens: 'min',
        echelle: { min: 0, max: 50000, unite: '€/an' },
        mesure: { indicateur: 'cout_annuel' },
      }),
      ...notees({ x: { a: 8, b: 4, c: 4 } }, { x: 50 }),
    ];
    const { evaluation } = analyserScenarios(etudeAvecScenarios(trois, criteres), { tirages: 100 });
    expect(evaluation?.scores[0]).toBeCloseTo((50 + 80) / 2, 9);
    expect(evaluation?.benefices?.[0]).toBeCloseTo(80, 9);
  });

  it('averages the notes of several evaluators and tells how far they stand apart', () => {
    const criteres = [
      critere('x', 1, {
        mesure: {
          notes: {
            a: [
              { evaluateur: 'e', note: 4 },
              { evaluateur: 'f', note: 8 },
            ],
            b: [{ evaluateur: 'e', note: 3 }],
          },
        },
      }),
    ];
    const { evaluation } = analyserScenarios(etudeAvecScenarios([scenario('a'), scenario('b')], criteres), {
      tirages: 100,
    });
    expect(evaluation?.mesures).toEqual([[6], [3]]);
    expect(evaluation?.notes[0]).toMatchObject({ moyenne: 6, min: 4, max: 8, nombre: 2 });
  });
});

describe('a lead too short', () => {
  const phrases = (notes: Record<string, number>, ecart: number) =>
    compare({ c: notes }, { c: 1 }, trois, { viabilite: { seuil_ecart: ecart } } as never).conclusion.join(' ');

  it('names those that the threshold does not part, and them alone', () => {
    expect(phrases({ a: 8, b: 7.8, c: 2 }, 5)).toMatch(/« Scénario a » devance « Scénario b » de 2 points/);
    expect(phrases({ a: 8, b: 7.8, c: 7.7 }, 5)).toMatch(
      /« Scénario a » devance « Scénario b » et « Scénario c » de moins de 5 points/,
    );
    expect(phrases({ a: 8, b: 7, c: 2 }, 5)).toContain('« Scénario a » vient en premier, 10 points sur 100 devant');
  });
});

describe('degenerate cases', () => {
  it('equal scenarios: none comes first alone', () => {
    const { evaluation, conclusion } = compare({ x: { a: 5, b: 5, c: 5 } }, { x: 1 });
    expect(evaluation?.ranks).toEqual([1, 1, 1]);
    expect(conclusion[0]).toBe(
      '« Scénario a », « Scénario b » et « Scénario c » ont le même score, le plus haut : rien ne les départage.',
    );
    expect(conclusion.join(' ')).not.toMatch(JARGON);
  });

  it('a criterion without spread separates nothing and has no influence', () => {
    const { evaluation, conclusion } = compare({ x: { a: 5, b: 5, c: 5 }, y: { a: 9, b: 2, c: 1 } }, { x: 50, y: 50 });
    expect(evaluation?.criteres[0]?.influence).toBe(0);
    expect(evaluation?.ranks[0]).toBe(1);
    expect(conclusion.join(' ')).not.toMatch(JARGON);
  });

  it('weights of zero, all or some', () => {
    const some = compare({ x: { a: 1, b: 9, c: 1 }, y: { a: 9, b: 2, c: 1 } }, { x: 0, y: 50 });
    expect(some.evaluation?.ranks[0]).toBe(1);
    const all = compare({ x: { a: 1, b: 9, c: 1 }, y: { a: 9, b: 2, c: 1 } }, { x: 0, y: 0 });
    expect(all.conclusion.length).toBeGreaterThan(0);
    expect(all.conclusion.join(' ')).not.toMatch(JARGON);
    expect(some.conclusion.join(' ')).not.toMatch(JARGON);
  });

  it('a missing note leaves the criterion out and says so', () => {
    const { evaluation } = compare({ x: { a: 5, b: 4 }, y: { a: 9, b: 2, c: 1 } }, { x: 50, y: 50 });
    expect(evaluation?.criteres.map(({ id }) => id)).toEqual(['y']);
    expect(evaluation?.ecartes).toEqual([
      { libelle: 'Critère x', motif: 'une mesure manque pour au moins un scénario' },
    ]);
  });

  it('one scenario alone, no criterion, no scenario', () => {
    expect(compare({ x: { a: 5 } }, { x: 1 }, [scenario('a')]).conclusion).toEqual([
      'Un seul scénario est évalué, « Scénario a » : il n’y a rien à comparer.',
    ]);
    const nothing = 'Aucun critère ne peut être mesuré pour tous les scénarios : il n’y a rien à comparer.';
    expect(compare({}, {}).conclusion).toEqual(['L’étude ne pose aucun critère : les scénarios ne sont pas comparés.']);
    expect(compare({ x: { a: 5 } }, { x: 1 }, []).conclusion).toEqual([nothing]);
  });
});

describe('weights by the method of the study', () => {
  const modele = (methode_poids: NonNullable<Criteres['methode_poids']>, rests: object[], more: object = {}) =>
    poidsDesCriteres({
      familles: [
        { id: 'f', libelle: 'F', swing: 100 },
        { id: 'g', libelle: 'G', swing: 50 },
      ],
      criteres: rests.map((rest, i) => critere(`c${i}`, 10 * (i + 1), rest)),
      methode_poids,
      ...more,
    } as never);
  const parts = (found: ReturnType<typeof modele>) => [...found.parts.values()].map((x) => Math.round(x * 1000) / 1000);

  it('direct, swing, swing by family, ranks', () => {
    expect(parts(modele('direct', [{}, {}, {}]))).toEqual([0.167, 0.333, 0.5]);
    expect(parts(modele('swing', [{ swing: 100 }, { swing: 60 }, { swing: 40 }]))).toEqual([0.5, 0.3, 0.2]);
    expect(
      parts(
        modele('swing-arbre', [
          { famille: 'f', swing: 100 },
          { famille: 'f', swing: 100 },
          { famille: 'g', swing: 10 },
        ]),
      ),
    ).toEqual([0.333, 0.333, 0.333]);
    // Rank-order centroid of three: 11/18, 5/18, 2/18.
    expect(parts(modele('rang', [{ rang: 1 }, { rang: 3 }, { rang: 2 }]))).toEqual([0.611, 0.111, 0.278]);
    // Equal ranks weigh the same, whatever the order of the file.
    expect(parts(modele('rang', [{ rang: 1 }, { rang: 1 }, { rang: 1 }]))).toEqual([0.333, 0.333, 0.333]);
    expect(parts(modele('rang', [{ rang: 2 }, { rang: 1 }, { rang: 2 }]))).toEqual([0.194, 0.611, 0.194]);
  });

  it('pairwise comparisons, with the pair that contradicts the others', () => {
    const pairs = (last: number) => ({
      comparaisons: [
        { a: 'c0', b: 'c1', rapport: 2 },
        { a: 'c1', b: 'c2', rapport: 2 },
        { a: 'c0', b: 'c2', rapport: last },
      ],
    });
    const sound = modele('ahp', [{}, {}, {}], pairs(4));
    expect(parts(sound)).toEqual([0.571, 0.286, 0.143]);
    expect(sound.avertissement).toBeNull();
    const torn = modele('ahp', [{}, {}, {}], pairs(1 / 4));
    expect(torn.avertissement).toMatch(/se contredisent \(cohérence 79 pour 10 admis\)/);
    // Above ten criteria the ratio has no measure: none is printed.
    const many = Array.from({ length: 11 }, (_, i) => `c${i}`);
    const each = many.flatMap((a, i) =>
      many.slice(i + 1).map((one) => ({ a, b: one, rapport: one === 'c10' ? 3 : 1 })),
    );
    const wide = modele(
      'ahp',
      many.map(() => ({})),
      { comparaisons: [...each.slice(1), { a: 'c0', b: 'c1', rapport: 5 }] },
    );
    expect(wide.avertissement).toMatch(/Au-delà de dix critères, rien ne mesure .* ; la plus discordante : /);
    expect(wide.avertissement).not.toMatch(/cohérence \d/);
  });

  it('falls back on direct weights when a judgement is missing, and says so', () => {
    const found = modele('swing', [{ swing: 100 }, {}, {}]);
    expect(found.methode).toBe('direct');
    expect(found.avertissement).toMatch(/« swing » manque/);
  });
});

describe('tests in words', () => {
  it('tell those met under a condition apart from those met and those that fail', () => {
    const of = (...etats: EtatTest[]) => testsEnClair(etats.map((etat) => ({ etat })));
    expect(of('oui', 'sous condition', 'non')).toBe('1 sur 3, 1 sous condition');
    expect(of('oui', 'non')).toBe('1 sur 2');
  });
});
