/** The pages of a printed sheet: tables that begin with their first rows, and no page for a line that is left over. */
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { breaksOf, planPages, type Stretch } from '../../../src/render/xlsx/breaks.js';
import { endPages } from '../../../src/render/xlsx/page.js';

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
});
