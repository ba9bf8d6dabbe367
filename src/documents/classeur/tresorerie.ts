/** Cash month by month, below a scenario's funding plan. */
import type { ScenarioEvalue } from '../../analysis/scenarios/evaluation.js';
import type { Feuille } from './grille.js';

export function tresorerieParMois(g: Feuille, top: number, { chiffrage }: ScenarioEvalue): void {
  const { cles: k, tresorerie } = chiffrage;
  g.texte(top, 1, 'Trésorerie mois par mois', 'partie');
  g.entetes(top + 1, ['Mois', 'Dépenses (€)', 'Recettes (€)', 'Solde (€)']);
  let row = top + 2;
  for (const month of tresorerie.soldes.keys()) {
    g.constante(row, 1, month + 1, 'entier');
    g.calcul(row, 2, k.mois('depenses', month), 'euros');
    g.calcul(row, 3, k.mois('recettes', month), 'euros');
    g.calcul(row, 4, k.mois('solde', month), 'euros');
    row++;
  }
  g.signaler([top + 2, 4, row, 4], (cell) => `${cell}<0`);
  g.texte(row, 1, 'Solde le plus bas', 'total');
  g.calcul(row, 4, k.total('solde_minimum'), 'euros', { total: true });
  g.texte(row + 1, 1, 'Somme des découverts', 'total');
  g.calcul(row + 1, 4, k.total('decouverts'), 'euros', { total: true });
}
