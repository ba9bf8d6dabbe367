/** Amounts as a slide shows them: thousands of euros, as the document rounds them. */
import { arrondiSelon } from '../../analysis/montants.js';
import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
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
