/** Which past actions count: those that the contract asks for, conducted on the territory and established; and what each is worth as a precedent. */
import type { Action } from '../../study/types.gen.js';
import { fiabiliteDe } from '../preuves.js';
import type { MotifApart, QualitePrecedent } from './types.js';

/** Why an action is told apart; null when it counts. */
export function motifApart(action: Pick<Action, 'fiabilite' | 'hors_territoire'>): MotifApart | null {
  if (action.hors_territoire === true) return 'hors-territoire';
  return action.fiabilite === 'illustratif' ? 'illustrative' : null;
}

export const actionComptee = (action: Action): boolean => motifApart(action) === null;

/**
 * What a precedent is worth, the worst reason first: an illustrative entry is none; then conducted elsewhere; then of a date that is not known or not
 * read in a source; then at a scale wider than the territory; else established.
 */
export function qualitePrecedent(action: Action): QualitePrecedent | null {
  const apart = motifApart(action);
  if (apart === 'illustrative') return null;
  if (apart) return 'hors-territoire';
  if (action.debut === undefined || fiabiliteDe(action, ['debut']) !== 'source') return 'date-a-verifier';
  return action.echelle === 'plus-large' ? 'plus-large' : 'etabli';
}
