import type { AddWorksheetOptions, PageSetup, Worksheet } from 'exceljs';
import { isCut, LEAST, type PagePlan, planPages, type Stretch } from './breaks.js';
import type { SheetStyles } from './styles.js';

/** Longest title that leaves its room to the name of the sheet, at 8 points across an upright page. */
const FOOTER = 75;

/** In a header or footer « & » starts a code. */
function footerText(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const cut = line.length > FOOTER ? `${line.slice(0, line.lastIndexOf(' ', FOOTER)).replace(/[ ,;:–]+$/, '')}…` : line;
  return cut.replaceAll('&', '&&');
}

/** Characters of ten points across the printed width of A4, upright, at a size that is read without effort. */
export const UPRIGHT = 115;

/** The same on its side. */
export const ACROSS_A4 = 165;

/** The same on its side, at the smallest size that is read; wider sheets are printed on several pages side by side. */
const ACROSS = 250;

/** In inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };

/** Short and long sides of A4, in inches. */
const A4 = { short: 8.27, long: 11.69 };

/**
 * Width of a character in inches, in the font of the workbook or in the one of the same widths that LibreOffice brings, with a little to spare. On a system that has
 * neither, columns may be a third wider, and the last of a sheet whose scale is set go to a page of their own.
 */
const CHARACTER = 7.55 / 96;

/** Part of a page that heights are counted to fill: they are not the same to a hair in every spreadsheet. */
const SAFE = 0.95;

/** Smallest scale at which type of ten points is still read on paper, in percent: a wider sheet is left to be fitted. */
const SMALLEST = 53;

/** Smallest scale at which a form or a chart prints whole on one page rather than on several. */
const WHOLE = 0.7;

/** A table alone is set a little smaller to take so many pages rather than one more; of a longer one, a page is little. */
const FEW = 3;

/** Height in points of a row that is given none, where it is the tallest. */
const ROW = 16.5;

const across = (widths: readonly number[]): number => widths.reduce((sum, one) => sum + one, 0) * CHARACTER;

/** Percent at which the columns hold on so many pages side by side, each page after the first beginning with those that are printed again; 0 where none is read. */
function scaleAcross(widths: readonly number[], room: number, pages: number, repeated: readonly number[]): number {
  if (pages === 1) return Math.min(100, Math.floor((room * 100) / across(widths)));
  const needed = (percent: number): number => {
    const wide = (room * 100) / percent;
    let [count, filled] = [1, 0];
    for (const width of widths) {
      const own = across([width]);
      if (filled > 0 && filled + own > wide) [count, filled] = [count + 1, across(repeated)];
      filled += own;
    }
    return count;
  };
  for (let percent = 100; percent >= SMALLEST; percent--) if (needed(percent) <= pages) return percent;
  return 0;
}

/** Percent at which the columns are fitted to the paper, and the points that a page then has at 100 %. */
function fitted(
  { orientation, fitToWidth = 1 }: Partial<PageSetup>,
  widths: readonly number[],
  repeated: readonly number[],
): { scale: number; room: number } {
  const [wide, down] = orientation === 'landscape' ? [A4.long, A4.short] : [A4.short, A4.long];
  return {
    scale: scaleAcross(widths, wide - MARGINS.left - MARGINS.right, fitToWidth, repeated),
    room: (down - MARGINS.top - MARGINS.bottom) * 72 * SAFE,
  };
}

/** Upright where the widths (in characters) allow it, and on as many pages side by side as they ask for. */
function paperFor(widths: readonly number[]): { orientation: 'landscape' | 'portrait'; fitToWidth: number } {
  const width = widths.reduce((sum, value) => sum + value, 0);
  return { orientation: width > UPRIGHT ? 'landscape' : 'portrait', fitToWidth: Math.ceil(width / ACROSS) };
}

/** Points of rows that a page of columns of these widths holds, at the smallest scale that it may be given: a taller table is cut. */
export function tallestOnPage(widths: readonly number[]): number {
  const { scale, room } = fitted(paperFor(widths), widths, []);
  return (room * 100) / (Math.max(scale, SMALLEST) * LEAST);
}

