/** A meeting put off says to when, and a committee that answers in writing holds no meeting. */
import { expect, it } from 'vitest';
import { connuAu } from '../../../src/analysis/contexte.js';
import { analyserCopil } from '../../../src/analysis/copil/copil.js';
import { resolutionsDe } from '../../../src/analysis/copil/resolutions.js';
import { etatDe } from '../../../src/analysis/etat/etat.js';
import { etatDeReunion } from '../../../src/analysis/etat/reunions.js';
import { surLesPresents } from '../../../src/documents/livrables/phrases-du-dossier.js';
import { copilExhibits } from '../../../src/exhibits/copil/copil.js';
import type { Study } from '../../../src/study/study.js';
import { etude } from '../small-study.js';

type Reunion = Study['reunions'][number];
const reunion = (id: string, date: string, rest: Partial<Reunion> = {}): Reunion => ({
  id,
  type: 'copil',
  phase: 'Phase',
  date,
  etat: 'tenue',
  ordre_du_jour: [{ point: 'Point', livrable: 'diagnostic', decision_attendue: 'Valider.' }],
  ...rest,
});
const reportee = reunion('a', '2018-03-01', {
  etat: 'annulee',
  reportee_a: 'b',
  motif_annulation: 'le quorum n’était pas réuni',
});
const ecrite = reunion('c', '2018-04-12', {
  consultation_ecrite: true,
  presents: [{ organisme: 'Commune' }, { organisme: 'Parc' }],
});
const plain = (text: string | undefined): string | undefined => text?.replace(/\s/g, ' ');

it('is told in the state of the study, the day of the other once it is known', () => {
  const all = [reportee, reunion('b', '2018-03-15'), ecrite];
  const etats = (date: string) =>
    etatDe({ ...etude(), reunions: all }, date).reunions.map((one) => plain(etatDeReunion(one)));
  expect(etats('2018-05-01')).toEqual(['reportée au 15 mars 2018 (le quorum n’était pas réuni)', 'tenue', 'close']);
  const [unknown] = etatDe(
    { ...etude(), reunions: [reportee, reunion('b', '2018-03-15', { etat: 'prevue', fixee_le: '2018-03-10' })] },
    '2018-03-05',
  ).reunions;
  expect(unknown && plain(etatDeReunion(unknown))).toBe('reportée (le quorum n’était pas réuni)');
  const alone = reunion('a', '2018-03-01', { etat: 'annulee' });
  expect(etatDe({ ...etude(), reunions: [alone] }, '2018-05-01').reunions.map(etatDeReunion)).toEqual(['annulée']);
});

it('has the committee answer, not meet: neither in the drafts nor in what is told of it', () => {
  const drafts = (one: Reunion): string =>
    resolutionsDe(etude(), one, null)
      .flatMap(({ projets }) => projets.map(({ texte }) => texte))
      .join(' ');
  expect(drafts(reunion('b', '2018-03-15'))).toMatch(/énoncées en séance.*dits en séance/);
  expect(drafts(ecrite)).toMatch(/sous les réserves que disent les réponses.*les compléments que disent les réponses/);
  expect(drafts(ecrite)).not.toMatch(/séance/);
  expect(surLesPresents(ecrite)).toBe('Deux organismes ont répondu.');
  expect(surLesPresents(reunion('b', '2018-03-15', { presents: [{ organisme: 'Commune' }] }))).toMatch(/était présent/);
  const study = { ...etude(), reunions: [ecrite, reunion('d', '2018-05-03')] };
  const titles = (one: Reunion): string[] =>
    copilExhibits(study, analyserCopil(connuAu(study, '2018-05-10'), one)).flatMap(({ title }) => plain(title) ?? []);
  expect(titles(reunion('d', '2018-05-03'))).toContain('Relevé de la consultation écrite du 12 avril 2018');
  expect(titles(ecrite)).toContain('Organismes qui ont répondu');
});
