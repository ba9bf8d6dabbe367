/** Agreement, elision and lists: how French joins words to numbers and to one another. */
import { enLettres, INSECABLE, nombreEnLettres, nombreFr, sommeFr } from './nombres.js';
import { estFeminin, pluriel, uniteAccordee } from './pluriel.js';

export { pluriel, uniteAccordee };

/** The form that agrees with n: singular below two in absolute value (« 0 besoin », « 1,5 jour », « 2 jours »). */
export const accord = <T>(n: number, un: T, plusieurs: T): T => (Math.abs(n) < 2 ? un : plusieurs);

/** « aucun besoin », « 1 acteur », « 3 acteurs »; without `aucun`, zero is written « 0 acteur ». */
export const compte = (n: number, un: string, plusieurs = pluriel(un), aucun?: string): string =>
  n === 0 && aucun !== undefined ? aucun : `${nombreFr(n)} ${accord(n, un, plusieurs)}`;

/** The same for the head of a title or of a sentence, which opens with no digit: « Trois réserves », « Aucune réserve », « Au total, 120 réserves ». */
export function compteEnLettres(n: number, un: string, plusieurs = pluriel(un), aucun?: string): string {
  if (n === 0 && aucun !== undefined) return aucun;
  const words = nombreEnLettres(n, estFeminin(un) ? 'f' : 'm');
  return words === null ? `Au total, ${compte(n, un, plusieurs)}` : `${majuscule(words)} ${accord(n, un, plusieurs)}`;
}

/**
 * The same further in a sentence that opens with a number in letters, which goes on in letters: « Trois projets terminés ; deux sont en cours ».
 * Beyond sixteen in figures, as are measures, amounts, marks and what stands in parentheses.
 */
export function compteAuFil(
  n: number,
  un: string,
  plusieurs = pluriel(un),
  aucun?: string,
  genre: Genre = estFeminin(un) ? 'f' : 'm',
): string {
  if (n === 0 && aucun !== undefined) return aucun;
  return `${enLettres(n, genre)} ${accord(n, un, plusieurs)}`;
}

/** Up to this number a sentence counts in letters; beyond it in figures, and what it counts beside it too. */
export const JUSQU_EN_LETTRES = 16;

/** A count that stands without its noun, where « 1 » alone does not read: « une n’est pas datée », « 12 ne sont pas datées »; « l’une a une réponse », not « une a une ». */
export function compteSansNom(n: number, un: string, plusieurs: string, genre: Genre = 'm', total = Infinity): string {
  if (n === 1) return `${un.startsWith('a ') ? 'l’' : ''}${enLettres(1, genre)} ${un}`.trimEnd();
  return compteDuTotal(n, total, un, plusieurs, genre);
}

/** The same after « sur » and a total, in the writing of the total: « Sur sept besoins, un est couvert », « Sur 55 acteurs, 1 est engagé ». */
export const compteDuTotal = (n: number, total: number, un: string, plusieurs: string, genre: Genre = 'm'): string =>
  total > JUSQU_EN_LETTRES
    ? compte(n, un, plusieurs).trimEnd()
    : n === 1
      ? compteSansNom(n, un, plusieurs, genre)
      : compteAuFil(n, un, plusieurs, undefined, genre).trimEnd();

/**
 * A count at the head of a sentence, out of a total told in the same writing: « Trois cibles atteintes sur huit », « Dix-sept conditions posées sur 24 ».
 */
export function compteSur(n: number, total: number, un: string, plusieurs = pluriel(un), aucun?: string): string {
  // « Aucune réserve levée sur une » is not said.
  if (total === 1) return compteEnLettres(n, un, plusieurs, aucun);
  const words = nombreEnLettres(n) === null ? null : nombreEnLettres(total, estFeminin(un) ? 'f' : 'm');
  return `${compteEnLettres(n, un, plusieurs, aucun)} sur ${total > JUSQU_EN_LETTRES || words === null ? nombreFr(total) : words}`;
}

/** « 3 fiches illustratives sur 12 », « 12 fiches, toutes illustratives », « fiche illustrative » when there is but one. */
export function partDe(n: number, total: number, nom: string, adjectif: string): string {
  if (n < total) return `${compte(n, `${nom} ${adjectif}`)} sur ${nombreFr(total)}`;
  const tous = estFeminin(nom) ? 'toutes' : 'tous';
  return n === 1 ? `${nom} ${adjectif}` : `${compte(n, nom)}, ${tous} ${pluriel(adjectif)}`;
}

/** A figure with its unit, which agrees: « 1 jour », « 12 jours »; an amount in euros as a sentence writes it. */
export const quantiteFr = (n: number, unite: string): string =>
  unite === '€' ? `${sommeFr(n)}${INSECABLE}€` : `${nombreFr(n)} ${uniteAccordee(n, unite)}`;

/** A figure that follows another of the same unit: an amount or a share keeps its sign, another goes without its unit (« 21 jours pour 15 »). */
export const memeUnite = (n: number, unite: string): string =>
  unite === '€' || unite === '%' ? quantiteFr(n, unite) : nombreFr(n);

export type Genre = 'm' | 'f';

/** An adjective or a participle that agrees: `accorder('validé', 3, 'f')` is « validées ». Forms in -é, -i, -u, -t, -s; others are given. */
export function accorder(mot: string, n: number, genre: Genre = 'm'): string {
  const forme = genre === 'f' && !/e$/.test(mot) ? `${mot}e` : mot;
  return accord(n, forme, pluriel(forme));
}

/** « aucun », « aucune ». */
export const aucun = (genre: Genre = 'm'): string => (genre === 'f' ? 'aucune' : 'aucun');

