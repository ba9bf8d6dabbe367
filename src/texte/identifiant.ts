/** The plain form of words: without accents, as an identifier. */

import { parTexte } from './par-texte.js';

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'Oe', æ: 'ae', Æ: 'Ae' };

/** « Elan » for « Élan »; ligatures are parted, and the marks that a word processor leaves within a word (soft hyphens, spaces of no width) are gone. */
export const sansAccents = parTexte((text) => {
  const bare = text.normalize('NFD').replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu, '');
  return bare.replace(/[œŒæÆ]/g, (ligature) => LIGATURES[ligature] ?? ligature);
});

/** « etude » for « Étude  »: two texts written by hand are compared without their accents, their capitals and the spaces around. */
export const nu = (text: string): string => sansAccents(text).toLowerCase().trim();

/** « l'etude est retenue » for « L’étude est retenue », on one line, with plain spaces: what a pattern reads a sentence by. */
export function phraseNue(text: string): string {
  const words = nu(text).replaceAll('’', "'");
  // Most are so already: each space would be written again.
  return / \s|[^\S ]/.test(words) ? words.replace(/\s+/g, ' ') : words;
}

/** A name without its article, as it stands within such a sentence. */
export const sansArticle = (nom: string): string => phraseNue(nom).replace(/^(?:l'|une? |le |la |les |des )/, '');

/** Signs beyond which no sentence holds a name; a pattern made of tens of thousands is refused by the engine. */
const TROP_LONG = 2000;

/** A name as the part of a pattern that reads it in such a sentence; any sign stands for those that a pattern would take for its own. One that is too long is read nowhere. */
export const enMotif = (nom: string): string =>
  nom.length > TROP_LONG ? '(?!)' : phraseNue(nom).replace(/[^a-z0-9' -]/g, '.');

/** The words of a text in lower case, without accents, joined by `lien`: « reseau-d-aide » for « Réseau d’aide ». */
export const identifiant = (text: string, lien = '-'): string =>
  sansAccents(text)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join(lien);
