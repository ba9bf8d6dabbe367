/** The words for the answer to a requirement. */
import type { EtatExigence } from '../diagnostic/types.js';

/** The answers to a requirement, as every document and the terminal say them. */
export const REPONSES: Readonly<Record<EtatExigence, string>> = {
  complete: 'Complète',
  exemple: 'Complète, sur données d’exemple',
  partielle: 'Partielle',
  manquante: 'Manquante',
  prevue: 'Prévue',
};
