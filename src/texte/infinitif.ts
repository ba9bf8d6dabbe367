/** What is asked of a reader, as a document says it to those who are not its author: « Corrigez le motif » is « corriger le motif ». */
import { nu } from './identifiant.js';

/** Infinitives that the imperative does not give by its ending. */
const IRREGULIERS: Readonly<Record<string, string>> = {
  dites: 'dire',
  faites: 'faire',
  ayez: 'avoir',
  soyez: 'être',
  ecrivez: 'écrire',
  inscrivez: 'inscrire',
  decrivez: 'décrire',
  reprenez: 'reprendre',
  prenez: 'prendre',
  entendez: 'entendre',
  attendez: 'attendre',
  mettez: 'mettre',
  remettez: 'remettre',
  revoyez: 'revoir',
  prevoyez: 'prévoir',
  voyez: 'voir',
  reduisez: 'réduire',
  deduisez: 'déduire',
  reunissez: 'réunir',
  raccourcissez: 'raccourcir',
  choisissez: 'choisir',
  etablissez: 'établir',
  obtenez: 'obtenir',
  tenez: 'tenir',
  ouvrez: 'ouvrir',
  sortez: 'sortir',
  rendez: 'rendre',
};

/** Words in -ez that are no verbs. */
const AUTRES = '(?!(?:chez|assez|nez|rez)\\b)';
const VERBE = `${AUTRES}(?:\\p{L}+ez|dites|faites)`;
const PRONOM = '(?:lui|leur|les|le|la|en|y)';
/** Where « dites » and « faites » are verbs: at the head of a clause. */
const TETE = '(?<=^|[.;:!?,] |(?:^| )(?:ou|et|puis|sinon) |(?:^| )ne )';

const commenceParVoyelle = (text: string): boolean => /^[aeiouyh]/.test(nu(text));

function infinitif(verbe: string): string {
  const found = IRREGULIERS[nu(verbe)] ?? verbe.replace(/ez$/u, 'er');
  return /^\p{Lu}/u.test(verbe)
    ? found.charAt(0).toUpperCase() + found.slice(1)
    : found.charAt(0).toLowerCase() + found.slice(1);
}

/** A pronoun before its verb: « la corriger », « l’inscrire », « en donner ». */
function avant(pronom: string, verbe: string): string {
  const verb = infinitif(verbe);
  const low = verb.charAt(0).toLowerCase() + verb.slice(1);
  const joined = /^l[ea]$/.test(pronom) && commenceParVoyelle(low) ? `l’${low}` : `${pronom} ${low}`;
  return verb === low ? joined : joined.charAt(0).toUpperCase() + joined.slice(1);
}

const NIE = new RegExp(`(?:ne |n’)((?:l’|${PRONOM} )?)(${VERBE}) pas(?!\\p{L})`, 'giu');
const AVEC_PRONOM = new RegExp(`(?<!\\p{L})(${VERBE})-(${PRONOM})(?!\\p{L})`, 'giu');
const EN_EZ = new RegExp(`(?<!\\p{L})${AUTRES}(\\p{L}+ez)(?![\\p{L}-])`, 'gu');
const A_LA_TETE = new RegExp(`${TETE}(dites|faites)(?!\\p{L})`, 'giu');

/** A sentence in the imperative, in the infinitive: « Ne le comptez pas » is « ne pas le compter »; what is quoted is left as it is. */
export const aLInfinitif = (text: string): string =>
  text
    .split(/(« [^»]*»)/u)
    .map((part) =>
      part.startsWith('« ')
        ? part
        : part
            .replace(NIE, (_, pronom: string, verbe: string) => `ne pas ${pronom}${infinitif(verbe)}`)
            .replace(AVEC_PRONOM, (_, verbe: string, pronom: string) => avant(pronom, verbe))
            .replace(A_LA_TETE, (_, verbe: string) => infinitif(verbe))
            .replace(EN_EZ, (_, verbe: string) => infinitif(verbe)),
    )
    .join('');
