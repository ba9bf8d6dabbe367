/** The rules by which a criterion counts, in words: with them and the measures, a reader finds every score and rank again. */

import { valeurEnClair } from '../../analysis/scenarios/indicateurs/indicateurs.js';
import type { Critere } from '../../analysis/scenarios/indicateurs/mesures.js';
import { accord, compte, enumerer } from '../../texte/accords.js';
import { commeEcrit, nombreFr } from '../../texte/nombres.js';

type Valeur = NonNullable<Critere['valeur']>;

const pour = (mesure: string, valeur: number, verbe = 'vaut'): string => `${mesure} ${verbe} ${nombreFr(valeur * 100)}`;

const VALEURS: Readonly<Record<Valeur['type'], (valeur: Valeur, unite: string) => string>> = {
  lineaire: () => 'linéaire',
  points: ({ points = [] }, unite) =>
    `par points : ${enumerer(points.map(([x = 0, v = 0]) => pour(valeurEnClair({ valeur: x, unite }), v, accord(x, 'vaut', 'valent'))))}`,
  exponentielle: ({ courbure = 1 }) => `exponentielle, courbure ${commeEcrit(courbure)}`,
  table: ({ table = {} }) => `par table : ${enumerer(Object.entries(table).map(([mot, v]) => pour(mot, v)))}`,
};

/** « linéaire », « par points : 0 vaut 0, 600 vaut 70 et 1 500 vaut 100 ». */
export const valeurDuCritere = ({ valeur, echelle }: Critere): string =>
  valeur ? VALEURS[valeur.type](valeur, echelle.unite) : VALEURS.lineaire({ type: 'lineaire' }, '');

/** What a value that is not a straight line follows, for those that the criteria employ. */
export function formulesDesValeurs(criteres: readonly Critere[]): string {
  const has = (type: Valeur['type']): boolean => criteres.some(({ valeur }) => valeur?.type === type);
  return [
    has('points') ? ' Par points : en ligne droite d’un point au suivant.' : '',
    has('exponentielle')
      ? ' Exponentielle : 100 × (1 − e^(−c × z)) ÷ (1 − e^(−c)), où c est la courbure et z la part du chemin de « vaut 0 » à « vaut 100 ».'
      : '',
  ].join('');
}

type Preference = NonNullable<Critere['preference']>;
type Kind = Exclude<Preference['type'], 'lineaire' | 'v'>;

/** The thresholds between which a gap counts in proportion, for a criterion that does not say another way. */
const bornes = ({ preference, echelle }: Critere): [sansImportance: number, decisif: number] => {
  const { type, indifference = 0, preference: decisif = (echelle.max - echelle.min) / 2 } = preference ?? { type: 'v' };
  return [type === 'v' ? 0 : indifference, decisif];
};

const AUTREMENT: Readonly<Record<Kind, (q: string, p: string, s: string) => string>> = {
  usuelle: () => 'tout écart compte pour 1',
  u: (q) => `un écart compte pour 1 au-delà de ${q}, pour rien jusque-là`,
  niveau: (q, p) => `un écart compte pour la moitié au-delà de ${q}, pour 1 au-delà de ${p}, pour rien jusque-là`,
  gauss: (_, __, s) => `un écart d compte pour 1 − e^(−d² ÷ 2s²), où s est ${s}`,
};

const isKind = (type: Preference['type'] | undefined): type is Kind =>
  type !== undefined && type !== 'lineaire' && type !== 'v';

/** « Coût, 5 000 €/an et 60 000 €/an », then the criteria on which a gap counts another way. */
function ecarts(criteres: readonly Critere[]): { seuils: string[]; autrement: string[] } {
  const [seuils, autrement]: [string[], string[]] = [[], []];
  for (const critere of criteres) {
    const { preference, libelle, echelle } = critere;
    const [q, p] = bornes(critere);
    const clair = (x: number): string => (x === 0 ? '0' : valeurEnClair({ valeur: x, unite: echelle.unite }));
    if (isKind(preference?.type))
      autrement.push(`${libelle} : ${AUTREMENT[preference.type](clair(q), clair(p), clair(preference.ecart ?? p))}`);
    else if (preference) seuils.push(`${libelle}, ${clair(q)} et ${clair(p)}`);
  }
  return { seuils, autrement };
}

/** Whether a small gap counts for nothing on a criterion. */
const aUnSeuil = ({ preference }: Critere): boolean =>
  preference !== undefined &&
  preference.type !== 'usuelle' &&
  preference.type !== 'v' &&
  preference.type !== 'gauss' &&
  preference.indifference !== undefined &&
  preference.indifference > 0;

/** What the comparison two by two does otherwise: whether a small gap counts depends on the thresholds that the study wrote. */
export function differenceDuSurclassement(criteres: readonly Critere[]): string {
  const seuils = criteres.filter(aUnSeuil).length;
  const petit =
    seuils === 0
      ? 'un écart y pèse à sa mesure'
      : seuils === criteres.length
        ? 'un petit écart n’y pèse rien'
        : `un petit écart n’y pèse rien pour ${compte(seuils, 'critère', 'critères')} sur ${criteres.length}`;
  return `compare les scénarios deux à deux : ${petit} ; un très grand n’y pèse pas plus qu’un écart décisif`;
}

/** How the two other methods compute, with the thresholds that the study gave. */
export function calculDesMethodes(criteres: readonly Critere[]): string {
  const { seuils, autrement } = ecarts(criteres);
  const muets = criteres.filter(({ preference }) => !preference).length;
  const defaut =
    muets === 0 ? [] : [`${muets === criteres.length ? '' : 'pour les autres, '}0 et la moitié de l’échelle`];
  const proportion = [...seuils, ...defaut].join(' ; ');
  return [
    'Proximité à l’idéal : une mesure est divisée par la racine de la somme des carrés de celles de son critère, puis multipliée par le poids ; la note est la distance aux pires mesures ÷ la somme des distances aux pires et aux meilleures.',
    'Surclassement : la note est la moyenne, pondérée, de ce qu’un scénario gagne sur les autres moins ce qu’il perd.',
    proportion === ''
      ? ''
      : `Un écart compte pour rien jusqu’à un premier seuil, pour 1 à partir d’un second, à proportion entre les deux (${proportion}).`,
    autrement.length === 0 ? '' : `${autrement.join(' ; ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
