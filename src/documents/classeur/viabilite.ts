/** Sheet of the viability tests: measures and verdicts recompute, those on people and law from the sheet of the scenario's frame. */
import { commun } from '../../analysis/scenarios/cles.js';
import type { ScenarioEvalue } from '../../analysis/scenarios/comparaison/evaluation.js';
import type { DefinitionTest } from '../../analysis/scenarios/viabilite/definition.js';
import { TESTS } from '../../analysis/scenarios/viabilite/tests-viabilite.js';
import { court } from '../../exhibits/scenarios/contexte.js';
import type { CellFormat } from '../../exhibits/types.js';
import { type Classeur, type Feuille, nomDe } from './grille.js';
import { POIDS } from './regles.js';

const FORMATS: Readonly<Record<DefinitionTest['unite'], CellFormat>> = {
  part: 'pourcent',
  '€': 'euros',
  indice: 'decimal',
  '': 'entier',
};

export function feuilleViabilite(classeur: Classeur, scenarios: readonly ScenarioEvalue[]): Feuille {
  const g = classeur.feuille('Viabilité', 'Tests de viabilité', [34, 40, 10, ...scenarios.flatMap(() => [18, 14])], 4);
  g.texte(
    2,
    1,
    'Tous les tests se recalculent. Les épreuves « et si… » sont dans la feuille « Tests de viabilité », en valeurs.',
    'note',
  );
  g.entetes(4, [
    'Test',
    'Ce qui est mesuré',
    'Poids',
    ...scenarios.flatMap((one) => [`${court(one)} : mesure`, `${court(one)} : satisfait`]),
  ]);
  let row = 5;
  for (const { id, libelle } of scenarios[0]?.viabilite.tests ?? []) {
    g.texte(row, 1, libelle);
    g.texte(row, 2, TESTS[id].grandeur);
    g.saisie(row, 3, commun.poidsTest(id), POIDS, 'decimal', nomDe('poids_test', id));
    scenarios.forEach(({ chiffrage: { cles: k } }, i) => {
      g.calcul(row, 4 + 2 * i, k.mesureTest(id), FORMATS[TESTS[id].unite]);
      g.calcul(row, 5 + 2 * i, k.verdict(id), 'texte');
    });
    row++;
  }
  const verdicts = [5, 4, row - 1, 3 + 2 * scenarios.length] as const;
  g.signaler(verdicts, (cell) => `${cell}="non"`);
  g.signaler(verdicts, (cell) => `${cell}="sous condition"`, 'attention');
  g.signaler(verdicts, (cell) => `${cell}="oui"`, 'bon');
  g.texte(row, 1, 'Tests satisfaits', 'total');
  g.texte(row + 1, 1, 'Indice sur 100', 'total');
  scenarios.forEach(({ chiffrage: { cles: k } }, i) => {
    g.calcul(row, 5 + 2 * i, k.total('tests_satisfaits'), 'entier', { total: true });
    g.calcul(row + 1, 5 + 2 * i, k.total('indice_viabilite'), 'decimal', { total: true });
  });
  return g;
}
