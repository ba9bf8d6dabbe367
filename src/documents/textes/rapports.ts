/** Numbers that a sentence draws from its others: « 312 réponses pour 2 400 envois, soit 13 % », « 774 trajets pour 900 attendus, soit 126 de moins ». */

import type { NombreTape } from './nombres.js';

/** Half of the last digit that a number is written with; thousands that end by zeros are rounded to the first of them. */
export function demiDernierChiffre(texte: string): number {
  const [whole = '', decimals = ''] = texte.replace(/[^\d.,]/g, '').split(/[.,]/);
  const zeros = decimals === '' && whole.length > 3 ? (/0*$/.exec(whole)?.[0].length ?? 0) : 0;
  return (0.5 * 10 ** zeros) / 10 ** decimals.length;
}
const TINY = 1e-9;

/** Whether a number is the share, the gap or the sum of two others of its sentence. */
export function seDeduit(tape: NombreTape, autres: readonly NombreTape[]): boolean {
  const counts = autres.filter((one) => one !== tape && !one.pourcent).map(({ valeur }) => valeur);
  const near = (value: number): boolean =>
    tape.pourcent
      ? Math.abs(100 * (value - tape.valeur)) <= demiDernierChiffre(tape.texte) + TINY
      : Math.abs(value - tape.valeur) <= TINY * Math.max(1, value);
  return counts.some((a, i) =>
    counts.some((b, j) => {
      if (i === j || b <= 0) return false;
      return tape.pourcent ? near(a / b) : (a > b && near(a - b)) || near(a + b);
    }),
  );
}
