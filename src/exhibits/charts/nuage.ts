/** Points on two measures, each with the range in which it falls; named beside their marks where all names have room, else by a number and a list. */
import { scaleLinear } from 'd3-scale';
import { itemAt } from '../../lists/at.js';
import { type Boite, placer } from './drawing/placement.js';
import { axisTitle, chart, label, line, mark, shapeOf } from './drawing/svg.js';
import { textWidth, wrapText } from './drawing/text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme, peinture } from './drawing/theme.js';

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

/** From 0, so that a difference is seen at its size. */
const domaine = (ends: readonly Etendue[]): [number, number] => [
  0,
  Math.max(1e-9, ...ends.map(({ high }) => high)) * 1.08,
];

interface Place {
  px: number;
  py: number;
  /** Ends of the bars of uncertainty. */
  west: number;
  east: number;
  north: number;
  south: number;
}

const TOP = 18;
const BOTTOM = TOP + PLOT;
const RIGHT = CHART_WIDTH - 16;

interface Plan {
  left: number;
  grid: string[];
  places: Place[];
}

function planDe(spec: NuageSpec, theme: ChartTheme): Plan {
  const y = scaleLinear(domaine(spec.points.map((point) => point.y)), [BOTTOM, TOP]);
  const yTicks = y.ticks(5);
  const left = Math.max(30, ...yTicks.map((tick) => textWidth(spec.yFormat(tick), 8))) + 8;
  const x = scaleLinear(domaine(spec.points.map((point) => point.x)), [left, RIGHT]);
  return {
    left,
    grid: [
      ...x
        .ticks(6)
        .flatMap((tick) => [
          line(x(tick), TOP, x(tick), BOTTOM, theme.grid, 0.5),
          label(spec.xFormat(tick), x(tick), BOTTOM + 8, { size: 8, anchor: 'middle', colour: theme.muted }),
        ]),
      ...yTicks.flatMap((tick) => [
        line(left, y(tick), RIGHT, y(tick), theme.grid, 0.5),
        label(spec.yFormat(tick), left - 4, y(tick), { size: 8, anchor: 'end', colour: theme.muted }),
      ]),
    ],
    places: spec.points.map((point) => ({
      px: x(point.x.value),
      py: y(point.y.value),
      west: x(point.x.low),
      east: x(point.x.high),
      north: y(point.y.high),
      south: y(point.y.low),
    })),
  };
}

/** Of the point of a rank, on the chart and in the list under it. */
const couleurDe = (i: number, theme: ChartTheme): string => peinture(theme, i).colour;

/** What no name may cover: the marks and their bars. */
const obstaclesDe = (places: readonly Place[]): Boite[] =>
  places.flatMap(({ px, py, west, east, north, south }): Boite[] => [
    { x: px - RADIUS, y: py - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS },
    { x: west, y: py - 1, width: east - west, height: 2 },
    { x: px - 1, y: north, width: 2, height: south - north },
  ]);

/** Names beside the marks where all have room; their numbers else. */
function nomsDe(points: readonly NuagePoint[], { left, places }: Plan): { directs: boolean; svg: string[] } {
  const frame = { x: left, y: TOP, width: CHART_WIDTH - left, height: PLOT };
  const obstacles = obstaclesDe(places);
  const place = (texts: readonly string[]) =>
    placer(
      places.map(({ px, py }, i) => ({
        x: px,
        y: py,
        r: RADIUS,
        width: textWidth(itemAt(texts, i), SIZE, true),
        height: SIZE * 1.15,
      })),
      frame,
      obstacles,
    );
  const names = points.map((point) => point.label);
  const named = place(names);
  const directs = named.every((box) => box !== null);
  const texts = directs ? names : points.map((_, i) => String(i + 1));
  const boxes = directs ? named : place(texts);
  return {
    directs,
    svg: boxes.flatMap((box, i) =>
      box ? [label(itemAt(texts, i), box.x, box.y + box.height / 2, { size: SIZE, bold: true })] : [],
    ),
  };
}

/** Under the chart: each point with its note, from `top` on. */
function listeDe(
  points: readonly NuagePoint[],
  directs: boolean,
  top: number,
  theme: ChartTheme,
): { svg: string[]; bottom: number } {
  let below = top;
  const svg = points.map((point, i) => {
    const text = `${directs ? '' : `${i + 1}. `}${point.label} : ${point.note}`;
    const entry =
      mark(shapeOf(i), 4.5, below + SIZE / 2, 3.4, { fill: couleurDe(i, theme) }) +
      label(text, 14, below, { size: SIZE, max: CHART_WIDTH - 16, vertical: 'top', colour: theme.ink });
    below += wrapText(text, CHART_WIDTH - 16, SIZE).length * LINE + 1;
    return entry;
  });
  return { svg, bottom: below };
}

export function nuage(spec: NuageSpec, theme: ChartTheme): Chart {
  const plan = planDe(spec, theme);
  const { left, places } = plan;
  const names = nomsDe(spec.points, plan);
  const list = listeDe(spec.points, names.directs, BOTTOM + 30, theme);
  return chart(
    CHART_WIDTH,
    list.bottom + 2,
    [
      label(spec.yAxis, 0, 6, { size: 8, colour: theme.muted }),
      ...plan.grid,
      line(left, BOTTOM, RIGHT, BOTTOM, theme.muted, 0.8),
      line(left, TOP, left, BOTTOM, theme.muted, 0.8),
      ...places.map(
        ({ px, py, west, east, north, south }, i) =>
          line(west, py, east, py, couleurDe(i, theme), 1.1) + line(px, north, px, south, couleurDe(i, theme), 1.1),
      ),
      ...places.map(({ px, py }, i) =>
        mark(shapeOf(i), px, py, RADIUS, { fill: couleurDe(i, theme), stroke: '#ffffff', 'stroke-width': 0.8 }),
      ),
      ...names.svg,
      axisTitle(spec.xAxis, RIGHT, BOTTOM + 20, theme),
      ...list.svg,
    ],
    theme,
  );
}
