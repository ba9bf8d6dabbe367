/** State of a deliverable: a draft until a meeting of the steering committee, held by the date of the version, validates it. */
import { posterieur } from '../analysis/dates.js';
import { duJour } from '../exhibits/format.js';
import { comiteEnPhrase } from '../study/contrat.js';
import type { Study } from '../study/study.js';
import type { DocumentMeta } from './tree.js';

export function deliverableState(study: Study, livrable: string): DocumentMeta['state'] {
  const { etude, reunions } = study;
  const par = `par ${comiteEnPhrase(study)}`;
  const validation = reunions
    .filter((reunion) => reunion.etat === 'tenue' && !posterieur(reunion.date, etude.date))
    .filter((reunion) =>
      (reunion.decisions ?? []).some((decision) => decision.livrable === livrable && decision.statut === 'valide'),
    )
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1);
  return validation
    ? {
        code: 'valide',
        label: `Validé ${par} ${duJour(validation.date)}${validation.fiabilite === 'illustratif' ? ' (réunion illustrative)' : ''}`,
      }
    : { code: 'projet', label: `Projet, non encore validé ${par}` };
}
