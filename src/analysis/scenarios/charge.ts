/** Workload of the modalities against the days that the staff and the partners bring, in days a year at cruising speed. */
import type { Scenario } from '../../study/types.gen.js';
import { fourchette } from '../montants.js';
import type { Hypotheses } from './hypotheses.js';

export interface Charge {
  /** Days asked of the bearer's staff and of the partners. */
  joursPorteur: number;
  joursPartenaires: number;
  /** Days that they bring. */
  capacitePorteur: number;
  capacitePartenaires: number;
  /** Asked ÷ brought, of the side where it is highest; null without capacity. */
  taux: number | null;
  /** Accompanied requests a year. */
  demandes: number;
}

const mode = (quantity: number | { min: number; mode: number; max: number } | undefined): number =>
  fourchette(quantity)?.mode ?? 0;

/** `hausse` multiplies every volume (0.2 for 20 % more); `sans` is a partner who left. */
export function chargeDe(
  scenario: Scenario,
  { joursParEtp, partProductive }: Hypotheses,
  { hausse = 0, sans }: { hausse?: number; sans?: string } = {},
): Charge {
  let [joursPorteur, joursPartenaires, demandes] = [0, 0, 0];
  for (const ligne of scenario.modalites) {
    const volume = mode(ligne.volume_annuel) * (1 + hausse);
    const days = volume * mode(ligne.jours_par_unite);
    const share = ligne.part_partenaires ?? 0;
    joursPorteur += days * (1 - share);
    joursPartenaires += days * share;
    if (ligne.demande_accompagnee) demandes += volume;
  }
  // Posts of a partner count among the partners' days.
  const etp = (own: boolean): number =>
    scenario.moyens.humains
      .filter(({ porteur }) => (porteur === scenario.porteur) === own && porteur !== sans)
      .reduce((sum, poste) => sum + poste.etp, 0);
  const capacitePorteur = etp(true) * joursParEtp * partProductive;
  const brought = scenario.partenaires
    .filter(({ acteur }) => acteur !== sans)
    .reduce((sum, partenaire) => sum + mode(partenaire.jours_an), 0);
  const capacitePartenaires = brought + etp(false) * joursParEtp * partProductive;
  const rate = (asked: number, capacity: number): number =>
    capacity > 0 ? asked / capacity : asked > 0 ? Number.POSITIVE_INFINITY : 0;
  const highest = Math.max(rate(joursPorteur, capacitePorteur), rate(joursPartenaires, capacitePartenaires));
  return {
    joursPorteur,
    joursPartenaires,
    capacitePorteur,
    capacitePartenaires,
    taux: Number.isFinite(highest) ? highest : null,
    demandes,
  };
}
