/** Sheet of the viability tests: those on amounts and days recompute; those on people and law are verdicts to revise by hand. */
import type { ScenarioEvalue } from '../../analysis/scenarios/evaluation.js';
import { total } from '../../analysis/scenarios/financement.js';
import { court } from '../../exhibits/scenarios/contexte.js';
import type { CellFormat } from '../../exhibits/types.js';
import type { Study } from '../../study/study.js';
import type { FeuilleCouts } from './couts.js';
import type { FeuilleFinancement } from './financement.js';
import { adresse, type Grille, grille, nomDe, plage } from './grille.js';

export interface FeuilleViabilite {
  grille: Grille;
  indices: string[];
  satisfaits: string[];
}

interface Mesure {
  formula: string;
  value: number;
  format: CellFormat;
  /** Condition on the address of the measure. */
  passes: (cell: string) => string;
}

/** Same tolerance as the engine's. */
const atLeast = (cell: string, threshold: string): string =>
  `${cell}>=${threshold}-0.000000001*MAX(1,ABS(${threshold}))`;
const atMost = (cell: string, threshold: string): string => `${threshold}>=${cell}-0.000000001*MAX(1,ABS(${cell}))`;

function mesureDe(
  id: string,
  one: ScenarioEvalue,
  couts: FeuilleCouts,
  fin: FeuilleFinancement,
  minimum: boolean,
): Mesure | null {
  const { chiffrage } = one;
  const valeur = (name: string): number => chiffrage.indicateurs.get(name)?.valeur ?? 0;
  const cost = total(chiffrage.depensesAnnuelles);
  switch (id) {
    case 'equilibre':
      return {
        formula: `IF(${couts.coutTotal}>0,${fin.solde}/${couts.coutTotal},0)`,
        value: cost > 0 ? (chiffrage.recettesTotales - cost) / cost : 0,
        format: 'pourcent',
        passes: (cell) => atLeast(cell, '(-seuil_equilibre)'),
      };
    case 'autofinancement':
      return minimum
        ? {
            formula: fin.autofinancement,
            value: valeur('part_autofinancement'),
            format: 'pourcent',
            passes: (cell) => atLeast(cell, 'seuil_autofinancement'),
          }
        : null;
    case 'capacite':
      return {
        formula: couts.charge,
        value: chiffrage.charge.taux ?? 1e99,
        format: 'pourcent',
        passes: (cell) => atMost(cell, 'seuil_charge'),
      };
    case 'dependance':
      return {
        formula: fin.premierFinanceur,
        value: valeur('part_premier_financeur'),
        format: 'pourcent',
        passes: (cell) => atMost(cell, 'seuil_dependance'),
      };
    case 'tresorerie':
      return {
        formula: fin.tresorerieMin,
        value: chiffrage.tresorerie.minimum.solde,
        format: 'euros',
        passes: (cell) => atLeast(cell, 'seuil_tresorerie'),
      };
    default:
      return null;
  }
}

export function feuilleViabilite(
  etude: Study,
  scenarios: readonly ScenarioEvalue[],
  couts: readonly FeuilleCouts[],
  financements: readonly FeuilleFinancement[],
): FeuilleViabilite {
  const reference = etude.references.find(({ id }) => id === etude.criteres?.viabilite?.reference_autofinancement);
  const minimum = typeof reference?.valeur === 'number';
  const g = grille('Viabilité', 'Tests de viabilité', [36, 10, ...scenarios.flatMap(() => [18, 14])], 4);
  g.texte(
    2,
    1,
    'Les tests chiffrés se recalculent ; les verdicts en jaune viennent des inventaires et se changent à la main. Les épreuves « et si… » sont dans la feuille de chaque scénario, en valeurs.',
    'note',
  );
  g.entetes(4, [
    'Test',
    'Poids',
    ...scenarios.flatMap((one) => [`${court(one)} : mesure`, `${court(one)} : satisfait`]),
  ]);
  const tests = scenarios[0]?.viabilite.tests ?? [];
  const first = 5;
  const last = first + tests.length - 1;
  tests.forEach((test, t) => {
    const row = first + t;
    g.texte(row, 1, test.libelle);
    g.saisie(row, 2, test.poids, { type: 'nombre', min: 0, max: 100 }, 'decimal', nomDe('poids_test', test.id));
    scenarios.forEach((one, i) => {
      const own = one.viabilite.tests.find(({ id }) => id === test.id);
      const [c, f] = [couts[i], financements[i]];
      const measure = c && f ? mesureDe(test.id, one, c, f, minimum) : null;
      const verdict = own?.satisfait ? 'oui' : 'non';
      const column = 3 + 2 * i;
      if (measure) {
        g.calcul(row, column, measure.formula, measure.value, measure.format);
        g.calcul(row, column + 1, `IF(${measure.passes(adresse(row, column))},"oui","non")`, verdict, 'texte');
      } else {
        g.constante(row, column, own?.mesure ?? null, 'texte');
        g.saisie(
          row,
          column + 1,
          verdict,
          { type: 'liste', values: ['oui', 'non'] },
          'texte',
          nomDe('verdict', test.id, one.chiffrage.scenario.id),
        );
      }
    });
  });
  g.texte(last + 1, 1, 'Tests satisfaits', 'total');
  g.texte(last + 2, 1, 'Indice sur 100', 'total');
  const satisfaits: string[] = [];
  const indices = scenarios.map((one, i) => {
    const verdicts = plage(first, 4 + 2 * i, last, 4 + 2 * i);
    const weights = plage(first, 2, last, 2);
    const passed = one.viabilite.tests.filter(({ satisfait }) => satisfait).length;
    satisfaits.push(g.calcul(last + 1, 4 + 2 * i, `COUNTIF(${verdicts},"oui")`, passed, 'entier', { total: true }));
    return g.calcul(
      last + 2,
      4 + 2 * i,
      `IF(SUM(${weights})>0,SUMIFS(${weights},${verdicts},"oui")/SUM(${weights})*100,0)`,
      one.viabilite.indice,
      'decimal',
      { total: true },
    );
  });
  return { grille: g, indices, satisfaits };
}
