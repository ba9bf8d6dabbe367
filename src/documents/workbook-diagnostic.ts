/** The diagnostic's workbook: each exhibit, each inventory and the table behind each figure on its sheet. */

import { formatDate } from '../exhibits/format.js';
import type { Exhibits, TableExhibit } from '../exhibits/types.js';
import type { Study } from '../study/study.js';
import type { DocumentTree } from './tree.js';
import type { WorkbookModel } from './workbook.js';

/** Parts of the workbook in reading order, and the exhibits of each; the first pattern that fits decides. */
const PARTS: readonly [string, RegExp][] = [
  ['Ensemble', /^chiffres-cles$/],
  ['Inventaires', /-inventaire$/],
  ['Annexes', /^(references-applicables|conformite-cctp|sources|glossaire|comite-pilotage)$/],
  ['Participation', /^(journal-)?participation|^angles-morts/],
  ['Territoire', /^(carte-communes|epci|perimetres|reperes)/],
  ['Besoins', /besoins/],
  ['Actions conduites', /^actions|^reussites/],
  ['Acteurs et outils', /^(acteurs|outils|interet|couverture|engagement)/],
  ['Expériences comparées', /experiences/],
  ['Synthèse', /^synthese/],
];

const ORDER = [
  'Ensemble',
  'Participation',
  'Territoire',
  'Besoins',
  'Actions conduites',
  'Acteurs et outils',
  'Expériences comparées',
  'Synthèse',
  'Inventaires',
  'Annexes',
];

const partOf = (name: string): string => PARTS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'Synthèse';

/** Two exhibits that show the same rows share a sheet. */
function tablesOf(exhibits: Exhibits): TableExhibit[] {
  const seen = new Set<string>();
  return [...exhibits.values()]
    .map((exhibit) => (exhibit.kind === 'table' ? exhibit : exhibit.data))
    .filter((table) => {
      const content = JSON.stringify([table.columns.map(({ key }) => key), table.rows]);
      if (table.rows.length > 0 && seen.has(content)) return false;
      seen.add(content);
      return true;
    });
}

export function diagnosticWorkbook(study: Study, exhibits: Exhibits, { meta }: DocumentTree): WorkbookModel {
  return {
    title: `${meta.deliverable} – ${meta.title}`,
    subject: meta.subject,
    author: meta.author,
    version: meta.version,
    date: meta.date,
    intro: [
      `Version ${meta.version} du ${formatDate(meta.date)}. ${meta.state.label}.`,
      `Maître d’ouvrage : ${study.etude.maitre_ouvrage.nom}. Prestataire : ${study.etude.prestataire.nom}.`,
      'Chaque feuille porte un tableau que l’on peut filtrer et trier ; les chiffres sont ceux du document PDF de même version. Une note sur un en-tête dit comment la colonne est calculée.',
      ...meta.notices,
    ],
    sheets: tablesOf(exhibits)
      .map((table) => ({ part: partOf(table.name), table }))
      .sort((a, b) => ORDER.indexOf(a.part) - ORDER.indexOf(b.part)),
  };
}
