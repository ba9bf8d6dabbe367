/** Numbers that an author typed by hand in a sentence, apart from those that count nothing: dates, references, pages, ranks. */

import { MOIS } from '../../texte/dates.js';
import { signesDe } from '../../texte/entites-html.js';
import { CHIFFRES, valeurEcrite } from '../../texte/nombres-ecrits.js';
import { EN_LETTRES, quantitesEcrites } from '../../texte/quantites-ecrites.js';

export interface NombreTape {
  valeur: number;
  texte: string;
  offset: number;
  pourcent: boolean;
  /** The word that follows. */
  mot: string | null;
  /** Some of what comes before it, and after that word. */
  avant: string;
  suite: string;
}

/** « moins de 500 habitants », « pour 1 000 habitants »: a threshold or a rate, that counts nothing. */
export function estUnSeuil({ avant, valeur }: NombreTape): boolean {
  const before = avant.replaceAll("'", '’');
  return (
    /(?:(?:moins|plus|autour|près) de|d’au (?:moins|plus)|au-delà de)\s*$/i.test(before) ||
    (valeur % 100 === 0 && /(?<!\p{L})(?:pour|sous|entre)\s*$/iu.test(before))
  );
}

/** « L’inventaire compte 28 besoins. », « les 28 besoins »: all of them are counted, where « 16 besoins sur 30 » are some. */
export const toutCompter = ({ avant, suite }: NombreTape): boolean =>
  /(?:(?:on|l’étude|l’inventaire|le diagnostic|le recensement) (?:en )?(?:compte|recense|dénombre|décrit|inventorie|totalise)|(?<!\p{L})(?:les|ces|nos))\s*$/iu.test(
    avant.replaceAll("'", '’'),
  ) && /^\s*(?:[.,;:!?)]|$|recens|au total|en tout)/u.test(suite);

/** A number that stands by itself: no piece of a code, of a date or of a compound word. */
const NOMBRE = new RegExp(String.raw`(?<![\p{L}\d.,/\-–_])${CHIFFRES}(?![\p{L}\d/_-]|[.,]\d)`, 'gu');
const UN_MOIS = MOIS.join('|');
/** What stands before a number that refers and does not count. */
const AVANT = new RegExp(
  `(?:n[°o]|art(?:icles?|\\.)|[LRD]\\.|p(?:ages?|\\.)|§|phases?|tranches?|ann[ée]es?|étapes?|chapitres?|sections?|tableaux?|figures?|annexes?|lots?|versions?|loi|décret|ordonnance|mois|depuis|jusqu’en|en|${UN_MOIS})\\s*$`,
  'iu',
);
const APRES = new RegExp(`^\\s*(?:${UN_MOIS}|er\\b|re\\b|e\\b|h\\b|°)`, 'iu');

/** Where nothing is checked: sayings, quotes, addresses, live figures, citations. */
const HORS_PROSE =
  /«[^»]*»|"[^"]*"|^>.*$|`[^`]*`|https?:\/\/\S+|\]\([^)]*\)|\{[^{}]*\}|\[@[^\]]*\]|^\s*\d+[.)]\s|^#+ .*$|^::.*$/gmu;

/** The text with what is not prose blanked, its length kept. */
export const prose = (markdown: string): string =>
  markdown.replace(HORS_PROSE, (found) => found.replace(/[^\n]/g, ' '));

export function nombresTapes(markdown: string): NombreTape[] {
  const { texte: text, place } = signesDe(prose(markdown));
  return [...text.matchAll(NOMBRE)].flatMap((match): NombreTape[] => {
    const [whole, integer = '', decimals] = match;
    const before = text.slice(Math.max(0, match.index - 32), match.index);
    const after = text.slice(match.index + whole.length, match.index + whole.length + 40);
    const valeur = valeurEcrite(integer, decimals);
    const year = decimals === undefined && /^(19|20)\d{2}$/.test(whole);
    if (year || AVANT.test(before) || APRES.test(after)) return [];
    const percent = /^[\s\u00a0\u202f]*%/.test(after);
    const [named = '', mot = null] = /^[\s\u00a0\u202f]*([\p{L}’-]+)/u.exec(after) ?? [];
    return [
      {
        valeur: percent ? valeur / 100 : valeur,
        texte: whole,
        offset: place(match.index),
        pourcent: percent,
        mot,
        avant: before,
        suite: after.slice(named.length),
      },
    ];
  });
}

/** « les quatre scénarios »: all of them, counted in letters; « deux scénarios » may be some, and « une » is an article. */
const COMPTE = new RegExp(String.raw`(?<!\p{L})(?:[LlDdCcSs]es|[Aa]ux|[Nn]os)\s+(${EN_LETTRES})\s+(\p{L}+)`, 'gu');

export function comptesEnLettres(markdown: string): NombreTape[] {
  const { texte: text, place } = signesDe(prose(markdown));
  return [...text.matchAll(COMPTE)].flatMap(({ 0: whole, 1: word = '', 2: mot = '', index }) => {
    const [read, ...others] = quantitesEcrites(word);
    if (!read || others.length > 0 || read.ecrit !== word || read.valeur < 2) return [];
    const at = place(index + whole.indexOf(word));
    return [{ valeur: read.valeur, texte: word, offset: at, pourcent: false, mot, avant: 'les', suite: '' }];
  });
}
