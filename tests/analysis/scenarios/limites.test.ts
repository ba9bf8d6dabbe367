/** Scenarios at the limits of their rules: what the small study, the example and the drawn ones do not reach by themselves. */
import { describe, expect, it } from 'vitest';
import { colonnesDe } from '../../../src/analysis/incertitude/colonnes.js';
import { aidesAuTaux, analyserReplis } from '../../../src/analysis/mode-operatoire/replis.js';
import { chiffrer } from '../../../src/analysis/scenarios/chiffrage.js';
import {
  aideParEuroNational,
  debutPlafond,
  donneurs,
  estEligible,
  nationales,
  nomDuFinanceur,
  ordreDesSources,
  partVersee,
  periodeDe,
  periodesPossibles,
} from '../../../src/analysis/scenarios/financement/regles-aides.js';
import { hypothesesDe } from '../../../src/analysis/scenarios/hypotheses.js';
import { valeurEnClair } from '../../../src/analysis/scenarios/indicateurs/indicateurs.js';
import type { Critere } from '../../../src/analysis/scenarios/indicateurs/mesures.js';
import { planDeTirages } from '../../../src/analysis/scenarios/tirages/plan-tirages.js';
import { premiersSelonTirages } from '../../../src/analysis/scenarios/tirages/premiers-tirages.js';
import { type Simulation, simuler } from '../../../src/analysis/scenarios/tirages/simulation.js';
import { centiemes, ecartSigne, surLaDuree } from '../../../src/analysis/scenarios/viabilite/motifs.js';
import type { ModeOperatoire, Scenario } from '../../../src/study/types.gen.js';
import { critere, etudeAvecScenarios, scenario } from '../small-scenario.js';
import { outil } from '../small-study.js';

const plain = (text: string): string => text.replace(/\s/g, ' ');
const base = scenario('a');
const [aide, fonds] = base.financements;
const [poste] = base.moyens.humains;
if (!aide || !fonds || !poste) throw new Error('one of each expected');
type Source = Scenario['financements'][number];
const source = (rest: object): Source =>
  ({ id: 's', nature: 'subvention', statut: 'acquis', probabilite: 1, ...rest }) as Source;
const chiffre = (rest: Partial<Scenario>, study: object = {}) => {
  const one = scenario('a', rest);
  const etude = { ...etudeAvecScenarios([one]), ...study };
  return chiffrer(etude, one, hypothesesDe(etude));
};

describe('a value in words', () => {
  it.each([
    [null, 'part', '—'],
    [0.125, 'part', '12,5 %'],
    [99.994, '€/visite', '99,99 €/visite'],
    [-99.55, '€/visite', '−99,55 €/visite'],
    [100, '€/visite', '100 €/visite'],
    [-1234.4, '€/an', '−1 234 €/an'],
    [12.4, '€', '12 €'],
    [4.5, 'note', '4,5'],
    [3, '', '3'],
    [1, 'mois', '1 mois'],
    [1.4, 'ETP', '1,4 ETP'],
  ])('%s (%s) reads %s', (valeur, unite, text) => {
    expect(plain(valeurEnClair({ valeur, unite }))).toBe(text);
  });

  it('a gap has its sign, nought being no loss', () => {
    expect([0.012, 0, -0.05].map((gap) => plain(ecartSigne(gap)))).toEqual(['+1,2 %', '+0 %', '−5 %']);
    expect([1, 2, 5].map((years) => plain(surLaDuree(years)))).toEqual(['sur un an', 'sur 2 ans', 'sur 5 ans']);
    expect([0.376, null, 'a'].map(centiemes)).toEqual(['0,38', '—', '—']);
  });
});

