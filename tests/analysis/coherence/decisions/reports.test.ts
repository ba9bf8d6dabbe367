/** A meeting called off that another replaces is said to be put off; nothing is told of one that says so rightly. */
import { expect, it } from 'vitest';
import { REPORTS } from '../../../../src/analysis/coherence/regles/decisions/reports.js';
import { etude } from '../../small-study.js';
import { count, said } from '../told.js';

const [rule] = REPORTS;
if (!rule) throw new Error('the rule expected');
const reunion = (id: string, rest: object) => ({
  id,
  type: 'copil',
  phase: 'P',
  date: '2024-06-27',
  etat: 'tenue',
  ordre_du_jour: [],
  ...rest,
});
const of = (...reunions: object[]) => ({ ...etude(), reunions });
const first = { date: '2024-06-13', etat: 'annulee', reportee_a: 'b', motif_annulation: 'le quorum n’était pas réuni' };

it('lets a true one be', () => {
  expect(count(rule, of(reunion('a', first), reunion('b', {})))).toBe(0);
  expect(count(rule, of(reunion('a', { etat: 'annulee' })))).toBe(0);
  expect(count(rule, of(reunion('a', { ...first, date: '2024-07-04' }), reunion('b', {})))).toBe(0);
});

it('tells one that was held, one put off to its own day, one whose next is called off', () => {
  expect(count(rule, of(reunion('a', { ...first, etat: 'tenue' }), reunion('b', {})))).toBe(1);
  expect(said(rule, of(reunion('a', { etat: 'prevue', motif_annulation: 'x' })))).toMatch(
    /est dite annulée par son motif, et n’est pas annulée/,
  );
  expect(count(rule, of(reunion('a', { ...first, date: '2024-06-27' }), reunion('b', {})))).toBe(1);
  expect(said(rule, of(reunion('a', first), reunion('b', { etat: 'annulee' })))).toMatch(
    /reportée au 27 juin 2024, et cette réunion est annulée à son tour/,
  );
  expect(
    count(
      rule,
      of(reunion('a', first), reunion('b', { etat: 'annulee', reportee_a: 'c' }), reunion('c', { date: '2024-09-01' })),
    ),
  ).toBe(0);
});
