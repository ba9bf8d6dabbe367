/** What the exhibits on actors share. */
import type { ActeurAnalyse } from '../../../analysis/diagnostic/index.js';
import { enumererPremiers, juxtaposer } from '../../../texte/accords.js';
import { type Contexte, sourceDe } from '../../cells.js';

export const AUCUN = 'Aucun acteur recensé.';

export const source = ({ etude }: Contexte): string => sourceDe('inventaire des acteurs', etude.acteurs);

/** Several actors on one line each would not hold a page: names in one cell, told alike in every row, and the rest counted. */
export function liste(acteurs: readonly Pick<ActeurAnalyse, 'court'>[], max: number): string | null {
  const names = acteurs.map(({ court }) => court);
  return (names.length > max ? enumererPremiers(names, max) : juxtaposer(names)) || null;
}
