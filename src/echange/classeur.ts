/** Workbooks that are handed out: empty, with the properties that a screen reader and a list of files show, and a page set up for wide tables. */
import type { Workbook, Worksheet } from 'exceljs';
import { unzipSync } from 'fflate';
import { packed } from '../render/ooxml/parts.js';

/** What a workbook is, who hands it out, and the date of what it holds. */
export interface Identite {
  titre: string;
  auteur: string;
  date: Date;
}

export async function classeurDe({ titre, auteur, date }: Identite): Promise<Workbook> {
  const { default: Excel } = await import('exceljs/lib/doc/workbook.js');
  const workbook = new Excel();
  return Object.assign(workbook, {
    ...{ title: titre, creator: auteur, lastModifiedBy: auteur, language: 'fr-FR', created: date, modified: date },
  });
}

/** Characters across an A4 page on its side, at a size that is read without effort. */
const PAGE = 165;

/** Prints a wide sheet over pages that are read, each with the headings of its columns and what names its rows. */
export function enPages(sheet: Worksheet, largeur: number, nommees: string): void {
  Object.assign(sheet.pageSetup, {
    ...{
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: Math.ceil(largeur / PAGE),
      fitToHeight: 0,
    },
    ...{ printTitlesRow: '1:1', printTitlesColumn: nommees },
  });
}

/** The same bytes for the same workbook: one that nobody touched is known from one that somebody began to fill. */
export async function octetsDe(workbook: Workbook): Promise<Uint8Array> {
  const archive = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as never);
  return packed(unzipSync(new Uint8Array(archive)));
}
