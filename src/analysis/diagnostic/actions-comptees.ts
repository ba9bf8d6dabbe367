/** Which past actions count: those that the contract asks for, conducted on the territory and established; and what each is worth as a precedent. */
import type { Action, Etude } from '../../study/types.gen.js';
import { fiabiliteDe } from '../preuves.js';
import type { MotifApart, QualitePrecedent } from './types.js';

type Indicative = NonNullable<Etude['actions_indicatives']>[number];

/** Why an action is told apart; null when it counts. */
export function motifApart(action: Pick<Action, 'fiabilite' | 'hors_territoire' | 'statut'>): MotifApart | null {
  if (action.hors_territoire === true) return 'hors-territoire';
  if (action.fiabilite === 'illustratif') return 'illustrative';
  return action.statut === 'en-projet' ? 'en-projet' : null;
}

export const actionComptee = (action: Action): boolean => motifApart(action) === null;

/**
 * What a precedent is worth, the worst reason first: an illustrative entry is none, nor is what has not begun; then conducted elsewhere; then in no domain, or for
 * no public, of those that the indicative action has; then of a date that is not known or not read in a source; then at a scale wider than the territory;
 * else established.
 */
export function qualitePrecedent(
  action: Action,
  { domaines, publics }: Pick<Indicative, 'domaines' | 'publics'>,
): QualitePrecedent | null {
  const apart = motifApart(action);
  if (apart === 'illustrative' || apart === 'en-projet') return null;
  if (apart) return 'hors-territoire';
  const misses = (asked: readonly string[] | undefined, own: readonly string[] | undefined): boolean =>
    asked !== undefined && !asked.some((id) => own?.includes(id));
  if (misses(domaines, action.domaines)) return 'autre-domaine';
  if (misses(publics, action.publics)) return 'autre-public';
  if (action.debut === undefined || fiabiliteDe(action, ['debut']) !== 'source') return 'date-a-verifier';
  return action.echelle === 'plus-large' ? 'plus-large' : 'etabli';
}
