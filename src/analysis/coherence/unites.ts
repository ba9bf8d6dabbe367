/** What a unit written by hand counts, when that is certain: a unit that is none of these is compared with nothing. */
import { nu } from '../../texte/identifiant.js';

export type SorteDUnite =
  | 'euros'
  | 'densite'
  | 'habitants'
  | 'communes'
  | 'hectares'
  | 'km2'
  | 'autre-compte'
  | 'part'
  | 'points'
  | 'mois'
  | 'annees'
  | 'semaines'
  | 'jours'
  | 'etp';

/** In their order: « €/hab. » is money, « hab./km² » a density. */
const SORTES: readonly (readonly [SorteDUnite, RegExp])[] = [
  ['euros', /€|\bk?eur(os?)?\b/],
  ['densite', /^hab(s|itants?)?\s?(\/|par)\s?(km2|km²|kilometre carre)$/],
  ['habitants', /^(hab|habs|habitants?|personnes?|individus?)$/],
  ['communes', /^communes?$/],
  ['hectares', /^(ha|hectares?)$/],
  ['km2', /^(km2|km²|kilometres? carres?)$/],
  [
    'autre-compte',
    /^(menages?|foyers?|logements?|emplois?|exploitations?|entreprises?|associations?|membres?|departements?|intercommunalites?|epci|cantons?)$/,
  ],
  ['part', /^(%|pour ?cent|pourcentages?|parts?)$/],
  ['points', /^points?( sur \d+)?$/],
  ['mois', /^mois\b/],
  ['annees', /^(ans?|annees?)$/],
  ['semaines', /^semaines?$/],
  ['jours', /^jours?( ouvres?)?$/],
  ['etp', /\betp\b|equivalents? (a )?temps|temps plein/],
];

/** Capitals, accents, full stops and spaces do not count. */
export function sorteDUnite(unite: string): SorteDUnite | null {
  const plain = nu(unite).replaceAll('.', '').replace(/\s+/g, ' ').trim();
  return SORTES.find(([, words]) => words.test(plain))?.[0] ?? null;
}
