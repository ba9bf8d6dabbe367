import type { Diagnostic, Lieu } from '../../study/diagnostic.js';
import { compte } from '../../texte/accords.js';
import type { Paint } from '../terminal/colour.js';
import { codeFrame } from './code-frame.js';
import { type CheckReport, type CheckReporter, fautesComptees } from './report.js';
import { shownOf } from './shown.js';

const placeText = ({ fichier, plage, chemin }: Lieu, paint: Paint): string =>
  `  à rapprocher de ${paint.place(`${fichier}:${plage.ligne}:${plage.colonne}`)} (${chemin})`;

/** « fichier:ligne:colonne  gravité  code », the sentence, then the lines of the file. */
export function diagnosticText(diagnostic: Diagnostic, text: string | undefined, paint: Paint): string {
  const { fichier, plage, gravite, code, chemin, message, aide, correction, lies = [] } = diagnostic;
  const severity = gravite === 'erreur' ? paint.error('erreur') : paint.warning('attention');
  return [
    `${paint.place(`${fichier}:${plage.ligne}:${plage.colonne}`)}  ${severity}  ${code}`,
    `  ${chemin === '' ? '' : `${paint.strong(chemin)} : `}${message}`,
    ...(aide === undefined ? [] : [`  ${aide}`]),
    ...(correction === undefined ? [] : [`  Écrivez : ${correction.par} (« atelier corriger » le fait).`]),
    ...lies.map((lieu) => placeText(lieu, paint)),
    ...[codeFrame(text, plage, paint)].filter((frame) => frame !== ''),
  ].join('\n');
}

/** The last line: how much is wrong, and where to learn more. */
function summaryLine({ diagnostics, files, entries }: Omit<CheckReport, 'paint' | 'texts'>): string {
  const first = diagnostics[0];
  if (first === undefined) return `${compte(files, 'fichier')}, ${compte(entries, 'fiche')} : aucune erreur.`;
  const touched = new Set(diagnostics.map(({ fichier }) => fichier)).size;
  const told = diagnostics.find(({ gravite }) => gravite === 'erreur') ?? first;
  return `${fautesComptees(diagnostics)} dans ${compte(touched, 'fichier')} (${files} ${files < 2 ? 'lu' : 'lus'}). « atelier explain ${told.code} » en dit plus.`;
}

export const reportText: CheckReporter = (report) => {
  const { diagnostics, others } = report.toutes ? { ...report, others: [] } : shownOf(report.diagnostics);
  const blocks = diagnostics.map((diagnostic) =>
    diagnosticText(diagnostic, report.texts.get(diagnostic.fichier), report.paint),
  );
  const rest = others.length > 0 ? ['', ...others] : [];
  return `${[...blocks, ...rest, ...(blocks.length > 0 ? [''] : []), summaryLine(report)].join('\n')}\n`;
};