describe('what an aid takes into its base', () => {
  const ligne = (rest: object = {}) => ({ id: 'l', nature: 'humain' as const, porteur: 'cdc', quantite: 0.5, ...rest });
  it.each([
    ['any nature but funds given on, where it names none', {}, ligne({ nature: 'prestation' }), true],
    ['not the funds given on, where it names none', {}, ligne({ nature: 'fonds' }), false],
    ['the funds given on where it names them', { assiette: ['fonds'] }, ligne({ nature: 'fonds' }), true],
    ['nothing of a nature that it does not name', { assiette: ['materiel'] }, ligne(), false],
    ['what the bearer spends', {}, ligne({ porteur: 'mare' }), false],
    ['what another spends, where it names it', { assiette_porteurs: ['mare'] }, ligne({ porteur: 'mare' }), true],
    ['not the bearer, where it names another', { assiette_porteurs: ['mare'] }, ligne(), false],
    ['a post as large as it asks', { part_poste_minimale: 0.5 }, ligne(), true],
    ['no smaller post', { part_poste_minimale: 0.51 }, ligne(), false],
    [
      'a small amount of something else than a post',
      { part_poste_minimale: 0.51 },
      ligne({ nature: 'materiel' }),
      true,
    ],
    ['no line that it excludes', { lignes_exclues: ['k', 'l'] }, ligne(), false],
    ['a line that it does not exclude', { lignes_exclues: ['k'] }, ligne(), true],
  ])('%s', (_, rules, line, taken) => {
    expect(estEligible(source(rules), line as never, 'cdc')).toBe(taken);
  });
});

describe('when an aid pays, and up to what', () => {
  it('one claim comes at the end, the others each month, quarter, half-year or year', () => {
    const rythmes = [undefined, 'mensuelle', 'trimestrielle', 'semestrielle', 'annuelle', 'unique'];
    expect(rythmes.map((demandes_paiement) => periodeDe(source({ demandes_paiement }), 3))).toEqual([
      1, 1, 3, 6, 12, 36,
    ]);
    expect(periodesPossibles([], 3)).toEqual([1, 3, 6, 12, 36]);
    expect(periodesPossibles([], 1)).toEqual([1, 3, 6, 12]);
    expect(periodesPossibles([source({ demandes_paiement: 'unique', annees: [1, 2] })], 3)).toEqual([
      1, 3, 6, 12, 24, 36,
    ]);
  });

  it('a year counts for the months between its opening or its application and its closing', () => {
    const part = (rest: object, year = 0, demarrage: string | undefined = '2019-04') =>
      partVersee(source(rest), year, demarrage);
    expect(part({})).toBe(1);
    expect(part({ annees: [2] })).toBe(0);
    expect(part({ annees: [2] }, 1)).toBe(1);
    expect(part({ ouverture: '2019-07' })).toBe(0.75);
    expect(part({ ouverture: '2019-05', depot: '2019-10-03' })).toBe(0.5);
    expect(part({ ouverture: '2018' })).toBe(1);
    expect(part({ cloture: '2019-06' })).toBe(0.25);
    expect(part({ cloture: '2019-03' })).toBe(0);
    expect(part({ cloture: '2018-12' })).toBe(0);
    expect(part({ cloture: '2020-03' }, 1)).toBe(0);
    expect(part({ ouverture: '2019-07', cloture: '2019-09' })).toBe(0.25);
    expect(partVersee(source({ cloture: '2018' }), 0, undefined)).toBe(1);
  });

  it('years share a ceiling by year, by file or over the programme', () => {
    const from = (rest: object) => [0, 1, 2, 3, 4].map((year) => debutPlafond(source(rest), year));
    expect(from({})).toEqual([0, 1, 2, 3, 4]);
    expect(from({ plafond_par: 'programme' })).toEqual([0, 0, 0, 0, 0]);
    expect(from({ plafond_par: 'dossier' })).toEqual([0, 1, 2, 3, 4]);
    expect(from({ plafond_par: 'dossier', dossier_annees: 2 })).toEqual([0, 0, 2, 2, 4]);
  });

  it('national funds call for it, and those that wait for them come last', () => {
    expect(aideParEuroNational(source({ contrepartie_nationale: 0.2 }))).toBe(4);
    expect(aideParEuroNational(source({ contrepartie_nationale: 0.5 }))).toBe(1);
    for (const none of [{}, { contrepartie_nationale: 0 }])
      expect(aideParEuroNational(source(none))).toBe(Number.POSITIVE_INFINITY);
    const list = [
      source({ origine: 'europe', contrepartie_nationale: 0.2 }),
      source({ origine: 'region' }),
      source({ origine: 'region', contrepartie_nationale: 0.1 }),
      source({ origine: 'fondation' }),
      source({ origine: 'porteur' }),
    ];
    expect(nationales(list)).toEqual([1, 4]);
    expect(ordreDesSources(list)).toEqual([1, 3, 4, 0, 2]);
  });

  it('is given by its funder, by each member of a group, or by users', () => {
    const groupe = [
      { acteur: 'b', part: 0.25 },
      { acteur: 'a', part: 0.75 },
    ];
    expect(donneurs(source({ financeur: 'a' }))).toEqual([{ acteur: 'a', part: 1 }]);
    expect(donneurs(source({ financeur: 'a', groupe }))).toBe(groupe);
    expect(donneurs(source({}))).toEqual([]);
    const nommer = (id: string): string => id.toUpperCase();
    expect([{ financeur: 'a' }, { groupe }, {}].map((rest) => plain(nomDuFinanceur(source(rest), nommer)))).toEqual([
      'A',
      'B et A',
      'Usagers',
    ]);
  });
});

