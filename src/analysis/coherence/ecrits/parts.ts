/** « la moitié des outils existent déjà », « aucun projet n’a été abandonné », « quatre projets sur cinq ont abouti »: how many of a whole are in a state, against those that are. */
import type { Study } from '../../../study/study.js';
import { phraseNue } from '../../../texte/identifiant.js';
import { nombreFr } from '../../../texte/nombres.js';
import { EN_LETTRES, quantitesEcrites } from '../../../texte/quantites-ecrites.js';
import { once } from '../../une-fois.js';
import { contientUn, DEBUT, type Dementi, FIN, type Lecteur } from './lecteur.js';
import { DU_BILAN, DU_DIAGNOSTIC, type Etat, type Tout, toutsDe } from './touts.js';

const FRACTIONS: Readonly<Record<string, number>> = {
  ...{ 'la moitie': 0.5, 'un tiers': 1 / 3, 'le tiers': 1 / 3, 'deux tiers': 2 / 3, 'les deux tiers': 2 / 3 },
  ...{ 'un quart': 0.25, 'le quart': 0.25, 'trois quarts': 0.75, 'les trois quarts': 0.75, 'un cinquieme': 0.2 },
  ...{ 'la plupart': 0.5, 'la majorite': 0.5, 'une majorite': 0.5 },
};
const PLUS_QUE = /^(?:la plupart|la majorite|une majorite)$/;
/** A share is told by a fraction near it: by that much, and by more where a word says that it is not exact. */
const PRES = 0.07;
const ENVIRON = 0.1;

function tient(share: number, fraction: string, comment: string): boolean {
  const said = FRACTIONS[fraction] ?? Number.NaN;
  if (/plus/.test(comment)) return share > said;
  if (/moins/.test(comment)) return share < said;
  if (PLUS_QUE.test(fraction)) return share > said;
  return Math.abs(share - said) <= (comment === '' ? PRES : ENVIRON);
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
];

/** The sentence says another number than the one of those in the state. */
function faux(plain: string, { noms, nom, total }: Tout, etat: Etat): boolean {
  const { pluriel, singulier } = etat;
  const of = `(?:${Object.keys(FRACTIONS).join('|')})`;
  const part = new RegExp(
    `${DEBUT}((?:un peu |bien |nettement )?(?:plus|moins) (?:de |d')|pres (?:de |d')|environ |quelque )?(${of}) des (?:\\d+ |${EN_LETTRES} )?${noms} ${pluriel}${FIN}`,
  );
  const [found, comment = '', fraction = ''] = part.exec(plain) ?? [];
  if (found !== undefined) return !etat.nombres.some((count) => tient(count / total, fraction, comment));
  if (new RegExp(`${DEBUT}aucune? ${nom} ${singulier}${FIN}`).test(plain))
    return etat.nombres.every((count) => count > 0);
  if (new RegExp(`${DEBUT}tou(?:te)?s les (?:\\d+ |${EN_LETTRES} )?${noms} ${pluriel}${FIN}`).test(plain))
    return etat.nombres.every((count) => count < total);
  return false;
}

export function partsEcrites(study: Study): Lecteur {
  // The patterns of a state are long to make, and its numbers to count: both are where the sentence has its words.
  const wholes = once(() => {
    const all = toutsDe(study);
    const words = ({ pluriel, singulier }: Etat): string => `${pluriel}|${singulier}`;
    return {
      parmi: new RegExp(all.flatMap(({ etats }) => etats.map(words)).join('|') || '(?!)'),
      touts: all.map((whole) => ({
        whole,
        etats: whole.etats.map((etat) => ({ etat, mots: new RegExp(words(etat)) })),
      })),
    };
  });
  return (phrase, ou) => {
    if (!(DU_DIAGNOSTIC.test(ou) || DU_BILAN.test(ou)) || !contientUn(phrase, MOTS)) return [];
    const plain = phraseNue(phrase);
    const { parmi, touts } = wholes();
    if (!parmi.test(plain)) return [];
    return touts.flatMap(({ whole, etats }): Dementi[] =>
      whole.ou.test(ou)
        ? etats.flatMap(({ etat, mots }): Dementi[] => {
            if (!mots.test(plain) || whole.total === 0) return [];
            const valeur = compteFaux(phrase, whole, etat);
            if (valeur === undefined && !faux(plain, whole, etat)) return [];
            const dit = `l’étude en compte ${etat.nombres.slice(0, 1).map(nombreFr).join()} sur ${nombreFr(whole.total)} (${etat.dit})`;
            return [{ dit, contre: [etat.contre], ...(valeur === undefined ? {} : { valeur }) }];
          })
        : [],
    );
  };
}

/** « les sept conventions ont été signées », « quatre projets sur cinq ont abouti »: a count in the place of a share. One that is less than those in the state may be of some of them. */
function compteFaux(phrase: string, { noms, total }: Tout, etat: Etat): number | undefined {
  return quantitesEcrites(phrase).find(({ valeur, avant, suite }) => {
    const before =
      /(?:^|[.;:!?] ?)(?:(?:et|mais|or|car|au total,?|grace (?:a|au|aux) [^,.;:!?]{3,60},) ?)? ?(les|seule?s?|seulement)?$/.exec(
        avant,
      );
    const [found, sur] =
      new RegExp(`^${noms} (?:sur (?:les )?(\\d+|${EN_LETTRES}) )?${etat.pluriel}${FIN}`).exec(suite) ?? [];
    if (!before || found === undefined || etat.nombres.includes(valeur)) return false;
    if (sur !== undefined) return quantitesEcrites(sur)[0]?.valeur === total;
    return before[1] !== undefined || etat.nombres.every((count) => valeur > count);
  })?.valeur;
}
