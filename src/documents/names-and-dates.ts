/** How the study names and dates a deliverable, and its bearer. */

import { type EtatLivrable, etatLivrable } from '../analysis/etat/livrable.js';
import type { Study } from '../study/study.js';
import type { DeliverableDefaults } from './deliverable.js';

export interface DatedDeliverable extends DeliverableDefaults {
  /** ISO date at which this edition speaks: that of the meeting that validated it, else that at which it is handed over. */
  date: string;
  etat: EtatLivrable;
}

/** The deliverable as the study names and dates it; `defaults` where the study says nothing. */
export function deliverableOf(study: Study, defaults: DeliverableDefaults): DatedDeliverable {
  const own = study.etude.livrables?.find((livrable) => livrable.id === defaults.id);
  const etat = etatLivrable(study, defaults.id);
  return {
    id: defaults.id,
    titre: own?.titre ?? defaults.titre,
    phase: own?.phase ?? defaults.phase,
    date: etat.date,
    etat,
  };
}

/** « Syndicat mixte de la vallée (ci-après « Vallée ») »: what the pages call it is told once, beside its legal name. */
export const nomEtSigle = ({ nom, sigle }: { nom: string; sigle?: string | undefined }): string =>
  sigle === undefined || sigle === nom ? nom : `${nom} (ci-après « ${sigle} »)`;

/** The legal name of a bearer, with what the tables call it unless the cover says so. */
export function nomDuPorteur({ acteurs, etude }: Pick<Study, 'acteurs' | 'etude'>, id: string): string {
  const acteur = acteurs.find((one) => one.id === id);
  if (!acteur) return id;
  return acteur.nom === etude.maitre_ouvrage.nom && acteur.sigle === etude.maitre_ouvrage.sigle
    ? acteur.nom
    : nomEtSigle(acteur);
}
