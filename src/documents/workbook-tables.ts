/** A workbook of plain tables: each exhibit, each inventory and the table behind each figure on its sheet. */

import type { Exhibits, TableExhibit } from '../exhibits/types.js';
import type { Study } from '../study/study.js';
import { duJour } from '../texte/dates.js';
import type { DocumentTree } from './tree.js';
import type { WorkbookModel } from './workbook.js';

/** Two exhibits that show the same rows share a sheet. */
function tablesOf(exhibits: Exhibits): { part: string | undefined; table: TableExhibit }[] {
  const seen = new Set<string>();
  return [...exhibits.values()]
    .flatMap((exhibit) => {
      const table = exhibit.kind === 'table' ? exhibit : exhibit.data;
      const part = table.part === undefined ? exhibit.part : table.part;
      return part === null ? [] : [{ part, table }];
    })
    .filter(({ table }) => {
      const content = JSON.stringify([table.columns.map(({ key }) => key), table.rows]);
      if (table.rows.length > 0 && seen.has(content)) return false;
      seen.add(content);
      return true;
    });
}

export const HOW_TO_READ =
  'Chaque feuille porte un tableau que l’on peut filtrer et trier ; les chiffres sont ceux du document PDF de même version. Une note sur un en-tête dit comment la colonne est calculée.';

/** `order` of the parts in the workbook; an exhibit that names none goes to the last one. */
export function tablesWorkbook(
  study: Study,
  exhibits: Exhibits,
  { meta }: DocumentTree,
  order: readonly string[],
  howToRead = HOW_TO_READ,
): WorkbookModel {
  const other = order.at(-1) ?? '';
  return {
    title: `${meta.deliverable} – ${meta.title}`,
    subject: meta.subject,
    author: meta.author,
    version: meta.version,
    date: meta.date,
    intro: [
      `Version ${meta.version} ${duJour(meta.date)}. ${meta.state.label}.`,
      `Maître d’ouvrage : ${study.etude.maitre_ouvrage.nom}. Prestataire : ${study.etude.prestataire.nom}.`,
      howToRead,
      ...meta.notices,
    ],
    sheets: tablesOf(exhibits)
      .map(({ part = other, table }) => ({ part, table }))
      .sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part)),
  };
}
