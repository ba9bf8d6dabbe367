/** How the first scenario's lead moves when each of its measures moves, the others being as they are. */

import { cellAt, itemAt } from '../../../lists/at.js';
import type { Study } from '../../../study/study.js';
import { leadTornado } from '../../decision/tornado.js';
import { fonctionDeValeur } from '../indicateurs/mesures.js';
import type { Evaluation, ScenarioEvalue } from './evaluation.js';

/** Share of the scale by which a measure is moved when nothing says how sure it is. */
const ECART_PAR_DEFAUT = 0.1;

export interface BarreAvance {
  critere: string;
  libelle: string;
  unite: string;
  /** Low and high values of the leader's measure. */
  bas: number;
  haut: number;
  origine: 'simulation' | 'évaluateurs' | 'dixième de l’échelle';
  /** Lead at either end, in points of 100. */
  avanceBas: number;
  avanceHaut: number;
  /** Index of the first scenario at either end. */
  premierBas: number;
  premierHaut: number;
}

/** Largest swing first; empty for one scenario alone. */
export function tornadeAvance(
  criteres: NonNullable<Study['criteres']>['criteres'],
  evaluation: Evaluation,
  scenarios: readonly ScenarioEvalue[],
): BarreAvance[] {
  const { premier, mesures } = evaluation;
  const leader = scenarios[premier];
  if (!leader || scenarios.length < 2) return [];
  const kept = evaluation.criteres.flatMap(({ id }) => criteres.find((critere) => critere.id === id) ?? []);
  const ranges = kept.map(
    ({ id, echelle, mesure }, j): { low: number; high: number; origine: BarreAvance['origine'] } => {
      const own = cellAt(mesures, premier, j);
      const { p10, p90 } = leader.simulation.coutAnnuel;
      if (mesure.indicateur === 'cout_annuel' && p90 > p10) return { low: p10, high: p90, origine: 'simulation' };
      const notes = evaluation.notes.find((n) => n.critere === id && n.scenario === leader.chiffrage.scenario.id);
      if (notes && notes.max > notes.min) return { low: notes.min, high: notes.max, origine: 'évaluateurs' };
      const step = ECART_PAR_DEFAUT * (echelle.max - echelle.min);
      const clip = (x: number): number => Math.min(echelle.max, Math.max(echelle.min, x));
      return { low: clip(own - step), high: clip(own + step), origine: 'dixième de l’échelle' };
    },
  );
  const { bars } = leadTornado(
    mesures,
    kept.map(fonctionDeValeur),
    evaluation.criteres.map(({ poids }) => poids),
    premier,
    new Map(ranges.map(({ low, high }, j) => [j, { low, high }])),
  );
  return bars.map((bar): BarreAvance => {
    const j = Number(bar.input);
    const critere = itemAt(evaluation.criteres, j);
    const range = itemAt(ranges, j);
    return {
      critere: critere.id,
      libelle: critere.libelle,
      unite: critere.unite,
      bas: range.low,
      haut: range.high,
      origine: range.origine,
      avanceBas: bar.low * 100,
      avanceHaut: bar.high * 100,
      premierBas: bar.bestAtLow,
      premierHaut: bar.bestAtHigh,
    };
  });
}
