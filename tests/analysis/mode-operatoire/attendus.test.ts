/** What was due before a date and is not done. */
import { expect, it } from 'vitest';
import { attendusAvant } from '../../../src/analysis/mode-operatoire/attendus.js';

type Mode = Parameters<typeof attendusAvant>[0];
const late = (mode: object, date = '2024-06-15'): string[] =>
  attendusAvant(mode as Mode, date).map((one) => `${one.genre} ${one.libelle} ${one.date}`);

it('a convention to sign and a condition to meet are late from the day after their date, a month from its end', () => {
  const convention = { objet: 'Ateliers', signature_prevue: '2024-05-20', etat: 'en-discussion' };
  expect(late({ conventions: [convention, { objet: 'Sans date' }] })).toEqual(['convention Ateliers 2024-05-20']);
  expect(late({ conventions: [{ ...convention, etat: 'signee' }] })).toEqual([]);
  expect(late({ conventions: [convention] }, '2024-05-20')).toEqual([]);
  const conditions = (echeance: string, etat = 'en-cours') => ({
    conditions: { techniques: [{ libelle: 'Garage', etat, echeance }], juridiques: [], financieres: [] },
  });
  expect(late(conditions('2024-06-14'))).toEqual(['condition Garage 2024-06-14']);
  expect(late(conditions('2024-05'))).toEqual(['condition Garage 2024-05']);
  expect([late(conditions('2024-06')), late(conditions('2024-05', 'remplie'))]).toEqual([[], []]);
});

it('a task is late where the study follows its tasks, and this one is not ended', () => {
  const tache = (libelle: string, fin: string, rest: object = {}) => ({ libelle, fin, ...rest });
  const dossier = tache('Dossier', '2024-04-15');
  expect(late({ taches: [dossier] })).toEqual([]);
  const done = tache('Autre', '2024-04-01', { fin_reelle: '2024-04-02' });
  expect(late({ taches: [dossier, done, tache('Plus tard', '2024-07-01')] })).toEqual(['tache Dossier 2024-04-15']);
  expect(late({ taches: [{ ...dossier, avancement: 1 }] })).toEqual([]);
  expect(late({ taches: [{ ...dossier, avancement: 0.5 }] })).toEqual(['tache Dossier 2024-04-15']);
});
