/** The workbook of the year, recomputed by LibreOffice: what it carries, then what a reader writes in its log of measures. */
import type { Cell } from 'exceljs';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { modeOperatoire } from '../../src/documents/livrables/mode-operatoire.js';
import type { WorkbookModel } from '../../src/documents/workbook.js';
import { loadTheme } from '../../src/render/theme.js';
import { renderXlsx } from '../../src/render/xlsx/index.js';
import { etudeVive, templatesDuProgramme } from '../support/composed.js';
import { hasSoffice, recalculateAll } from '../support/soffice.js';

const SUIVI = 'Suivi des indicateurs';
const DEMANDES = 'Journal des demandes';
const CONDITIONS = 'Suivi des conditions';
const JOURS = 'Suivi des jours';
const JOURNAL = 'Journal des mesures';

/** The sheets to be filled, as they stand once measures were made. */
async function feuilles(): Promise<WorkbookModel> {
  const study = await etudeVive('data');
  const later = {
    ...study,
    reunions: study.reunions.filter(({ date }) => date < '2018-06-01'),
    etude: {
      ...study.etude,
      livrables: study.etude.livrables?.map((one) =>
        one.id === 'mode-operatoire' ? { ...one, date: '2019-12-31' } : one,
      ),
    },
  };
  const templates = await templatesDuProgramme();
  const { produced } = modeOperatoire.compose({
    study: later as typeof study,
    theme: (await loadTheme()).charts,
    templates,
    options: { projet: true },
  });
  const workbook = produced[0]?.workbook;
  if (!workbook) throw new Error('a workbook expected');
  return { ...workbook, sheets: workbook.sheets.filter((sheet) => sheet.kind === 'grille') };
}

/** The reader of the test leaves out the cached zero of a formula. */
const value = ({ value: v }: Cell): unknown =>
  typeof v === 'object' && v !== null && 'formula' in v ? (v.result ?? 0) : v;
const rowOf = (workbook: ExcelJS.Workbook, row: number): unknown[] =>
  [7, 8, 9, 10].map((column) => value(workbook.getWorksheet(SUIVI)?.getRow(row).getCell(column) as Cell));

describe.runIf(hasSoffice())('the log of measures', () => {
  it('keeps every measure, and shows the last one of each indicator', async () => {
    const { bytes } = await renderXlsx(await feuilles(), await loadTheme());
    const carried = new ExcelJS.Workbook();
    await carried.xlsx.load(bytes as never);
    const changed = new ExcelJS.Workbook();
    await changed.xlsx.load(bytes as never);
    const log = changed.getWorksheet(JOURNAL);
    const free = Array.from({ length: 80 }, (_, i) => i + 5).find((row) => log?.getRow(row).getCell(2).value === null);
    const written = log?.getRow(free ?? 0);
    if (!written) throw new Error('a blank line expected');
    written.getCell(1).value = new Date('2020-03-31');
    written.getCell(2).value = 1;
    written.getCell(4).value = 3;
    const noted = (sheet: string, row: number, cells: Readonly<Record<number, unknown>>): void => {
      for (const [column, cell] of Object.entries(cells))
        Object.assign(changed.getWorksheet(sheet)?.getRow(row).getCell(Number(column)) ?? {}, { value: cell });
    };
    const [monday, friday] = [new Date('2018-10-29'), new Date('2018-11-02')];
    noted(DEMANDES, 5, { 2: monday, 6: monday });
    // The first of November is no working day.
    noted(DEMANDES, 6, { 2: monday, 6: friday });
    noted(DEMANDES, 7, { 2: monday });
    noted(CONDITIONS, 5, { 5: friday, 7: monday });
    noted(JOURS, 5, { 3: 6, 4: 1.5 });
    noted(JOURS, 6, { 3: 2 });
    const [as, then] = await recalculateAll([
      bytes,
      new Uint8Array(await changed.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as never)),
    ]);
    if (!as || !then) throw new Error('two workbooks expected');
    for (let row = 5; row <= 12; row++) expect(rowOf(as, row), `row ${row}`).toEqual(rowOf(carried, row));
    const [count, measure, , reached] = rowOf(carried, 5) as [number, number, string, string];
    expect(count).toBeGreaterThan(1);
    expect(reached).toBe('oui');
    // A third, poorer measure: the two before it stay in the log.
    expect(rowOf(then, 5)).toEqual([count + 1, 3, new Date('2020-03-31'), 'non']);
    expect(measure).not.toBe(3);
    const read = (workbook: ExcelJS.Workbook, sheet: string, row: number, column: number): unknown =>
      value(workbook.getWorksheet(sheet)?.getRow(row).getCell(column) as Cell);
    // An answer of the same day takes no day; one that is not given has no delay.
    expect([5, 6, 7].map((row) => read(then, DEMANDES, row, 7) || 0)).toEqual([0, 3, 0]);
    expect(read(then, CONDITIONS, 5, 8)).toBe(-3);
    // What the program counts and what the sheet counts are one figure.
    for (let row = 5; row <= 17; row++)
      expect(read(as, CONDITIONS, row, 8) || 0, `row ${row}`).toBe(read(carried, CONDITIONS, row, 8) || 0);
    expect(read(carried, CONDITIONS, 6, 8)).toBe(10);
    const ends = [15, 16, 17].map((column) => [5, 6].map((row) => read(then, JOURS, row, column)));
    expect(ends).toEqual([
      [7.5, 2],
      [81, 25],
      [73.5, 23],
    ]);
    // Every team that owes days has its line, and the last one adds them up.
    const teams = then.getWorksheet(JOURS)?.getColumn(1).values.slice(5) as string[];
    expect(teams).toContain('Combrailles Durables');
    expect(teams.at(-1)).toBe('Ensemble');
    expect(read(then, JOURS, 4 + teams.length, 15)).toBe(9.5);
    const [none, , , unmeasured] = rowOf(carried, 12);
    expect([none, unmeasured]).toEqual([0, 'non mesuré']);
  }, 60_000);
});
