/** Two sides that answer each other: what is asked to the left, what answers to the right, one row a name, on one scale. */
import { scaleLinear } from 'd3-scale';
import { nombreFr } from '../../texte/nombres.js';
import { chart, hatch, label, legendRow, line, rect } from './drawing/svg.js';
import { textWidth, wrapText } from './drawing/text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './drawing/theme.js';

export interface MiroirRow {
  label: string;
  /** Parts of each side, from the middle outwards, in the order of its series. */
  left: readonly number[];
  right: readonly number[];
}

export interface MiroirSide {
  title: string;
  /** Drawn plain, then hatched, by turns. */
  series: readonly string[];
  colour: string;
}

export interface MiroirSpec {
  rows: readonly MiroirRow[];
  left: MiroirSide;
  right: MiroirSide;
}

const SIZE = 8.5;
const MOST_NAME = 150;
/** Room for a total at the end of a bar. */
const TOTAL = 24;
const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

export function miroir(spec: MiroirSpec, theme: ChartTheme): Chart {
  const name = Math.min(MOST_NAME, Math.max(60, ...spec.rows.map((row) => textWidth(row.label, SIZE))) + 16);
  const half = (CHART_WIDTH - name) / 2;
  const [inLeft, inRight] = [half, half + name];
  const most = Math.max(1, ...spec.rows.flatMap((row) => [total(row.left), total(row.right)]));
  const length = scaleLinear([0, most], [0, half - TOTAL]);
  const titles = [spec.left, spec.right].map((side) => wrapText(side.title, half - 4, SIZE, true).length);
  const top = Math.max(...titles) * SIZE * 1.15 + 8;
  let bottom = top;
  const placed = spec.rows.map((row) => {
    const at = bottom;
    const height = Math.max(20, wrapText(row.label, name - 12, SIZE).length * SIZE * 1.15 + 7);
    bottom += height;
    return { row, at, middle: at + height / 2 };
  });
  const paint = (side: 'left' | 'right', i: number): string =>
    i % 2 === 0 ? spec[side].colour : `url(#miroir-${side})`;
  const bars = (row: MiroirRow, side: 'left' | 'right', middle: number): string => {
    const [start, way] = side === 'left' ? [inLeft, -1] : [inRight, 1];
    let done = 0;
    const parts = row[side].map((value, i) => {
      const from = start + way * length(done);
      done += value;
      const wide = length(value);
      return value > 0
        ? rect(way < 0 ? from - wide : from, middle - 6, wide, 12, {
            fill: paint(side, i),
            stroke: spec[side].colour,
            'stroke-width': 0.6,
          })
        : '';
    });
    const whole = label(nombreFr(done), start + way * (length(done) + 4), middle, {
      size: SIZE,
      bold: true,
      anchor: way < 0 ? 'end' : 'start',
    });
    return [...parts, whole].join('');
  };
  const rows = placed.map(({ row, at, middle }) =>
    [
      at > top ? line(0, at, CHART_WIDTH, at, theme.grid, 0.4) : '',
      bars(row, 'left', middle),
      bars(row, 'right', middle),
      label(row.label, CHART_WIDTH / 2, middle, { size: SIZE, anchor: 'middle', max: name - 12, colour: theme.ink }),
    ].join(''),
  );
  const title = ({ title: text }: MiroirSide, x: number, anchor: 'start' | 'end'): string =>
    label(text, x, 0, { size: SIZE, bold: true, anchor, max: half - 4, vertical: 'top' });
  // Only what is drawn is told.
  const sides = (['left', 'right'] as const).flatMap((side) =>
    spec[side].series.flatMap((text, i) =>
      spec.rows.some((row) => row[side].some((value, rank) => rank === i && value > 0))
        ? [
            {
              label: text,
              swatch: (x: number, y: number) =>
                rect(x, y, 9, 9, { fill: paint(side, i), stroke: spec[side].colour, 'stroke-width': 0.6 }),
            },
          ]
        : [],
    ),
  );
  const key = legendRow(sides, 0, bottom + 8, CHART_WIDTH);
  return chart(
    CHART_WIDTH,
    bottom + 8 + key.height,
    [
      `<defs>${hatch('miroir-left', spec.left.colour)}${hatch('miroir-right', spec.right.colour)}</defs>`,
      title(spec.left, inLeft, 'end'),
      title(spec.right, inRight, 'start'),
      ...rows,
      line(inLeft, top, inLeft, bottom, theme.muted, 0.8),
      line(inRight, top, inRight, bottom, theme.muted, 0.8),
      key.svg,
    ],
    theme,
  );
}
