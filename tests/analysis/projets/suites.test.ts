/** The days of a way on: whose they are, and when nothing can be said of them. */
import { expect, it } from 'vitest';
import {
  acquisDeLaSuite,
  coutDeLaSuite,
  enPlusDeLaSuite,
  enPlusEnClair,
  joursDeSuite,
  payeurEnClair,
  type Suite,
} from '../../../src/analysis/projets/suites.js';
import type { Study } from '../../../src/study/study.js';
import type { Scenario } from '../../../src/study/types.gen.js';
import { etudeAvecScenarios, scenario } from '../small-scenario.js';

const study = (one: Scenario = scenario('a'), described = 'a'): Study =>
  ({ ...etudeAvecScenarios([one]), mode_operatoire: { scenario: described } }) as Study;
const suite = (...volumes: NonNullable<Suite['volumes']>): Suite => ({ option: 'etendre', resume: 'Suite.', volumes });

it('a way on asks its volumes times its own days, else those of the scenario without the share of the partners', () => {
  const days = (...volumes: NonNullable<Suite['volumes']>) => joursDeSuite(study(), suite(...volumes))?.demandes;
  // Two days a visit, a quarter of them of the partners.
  expect(days({ modalite: 'visites', volume: 40 })).toBe(60);
  expect(days({ modalite: 'visites', volume: 40, jours_equipe: 0.5 })).toBe(20);
  expect(days({ modalite: 'visites', volume: 40, jours_equipe: 0 })).toBe(0);
  expect(days({ modalite: 'inconnue', volume: 40 })).toBe(0);
  expect(days({ modalite: 'inconnue', volume: 4, jours_equipe: 2 }, { modalite: 'visites', volume: 2 })).toBe(11);
  expect(days()).toBe(0);
});

it('sets them against the days of the posts in the first year', () => {
  const one = suite({ modalite: 'visites', volume: 1 });
  expect(joursDeSuite(study(), one)?.apportes).toBe(50);
  const late = scenario('a', {
    moyens: { humains: scenario('a').moyens.humains.map((poste) => ({ ...poste, annees: [2] })) },
  });
  expect(joursDeSuite(study(late), one)?.apportes).toBe(0);
});

it('says nothing without volumes, or without a scenario to cost it with', () => {
  expect(joursDeSuite(study(), { option: 'arreter', resume: 'Arrêt.' })).toBeNull();
  expect(joursDeSuite(study(scenario('a'), 'b'), suite({ modalite: 'visites', volume: 1 }))).toBeNull();
  expect(joursDeSuite(etudeAvecScenarios([scenario('a')]), suite({ modalite: 'visites', volume: 1 }))).toBeNull();
});

it('to stop costs once, to go on costs each year', () => {
  const dit = (option: Suite['option'], cout?: number) => coutDeLaSuite({ option, cout })?.replace(/\s/g, ' ') ?? null;
  expect(dit('arreter', 3000)).toBe('3 000 €, une fois');
  expect([dit('continuer', 3000), dit('etendre', 3000)]).toEqual(['3 000 € par an', '3 000 € par an']);
  expect(dit('continuer')).toBeNull();
});

it('what is acquired of its plan is known when each line says where it stands', () => {
  const [acquis, doit, vote] = [
    { libelle: 'Région', montant: 3000, statut: 'acquis' },
    { libelle: 'FCTVA', montant: 500, statut: 'de-droit' },
    { libelle: 'Nous', montant: 2000, statut: 'a-voter' },
  ] as const;
  expect(acquisDeLaSuite({ financement: [acquis, doit, vote] })).toBe(3000);
  expect(acquisDeLaSuite({ financement: [vote] })).toBe(0);
  expect(acquisDeLaSuite({ financement: [acquis, { libelle: 'Autre', montant: 1 }] })).toBeNull();
  expect([acquisDeLaSuite({}), acquisDeLaSuite({ financement: [] })]).toEqual([null, null]);
  expect(
    [payeurEnClair(vote), payeurEnClair({ libelle: 'Autre', montant: 1 })].map((one) => one.replace(/\s/g, ' ')),
  ).toEqual(['Nous (2 000 €, à voter)', 'Autre (1 €)']);
});

it('what the recommendations cost is in the way on that is proposed, beside it, or nobody says', () => {
  const dans = (compris: boolean | undefined, cout: number | { min: number; mode: number; max: number }) => ({
    id: 'r',
    texte: 'Faire.',
    cout,
    ...(compris === undefined ? {} : { compris }),
  });
  const list = [
    dans(true, 900),
    dans(false, 1000),
    dans(undefined, 70),
    dans(false, { min: 1, mode: 500, max: 900 }),
    { id: 's', texte: 'Dire.' },
  ];
  expect(enPlusDeLaSuite(list)).toEqual({
    hors: { montant: 1500, rangs: [1, 3] },
    nonDits: { montant: 70, rangs: [2] },
  });
  expect(enPlusDeLaSuite([dans(true, 900), dans(false, 0)])).toEqual({ hors: null, nonDits: null });

  const says = (recommandations: typeof list, rest: Partial<Suite>): string[] =>
    enPlusEnClair({ recommandations, suites: [{ option: 'continuer', resume: 'Suite.', ...rest }] }).map((text) =>
      text.replace(/\s/g, ' '),
    );
  const plan = (montant: number) => ({ proposee: true, cout: 8000, financement: [{ libelle: 'Nous', montant }] });
  const beside =
    'Au coût de la suite proposée s’ajoutent 1 500 € de recommandations qu’elle ne comprend pas (R2 et R4)';
  const unsaid = 'Rien ne dit si la suite proposée comprend 70 € de recommandations (R3).';
  expect(says(list, plan(9499))).toEqual([`${beside}, et que son plan de financement ne paie pas.`, unsaid]);
  expect(says(list, plan(9500))).toEqual([`${beside}.`, unsaid]);
  // Without a plan, its cost is said to have no payer already.
  expect(says(list, { proposee: true, cout: 8000 })).toEqual([`${beside}.`, unsaid]);
  for (const silent of [{ proposee: true }, { cout: 8000 }]) expect(says(list, silent)).toEqual([]);
});
