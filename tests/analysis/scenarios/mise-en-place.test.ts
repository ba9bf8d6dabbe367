/** What a scenario covers, sets up and waits for, and which one was retained. */
import { describe, expect, it } from 'vitest';
import { dureeMiseEnPlace, etapesPlacees } from '../../../src/analysis/scenarios/depenses-et-charge/mise-en-place.js';
import {
  hypotheseDeVersement,
  moisDesVersements,
  sourceLaPlusAttendue,
} from '../../../src/analysis/scenarios/financement/rythmes.js';
import {
  couplesAttendus,
  couvertureBesoins,
  couvertureFonctions,
  rolesDe,
} from '../../../src/analysis/scenarios/indicateurs/couverture.js';
import { retenuApres, scenarioRetenu } from '../../../src/analysis/scenarios/retenu.js';
import type { Study } from '../../../src/study/study.js';
import type { Scenario } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';
import { besoin, etude } from '../small-study.js';

describe('what a scenario covers', () => {
  const role = (fonction: string, acteurs: string[], domaines?: string[]) => ({
    fonction,
    acteurs,
    ...(domaines ? { domaines } : {}),
  });
  const study = (rest: Partial<Study['etude']> = {}): Study => {
    const base = etudeAvecScenarios([]);
    return {
      ...base,
      etude: { ...base.etude, ...rest },
      acteurs: base.acteurs.map((one) =>
        one.id === 'mare' ? { ...one, domaines: ['air'] } : one.id === 'region' ? { ...one, domaines: [] } : one,
      ),
    };
  };
  it('counts who holds a function in a domain: the role, then the actor, each for this domain or for all', () => {
    const s = scenario('a', {
      roles: [
        role('conseiller', ['cdc', 'mare', 'region', 'inconnu']),
        role('former', ['cdc'], ['air']),
        role('former', ['region'], ['eau']),
      ],
    });
    const held = (fonction: string, domaine: string) => rolesDe(study(), s, fonction, domaine);
    expect(held('conseiller', 'eau')).toEqual(['cdc', 'region']);
    expect(held('conseiller', 'air')).toEqual(['mare', 'region']);
    expect(held('former', 'eau')).toEqual(['region']);
    // The role is for the air, of which the actor holds nothing.
    expect(held('former', 'air')).toEqual([]);
  });

  it('expects each function of each priority domain, those alone that the domain names', () => {
    const s = scenario('a', { domaines_prioritaires: ['eau', 'air'], roles: [role('conseiller', ['cdc'])] });
    const domaines = [
      { id: 'eau', libelle: 'Eau' },
      { id: 'air', libelle: 'Air', fonctions: ['former'] },
    ];
    expect(
      couplesAttendus(study({ domaines }), s).map(({ fonction, domaine, servi }) => [
        fonction.libelle,
        domaine.libelle,
        servi,
      ]),
    ).toEqual([
      ['Conseiller', 'Eau', true],
      ['Former', 'Eau', false],
      ['Former', 'Air', false],
    ]);
    const { couverts, attendus, manques } = couvertureFonctions(study({ domaines }), s);
    expect([couverts, attendus, manques.length]).toEqual([1, 3, 2]);
  });

  it('serves the needs of a priority public in a priority domain, by their importance', () => {
    const besoins = [
      besoin('a', { importance: 5 }),
      besoin('b', { importance: 2, domaines: ['air', 'eau'] }),
      besoin('c', { importance: 4, domaines: ['air'] }),
      besoin('d', { importance: 1, public: 'familles' }),
    ];
    expect(couvertureBesoins(etude({ besoins }), scenario('a'))).toEqual({ servis: 7, tous: 12 });
    expect(couvertureBesoins(etude(), scenario('a'))).toEqual({ servis: 0, tous: 0 });
  });
});

describe('the setting up', () => {
  const etape = (id: string, mois: number, ...apres: string[]) => ({
    id,
    etape: id,
    mois,
    ...(apres.length > 0 ? { apres } : {}),
  });
  it('begins a step when the last of those that it waits for has ended', () => {
    const placed = etapesPlacees([
      etape('a', 2),
      etape('b', 5),
      etape('c', 1, 'a', 'b'),
      etape('d', 3, 'c', 'inconnue'),
      etape('e', 0),
    ]);
    expect(placed.map(({ etape: { id }, debut, fin }) => [id, debut, fin])).toEqual([
      ['a', 0, 2],
      ['b', 0, 5],
      ['c', 5, 6],
      ['d', 6, 9],
      ['e', 0, 0],
    ]);
    expect(dureeMiseEnPlace([etape('a', 4), etape('b', 1, 'a'), etape('c', 2)])).toBe(5);
    expect(dureeMiseEnPlace([])).toBe(0);
  });
  it('does not turn for ever in a circle', () => {
    expect(
      etapesPlacees([etape('a', 2, 'b'), etape('b', 3, 'a'), etape('c', 1, 'c')]).map(({ debut }) => debut),
    ).toEqual([3, 2, 0]);
  });
});

