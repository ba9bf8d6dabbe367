/** Notes of several things on several criteria: one numbered dot a thing, side by side where they have the same note, on several lines where they are many. */

import { scaleLinear } from 'd3-scale';
import { numberAt } from '../../lists/at.js';
import { stacked } from './drawing/stacked.js';
import { chart, circle, label, line } from './drawing/svg.js';
import { wrapText } from './drawing/text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './drawing/theme.js';

export interface DotRow {
  label: string;
  /** `rank` is printed in the dot. */
  dots: readonly { rank: number; value: number }[];
  /** Said at the end of the row. */
  note: string;
}

const LEFT = 110;
const NOTE = 120;
const R = 7;
/** From a dot to the next one. */
const STEP = 2 * R + 1;

/** `scale` is the lowest and highest note. */
export function dotRows(rows: readonly DotRow[], scale: readonly [number, number], theme: ChartTheme): Chart {
  const [low, high] = scale;
  const x = scaleLinear([low, high], [LEFT + 34, CHART_WIDTH - NOTE - 34]);
  const values = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const abreast = Math.max(1, Math.floor((x(low + 1) - x(low)) / STEP));
  const linesOf = ({ dots }: DotRow): number =>
    Math.max(1, ...values.map((value) => Math.ceil(dots.filter((dot) => dot.value === value).length / abreast)));
  const heights = rows.map((row) =>
    Math.max(26, wrapText(row.note, NOTE, 8).length * 9.6 + 8, linesOf(row) * STEP + 8),
  );
  const { tops, bottom } = stacked(heights, 20);
  const parts = values.flatMap((value) => [
    line(x(value), 16, x(value), bottom, theme.grid, 0.6),
    label(String(value), x(value), 8, { size: 8.4, bold: true, anchor: 'middle', colour: theme.ink }),
  ]);
  rows.forEach((row, i) => {
    const centre = numberAt(tops, i) + numberAt(heights, i) / 2;
    parts.push(
      line(
        0,
        numberAt(tops, i) + numberAt(heights, i),
        CHART_WIDTH,
        numberAt(tops, i) + numberAt(heights, i),
        theme.grid,
        0.5,
      ),
      label(row.label, 2, centre, { size: 8.6, bold: true, max: LEFT - 8, colour: theme.ink }),
      label(row.note, CHART_WIDTH - NOTE, centre, { size: 8, max: NOTE, colour: theme.ink }),
    );
    for (const value of values) {
      const here = row.dots.filter((dot) => dot.value === value);
      // Lines as even as can be, each centred on its note.
      const lines = Math.ceil(here.length / abreast);
      const width = Math.ceil(here.length / Math.max(1, lines));
      here.forEach(({ rank }, k) => {
        const row = Math.floor(k / width);
        const own = Math.min(width, here.length - row * width);
        const at = x(value) + ((k % width) - (own - 1) / 2) * STEP;
        const y = centre + (row - (lines - 1) / 2) * STEP;
        parts.push(
          circle(at, y, R, { fill: theme.accent, stroke: '#ffffff', 'stroke-width': 0.8 }),
          label(String(rank), at, y, { size: 8, bold: true, anchor: 'middle', colour: '#ffffff' }),
        );
      });
    }
  });
  return chart(CHART_WIDTH, bottom + 4, parts, theme);
}
