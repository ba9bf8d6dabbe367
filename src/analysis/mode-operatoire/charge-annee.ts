/** Workload of the first year, with the ramp-up, beside that of cruising speed. */
import type { Charge } from '../scenarios/charge.js';

export interface ChargeAnnee {
  /** Share of the cruising volumes that the first year takes, 0 to 1. */
  montee: number;
  cotes: {
    cote: 'porteur' | 'partenaires';
    demandes: number;
    croisiere: number;
    capacite: number;
    /** Asked ÷ brought in the first year; null without capacity. */
    taux: number | null;
  }[];
}

/** `montee` is the first of the scenario's `montee_en_charge`; 1 when it gives none. */
export function chargeAnnee(charge: Charge, montee = 1): ChargeAnnee {
  const cote = (name: 'porteur' | 'partenaires', croisiere: number, capacite: number) => ({
    cote: name,
    demandes: croisiere * montee,
    croisiere,
    capacite,
    taux: capacite > 0 ? (croisiere * montee) / capacite : null,
  });
  return {
    montee,
    cotes: [
      cote('porteur', charge.joursPorteur, charge.capacitePorteur),
      cote('partenaires', charge.joursPartenaires, charge.capacitePartenaires),
    ],
  };
}
