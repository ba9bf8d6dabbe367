/** What a cover, a running header and the properties of a file say of a deliverable. */

import { type EtatLivrable, etatLivrable } from '../analysis/etat/livrable.js';
import type { Study } from '../study/study.js';
import { duJour } from '../texte/dates.js';
import { typographie } from '../texte/typographie.js';
import type { DeliverableDefaults, Modifications } from './deliverable.js';
import { plainTextOfField } from './markdown-field.js';
import { deliverableState } from './state.js';
import type { DocumentMeta } from './tree.js';

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

/** Markdown's emphasis has no meaning on a cover. */
const modified = (state: DocumentMeta['state']): DocumentMeta['state'] => ({
  ...state,
  label: `${state.label}, modifié depuis`,
});

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

const INTERNE = 'édition interne, à ne pas diffuser';

/** The internal edition says what it is on its cover, in the margin of each page and in the properties of its files. */
export function editionMeta(meta: DocumentMeta, interne: boolean): DocumentMeta {
  if (!interne) return meta;
  return {
    ...meta,
    deliverable: `${meta.deliverable}, ${INTERNE}`,
    margin: [INTERNE, meta.margin].filter(Boolean).join(' ; '),
    notices: [
      'Édition interne : elle nomme des organismes à côté de ce que le prestataire pense d’eux. Elle ne se remet pas.',
      ...meta.notices,
    ],
    subject: `${meta.subject} (${INTERNE})`,
  };
}

/** `changed`: what changed since the meeting that validated it. */
export function documentMeta(study: Study, defaults: DeliverableDefaults, changed?: Modifications): DocumentMeta {
  const { etude } = study;
  const { maitre_ouvrage: maitre, prestataire, marche } = etude;
  const livrable = deliverableOf(study, defaults);
  return {
    title: typographie(etude.titre),
    deliverable: typographie(livrable.titre),
    phase: typographie(livrable.phase),
    shortTitle: typographie(etude.titre_court ?? etude.titre),
    version: etude.version,
    date: livrable.date,
    state: changed ? modified(deliverableState(study, livrable.etat)) : deliverableState(study, livrable.etat),
    ...(changed ? { margin: `modifié depuis la validation ${duJour(changed.date)}` } : {}),
    parties: [
      ['Maître d’ouvrage', typographie(nomEtSigle(maitre))],
      ['Prestataire', typographie(prestataire.nom)],
    ],
    notices: [
      [marche?.procedure, marche?.reference && `marché ${marche.reference}`].filter(Boolean).join(', '),
      marche?.propriete,
      etude.avertissement && plainTextOfField(etude.avertissement),
    ].flatMap((notice) => (notice ? [typographie(notice)] : [])),
    author: prestataire.nom,
    subject: typographie(`${livrable.titre} – ${etude.objet}`),
    keywords: [...etude.domaines, ...etude.publics].map(({ libelle }) => libelle),
    language: 'fr-FR',
  };
}