describe('the source most waited for', () => {
  const source = (id: string, rest: object = {}) =>
    ({
      id,
      financeur: 'region',
      nature: 'subvention',
      statut: 'acquis',
      probabilite: 1,
      ...rest,
    }) as Scenario['financements'][number];
  const first = (list: Scenario['financements'], recettes: number[][]) =>
    sourceLaPlusAttendue({ financements: list, porteur: 'cdc' }, recettes)?.rang ?? null;

  it('is that of the most euros for the most months, half of its period counted with its delay', () => {
    expect(first([], [])).toBeNull();
    expect(first([source('a')], [[100]])).toBeNull();
    expect(first([source('a', { delai_versement_mois: 0, demandes_paiement: 'annuelle' })], [[100]])).toBeNull();
    expect(first([source('a', { delai_versement_mois: 2 })], [[0]])).toBeNull();
    expect(first([source('a', { delai_versement_mois: 2 })], [])).toBeNull();
    const two = [source('a', { delai_versement_mois: 3 }), source('b', { delai_versement_mois: 6 })];
    expect(
      first(two, [
        [300, 0],
        [100, 0],
      ]),
    ).toBe(0);
    expect(
      first(two, [
        [50, 50],
        [100, 0],
      ]),
    ).toBe(1);
    // One month and a half of a year: 7 × 100; three months and a half month: 3,5 × 190.
    const claimed = [
      source('a', { delai_versement_mois: 1, demandes_paiement: 'annuelle' }),
      source('b', { delai_versement_mois: 3, demandes_paiement: 'mensuelle' }),
    ];
    expect(first(claimed, [[100], [190]])).toBe(0);
    expect(first(claimed, [[100], [205]])).toBe(1);
  });

  it('is told with its rhythm, or with that which is supposed', () => {
    const told = (rest: object) => hypotheseDeVersement({ rang: 0, source: source('aide', rest) });
    expect(hypotheseDeVersement(null)).toBeNull();
    expect(told({ libelle: 'Aide', demandes_paiement: 'semestrielle', delai_versement_mois: 14 })).toBe(
      'une demande de paiement par semestre pour « Aide », payée 14 mois après',
    );
    expect(told({ delai_versement_mois: 0.6 })).toBe(
      'une demande de paiement par mois, rythme supposé, pour « aide », payée 1 mois après',
    );
  });
});

describe('the scenario retained', () => {
  const reunion = (id: string, date: string, scenarioId: string, rest: object = {}, statut = 'valide') => ({
    id,
    type: 'copil',
    phase: 'P',
    date,
    etat: 'tenue',
    ordre_du_jour: [],
    decisions: [{ objet: 'O', texte: 'T', scenario: scenarioId, statut }],
    ...rest,
  });
  const study = (...reunions: object[]) =>
    ({ ...etudeAvecScenarios([scenario('a'), scenario('b')]), reunions }) as unknown as Study;
  it('is known from the day of its meeting; what comes after is the first of the later ones', () => {
    const one = study(
      reunion('3', '2018-09-01', 'b'),
      reunion('1', '2018-03-01', 'a'),
      reunion('2', '2018-06-01', 'b'),
    );
    const at = (date: string) => [
      scenarioRetenu(one, date)?.reunion.id ?? null,
      retenuApres(one, date)?.reunion.id ?? null,
    ];
    expect(at('2018-02-28')).toEqual([null, '1']);
    expect(at('2018-03-01')).toEqual(['1', '2']);
    expect(at('2018-12-01')).toEqual(['3', null]);
  });
  it('is none of a scenario that the study has not, of a decision put off, of a meeting not held or without decision', () => {
    for (const none of [
      reunion('1', '2018-01-01', 'z'),
      reunion('1', '2018-01-01', 'a', {}, 'ajourne'),
      reunion('1', '2018-01-01', 'a', { etat: 'prevue' }),
      reunion('1', '2018-01-01', 'a', { decisions: undefined }),
    ])
      expect(scenarioRetenu(study(none))).toBeNull();
  });
});

describe('the months in which claims are paid', () => {
  const of = (recettes: number[], ...sources: object[]) =>
    moisDesVersements(
      { porteur: 'p', financements: sources.map((one) => ({ financeur: 'x', ...one })) } as never,
      sources.map(() => recettes),
    );
  it('come when each period has ended and its delay has passed, once each; every month makes no step', () => {
    expect(of([9, 9], { demandes_paiement: 'semestrielle', delai_versement_mois: 14 })).toEqual([20, 26, 32, 38]);
    expect(of([9, 9], { demandes_paiement: 'annuelle' }, { demandes_paiement: 'annuelle' })).toEqual([12, 24]);
    expect(of([9, 9], { demandes_paiement: 'unique', delai_versement_mois: 3 })).toEqual([27]);
    // Of two rhythms, in the order of the months, and not in that of the sources.
    const late = { demandes_paiement: 'annuelle', delai_versement_mois: 6 };
    expect(of([9, 9], late, { demandes_paiement: 'semestrielle' })).toEqual([6, 12, 18, 24, 30]);
    expect(of([9, 9], { demandes_paiement: 'mensuelle' }, {})).toEqual([]);
  });
  it('are those of the years that pay, and of what the bearer receives', () => {
    expect(of([9, 0], { demandes_paiement: 'semestrielle' })).toEqual([6, 12]);
    expect(of([0, 9], { demandes_paiement: 'annuelle' })).toEqual([24]);
    expect(of([0, 9], { demandes_paiement: 'unique' })).toEqual([24]);
    expect(of([9, 9], { demandes_paiement: 'annuelle', assiette_porteurs: ['autre'] })).toEqual([]);
  });
});
