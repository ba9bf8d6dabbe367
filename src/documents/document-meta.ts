/** What a cover, a running header and the properties of a file say of a deliverable. */

import { enInterne } from '../study/parties.js';
import type { Study } from '../study/study.js';
import { duJour } from '../texte/dates.js';
import { typographie } from '../texte/typographie.js';
import type { DeliverableDefaults, Modifications } from './deliverable.js';
import { plainTextOfField } from './markdown/markdown-field.js';
import { deliverableOf, nomEtSigle } from './names-and-dates.js';
import { deliverableState } from './state.js';
import type { DocumentMeta } from './tree.js';

/** What a meeting validated is no longer what is read. */
const modified = (state: DocumentMeta['state']): DocumentMeta['state'] => ({
  code: 'modifie',
  label: `${state.label}, modifié depuis`,
});

const INTERNE = 'édition interne, à ne pas diffuser';

/** The internal edition says what it is on its cover, in the margin of each page and in the properties of its files. */
export function editionMeta(meta: DocumentMeta, interne: boolean): DocumentMeta {
  if (!interne) return meta;
  return {
    ...meta,
    deliverable: `${meta.deliverable}, ${INTERNE}`,
    margin: [INTERNE, meta.margin].filter(Boolean).join(' ; '),
    notices: [
      'Édition interne : elle nomme des organismes à côté de ce que les auteurs de l’étude pensent d’eux. Elle ne se remet pas.',
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
  const state = deliverableState(study, livrable.id, livrable.etat);
  return {
    title: typographie(etude.titre),
    deliverable: typographie(livrable.titre),
    phase: typographie(livrable.phase),
    shortTitle: typographie(etude.titre_court ?? etude.titre),
    version: etude.version,
    date: livrable.date,
    state: changed ? modified(state) : state,
    ...(changed ? { margin: `modifié depuis la validation ${duJour(changed.date)}` } : {}),
    parties: [
      ['Maître d’ouvrage', typographie(`${nomEtSigle(maitre)}${enInterne(etude) ? ', qui conduit l’étude' : ''}`)],
      ...(enInterne(etude) ? [] : [['Prestataire', typographie(prestataire.nom)] as [string, string]]),
    ],
    notices: [
      [marche?.procedure, marche?.reference && `marché ${marche.reference}`].filter(Boolean).join(', '),
      marche?.propriete,
      etude.avertissement && plainTextOfField(etude.avertissement),
    ].flatMap((notice) => (notice ? [typographie(notice)] : [])),
    author: typographie(prestataire.nom),
    subject: typographie(`${livrable.titre} – ${etude.objet}`),
    keywords: [...etude.domaines, ...etude.publics].map(({ libelle }) => typographie(libelle)),
    language: 'fr-FR',
  };
}
