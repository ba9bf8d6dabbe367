/** State of a deliverable: a draft until a meeting of the steering committee, held by the date of the version, validates it. */
import { posterieur } from '../analysis/dates.js';
import { duJour } from '../exhibits/format.js';
import { comiteEnPhrase } from '../study/contrat.js';
import type { Study } from '../study/study.js';
import type { DocumentMeta } from './tree.js';

export interface Validation {
  titre: string | null;
  /** ISO date of the meeting. */
  date: string;
  /** Decision in its own words. */
  texte: string | null;
  reserves: readonly string[];
  illustratif: boolean;
}

/** The last meeting, held by the date of the version, that validates the deliverable; null while none does. */
export function validationOf({ etude, reunions }: Study, livrable: string): Validation | null {
  const found = reunions
    .filter((reunion) => reunion.etat === 'tenue' && !posterieur(reunion.date, etude.date))
    .flatMap((reunion) =>
      (reunion.decisions ?? [])
        .filter((decision) => decision.livrable === livrable && decision.statut === 'valide')
        .map((decision) => ({ reunion, decision })),
    )
    .sort((a, b) => (a.reunion.date < b.reunion.date ? -1 : 1))
    .at(-1);
  if (!found) return null;
  const { reunion, decision } = found;
  return {
    titre: reunion.titre ?? null,
    date: reunion.date,
    texte: decision.texte ?? null,
    reserves: decision.reserves ?? [],
    illustratif: reunion.fiabilite === 'illustratif',
  };
}

export function deliverableState(study: Study, livrable: string): DocumentMeta['state'] {
  const validation = validationOf(study, livrable);
  const par = `par ${comiteEnPhrase(study)}`;
  return validation
    ? {
        code: 'valide',
        label: `Validé ${par} ${duJour(validation.date)}${validation.illustratif ? ' (réunion illustrative)' : ''}`,
      }
    : { code: 'projet', label: `Projet, non encore validé ${par}` };
}
