/** The conclusion in words: its thresholds, its orders, its counts; the results themselves are those of another test. */
import { describe, expect, it } from 'vitest';
import {
  conclure,
  reglesEmpruntees,
  viabilitesEnClair,
} from '../../../src/analysis/scenarios/comparaison/conclusion.js';
import type { Evaluation, ScenarioEvalue } from '../../../src/analysis/scenarios/comparaison/evaluation.js';
import { analyserScenarios } from '../../../src/analysis/scenarios/index.js';
import { known } from '../../../src/lists/at.js';
import { etudeAvecScenarios, notees, scenario } from '../small-scenario.js';

const found = analyserScenarios(
  etudeAvecScenarios(
    ['a', 'b', 'c'].map((id) => scenario(id)),
    notees({ x: { a: 9, b: 4, c: 2 }, y: { a: 3, b: 6, c: 2 } }, { x: 60, y: 40 }),
  ),
  { tirages: 100 },
);
const base = known(found.evaluation, 'evaluation');
// What rests on draws is computed when it is read: a copy reads it.
const whole: Evaluation = { ...base };
const says = (change: Partial<Evaluation>, seuil = 5, retenu?: string): string[] =>
  conclure({ ...whole, ...change }, found.scenarios, seuil, retenu);
const told = (change: Partial<Evaluation>, seuil = 5, retenu?: string): string =>
  says(change, seuil, retenu).join(' ').replaceAll('\u00a0', ' ');

describe('the viability of them all', () => {
  const of = (...tests: [string, string][][]) =>
    viabilitesEnClair(
      tests.map((own, i) => ({
        ...known(found.scenarios[i], 'scenario'),
        viabilite: { tests: own.map(([libelle, etat]) => ({ libelle, etat })) },
      })) as unknown as ScenarioEvalue[],
    );
  it('names the tests that fail and whom, and never says that one is met where it is under a condition', () => {
    expect(
      of(
        [['Argent', 'non']],
        [
          ['Argent', 'non'],
          ['Jours', 'non'],
        ],
        [['Jours', 'oui']],
      ),
    ).toBe(
      'Viabilité : « Scénario c » seul satisfait à tous les tests ; « argent » manque à « Scénario a » et « Scénario b » ; « jours » manque à « Scénario b ».',
    );
    expect(
      of(
        [['Argent', 'non']],
        [
          ['Argent', 'oui'],
          ['Jours', 'non'],
        ],
      ),
    ).toBe(
      'Viabilité : aucun scénario ne satisfait à tous les tests ; « argent » manque à « Scénario a » ; « jours » manque à « Scénario b ».',
    );
    const both: [string, string][] = [
      ['Argent', 'non'],
      ['Jours', 'non'],
    ];
    expect(of(both, both)).toBe(
      'Viabilité : aucun scénario ne satisfait à tous les tests ; « argent » et « jours » manquent à « Scénario a » et « Scénario b ».',
    );
    expect(of([['Argent', 'oui']], [['Argent', 'sous condition']])).toBe(
      'Aucun test de viabilité n’échoue ; certains ne sont satisfaits que sous condition.',
    );
    expect(of([], [])).toBeNull();
  });
});

describe('a lead', () => {
  it('at the threshold separates, under it does not', () => {
    expect(told({ avance: 5 })).toContain('« Scénario a » vient en premier, 5 points sur 100 devant « Scénario b ».');
    const short = told({ avance: 4.99, scores: [60, 55.01, 20] });
    expect(short).toContain('« Scénario a » devance « Scénario b » de 4,9 points sur 100 : c’est trop peu');
    expect(short).toContain('(seuil : 5 points)');
    expect(told({ avance: 0.2, scores: [60, 59.8, 20] })).toContain('de moins d’un point sur 100');
    // Of two that are near, the one at the threshold itself is parted.
    expect(told({ avance: 1, scores: [60, 59, 55] })).toContain('devance « Scénario b » d’un point');
    expect(told({ avance: 1, scores: [60, 59, 55.1] })).toContain(
      'devance « Scénario b » et « Scénario c » de moins de 5 points sur 100',
    );
  });

  it('of none, or of one scenario alone, is told as such', () => {
    const tied = told({ ranks: [1, 1, 3], avance: 0 });
    expect(tied).toContain('« Scénario a » et « Scénario b » ont le même score, le plus haut : rien ne les départage.');
    expect(tied).not.toMatch(/perdrait sa place|Aucun changement/);
    expect(says({ avance: null })).toEqual(['Un seul scénario est évalué, « Scénario a » : il n’y a rien à comparer.']);
  });

  it('is over the best of the others, wherever it stands', () => {
    expect(told({ scores: [66, 20, 48], avance: 18 })).toContain('devant « Scénario c »');
  });
});

