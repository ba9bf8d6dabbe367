/** Measures on their way to targets: a bar a measure, the target as a line at 100 %. */

import { scaleLinear } from 'd3-scale';
import { numberAt } from '../../lists/at.js';
import { stacked } from './drawing/stacked.js';
import { chart, hatch, label, line, rect } from './drawing/svg.js';
import { textWidth, wrapText } from './drawing/text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './drawing/theme.js';

export interface ProgressRow {
  label: string;
  /** Share of the way to the target; null when nothing was measured. */
  part: number | null;
  reached: boolean | null;
  /** « 1 825 sur 1 800 heures ». */
  note: string;
}

const MOST = 1.5;

export function progressBars(rows: readonly ProgressRow[], theme: ChartTheme): Chart {
  const left = Math.min(170, Math.max(60, ...rows.map((row) => textWidth(row.label, 8.5))) + 8);
  const note = 150;
  const x = scaleLinear([0, MOST], [left, CHART_WIDTH - note - 8]);
  const heights = rows.map((row) =>
    Math.max(20, Math.max(wrapText(row.label, left - 8, 8.5).length, wrapText(row.note, note, 8).length) * 10 + 6),
  );
  const { tops, bottom } = stacked(heights, 12);
  const bars = rows.map((row, i) => {
    const centre = numberAt(tops, i) + numberAt(heights, i) / 2;
    const bar =
      row.part === null
        ? label('non mesuré', left + 4, centre, { size: 8, colour: theme.muted })
        : rect(left, centre - 5, x(Math.min(MOST, row.part)) - left, 10, {
            fill: row.reached ? theme.accent : 'url(#manque)',
            stroke: theme.accent,
            'stroke-width': 0.6,
          });
    return (
      bar +
      label(row.label, left - 8, centre, { size: 8.5, anchor: 'end', max: left - 8, colour: theme.ink }) +
      label(row.note, CHART_WIDTH - note, centre, { size: 8, max: note, colour: theme.ink })
    );
  });
  return chart(
    CHART_WIDTH,
    bottom + 4,
    [
      `<defs>${hatch('manque', theme.accent)}</defs>`,
      ...bars,
      line(left, 10, left, bottom, theme.ink, 0.8),
      line(x(1), 10, x(1), bottom, theme.ink, 1),
      label('cible', x(1), 5, { size: 8, anchor: 'middle', bold: true }),
    ],
    theme,
  );
}
