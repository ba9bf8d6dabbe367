/** Whether a sentence says a figure of its own subject, now and for certain: what is denied, supposed, past or another's is compared with nothing. */

/** Negations and exceptions; what is supposed; what is compared, elsewhere or of another time; a part of what is told. All without accents, in lower case. */
const RESERVES = [
  String.raw`\b(?:ne|pas|sans|ni|non|rien|aucune?s?|jamais|hors|hormis|sauf|excepte|manque|reste|restent)\b|\bn'`,
  String.raw`[a-z](?:rait|raient)\b|\bsi\b|\bs'ils?\b|\b(?:peut|peuvent|pourr\w+|faudr\w+)\b`,
  String.raw`\b(?:autres?|voisin\w*|ailleurs|variantes?|exemples?|comme|contrairement|difference|compare\w*)\b|\bqu'|\bque (?!prevu)`,
  String.raw`\b(?:ancien\w*|precedent\w*|premier\w*|second\w*|deuxieme|dernier\w*|suivant\w*|ensuite|puis|plus tard|depuis|avant|jusqu\w*)\b`,
  String.raw`[a-z](?:ait|aient)\b|\b(?:19|20)\d\d\b`,
  String.raw`\b(?:dont|parmi|chacune?|chaque|par (?!an\b|mois\b|semaine\b|jour\b))`,
];
const AUTRE_PROPOS = new RegExp(RESERVES.join('|'));

/** Whether words, in lower case without accents, leave a doubt on what a figure beside them is told of. */
export const sousReserve = (mots: string): boolean => AUTRE_PROPOS.test(mots);

/** The end of a text that a sentence, or a part of one between stops, begins; commas stop it where `virgule` says so. */
export const debutDePhrase = (avant: string, virgule = false): string =>
  avant.slice(Math.max(...[...'.;:!?(', ...(virgule ? ',' : '')].map((stop) => avant.lastIndexOf(stop))) + 1).trim();

/** The beginning of a text up to the end of its sentence, or of its part between commas. */
export const finDePhrase = (suite: string, virgule = false): string =>
  (virgule ? /^[^.;:!?),]*/ : /^[^.;:!?)]*/).exec(suite)?.[0].trim() ?? '';

/** What closes a group of words, as a pattern to look ahead for: a stop, a comma, or the end of the text. */
export const CLOS = String.raw`\s*(?:[.,;:!?)]|$)`;
