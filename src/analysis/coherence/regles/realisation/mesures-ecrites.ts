/** « 91 élèves pour 60 attendus », « Six passages tenus »: what a project's sentence says was measured, on the day of the measure or beside its target. */

import type { Study } from '../../../../study/study.js';
import { quantiteFr } from '../../../../texte/accords.js';
import { parJour } from '../../../../texte/dates.js';
import { nombreFr } from '../../../../texte/nombres.js';
import { CLOS, debutDePhrase } from '../../../../texte/propos.js';
import { motsDe, quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { citee } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

type Projet = Study['projets'][number];
type Indicateur = NonNullable<Projet['indicateurs']>[number];

interface Phrase {
  chemin: string;
  texte: string;
  /** Day of what it tells; none of a comment. */
  date?: string;
}

const phrasesDe = ({ id, suivi = [], evaluation = {}, avis }: Projet): Phrase[] => [
  ...suivi.map(({ constats: texte, date }, i) => ({ chemin: `projets/${id}/suivi/${i + 1}/constats`, texte, date })),
  ...Object.entries(evaluation).flatMap(([critere, value]) =>
    typeof value === 'object'
      ? [{ chemin: `projets/${id}/evaluation/${critere}/commentaire`, texte: value.commentaire }]
      : [],
  ),
  ...(avis === undefined ? [] : [{ chemin: `projets/${id}/avis`, texte: avis }]),
];

/** « pour 60 attendus », « sur 60 prévus », after what is counted. */
const POUR_TANT =
  /^(\S+) (?:pour|sur|au lieu de|contre) (?:les |des )?(\S+) (?:attendu|prevu|vise|espere|annonce)e?s?\b/;

const VISE = /attendu|prévu|visé|espéré|annoncé/;

/** The measure that a sentence sets beside its target, if it is of the indicator alone. */
function auRegardDeLaCible(texte: string, indicateur: Indicateur, unites: readonly string[]): number | null {
  const { cible, mesures = [], unite } = indicateur;
  // Most sentences set nothing beside a target.
  if (!VISE.test(texte)) return null;
  const [noun = ''] = motsDe(unite);
  if (mesures.length === 0 || unites.filter((one) => motsDe(one)[0] === noun).length > 1) return null;
  const told = quantitesEcrites(texte);
  const found = told.find(({ suite }) => {
    const [, counted = '', aimed = ''] = POUR_TANT.exec(suite) ?? [];
    return motsDe(counted)[0] === noun && quantitesEcrites(aimed)[0]?.valeur === cible;
  });
  return found && !mesures.some(({ valeur }) => valeur === found.valeur) ? found.valeur : null;
}

const CLOSE = new RegExp(`^(?=${CLOS})`);

/** The count that opens a follow-up of the day of a measure and has all the words of its label: « Six passages tenus. » */
function duMemeJour({ texte, date }: Phrase, { libelle, mesures = [] }: Indicateur): number | null {
  const measure = mesures.find((one) => one.date === date);
  if (!measure) return null;
  const words = motsDe(libelle);
  const [first] = quantitesEcrites(texte);
  if (!first || words.length < 2 || debutDePhrase(first.avant) !== '') return null;
  const end = /^[^.,;:!?()]*/.exec(first.suite)?.[0] ?? '';
  const same = motsDe(end).join(' ') === words.join(' ') && CLOSE.test(first.suite.slice(end.length));
  return same && first.valeur !== measure.valeur ? first.valeur : null;
}

export const mesureDuJour: RegleCoherence = {
  code: 'mesure-du-jour',
  gravite: 'attention',
  titre:
    'Une phrase donne à un indicateur une autre mesure que celle de ce jour, ou que celle qu’elle met en regard de sa cible.',
  explication:
    '« Six passages tenus. » : un point de suivi (« constats ») qui s’ouvre par le compte de ce qu’un indicateur du projet mesure le même jour, avec tous les mots de son libellé, en donne la valeur. « 71 élèves pour 60 attendus » : une phrase du suivi, de l’évaluation ou de l’avis qui met un nombre, dans l’unité d’un seul indicateur, en regard de sa cible, donne une de ses mesures.',
  livrables: ['fiches-projets', 'bilan'],
  verifier: ({ study: { projets } }) =>
    projets.flatMap((projet) => {
      const indicateurs = projet.indicateurs ?? [];
      const unites = indicateurs.map(({ unite }) => unite);
      return phrasesDe(projet).flatMap((phrase) =>
        indicateurs.flatMap((one, i): Contradiction[] => {
          const told = duMemeJour(phrase, one) ?? auRegardDeLaCible(phrase.texte, one, unites);
          const last =
            (phrase.date && one.mesures?.find(({ date }) => date === phrase.date)) || parJour(one.mesures).at(-1);
          if (told === null || !last) return [];
          return [
            {
              chemin: phrase.chemin,
              contre: [`projets/${projet.id}/indicateurs/${i + 1}/mesures`],
              message: `« ${projet.titre} » écrit « ${citee(phrase.texte)} » ; « ${one.libelle} » y est mesuré à ${quantiteFr(last.valeur, one.unite)}, et non à ${nombreFr(told)}.`,
              issue: 'Corrigez la phrase, ou la mesure.',
            },
          ];
        }),
      );
    }),
};

export const MESURES_ECRITES = [mesureDuJour] as const;
