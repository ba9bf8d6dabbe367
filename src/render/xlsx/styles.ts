import type { Borders, Style } from 'exceljs';
import type { CellFormat, Ton } from '../../exhibits/types.js';

const INK = 'FF1F2A30';
const ACCENT = 'FF1F5C4D';
const RULE = 'FFD5DBDD';
const FONT = 'Calibri';

const hair: Partial<Borders> = { bottom: { style: 'thin', color: { argb: RULE } } };

/** Codes of Excel, which shows them in the reader's own language: « 12 500 € », « 15/02/2018 » in French. */
const NUMBER_FORMATS: Readonly<Record<CellFormat, string | undefined>> = {
  texte: undefined,
  entier: '#,##0',
  decimal: '#,##0.0',
  nombre: undefined,
  euros: '#,##0\\ "€";[Red]-#,##0\\ "€"',
  pourcent: '0%',
  date: 'dd/mm/yyyy',
  annee: '0',
  'oui-non': undefined,
};

/** One style object a format: the writer recognises a shared object, which keeps large sheets cheap. */
function cellStyles(bold: boolean): Record<CellFormat, Partial<Style>> {
  const style = (format: CellFormat): Partial<Style> => {
    const numFmt = NUMBER_FORMATS[format];
    const text = format === 'texte';
    const centred = format === 'date' || format === 'annee' || format === 'oui-non';
    return {
      font: { name: FONT, size: 10, bold, color: { argb: INK } },
      alignment: {
        vertical: 'top',
        wrapText: text,
        ...(text ? { horizontal: 'left', indent: 1 } : centred ? { horizontal: 'center' } : {}),
      },
      border: bold ? { top: { style: 'medium', color: { argb: ACCENT } } } : hair,
      ...(numFmt === undefined ? {} : { numFmt }),
    };
  };
  const formats = Object.keys(NUMBER_FORMATS) as CellFormat[];
  return Object.fromEntries(formats.map((format) => [format, style(format)])) as Record<CellFormat, Partial<Style>>;
}

export const CELL = cellStyles(false);
export const TOTAL = cellStyles(true);

/** A month, in French whatever the language of the spreadsheet. */
const MONTH_CODE = '[$-40C]mmmm\\ yyyy';
export const MONTH: Partial<Style> = { ...CELL.date, numFmt: MONTH_CODE };

/** LibreOffice draws no table style: the header carries its own. */
export const HEADER: Partial<Style> = {
  font: { name: FONT, size: 10, bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: ACCENT } },
  alignment: { vertical: 'middle', wrapText: true, horizontal: 'left', indent: 1 },
};

/** Above figures, which stand on the right. */
const set = (horizontal: 'right' | 'center'): Partial<Style> => ({
  ...HEADER,
  alignment: { vertical: 'middle', wrapText: true, horizontal },
});
const [HEADER_RIGHT, HEADER_CENTRED] = [set('right'), set('center')];

/** The header stands where its values do. */
export function headerStyle(format: CellFormat): Partial<Style> {
  if (format === 'texte') return HEADER;
  return CELL[format].alignment?.horizontal === 'center' ? HEADER_CENTRED : HEADER_RIGHT;
}

const tone = (ink: string, fill: string): Partial<Style> => ({
  fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: fill } },
  font: { color: { argb: ink }, bold: true },
});

/** What a state, a gap or a threshold looks like while it holds: inks of at least 4.5:1 on their tints. */
export const TONS: Readonly<Record<Ton, Partial<Style>>> = {
  alerte: tone('FF8A2B06', 'FFF9D6C8'),
  attention: tone('FF6B4E00', 'FFFBE9B7'),
  bon: tone('FF1F5C4D', 'FFD9EBE4'),
};

export const TITLE: Partial<Style> = {
  font: { name: FONT, size: 14, bold: true, color: { argb: ACCENT } },
  alignment: { vertical: 'middle' },
};

export const PART: Partial<Style> = {
  font: { name: FONT, size: 11, bold: true, color: { argb: ACCENT } },
  border: { bottom: { style: 'medium', color: { argb: ACCENT } } },
};

export const TEXT: Partial<Style> = {
  font: { name: FONT, size: 10, color: { argb: INK } },
  alignment: { vertical: 'top', wrapText: true },
};

/** A line that runs over the cells on its right. */
export const LINE: Partial<Style> = {
  font: { name: FONT, size: 10, color: { argb: INK } },
  alignment: { vertical: 'top' },
};

export const SMALL: Partial<Style> = {
  font: { name: FONT, size: 9, italic: true, color: { argb: 'FF5A666C' } },
  alignment: { vertical: 'top' },
};

export const LINK: Partial<Style> = {
  font: { name: FONT, size: 10, underline: true, color: { argb: 'FF0B5FA5' } },
  alignment: { vertical: 'top', wrapText: true },
};
