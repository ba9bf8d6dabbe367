/** The pages of a printed sheet: tables that begin with their first rows, and no page for a line that is left over. */
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { loadTheme } from '../../../src/render/theme.js';
import { breaksOf, planPages, type Stretch } from '../../../src/render/xlsx/breaks.js';
import { renderXlsx } from '../../../src/render/xlsx/index.js';
import { printableSheets } from '../../../src/render/xlsx/long-tables.js';
import { endPages } from '../../../src/render/xlsx/page.js';
import { table as exhibit } from '../sample-tree.js';

const rows = (count: number, height = 10): number[] => Array.from({ length: count }, () => height);
/** A title, a header, then rows. */
const table = (first: number, last: number): Stretch => ({ first, head: first + 3, last });

describe('the ends of the pages of a sheet', () => {
  it('moves a table whose title would stand last on the page', () => {
    // Page of 40 rows: a table of 36, two blank rows, then one of 50 that holds on no page.
    expect(breaksOf([table(1, 36), table(39, 88)], rows(88), 400, 10)).toEqual({ breaks: [38, 77], pages: 3 });
  });

  it('moves a table that holds on a page rather than cutting it late, and lets it begin early where it does not', () => {
    expect(breaksOf([table(1, 20), table(23, 52)], rows(52), 400, 10).breaks).toEqual([22]);
    expect(breaksOf([table(1, 20), table(23, 90)], rows(90), 400, 10).breaks).toEqual([40, 79]);
    // Little is above it: moved, it would leave the page nearly blank.
    expect(breaksOf([table(1, 5), table(8, 46)], rows(46), 400, 10)).toEqual({ breaks: [40], pages: 2 });
    // Only of the last can the header be printed again: another is moved, and the page left nearly blank.
    expect(breaksOf([table(1, 5), table(8, 46), table(49, 52)], rows(52), 400, 10).breaks).toEqual([7, 48]);
  });

  it('counts what each page prints again, and never begins a page twice', () => {
    expect(breaksOf([table(1, 40), table(41, 80)], rows(80), 400, 10)).toEqual({ breaks: [40, 76], pages: 3 });
    expect(breaksOf([table(1, 40), table(41, 79)], rows(79), 400, 10)).toEqual({ breaks: [40], pages: 2 });
    expect(breaksOf([], [], 400, 10)).toEqual({ breaks: [], pages: 1 });
    // A log has no parts, and as many pages as its lines take.
    expect(breaksOf([], rows(100), 400, 10)).toEqual({ breaks: [40, 79], pages: 3 });
  });

  it('leaves no source alone on a page, nor the blank rows between two tables', () => {
    expect(breaksOf([table(1, 41)], rows(41), 400, 10)).toEqual({ breaks: [37], pages: 2 });
    expect(breaksOf([table(1, 39), table(42, 60)], rows(60), 400, 10)).toEqual({ breaks: [41], pages: 2 });
  });

  it('takes in on the page, a little smaller, what runs a few lines over it, and no more', () => {
    const page = { room: 400, repeated: 10, scale: 90 };
    expect(planPages([table(1, 46)], rows(46), page)).toEqual({ scale: 86, breaks: [], pages: 1 });
    expect(planPages([table(1, 60)], rows(60), page)).toEqual({ scale: 90, breaks: [44], pages: 2 });
  });

  it('keeps on one page, a little smaller, a table that its end would cut: what follows would have no header', () => {
    const page = { room: 400, repeated: 10, scale: 90 };
    // Of 44 rows that a page takes at this scale, the second table asks 46.
    expect(planPages([table(1, 30), table(33, 78)], rows(78), page)).toEqual({ scale: 85, breaks: [32], pages: 2 });
    // A table that holds on no page is cut at the scale that is read best.
    expect(planPages([table(1, 30), table(33, 100)], rows(100), page)).toMatchObject({ scale: 90, pages: 3 });
  });

  it('scales a sheet so that its last column holds on the page, and fills most of it', () => {
    const scaled = (across: number) => {
      const sheet = new ExcelJS.Workbook().addWorksheet('x', {
        pageSetup: { orientation: 'landscape', fitToPage: true },
      });
      for (let row = 1; row <= 90; row++) sheet.getRow(row).height = 12;
      endPages(sheet, Array(5).fill(across / 5), [table(1, 40), table(43, 90)]);
      return sheet.pageSetup;
    };
    // A digit of eleven points in Carlito, which has the widths of Calibri, as LibreOffice draws it.
    const inches = (across: number) => (across * (7.5 / 96) * (scaled(across).scale ?? 100)) / 100;
    for (const across of [163, 190, 240]) {
      expect(inches(across)).toBeLessThanOrEqual(11.69 - 0.8);
      expect(inches(across)).toBeGreaterThan((11.69 - 0.8) * 0.8);
    }
    // Too wide to be read at such a scale: left to be fitted.
    expect([scaled(240), scaled(320)].map(({ fitToPage }) => fitToPage)).toEqual([false, true]);
  });

  it('prints again the title and the header of the last table, where it alone is cut', () => {
    const titles = (stretches: Stretch[], last: number) => {
      const sheet = new ExcelJS.Workbook().addWorksheet('x', { pageSetup: { fitToPage: true, printTitlesRow: '1:1' } });
      for (let row = 1; row <= last; row++) sheet.getRow(row).height = 12;
      endPages(sheet, [60], stretches);
      return sheet.pageSetup.printTitlesRow;
    };
    const headed = (first: number, last: number): Stretch => ({ ...table(first, last), header: first + 1 });
    expect(titles([headed(3, 30), headed(33, 140)], 140)).toBe('33:34');
    expect(titles([headed(3, 110), headed(113, 140)], 140)).toBe('1:1');
    expect(titles([headed(3, 30), table(33, 140)], 140)).toBe('1:1');
  });

  it('sets what follows a table longer than a page on the next sheet: the header of the first would not be printed again', async () => {
    const sheet = (...counts: number[]) => ({
      part: 'Annexes',
      kind: 'tableaux' as const,
      name: 'Besoins',
      tables: counts.map((count, i) => exhibit(`t${i}`, count)),
    });
    const runs = (...counts: number[]) =>
      printableSheets([sheet(...counts)]).map((one) =>
        one.kind === 'grille' ? [] : one.tables.map(({ rows: of }) => of.length),
      );
    expect(runs(4, 200, 5, 6)).toEqual([
      [4, 200],
      [5, 6],
    ]);
    expect(runs(4, 200)).toEqual([[4, 200]]);
    expect(runs(200, 200, 3)).toEqual([[200], [200], [3]]);
    expect(runs(20, 20, 20)).toEqual([[20, 20, 20]]);
    const words = { title: 'Essai', subject: 'Essai', author: 'Essai', version: '1.0', date: '2018-01-01' };
    const { bytes } = await renderXlsx({ ...words, intro: [], parts: [], sheets: [sheet(200, 3)] }, await loadTheme());
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as never);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Sommaire', 'Besoins', 'Besoins (2)']);
    expect(workbook.worksheets[1]?.pageSetup.printTitlesRow).toBe('3:3');
  });

  it('leaves with others only a table that holds on the first page, under the title of the sheet', async () => {
    const sheet = (...counts: number[]) => ({
      part: 'Annexes',
      kind: 'tableaux' as const,
      name: 'Besoins',
      tables: counts.map((count, i) => exhibit(`t${i}`, count)),
    });
    let rowsOf = 20;
    while (printableSheets([sheet(rowsOf + 1, 3)]).length === 1) rowsOf++;
    const words = { title: 'Essai', subject: 'Essai', author: 'Essai', version: '1.0', date: '2018-01-01' };
    const sheets = [sheet(rowsOf, 3)];
    const { bytes } = await renderXlsx({ ...words, intro: [], parts: [], sheets }, await loadTheme());
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
    const ends = [...xml.matchAll(/<brk id="(\d+)"/g)].map(([, row]) => Number(row));
    expect(ends.length).toBeGreaterThan(0);
    // Its title stands on the third row.
    expect(ends.filter((row) => row >= 3 && row < 4 + rowsOf)).toEqual([]);
  });

  it('sets a table alone a little smaller rather than leave a line of it on a page of its own, on each page side by side too', () => {
    const set = (widths: number[], count: number, across: number) => {
      const sheet = new ExcelJS.Workbook().addWorksheet('x', {
        pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: across, fitToHeight: 0 },
      });
      for (let row = 1; row <= count; row++) sheet.getRow(row).height = 12;
      endPages(sheet, widths, [table(3, count)]);
      return sheet.pageSetup.fitToHeight ?? 0;
    };
    // A page on its side holds 38 rows of this height.
    expect([30, 40, 42, 60, 80].map((count) => set([100], count, 1))).toEqual([1, 1, 1, 0, 2]);
    expect([46, 60, 100].map((count) => set(Array(20).fill(30), count, 3))).toEqual([1, 1, 0]);
  });
});
