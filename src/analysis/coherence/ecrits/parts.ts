/** « la moitié des outils existent déjà », « aucun projet n’a été abandonné », « quatre projets sur cinq ont abouti »: how many of a whole are in a state, against those that are. */
import type { Study } from '../../../study/study.js';
import { phraseNue } from '../../../texte/identifiant.js';
import { nombreFr } from '../../../texte/nombres.js';
import { EN_LETTRES, quantitesEcrites } from '../../../texte/quantites-ecrites.js';
import { once } from '../../une-fois.js';
import { toutsDesPublics } from './diagnostic/touts-des-publics.js';
import { contientUn, DEBUT, type Dementi, FIN, type Lecteur } from './lecteur.js';
import { toutsDesProjets } from './projets/touts-des-projets.js';
import { FRACTION, fractionDe, valeurDe } from './propositions.js';
import { type Etat, type Tout, toutsDe } from './touts.js';

const TROP_VAGUE: Readonly<Record<string, readonly [plusQue: number, auPlus: number]>> = {
  'la plupart': [0.5, 1],
  'la majorite': [0.5, 1],
  'une majorite': [0.5, 1],
  'une minorite': [0, 0.5],
  'la quasi-totalite': [0.8, 1],
};
const PARTS = `(?:${Object.keys(TROP_VAGUE).join('|')}|la totalite|${FRACTION}|\\d+(?:,\\d+)? ?%)`;
/** A share is told by a fraction near it: by that much, and by more where a word says that it is not exact. */
const PRES = 0.07;
const ENVIRON = 0.1;
/** A percentage is told as it is counted. */
const POUR_CENT = 0.02;

function tient(share: number, fraction: string, comment: string): boolean {
  const [above, below] = TROP_VAGUE[fraction] ?? [];
  if (above !== undefined && below !== undefined) return share > above && share <= below;
  const percent = valeurDe(/^([\d,]+) ?%$/.exec(fraction)?.[1]);
  const said = percent === undefined ? (fraction === 'la totalite' ? 1 : fractionDe(fraction)) : percent / 100;
  if (said === null) return true;
  if (/plus/.test(comment)) return share > said;
  if (/moins/.test(comment)) return share < said;
  return Math.abs(share - said) <= (comment === '' ? (percent === undefined ? PRES : POUR_CENT) : ENVIRON);
}

const MOTS = [
  'besoin',
  'outil',
  'expérience',
  'acteur',
  'projet',
  'convention',
  'risque',
  'cible',
  'demande',
  'répondu',
  'essai',
  'questionnaire',
  'porteur',
];

