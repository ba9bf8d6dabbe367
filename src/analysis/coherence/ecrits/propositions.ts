/** What a sentence says one thing at a time: its parts between stops, and the quantities, days and names that they are made of. */
import { MOIS_NUS } from '../../../texte/dates-ecrites.js';
import { phraseNue, sansArticle } from '../../../texte/identifiant.js';
import { parTexte } from '../../../texte/par-texte.js';
import { EN_LETTRES, quantitesEcrites } from '../../../texte/quantites-ecrites.js';

/** Words that link a part to what comes before it, and change nothing of what it says. */
const LIEN =
  /^(?:(?:et|mais|or|car|ainsi|enfin|donc|finalement|au total|en tout),? )*(?:grace (?:a|au|aux) [^,]{3,60}, )?/;

/** « , qui a réuni douze personnes, »: what is said beside of what has just been named, and « elles », that names it again. */
const INCISE =
  /, (?:(?:qui|que|dont|ou|avec|avant|apres|(?:nee?s?|lancee?s?|creee?s?|arretee?s?|ouverte?s?|portee?s?) (?:en|par|le|depuis)) [^,]*|qu'[^,]*|eux|lui|elles?),(?= )/g;

/** The same, without what is said beside; « c’est le réseau qui coûte le plus » is of the « réseau ». */
function sansIncise(part: string): string {
  const bare = part.includes(', ') ? part.replace(INCISE, '') : part;
  const [, nom, suite] = bare.startsWith('c') ? (/^(?:c'est|ce sont) (.+?) qui (.+)$/.exec(bare) ?? []) : [];
  return nom === undefined ? bare : `${nom} ${suite}`;
}

/**
 * The parts of a sentence between its stops, in lower case without accents, each without the word that links it to another. What is asked is left out,
 * and what a quotation that is still open says: it is another's.
 */
export const propositionsEntieres = parTexte((phrase: string): readonly string[] => {
  const plain = phraseNue(phrase);
  const found: string[] = [];
  let open = 0;
  for (const [part, stop] of plain.matchAll(/[^;:!?.()]*(?:\.(?=\d)[^;:!?.()]*)*([;:!?.()]?)/g)) {
    const quoted = open > 0;
    if (/[«»]/.test(part)) for (const sign of part) open += sign === '«' ? 1 : sign === '»' ? -1 : 0;
    const text = (stop ? part.slice(0, -1) : part).trim().replace(LIEN, '');
    if (text.length > 8 && !quoted && open === 0 && stop !== '?') found.push(text);
  }
  return found;
});

/** The same without what is said beside. */
export const propositions = parTexte((phrase: string): readonly string[] =>
  propositionsEntieres(phrase).map(sansIncise),
);

/** A name as it stands in such a part, without its article nor the marks that quote it. */
export const nomNu = (texte: string): string =>
  sansArticle(texte.trim())
    .replace(/^« ?| ?»$/g, '')
    .replace(/^(?:le |la |les |l')/, '');

/** The first words of some names, by which a part of a sentence that begins by one is known before any pattern is tried. */
export const premiersMots = (noms: Iterable<string>): ReadonlySet<string> =>
  new Set([...noms].map((nom) => /^[a-z0-9]+/.exec(nomNu(nom))?.[0] ?? ''));

/** The first word of a part that is of a name: « le projet de jardin partagé » begins by « jardin ». */
export const premierMot = (part: string): string =>
  /^[a-z0-9]+/.exec(
    nomNu(part.replace(/^(?:le |la |les )?(?:projet|scenario)s? (?:« ?|de la |de l'|de |du |des |d'|)/, '')),
  )?.[0] ?? '';

/** A count as digits or letters write it, without group. */
export const NOMBRE = `(?:\\d[\\d ]*(?:,\\d+)?|${EN_LETTRES})`;

export const valeurDe = (texte: string | undefined): number | undefined =>
  texte === undefined ? undefined : quantitesEcrites(texte)[0]?.valeur;

/** « le 19 avril 2018 », « en avril 2018 », « en avril »: a day or a month, the year being left out or not. */
export const QUAND = `(?:le (?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi) )?(?<jour>\\d{1,2})(?:er)? |en |au mois d[e'] ?|debut |fin |mi-)(?<mois>${MOIS_NUS.join('|')})(?: (?<annee>\\d{4}))?`;

export interface Quand {
  jour?: number;
  mois: number;
  annee?: string;
}

export function quandDe(groupes: Readonly<Record<string, string | undefined>> | undefined): Quand | null {
  const mois = MOIS_NUS.indexOf(groupes?.mois ?? '') + 1;
  if (mois === 0) return null;
  const { jour, annee } = groupes ?? {};
  return {
    mois,
    ...(jour === undefined ? {} : { jour: Number(jour) }),
    ...(annee === undefined ? {} : { annee }),
  };
}

/** Whether a date of the study may be the one that is told: what either leaves out is not compared. */
export const memeDate = (date: string, { jour, mois, annee }: Quand): boolean =>
  (annee === undefined || date.startsWith(annee)) &&
  (date.length < 7 || Number(date.slice(5, 7)) === mois) &&
  (jour === undefined || date.length < 10 || Number(date.slice(8, 10)) === jour);

/** Fractions in words, without accents: « la moitié », « les quatre cinquièmes ». */
const DENOMINATEURS: Readonly<Record<string, number>> = {
  ...{ tiers: 3, quart: 4, cinquieme: 5, sixieme: 6, septieme: 7, huitieme: 8, dixieme: 10 },
};
export const FRACTION = `(?:la moitie|(?:un|le|les|${EN_LETTRES}|les ${EN_LETTRES}) (?:${Object.keys(DENOMINATEURS).join('|')})s?)`;

/** What such a fraction is worth; null where it is none. */
export function fractionDe(texte: string): number | null {
  if (texte === 'la moitie') return 0.5;
  const [, count = '', noun = ''] = /^(?:les )?(.+) ([a-z]+)$/.exec(texte) ?? [];
  const below = DENOMINATEURS[noun] ?? DENOMINATEURS[noun.replace(/s$/, '')];
  const above = /^(?:un|le|les)$/.test(count) ? 1 : valeurDe(count);
  return below === undefined || above === undefined || above > below ? null : above / below;
}
