import type { AddWorksheetOptions } from 'exceljs';

/** In a header or footer « & » starts a code; a longer text would run into the page number. */
const footerText = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 90).replaceAll('&', '&&');

/** Print set-up common to all sheets: A4, as wide as the page, title and page number at the foot. */
export function pageOptions(title: string, landscape: boolean): Partial<AddWorksheetOptions> {
  return {
    pageSetup: {
      paperSize: 9,
      orientation: landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L${footerText(title)}&R&A – page &P / &N` },
  };
}
