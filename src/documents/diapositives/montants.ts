/** Amounts as a slide shows them: thousands of euros, as the document rounds them. */
import { arrondiSelon } from '../../analysis/montants.js';
import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import { accord } from '../../texte/accords.js';
import { euros, nombreFr } from '../../texte/nombres.js';

/** Thousands of euros under which a half of one counts. */
const PEU = 20;
/** Euros under which thousands tell nothing: « 0 k€ » of 40 € is false. */
const MOINS_D_UN_MILLIER = 950;
export const kilo = (amount: number | null | undefined): string =>
  amount === null || amount === undefined
    ? '—'
    : Math.abs(amount) < MOINS_D_UN_MILLIER
      ? euros(Math.round(amount))
      : `${nombreFr(Math.abs(amount) < PEU * 1000 ? Math.round(amount / 100) / 10 : Math.round(amount / 1000))}\u00a0k€`;
/** A cost as the document writes it, with no more digits than its interval allows: « 10 500 € » is 10.5 k€. */
export const kiloArrondi = (amount: number | null, { simulation: { coutAnnuel } }: ScenarioEvalue): string =>
  kilo(amount === null ? null : arrondiSelon(amount, coutAnnuel.p10, coutAnnuel.p90));

/** How much of the receipts is had already, in whole points: a share that is not nothing is not told as 0 %, nor one that is not all as 100 %. */
export function titreArgent(acquis: readonly number[]): string {
  const [least, most] = [Math.min(...acquis), Math.max(...acquis)];
  if (acquis.length === 0 || most === 0) return 'Aucun financement n’est acquis à ce jour';
  if (least === 1) return 'Tous les financements sont acquis';
  const points = (part: number): number =>
    part === 0 || part === 1 ? part * 100 : Math.min(99, Math.max(1, Math.round(part * 100)));
  const [low, high] = [points(least), points(most)];
  if (high === 1 && most < 0.005) return 'Moins de 1\u00a0% des financements est acquis';
  return low === high
    ? `${nombreFr(low)}\u00a0% des financements ${accord(low, 'est acquis', 'sont acquis')}${acquis.length > 1 ? ' dans chaque scénario' : ''}`
    : `De ${nombreFr(low)} à ${nombreFr(high)}\u00a0% des financements sont acquis`;
}
