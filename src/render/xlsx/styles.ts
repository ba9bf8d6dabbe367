import type { Style } from 'exceljs';
import type { CellFormat, Ton } from '../../exhibits/types.js';
import type { Theme } from '../theme.js';

/** Codes of Excel, which shows them in the reader's own language: « 12 500 € », « 64 % », « 15/02/2018 » in French. */
const NUMBER_FORMATS: Readonly<Record<CellFormat, string | undefined>> = {
  texte: undefined,
  entier: '#,##0',
  decimal: '#,##0.0',
  nombre: undefined,
  euros: '#,##0\\ "€";[Red]-#,##0\\ "€"',
  prix: '#,##0.00##\\ "€"',
  pourcent: '0\\ %',
  taux: '0.0##\\ %',
  date: 'dd/mm/yyyy',
  annee: '0',
  'oui-non': undefined,
};

/** What exceljs calls a colour, opaque. */
const argb = (hex: string): { argb: string } => ({ argb: `FF${hex.slice(1).toUpperCase()}` });

/** One style object a format: the writer recognises a shared object, which keeps large sheets cheap. */
function cellStyles({ colours, charts, officeFont }: Theme, bold: boolean): Record<CellFormat, Partial<Style>> {
  const style = (format: CellFormat): Partial<Style> => {
    const numFmt = NUMBER_FORMATS[format];
    const text = format === 'texte';
    const centred = format === 'date' || format === 'annee' || format === 'oui-non';
    return {
      font: { name: officeFont, size: 10, bold, color: argb(colours.ink) },
      alignment: {
        // A total is a row of one line, under a rule that its text must not touch.
        vertical: bold ? 'middle' : 'top',
        wrapText: text,
        // Said for figures too: a dash in the place of one stands where they do.
        // An indent on the right, LibreOffice gives to some figures of a column and not to others.
        ...(text ? { horizontal: 'left', indent: 1 } : { horizontal: centred ? 'center' : 'right' }),
      },
      border: bold
        ? { top: { style: 'medium', color: argb(colours.accent) } }
        : { bottom: { style: 'thin', color: argb(charts.grid) } },
      ...(numFmt === undefined ? {} : { numFmt }),
    };
  };
  const formats = Object.keys(NUMBER_FORMATS) as CellFormat[];
  return Object.fromEntries(formats.map((format) => [format, style(format)])) as Record<CellFormat, Partial<Style>>;
}

/** A month, in French whatever the language of the spreadsheet. */
const MONTH_CODE = '[$-40C]mmmm\\ yyyy';

/** All the styles of a workbook in one theme, each an object that its cells share. */
export interface SheetStyles {
  cell: Readonly<Record<CellFormat, Partial<Style>>>;
  total: Readonly<Record<CellFormat, Partial<Style>>>;
  month: Partial<Style>;
  /** The header stands where its values do. */
  header(format: CellFormat): Partial<Style>;
  title: Partial<Style>;
  part: Partial<Style>;
  text: Partial<Style>;
  /** A part of a number, of which a spreadsheet would show fifteen figures. */
  fraction: Partial<Style>;
  /** A line that runs over the cells on its right. */
  line: Partial<Style>;
  small: Partial<Style>;
  link: Partial<Style>;
  /** The same in a cell of a table. */
  linkCell: Partial<Style>;
  /** The same style, marked as an input and open to the reader. */
  input(style: Partial<Style>): Partial<Style>;
  /** What a state, a gap or a threshold looks like while it holds. */
  tones: Readonly<Record<Ton, Partial<Style>>>;
  /** Colours of the tabs, part after part: each part has its name in the summary too. */
  tabs: readonly { argb: string }[];
}

export function sheetStyles(theme: Theme): SheetStyles {
  const { colours, workbook, charts, officeFont } = theme;
  const { tones } = workbook;
  const cell = cellStyles(theme, false);
  // LibreOffice draws no table style: the header carries its own.
  const header = (horizontal: 'left' | 'right' | 'center'): Partial<Style> => ({
    font: { name: officeFont, size: 10, bold: true, color: argb(colours.paper) },
    fill: { type: 'pattern', pattern: 'solid', fgColor: argb(colours.accent) },
    // Without it, two headers to the right touch, and the filter's button hides their ends.
    alignment: { vertical: 'middle', wrapText: true, horizontal, ...(horizontal === 'center' ? {} : { indent: 1 }) },
  });
  const [left, right, center] = [header('left'), header('right'), header('center')];
  const plain = { name: officeFont, size: 10, color: argb(colours.ink) };
  const linked = { name: officeFont, size: 10, underline: true, color: argb(workbook.link) };
  const strong = (size: number) => ({ name: officeFont, size, bold: true, color: argb(colours.accent) });
  const tone = ({ ink, fill }: { ink: string; fill: string }): Partial<Style> => ({
    fill: { type: 'pattern', pattern: 'solid', bgColor: argb(fill) },
    font: { color: argb(ink), bold: true },
  });
  const inputs = new Map<Partial<Style>, Partial<Style>>();
  return {
    cell,
    total: cellStyles(theme, true),
    month: { ...cell.date, numFmt: MONTH_CODE },
    fraction: { ...cell.nombre, numFmt: '#,##0.0##' },
    header: (format) => (format === 'texte' ? left : cell[format].alignment?.horizontal === 'center' ? center : right),
    title: { font: strong(14), alignment: { vertical: 'middle' } },
    part: { font: strong(11), border: { bottom: { style: 'medium', color: argb(colours.accent) } } },
    text: { font: plain, alignment: { vertical: 'top', wrapText: true } },
    line: { font: plain, alignment: { vertical: 'top' } },
    small: {
      font: { name: officeFont, size: 9, italic: true, color: argb(colours.muted) },
      alignment: { vertical: 'top' },
    },
    link: { font: linked, alignment: { vertical: 'top', wrapText: true } },
    linkCell: { ...cell.texte, font: linked },
    input: (style) => {
      const known = inputs.get(style) ?? {
        ...style,
        fill: { type: 'pattern', pattern: 'solid', fgColor: argb(workbook.input) },
        protection: { locked: false },
      };
      inputs.set(style, known);
      return known;
    },
    tones: { alerte: tone(tones.alerte), attention: tone(tones.attention), bon: tone(tones.bon) },
    tabs: charts.series.map(argb),
  };
}
