/** Matrices: heat (shade by value) and dots (area by value); the value is always written, so that neither needs colour. */

import { scaleBand, scaleSqrt } from 'd3-scale';
import { known } from '../../lists/at.js';
import { ensemble } from '../../texte/nombres.js';
import { inkOn, mix } from './drawing/colour.js';
import { entetes } from './drawing/entetes.js';
import { chart, circle, label, line, rect } from './drawing/svg.js';
import { textWidth, wrapText } from './drawing/text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './drawing/theme.js';

interface MatrixSpec {
  rows: string[];
  columns: string[];
  /** [row][column]; null where nothing is known. */
  values: (number | null)[][];
  /** What shade or area means, written below. */
  legend: string;
}

const SIZE = 8.5;

interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  rowHeight: number;
  head: string;
  x: (column: number) => number;
  y: (row: number) => number;
  width: number;
}

/** The chart, with what its shades or areas mean below its cells. */
function withLegend(text: string, { left, bottom }: Frame, marks: string[], theme: ChartTheme): Chart {
  const max = CHART_WIDTH - left;
  const legend = label(text, left, bottom + 10, { size: 8, colour: theme.muted, max, vertical: 'top' });
  return chart(CHART_WIDTH, bottom + 14 + wrapText(text, max, 8).length * 9.5, [...marks, legend], theme);
}

/** Places the cells and draws the row and column headings. */
function frameOf(spec: MatrixSpec, minimum: number, theme: ChartTheme): Frame {
  const widest = Math.max(40, ...spec.rows.map((row) => textWidth(row, SIZE)));
  const left = Math.min(widest + 8, 190);
  const rowLines = spec.rows.map((row) => wrapText(row, left - 8, SIZE).length);
  const rowHeight = Math.max(minimum, ...rowLines.map((lines) => lines * SIZE * 1.15 + 6));
  const namesAt = (width: number) =>
    entetes(spec.columns, width / Math.max(1, spec.columns.length), theme, { size: SIZE, bold: true, cote: 'dessus' });
  // The last name leans out: the columns leave it room, and are measured again.
  const leaning = namesAt(CHART_WIDTH - left).debord;
  const right = leaning > 0 ? CHART_WIDTH - leaning + 10 : CHART_WIDTH;
  const names = namesAt(right - left);
  const top = names.hauteur + 2;
  const xs = scaleBand(
    spec.columns.map((_, index) => index),
    [left, right],
  );
  const bottom = top + rowHeight * spec.rows.length;
  const head =
    names.dessin(
      spec.columns.map((_, index) => known(xs(index), 'band') + xs.bandwidth() / 2),
      top,
    ) +
    spec.rows
      .map((row, index) =>
        label(row, left - 8, top + rowHeight * (index + 0.5), {
          size: SIZE,
          anchor: 'end',
          max: left - 8,
          colour: theme.ink,
        }),
      )
      .join('');
  return {
    left,
    right,
    top,
    bottom,
    rowHeight,
    head,
    x: (column) => known(xs(column), 'band'),
    y: (row) => top + rowHeight * row,
    width: xs.bandwidth(),
  };
}

/** The values of a matrix, with the same decimals. */
const ecriture = ({ values }: MatrixSpec): ((value: number) => string) =>
  ensemble(values.flat().flatMap((value) => value ?? []));

/** How dark a value is, from 0 to 1; null for white. */
function teinte(value: number, classes: readonly number[] | undefined, highest: number): number | null {
  if (!classes) return value / highest;
  const rank = classes.findIndex((start) => value >= start);
  return rank < 0 ? null : 1 - rank / classes.length;
}

interface HeatSpec extends MatrixSpec {
  format?: (value: number) => string;
  /** Where the classes begin, the highest first: one shade a class, and white under the last. Shades follow the values without it. */
  classes?: readonly number[];
}

/** Heat matrix: the darker, the higher; a null cell shows a dash on white. */
export function heatMatrix(spec: HeatSpec, theme: ChartTheme): Chart {
  const frame = frameOf(spec, 22, theme);
  const format = spec.format ?? ecriture(spec);
  const highest = Math.max(0, ...spec.values.flat().map((value) => value ?? 0)) || 1;
  const cells = spec.values.flatMap((row, r) =>
    row.map((value, c) => {
      const shade = value === null || value === 0 ? null : teinte(value, spec.classes, highest);
      const fill = shade === null ? '#ffffff' : mix(theme.tint, theme.accent, shade);
      const centre = frame.x(c) + frame.width / 2;
      return (
        rect(frame.x(c) + 1, frame.y(r) + 1, frame.width - 2, frame.rowHeight - 2, {
          fill,
          stroke: theme.grid,
          'stroke-width': 0.5,
        }) +
        label(value === null ? '–' : format(value), centre, frame.y(r) + frame.rowHeight / 2, {
          size: 9,
          anchor: 'middle',
          colour: value ? inkOn(fill, theme.ink) : theme.muted,
        })
      );
    }),
  );
  return withLegend(spec.legend, frame, [frame.head, ...cells], theme);
}

interface DotSpec extends MatrixSpec {
  max: number;
  /** One more column, of figures alone: what a row counts in all. */
  totals?: { header: string; values: number[] };
}

/** Dot matrix: the area of a circle grows with the value, which stands beside or in it. */
export function dotMatrix({ totals, ...given }: DotSpec, theme: ChartTheme): Chart {
  const spec = totals ? { ...given, columns: [...given.columns, totals.header] } : given;
  // Where columns are narrow the value stands under its dot, else beside it.
  const narrow = frameOf(spec, 26, theme).width < 36;
  const frame = frameOf(spec, narrow ? 32 : 26, theme);
  const largest = Math.max(3, Math.min(narrow ? 8 : 11, frame.rowHeight / 2 - 2, frame.width / 2 - 1));
  const write = ecriture(spec);
  const radius = scaleSqrt([0, Math.max(1, spec.max)], [0, largest]);
  const rules = spec.rows.map((_, r) => line(frame.left, frame.y(r), frame.right, frame.y(r), theme.grid, 0.4));
  const cells = spec.values.flatMap((row, r) =>
    row.map((value, c) => {
      const x = frame.x(c) + frame.width / 2;
      const y = frame.y(r) + frame.rowHeight / 2;
      if (!value) return label(value === 0 ? '0' : '–', x, y, { size: 8.5, anchor: 'middle', colour: theme.muted });
      const r0 = radius(Math.min(value, spec.max));
      if (narrow)
        return (
          circle(x, y - 4, r0, { fill: theme.accent }) +
          label(write(value), x, y + frame.rowHeight / 2 - 5, { size: 7.5, anchor: 'middle', colour: theme.ink })
        );
      const inside = r0 > 7;
      return (
        circle(x, y, r0, { fill: theme.accent }) +
        label(write(value), inside ? x : x + r0 + 3, y, {
          size: 8.5,
          anchor: inside ? 'middle' : 'start',
          colour: inside ? inkOn(theme.accent, theme.ink) : theme.ink,
        })
      );
    }),
  );
  const sums = (totals?.values ?? []).map((value, r) =>
    label(write(value), frame.x(given.columns.length) + frame.width / 2, frame.y(r) + frame.rowHeight / 2, {
      size: 8.5,
      bold: true,
      anchor: 'middle',
      colour: theme.ink,
    }),
  );
  return withLegend(spec.legend, frame, [frame.head, ...rules, ...cells, ...sums], theme);
}
