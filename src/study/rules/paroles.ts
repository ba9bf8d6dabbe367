/** A saying and the meeting where it was heard: its day, and the public that was there. */
import { anterieur, duJour, leJour, periode, posterieur } from '../../texte/dates.js';
import type { Reporter } from '../reporter.js';
import type { Study } from '../study.js';
import type { Rule } from './rule.js';

const CODE = 'parole-hors-de-sa-rencontre';

function jour(meeting: Study['participation'][number], date: string, path: string, report: Reporter): void {
  const { id, date: from, fin = from } = meeting;
  if (!anterieur(date, from) && !posterieur(date, fin)) return;
  report(
    CODE,
    path,
    `la parole est ${duJour(date)}, et sa rencontre s’est tenue ${fin === from ? leJour(from) : periode(from, fin)}.`,
    'Corrigez une des deux dates, ou nommez la rencontre où elle a été dite.',
    { contre: [`participation/${id}/date`] },
  );
}

export const paroles: Rule = ({ besoins, participation, etude: { publics } }, report) => {
  for (const { id: besoin, public: expected, paroles: said = [] } of besoins)
    for (const [i, { rencontre, date, public: own }] of said.entries()) {
      const meeting = participation.find(({ id }) => id === rencontre);
      if (!meeting) continue;
      const at = `besoins/${besoin}/paroles/${i + 1}`;
      if (meeting.etat === 'annulee')
        report(
          CODE,
          `${at}/rencontre`,
          'la parole est d’une rencontre qui n’a pas eu lieu (« etat: annulee »).',
          'Nommez la rencontre où elle a été dite.',
          { contre: [`participation/${meeting.id}/etat`] },
        );
      if (date !== undefined) jour(meeting, date, `${at}/date`, report);
      const speaker = own ?? expected;
      const heard = meeting.participants;
      if (heard === undefined || (heard[speaker] ?? 0) > 0) continue;
      const name = publics.find(({ id }) => id === speaker)?.libelle ?? speaker;
      report(
        CODE,
        own === undefined ? `${at}/rencontre` : `${at}/public`,
        `la parole est d’une personne du public « ${name} », que cette rencontre ne compte pas parmi ses participants.`,
        'Corrigez la rencontre, ses « participants », ou dites dans « public » celui de la personne qui parle.',
        { contre: [`participation/${meeting.id}/participants`] },
      );
    }
};
