/** A duration that several sentences of the mode opératoire write: notice of a convention, length of a contract. */
import { quantiteFr } from '../../../../texte/accords.js';
import { phraseNue } from '../../../../texte/identifiant.js';
import { debutDePhrase } from '../../../../texte/propos.js';
import { quantitesEcrites } from '../../../../texte/quantites-ecrites.js';
import { phrasesDuDispositif } from '../../ecrits/lecteur.js';
import { citee } from '../../phrases.js';
import type { Contradiction, RegleCoherence } from '../../regle.js';

interface Sorte {
  /** Cheap test of a sentence. */
  mot: RegExp;
  suite: RegExp;
  avant: RegExp;
  unite: string;
  /** Where the duration is set: other sentences repeat it. */
  source: RegExp;
  /** Sentences of another duration. */
  autre: RegExp;
  dit: string;
}

const SORTES: readonly Sorte[] = [
  {
    mot: /préavis/,
    suite: /^mois de preavis/,
    avant: /.?/,
    unite: 'mois',
    source: /\/modeles_conventions\//,
    autre:
      /\b(?:bail|baux|locations?|local|salari\w+|travail|agents?|postes?|marches?|delegation|demission\w*|cd[di])\b/,
    dit: 'les modèles de convention écrivent un préavis de',
  },
  {
    mot: /contractuel/i,
    suite: /^ans au plus/,
    avant: /contractuel/,
    unite: 'ans',
    source: /\/fiches_de_poste\//,
    // The law counts what is renewed with it.
    autre: /\brenouvel/,
    dit: 'les fiches de poste écrivent un contrat de',
  },
];

export const dureeRepetee: RegleCoherence = {
  code: 'duree-repetee',
  gravite: 'attention',
  titre: 'Une durée qui se répète n’est pas la même d’une phrase à l’autre.',
  explication:
    'Le préavis que des phrases du mode opératoire rappellent (« les deux mois de préavis ») est l’un de ceux que les modèles de convention écrivent (« modeles_conventions ») ; la durée d’un contractuel (« contractuel de trois ans au plus ») est celle des fiches de poste (« fiches_de_poste »). Le préavis d’un bail, d’un marché ou d’un salarié, et un contrat que l’on renouvelle, n’y sont pas comparés ; rien n’est dit quand un seul endroit l’écrit.',
  livrables: ['mode-operatoire'],
  verifier: ({ study }) => {
    const all = phrasesDuDispositif(study).filter(({ collection }) => collection.startsWith('mode_operatoire'));
    return SORTES.flatMap(({ mot, suite, avant, unite, source, autre, dit }) => {
      const told = all.flatMap((phrase) =>
        mot.test(phrase.texte)
          ? quantitesEcrites(phrase.texte).flatMap((one) =>
              suite.test(one.suite) && avant.test(debutDePhrase(one.avant)) ? [{ phrase, valeur: one.valeur }] : [],
            )
          : [],
      );
      const set = told.filter(({ phrase }) => source.test(phrase.chemin));
      const [first] = set;
      if (!first) return [];
      return told
        .filter(
          ({ phrase, valeur }) =>
            !source.test(phrase.chemin) &&
            !autre.test(phraseNue(phrase.texte)) &&
            !set.some((one) => one.valeur === valeur),
        )
        .map(
          ({ phrase, valeur }): Contradiction => ({
            chemin: phrase.chemin,
            contre: [first.phrase.chemin],
            message: `« ${citee(phrase.texte)} » écrit ${quantiteFr(valeur, unite)} ; ${dit} ${[...new Set(set.map((one) => quantiteFr(one.valeur, unite)))].join(' ou ')}.`,
            issue: 'Accordez les deux phrases.',
          }),
        );
    });
  },
};

export const DUREES_REPETEES = [dureeRepetee] as const;
