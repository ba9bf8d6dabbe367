/** Curves over months, told apart by their dashes as well as their colours, each named at its end. */
import { scaleLinear } from 'd3-scale';
import { chart, element, label, legendRow, line } from './svg.js';
import { textWidth } from './text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './theme.js';

const DASHES = ['', '6 3', '2 2', '8 3 2 3', '1 4'];

export interface LinesSpec {
  series: { label: string; colour: string; values: number[] }[];
  /** Names of the points on the x axis; a step keeps them apart. */
  categories: string[];
  xAxis: string;
  yAxis: string;
  format: (value: number) => string;
}

export function lineChart(spec: LinesSpec, theme: ChartTheme): Chart {
  const all = spec.series.flatMap(({ values }) => values);
  const y = scaleLinear([Math.min(0, ...all), Math.max(0, ...all) || 1], [168, 18]).nice(5);
  const ticks = y.ticks(6);
  const left = Math.max(30, ...ticks.map((tick) => textWidth(spec.format(tick), 8))) + 8;
  const count = spec.categories.length;
  const x = scaleLinear([0, Math.max(1, count - 1)], [left + 4, CHART_WIDTH - 8]);
  const every = Math.max(1, Math.ceil(count / 12));
  const grid = ticks.map(
    (tick) =>
      line(left, y(tick), CHART_WIDTH, y(tick), tick === 0 ? theme.ink : theme.grid, tick === 0 ? 1 : 0.5) +
      label(spec.format(tick), left - 4, y(tick), { size: 8, anchor: 'end', colour: theme.muted }),
  );
  const names = spec.categories.map((name, i) =>
    i % every === 0 ? label(name, x(i), 180, { size: 8, anchor: 'middle', colour: theme.muted }) : '',
  );
  const curves = spec.series.map(({ values, colour }, s) =>
    element('polyline', {
      points: values.map((value, i) => `${x(i).toFixed(2)},${y(value).toFixed(2)}`).join(' '),
      fill: 'none',
      stroke: colour,
      'stroke-width': 1.8,
      'stroke-dasharray': DASHES[s % DASHES.length] || undefined,
    }),
  );
  const legend = legendRow(
    spec.series.map(({ label: name, colour }, s) => ({
      label: name,
      swatch: (sx: number, sy: number) =>
        element('line', {
          x1: sx - 8,
          y1: sy + 5,
          x2: sx + 10,
          y2: sy + 5,
          stroke: colour,
          'stroke-width': 2,
          'stroke-dasharray': DASHES[s % DASHES.length] || undefined,
        }),
    })),
    left + 8,
    204,
    CHART_WIDTH - left,
  );
  return chart(CHART_WIDTH, 208 + legend.height, [
    label(spec.yAxis, 0, 6, { size: 8, colour: theme.muted }),
    ...grid,
    ...names,
    ...curves,
    label(spec.xAxis, CHART_WIDTH, 193, { size: 8, anchor: 'end', colour: theme.muted }),
    legend.svg,
  ]);
}
