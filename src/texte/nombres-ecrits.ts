/** Numbers as a French text writes them, read back. */

/** A whole part with its thousands apart, then decimals: the two groups that `valeurEcrite` reads. */
export const CHIFFRES = String.raw`(\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:,(\d+))?`;

export const valeurEcrite = (entier: string, decimales = '0'): number =>
  Number(`${entier.replace(/\D/g, '')}.${decimales}`);

/** A number, then what multiplies it. */
const NOMBRE = new RegExp(String.raw`${CHIFFRES}(?:[ \u00a0\u202f](millions?|milliards?|M€|k€))?`, 'gu');
const FACTEURS: Readonly<Record<string, number>> = { million: 1e6, milliard: 1e9, 'M€': 1e6, 'k€': 1e3 };

export interface NombreEcrit {
  valeur: number;
  /** Where it stands in the text, and where it ends. */
  debut: number;
  fin: number;
}

/** Every number of a text, in its order: « 15 000 € sur 3 ans » gives 15000 and 3. */
export const nombresEcrits = (texte: string): NombreEcrit[] =>
  [...texte.matchAll(NOMBRE)].map(({ 0: whole, 1: integer = '', 2: decimals, 3: factor = '', index }) => ({
    valeur: valeurEcrite(integer, decimals) * (FACTEURS[factor.replace(/s$/, '')] ?? 1),
    debut: index,
    fin: index + whole.length,
  }));

/** Spans that a text gives: « de 600 à 900 € » gives [600, 900]. */
export function fourchettesEcrites(texte: string): [number, number][] {
  const numbers = nombresEcrits(texte);
  return numbers.slice(1).flatMap((to, i): [number, number][] => {
    const from = numbers[i];
    return from && /^[^\d.;]{0,12}\sà\s$/u.test(texte.slice(from.fin, to.debut)) ? [[from.valeur, to.valeur]] : [];
  });
}
