/** What a trial does to the budget: whether it still holds, and what is said of it. */
import type { Study } from '../../../study/study.js';
import type { Scenario } from '../../../study/types.gen.js';
import { euros } from '../../../texte/nombres.js';
import { parObjet } from '../../une-fois.js';
import { type Chiffrage, chiffrer } from '../chiffrage.js';
import { soldeSans } from '../chiffrage-eprouve.js';
import type { Hypotheses, Seuils } from '../hypotheses.js';
import { surLaDuree } from './motifs.js';

export interface Argent {
  tient: boolean;
  dit: string[];
}

/** Under it, an amount printed in euros is none. */
const DEMI_EURO = 0.5;

export const atLeast = (measure: number, threshold: number): boolean =>
  measure >= threshold - 1e-9 * Math.max(1, Math.abs(threshold));

/** What the departure of an actor does; nothing where it takes no more than it gave. `tolere`: share of the expenses that may lack. */
export function argentParti(c: Chiffrage, gone: string, tried: Scenario, tolere: number): Argent {
  const { solde, depenses } = soldeSans(c, gone, tried.financements);
  const before = c.recettesTotales - c.depensesTotales;
  if (before - solde < DEMI_EURO) return { tient: true, dit: [] };
  if (solde > -DEMI_EURO) return { tient: true, dit: ['le budget tient sans son argent'] };
  const already = before < -DEMI_EURO ? `, ${euros(-before)} avant son départ` : '';
  return {
    tient: atLeast(solde, -tolere * depenses),
    dit: [`il manquerait ${euros(-solde)} ${surLaDuree(c.annees)}${already}`],
  };
}

/** Whether a cost or a receipt follows the volume of a modality. */
const parUnite = ({ moyens, financements }: Scenario): boolean =>
  (moyens.fonctionnement ?? []).some((one) => one.cout_unitaire !== undefined) ||
  financements.some((one) => one.tarif !== undefined);

/** Whether one does in any scenario: asked once of the study, for each trial of each scenario tells it. */
export const montantsAuVolume = parObjet((study: Study) => study.scenarios.some(parUnite));

/** What another volume does to the costs and receipts that follow it; nothing where none does. */
export function argentDuVolume(
  study: Study,
  c: Chiffrage,
  tried: Scenario,
  hypotheses: Hypotheses,
  seuils: Seuils,
): Argent {
  if (!parUnite(tried)) return { tient: true, dit: [] };
  const { recettesTotales, depensesTotales } = chiffrer(study, tried, hypotheses, seuils);
  const [before, after] = [c.recettesTotales - c.depensesTotales, recettesTotales - depensesTotales];
  if (Math.abs(after - before) < DEMI_EURO) return { tient: true, dit: [] };
  return {
    tient: after >= before || atLeast(after, -seuils.equilibre * depensesTotales),
    dit: [`solde ${surLaDuree(c.annees)} : ${euros(after)}, ${euros(before)} au volume prévu`],
  };
}
