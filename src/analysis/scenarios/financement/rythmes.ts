/** How the aid of a scenario comes: how often it is claimed, how long after. The lowest balance rests on it, and is told with it. */

import { cellAt } from '../../../lists/at.js';
import type { Scenario } from '../../../study/types.gen.js';
import { compte } from '../../../texte/accords.js';
import { MOIS_PAR_AN } from '../../../texte/dates.js';
import type { LigneDepense } from '../depenses-et-charge/depenses.js';
import { encaissee } from './caisse-du-porteur.js';
import { type LigneFinancement, partDesAchats, periodeDe } from './regles-aides.js';

type Rythme = NonNullable<LigneFinancement['demandes_paiement']>;

export const RYTHMES: Readonly<Record<Rythme, string>> = {
  mensuelle: 'une demande de paiement par mois',
  trimestrielle: 'une demande de paiement par trimestre',
  semestrielle: 'une demande de paiement par semestre',
  annuelle: 'une demande de paiement par an',
  unique: 'une seule demande de paiement',
};

export interface SourceAttendue {
  /** Rank of the source in the scenario. */
  rang: number;
  source: LigneFinancement;
}

/** The source that leaves the bearer waiting most, in euros × months from the expense to the payment; null when every source pays at once. */
export function sourceLaPlusAttendue(
  { financements, porteur }: Pick<Scenario, 'financements' | 'porteur'>,
  /** Euros by source and year. */
  recettes: readonly (readonly number[])[],
): SourceAttendue | null {
  const waits = financements.map((source, rang) => {
    const years = recettes[rang] ?? [];
    const total = years.reduce((sum, value) => sum + value, 0);
    const delay = encaissee(source, porteur) ? (source.delai_versement_mois ?? 0) : 0;
    return { rang, source, poids: delay > 0 ? total * (delay + periodeDe(source, years.length) / 2) : 0 };
  });
  const [first] = waits.filter(({ poids }) => poids > 0).sort((a, b) => b.poids - a.poids);
  return first ? { rang: first.rang, source: first.source } : null;
}

/** Whether an aid that the bearer claims more than once a year gives for purchases: its claims of a year are then unequal. */
export const demandeDesAchats = ({
  scenario: { financements, porteur },
  lignes,
  montants,
  annees,
}: {
  scenario: Pick<Scenario, 'financements' | 'porteur'>;
  lignes: readonly LigneDepense[];
  /** Euros by line and year. */
  montants: readonly (readonly number[])[];
  annees: number;
}): boolean =>
  financements.some(
    (source) =>
      encaissee(source, porteur) &&
      periodeDe(source, annees) < MOIS_PAR_AN &&
      Array.from({ length: annees }, (_, year) => year).some(
        (year) => partDesAchats(source, lignes, porteur, (line) => cellAt(montants, line, year)) > 0,
      ),
  );

/** Months (from 1) in which a claim that covers more than a month is paid, each once, in order: what comes every month makes no step. */
export function moisDesVersements(
  { financements, porteur }: Pick<Scenario, 'financements' | 'porteur'>,
  /** Euros by source and year. */
  recettes: readonly (readonly number[])[],
): number[] {
  const months = financements.flatMap((source, rang) => {
    const years = recettes[rang] ?? [];
    const period = periodeDe(source, years.length);
    if (period <= 1 || !encaissee(source, porteur)) return [];
    const ends = Array.from({ length: Math.floor((years.length * MOIS_PAR_AN) / period) }, (_, i) => (i + 1) * period);
    const paid = (end: number): boolean =>
      years
        .slice(Math.floor((end - Math.min(period, end)) / MOIS_PAR_AN), Math.ceil(end / MOIS_PAR_AN))
        .some((n) => n > 0);
    return ends.filter(paid).map((end) => end + Math.round(source.delai_versement_mois ?? 0));
  });
  return [...new Set(months)].sort((a, b) => a - b);
}

/** « une demande de paiement par semestre pour « Aide », versée 14 mois après » ; a rhythm that the study does not give is said to be supposed. */
export function hypotheseDeVersement(attendue: SourceAttendue | null): string | null {
  if (!attendue) return null;
  const { libelle, id, demandes_paiement: rythme, delai_versement_mois: delai = 0 } = attendue.source;
  const paid = `payée ${compte(Math.round(delai), 'mois', 'mois', '')} après`;
  return `${RYTHMES[rythme ?? 'mensuelle']}${rythme === undefined ? ', rythme supposé,' : ''} pour « ${libelle ?? id} », ${paid}`;
}
