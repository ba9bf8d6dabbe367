/** Amounts as a slide shows them: thousands of euros, as the document rounds them. */
import { arrondiSelon } from '../../analysis/montants.js';
import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import { nombreFr } from '../../texte/nombres.js';

/** Thousands of euros under which a half of one counts. */
const PEU = 20;
export const kilo = (euros: number | null | undefined): string =>
  euros === null || euros === undefined
    ? '—'
    : `${nombreFr(Math.abs(euros) < PEU * 1000 ? Math.round(euros / 100) / 10 : Math.round(euros / 1000))}\u00a0k€`;
/** A cost as the document writes it, with no more digits than its interval allows: « 10 500 € » is 10.5 k€. */
export const kiloArrondi = (euros: number | null, { simulation: { coutAnnuel } }: ScenarioEvalue): string =>
  kilo(euros === null ? null : arrondiSelon(euros, coutAnnuel.p10, coutAnnuel.p90));
