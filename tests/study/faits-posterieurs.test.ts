/** A fact later than the diagnostic is told of the documents that would have printed it, and of no other. */
import { expect, it } from 'vitest';
import { faitPosterieur } from '../../src/study/rules/temps.js';
import type { Study } from '../../src/study/study.js';
import { etude } from '../analysis/small-study.js';

const livrables = [
  { id: 'diagnostic', date: '2024-02-15' },
  { id: 'scenarios', date: '2024-04' },
  { id: 'mode-operatoire', date: '2024-06-30' },
];

function dits(rest: object, listed: object[] = livrables): string[] {
  const base = etude();
  const study = {
    ...base,
    etude: { ...base.etude, date: '2024-07-01', livrables: listed },
    ...rest,
  } as unknown as Study;
  const found: string[] = [];
  faitPosterieur(study, (code, path, message) => found.push(`${code} ${path} ${message}`.replace(/\s/g, ' ')));
  return found;
}
const rencontre = (date: string) => ({ participation: [{ id: 'r', titre: 'R', type: 'atelier', date }] });

it('an encounter belongs to the first document that speaks at its date or later', () => {
  for (const date of ['2024-02-15', '2024-02', '2024-03-20', '2024-04-30', '2024-06-30'])
    expect(dits(rencontre(date)), date).toEqual([]);
  expect(dits(rencontre('2024-07-01'))).toEqual([
    'fait-posterieur participation/r/date le temps de participation (1er juillet 2024) vient après la date du dernier livrable qui en tient compte (30 juin 2024).',
  ]);
  expect(dits(rencontre('2024-03-20'), livrables.slice(0, 1))).toEqual([
    'fait-posterieur participation/r/date le temps de participation (20 mars 2024) vient après la date du diagnostic (15 février 2024) et n’y paraîtra pas.',
  ]);
  // Without deliverables of its own, a study speaks at its date.
  expect(dits(rencontre('2024-07-01'), [])).toEqual([]);
  expect(dits(rencontre('2024-07-02'), [])).toHaveLength(1);
});

it('an experience belongs to the scenarios when one of them takes it as a model', () => {
  const experience = { experiences: [{ id: 'e', nom: 'E', creation: '2024-03' }] };
  const scenario = (inspirations: string[]) => ({ ...experience, scenarios: [{ id: 's', inspirations }] });
  expect([dits(experience), dits(scenario([])), dits(scenario(['e']))].map((one) => one.length)).toEqual([1, 1, 0]);
  expect(dits({ ...scenario(['e']), experiences: [{ id: 'e', nom: 'E', creation: '2024-05' }] })).toHaveLength(1);
});

it('an action is printed by the diagnostic alone', () => {
  expect(dits({ actions: [{ id: 'a', titre: 'A', debut: '2024-03' }] })).toEqual([
    'fait-posterieur actions/a/debut le début de l’action (mars 2024) vient après la date du diagnostic (15 février 2024) et n’y paraîtra pas.',
  ]);
});
