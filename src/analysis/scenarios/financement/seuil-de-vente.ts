/** How much is to be sold for a year to balance: what a price by unit earns, less what a unit costs, against all the rest. */
import { cellAt, numberAt } from '../../../lists/at.js';
import type { Scenario } from '../../../study/types.gen.js';
import type { Chiffrage } from '../chiffrage.js';
import { activiteDe, activiteDeLaRecette } from '../depenses-et-charge/activite.js';
import { comptesParAn } from './comptes.js';
import { total } from './financement.js';

export interface SeuilDeVente {
  modalite: Scenario['modalites'][number];
  /** Units that balance the last year, rounded up; null when each unit costs more than it earns. */
  seuil: number | null;
  /** Units of that year in the plan. */
  prevu: number;
  /** Whose account balances, by ids of actors; none where there is but one account. */
  titulaires: string[];
}

/** Below so many units, a part of one counts. */
const A_L_UNITE = 20;

/** What is to be sold is rounded up, for less would not do. */
function entierAuDessus(value: number): number {
  const parts = value < A_L_UNITE ? 10 : 1;
  return Math.ceil(value * parts - 1e-9) / parts;
}

/**
 * Of each modality that is sold by unit, in the last year of the plan, other receipts and expenses as they are; none for a year that balances without a sale, nor where
 * an aid follows what is spent, for it would change with what is sold. Where payers have accounts of their own, that of who sells is to balance.
 */
export function seuilsDeVente(chiffrage: Chiffrage): SeuilDeVente[] {
  const { scenario, lignes, montants, recettes, annees } = chiffrage;
  const last = annees - 1;
  if (last < 0) return [];
  const earnedBy = (s: number): number => cellAt(recettes, s, last);
  const accounts = comptesParAn(chiffrage);
  return scenario.modalites.flatMap((modalite, rang): SeuilDeVente[] => {
    const selling = scenario.financements.flatMap((source, s) =>
      activiteDeLaRecette(scenario, source, annees)?.modalite === rang && earnedBy(s) > 0 ? [s] : [],
    );
    const activite = activiteDe(scenario, modalite.id, annees);
    if (selling.length === 0 || !activite) return [];
    const following = lignes.flatMap(({ activite: of }, i) => (of?.modalite === rang ? [i] : []));
    const account = accounts.find(({ sources }) => selling.every((s) => sources.includes(s)));
    // Sold by several, or at the cost of another, it balances no account alone.
    if (accounts.length > 0 && !(account && following.every((i) => account.lignes.includes(i)))) return [];
    const own = account?.sources ?? [...scenario.financements.keys()];
    if (own.some((s) => scenario.financements[s]?.taux !== undefined && earnedBy(s) > 0)) return [];
    const sold = total(selling.map(earnedBy));
    const cost = total(following.map((i) => cellAt(montants, i, last)));
    const spent = total((account?.lignes ?? [...lignes.keys()]).map((i) => cellAt(montants, i, last)));
    const moved = account ? numberAt(account.verses, last) - numberAt(account.recus, last) : 0;
    const prevu = activite.volume.mode * numberAt(activite.montee, last);
    const toCover = spent + moved - cost - (total(own.map(earnedBy)) - sold);
    if (toCover <= 0) return [];
    const seuil = sold > cost ? entierAuDessus((prevu * toCover) / (sold - cost)) : null;
    return [{ modalite, prevu, seuil, titulaires: account?.titulaires ?? [] }];
  });
}
