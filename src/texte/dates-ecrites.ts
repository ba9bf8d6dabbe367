/** Dates as a French sentence writes them: « le 31 août 2019 », « juillet 2019 ». */
import { MOIS } from './dates.js';
import { phraseNue, sansAccents } from './identifiant.js';

/** The months of the year as a text without accents has them. */
export const MOIS_NUS: readonly string[] = MOIS.map(sansAccents);

const ECRITE = new RegExp(`(?<![a-z0-9])(?:(\\d{1,2})(?:er)?\\s)?(${MOIS_NUS.join('|')})\\s(\\d{4})(?!\\d)`, 'g');

export interface DateEcrite {
  /** AAAA-MM, or AAAA-MM-JJ when its day is written. */
  date: string;
  /** What comes before it, in lower case, without accents. */
  avant: string;
}

const deux = (n: number): string => String(n).padStart(2, '0');

/** Every month with its year that a text writes, in its order. */
export function datesEcrites(texte: string): DateEcrite[] {
  const plain = phraseNue(texte);
  return [...plain.matchAll(ECRITE)].map(({ 1: day, 2: month = '', 3: year = '', index }) => ({
    date: [year, deux(MOIS_NUS.indexOf(month) + 1), ...(day === undefined ? [] : [deux(Number(day))])].join('-'),
    avant: plain.slice(0, index),
  }));
}
