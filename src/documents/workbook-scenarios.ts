/** The scenarios' workbook: sheets that recompute, then every table of the document. */
import { hypothesesDe } from '../analysis/scenarios/hypotheses.js';
import type { ContexteScenarios } from '../exhibits/scenarios/contexte.js';
import type { Exhibits } from '../exhibits/types.js';
import { feuilleComparaison, feuilleNotes } from './classeur/comparaison.js';
import { feuilleCouts } from './classeur/couts.js';
import { feuilleFinancement } from './classeur/financement.js';
import type { Grille } from './classeur/grille.js';
import { feuilleHypotheses } from './classeur/hypotheses.js';
import { feuilleResultats, feuilleSimulation, indicateursVivants } from './classeur/resultats.js';
import { feuilleViabilite } from './classeur/viabilite.js';
import type { DocumentTree } from './tree.js';
import type { Sheet, WorkbookModel } from './workbook.js';
import { tablesWorkbook, type WorkbookPart } from './workbook-tables.js';

const PARTS: readonly WorkbookPart[] = [
  { title: 'Tableaux du document : ensemble', pattern: /^(scenarios-cote-a-cote|hypotheses)$/ },
  { title: 'Tableaux du document : priorités et périmètre', pattern: /^(priorites|perimetres)/ },
  { title: 'Tableaux du document : scénarios', pattern: /^scenario-/ },
  {
    title: 'Annexes',
    pattern: /^(references-applicables|conformite-contrat|sources|glossaire|indicateurs|criteres|notes)/,
  },
  { title: 'Tableaux du document : comparaison', pattern: /./ },
];

const ORDER = [
  'Tableaux du document : ensemble',
  'Tableaux du document : priorités et périmètre',
  'Tableaux du document : scénarios',
  'Tableaux du document : comparaison',
  'Annexes',
];

const HOW_TO_READ =
  'Les premières feuilles se recalculent : changez une cellule jaune (un poids, un nombre d’ETP, un coût, un taux), et les totaux, les soldes, les tests et le classement suivent. Les autres cellules sont protégées, sans mot de passe. Les tableaux du document, plus loin, sont des valeurs : elles ne changent pas.';

/** The sheets that recompute, in reading order. */
export function feuillesVivantes({ etude, analyse, theme }: ContexteScenarios): Grille[] {
  const { scenarios, evaluation } = analyse;
  const hypotheses = hypothesesDe(etude);
  const couts = scenarios.map((one, i) => feuilleCouts(etude, one, i + 1));
  const financements = scenarios.map((one, i) => {
    const own = couts[i];
    if (!own) throw new RangeError('a scenario without its sheet of costs');
    return feuilleFinancement(etude, one, i + 1, own, hypotheses);
  });
  const viabilite = feuilleViabilite(etude, scenarios, couts, financements);
  const base = { couts, financements, viabilite };
  const notes = feuilleNotes(etude, analyse);
  const mesures = scenarios.map((one, i) => {
    const live = indicateursVivants(analyse, i, base);
    return new Map(
      (etude.criteres?.criteres ?? []).flatMap(({ id, mesure }): [string, string][] => {
        const formula = mesure.indicateur
          ? live.get(mesure.indicateur)?.formula
          : notes?.ref.get(`${id}/${one.chiffrage.scenario.id}`);
        return formula ? [[id, formula]] : [];
      }),
    );
  });
  const comparaison = evaluation ? feuilleComparaison(etude, analyse, evaluation, mesures) : null;
  return [
    feuilleResultats(analyse, { ...base, comparaison }, theme.series),
    ...(comparaison ? [comparaison.grille] : []),
    ...(notes ? [notes.grille] : []),
    viabilite.grille,
    feuilleHypotheses(etude),
    ...couts.flatMap(({ grille }, i) => [grille, ...(financements[i] ? [financements[i].grille] : [])]),
    feuilleSimulation(analyse),
  ];
}

export function scenariosWorkbook(contexte: ContexteScenarios, exhibits: Exhibits, tree: DocumentTree): WorkbookModel {
  const tables = tablesWorkbook(contexte.etude, exhibits, tree, PARTS, ORDER, HOW_TO_READ);
  const live = feuillesVivantes(contexte).map(
    ({ sheet }): Sheet => ({ part: 'Feuilles qui se recalculent', kind: 'grille', grid: sheet }),
  );
  return { ...tables, sheets: [...live, ...tables.sheets] };
}