describe('expenses of a tool', () => {
  it('bear its name, or its id where the inventory has none, and its own amounts unless the scenario gives others', () => {
    const outils = [outil('velo', { nom: 'Vélo', cout: { investissement: 900, fonctionnement_annuel: 100 } })];
    const { lignes } = chiffre(
      {
        moyens: { humains: [] },
        outils: [
          { outil: 'velo', annee: 1, quantite: 2 },
          { outil: 'absent', annee: 2, quantite: 1, investissement: 50, porteur: 'mare' },
        ],
      },
      { outils },
    );
    expect(lignes.map(({ libelle, porteur, montant }) => [plain(libelle), porteur, montant.mode])).toEqual([
      [expect.stringContaining('Vélo'), 'cdc', 900],
      [expect.stringContaining('Vélo'), 'cdc', 100],
      [expect.stringContaining('absent'), 'mare', 50],
    ]);
  });
});

describe('cash of an aid that is claimed once', () => {
  const unique = { ...fonds, montant: 12_000, demandes_paiement: 'unique' as const };
  const minimum = (delai: number) => {
    const c = chiffre({
      moyens: { humains: [{ ...poste, cout_annuel: 24_000 }] },
      financements: [{ ...unique, delai_versement_mois: delai }],
    });
    const colonne = colonnesDe(1);
    const plan = planDeTirages(
      c,
      0,
      {
        unitaires: c.lignes.map(({ montant }) => Array.from({ length: c.annees }, () => colonne(montant.mode))),
        obtenus: [colonne(1)],
        fixes: [colonne(12_000)],
      },
      colonne,
    );
    plan.calculer();
    expect(plan.soldeMinimum[0]).toBeCloseTo(c.tresorerie.minimum.solde, 6);
    return c.tresorerie.minimum;
  };

  it('is paid when the last year is over: in its last month without delay, so that the lowest is the month before', () => {
    // 1 000 € a month for two years; the claim brings 24 000 €.
    expect(minimum(0)).toMatchObject({ solde: expect.closeTo(-23_000, 6), mois: 23 });
    expect(minimum(1)).toMatchObject({ solde: expect.closeTo(-24_000, 6), mois: 24 });
  });
});

describe('draws of the costs', () => {
  const drawn = (humains: Scenario['moyens']['humains'], rest: Partial<Scenario['moyens']> = {}) => {
    const c = chiffre({ moyens: { humains, ...rest }, financements: [{ ...fonds, montant: 30_000 }] });
    return simuler(c, hypothesesDe(etudeAvecScenarios([c.scenario])), 2000, 4);
  };
  const range = (half: number) => ({ min: 20_000 * half, mode: 40_000 * half, max: 60_000 * half });

  it('misjudge all wages together: two half posts vary as a whole one, and another expense by itself', () => {
    const whole = drawn([{ ...poste, etp: 1, cout_annuel: range(1) }]);
    const halves = drawn(['p', 'q'].map((id) => ({ ...poste, id, etp: 1, cout_annuel: range(0.5) })));
    for (const tenth of ['p10', 'p50', 'p90'] as const)
      expect(halves.coutAnnuel[tenth]).toBeCloseTo(whole.coutAnnuel[tenth], 6);
    const apart = drawn([{ ...poste, etp: 1, cout_annuel: range(0.5) }], {
      fonctionnement: [
        { id: 'f', libelle: 'Achats', porteur: 'cdc', nature: 'fonctionnement', cout_annuel: range(0.5) },
      ],
    });
    const spread = ({ coutAnnuel: { p10, p90 } }: Simulation): number => p90 - p10;
    // Two independent halves spread by √2 less than one whole.
    expect(spread(apart) / spread(whole)).toBeGreaterThan(0.62);
    expect(spread(apart) / spread(whole)).toBeLessThan(0.8);
  });

  it('count the draws whose cash passes under what the study admits, not those that reach it', () => {
    const c = chiffre({ moyens: { humains: [{ ...poste, etp: 1, cout_annuel: 35_000 }] }, financements: [] });
    const hypotheses = hypothesesDe(etudeAvecScenarios([c.scenario]));
    const lowest = c.tresorerie.minimum.solde;
    expect(lowest).toBeLessThan(-1000);
    const sous = (tresorerie: number) => simuler(c, hypotheses, 500, 4, { charge: 1, tresorerie });
    expect(sous(lowest - 1).probabiliteTresorerieInsuffisante).toBe(0);
    expect(sous(lowest + 1).probabiliteTresorerieInsuffisante).toBe(1);
    expect(sous(lowest - 1).probabiliteTresorerieNegative).toBe(1);
  });

  it('leave in each the balance of its own receipts and expenses', () => {
    const sure = drawn([{ ...poste, etp: 1, cout_annuel: 35_000 }]);
    expect(sure.solde).toEqual({ p10: -10_000, p50: -10_000, p90: -10_000 });
    expect(sure).toMatchObject({ probabiliteDeficit: 1, probabiliteTresorerieNegative: 1, tirages: 2000, graine: 4 });
    expect(drawn([{ ...poste, etp: 1, cout_annuel: 30_000 }]).probabiliteDeficit).toBe(0);
  });
});

