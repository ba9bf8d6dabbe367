/** What the findings of every chapter share. */
import type { Constat } from './constats-types.js';
import type { DiagnosticAnalysis, Etiquette } from './types.js';

export type PartiesConstats = Pick<
  DiagnosticAnalysis,
  | 'territoire'
  | 'besoins'
  | 'actions'
  | 'acteurs'
  | 'outils'
  | 'experiences'
  | 'participation'
  | 'synthese'
  | 'conformite'
>;

/** A chapter says five things at most. */
const PAR_CHAPITRE = 5;

type Candidats = (Constat | false | null | undefined)[];
export const garder = (candidats: Candidats): Constat[] =>
  candidats.filter((c): c is Constat => Boolean(c)).slice(0, PAR_CHAPITRE);

/** The one entry with the most; null when none stands out (a tie at the top, or nothing). */
export function seulPremier<T>(items: readonly T[], value: (item: T) => number): T | null {
  const most = Math.max(0, ...items.map(value));
  const top = items.filter((item) => most > 0 && value(item) === most);
  return top.length === 1 ? (top[0] ?? null) : null;
}

export const nue = ({ id, libelle }: Etiquette): Etiquette => ({ id, libelle });
