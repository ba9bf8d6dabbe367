/** A timeline: one line an item, from the year it began to the year it ended; what goes on ends in an arrow, an unsure date is drawn hollow. */
import { scaleLinear } from 'd3-scale';
import { chart, element, label, legendRow, line, rect } from './svg.js';
import { textWidth, wrapText } from './text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './theme.js';

export interface ChronologieItem {
  label: string;
  /** Years; an `end` of null goes on. */
  start: number;
  end: number | null;
  colour: string;
  /** The date is to be verified. */
  unsure: boolean;
}

export interface ChronologieSpec {
  items: ChronologieItem[];
  /** Last year drawn: that of the document. */
  until: number;
  legend: { label: string; colour: string }[];
  /** What a hollow bar means; shown when there is one. */
  unsureLabel: string;
  /** What an arrow means; shown when there is one. */
  ongoingLabel: string;
}

const SIZE = 8;
const HEAD = 16;
const BAR = 6;
const MOST_LEFT = 230;

const bar = (x: number, y: number, width: number, colour: string, unsure: boolean): string =>
  rect(
    x,
    y - BAR / 2,
    width,
    BAR,
    unsure ? { fill: '#ffffff', stroke: colour, 'stroke-width': 1.2 } : { fill: colour },
  );

const arrow = (x: number, y: number, colour: string): string =>
  element('polygon', { points: `${x},${y - BAR} ${x + 7},${y} ${x},${y + BAR}`, fill: colour });

export function chronologie(
  { items, until, legend, unsureLabel, ongoingLabel }: ChronologieSpec,
  theme: ChartTheme,
): Chart {
  const left = Math.min(MOST_LEFT, Math.max(60, ...items.map((item) => textWidth(item.label, SIZE))) + 10);
  const first = Math.min(until, ...items.map(({ start }) => start));
  const x = scaleLinear([first, until + 1], [left, CHART_WIDTH - 10]);
  const every = [1, 2, 5, 10, 20, 50].find((step) => (until - first) / step <= 14) ?? 100;
  const heights = items.map((item) => Math.max(15, wrapText(item.label, left - 10, SIZE).length * SIZE * 1.15 + 5));
  const bottom = HEAD + heights.reduce((sum, height) => sum + height, 0);
  const years = Array.from({ length: until - first + 1 }, (_, i) => first + i).filter((year) => year % every === 0);
  const grid = years.flatMap((year) => [
    line(x(year), HEAD - 2, x(year), bottom, theme.grid, 0.5),
    label(String(year), x(year), HEAD - 9, { size: 7.5, anchor: 'middle', colour: theme.muted }),
  ]);
  let y = HEAD;
  const rows = items.map((item, i) => {
    const middle = y + (heights[i] ?? 0) / 2;
    y += heights[i] ?? 0;
    const from = x(item.start);
    const to = item.end === null ? x(until + 1) - 7 : Math.max(from + 4, x(Math.min(item.end, until) + 1) - 2);
    return [
      label(item.label, left - 8, middle, { size: SIZE, anchor: 'end', max: left - 10, colour: theme.ink }),
      bar(from, middle, to - from, item.colour, item.unsure),
      item.end === null ? arrow(to, middle, item.colour) : '',
    ].join('');
  });
  const key = legendRow(
    [
      ...legend.map((entry) => ({
        label: entry.label,
        swatch: (a: number, b: number) => bar(a, b + 4.5, 9, entry.colour, false),
      })),
      ...(items.some(({ unsure }) => unsure)
        ? [{ label: unsureLabel, swatch: (a: number, b: number) => bar(a, b + 4.5, 9, theme.muted, true) }]
        : []),
      ...(items.some(({ end }) => end === null)
        ? [{ label: ongoingLabel, swatch: (a: number, b: number) => arrow(a + 1, b + 4.5, theme.muted) }]
        : []),
    ],
    0,
    bottom + 8,
    CHART_WIDTH,
  );
  return chart(CHART_WIDTH, bottom + 8 + key.height, [...grid, ...rows, key.svg], theme);
}
