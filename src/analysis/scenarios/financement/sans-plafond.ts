/** What the rate of an aid gives before its ceiling. */
import { cellAt } from '../../../lists/at.js';
import type { Chiffrage } from '../chiffrage.js';
import { estEligible, partVersee } from './regles-aides.js';

/** Euros of a year (from 0) that the rate of a source gives on its base alone: a ceiling stands between them and what the plan counts. */
export function sansPlafond({ scenario, lignes, montants }: Chiffrage, s: number, year: number): number {
  const source = scenario.financements[s];
  if (source?.taux === undefined) return 0;
  const base = lignes.reduce(
    (sum, ligne, i) => sum + (estEligible(source, ligne, scenario.porteur) ? cellAt(montants, i, year) : 0),
    0,
  );
  return source.taux * base * partVersee(source, year, scenario.demarrage);
}
