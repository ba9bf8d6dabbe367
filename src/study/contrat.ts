/** What the contract asks for, as its requirements give it; nothing is asked where no requirement says so. */

import { moisAbsolu } from '../texte/dates.js';
import { scenariosCompares } from './essais.js';
import type { Study } from './study.js';

export type Exigence = NonNullable<Study['contrat']>['exigences'][number];
export type RegleExigence = NonNullable<Exigence['regle']>;

/** A number asked for; `max` is null without upper bound. */
export interface Attendu {
  min: number;
  max: number | null;
}

/** The first requirement that a rule measures; undefined when the contract has none. */
export const exigenceDe = ({ contrat }: Study, regle: RegleExigence): Exigence | undefined =>
  contrat?.exigences.find((exigence) => exigence.regle === regle);

/** The number that a requirement asks for; null when it gives none. */
export function attenduDe(exigence: Exigence | undefined): Attendu | null {
  const attendu = exigence?.attendu;
  if (attendu === undefined) return null;
  return typeof attendu === 'number'
    ? { min: attendu, max: attendu }
    : { min: attendu.min ?? 0, max: attendu.max ?? null };
}

export const dansAttendu = (n: number, { min, max }: Attendu): boolean => n >= min && (max === null || n <= max);

/** Scenarios that the requirement counts: those that are described, and doing nothing where the contract makes it one of them. */
export function scenariosComptes({ scenarios, criteres }: Study, exigence: Exigence | undefined): number {
  return scenariosCompares(scenarios).length + (exigence?.statu_quo && criteres?.statu_quo ? 1 : 0);
}

/** « 3 », « 2 ou 3 », « de 2 à 5 », « au moins 2 », « au plus 3 ». */
export function attenduEnMots({ min, max }: Attendu, ecrire: (n: number) => string = String): string {
  if (max === null) return `au moins ${ecrire(min)}`;
  if (min === max) return ecrire(min);
  if (min === 0) return `au plus ${ecrire(max)}`;
  return max === min + 1 ? `${ecrire(min)} ou ${ecrire(max)}` : `de ${ecrire(min)} à ${ecrire(max)}`;
}

/** The document that holds the requirements, as a sentence names it: « le cahier des charges » unless the study names it. */
export const contratEnPhrase = ({ contrat }: Pick<Study, 'contrat'>): string =>
  contrat?.en_phrase ?? 'le cahier des charges';

/** Functions that apply in a domain: all, unless the domain says which. */
export const fonctionsDe = ({ etude }: Pick<Study, 'etude'>, domaine: string): Study['etude']['fonctions'] => {
  const own = etude.domaines.find(({ id }) => id === domaine)?.fonctions;
  return own ? etude.fonctions.filter(({ id }) => own.includes(id)) : etude.fonctions;
};

/** Whether a scenario that creates a legal person, or creates none, is what the contract wants. */
export const entiteConforme = (
  voulu: NonNullable<NonNullable<Study['contrat']>['nouvelle_entite']>,
  creee: boolean,
): boolean => voulu === 'admise' || (voulu === 'attendue') === creee;

/** The body that validates the deliverables, with its article: « le comité de pilotage » unless the study names it. */
export const comiteEnPhrase = ({ etude }: Pick<Study, 'etude'>): string =>
  etude.comite?.en_phrase ?? 'le comité de pilotage';

/** Its name alone. */
export const nomDuComite = ({ etude }: Pick<Study, 'etude'>): string => etude.comite?.nom ?? 'Comité de pilotage';

/** Months of an experimentation, its first and its last included; null without both dates, or when it ends before it begins. */
export function moisDExperimentation(
  mode: Pick<NonNullable<Study['mode_operatoire']>, 'experimentation'> | null | undefined,
): number | null {
  const { debut, fin } = mode?.experimentation ?? {};
  if (debut === undefined || fin === undefined) return null;
  const mois = moisAbsolu(fin) - moisAbsolu(debut) + 1;
  return mois > 0 ? mois : null;
}
