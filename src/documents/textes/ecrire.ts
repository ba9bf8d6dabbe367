/** A named figure as a sentence writes it: « 17 besoins », « 93 k€ », « 28 % », « au 15 février 2018 ». */

import type { Chiffre } from '../../analysis/chiffres/index.js';
import { dateEnLettres } from '../../texte/dates.js';
import { nombreFr } from '../../texte/nombres.js';
import { estFeminin, pluriel } from '../../texte/pluriel.js';

const FIXED = '\u00a0';
const LETTRES = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
];

/** « dix-sept » up to twenty at most would be long lists: beyond sixteen, figures. */
const enLettres = (value: number, feminin: boolean): string =>
  value === 1 && feminin ? 'une' : (LETTRES[value] ?? nombreFr(value));

/**
 * `forme`: nothing; a noun, that agrees (`besoin`, `commune rurale`); `%`; `k€`; `lettres`, alone or before a noun.
 * Null when the figure is not known.
 */
export function ecrire(chiffre: Chiffre, forme: string): string | null {
  const { valeur, unite, suffixe = '' } = chiffre;
  if (valeur === null) return null;
  if (typeof valeur === 'string') return unite === 'date' ? dateEnLettres(valeur) : valeur;
  if (forme === '%' || (unite === 'part' && forme === '')) return `${nombreFr(Math.round(valeur * 100))}${FIXED}%`;
  if (forme === 'k€') return `${nombreFr(Math.round(valeur / 1000))}${FIXED}k€`;
  const [, letters = '', noun = ''] = /^(lettres)?\s*(.*)$/.exec(forme) ?? [];
  if (noun !== '') {
    const feminin = estFeminin(noun);
    if (valeur === 0) return `${feminin ? 'aucune' : 'aucun'} ${noun}`;
    const number = letters ? enLettres(valeur, feminin) : nombreFr(valeur);
    return `${number}${FIXED}${Math.abs(valeur) < 2 ? noun : pluriel(noun)}`;
  }
  if (letters) return enLettres(valeur, false);
  if (unite === 'euros') return `${nombreFr(Math.round(valeur))}${FIXED}€${suffixe}`;
  return suffixe === '' ? nombreFr(valeur) : `${nombreFr(valeur)}${FIXED}${suffixe}`;
}
