/** State of a deliverable as its cover and footer say it. */
import type { EtatLivrable } from '../analysis/etat/livrable.js';
import { comiteEnPhrase } from '../study/contrat.js';
import type { Study } from '../study/study.js';
import { leJour } from '../texte/dates.js';
import { typographie } from '../texte/typographie.js';
import type { DocumentMeta } from './tree.js';

export function deliverableState(study: Study, etat: EtatLivrable): DocumentMeta['state'] {
  if (etat.code !== 'valide')
    return { code: 'projet', label: typographie(`Projet, non encore validé par ${comiteEnPhrase(study)}`) };
  const { date, validation } = etat;
  return {
    code: 'valide',
    label: typographie(
      `Validé ${leJour(date)} par ${validation.organe}${validation.illustratif ? ' (réunion illustrative)' : ''}`,
    ),
  };
}
