/** The rows that did not fit, as a workbook to send back to who keeps the list: the row as it was, what is wrong, what to write. */
import { classeurDe, enPages, type Identite, octetsDe } from './classeur.js';
import { TITRES_REJETS } from './entete.js';
import type { Rejet } from './ligne-lue.js';
import type { Ligne } from './tableau.js';

export async function classeurRejets(
  rejets: readonly Rejet[],
  lignes: readonly Ligne[],
  titres: readonly string[],
  identite: Identite,
): Promise<Uint8Array> {
  const workbook = await classeurDe(identite);
  const sheet = workbook.addWorksheet('À corriger', { views: [{ state: 'frozen', ySplit: 1 }] });
  const width = Math.max(titres.length, ...lignes.map(({ cellules }) => cellules.length));
  const heads = Array.from({ length: width }, (_, index) => titres[index] || `Colonne ${index + 1}`);
  sheet.addRow([...TITRES_REJETS, ...heads]).font = { bold: true };
  const rows = new Map(lignes.map((ligne) => [ligne.numero, ligne]));
  for (const numero of new Set(rejets.map(({ ligne }) => ligne))) {
    const own = rejets.filter(({ ligne }) => ligne === numero);
    const wrong = own.map(({ colonne, faute }) => (colonne ? `${colonne} : ${faute}` : faute)).join('\n');
    const todo = [...new Set(own.flatMap(({ aide }) => (aide ? [aide] : [])))].join('\n');
    const row = sheet.addRow([numero, wrong, todo, ...(rows.get(numero)?.cellules ?? [])]);
    row.alignment = { vertical: 'top', wrapText: true };
    for (const { colonne } of own) {
      const index = titres.indexOf(colonne ?? '');
      if (index >= 0)
        row.getCell(index + 4).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFCE4D6' } };
    }
  }
  for (const [index, wide] of [10, 50, 50].entries()) sheet.getColumn(index + 1).width = wide;
  for (let index = 4; index <= width + 3; index++) sheet.getColumn(index).width = 22;
  enPages(sheet, 110 + width * 22, 'A:B');
  return octetsDe(workbook);
}