describe('the scenario that a meeting retained', () => {
  const retained = (scores: number[], ranks: number[], retenu = 'b') => told({ scores, ranks }, 5, retenu);
  it('is told where it stands when it is not first, and whether that parts it from the first', () => {
    expect(retained([60, 50, 55], [1, 3, 2])).toContain(
      'Le scénario retenu, « Scénario b », est au rang 3 sur 3, à 10 points du premier.',
    );
    expect(retained([60, 55, 20], [1, 2, 3])).toContain('au rang 2 sur 3, à 5 points du premier.');
    expect(retained([60, 55.1, 20], [1, 2, 3])).toContain('à 4,9 points du premier.');
    expect(retained([60, 59.7, 20], [1, 2, 3])).toContain('à moins d’un point du premier.');
  });
  it('is not told when it is first, alone or with another, nor when none is retained', () => {
    expect(retained([60, 50, 55], [1, 3, 2], 'a')).not.toContain('scénario retenu');
    expect(retained([60, 60, 55], [1, 1, 3])).not.toContain('scénario retenu');
    expect(told({ scores: [60, 50, 55], ranks: [1, 3, 2] })).not.toContain('scénario retenu');
  });
});

describe('shares of the draws', () => {
  const shares = (...first: number[]) =>
    told({ smaa: { ...whole.smaa, rankAcceptability: first.map((share) => [share, 0, 0]) } });
  it('come by falling share, and never say always or never of what is not', () => {
    expect(shares(0.25, 0.75, 0)).toContain(
      '« Scénario b » vient en premier 75 fois, « Scénario a » 25 fois et « Scénario c » jamais.',
    );
    expect(shares(0.999, 0.001, 0)).toMatch(
      /« Scénario a » vient en premier plus de 99 fois, « Scénario b » moins d’une fois/,
    );
    expect(shares(1, 0, 0)).toContain('« Scénario a » vient en premier 100 fois');
  });
  it('of costs are told where they are not all of the first, and not at all where none is drawn', () => {
    const costs = (...shares: number[]) => told({ premierSelonTirages: shares });
    expect(costs(0.5, 0.5, 0)).toContain('reste en tête 50 fois sur 100.');
    expect(costs(0, 1, 0)).toContain('« Scénario a » n’est jamais en tête.');
    for (const shares of [
      [1, 0, 0],
      [0, 0, 0],
    ])
      expect(costs(...shares)).not.toContain('selon leur incertitude');
  });
  it('within the bounds of the study are told where it gives some', () => {
    expect(told({ smaaBornee: { ...whole.smaa, rankAcceptability: [[0.8, 0.2, 0]] } })).toContain(
      'Dans les limites de poids posées par l’étude, « Scénario a » vient en premier 80 fois sur 100.',
    );
    expect(told({ smaaBornee: null })).not.toContain('limites de poids');
  });
});

