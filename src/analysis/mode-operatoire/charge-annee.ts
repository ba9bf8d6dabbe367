/** Workload of the first year, with the ramp-up, beside that of the last year of the plan. */
import type { Charge } from '../scenarios/depenses-et-charge/charge.js';

export interface CoteDeCharge {
  cote: 'porteur' | 'partenaires';
  /** Days of the first year: asked and brought. */
  demandes: number;
  capacite: number;
  /** Days asked in the last year of the plan. */
  croisiere: number;
  /** Asked ÷ brought in the first year; null without capacity. */
  taux: number | null;
}

export interface ChargeAnnee {
  /** Share of the cruising volumes that the first year takes, 0 to 1. */
  montee: number;
  /** The bearer, then its partners. */
  cotes: readonly [CoteDeCharge, CoteDeCharge];
}

/** `montee` is the share of the volumes that the first year takes. */
export function chargeAnnee(charge: Charge, montee: number): ChargeAnnee {
  const first = charge.annees[0] ?? charge;
  const last = charge.annees.at(-1) ?? charge;
  const cote = (name: 'porteur' | 'partenaires', demandes: number, capacite: number, croisiere: number) => ({
    cote: name,
    demandes,
    capacite,
    croisiere,
    taux: capacite > 0 ? demandes / capacite : null,
  });
  return {
    montee,
    cotes: [
      cote('porteur', first.joursPorteur, first.capacitePorteur, last.joursPorteur),
      cote('partenaires', first.joursPartenaires, first.capacitePartenaires, last.joursPartenaires),
    ],
  };
}
