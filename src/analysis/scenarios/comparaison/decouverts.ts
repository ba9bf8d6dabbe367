/** What a plan said to be balanced leaves to be found, once all its receipts have come: the test admits a gap, a budget does not. */
import { sum } from 'd3-array';
import { enumerer } from '../../../texte/accords.js';
import { euros, pourcentPrecis } from '../../../texte/nombres.js';
import { type Chiffrage, soldesParAn } from '../chiffrage.js';
import { nomDuScenario } from '../noms.js';
import { ECART_TU } from '../tirages/simulation.js';

interface Decouvert {
  titre: string;
  /** Euros over the whole plan, above nought. */
  montant: number;
  /** Of the expenses, from 0 to 1. */
  part: number;
}

/** The scenarios that the test of balance admits with a gap that is more than a rounding, in their order. */
export function decouvertsAdmis(chiffrages: readonly Chiffrage[], seuil: number): Decouvert[] {
  return chiffrages.flatMap((chiffrage) => {
    const spent = sum(chiffrage.depensesAnnuelles);
    const montant = Math.round(-sum(soldesParAn(chiffrage)));
    const part = montant / spent;
    return spent > 0 && part > ECART_TU && part <= seuil
      ? [{ titre: nomDuScenario(chiffrage.scenario), montant, part }]
      : [];
  });
}

/** « 13 177 € pour « Régie » (2,6 % des dépenses) »; null when every plan is balanced, or is said not to be. */
export const decouvertsEnClair = (found: readonly Decouvert[]): string | null =>
  found.length === 0
    ? null
    : enumerer(
        found.map(
          ({ titre, montant, part }) => `${euros(montant)} pour « ${titre} » (${pourcentPrecis(part)} des dépenses)`,
        ),
      );
