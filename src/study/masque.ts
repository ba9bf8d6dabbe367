/** Personal data in any text: addresses of e-mail and French telephone numbers, found by their form. */

/** From its first sign: of a long word that has no « @ », each letter would be tried, up to its end. */
const COURRIEL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Ten figures that start with 0, or with +33, by pairs or in one go. */
const TELEPHONE = /(?<![\p{L}\d])(?:\+33[ .\u00a0\u202f-]?|0)[1-9](?:[ .\u00a0\u202f-]?\d{2}){4}(?!\d)/gu;

/** Without a sign before its « @ », and a point after, a text has none: « [@id-de-la-source] » cites. */
const PEUT_ETRE_COURRIEL = /[^\s[/]@[^\s@=/]+\./;
/** Without these figures a text has none: most texts of a study are told apart at once. */
const PEUT_ETRE_TELEPHONE = /(?:\+33[ .\u00a0\u202f-]?|0)[1-9](?:[ .\u00a0\u202f-]?\d{2}){4}/;

/** Which kinds of personal data a text holds. */
export const donneesPersonnelles = (text: string): ('courriel' | 'telephone')[] => [
  ...(PEUT_ETRE_COURRIEL.test(text) && text.match(COURRIEL) ? (['courriel'] as const) : []),
  ...(PEUT_ETRE_TELEPHONE.test(text) && text.match(TELEPHONE) ? (['telephone'] as const) : []),
];

/** The same text, of the same length, where nothing of them can be read. */
export const masquer = (text: string): string =>
  [COURRIEL, TELEPHONE].reduce((masked, form) => masked.replace(form, (found) => '•'.repeat(found.length)), text);
