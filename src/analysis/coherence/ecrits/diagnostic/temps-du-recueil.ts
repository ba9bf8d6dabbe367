/** « trois ateliers se sont tenus », « le forum s’est tenu le 13 mai 2024 »: how many times of the participation a sentence counts, and the day that it gives to the only one of its kind. */
import { sum } from 'd3-array';
import type { Study } from '../../../../study/study.js';
import { compteEnLettres } from '../../../../texte/accords.js';
import { dateEnLettres } from '../../../../texte/dates.js';
import { MOIS_NUS } from '../../../../texte/dates-ecrites.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { EN_LETTRES, quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { contientUn, DEBUT, type Dementi, FIN, type Lecteur } from '../lecteur.js';
import { DU_DIAGNOSTIC } from '../touts.js';

type Temps = Study['participation'][number];

const MOIS = MOIS_NUS.join('|');
const SORTES = { atelier: 'ateliers', entretien: 'entretiens', forum: 'forums', visite: 'visites' } as const;
const UN = Object.keys(SORTES).join('|');
const TENUS =
  '(?:se sont tenue?s|ont eu lieu|ont ete (?:tenus|tenues|menes|menees|conduits|organises|organisees|realises))';
const COMPTES = new RegExp(
  `${DEBUT}(les |seule?s? |seulement )?(\\d+|${EN_LETTRES}) (${Object.values(SORTES).join('|')}) ${TENUS}(?: en (${MOIS}) (\\d{4}))?${FIN}`,
  'g',
);
const LE_JOUR = new RegExp(
  `${DEBUT}(?:l'|le |la )(${UN})(?: d[eu]s? [^,.;:]{2,40}| d'[^,.;:]{2,40})? (?:s'est tenue?|a eu lieu) le (\\d{1,2})(?:er)? (${MOIS})(?: (\\d{4}))?${FIN}`,
  'g',
);

/** How many times one entry stands for; null where it does not say, and may be several. */
const nombreDe = ({ nombre, type, titre = '' }: Temps): number | null =>
  nombre ?? (type === 'entretien' || /^\p{L}+s\b/u.test(titre) ? null : 1);

function comptes(tenus: readonly Temps[], match: RegExpMatchArray): Dementi[] {
  const [, all, count = '', plural = '', month, year] = match;
  const type = Object.entries(SORTES).find(([, name]) => name === plural)?.[0];
  const when = month === undefined ? null : `${year}-${String(MOIS_NUS.indexOf(month) + 1).padStart(2, '0')}`;
  const same = tenus.filter((one) => one.type === type);
  // One that lasts, or whose month is not known, may be of that month in part.
  if (same.length === 0 || (when !== null && same.some(({ date, fin }) => date.length < 7 || fin !== undefined)))
    return [];
  const counted = same.filter(({ date }) => when === null || date.startsWith(when)).map(nombreDe);
  const [value, total] = [quantitesEcrites(count)[0]?.valeur, sum(counted)];
  if (value === undefined || counted.includes(null) || total === 0 || value === total) return [];
  // Fewer may be some of them.
  if (value < total && all === undefined && when === null) return [];
  const [one = '', several = ''] = [type, plural];
  return [
    {
      valeur: value,
      dit: `le journal compte ${compteEnLettres(total, one, several).toLowerCase()}${month ? ` en ${month === 'fevrier' ? 'février' : month === 'aout' ? 'août' : month === 'decembre' ? 'décembre' : month} ${year}` : ''}`,
      contre: ['participation'],
    },
  ];
}

function jour(tenus: readonly Temps[], [, type = '', day = '', month = '', year]: RegExpMatchArray): Dementi[] {
  const [only, ...others] = tenus.filter((one) => one.type === type);
  if (!only || others.length > 0 || only.date.length < 10 || only.fin !== undefined || (only.nombre ?? 1) > 1)
    return [];
  const said = `-${String(MOIS_NUS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year === undefined ? only.date.endsWith(said) : only.date === `${year}${said}`) return [];
  return [{ dit: `le journal le date du ${dateEnLettres(only.date)}`, contre: [`participation/${only.id}/date`] }];
}

export function tempsDuRecueil({ participation }: Study): Lecteur {
  const held = participation.filter(({ etat }) => etat !== 'annulee');
  return (phrase, ou) => {
    if (!DU_DIAGNOSTIC.test(ou) || !contientUn(phrase, Object.keys(SORTES)) || !/tenu|lieu|été/.test(phrase)) return [];
    const plain = phraseNue(phrase);
    return [
      ...[...plain.matchAll(COMPTES)].flatMap((match) => comptes(held, match)),
      ...[...plain.matchAll(LE_JOUR)].flatMap((match) => jour(held, match)),
    ];
  };
}
