/** Computed indicators of a scenario: each a value with its unit, its formula in words and the inputs that it used. */
import { nombreFr } from '../phrases.js';

export interface Entree {
  /** Path in the study by ids, from which the file and the line are found. */
  chemin: string;
  libelle: string;
  valeur: string;
}

export interface Indicateur {
  id: string;
  libelle: string;
  /** Null when it cannot be computed: `formule` says why. */
  valeur: number | null;
  unite: string;
  formule: string;
  entrees: Entree[];
}

const euros = (value: number): string => `${nombreFr(Math.round(value))}\u00a0€`;

/** « 81 240 €/an », « 62 % », « 1,4 ETP », « 4,5 » for a note, « — ». */
export function valeurEnClair({ valeur, unite }: Pick<Indicateur, 'valeur' | 'unite'>): string {
  if (valeur === null) return '—';
  if (unite === 'part') return `${nombreFr(valeur * 100)}\u00a0%`;
  if (unite.startsWith('€')) return euros(valeur) + unite.slice(1);
  return unite === 'note' ? nombreFr(valeur) : `${nombreFr(valeur)}\u00a0${unite}`;
}
