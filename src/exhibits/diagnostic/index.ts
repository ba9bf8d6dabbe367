/** All the tables and figures of the diagnostic, by name, in the order in which a workbook shows them. */
import type { DiagnosticAnalysis } from '../../analysis/diagnostic/index.js';
import type { Study } from '../../study/study.js';
import { dansLaPartie, type Fabrique } from '../cells.js';
import type { ChartTheme } from '../charts/drawing/theme.js';
import type { Exhibits } from '../types.js';
import { acteursExhibits } from './acteurs/acteurs.js';
import { acteursInventaire } from './acteurs/inventaire.js';
import { liensExhibits } from './acteurs/liens.js';
import { actionsExhibits } from './actions/actions.js';
import { actionsInventaire } from './actions/inventaire.js';
import { annexesExhibits } from './annexes.js';
import { besoinsExhibits } from './besoins/besoins.js';
import { besoinsInventaire } from './besoins/inventaire.js';
import { chiffresExhibits, comiteExhibits } from './chiffres-cles.js';
import { experiencesExhibits, experiencesInventaire } from './experiences.js';
import { outilsExhibits, outilsInventaire } from './outils.js';
import { journalExhibits, participationExhibits } from './participation.js';
import { syntheseExhibits } from './synthese.js';
import { territoireExhibits } from './territoire.js';

/** Each room, with its part of the workbook. */
const FABRIQUES: readonly (readonly [part: string, fabrique: Fabrique])[] = [
  ['Ensemble', chiffresExhibits],
  ['Participation', participationExhibits],
  ['Participation', journalExhibits],
  ['Territoire', territoireExhibits],
  ['Besoins', besoinsExhibits],
  ['Actions conduites', actionsExhibits],
  ['Acteurs et outils', acteursExhibits],
  ['Acteurs et outils', liensExhibits],
  ['Acteurs et outils', outilsExhibits],
  ['Expériences comparées', experiencesExhibits],
  ['Synthèse', syntheseExhibits],
  ['Inventaires', besoinsInventaire],
  ['Inventaires', actionsInventaire],
  ['Inventaires', acteursInventaire],
  ['Inventaires', outilsInventaire],
  ['Inventaires', experiencesInventaire],
  ['Annexes', annexesExhibits],
  ['Annexes', comiteExhibits],
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
    FABRIQUES.flatMap(([part, fabrique]) => dansLaPartie(part, fabrique(contexte)))
      .filter(({ name }) => !internes.includes(name))
      .map((exhibit) => [exhibit.name, exhibit]),
  );
}
