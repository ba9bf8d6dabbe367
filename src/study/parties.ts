/** Who orders the study and who carries it out: two bodies, or one that does both. */
import { nu } from '../texte/identifiant.js';
import type { Study } from './study.js';

/** Whether who orders the study carries it out itself. */
export const enInterne = ({ maitre_ouvrage: maitre, prestataire }: Study['etude']): boolean =>
  [maitre.nom, maitre.sigle].some((name) => name !== undefined && nu(name) === nu(prestataire.nom));

/** « Maître d’ouvrage : X. Prestataire : Y. » ; of one body, that it carries the study out. */
export const partiesEnPhrase = (etude: Study['etude']): string =>
  enInterne(etude)
    ? `Maître d’ouvrage : ${etude.maitre_ouvrage.nom}, qui conduit l’étude.`
    : `Maître d’ouvrage : ${etude.maitre_ouvrage.nom}. Prestataire : ${etude.prestataire.nom}.`;

/** What the documents call who carries the study out. */
export const conducteur = (etude: Study['etude']): 'prestataire' | 'maître d’ouvrage' =>
  enInterne(etude) ? 'maître d’ouvrage' : 'prestataire';
