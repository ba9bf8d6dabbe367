/** What the exhibits on actors share. */
import type { ActeurAnalyse } from '../../analysis/diagnostic/index.js';
import { enumererPremiers } from '../../texte/accords.js';
import { type Contexte, sourceDe } from '../cells.js';

export const AUCUN = 'Aucun acteur recensé.';

export const source = ({ etude }: Contexte): string => sourceDe('inventaire des acteurs', etude.acteurs);

/** Several actors on one line each would not hold a page: names in one cell, the rest counted. */
export function liste(acteurs: readonly ActeurAnalyse[], max: number): string | null {
  return (
    enumererPremiers(
      acteurs.map(({ court }) => court),
      max,
    ) || null
  );
}
