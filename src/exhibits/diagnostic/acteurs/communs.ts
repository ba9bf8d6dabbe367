/** What the exhibits on actors share. */
import type { ActeurAnalyse } from '../../../analysis/diagnostic/index.js';
import { enumererPremiers, juxtaposer } from '../../../texte/accords.js';
import { type Contexte, sourceDe } from '../../cells.js';

export const AUCUN = 'Aucun acteur recensé.';

export const source = ({ etude }: Contexte): string => sourceDe('inventaire des acteurs', etude.acteurs);

/** Several actors on one line each would not hold a page: names in one cell, the rest counted. « a et b et c » would not say where a name ends. */
export function liste(acteurs: readonly Pick<ActeurAnalyse, 'court'>[], max: number): string | null {
  const names = acteurs.map(({ court }) => court);
  const tenus = names.length <= max && names.some((name) => / et /.test(name));
  return (tenus ? juxtaposer(names) : enumererPremiers(names, max)) || null;
}
