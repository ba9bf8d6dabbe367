/** Points on two measures, each with the range in which it falls; named beside their marks where all names have room, else by a number and a list. */
import { scaleLinear } from 'd3-scale';
import { type Boite, placer } from './placement.js';
import { axisTitle, chart, label, line, mark, type Shape } from './svg.js';
import { textWidth, wrapText } from './text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme, peinture } from './theme.js';

export interface Etendue {
  low: number;
  value: number;
  high: number;
}

export interface NuagePoint {
  label: string;
  /** What the list says after the name. */
  note: string;
  x: Etendue;
  y: Etendue;
}

export interface NuageSpec {
  points: readonly NuagePoint[];
  xAxis: string;
  yAxis: string;
  xFormat: (value: number) => string;
  yFormat: (value: number) => string;
}

const SIZE = 8.5;
const RADIUS = 4.2;
const PLOT = 150;
const LINE = SIZE * 1.25;
const FORMES: readonly Shape[] = ['cercle', 'losange', 'carre', 'triangle'];

/** From 0, so that a difference is seen at its size. */
const domaine = (ends: readonly Etendue[]): [number, number] => [
  0,
  Math.max(1e-9, ...ends.map(({ high }) => high)) * 1.08,
];

export function nuage(spec: NuageSpec, theme: ChartTheme): Chart {
  const y = scaleLinear(domaine(spec.points.map((point) => point.y)), [18 + PLOT, 18]);
  const yTicks = y.ticks(5);
  const left = Math.max(30, ...yTicks.map((tick) => textWidth(spec.yFormat(tick), 8))) + 8;
  const right = CHART_WIDTH - 16;
  const x = scaleLinear(domaine(spec.points.map((point) => point.x)), [left, right]);
  const bottom = 18 + PLOT;
  const grid = [
    ...x
      .ticks(6)
      .flatMap((tick) => [
        line(x(tick), 18, x(tick), bottom, theme.grid, 0.5),
        label(spec.xFormat(tick), x(tick), bottom + 8, { size: 8, anchor: 'middle', colour: theme.muted }),
      ]),
    ...yTicks.flatMap((tick) => [
      line(left, y(tick), right, y(tick), theme.grid, 0.5),
      label(spec.yFormat(tick), left - 4, y(tick), { size: 8, anchor: 'end', colour: theme.muted }),
    ]),
  ];
  const colour = (i: number): string => peinture(theme, i).colour;
  const forme = (i: number): Shape => FORMES[i % FORMES.length] ?? 'cercle';
  const at = spec.points.map((point) => ({
    ...point,
    px: x(point.x.value),
    py: y(point.y.value),
    west: x(point.x.low),
    east: x(point.x.high),
    north: y(point.y.high),
    south: y(point.y.low),
  }));
  const whiskers = at.map(
    ({ px, py, west, east, north, south }, i) =>
      line(west, py, east, py, colour(i), 1.1) + line(px, north, px, south, colour(i), 1.1),
  );
  const marks = at.map(({ px, py }, i) =>
    mark(forme(i), px, py, RADIUS, { fill: colour(i), stroke: '#ffffff', 'stroke-width': 0.8 }),
  );
  const obstacles = at.flatMap(({ px, py, west, east, north, south }): Boite[] => [
    { x: px - RADIUS, y: py - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS },
    { x: west, y: py - 1, width: east - west, height: 2 },
    { x: px - 1, y: north, width: 2, height: south - north },
  ]);
  const frame = { x: left, y: 18, width: CHART_WIDTH - left, height: PLOT };
  const place = (texte: (point: NuagePoint, i: number) => string) =>
    placer(
      at.map((point, i) => ({
        x: point.px,
        y: point.py,
        r: RADIUS,
        width: textWidth(texte(point, i), SIZE, true),
        height: SIZE * 1.15,
      })),
      frame,
      obstacles,
    );
  const named = place((point) => point.label);
  const direct = named.every((box) => box !== null);
  const numbers = spec.points.map((_, i) => String(i + 1));
  const boxes = direct ? named : place((_, i) => String(i + 1));
  const names = boxes.flatMap((box, i) =>
    box
      ? [
          label((direct ? spec.points[i]?.label : numbers[i]) ?? '', box.x, box.y + box.height / 2, {
            size: SIZE,
            bold: true,
          }),
        ]
      : [],
  );
  let below = bottom + 30;
  const list = spec.points.map((point, i) => {
    const text = `${direct ? '' : `${numbers[i]}. `}${point.label} : ${point.note}`;
    const svg =
      mark(forme(i), 4.5, below + SIZE / 2, 3.4, { fill: colour(i) }) +
      label(text, 14, below, { size: SIZE, max: CHART_WIDTH - 16, vertical: 'top', colour: theme.ink });
    below += wrapText(text, CHART_WIDTH - 16, SIZE).length * LINE + 1;
    return svg;
  });
  return chart(
    CHART_WIDTH,
    below + 2,
    [
      label(spec.yAxis, 0, 6, { size: 8, colour: theme.muted }),
      ...grid,
      line(left, bottom, right, bottom, theme.muted, 0.8),
      line(left, 18, left, bottom, theme.muted, 0.8),
      ...whiskers,
      ...marks,
      ...names,
      axisTitle(spec.xAxis, right, bottom + 20, theme),
      ...list,
    ],
    theme,
  );
}