describe('who comes first over the draws', () => {
  const linear = { type: 'linear', worst: 100, best: 0, outOfRange: 'clip' } as const;
  const upward = { type: 'linear', worst: 0, best: 10, outOfRange: 'clip' } as const;
  const cost = critere('cout', 1, { mesure: { indicateur: 'cout_annuel' } }) as Critere;
  const note = critere('note', 1) as Critere;
  const costs = (...couts: number[]) => ({ simulation: { couts: Float64Array.from(couts) } as Simulation });

  it('takes the uncertain measure from the draw, not a second time from the foreseen one', () => {
    // Foreseen, a costs 50 and b 80: counted twice, that gap would outweigh the note.
    const shares = premiersSelonTirages(
      [cost, note],
      [costs(50, 90), costs(80, 40)],
      [
        [50, 4],
        [80, 8],
      ],
      [linear, upward],
      [0.5, 0.5],
    );
    // First draw: a 0.25 + 0.2, b 0.1 + 0.4; second: a 0.05 + 0.2, b 0.3 + 0.4.
    expect(shares).toEqual([0, 1]);
    expect(
      premiersSelonTirages(
        [cost, note],
        [costs(10, 90), costs(80, 40)],
        [
          [50, 4],
          [80, 8],
        ],
        [linear, upward],
        [0.5, 0.5],
      ),
    ).toEqual([0.5, 0.5]);
  });

  it('says nothing when nothing is uncertain', () => {
    expect(premiersSelonTirages([note], [costs(1), costs(2)], [[4], [8]], [upward], [1])).toEqual([0, 0]);
  });
});

describe('a fallback', () => {
  it('looks at the aids by rate of the yearly expenses, but for the one that fails', () => {
    const financements = [
      aide,
      { ...aide, id: 'achats', section: 'investissement' as const },
      { ...aide, id: 'sans-nom' },
      source({ id: undefined, taux: 0.1 }),
      fonds,
    ];
    const ids = (failing?: string) =>
      aidesAuTaux({ scenario: scenario('a', { financements }) }, failing).map(({ id }) => id);
    expect(ids('aide')).toEqual(['sans-nom', undefined]);
    expect(ids(undefined)).toEqual(['aide', 'sans-nom', undefined]);
  });

  it('loses nothing of an aid for purchases when a yearly expense is given up', () => {
    const lost = (section?: 'investissement' | 'fonctionnement') => {
      const one = scenario('a', { financements: [{ ...aide, ...(section ? { section } : {}) }, fonds] });
      const study = etudeAvecScenarios([one]);
      const mode = {
        repli: [
          { si: 'x', alors: 'y', montant: 6000, financement: 'fonds', evite: [{ nature: 'humain', montant: 6000 }] },
        ],
      };
      return analyserReplis(mode as ModeOperatoire, chiffrer(study, one, hypothesesDe(study)))[0]?.aidesPerdues;
    };
    expect([lost(), lost('fonctionnement'), lost('investissement')]).toEqual([2000, 2000, 0]);
  });
});
