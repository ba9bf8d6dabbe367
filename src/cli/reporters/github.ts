import type { CheckReporter } from './report.js';

const escapeText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Workflow commands that GitHub shows beside the faulty line of a pull request. */
export const reportGithub: CheckReporter = ({ diagnostics }) =>
  diagnostics
    .map(({ gravite, fichier, plage, code, chemin, message, aide, lies = [] }) => {
      const properties = [
        `file=${escapeProperty(fichier)}`,
        `line=${plage.ligne}`,
        `col=${plage.colonne}`,
        `endColumn=${plage.colonne + plage.longueur}`,
        `title=${escapeProperty(code)}`,
      ].join(',');
      const others = lies.map((lieu) => `${lieu.fichier}:${lieu.plage.ligne} (${lieu.chemin})`).join(', ');
      const text = [
        chemin === '' ? message : `${chemin} : ${message}`,
        aide,
        others ? `À rapprocher de ${others}.` : '',
      ]
        .filter(Boolean)
        .join(' ');
      return `::${gravite === 'erreur' ? 'error' : 'warning'} ${properties}::${escapeText(text)}\n`;
    })
    .join('');
