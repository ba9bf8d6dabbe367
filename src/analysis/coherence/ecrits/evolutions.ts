/** « le nombre de demandes a triplé », « les foyers participants ont baissé »: how a sentence says that what is measured has moved, against its measures. */

import type { Study } from '../../../study/study.js';
import { parJour } from '../../../texte/dates.js';
import { MOIS_NUS } from '../../../texte/dates-ecrites.js';
import { phraseNue } from '../../../texte/identifiant.js';
import { nombreFr } from '../../../texte/nombres.js';
import { memeMot, motsDe } from '../../../texte/quantites-ecrites.js';
import { DEBUT, type Dementi, FIN, type Lecteur } from './lecteur.js';

interface Mesuree {
  libelle: string;
  mots: string[];
  valeurs: readonly number[];
  /** Years and months, in figures, that have a measure. */
  quand: ReadonlySet<string>;
  contre: string;
}

/** By how much each verb multiplies; what only rises or falls has none. */
const FOIS: Readonly<Record<string, number>> = { double: 2, triple: 3, quadruple: 4, decuple: 10 };
const MONTE = /^(?:augmente|progresse|cru|monte)$/;
const VERBE = `${Object.keys(FOIS).join('|')}|augmente|progresse|cru|monte|baisse|diminue|recule|chute|stagne`;
const BOUGE = new RegExp(
  `${DEBUT}(?:le nombre (?:de |d'|des )|les |la |le |l')([a-z' -]+?) (?:a|ont) (${VERBE})e?s?(?: (?:entre|depuis|en|au cours|sur|pendant|de) [^.;:!?]*)?${FIN}`,
  'g',
);
/** A growth that is near the one told: from a fifth below to a fifth above. */
const PRES = 0.2;

/** Measures that the evaluation reads: those of the dispositif, and of its projects. */
function mesuresDe({ projets, mode_operatoire: mode }: Study): Mesuree[] {
  const of = (
    contre: string,
    libelle: string,
    { mesures = [], initial = 0 }: { mesures?: readonly { date: string; valeur: number }[]; initial?: number },
  ): Mesuree[] =>
    // What nothing was yet at the start grows by no times.
    mesures.length < (initial > 0 ? 1 : 2)
      ? []
      : [
          {
            ...{ libelle, mots: motsDe(libelle), contre },
            valeurs: [...(initial > 0 ? [initial] : []), ...parJour(mesures).map(({ valeur }) => valeur)],
            quand: new Set(mesures.flatMap(({ date }) => [date.slice(0, 4), date.slice(5, 7)])),
          },
        ];
  return [
    ...(mode?.indicateurs ?? []).flatMap((one) =>
      of(`mode_operatoire/indicateurs/${one.id}/mesures`, one.libelle, one),
    ),
    ...projets.flatMap(({ id, indicateurs = [] }) =>
      indicateurs.flatMap((one, i) => of(`projets/${id}/indicateurs/${i + 1}/mesures`, one.libelle, one)),
    ),
  ];
}

const DATE = new RegExp(`\\b(?:${MOIS_NUS.join('|')}|(?:19|20)\\d\\d)\\b`, 'g');
/** The months and the years that a sentence names have a measure: it is not told of another time. */
const estMesure = (sentence: string, quand: ReadonlySet<string>): boolean =>
  (sentence.match(DATE) ?? []).every((one) =>
    quand.has(/\d/.test(one) ? one : String(MOIS_NUS.indexOf(one) + 1).padStart(2, '0')),
  );

function vrai(verb: string, first: number, last: number): boolean {
  const times = FOIS[verb];
  if (times !== undefined) return first > 0 && Math.abs(last / first / times - 1) <= PRES;
  if (verb === 'stagne') return Math.abs(last - first) <= 0.1 * Math.max(first, last);
  return MONTE.test(verb) ? last > first : last < first;
}

export function evolutionsEcrites(study: Study): Lecteur {
  const known = mesuresDe(study);
  if (known.length === 0) return () => [];
  return (phrase, ou) => {
    if (!/^(?:bilan|evaluation)\b/.test(ou) || !/ (?:a|ont) /.test(phrase)) return [];
    return [...phraseNue(phrase).matchAll(BOUGE)].flatMap(([sentence, what = '', verb = '']): Dementi[] => {
      const words = motsDe(what);
      const about = known.filter(
        ({ mots }) => words.length > 0 && words.every((word) => mots.some((one) => memeMot(word, one))),
      );
      const [only, ...others] = about;
      if (!only || others.length > 0) return [];
      const { libelle, valeurs, quand, contre } = only;
      if (!estMesure(sentence, quand)) return [];
      // Any two measures may be those that the sentence compares.
      const holds = valeurs.some((first, i) => valeurs.slice(i + 1).some((last) => vrai(verb, first, last)));
      return holds
        ? []
        : [{ dit: `« ${libelle} » est mesuré à ${valeurs.map(nombreFr).join(', puis à ')}`, contre: [contre] }];
    });
  };
}
