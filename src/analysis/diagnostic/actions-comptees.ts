/** Which past actions count: those that the contract asks for, conducted on the territory and established; and what each is worth as a precedent. */
import type { Action, Etude } from '../../study/types.gen.js';
import { fiabiliteDe } from '../preuves.js';
import type { MotifApart, ReservePrecedent } from './types.js';

type Indicative = NonNullable<Etude['actions_indicatives']>[number];

/** Why an action is told apart; null when it counts. */
export function motifApart(action: Pick<Action, 'fiabilite' | 'hors_territoire' | 'statut'>): MotifApart | null {
  if (action.hors_territoire === true) return 'hors-territoire';
  if (action.fiabilite === 'illustratif') return 'illustrative';
  return action.statut === 'en-projet' ? 'en-projet' : null;
}

export const actionComptee = (action: Action): boolean => motifApart(action) === null;

/** From the worst to the least serious. */
export const RESERVES_PRECEDENT: readonly ReservePrecedent[] = [
  'hors-territoire',
  'autre-domaine',
  'autre-public',
  'date-a-verifier',
  'plus-large',
];

/**
 * All that keeps an action from being an established precedent, the worst first; null where it is none: an illustrative entry, or what has not begun. It was
 * conducted elsewhere; it is in no domain, or for no public, of those that the indicative action has; its date is not known or not read in a source; its scale is
 * wider than the territory, which is not said of what was conducted elsewhere.
 */
export function reservesPrecedent(
  action: Action,
  { domaines, publics }: Pick<Indicative, 'domaines' | 'publics'>,
): ReservePrecedent[] | null {
  const apart = motifApart(action);
  if (apart === 'illustrative' || apart === 'en-projet') return null;
  const misses = (asked: readonly string[] | undefined, own: readonly string[] | undefined): boolean =>
    asked !== undefined && !asked.some((id) => own?.includes(id));
  const holds: Record<ReservePrecedent, boolean> = {
    'hors-territoire': apart !== null,
    'autre-domaine': misses(domaines, action.domaines),
    'autre-public': misses(publics, action.publics),
    'date-a-verifier': action.debut === undefined || fiabiliteDe(action, ['debut']) !== 'source',
    'plus-large': action.echelle === 'plus-large' && apart === null,
  };
  return RESERVES_PRECEDENT.filter((reserve) => holds[reserve]);
}
