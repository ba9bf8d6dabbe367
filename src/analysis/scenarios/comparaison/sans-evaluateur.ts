/** Whose notes decide: the comparison as it would stand had one of those who note given none. */
import { known, numberAt } from '../../../lists/at.js';
import { compte, compteAuFil, deNom, enumerer } from '../../../texte/accords.js';
import { additiveModel } from '../../decision/additive.js';
import { competitionRanks } from '../../decision/problem.js';
import { type Critere, empechement, fonctionDeValeur, mesurer } from '../indicateurs/mesures.js';
import type { Evaluation, ScenarioEvalue } from './evaluation.js';
import { ecartEnPoints, premiersDe } from './solidite.js';

export interface SansEvaluateur {
  evaluateur: string;
  /** Several where they have the same score. */
  premiers: readonly number[];
  /** Lead over the next, in points of 100; of several, nothing. */
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
    const premiers = premiersDe(competitionRanks(scores));
    const others = scores.filter((_, i) => i !== premiers[0]);
    const avance = premiers.length > 1 ? 0 : (numberAt(scores, numberAt(premiers, 0)) - Math.max(...others)) * 100;
    return [{ evaluateur, premiers, avance }];
  });
}

/** Leads under `seuil`, the points that tell two scenarios apart, are told as such. « Sans les notes de « A », « X » viendrait en premier, avec 2 points d’avance ; sans celles de « B », « Y » le resterait… »; null where there is none to leave out. */
export function sansEvaluateursEnClair(
  found: readonly SansEvaluateur[],
  premiers: readonly number[],
  nom: { evaluateur: (id: string) => string; scenario: (i: number) => string },
  seuil: number,
): string | null {
  const quoted = (several: readonly number[]): string => enumerer(several.map((i) => `« ${nom.scenario(i)} »`));
  const dit = (one: SansEvaluateur): string => {
    const same = one.premiers.join() === premiers.join();
    return one.premiers.length > 1
      ? `${quoted(one.premiers)} ${same ? 'resteraient' : 'seraient'} à égalité`
      : `${quoted(one.premiers)} ${same ? 'resterait' : 'viendrait'} en premier, avec ${ecartEnPoints(one.avance, seuil)} d’avance`;
  };
  const each = found.map(
    (one, rang) =>
      `${rang === 0 ? 'Sans les notes' : 'sans celles'} ${deNom(`« ${nom.evaluateur(one.evaluateur)} »`)}, ${dit(one)}`,
  );
  const leads = found.filter((one) => one.premiers.length === 1);
  const peu =
    leads.length > 0 && leads.every(({ avance }) => avance < seuil)
      ? `. ${leads.length > 1 ? 'Ces avances sont trop courtes' : 'Cette avance est trop courte'} pour départager (seuil : ${compte(seuil, 'point')})`
      : '';
  return each.length === 0 ? null : `${each.join(' ; ')}${peu}.`;
}
