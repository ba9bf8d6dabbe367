/** Cash month by month, below a scenario's funding plan. */
import type { ScenarioEvalue } from '../../analysis/scenarios/evaluation.js';
import type { Hypotheses } from '../../analysis/scenarios/hypotheses.js';
import type { FeuilleCouts } from './couts.js';
import { adresse, type Grille, plage } from './grille.js';

const MOIS = 12;

/** Same rule as `tresorerie`: running costs by twelfths, purchases in the first month, receipts after their delay. */
export function tresorerieParMois(
  g: Grille,
  top: number,
  { first, amount, years }: { first: number; amount: number; years: number },
  one: ScenarioEvalue,
  couts: FeuilleCouts,
  h: Hypotheses,
): string {
  const { scenario, lignes, montants, recettes, tresorerie } = one.chiffrage;
  const list = scenario.financements;
  const months = years * MOIS;
  g.texte(top, 1, 'Trésorerie mois par mois', 'partie');
  g.entetes(top + 1, ['Mois', 'Dépenses (€)', 'Recettes (€)', 'Solde (€)']);
  const m1 = top + 2;
  const sections = couts.grille.plage(couts.premiere, couts.colonneSection, couts.derniere, couts.colonneSection);
  for (let month = 0; month < months; month++) {
    const row = m1 + month;
    const year = Math.floor(month / MOIS);
    const opening = month % MOIS === 0;
    const spent = couts.grille.plage(
      couts.premiere,
      couts.colonneMontants + year,
      couts.derniere,
      couts.colonneMontants + year,
    );
    g.constante(row, 1, month + 1, 'entier');
    const running = `SUMIFS(${spent},${sections},"Fonctionnement")/${MOIS}`;
    const bought = `SUMIFS(${spent},${sections},"Investissement")`;
    const out = lignes.reduce((sum, { section }, i) => {
      const value = montants[i]?.[year] ?? 0;
      return sum + (section === 'investissement' ? (opening ? value : 0) : value / MOIS);
    }, 0);
    g.calcul(row, 2, opening ? `${running}+${bought}` : running, out, 'euros');
    const parts = list.map((_, s) => {
      const line = first + s;
      const received = plage(line, amount, line, amount + years - 1);
      const [delay, advance] = [adresse(line, 10), adresse(line, 11)];
      const rest = `IF(${month}>=${delay},INDEX(${received},1,INT((${month}-${delay})/${MOIS})+1)*(1-${advance})/${MOIS},0)`;
      return opening ? `${adresse(line, amount + year)}*${advance}+${rest}` : rest;
    });
    const into = list.reduce((sum, { acompte = 0, delai_versement_mois: delai = 0 }, s) => {
      const late = month - Math.round(delai);
      const later = late >= 0 ? ((recettes[s]?.[Math.floor(late / MOIS)] ?? 0) * (1 - acompte)) / MOIS : 0;
      return sum + (opening ? (recettes[s]?.[year] ?? 0) * acompte : 0) + later;
    }, 0);
    g.calcul(row, 3, parts.join('+') || '0', into, 'euros');
    const before = month === 0 ? 'hyp_tresorerie' : adresse(row - 1, 4);
    g.calcul(row, 4, `${before}+${adresse(row, 3)}-${adresse(row, 2)}`, tresorerie.soldes[month] ?? 0, 'euros');
  }
  const end = m1 + months;
  g.texte(end, 1, 'Solde le plus bas', 'total');
  return g.calcul(
    end,
    4,
    `MIN(hyp_tresorerie,${plage(m1, 4, end - 1, 4)})`,
    Math.min(h.tresorerieInitiale, tresorerie.minimum.solde),
    'euros',
    {
      total: true,
    },
  );
}
