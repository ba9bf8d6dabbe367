/** Formulas of a workbook, beside what LibreOffice makes of them. */
import type { Cell, Workbook } from 'exceljs';

/** The reader of the test leaves out the cached zero of a formula. */
export const result = ({ value }: Cell): unknown =>
  typeof value === 'object' && value !== null && 'formula' in value ? (value.result ?? 0) : value;

export const near = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
    : a === b;

/** Formulas whose value in the file is not what LibreOffice finds, and those that give an error. */
export function differences(carried: Workbook, computed: Workbook): { formulas: number; faults: string[] } {
  const faults: string[] = [];
  let formulas = 0;
  carried.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (!cell.formula) return;
        formulas++;
        const again = result(computed.getWorksheet(sheet.name)?.getCell(cell.address) as Cell);
        if (!near(result(cell), again))
          faults.push(
            `${sheet.name}!${cell.address} ${cell.formula} : ${String(result(cell))} ≠ ${JSON.stringify(again)}`,
          );
      });
    });
  });
  return { formulas, faults };
}
