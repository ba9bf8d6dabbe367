/** Tables, figures and pictures, under their captions. */

import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  type FileChild,
  ImageRun,
  LineRuleType,
  Paragraph,
  ShadingType,
  SimpleField,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, FigureBlock, TableBlock } from '../../documents/tree.js';
import { formatCell } from '../../exhibits/format.js';
import { type Column, estChiffre, type Row } from '../../exhibits/types.js';
import { numberAt } from '../../lists/at.js';
import { insecable } from '../../texte/typographie.js';
import { emfOf } from '../emf/index.js';
import { columnWidths } from '../pdf/tables/column-widths.js';
import { colour, pixels, twips, type WordContext } from './context.js';
import { textRuns } from './runs.js';

/** Calibri, or what a reader has in its place, is wider than the font in which the columns are measured. */
const WIDER = 1.12;

/** Numbered by a field, so that Word counts on when the client adds one. */
function caption(
  kind: 'Tableau' | 'Figure',
  number: number,
  title: string,
  id: string,
  context: WordContext,
): Paragraph {
  const counted = new SimpleField(`SEQ ${kind} \\* ARABIC`, String(number));
  const name = context.bookmarks.get(id);
  return new Paragraph({
    style: 'Caption',
    keepNext: true,
    children: [
      new TextRun({ text: `${kind}\u00a0` }),
      // Of the number alone: what refers to it repeats what it holds.
      name === undefined ? counted : new Bookmark({ id: name, children: [counted] }),
      new TextRun({ text: `  ${title}` }),
    ],
  });
}

const source = (text: string | undefined): Paragraph[] =>
  text ? [new Paragraph({ style: 'Source', children: textRuns(text) })] : [];

const RULE = { style: BorderStyle.SINGLE, size: 4 } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

const cellText = (row: Row, { key, format, decimals }: Column): string => formatCell(row[key], format, decimals);

/** A table is followed by a paragraph: one point high, since an empty line of text after a full page would make an empty page. */
export const afterTable = (): Paragraph =>
  new Paragraph({ spacing: { line: twips(1), lineRule: LineRuleType.EXACT, before: 0, after: twips(8) } });

