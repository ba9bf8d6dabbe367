/** How late a step is: in days while it is less than a month and both dates have their day, else in whole months. */
import { compte } from '../../texte/accords.js';
import { joursEntre, moisAbsolu } from '../../texte/dates.js';

export interface Ecart {
  /** Whole months from the planned date to the real one, toward zero; negative when early. A date without its day counts as its month. */
  mois: number;
  /** Days between them; absent while one has no day. */
  jours?: number;
}

const auJour = (date: string): boolean => date.length === 10;

export function ecartEntre(prevu: string, reel: string): Ecart {
  const months = moisAbsolu(reel) - moisAbsolu(prevu);
  const days = auJour(prevu) && auJour(reel) ? joursEntre(prevu, reel) : null;
  if (days === null) return { mois: months };
  // The 7 of a month is no month after the 31 of the one before.
  const short = Number(reel.slice(8)) - Number(prevu.slice(8));
  const whole = months > 0 && short < 0 ? months - 1 : months < 0 && short > 0 ? months + 1 : months;
  return { mois: whole, jours: days };
}

/** Negative when early, 0 on time, in the finest unit known. */
export const sensDeLEcart = ({ mois, jours = mois }: Ecart): number => Math.sign(jours);

/** « 7 jours », « 2 mois »; without a sign. */
export const dureeDeLEcart = ({ mois, jours }: Ecart): string =>
  mois === 0 && jours !== undefined ? compte(Math.abs(jours), 'jour') : compte(Math.abs(mois), 'mois', 'mois');
