/** The prices of the receipts that follow the volume of a modality, where some do. */

import type { ScenarioEvalue } from '../../../analysis/scenarios/comparaison/evaluation.js';
import { activiteDeLaRecette } from '../../../analysis/scenarios/depenses-et-charge/activite.js';
import { nomDeLaSource } from '../../../analysis/scenarios/financement/regles-aides.js';
import { acteur } from '../../../exhibits/scenarios/contexte.js';
import type { Study } from '../../../study/study.js';
import { type Feuille, nomDe } from '../grille.js';
import { MONTANT } from '../regles.js';

/** Gives the next free row. */
export function tarifs(g: Feuille, top: number, etude: Study, one: ScenarioEvalue): number {
  const { scenario, annees: years, cles: k } = one.chiffrage;
  const own = scenario.financements.flatMap((source, s) => {
    const activite = activiteDeLaRecette(scenario, source, years);
    return activite ? [{ source, s, unite: activite.unite }] : [];
  });
  if (own.length === 0) return top;
  g.texte(top, 1, 'Tarifs', 'partie');
  g.texte(
    top + 1,
    1,
    'Le montant de la recette est le tarif × le volume de la modalité, dans la part du volume que chaque année atteint (feuille des coûts).',
    'note',
  );
  g.entetes(top + 2, ['Recette', 'Unité', 'Tarif (€)']);
  for (const [i, { source, s, unite }] of own.entries()) {
    const row = top + 3 + i;
    g.texte(
      row,
      1,
      nomDeLaSource(source, (id) => acteur(etude, id)),
    );
    g.texte(row, 2, unite);
    g.saisie(row, 3, k.source('tarif', s), MONTANT, 'prix', nomDe('tarif', scenario.id, source.id));
  }
  return top + own.length + 5;
}
