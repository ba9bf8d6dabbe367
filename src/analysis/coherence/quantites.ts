/** Quantities as the rules compare them. */
import type { Projet } from '../../study/types.gen.js';
import { quantiteProbable as quantite } from '../montants.js';

export { quantite };

/** Whether a gap passes a tolerance: at the tolerance itself it does not, whatever a computed figure has in its last digits (0.51 − 0.5 > 0.01). */
export const depasse = (ecart: number, tolerance: number): boolean =>
  ecart > tolerance + 1e-9 * Math.max(1, Math.abs(tolerance));

/** Days that a body gives to a project, and their place. */
export interface JoursDonnes {
  acteur: string;
  chemin: string;
  jours: number;
}

/** Those that its partners promise to a project, or have done for it. */
export const joursDesPartenaires = (
  { id, partenaires = [] }: Projet,
  champ: 'jours_prevus' | 'jours_realises',
): JoursDonnes[] =>
  partenaires.flatMap(({ acteur, [champ]: jours }, rank) =>
    jours ? [{ acteur, chemin: `projets/${id}/partenaires/${rank + 1}`, jours: quantite(jours) }] : [],
  );
