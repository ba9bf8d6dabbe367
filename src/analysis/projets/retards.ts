/** How late a step is: in days while it is less than a month and the real date has its day, else in whole months. */
import { compte } from '../../texte/accords.js';
import { auJour, comparerDates, JOUR, joursEntre, moisAbsolu } from '../../texte/dates.js';
import { lendemain, premierJour } from '../mode-operatoire/calendrier.js';

export interface Ecart {
  /** Whole months from the planned date to the real one, toward zero; negative when early. A real date without its day counts as its month. */
  mois: number;
  /** Days between them; absent while they are not known. */
  jours?: number;
}

/** The day of a planned date from which one counts: a month or a year is kept until its last day, and from its first. */
function borne(prevu: string, reel: string): string {
  const edge = comparerDates(reel, prevu) < 0 ? premierJour(prevu) : lendemain(prevu) - JOUR;
  return new Date(edge).toISOString().slice(0, Math.max(prevu.length, reel.length));
}

export function ecartEntre(prevu: string, reel: string): Ecart {
  const within = reel.length > prevu.length && comparerDates(prevu, reel) === 0;
  if (within) return reel.length === 10 ? { mois: 0, jours: 0 } : { mois: 0 };
  const due = borne(prevu, reel);
  const months = moisAbsolu(reel) - moisAbsolu(due);
  const days = reel.length === 10 ? joursEntre(due, reel) : null;
  if (days === null) return { mois: months };
  // The 7 of a month is no month after the 31 of the one before.
  const short = Number(reel.slice(8)) - Number(due.slice(8));
  const whole = months > 0 && short < 0 ? months - 1 : months < 0 && short > 0 ? months + 1 : months;
  return { mois: whole, jours: days };
}

/** Negative when early, 0 on time, in the finest unit known. */
export const sensDeLEcart = ({ mois, jours = mois }: Ecart): number => Math.sign(jours);

/** « 7 jours », « 2 mois »; without a sign. */
export const dureeDeLEcart = ({ mois, jours }: Ecart): string =>
  mois === 0 && jours !== undefined ? compte(Math.abs(jours), 'jour') : compte(Math.abs(mois), 'mois', 'mois');

/** « 2 mois de retard »; of what goes on, with the date at which it is counted: « 2 mois de retard au 15 octobre 2019 ». */
export const retardCompte = (ecart: Ecart, au: string | null): string =>
  `${dureeDeLEcart(ecart)} de retard${au === null ? '' : ` ${auJour(au)}`}`;

/** Of steps that are late, the latest first: those that are as late as the first, in the same state. */
export const plusEnRetard = <T extends Ecart & { au: string | null }>([first, ...others]: readonly T[]): T[] =>
  first === undefined
    ? []
    : [
        first,
        ...others.filter(({ mois, jours, au }) => mois === first.mois && jours === first.jours && au === first.au),
      ];