/**
 * Ends the pages of a sheet between its tables. Spreadsheets leave out the ends that are set by hand in a sheet fitted to its page: a sheet of several tables that
 * takes several pages is given its scale. What holds on one page is fitted to it, and a table alone is fitted to as many as it fills.
 *
 * A spreadsheet prints one range of rows again, on the pages after it: where the last table alone is cut, they are its title and its header.
 */
export function endPages(sheet: Worksheet, widths: readonly number[], stretches: readonly Stretch[]): void {
  const { pageSetup } = sheet;
  const [from = 1, to = 0] = (pageSetup.printTitlesColumn?.split(':') ?? []).map((one) => sheet.getColumn(one).number);
  const { scale: whole, room } = fitted(pageSetup, widths, widths.slice(from - 1, to));
  if (whole < SMALLEST) return;
  // Of a sheet printed on pages side by side, one less down is several less.
  const least = (pageSetup.fitToWidth ?? 1) > 1 ? { least: WHOLE } : {};
  const heights = Array.from({ length: sheet.rowCount }, (_, i) => sheet.getRow(i + 1).height ?? ROW);
  const planned = (): PagePlan => {
    const [first = 1, last = first] = (pageSetup.printTitlesRow ?? '1:1').split(':').map(Number);
    const repeated = heights.slice(first - 1, last).reduce((sum, height) => sum + height, 0);
    return planPages(stretches, heights, { room, repeated, scale: whole, ...least });
  };
  let plan = planned();
  const last = stretches.at(-1);
  const cut = stretches.filter((one) => isCut(plan, one));
  if (stretches.length > 1 && last?.header !== undefined && cut.length === 1 && cut[0] === last) {
    pageSetup.printTitlesRow = `${last.first}:${last.header}`;
    plan = planned();
  }
  const { breaks, pages, scale } = plan;
  if (pages === 1 || (stretches.length < 2 && scale < whole && pages <= FEW)) pageSetup.fitToHeight = pages;
  if (pages === 1 || stretches.length < 2) return;
  pageSetup.fitToPage = false;
  pageSetup.scale = scale;
  for (const row of breaks) sheet.getRow(row).addPageBreak();
}

/** How much larger a sheet must print on its other side to be turned. */
const TURNED = 1.1;

/** Prints a sheet on one page, on the side of the paper where it is much larger, where it can be read so; says whether it does. */
export function onOnePage(sheet: Worksheet, widths: readonly number[], rows: number): boolean {
  const tall =
    Array.from({ length: rows }, (_, i) => sheet.getRow(i + 1).height ?? ROW).reduce((sum, one) => sum + one, 0) / 72;
  const scaleOn = (width: number, height: number): number =>
    Math.min(
      1,
      (width - MARGINS.left - MARGINS.right) / across(widths),
      ((height - MARGINS.top - MARGINS.bottom) * SAFE) / tall,
    );
  const sides = { portrait: scaleOn(A4.short, A4.long), landscape: scaleOn(A4.long, A4.short) };
  if (Math.max(sides.portrait, sides.landscape) < WHOLE) return false;
  const { orientation: given = 'portrait' } = sheet.pageSetup;
  const other = given === 'portrait' ? 'landscape' : 'portrait';
  sheet.pageSetup.orientation = sides[other] > sides[given] * TURNED ? other : given;
  sheet.pageSetup.fitToHeight = 1;
  return true;
}

/** Print set-up common to all sheets: A4, title and page number at the foot. */
export function pageOptions(
  { tabs }: SheetStyles,
  title: string,
  widths: readonly number[],
  part?: number,
): Partial<AddWorksheetOptions> {
  const tab = part === undefined ? undefined : tabs[part % tabs.length];
  return {
    ...(tab === undefined ? {} : { properties: { tabColor: tab } }),
    pageSetup: {
      paperSize: 9,
      ...paperFor(widths),
      fitToPage: true,
      fitToHeight: 0,
      margins: MARGINS,
    },
    headerFooter: { oddFooter: `&L&8 ${footerText(title)}&R&8 &A – page &P / &N` },
    views: [{ showGridLines: false }],
  };
}
