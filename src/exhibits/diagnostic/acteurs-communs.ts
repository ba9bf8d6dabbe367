/** What the exhibits on actors share. */
import type { ActeurAnalyse } from '../../analysis/diagnostic/index.js';
import { type Contexte, sourceDe } from '../cells.js';

export const AUCUN = 'Aucun acteur recensé.';

export const source = ({ etude }: Contexte): string => sourceDe('inventaire des acteurs', etude.acteurs);

/** Several actors on one line each would not hold a page: names in one cell, the rest counted. */
export function liste(acteurs: readonly ActeurAnalyse[], max: number): string | null {
  const shown = acteurs.slice(0, max).map((a) => a.court);
  const rest = acteurs.length - shown.length;
  return [...shown, ...(rest > 0 ? [`et ${rest} ${rest === 1 ? 'autre' : 'autres'}`] : [])].join(', ') || null;
}
