/** All the tables and figures of the diagnostic, by name, in the order in which a workbook shows them. */
import type { DiagnosticAnalysis } from '../../analysis/diagnostic/index.js';
import type { Study } from '../../study/study.js';
import type { Fabrique } from '../cells.js';
import type { ChartTheme } from '../charts/theme.js';
import type { Exhibits } from '../types.js';
import { acteursExhibits } from './acteurs.js';
import { acteursInventaire } from './acteurs-inventaire.js';
import { liensExhibits } from './acteurs-liens.js';
import { actionsExhibits } from './actions.js';
import { actionsInventaire } from './actions-inventaire.js';
import { besoinsExhibits, besoinsInventaire } from './besoins.js';
import { experiencesExhibits, experiencesInventaire } from './experiences.js';
import { outilsExhibits, outilsInventaire } from './outils.js';
import { journalExhibits, participationExhibits } from './participation.js';
import { annexesExhibits, syntheseExhibits } from './synthese.js';
import { chiffresExhibits, comiteExhibits, territoireExhibits } from './territoire.js';

const FABRIQUES: readonly Fabrique[] = [
  chiffresExhibits,
  participationExhibits,
  journalExhibits,
  territoireExhibits,
  besoinsExhibits,
  actionsExhibits,
  acteursExhibits,
  liensExhibits,
  outilsExhibits,
  experiencesExhibits,
  syntheseExhibits,
  besoinsInventaire,
  actionsInventaire,
  acteursInventaire,
  outilsInventaire,
  experiencesInventaire,
  annexesExhibits,
  comiteExhibits,
];

export function diagnosticExhibits(study: Study, analysis: DiagnosticAnalysis, theme: ChartTheme): Exhibits {
  const contexte = { etude: study, analyse: analysis, theme };
  return new Map(FABRIQUES.flatMap((fabrique) => fabrique(contexte)).map((exhibit) => [exhibit.name, exhibit]));
}
