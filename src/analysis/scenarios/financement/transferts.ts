/** What those who pay a scenario give one another: an expense of one, a receipt of the other, and neither of the whole. */
import type { Scenario } from '../../../study/types.gen.js';
import { fois, nombre, plus, puissance, UN } from '../../formules/formule.js';
import type { Modele } from '../../formules/modele.js';
import type { Cles } from '../cles.js';

export type Transfert = NonNullable<Scenario['transferts']>[number];

/** Whether it is paid in a year, from 0. */
const verseEn = ({ annees }: Transfert, y: number): boolean => annees?.includes(y + 1) ?? true;

/** Euros of a year, from 0. */
export function transfertDeLAnnee(transfert: Transfert, y: number): number {
  const { montant, evolution_annuelle: growth = 0 } = transfert;
  return verseEn(transfert, y) ? montant * (1 + growth) ** y : 0;
}

/** Euros of each year that one of these gives, less what it is given. */
export const netVerse = (
  { transferts = [] }: Pick<Scenario, 'transferts'>,
  estDuCompte: (acteur: string) => boolean,
  years: number,
): number[] =>
  Array.from({ length: years }, (_, y) =>
    transferts.reduce(
      (net, one) => net + (Number(estDuCompte(one.de)) - Number(estDuCompte(one.a))) * transfertDeLAnnee(one, y),
      0,
    ),
  );

/** Their amounts, their growth, and what each year gives: only where the scenario tells some. */
export function poserTransferts(m: Modele, k: Cles, { id, transferts = [] }: Scenario, years: number): void {
  for (const [t, one] of transferts.entries()) {
    const { evolution_annuelle: rate = 0 } = one;
    const chemin = `scenarios/${id}/transferts/${one.id}`;
    const amount = m.entree(k.transfert('montant', t), one.montant, {
      libelle: `montant de « ${one.libelle} »`,
      unite: '€',
      chemin,
    });
    const growth = m.entree(k.transfert('evolution', t), rate, {
      libelle: `hausse annuelle de « ${one.libelle} »`,
      unite: 'part',
      chemin,
    });
    for (let y = 0; y < years; y++) {
      const paid = m.entree(k.transfere(t, y), verseEn(one, y) ? 1 : 0, {
        libelle: `« ${one.libelle} » versé l’année ${y + 1}`,
        chemin,
      });
      m.calcul(k.transfertAn(t, y), fois(amount, paid, puissance(plus(UN, growth), nombre(y))), {
        libelle: `« ${one.libelle} » l’année ${y + 1}`,
        unite: '€',
      });
    }
  }
}