/** A count of those in a state is of one alone: what is said of none, without its negation. */
const affirme = (singulier: string): string =>
  singulier.replaceAll(/n'|\bne /g, '').replaceAll(/\(\?: encore\)\?/g, '');
/** « une dizaine d’acteurs »: ten, or little more or less. */
const DIZAINES: Readonly<Record<string, number>> = {
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  centaine: 100,
};
const AUTOUR = 0.35;
const COMBIEN = `(?:\\d+ |${EN_LETTRES} )?`;
/** « sauf une »: those that are left out of all. */
const SAUF = `,? (?:sauf|hormis|a l'exception d[e'e]) ?(?<sauf>\\d+|${EN_LETTRES})(?: seule?)?(?: d'entre (?:elles|eux))?`;

/** What each pattern needs before it is made: they are long. */
const UNE_PART = /moitie|tiers|quart|ieme|plupart|majorite|minorite|totalite|%/;
const AUCUN = /\b(?:aucun|pas un|nul)/;
const UN_SUR = /\bune? seule? |\bsur /;
const DES = /\bdes\b/;
const NOMBRE = `\\d+|${EN_LETTRES}`;

function motifsDe({ noms, nom }: Tout, { pluriel, singulier }: Etat) {
  return {
    debut: once(() => new RegExp(`^${noms} `)),
    compte: once(
      () =>
        new RegExp(
          `^${noms} (?:sur (?:les )?(\\d+|${EN_LETTRES}) )?${pluriel}(?:${FIN}|(,? (?:et )?(?:les |l')(?:[a-z-]+ |\\d+ )?autres?\\b))`,
        ),
    ),
    part: once(
      () =>
        new RegExp(
          `${DEBUT}((?:un peu |bien |nettement )?(?:plus|moins) (?:de |d')|pres (?:de |d')|environ |quelque )?(${PARTS}) des ${COMBIEN}${noms} ${pluriel}${FIN}`,
        ),
    ),
    aucun: once(() => new RegExp(`${DEBUT}(?:aucune?|pas une?(?: seule?)?|nulle?) ${nom} ${singulier}${FIN}`)),
    tous: once(
      () => new RegExp(`${DEBUT}(?:tou(?:te)?s les|l'ensemble des) ${COMBIEN}${noms} ${pluriel}(?:${SAUF})?${FIN}`),
    ),
    des: once(() => new RegExp(`${DEBUT}(?:les )?(?<n>${NOMBRE}) des (?<sur>${NOMBRE}) ${noms} ${pluriel}${FIN}`)),
    dizaine: once(
      () =>
        new RegExp(
          `${DEBUT}une (?:petite |bonne )?(?<dizaine>${Object.keys(DIZAINES).join('|')}) (?:de |d')(?:nos )?${noms} ${pluriel}(?: a ce jour)?${FIN}`,
        ),
    ),
    dUn: once(() => new RegExp(`${DEBUT}une? ${nom} ${affirme(singulier)}${FIN}`)),
    un: once(
      () =>
        new RegExp(
          `${DEBUT}(?:une? (?:seule? )?${nom} sur (?<sur>\\d+|${EN_LETTRES})|(?<seul>une? seule?) ${nom}) ${affirme(singulier)}${FIN}`,
        ),
    ),
  };
}

/** The sentence says another number than the one of those in the state. */
function faux(plain: string, motifs: ReturnType<typeof motifsDe>, { total }: Tout, { nombres }: Etat): boolean {
  const [found, comment = '', fraction = ''] = UNE_PART.test(plain) ? (motifs.part().exec(plain) ?? []) : [];
  if (found !== undefined) return !nombres.some((count) => tient(count / total, fraction, comment));
  if (AUCUN.test(plain) && motifs.aucun().test(plain)) return nombres.every((count) => count > 0);
  const all = /\btou|ensemble/.test(plain) ? motifs.tous().exec(plain) : null;
  if (all) {
    const left = all.groups?.sauf === undefined ? 0 : valeurDe(all.groups.sauf);
    return left !== undefined && nombres.every((count) => count !== total - left);
  }
  const some = DES.test(plain) ? motifs.des().exec(plain)?.groups : undefined;
  if (some) return valeurDe(some.sur) === total && !nombres.some((count) => count === valeurDe(some.n));
  const ten = plain.includes('aine d') ? motifs.dizaine().exec(plain)?.groups?.dizaine : undefined;
  const around = ten === undefined ? undefined : DIZAINES[ten];
  if (around !== undefined) return nombres.every((count) => Math.abs(count - around) > AUTOUR * around);
  // One is told as some are: it is false of none.
  if (nombres.every((count) => count === 0) && motifs.dUn().test(plain)) return true;
  const one = UN_SUR.test(plain) ? motifs.un().exec(plain)?.groups : undefined;
  return one !== undefined && (one.seul !== undefined || valeurDe(one.sur) === total) && !nombres.includes(1);
}

export function partsEcrites(study: Study): Lecteur {
  // The patterns of a state are long to make, and its numbers to count: both are where the sentence has its words.
  const wholes = once(() => {
    const all = [
      ...toutsDe(study),
      ...toutsDesProjets(study),
      ...(study.besoins.length > 0 ? toutsDesPublics(study) : []),
    ];
    const words = ({ pluriel, singulier }: Etat): string => `${pluriel}|${singulier}|${affirme(singulier)}`;
    return {
      parmi: new RegExp(all.flatMap(({ etats }) => etats.map(words)).join('|') || '(?!)'),
      touts: all.map((whole) => ({
        whole,
        etats: whole.etats.map((etat) => ({
          etat,
          mots: new RegExp(words(etat)),
          motifs: motifsDe(whole, etat),
        })),
      })),
    };
  });
  return (phrase, ou) => {
    if (!/^(?:diagnostic|scenarios|bilan|evaluation|fiches-projets)\b/.test(ou) || !contientUn(phrase, MOTS)) return [];
    const plain = phraseNue(phrase);
    const { parmi, touts } = wholes();
    if (!parmi.test(plain)) return [];
    return touts.flatMap(({ whole, etats }): Dementi[] =>
      whole.ou.test(ou) && estNomme(whole, plain)
        ? etats.flatMap(({ etat, mots, motifs }): Dementi[] => {
            if (!mots.test(plain) || whole.total === 0) return [];
            const valeur = compteFaux(phrase, whole, etat, motifs);
            if (valeur === undefined && !faux(plain, motifs, whole, etat)) return [];
            const dit = `l’étude en compte ${etat.nombres.slice(0, 1).map(nombreFr).join()} sur ${nombreFr(whole.total)} (${etat.dit})`;
            return [{ dit, contre: [etat.contre], ...(valeur === undefined ? {} : { valeur }) }];
          })
        : [],
    );
  };
}

/** Whether a sentence has the noun of a whole, where it is one word. */
const estNomme = ({ nom }: Tout, plain: string): boolean => !/^[a-z]+$/.test(nom) || plain.includes(nom);

/** « les sept conventions ont été signées », « quatre projets sur cinq ont abouti »: a count in the place of a share. One that is less than those in the state may be of some of them. */
function compteFaux(
  phrase: string,
  { total }: Tout,
  { nombres }: Etat,
  { compte, debut }: ReturnType<typeof motifsDe>,
): number | undefined {
  return quantitesEcrites(phrase).find(({ valeur, avant, suite }) => {
    if (!debut().test(suite)) return false;
    const before =
      /(?:^|[.;:!?] ?)(?:(?:et|mais|or|car|au total,?|grace (?:a|au|aux) [^,.;:!?]{3,60},) ?)? ?(les|seule?s?|seulement)?$/.exec(
        avant,
      );
    if (!before) return false;
    const [found, sur, autres] = compte().exec(suite) ?? [];
    if (found === undefined || nombres.includes(valeur)) return false;
    if (sur !== undefined) return quantitesEcrites(sur)[0]?.valeur === total;
    // « Deux projets sont terminés, les trois autres… » leaves none aside.
    return before[1] !== undefined || autres !== undefined || nombres.every((count) => valeur > count);
  })?.valeur;
}
