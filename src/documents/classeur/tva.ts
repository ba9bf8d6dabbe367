/** The tax that a scenario does not recover, below its expenses: its coefficient and the rate of each expense are inputs. */
import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import { type Feuille, nomDe } from './grille.js';
import { PART } from './regles.js';

/** Gives the next free row. */
export function tva(g: Feuille, top: number, { chiffrage }: ScenarioEvalue): number {
  const { scenario, lignes, cles: k } = chiffrage;
  const taxed = lignes.flatMap((ligne, i) => (ligne.tva ? [{ ligne, i }] : []));
  const [first] = taxed;
  if (!first) return top;
  g.texte(top, 1, 'TVA non déduite', 'partie');
  g.texte(
    top + 1,
    1,
    first.ligne.tva?.incluse
      ? 'Les montants unitaires comprennent la TVA ; la part que le porteur déduit en est retirée.'
      : 'Les montants unitaires sont hors taxes ; la part de la TVA que le porteur ne déduit pas s’y ajoute.',
    'note',
  );
  g.texte(top + 2, 2, 'Coefficient de déduction');
  g.saisie(top + 2, 3, k.total('coefficient_tva'), PART, 'pourcent', nomDe('coefficient_tva', scenario.id));
  g.entetes(top + 3, ['', 'Dépense', 'Taux de TVA']);
  taxed.forEach(({ ligne, i }, place) => {
    g.texte(top + 4 + place, 2, ligne.libelle);
    g.saisie(top + 4 + place, 3, k.ligne('tva', i), PART, 'pourcent');
  });
  return top + taxed.length + 6;
}