describe('what would change it', () => {
  const top = (weight: number, min: number, max: number) => ({
    weight,
    top: { min, max, belowMinNewBest: min > 0 ? 1 : null, aboveMaxNewBest: max < 1 ? 2 : null },
    full: { min, max },
  });
  it('names the two nearest limits, the nearest first, and no other', () => {
    expect(told({ stabilite: [top(0.6, 0.3, 1), top(0.4, 0.35, 0.6)] })).toContain(
      '« Scénario a » perdrait sa place si « Critère y » pesait moins de 35 % (aujourd’hui 40 %), au profit de « Scénario b », ou si « Critère y » pesait plus de 60 % (aujourd’hui 40 %), au profit de « Scénario c ».',
    );
    const both = (min: number) => ({ ...top(0.4, min, 1), top: { ...top(0.4, min, 1).top, belowMinNewBest: 2 } });
    expect(told({ stabilite: [both(0.3), both(0.35)] })).toContain(
      'si « Critère y » pesait moins de 35 % (aujourd’hui 40 %), ou si « Critère x » pesait moins de 30 % (aujourd’hui 40 %), chaque fois au profit de « Scénario c ».',
    );
    for (const far of [top(0.4, 0, 1), top(0.4, 0.0002, 0.9997)])
      expect(told({ stabilite: [top(0.6, 0, 1), far] })).toContain(
        'Aucun changement d’un seul poids n’ôterait la première place à « Scénario a ».',
      );
  });

  it('tells the measure at which it is caught up, on the side that is worse', () => {
    const rupture = {
      lead: 0.1,
      breakEven: [
        { value: 6, partialValue: 0.6 },
        { value: null, partialValue: -1 },
      ],
    };
    expect(told({ rupture })).toMatch(
      /perdrait aussi la première place si, les autres restant tels quels, « Critère x » passait sous 6/,
    );
    const criteres = base.criteres.map((one) => ({ ...one, sens: 'min' as const }));
    expect(told({ rupture, criteres })).toMatch(/« Critère x » dépassait 6/);
    // No tenth of an inhabitant, and one full stop after an abbreviation.
    const habitants = base.criteres.map((one) => ({ ...one, unite: 'hab.' }));
    const loin = { lead: 0.1, breakEven: [{ value: 78142.3, partialValue: 0.6 }] };
    expect(told({ rupture: loin, criteres: habitants })).toMatch(/passait sous 78\s100\shab\.(?!\.)/);
    // Three digits from 10 000 on, on the far side of the limit.
    const limite = (value: number) =>
      told({ rupture: { lead: 0.1, breakEven: [{ value, partialValue: 0.6 }] }, criteres });
    expect(limite(169626)).toMatch(/dépassait 170\s000/);
    expect(limite(78142.3)).toMatch(/dépassait 78\s200/);
    expect(limite(9999.6)).toMatch(/dépassait 10\s000/);
    expect(limite(9998.4)).toMatch(/dépassait 9\s998/);
    expect(told({ rupture: null })).not.toContain('les autres restant tels quels');
    expect(told({ rupture: { lead: 0.1, breakEven: [{ value: null, partialValue: -1 }] } })).not.toContain(
      'les autres restant tels quels',
    );
  });

  it('tells the methods that place another first, and the one whose withdrawal would', () => {
    const by = (methode: string, premier: number) => ({
      ...known(base.recoupements[0], 'method'),
      methode,
      premier,
      ranks: base.ranks.map((_, i) => (i === premier ? 1 : 2)),
    });
    expect(told({ recoupements: [by('m', 0), by('n', 0)] })).toContain(
      'Les deux méthodes de recoupement placent le même',
    );
    expect(told({ recoupements: [by('m', 0), by('n', 1)] })).toContain('Par n, « Scénario b » passe devant.');
    expect(told({ renversements: [{ methode: 'm', sans: 2, alors: 1 }] })).toContain(
      'Sans « Scénario c », « Scénario b » deviendrait premier par m.',
    );
  });
});

describe('criteria that separate nothing', () => {
  const idle = (...criteres: [influence: number, poids: number][]) =>
    told({
      criteres: criteres.map(([influence, poids], j) => ({
        ...known(base.criteres[0], 'criterion'),
        libelle: `C${j}`,
        influence,
        poids,
      })),
      stabilite: [],
      rupture: null,
    });
  it('weigh and have an influence under a twentieth; all of them together are not told', () => {
    expect(idle([0.95, 60], [0.049, 40])).toContain('« C1 » (40 % du poids) ne départage aucun scénario');
    expect(idle([0.9, 60], [0.01, 30], [0.02, 10])).toContain(
      '« C1 » (30 % du poids) et « C2 » (10 % du poids) ne départagent aucun scénario',
    );
    for (const none of [idle([0.95, 60], [0.05, 40]), idle([1, 100], [0, 0]), idle([0, 60], [0, 40])])
      expect(none).not.toContain('aucun scénario : tous');
  });
});