export function tableBlock({ exhibit, number, id }: TableBlock, context: WordContext): FileChild[] {
  const { theme } = context;
  const head = caption('Tableau', number, exhibit.title, id, context);
  const columns = exhibit.columns.filter(({ key }) => key !== exhibit.groupBy);
  if (exhibit.rows.length === 0 || columns.length === 0)
    return [head, new Paragraph({ children: [new TextRun({ text: exhibit.empty, italics: true })] })];
  const rows = exhibit.totals ? [...exhibit.rows, exhibit.totals] : exhibit.rows;
  const widths = columnWidths(columns, rows, theme.sizes.table * WIDER, context.width).map(twips);
  const cell = (
    text: string,
    index: number,
    options: { bold?: boolean; fill?: string; span?: number; keepNext?: boolean } = {},
  ): TableCell =>
    new TableCell({
      width: { size: numberAt(widths, index), type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 70, right: 70 },
      ...(options.span ? { columnSpan: options.span } : {}),
      ...(options.fill ? { shading: { type: ShadingType.CLEAR, fill: colour(options.fill) } } : {}),
      children: text.split('\n').map(
        (line) =>
          new Paragraph({
            style: 'Cellule',
            ...(options.keepNext ? { keepNext: true } : {}),
            ...(columns[index] && estChiffre(columns[index]) && !options.span
              ? { alignment: AlignmentType.RIGHT }
              : {}),
            children: textRuns(insecable(line), options.bold ? { bold: true } : {}),
          }),
      ),
    });
  const last = exhibit.rows.length - (exhibit.totals ? 1 : 2);
  // The last row is not left alone on a page, nor the source under it: the one before stays with them.
  const sourced = exhibit.source !== undefined && exhibit.source !== '';
  const stays = (rank: number): boolean => rank === last || (rank > last && sourced);
  const blank = (row: Row): Row => Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? '']));
  const sums = new Set(exhibit.sousTotaux?.map(({ rang }) => rang));
  const line = (row: Row, rank: number): TableRow =>
    new TableRow({
      cantSplit: true,
      children: columns.map((column, i) =>
        sums.has(rank)
          ? cell(cellText(blank(row), column), i, { keepNext: stays(rank), bold: true })
          : cell(cellText(row, column), i, { keepNext: stays(rank) }),
      ),
    });
  let group: string | undefined;
  const body = exhibit.rows.flatMap((row, rank): TableRow[] => {
    const own = exhibit.groupBy === undefined ? undefined : String(row[exhibit.groupBy] ?? '—');
    if (own === undefined || own === group) return [line(row, rank)];
    group = own;
    // Never last on its page.
    const heading = cell(own, 0, { bold: true, fill: theme.colours.tint, span: columns.length, keepNext: true });
    return [new TableRow({ cantSplit: true, children: [heading] }), line(row, rank)];
  });
  const { totals } = exhibit;
  const total = totals
    ? [
        new TableRow({
          cantSplit: true,
          children: columns.map((column, i) =>
            cell(totals[column.key] === undefined ? '' : cellText(blank(totals), column), i, {
              bold: true,
              keepNext: sourced,
            }),
          ),
        }),
      ]
    : [];
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ header: text }, i) =>
      cell(text, i, { bold: true, fill: theme.colours.tint, keepNext: true }),
    ),
  });
  return [
    head,
    new Table({
      columnWidths: widths,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      borders: {
        top: RULE,
        bottom: RULE,
        left: NONE,
        right: NONE,
        insideHorizontal: { ...RULE, color: colour(theme.colours.rule) },
        insideVertical: NONE,
      },
      // The first row heads the columns, and the first column the rows.
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      rows: [header, ...body, ...total],
    }),
    ...(exhibit.source ? source(exhibit.source) : [afterTable()]),
  ];
}

export function figureBlock({ exhibit, number, id }: FigureBlock, context: WordContext): FileChild[] {
  const head = caption('Figure', number, exhibit.title, id, context);
  if (exhibit.empty !== undefined || !exhibit.svg)
    return [head, new Paragraph({ children: [new TextRun({ text: exhibit.empty ?? '', italics: true })] })];
  const scale = Math.min(1, context.width / exhibit.width, 620 / exhibit.height);
  const size = { width: pixels(exhibit.width * scale), height: pixels(exhibit.height * scale) };
  const drawing = new ImageRun({
    type: 'svg',
    data: Buffer.from(
      exhibit.svg.replaceAll('font-family="Sans"', `font-family="${context.theme.officeFont}, Carlito, sans-serif"`),
    ),
    // Under the name of a picture that the library knows, until the archive is put in order.
    fallback: { type: 'png', data: Buffer.from(emfOf(exhibit.svg, exhibit.width, exhibit.height)) },
    transformation: size,
    altText: { name: `Figure ${number}`, title: exhibit.title, description: exhibit.alt },
  });
  return [
    head,
    new Paragraph({ keepNext: exhibit.source !== undefined, children: [drawing] }),
    ...source(exhibit.source),
  ];
}

export function imageBlock(block: Extract<Block, { type: 'image' }>, context: WordContext): FileChild[] {
  const wide = Math.min(context.width, (block.width * 72) / 150, (360 * block.width) / block.height);
  const picture = new ImageRun({
    type: block.mime === 'image/png' ? 'png' : 'jpg',
    data: Buffer.from(block.base64, 'base64'),
    transformation: { width: pixels(wide), height: pixels((wide * block.height) / block.width) },
    altText: { name: block.credit, title: block.credit, description: block.alt },
  });
  return [new Paragraph({ keepNext: true, children: [picture] }), ...source(block.credit)];
}
