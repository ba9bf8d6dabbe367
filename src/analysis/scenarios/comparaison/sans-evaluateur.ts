/** Whose notes decide: the comparison as it would stand had one of those who note given none. */
import { known, numberAt } from '../../../lists/at.js';
import { compte, compteAuFil, deNom } from '../../../texte/accords.js';
import { additiveModel } from '../../decision/additive.js';
import { indexOfBest } from '../../decision/problem.js';
import { type Critere, empechement, fonctionDeValeur, mesurer } from '../indicateurs/mesures.js';
import type { Evaluation, ScenarioEvalue } from './evaluation.js';
import { ecartEnPoints } from './solidite.js';

export interface SansEvaluateur {
  evaluateur: string;
  premier: number;
  /** Lead over the next, in points of 100. */
  avance: number;
}

const sansLesNotesDe = (critere: Critere, evaluateur: string): Critere => {
  const { notes } = critere.mesure;
  return notes
    ? {
        ...critere,
        mesure: {
          ...critere.mesure,
          notes: Object.fromEntries(
            Object.entries(notes).map(([id, own]) => [id, own.filter((one) => one.evaluateur !== evaluateur)]),
          ),
        },
      }
    : critere;
};

/** « les avis de deux évaluateurs »; null where nobody notes, and every criterion is computed. */
export function avisEnClair(criteres: readonly Critere[]): string | null {
  const who = new Set(
    criteres.flatMap(({ mesure: { notes = {} } }) => Object.values(notes).flat()).map(({ evaluateur }) => evaluateur),
  );
  if (who.size === 0) return null;
  return who.size === 1 ? 'l’avis d’un seul évaluateur' : `les avis de ${compteAuFil(who.size, 'évaluateur')}`;
}

/**
 * One line for each of those who note, in the order in which they are met. None of them where only one scenario is compared; one without whom a criterion
 * would have no measure is left out: without that criterion, it would be another comparison.
 */
export function sansChaqueEvaluateur(
  criteres: readonly Critere[],
  scenarios: readonly ScenarioEvalue[],
  { criteres: compares }: Pick<Evaluation, 'criteres'>,
): SansEvaluateur[] {
  if (scenarios.length < 2) return [];
  const kept = compares.map(({ id }) =>
    known(
      criteres.find((one) => one.id === id),
      id,
    ),
  );
  const weights = compares.map(({ poids }) => poids);
  const evaluateurs = new Set(
    kept.flatMap(({ mesure: { notes } }) => Object.values(notes ?? {}).flatMap((own) => own.map((n) => n.evaluateur))),
  );
  return [...evaluateurs].flatMap((evaluateur): SansEvaluateur[] => {
    const left = kept.map((critere) => sansLesNotesDe(critere, evaluateur));
    const mesures = scenarios.map(({ chiffrage }) => left.map((critere) => mesurer(critere, chiffrage)));
    if (
      left.some(
        (critere, j) =>
          empechement(
            critere,
            mesures.map((row) => row[j] ?? null),
          ) !== null,
      )
    )
      return [];
    const { scores } = additiveModel(
      mesures.map((row) => row.map((value) => known(value, 'mesure'))),
      left.map(fonctionDeValeur),
      weights,
    );
    const premier = indexOfBest(scores);
    const others = scores.filter((_, i) => i !== premier);
    return [{ evaluateur, premier, avance: (numberAt(scores, premier) - Math.max(...others)) * 100 }];
  });
}

/** Leads under `seuil`, the points that tell two scenarios apart, are told as such. « Sans les notes de « A », « X » viendrait en premier, avec 2 points d’avance ; sans celles de « B », « Y » le resterait… »; null where there is none to leave out. */
export function sansEvaluateursEnClair(
  found: readonly SansEvaluateur[],
  premier: number,
  nom: { evaluateur: (id: string) => string; scenario: (i: number) => string },
  seuil: number,
): string | null {
  const each = found.map(
    (one, rang) =>
      `${rang === 0 ? 'Sans les notes' : 'sans celles'} ${deNom(`« ${nom.evaluateur(one.evaluateur)} »`)}, « ${nom.scenario(one.premier)} » ${one.premier === premier ? 'resterait' : 'viendrait'} en premier, avec ${ecartEnPoints(one.avance, seuil)} d’avance`,
  );
  const peu = found.every(({ avance }) => avance < seuil)
    ? `. ${found.length > 1 ? 'Ces avances sont trop courtes' : 'Cette avance est trop courte'} pour départager (seuil : ${compte(seuil, 'point')})`
    : '';
  return each.length === 0 ? null : `${each.join(' ; ')}${peu}.`;
}
