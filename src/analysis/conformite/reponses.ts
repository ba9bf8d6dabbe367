/** The words for the answer to a requirement: one for each state, in a row, a count or a title. */
import { compte } from '../../texte/accords.js';
import type { EtatExigence } from '../diagnostic/types.js';

/** The answers to a requirement, as every document and the terminal say them, the best first. */
export const REPONSES: Readonly<Record<EtatExigence, string>> = {
  complete: 'Complète',
  exemple: 'Complète sur données d’exemple',
  partielle: 'Partielle',
  prevue: 'Prévue',
  manquante: 'Manquante',
};

const PLURIELS: Readonly<Record<EtatExigence, string>> = {
  complete: 'complètes',
  exemple: 'complètes sur données d’exemple',
  partielle: 'partielles',
  prevue: 'prévues',
  manquante: 'manquantes',
};

const ETATS = Object.keys(REPONSES) as EtatExigence[];

/** « 24 complètes, 3 complètes sur données d’exemple, 1 partielle », in the words of the rows; states that count nothing are not told. */
export function resumeReponses(exigences: readonly { etat: EtatExigence }[]): string {
  if (exigences.length === 0) return 'aucune exigence n’est saisie';
  return ETATS.map((etat) => ({ etat, n: exigences.filter((one) => one.etat === etat).length }))
    .filter(({ n }) => n > 0)
    .map(({ etat, n }) => compte(n, REPONSES[etat].toLowerCase(), PLURIELS[etat]))
    .join(', ');
}
