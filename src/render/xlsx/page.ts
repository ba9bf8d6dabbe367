import type { AddWorksheetOptions } from 'exceljs';
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

/** Print set-up common to all sheets: A4, upright where the widths (in characters) allow it, title and page number at the foot. */
export function pageOptions(
  { tabs }: SheetStyles,
  title: string,
  widths: readonly number[],
  part?: number,
): Partial<AddWorksheetOptions> {
  const width = widths.reduce((sum, value) => sum + value, 0);
  const tab = part === undefined ? undefined : tabs[part % tabs.length];
  return {
    ...(tab === undefined ? {} : { properties: { tabColor: tab } }),
    pageSetup: {
      paperSize: 9,
      orientation: width > UPRIGHT ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: Math.ceil(width / ACROSS),
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L&8 ${footerText(title)}&R&8 &A – page &P / &N` },
    views: [{ showGridLines: false }],
  };
}
