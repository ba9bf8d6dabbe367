/** Points on a plane: labelled scatter of ratings. */
import { numberAt } from '../../lists/at.js';
import { stacked } from './drawing/stacked.js';
import { chart, label, legendRow, mark, rect, type Shape } from './drawing/svg.js';
import { shortenText } from './drawing/text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './drawing/theme.js';

export interface ScatterPoint {
  x: number;
  y: number;
  label: string;
  colour: string;
  shape: Shape;
}

export interface ScatterSpec {
  points: ScatterPoint[];
  xLabel: string;
  yLabel: string;
  /** Bounds of both axes, whole numbers (a rating's scale). */
  min: number;
  max: number;
  legend: { label: string; colour: string; shape: Shape }[];
}

/**
 * Ratings are whole, so that many points share a cell of the grid: each cell lists its points one under another,
 * mark and label, and says how many more there are when the cell is full.
 */
export function labelledScatter(spec: ScatterSpec, theme: ChartTheme): Chart {
  const steps = spec.max - spec.min + 1;
  const left = 30;
  const cellWidth = (CHART_WIDTH - left) / steps;
  const leading = 9.6;
  const cells = new Map<string, ScatterPoint[]>();
  for (const point of spec.points) {
    const key = `${point.x}|${point.y}`;
    cells.set(key, [...(cells.get(key) ?? []), point]);
  }
  const levels = Array.from({ length: steps }, (_, i) => spec.max - i);
  const perColumn = 8;
  const heights = levels.map((level) => {
    const most = Math.max(0, ...levels.map((x) => cells.get(`${x}|${level}`)?.length ?? 0));
    return Math.max(22, Math.min(most, perColumn) * leading + 8);
  });
  const { tops, bottom } = stacked(heights, 6);
  const parts: string[] = [];
  levels.forEach((level, row) => {
    const top = numberAt(tops, row);
    const height = numberAt(heights, row);
    parts.push(label(String(level), left - 6, top + height / 2, { size: 8.5, anchor: 'end', colour: theme.muted }));
    for (let x = spec.min; x <= spec.max; x += 1) {
      const x0 = left + (x - spec.min) * cellWidth;
      const strong = x * 2 > spec.min + spec.max && level * 2 > spec.min + spec.max;
      parts.push(
        rect(x0, top, cellWidth, height, {
          fill: strong ? theme.tint : '#ffffff',
          stroke: theme.grid,
          'stroke-width': 0.5,
        }),
      );
      const inside = [...(cells.get(`${x}|${level}`) ?? [])].sort((a, b) =>
        a.label < b.label ? -1 : a.label > b.label ? 1 : 0,
      );
      const kept = inside.length > perColumn ? inside.slice(0, perColumn - 1) : inside;
      const y0 = top + height / 2 - ((Math.min(inside.length, perColumn) - 1) * leading) / 2;
      kept.forEach((point, i) => {
        parts.push(mark(point.shape, x0 + 7, y0 + i * leading, 2.6, { fill: point.colour }));
        parts.push(label(shortenText(point.label, cellWidth - 16, 7.5), x0 + 13, y0 + i * leading, { size: 7.5 }));
      });
      if (kept.length < inside.length)
        parts.push(
          label(`et ${inside.length - kept.length} autres`, x0 + 13, y0 + kept.length * leading, {
            size: 7.5,
            colour: theme.muted,
          }),
        );
    }
  });
  for (let x = spec.min; x <= spec.max; x += 1)
    parts.push(
      label(String(x), left + (x - spec.min + 0.5) * cellWidth, bottom + 9, {
        size: 8.5,
        anchor: 'middle',
        colour: theme.muted,
      }),
    );
  parts.push(label(spec.xLabel, (left + CHART_WIDTH) / 2, bottom + 21, { size: 8.5, anchor: 'middle', bold: true }));
  parts.push(label(spec.yLabel, 8, (6 + bottom) / 2, { size: 8.5, anchor: 'middle', bold: true, rotate: -90 }));
  const legend = legendRow(
    spec.legend.map((entry) => ({
      label: entry.label,
      swatch: (x: number, y: number) => mark(entry.shape, x + 4.5, y + 4.5, 3.6, { fill: entry.colour }),
    })),
    left,
    bottom + 32,
    CHART_WIDTH - left,
  );
  return chart(CHART_WIDTH, bottom + 34 + legend.height, [...parts, legend.svg], theme);
}
