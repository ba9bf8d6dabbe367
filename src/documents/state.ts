/** State of a deliverable as its cover and footer say it. */
import { type EtatLivrable, renvoi } from '../analysis/etat/livrable.js';
import { comiteEnPhrase } from '../study/contrat.js';
import type { Study } from '../study/study.js';
import { leJour } from '../texte/dates.js';
import { typographie } from '../texte/typographie.js';
import type { DocumentMeta } from './tree.js';

/** What a meeting sent back, known at the date of the study, says so until it is changed or handed over again. */
export function deliverableState(study: Study, id: string, etat: EtatLivrable): DocumentMeta['state'] {
  if (etat.code !== 'valide') {
    const back = renvoi(study, id, study.etude.date);
    const label =
      back === null
        ? `Projet, non encore validé par ${comiteEnPhrase(study)}`
        : `Projet, que ${back.organe} a renvoyé ${leJour(back.le)} pour être modifié${back.illustratif ? ' (réunion illustrative)' : ''}`;
    return { code: 'projet', label: typographie(label) };
  }
  const { date, validation } = etat;
  return {
    code: 'valide',
    label: typographie(
      `Validé ${leJour(date)} par ${validation.organe}${validation.illustratif ? ' (réunion illustrative)' : ''}`,
    ),
  };
}