describe('the tests told', () => {
  it('are those of each scenario, once, the first and the one that a meeting retained before the others', () => {
    const viability = (retenu?: string) => says({}, 5, retenu).filter((sentence) => /sous condition :/.test(sentence));
    const first = viability();
    expect(first.length).toBeGreaterThan(0);
    // The same is said of all three, once.
    expect(first).toHaveLength(1);
    expect(first[0]).toMatch(/^Les trois scénarios satisfont à /);
    expect(viability('a')).toEqual(first);
    expect(viability('inconnu')).toEqual(first);
    // Where a fourth fails, the three are named, in their order.
    const [one] = found.scenarios;
    const failing = known(one, 'scenario');
    const tests = failing.viabilite.tests.map((test) => ({ ...test, etat: 'non' as const }));
    const fourth = { ...failing, viabilite: { ...failing.viabilite, tests } };
    const named = (retenu: string) =>
      conclure({ ...whole }, [...found.scenarios, fourth], 5, retenu).filter((s) => /sous condition :/.test(s))[0];
    expect(named('a')).toMatch(/^« Scénario a », « Scénario b » et « Scénario c » satisfont à /);
    expect(named('c')).toMatch(/^« Scénario a », « Scénario c » et « Scénario b » satisfont à /);
  });

  it('are told of the others in the same words, and counted beyond three', () => {
    const of = (...failed: number[]): string[] => {
      const scenarios = failed.map((n, i): ScenarioEvalue => {
        const one = known(found.scenarios[Math.min(i, found.scenarios.length - 1)], 'scenario');
        const test = known(one.viabilite.tests[0], 'test');
        return {
          ...one,
          viabilite: {
            ...one.viabilite,
            epreuves: [],
            tests: ['oui', ...Array(n).fill('non'), 'sous condition'].map((etat, j) => ({
              ...test,
              etat,
              libelle: `T${j}`,
              motif: 'm',
            })),
          },
        };
      });
      return conclure({ ...whole }, scenarios, 5).filter((sentence) => /viabilité|sous condition/.test(sentence));
    };
    expect(of(0, 1, 0)).toEqual([
      '« Scénario a » et « Scénario c » satisfont à un test sous condition : t1.',
      '« Scénario b » ne satisfait pas à un test de viabilité : t1 (m).',
      '« Scénario b » satisfait à un test sous condition : t2.',
    ]);
    expect(of(0, 0, 0)).toHaveLength(1);
    expect(of(0, 1, 2)).toHaveLength(5);
    expect(of(0, 1, 1, 1, 1).at(-1)).toMatch(/^Quatre autres scénarios ne satisfont pas à tous les tests de viabilité/);
  });

  it('are told met, failed, or met under a condition, with their count', () => {
    const [one] = found.scenarios;
    const { viabilite } = known(one, 'scenario');
    const etats = (...list: ('oui' | 'non' | 'sous condition')[]): ScenarioEvalue[] => [
      {
        ...known(one, 'scenario'),
        viabilite: {
          ...viabilite,
          epreuves: [],
          tests: list.map((etat, i) => ({ ...known(viabilite.tests[0], 'test'), etat, libelle: `T${i}`, motif: 'm' })),
        },
      },
      ...found.scenarios.slice(1),
    ];
    const last = (...list: ('oui' | 'non' | 'sous condition')[]) =>
      conclure({ ...whole }, etats(...list), 5).filter(
        (sentence) => /viabilité|sous condition/.test(sentence) && sentence.startsWith('« Scénario a »'),
      );
    expect(last('oui', 'oui')).toEqual(['« Scénario a » satisfait à tous les tests de viabilité.']);
    expect(last('non', 'sous condition', 'non').map((s) => s.replaceAll('\u00a0', ' '))).toEqual([
      '« Scénario a » ne satisfait pas à deux tests de viabilité : t0 (m) ; t2 (m).',
      '« Scénario a » satisfait à un test sous condition : t1.',
    ]);
  });
});

describe('receipts on a rule of elsewhere', () => {
  const rule = (rest: object, bounds: object = {}) => {
    const [aide, own] = scenario('a').financements;
    const one = { ...known(aide, 'aid'), ...bounds, regle_empruntee: 'règle du Val', ...rest };
    const list = analyserScenarios(
      etudeAvecScenarios(
        [scenario('a', { financements: [one, known(own, 'own funds')] })],
        notees({ x: { a: 1 } }, { x: 1 }),
      ),
      { tirages: 50 },
    ).scenarios;
    return reglesEmpruntees(list)
      .join(' ')
      .replaceAll(/[\u00a0\u202f]/g, ' ');
  };
  it('whose ceiling opens again each year say what would lack if it did not', () => {
    // 9 000 € in each of two years.
    expect(rule({})).toContain('l’aide baisserait de 9 000 € pour « Scénario a ».');
    expect(rule({ plafond: 20000 })).not.toContain('baisserait');
    expect(rule({ plafond_par: 'dossier' })).not.toContain('baisserait');
  });
  it('are not told where they bring nothing, or where none is borrowed', () => {
    expect(rule({ taux: 0 })).toBe('');
    expect(reglesEmpruntees(found.scenarios)).toEqual([]);
    expect(reglesEmpruntees([])).toEqual([]);
  });
});
