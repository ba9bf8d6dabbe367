import type { CheckReporter } from './report.js';

/** The diagnostics as they are, for a script. */
export const reportJson: CheckReporter = ({ diagnostics, files, entries }) => {
  const erreurs = diagnostics.filter(({ gravite }) => gravite === 'erreur').length;
  return `${JSON.stringify(
    { fichiers: files, fiches: entries, erreurs, avertissements: diagnostics.length - erreurs, diagnostics },
    null,
    2,
  )}\n`;
};
