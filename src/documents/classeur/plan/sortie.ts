/** What leaving a scenario would cost, below its funding plan: each amount is an input. */
import type { ScenarioEvalue } from '../../../analysis/scenarios/comparaison/evaluation.js';
import { NATURES_SORTIE } from '../../../analysis/scenarios/depenses-et-charge/sortie.js';
import { acteur } from '../../../exhibits/scenarios/contexte.js';
import type { Study } from '../../../study/study.js';
import type { Feuille } from '../grille.js';
import { MONTANT } from '../regles.js';

/** Gives the next free row. */
export function sortie(g: Feuille, top: number, etude: Study, { chiffrage }: ScenarioEvalue): number {
  const { scenario, cles: k } = chiffrage;
  const lines = scenario.cout_de_sortie ?? [];
  if (lines.length === 0) return top;
  g.texte(top, 1, 'Coût de sortie', 'partie');
  g.texte(top + 1, 1, 'Ce que coûterait de quitter le scénario : hors du budget et de la trésorerie.', 'note');
  g.entetes(top + 2, ['Sortie', 'À qui', 'Nature', 'Montant (€)']);
  lines.forEach((line, i) => {
    const row = top + 3 + i;
    g.texte(row, 1, line.libelle);
    g.texte(row, 2, acteur(etude, line.porteur ?? scenario.porteur));
    g.texte(row, 3, NATURES_SORTIE[line.nature]);
    g.saisie(row, 4, k.sortie(i), MONTANT, 'euros');
  });
  const last = top + 3 + lines.length;
  g.texte(last, 1, 'Total', 'total');
  g.calcul(last, 4, k.total('sortie'), 'euros', { total: true });
  return last + 3;
}
