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
import { besoinsExhibits } from './besoins.js';
import { besoinsInventaire } from './besoins-inventaire.js';
import { chiffresExhibits, comiteExhibits } from './chiffres-cles.js';
import { experiencesExhibits, experiencesInventaire } from './experiences.js';
import { outilsExhibits, outilsInventaire } from './outils.js';
import { journalExhibits, participationExhibits } from './participation.js';
import { annexesExhibits, syntheseExhibits } from './synthese.js';
import { territoireExhibits } from './territoire.js';

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

/** `interne`: the edition that names actors beside what is thought of them; a public one shows counts. */
export function diagnosticExhibits(
  study: Study,
  analysis: DiagnosticAnalysis,
  theme: ChartTheme,
  interne = false,
): Exhibits {
  const contexte = { etude: study, analyse: analysis, theme, interne };
  const internes = interne ? [] : (study.etude.inventaires_internes ?? []).map((nom) => `${nom}-inventaire`);
  return new Map(
    FABRIQUES.flatMap((fabrique) => fabrique(contexte))
      .filter(({ name }) => !internes.includes(name))
      .map((exhibit) => [exhibit.name, exhibit]),
  );
}
