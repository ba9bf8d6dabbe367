/** How often the draws give something, as a sentence tells it. */
import { nombreFr } from '../../../texte/nombres.js';

/** « 12 fois sur 100 »; null of what no draw gives. */
export function foisSurCent(part: number): string | null {
  if (part === 0) return null;
  if (part === 1) return 'à chaque tirage';
  if (part < 0.005) return 'moins d’une fois sur 100';
  return part >= 0.995 ? 'plus de 99 fois sur 100' : `${nombreFr(Math.round(part * 100))} fois sur 100`;
}
