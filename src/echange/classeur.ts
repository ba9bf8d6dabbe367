/** Workbooks that are handed out: empty, of the date that they are given. */
import type { Workbook } from 'exceljs';
import { unzipSync } from 'fflate';
import { packed } from '../render/ooxml/parts.js';

export async function classeurDate(date: Date): Promise<Workbook> {
  const { default: Excel } = await import('exceljs/lib/doc/workbook.js');
  const workbook = new Excel();
  workbook.created = date;
  workbook.modified = date;
  return workbook;
}

/** The same bytes for the same workbook: one that nobody touched is known from one that somebody began to fill. */
export async function octetsDe(workbook: Workbook): Promise<Uint8Array> {
  const archive = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as never);
  return packed(unzipSync(new Uint8Array(archive)));
}
