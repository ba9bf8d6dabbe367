/** Intervals on one scale: where a weight may move, or between which amounts a cost falls. The value is marked on its bar. */

import { scaleLinear } from 'd3-scale';
import { numberAt } from '../../lists/at.js';
import { stacked } from './drawing/stacked.js';
import { axisTitle, chart, hatch, label, line, mark, rect } from './drawing/svg.js';
import { textWidth, wrapText } from './drawing/text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './drawing/theme.js';

export interface IntervalRow {
  label: string;
  min: number;
  max: number;
  value: number;
  /** Said after the bar: what lies beyond, or the amounts. */
  note?: string;
}

export interface IntervalsSpec {
  rows: IntervalRow[];
  domain: [number, number];
  axis: string;
  format: (value: number) => string;
}

const NOTE = 150;

export function intervalBars(spec: IntervalsSpec, theme: ChartTheme): Chart {
  const left = Math.min(150, Math.max(40, ...spec.rows.map((row) => textWidth(row.label, 8.5))) + 8);
  const noted = spec.rows.some(({ note }) => note);
  const right = CHART_WIDTH - (noted ? NOTE + 8 : 26);
  const lines = (row: IntervalRow): number =>
    Math.max(wrapText(row.label, left - 8, 8.5).length, row.note ? wrapText(row.note, NOTE, 8).length : 1);
  const heights = spec.rows.map((row) => Math.max(24, lines(row) * 10 + 8));
  const { tops, bottom } = stacked(heights, 4);
  const x = scaleLinear(spec.domain, [left, right]);
  const clip = (value: number): number => x(Math.min(spec.domain[1], Math.max(spec.domain[0], value)));
  const grid = x
    .ticks(5)
    .map(
      (tick) =>
        line(x(tick), 4, x(tick), bottom, theme.grid, 0.5) +
        label(spec.format(tick), x(tick), bottom + 8, { size: 8, anchor: 'middle', colour: theme.muted }),
    );
  const bars = spec.rows.map((row, i) => {
    const centre = numberAt(tops, i) + numberAt(heights, i) / 2;
    return (
      rect(clip(row.min), centre - 5, Math.max(1.5, clip(row.max) - clip(row.min)), 10, {
        fill: theme.tint,
        stroke: theme.accent,
        'stroke-width': 0.8,
      }) +
      mark('losange', clip(row.value), centre, 4.2, { fill: theme.accent }) +
      label(row.label, left - 8, centre, { size: 8.5, anchor: 'end', max: left - 8, colour: theme.ink }) +
      (row.note ? label(row.note, right + 8, centre, { size: 8, max: NOTE, colour: theme.ink }) : '')
    );
  });
  return chart(CHART_WIDTH, bottom + 26, [...grid, ...bars, axisTitle(spec.axis, right, bottom + 20, theme)], theme);
}

export interface TornadoRow {
  label: string;
  low: number;
  high: number;
  /** What the low and the high end stand for. */
  lowNote: string;
  highNote: string;
}

/** Bars about today's value: hatched for the low end of the input, plain for its high end. */
export function tornadoBars(
  spec: { rows: TornadoRow[]; base: number; axis: string; format: (value: number) => string },
  theme: ChartTheme,
): Chart {
  const left = Math.min(150, Math.max(40, ...spec.rows.map((row) => textWidth(row.label, 8.5))) + 8);
  const row = 28;
  const all = [spec.base, 0, ...spec.rows.flatMap(({ low, high }) => [low, high])];
  const [min, max] = [Math.min(...all), Math.max(...all)];
  const room = 84;
  const x = scaleLinear([min, max === min ? min + 1 : max], [left + room, CHART_WIDTH - room]);
  const bottom = 4 + row * spec.rows.length;
  const bars = spec.rows.flatMap(({ low, high, lowNote, highNote, ...rest }, i) => {
    const centre = 4 + row * (i + 0.5);
    const half = (value: number, fill: string): string =>
      rect(Math.min(x(value), x(spec.base)), centre - 6, Math.abs(x(value) - x(spec.base)), 12, {
        fill,
        stroke: theme.accent,
        'stroke-width': 0.6,
      });
    const side = (value: number, text: string): string => {
      const before = value < spec.base || (value === spec.base && text === lowNote);
      const lines = wrapText(text, room - 6, 8);
      const wide = Math.max(...lines.map((each) => textWidth(each, 8)));
      const end = x(value) + (before ? -4 : 4);
      // A text that would lie on the axis stands before it.
      const at = before && end > x(0) && end - wide - 2 < x(0) ? x(0) - 4 : end;
      const high = 9.2 * lines.length;
      // The other axis passes behind.
      const ground = rect(before ? at - wide - 1 : at - 1, centre - high / 2, wide + 2, high, { fill: '#ffffff' });
      return (
        ground +
        label(text, at, centre, { size: 8, anchor: before ? 'end' : 'start', max: room - 6, colour: theme.ink })
      );
    };
    return [
      half(low, 'url(#bas)'),
      half(high, theme.accent),
      side(low, lowNote),
      side(high, highNote),
      label(rest.label, left - 8, centre, { size: 8.5, anchor: 'end', max: left - 8, colour: theme.ink }),
    ];
  });
  const zero =
    line(x(0), 2, x(0), bottom, theme.ink, 1) +
    label(spec.format(0), x(0), bottom + 8, { size: 8, anchor: 'middle', bold: true });
  return chart(
    CHART_WIDTH,
    bottom + 26,
    [
      `<defs>${hatch('bas', theme.accent)}</defs>`,
      zero,
      ...bars,
      line(x(spec.base), 2, x(spec.base), bottom, theme.muted, 0.8),
      axisTitle(spec.axis, CHART_WIDTH, bottom + 20, theme),
    ],
    theme,
  );
}
