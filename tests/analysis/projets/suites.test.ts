/** The days of a way on: whose they are, and when nothing can be said of them. */
import { expect, it } from 'vitest';
import { acquisDeLaSuite, joursDeSuite, payeurEnClair, type Suite } from '../../../src/analysis/projets/suites.js';
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
