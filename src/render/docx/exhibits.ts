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
import { type Column, estChiffre, type Row, type TableExhibit } from '../../exhibits/types.js';
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

/** A cell of a column, or over several of them. */
type CellOf = (
  text: string,
  index: number,
  options?: { bold?: boolean; fill?: string; span?: number; keepNext?: boolean },
) => TableCell;

/** How the cells of these columns are set, in twips of width. */
const cellsOf =
  (columns: readonly Column[], widths: readonly number[]): CellOf =>
  (text, index, { bold = false, fill, span, keepNext = false } = {}) =>
    new TableCell({
      width: { size: numberAt(widths, index), type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 70, right: 70 },
      ...(span ? { columnSpan: span } : {}),
      ...(fill ? { shading: { type: ShadingType.CLEAR, fill: colour(fill) } } : {}),
      children: text.split('\n').map(
        (line) =>
          new Paragraph({
            style: 'Cellule',
            ...(keepNext ? { keepNext } : {}),
            ...(columns[index] && estChiffre(columns[index]) && !span ? { alignment: AlignmentType.RIGHT } : {}),
            children: textRuns(insecable(line), bold ? { bold } : {}),
          }),
      ),
    });

/** What a sum says: a column that it does not add is left blank. */
const saidIn = (row: Row, columns: readonly Column[]): Row =>
  Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? '']));

/** The rows of a table, under the headings of its groups, and its totals. The last is not left alone on a page, nor the source under it: the one before stays with them. */
function rowsOf(
  { rows, groupBy, sousTotaux, totals, source: said = '' }: TableExhibit,
  columns: readonly Column[],
  cell: CellOf,
  fill: string,
): TableRow[] {
  const last = rows.length - (totals ? 1 : 2);
  const sums = new Set(sousTotaux?.map(({ rang }) => rang));
  const row = (children: TableCell[]): TableRow => new TableRow({ cantSplit: true, children });
  const line = (one: Row, rank: number): TableRow => {
    const keepNext = rank === last || (rank > last && said !== '');
    return row(
      columns.map((column, i) =>
        sums.has(rank)
          ? cell(cellText(saidIn(one, columns), column), i, { keepNext, bold: true })
          : cell(cellText(one, column), i, { keepNext }),
      ),
    );
  };
  const total = (one: Row): TableRow =>
    row(
      columns.map((column, i) =>
        cell(one[column.key] === undefined ? '' : cellText(saidIn(one, columns), column), i, {
          bold: true,
          keepNext: said !== '',
        }),
      ),
    );
  let group: string | undefined;
  const body = rows.flatMap((one, rank): TableRow[] => {
    const own = groupBy === undefined ? undefined : String(one[groupBy] ?? '—');
    if (own === undefined || own === group) return [line(one, rank)];
    group = own;
    // Never last on its page.
    return [row([cell(own, 0, { bold: true, fill, span: columns.length, keepNext: true })]), line(one, rank)];
  });
  return totals ? [...body, total(totals)] : body;
}

export function tableBlock({ exhibit, number, id }: TableBlock, context: WordContext): FileChild[] {
  const { colours, sizes } = context.theme;
  const head = caption('Tableau', number, exhibit.title, id, context);
  const columns = exhibit.columns.filter(({ key }) => key !== exhibit.groupBy);
  if (exhibit.rows.length === 0 || columns.length === 0)
    return [head, new Paragraph({ children: [new TextRun({ text: exhibit.empty, italics: true })] })];
  const measured = exhibit.totals ? [...exhibit.rows, exhibit.totals] : exhibit.rows;
  const widths = columnWidths(columns, measured, sizes.table * WIDER, context.width).map(twips);
  const cell = cellsOf(columns, widths);
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ header: text }, i) => cell(text, i, { bold: true, fill: colours.tint, keepNext: true })),
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
        insideHorizontal: { ...RULE, color: colour(colours.rule) },
        insideVertical: NONE,
      },
      // The first row heads the columns, and the first column the rows.
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      rows: [header, ...rowsOf(exhibit, columns, cell, colours.tint)],
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
