/** Expenses and receipts that follow the volume of a modality: so much a meal, a kilometre, a visit. */
import type { Scenario } from '../../../study/types.gen.js';
import { uniteAccordee } from '../../../texte/pluriel.js';
import { fourchette, montantProbable, quantiteProbable } from '../../montants.js';
import type { Fourchette } from '../../types-communs.js';
import { monteeDe } from './charge.js';
import type { Activite, LigneDepense } from './depenses.js';

type Source = Scenario['financements'][number];
type LigneFonctionnement = NonNullable<Scenario['moyens']['fonctionnement']>[number];

/** What follows the volume of this modality in a scenario of so many years; none where it has no such modality. */
export function activiteDe(scenario: Scenario, followed: string | undefined, years: number): Activite | null {
  const modalite = scenario.modalites.findIndex(({ id }) => id === followed);
  const { volume_annuel: told, unite = '' } = scenario.modalites[modalite] ?? {};
  const volume = fourchette(told);
  return (
    volume && {
      modalite,
      unite: uniteAccordee(1, unite),
      volume,
      montee: Array.from({ length: years }, (_, year) => monteeDe(scenario, year)),
    }
  );
}

/** What a receipt by unit follows; null for one that has its own amount or rate. */
export const activiteDeLaRecette = (
  scenario: Scenario,
  { tarif, taux, modalite }: Source,
  years: number,
): Activite | null => (tarif === undefined || taux !== undefined ? null : activiteDe(scenario, modalite, years));

/** Euros of a source a year at cruising speed: its amount, or its price × the volume of its modality, the least of few and the most of many; null for a rate. */
export function montantEnCroisiere(scenario: Pick<Scenario, 'modalites'>, source: Source): Fourchette | null {
  const price = source.taux === undefined ? fourchette(source.tarif) : null;
  const volume = fourchette(scenario.modalites.find(({ id }) => id === source.modalite)?.volume_annuel);
  if (!price || !volume) return fourchette(source.montant);
  return { min: price.min * volume.min, mode: price.mode * volume.mode, max: price.max * volume.max };
}

/**
 * What a unit may cost at least and at most; of what follows a volume, with the number of units that goes with it: the least of few, the most of many. The volume is
 * drawn with the amount, for a year of many meals is one of much food.
 */
export function plageDe({ montant, activite }: Pick<LigneDepense, 'montant' | 'activite'>): Fourchette {
  if (!activite || activite.volume.mode <= 0) return montant;
  const { min, mode, max } = activite.volume;
  return { min: (montant.min * min) / mode, mode: montant.mode, max: (montant.max * max) / mode };
}

/** Euros of a line in a year at cruising speed, as it is written: its yearly cost, or that of a unit × the volume of its modality. */
export function coutEnCroisiere({ modalites }: Pick<Scenario, 'modalites'>, ligne: LigneFonctionnement): number {
  const { cout_annuel: annual, cout_unitaire: each, modalite } = ligne;
  if (each === undefined) return quantiteProbable(annual);
  return montantProbable(each) * quantiteProbable(modalites.find(({ id }) => id === modalite)?.volume_annuel);
}
