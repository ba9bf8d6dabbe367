/** How a criterion measures a scenario, and what its measures are worth. */

import type { Study } from '../../../study/study.js';
import { nombreFr } from '../../../texte/nombres.js';
import type { Preference } from '../../decision/promethee.js';
import type { ValueFunction } from '../../decision/value-functions.js';
import type { Chiffrage } from '../chiffrage.js';
import { mesureDe } from './indicateurs.js';

export type Critere = NonNullable<Study['criteres']>['criteres'][number];

export function fonctionDeValeur({ valeur, echelle, sens }: Critere): ValueFunction {
  const [worst, best] = sens === 'max' ? [echelle.min, echelle.max] : [echelle.max, echelle.min];
  if (valeur?.type === 'points' && valeur.points)
    return { type: 'piecewise-linear', points: valeur.points.map(([x = 0, v = 0]) => [x, v] as const) };
  if (valeur?.type === 'exponentielle') return { type: 'exponential', worst, best, c: valeur.courbure ?? 1 };
  if (valeur?.type === 'table' && valeur.table) return { type: 'table', values: valeur.table };
  return { type: 'linear', worst, best };
}

export function preferenceDe({ preference, echelle }: Critere): Preference {
  const p = preference?.preference ?? (echelle.max - echelle.min) / 2;
  const q = preference?.indifference ?? 0;
  switch (preference?.type) {
    case 'u':
      return { type: 'u-shape', q };
    case 'v':
      return { type: 'v-shape', p };
    case 'niveau':
      return { type: 'level', q, p };
    case 'gauss':
      return { type: 'gaussian', s: preference.ecart ?? p };
    case 'usuelle':
      return { type: 'usual' };
    default:
      return { type: 'linear', q, p };
  }
}

/** The measure of a scenario: a computed indicator, or the mean of the evaluators' notes. Null when it is missing. */
export function mesurer(critere: Critere, chiffrage: Chiffrage): number | null {
  const { indicateur, notes } = critere.mesure;
  if (indicateur) return mesureDe(chiffrage, indicateur);
  const own = notes?.[chiffrage.scenario.id] ?? [];
  return own.length > 0 ? own.reduce((sum, { note }) => sum + note, 0) / own.length : null;
}

/** Why a criterion cannot compare the scenarios; null when it can. */
export function empechement({ valeur }: Critere, mesures: readonly (number | null)[]): string | null {
  if (mesures.some((measure) => measure === null)) return 'une mesure manque pour au moins un scénario';
  const absent =
    valeur?.type === 'table' ? mesures.find((measure) => valeur.table?.[String(measure)] === undefined) : undefined;
  return absent === undefined || absent === null
    ? null
    : `la table de valeurs ne dit pas ce que vaut ${nombreFr(absent)}`;
}