/** Whether a comma of its own, out of guillemets and parentheses, would hide where it ends among others. */
const virgulee = (item: string): boolean => /, /.test(item.replace(/«[^»]*»|\([^)]*\)/g, ''));

/** « a, b et c »; « a ; b, c ; et d » when a comma within one would not say where it ends. `mot` is « et », « ou », « ni ». */
export function enumerer(items: readonly string[], mot = 'et'): string {
  if (items.length > 1 && items.some(virgulee)) return `${items.slice(0, -1).join(' ; ')} ; ${mot} ${items.at(-1)}`;
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${mot} ${items.at(-1)}`;
}

/** « a, b et 3 autres »: the first `max`, the rest counted. */
export function enumererPremiers(items: readonly string[], max: number): string {
  const rest = items.length - max;
  return rest > 0 ? `${items.slice(0, max).join(', ')} et ${compte(rest, 'autre', 'autres')}` : enumerer(items);
}

/** « a, b, c » of a cell or after a colon; « a ; b, c ; d » when a comma within one would not say where it ends. */
export const juxtaposer = (items: readonly string[]): string =>
  items.join(items.length > 1 && items.some((item) => item.includes(', ')) ? ' ; ' : ', ');

/** « de 3 à 5 », and « 3 » alone where both ends read the same. */
export const etendue = (bas: string, haut: string): string => (bas === haut ? bas : `de ${bas} à ${haut}`);

/** « texte (précision) »; « texte (a ; précision) » after one that ends with a parenthesis: two in a row do not read. The text alone when nothing is added. */
export function preciser(text: string, precision: string): string {
  if (precision === '') return text;
  return text.endsWith(')') ? `${text.slice(0, -1)} ; ${precision})` : `${text} (${precision})`;
}

/** Without its full stop, for a text that goes on. */
export const sansPoint = (text: string): string => text.replace(/\s*\.\s*$/, '');

/** With one, unless the text already ends a sentence or opens a list: what the study writes is followed by another sentence. */
export const avecPoint = (text: string): string =>
  /[.!?…:;](?:\s*[»”")\]])*\s*$/.test(text) || text.trim() === '' ? text : `${text.trimEnd()}.`;

export const majuscule = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The first letter in lower case, unless the word is an acronym. */
export const minuscule = (text: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** The same of a name that may be proper: where it opens with an article or with a number in words. */
export const minusculeSiCommun = (text: string): string =>
  /^(?:une?|des|du|les?|la|l’|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs)(?:\s|(?<=’))/i.test(text)
    ? minuscule(text)
    : text;

/** What may happen, as a supposition and not as a fact: « Si l’aide est refusée », « S’il manque un poste ». */
export function enSi(evenement: string): string {
  const text = minuscule(sansPoint(evenement));
  if (/^(si |s’|s')/.test(text)) return majuscule(text);
  return /^ils?\b/.test(text) ? `S’${text}` : `Si ${text}`;
}

/** Words in h before which there is no elision, and « onze », « oui » (Académie française, « h aspiré »); roots, so that families follow. */
const SANS_ELISION =
  /^(h(ache|aie|aine|alage|alle|alte|ameau|amp|and|ang|ard|aricot|arn|asard|aut|auss|aras|avre|ésit|éris|éron|éros$|êtr|eurt|ibou|ideu|iérarch|obby|ockey|olding|oll|ongr|ors|ouill|oux|uit|url|utte)|onz|oui\b|y[aeou])/i;

/** Whether « le », « de », « que » lose their vowel before the word. */
export const elide = (mot: string): boolean => /^[aeiouyàâäéèêëîïôöùûüœæh]/i.test(mot) && !SANS_ELISION.test(mot);

/** « de » before a name without article: « d’Ambroise », « de Lyon », « de Hongrie », « d’« Association » » where it is quoted. */
export const deNom = (nom: string): string => (elide(nom.replace(/^«\s*/, '')) ? `d’${nom}` : `de ${nom}`);

const CONTRACTIONS = { de: { les: 'des', le: 'du', sinon: 'de' }, a: { les: 'aux', le: 'au', sinon: 'à' } } as const;

const AVEC_ARTICLE = /^(?:les |le |la |l[’'])/i;

/** Where a group goes on with another noun and its article: « les mairies | et les syndicats », « le bâti|, les jardins ». */
const SUITE_DU_GROUPE = /( et |, )(?=(?:les |le |la |l[’']))/i;

/**
 * « de » or « à » before a noun with its article, contracted: « des habitants », « du bâti », « de l’énergie », « aux habitants ». It is said again of each
 * noun of a group: « aux mairies et aux écoles ».
 */
export function contracter(preposition: 'de' | 'a', groupe: string): string {
  if (!AVEC_ARTICLE.test(groupe)) return contracterUn(preposition, groupe);
  return groupe
    .split(SUITE_DU_GROUPE)
    .map((part, rank) => (rank % 2 === 0 ? contracterUn(preposition, part) : part))
    .join('');
}

/** « les mairies », « les écoles » of « les mairies et les écoles »: what a list of several groups counts, so that « et » is said once. */
export const nomsDuGroupe = (groupe: string): string[] =>
  AVEC_ARTICLE.test(groupe) ? groupe.split(SUITE_DU_GROUPE).filter((_, rank) => rank % 2 === 0) : [groupe];

function contracterUn(preposition: 'de' | 'a', groupe: string): string {
  const { les, le, sinon } = CONTRACTIONS[preposition];
  if (/^les /i.test(groupe)) return `${les} ${groupe.slice(4)}`;
  if (/^le /i.test(groupe)) return `${le} ${groupe.slice(3)}`;
  // « de un plan » is « d’un plan ».
  if (preposition === 'de' && /^une? /i.test(groupe)) return `d’${groupe}`;
  return `${sinon} ${groupe}`;
}
