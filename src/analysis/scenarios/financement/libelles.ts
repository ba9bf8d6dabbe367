/** How receipts are named to a reader. */
import type { LigneFinancement } from './regles-aides.js';

export type Statut = LigneFinancement['statut'];

/** As a reader of the workbook picks them. */
export const STATUTS: Readonly<Record<Statut, string>> = {
  acquis: 'Acquis',
  'de-droit': 'De droit',
  'a-voter': 'À voter',
  sollicite: 'Sollicité',
  pressenti: 'Pressenti',
};

/** Natures of receipts. */
export const NATURES_RECETTES: Readonly<Record<LigneFinancement['nature'], string>> = {
  subvention: 'Subvention',
  participation: 'Participation',
  recette: 'Recette',
  autofinancement: 'Autofinancement',
  emprunt: 'Emprunt',
};
