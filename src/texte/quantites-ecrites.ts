/** Quantities as a French sentence writes them, in letters or in digits, with the words that follow: « dix-sept foyers », « 1 825 heures par an ». */
import { phraseNue } from './identifiant.js';
import { CHIFFRES, valeurEcrite } from './nombres-ecrits.js';
import { parTexte } from './par-texte.js';

const UNITES: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  cent: 100,
  cents: 100,
  mille: 1000,
};

const MOT = Object.keys(UNITES)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** The words of one number, as a pattern: « cent cinquante », « vingt et un ». */
export const EN_LETTRES = String.raw`(?:${MOT})(?:(?:-|\s|\set\s|-et-)(?:${MOT}))*`;

/** The letters and the numbers that French texts hold, by their codes: with those of every writing, whatever their case, the pattern takes three times as long to make. */
const SIGNES = 'A-Za-z0-9À-ÖØ-öø-ɏªµº²³¹¼-¾';
const QUANTITE = new RegExp(`(?<![${SIGNES}/,.-])(?:${CHIFFRES}|(${EN_LETTRES}))(?![${SIGNES}/])`, 'gi');

/** « cent cinquante » is 150, « quatre-vingt-dix » 90. */
function valeurDesMots(words: string): number {
  let whole = 0;
  let left = 0;
  for (const word of words.toLowerCase().split(/[-\s]+/)) {
    const value = UNITES[word];
    if (value === undefined) continue;
    if (value === 1000) {
      whole += (left || 1) * 1000;
      left = 0;
    } else if (value === 100) left = (left || 1) * 100;
    else if (value === 20 && left % 100 === 4) left += 76;
    else left += value;
  }
  return whole + left;
}

export interface QuantiteEcrite {
  valeur: number;
  /** As it is written: « dix-sept », « 1 825 ». */
  ecrit: string;
  /** What comes before it and after it in the text, in lower case, without accents, apostrophes straight. */
  avant: string;
  suite: string;
}

/** Every quantity of a text, in its order. « Un » alone, which is most often an article, is 1: those who count from two leave it. */
export const quantitesEcrites = parTexte((texte): readonly QuantiteEcrite[] =>
  [...texte.matchAll(QUANTITE)].map(({ 0: ecrit, 1: integer, 2: decimals, 3: words, index }) => {
    const [before, after] = [texte.slice(0, index), texte.slice(index + ecrit.length)];
    let [avant, suite]: (string | undefined)[] = [];
    return {
      valeur: words === undefined ? valeurEcrite(integer ?? '', decimals) : valeurDesMots(words),
      ecrit,
      get avant() {
        avant ??= phraseNue(before);
        return avant;
      },
      get suite() {
        suite ??= phraseNue(after);
        return suite;
      },
    };
  }),
);

/** The words of a text in the singular, without accents: what a noun is recognised by. « à », « des » and other short words are none. */
export const motsDe = (texte: string): string[] =>
  phraseNue(texte)
    .split(/[^a-z0-9%€²³]+/)
    .filter((word) => word.length > 2 || /[%€]/.test(word))
    .map((word) => word.replace(/(?<=.{3})[sx]$/, ''));

/** Whether two of them are of one family: « réponse » and « répondre », « participants » and « participent » have the same five first letters. */
export const memeMot = (a: string, b: string): boolean =>
  a === b || (a.length > 4 && b.length > 4 && a.slice(0, 5) === b.slice(0, 5));
