/** The scenarios' workbook: sheets that recompute, then every table of the document. */
import { modeleNotes, poserComparaison } from '../../analysis/scenarios/comparaison/modele.js';
import { avecPrecisions } from '../../exhibits/precisions.js';
import { type ContexteScenarios, court } from '../../exhibits/scenarios/contexte.js';
import type { Exhibits } from '../../exhibits/types.js';
import type { DocumentTree } from '../tree.js';
import type { Sheet, WorkbookModel } from '../workbook.js';
import { feuilleCadre } from './cadre.js';
import { feuilleComparaison, feuilleNotes } from './comparaison.js';
import { feuilleCouts } from './couts.js';
import { feuilleFinancement } from './financement.js';
import { classeurDe, type Grille } from './grille.js';
import { feuilleHypotheses } from './hypotheses.js';
import { feuilleResultats, feuilleSimulation } from './resultats.js';
import { siglesDuClasseur } from './sigles-du-classeur.js';
import { feuilleViabilite } from './viabilite.js';
import { tablesWorkbook } from './workbook-tables.js';

const VIVANTES = 'Feuilles qui se recalculent';

const DOCUMENT = 'Tableaux du document';

const PARTS = [
  { name: VIVANTES, readers: 'Pour qui chiffre et compare : une cellule jaune se change, tout suit.' },
  { name: `${DOCUMENT} : ensemble`, readers: 'Pour qui décide : les scénarios d’un coup d’œil.' },
  { name: `${DOCUMENT} : priorités et périmètre`, readers: 'Pour qui décide : d’où viennent les points.' },
  { name: `${DOCUMENT} : scénarios`, readers: 'Pour qui mettra en œuvre, et pour qui paie.' },
  { name: `${DOCUMENT} : comparaison`, readers: 'Pour qui décide : ce qui départage les scénarios.' },
  { name: 'Annexes', readers: 'Pour qui contrôle : critères, formules, montants, exigences, sources.' },
];

const HOW_TO_READ =
  'Les premières feuilles se recalculent : changez une cellule jaune (un poids, un nombre d’ETP, un coût, un taux), et les totaux, les soldes, les tests et le classement suivent. Les autres cellules sont protégées, sans mot de passe. Les tableaux du document, plus loin, gardent les valeurs imprimées ; leurs totaux s’y recalculent, sans suivre les cellules jaunes.';

/** A sheet that one opens by its tab, without the summary, must say it too. */
const IMPRIMEES = 'Valeurs imprimées dans le document : elles ne suivent pas les cellules jaunes.';

const imprimee = (sheet: Sheet): Sheet =>
  sheet.kind === 'tableaux' && sheet.part.startsWith(DOCUMENT) ? { ...sheet, note: IMPRIMEES } : sheet;

/** The sheets that recompute, in reading order. */
export function feuillesVivantes({
  etude,
  analyse,
  theme,
}: Pick<ContexteScenarios, 'etude' | 'analyse' | 'theme'>): Grille[] {
  const { scenarios, evaluation, ponderation } = analyse;
  const modele = modeleNotes(etude, scenarios, court);
  if (evaluation) poserComparaison(modele, etude, scenarios, evaluation, ponderation?.methode ?? 'direct');
  const classeur = classeurDe(modele);
  // Laid where they are read first: the sheet of results only refers to them.
  const hypotheses = feuilleHypotheses(classeur, etude);
  const parScenario = scenarios.flatMap((one, i) => [
    feuilleCouts(classeur, etude, one, i + 1),
    feuilleFinancement(classeur, etude, one, i + 1),
    feuilleCadre(classeur, etude, one, i + 1),
  ]);
  const viabilite = feuilleViabilite(classeur, scenarios);
  const notes = feuilleNotes(classeur, etude, analyse);
  const comparaison = evaluation ? feuilleComparaison(classeur, etude, analyse, evaluation) : null;
  const resultats = feuilleResultats(classeur, etude, analyse, comparaison, theme);
  classeur.ecrire();
  return [
    resultats,
    ...(comparaison ? [comparaison.grille] : []),
    ...(notes ? [notes] : []),
    viabilite,
    hypotheses,
    ...parScenario,
    feuilleSimulation(analyse),
  ];
}

export function scenariosWorkbook(contexte: ContexteScenarios, exhibits: Exhibits, tree: DocumentTree): WorkbookModel {
  const { etude } = contexte;
  const own = avecPrecisions(exhibits, etude, {
    date: tree.meta.date,
    inventaires: ['priorites', 'criteres', 'scenarios'],
  });
  const tables = tablesWorkbook(etude, own, tree, PARTS, HOW_TO_READ);
  const live = feuillesVivantes(contexte).map(({ sheet }): Sheet => ({ part: VIVANTES, kind: 'grille', grid: sheet }));
  return siglesDuClasseur({ ...tables, sheets: [...live, ...tables.sheets.map(imprimee)] });
}
