import { CODES_COHERENCE } from '../../analysis/coherence/codes.js';
import { packageName } from '../../package/package.js';
import { CODES } from '../../study/codes/codes.js';
import type { Lieu } from '../../study/diagnostic.js';
import type { CheckReporter } from './report.js';

const explained = new Map(Object.entries({ ...CODES, ...CODES_COHERENCE }));

const locationOf = ({ fichier, plage, chemin }: Lieu): object => ({
  physicalLocation: {
    artifactLocation: { uri: fichier.split('/').map(encodeURIComponent).join('/') },
    region: {
      startLine: plage.ligne,
      startColumn: plage.colonne,
      endColumn: plage.colonne + plage.longueur,
    },
  },
  ...(chemin === '' ? {} : { logicalLocations: [{ fullyQualifiedName: chemin }] }),
});

/** SARIF 2.1.0, the format that code hosts and editors import. */
export const reportSarif: CheckReporter = ({ diagnostics }) => {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'atelier',
            version: packageName().version,
            language: 'fr',
            rules: codes.map((code) => ({
              id: code,
              shortDescription: { text: explained.get(code)?.titre ?? code },
              fullDescription: { text: explained.get(code)?.explication ?? code },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((found) => ({
          ruleId: found.code,
          ruleIndex: codes.indexOf(found.code),
          level: found.gravite === 'erreur' ? 'error' : 'warning',
          message: { text: [found.message, found.aide].filter(Boolean).join(' ') },
          locations: [locationOf(found)],
          ...(found.lies?.length
            ? { relatedLocations: found.lies.map((lieu, id) => ({ id: id + 1, ...locationOf(lieu) })) }
            : {}),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};
