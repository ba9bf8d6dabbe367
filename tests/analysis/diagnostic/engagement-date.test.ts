/** The engagement of an actor is that which was known at the date of the document. */
import { expect, it } from 'vitest';
import { analyseDiagnostic } from '../../../src/analysis/diagnostic-complet.js';
import type { Study } from '../../../src/study/study.js';
import { acteur, etude } from '../small-study.js';

const reunion = (date: string): Study['reunions'][number] => ({
  id: 'r',
  type: 'copil',
  phase: 'P1',
  date,
  etat: 'tenue',
  ordre_du_jour: [],
  presents: [{ organisme: 'A', acteur: 'a', representants: 1 }],
});
const at = (date: string, reunions: Study['reunions'] = []): (string | null)[] =>
  analyseDiagnostic(
    etude({ acteurs: [acteur('a', { engagement: 'volontaire', engagement_date: '2018-02-06' })], reunions }),
    date,
  ).acteurs.liste.map(({ engagement }) => engagement);

it('from the day that dates it on, to the precision that is given', () => {
  expect(['2018-02-06', '2018-02-05', '2018-02', '2018-01'].map((date) => at(date))).toEqual([
    ['volontaire'],
    ['pressenti'],
    ['volontaire'],
    ['pressenti'],
  ]);
});

it('before it, an actor that sat at a meeting had been met', () => {
  expect(at('2018-01-31', [reunion('2018-01-31')])).toEqual(['contacte']);
  expect(at('2018-01-31', [reunion('2018-02-01')])).toEqual(['pressenti']);
});

it('before it, an actor that says when it was first met had been, from that day on', () => {
  const between = (date: string) =>
    analyseDiagnostic(
      etude({
        acteurs: [acteur('a', { engagement: 'volontaire', engagement_date: '2018-02-06', contact_date: '2018-01-10' })],
      }),
      date,
    ).acteurs.liste.map(({ engagement, engagementDate }) => [engagement, engagementDate]);
  expect(between('2018-01-09')).toEqual([['pressenti', null]]);
  expect(between('2018-01-31')).toEqual([['contacte', '2018-01-10']]);
  expect(between('2018-02-06')).toEqual([['volontaire', '2018-02-06']]);
});
