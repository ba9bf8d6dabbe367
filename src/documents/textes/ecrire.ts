/** A named figure as a sentence writes it: « 17 besoins », « 93 k€ », « 28 % », « au 15 février 2018 ». */

import type { Chiffre } from '../../analysis/chiffres/index.js';
import { accord, aucun } from '../../texte/accords.js';
import { dateEnLettres } from '../../texte/dates.js';
import { enLettres, euros, INSECABLE, nombreFr, pourcent } from '../../texte/nombres.js';
import { estFeminin, pluriel } from '../../texte/pluriel.js';

/**
 * `forme`: nothing; a noun, that agrees (`besoin`, `commune rurale`); `%`; `k€`; `lettres`, alone or before a noun.
 * Null when the figure is not known.
 */
export function ecrire(chiffre: Chiffre, forme: string): string | null {
  const { valeur, unite, suffixe = '' } = chiffre;
  if (valeur === null) return null;
  if (typeof valeur === 'string') return unite === 'date' ? dateEnLettres(valeur) : valeur;
  if (forme === '%' || (unite === 'part' && forme === '')) return pourcent(valeur);
  if (forme === 'k€') return `${nombreFr(Math.round(valeur / 1000))}${INSECABLE}k€`;
  const [, letters = '', noun = ''] = /^(lettres)?\s*(.*)$/.exec(forme) ?? [];
  if (noun !== '') {
    const feminin = estFeminin(noun);
    if (valeur === 0) return `${aucun(feminin ? 'f' : 'm')} ${noun}`;
    const number = letters ? enLettres(valeur, feminin ? 'f' : 'm') : nombreFr(valeur);
    return `${number}${INSECABLE}${accord(valeur, noun, pluriel(noun))}`;
  }
  if (letters) return enLettres(valeur);
  if (unite === 'euros') return `${euros(valeur)}${suffixe}`;
  return suffixe === '' ? nombreFr(valeur) : `${nombreFr(valeur)}${INSECABLE}${suffixe}`;
}
