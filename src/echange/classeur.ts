/** Workbooks that are handed out: empty, of the date that they are given. */
import type { Workbook } from 'exceljs';

export async function classeurDate(date: Date): Promise<Workbook> {
  const { default: Excel } = await import('exceljs/lib/doc/workbook.js');
  const workbook = new Excel();
  workbook.created = date;
  workbook.modified = date;
  return workbook;
}
