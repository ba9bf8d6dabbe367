/** Plural of a French noun group, and the gender of its noun: rules with their lists of exceptions (Grevisse, « Le bon usage », § 523-534). */

const EN_AUX_AIL = new Set(['bail', 'corail', 'émail', 'soupirail', 'travail', 'vantail', 'vitrail']);
const AL_EN_ALS = new Set([
  'aval',
  'bal',
  'banal',
  'cal',
  'carnaval',
  'chacal',
  'fatal',
  'festival',
  'final',
  'natal',
  'naval',
  'récital',
  'régal',
]);
const OU_EN_OUX = new Set(['bijou', 'caillou', 'chou', 'genou', 'hibou', 'joujou', 'pou']);
const EU_EN_EUS = new Set(['bleu', 'pneu', 'lieu-dit']);
/** What ends the part of a group that agrees: « jours de travail », « actions conduites par le Parc ». */
const FIN_D_ACCORD = new Set([
  'de',
  'du',
  'des',
  'à',
  'au',
  'aux',
  'en',
  'par',
  'pour',
  'sans',
  'avec',
  'sur',
  'dans',
  'entre',
  'hors',
  'qui',
  'que',
]);
const INVARIABLES = new Set(['non', 'très', 'peu', 'plus', 'moins', 'encore', 'et', 'ou', 'déjà', 'euro-compatible']);

/** A sign or a symbol of unit takes no plural: « € », « km² », « kWh/an ». */
const SYMBOLE = /^(?:[^\p{L}]+|[cdhkmµ]?[glm]|[cdhkm]?m[²³]|k€|[kMG]?Wh?|ha|h|min|kgCO2e?|t)(?:\/.*)?$/u;

function motAuPluriel(mot: string): string {
  const bas = mot.toLowerCase();
  if (SYMBOLE.test(mot)) return mot;
  if (INVARIABLES.has(bas) || /[sxz]$/.test(bas) || /^\p{Lu}{2,}$/u.test(mot) || /\d$/.test(mot)) return mot;
  if (/al$/.test(bas)) return AL_EN_ALS.has(bas) ? `${mot}s` : `${mot.slice(0, -2)}aux`;
  if (EN_AUX_AIL.has(bas)) return `${mot.slice(0, -3)}aux`;
  if (/(eau|au|œu)$/.test(bas)) return `${mot}x`;
  if (/eu$/.test(bas)) return EU_EN_EUS.has(bas) ? `${mot}s` : `${mot}x`;
  if (OU_EN_OUX.has(bas)) return `${mot}x`;
  return `${mot}s`;
}

/** « besoin non couvert » → « besoins non couverts »; « jour de travail » → « jours de travail ». */
export function pluriel(groupe: string): string {
  let agrees = true;
  return groupe
    .split(' ')
    .map((mot) => {
      if (FIN_D_ACCORD.has(mot.toLowerCase()) || /^[ld]['’]/i.test(mot)) agrees = false;
      return agrees ? motAuPluriel(mot) : mot;
    })
    .join(' ');
}

/** Endings whose last « s » is the word's own (« mois », « repas », « parcours »), and the words that do lose it. */
const EN_S = /(?:is|as|ps|ss|us|ours)$/;
const PERDENT_LEUR_S = new Set(['jours', 'tours', 'fours', 'individus', 'élus', 'amis', 'essais']);

function motAuSingulier(mot: string): string {
  if (!/^[\p{Ll}-]{3,}s$/u.test(mot) || (EN_S.test(mot) && !PERDENT_LEUR_S.has(mot))) return mot;
  return mot.slice(0, -1);
}

/**
 * A unit as it agrees with a number: « 1 point », « 0,5 commande/an », « 12 commandes/an », « 1 heure de travail ». What follows « / » or a preposition stays as it
 * is, and so does an abbreviation (ETP, hab., kWh) or a product (« probabilité × gravité »), which is no noun.
 */
export function uniteAccordee(n: number, unite: string): string {
  if (unite.includes('×')) return unite;
  const [head = '', ...below] = unite.split('/');
  let agrees = true;
  const words = head.split(' ').map((mot) => {
    if (FIN_D_ACCORD.has(mot.toLowerCase()) || /^[ld]['’]/i.test(mot)) agrees = false;
    if (!agrees) return mot;
    const un = motAuSingulier(mot);
    return Math.abs(n) < 2 ? un : /^[\p{Ll}-]{4,}$/u.test(un) ? motAuPluriel(un) : mot;
  });
  return [words.join(' '), ...below].join('/');
}

const FEMININS = new Set([
  'case',
  'clause',
  'faute',
  'hypothèse',
  'cible',
  'réunion',
  'lettre',
  'phase',
  'valeur',
  'réponse',
  'annexe',
  'carte',
  'leçon',
  'offre',
  'alerte',
  'méthode',
  'commune',
  'demande',
  'personne',
  'rencontre',
  'voix',
  'fiche',
  'école',
  'mairie',
  'ferme',
  'haie',
  'mare',
  'heure',
  'semaine',
  'journée',
  'règle',
  'étape',
  'tâche',
  'somme',
  'aide',
  'charge',
  'recette',
  'dépense',
  'structure',
  'entreprise',
  'équipe',
  'étude',
  'ville',
  'parcelle',
  'visite',
  'piste',
  'réserve',
  'source',
  'page',
  'note',
  'épreuve',
  'ligne',
  'part',
  'fois',
  'main',
  'clé',
  'forêt',
  'loi',
  'fin',
  'eau',
  'cause',
]);
const FIN_FEMININE =
  /(tion|sion|xion|aison|ance|ence|ette|esse|euse|trice|ité|été|ée|ie|ure|ude|ise|elle|enne|ière|ade)$/;
/** Masculine in spite of their ending. */
const MASCULINS = new Set([
  'musée',
  'lycée',
  'trophée',
  'comité',
  'traité',
  'arrêté',
  'côté',
  'été',
  'génie',
  'parapluie',
  'incendie',
  'murmure',
  'augure',
  'silence',
  'squelette',
  'prélude',
  'bastion',
  'stade',
  'grade',
]);

/** Adjectives that come before a noun and have no gender of their own: « autre méthode ». */
const SANS_GENRE: ReadonlySet<string> = new Set(['autre', 'autres', 'même', 'mêmes']);

/** Gender of the first noun of a group, singular or plural: by list, then by its ending. */
export function estFeminin(groupe: string): boolean {
  const [premier = '', second = ''] = groupe.toLowerCase().split(' ');
  const mot = second !== '' && SANS_GENRE.has(premier) ? second : premier;
  const formes = [mot, mot.replace(/s$/, '')];
  return !formes.some((one) => MASCULINS.has(one)) && formes.some((one) => FEMININS.has(one) || FIN_FEMININE.test(one));
}
