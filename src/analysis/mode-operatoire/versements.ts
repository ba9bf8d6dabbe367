/** What the cash of the scenario rests on: how the aid is claimed, and what a single yearly claim would change. */
import type { Study } from '../../study/study.js';
import { type Chiffrage, chiffrer } from '../scenarios/chiffrage.js';
import { hypotheseDeVersement, sourceLaPlusAttendue } from '../scenarios/financement/rythmes.js';
import { hypothesesDe, seuilsDe } from '../scenarios/hypotheses.js';

export interface Versements {
  /** « une demande de paiement par semestre pour « Aide », payée 14 mois après »; null when every source pays at once. */
  hypothese: string | null;
  /** Lowest balance, in euros, were that source claimed once a year; null when it is so already, or when nothing is lower. */
  siAnnuelle: number | null;
  /** Lowest balance that the study admits, in euros. */
  seuil: number;
}

/** `study` as it stood at the date of the document. */
export function versementsDe(study: Study, { scenario, recettes, tresorerie }: Chiffrage): Versements {
  const attendue = sourceLaPlusAttendue(scenario, recettes);
  const written = study.scenarios.find(({ id }) => id === scenario.id);
  const rythme = attendue?.source.demandes_paiement;
  const yearly =
    attendue && written && rythme !== 'annuelle' && rythme !== 'unique'
      ? chiffrer(
          study,
          {
            ...written,
            financements: written.financements.map((source, i) =>
              i === attendue.rang ? { ...source, demandes_paiement: 'annuelle' as const } : source,
            ),
          },
          hypothesesDe(study),
        ).tresorerie.minimum.solde
      : null;
  return {
    hypothese: hypotheseDeVersement(attendue),
    siAnnuelle: yearly !== null && yearly < tresorerie.minimum.solde - 0.5 ? yearly : null,
    seuil: seuilsDe(study).tresorerie,
  };
}
