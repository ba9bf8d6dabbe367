/** A path as lanes, one an actor: steps from left to right in the lane of who answers for them, the others marked in theirs; ways out below their step. */
import { itemAt, numberAt } from '../../lists/at.js';
import { stacked } from './drawing/stacked.js';
import { chart, circle, element, label, line, rect } from './drawing/svg.js';
import { textWidth, wrapText } from './drawing/text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './drawing/theme.js';

export interface LaneStep {
  label: string;
  /** Index of the lane of who answers for it. */
  lane: number;
  /** Indexes of the lanes of those who answer for it in their own domain, and of those who contribute. */
  inDomain: number[];
  contributors: number[];
  /** Indexes of the steps that may follow. */
  next: number[];
  /** Short names of its ways out; one empty name for a path that simply ends. */
  exits: string[];
}

/** Of the names of the lanes, at least and at most; a quarter of them may take two lines, so that the steps keep their room. */
const HEAD = { least: 48, most: 92 };
const GAP = 9;
/** Between the text of a box and its edges, both sides together. */
const INSIDE = 3;
const EXIT = 20;
const LEVEL = 11;

function arrow(points: readonly [number, number][], colour: string): string {
  const [x, y] = points.at(-1) ?? [0, 0];
  const [px, py] = points.at(-2) ?? [x - 1, y];
  const path = element('polyline', {
    points: points.map(([a, b]) => `${a.toFixed(1)},${b.toFixed(1)}`).join(' '),
    fill: 'none',
    stroke: colour,
    'stroke-width': 1,
  });
  const [dx, dy] = [Math.sign(x - px), Math.sign(y - py)];
  const head =
    dx !== 0
      ? [`${x},${y}`, `${x - 4 * dx},${y - 2.5}`, `${x - 4 * dx},${y + 2.5}`]
      : [`${x},${y}`, `${x - 2.5},${y - 4 * dy}`, `${x + 2.5},${y - 4 * dy}`];
  return path + element('polygon', { points: head.join(' '), fill: colour });
}

/** The largest size, from 7.6 down, at which no word of the labels is wider than its box. */
function sizeFor(labels: readonly string[], width: number): number {
  const words = labels.flatMap((text) => text.split(/\s+/));
  let size = 7.6;
  while (size > 5 && words.some((word) => textWidth(word, size, true) > width)) size -= 0.2;
  return size;
}

/** Width of the column of names. */
function headFor(lanes: readonly string[]): number {
  const widths = lanes.map((name) => textWidth(name, 8, true)).sort((a, b) => a - b);
  const words = lanes.flatMap((name) => name.split(/\s+/).map((word) => textWidth(word, 8, true)));
  const most = widths.slice(0, Math.ceil(widths.length * 0.75));
  return Math.min(
    HEAD.most,
    Math.max(HEAD.least, ...most.map((width) => width + 12), ...words.map((word) => word + 10)),
  );
}

/** Where everything stands, in points. */
interface Plan {
  /** Width of the column of names. */
  head: number;
  /** Of a box. */
  width: number;
  /** Height of a box, and the type of what is in it. */
  box: number;
  size: number;
  titles: readonly string[];
  /** Branches that jump over steps, each on a level of its own above the lanes. */
  skips: readonly { i: number; target: number }[];
  /** Of the lanes. */
  tops: readonly number[];
  heights: readonly number[];
  top: number;
  bottom: number;
  /** Left of a box, middle of a lane, middle of the box of a step. */
  x(i: number): number;
  middle(lane: number): number;
  y(i: number): number;
}

function planDe(lanes: readonly string[], steps: readonly LaneStep[]): Plan {
  const head = headFor(lanes);
  const column = (CHART_WIDTH - head - GAP) / Math.max(1, steps.length);
  const width = column - GAP;
  const titles = steps.map(({ label: text }, i) => `${i + 1}. ${text}`);
  const size = sizeFor(titles, width - INSIDE);
  const lines = Math.max(1, ...titles.map((text) => wrapText(text, width - INSIDE, size, true).length));
  const box = lines * size * 1.15 + 8;
  const skips = steps.flatMap(({ next }, i) =>
    next.filter((target) => target > i + 1).map((target) => ({ i, target })),
  );
  const top = 4 + skips.length * LEVEL;
  const exits = lanes.map((_, lane) => steps.some((step) => step.lane === lane && step.exits.length > 0));
  const heights = lanes.map((name, lane) => {
    const text = wrapText(name, head - 10, 8, true).length * 9.2;
    // A lane where nobody answers for a step only holds marks.
    const own = steps.some((step) => step.lane === lane) ? box + 12 + (exits[lane] ? EXIT : 0) : 18;
    return Math.max(own, text + 8);
  });
  const { tops, bottom } = stacked(heights, top);
  const middle = (lane: number): number => numberAt(tops, lane) + numberAt(heights, lane) / 2;
  const centre = (lane: number): number => middle(lane) - (exits[lane] ? EXIT / 2 : 0);
  return {
    head,
    width,
    box,
    size,
    titles,
    skips,
    tops,
    heights,
    top,
    bottom,
    x: (i) => head + GAP + i * column,
    middle,
    y: (i) => centre(itemAt(steps, i).lane),
  };
}

const ground = (lanes: readonly string[], { head, tops, heights, middle }: Plan, theme: ChartTheme): string[] =>
  lanes.map(
    (name, i) =>
      rect(0, numberAt(tops, i), CHART_WIDTH, numberAt(heights, i), {
        fill: i % 2 ? '#ffffff' : theme.tint,
        stroke: theme.grid,
        'stroke-width': 0.6,
      }) + label(name, 5, middle(i), { size: 8, bold: true, max: head - 10, colour: theme.ink }),
  );

/** From each step to the one after it, where it leads there. */
function straight(steps: readonly LaneStep[], { x, y, width }: Plan, theme: ChartTheme): string[] {
  return steps.flatMap(({ next }, i) => {
    const right = x(i) + width;
    if (!next.includes(i + 1)) return [];
    const bend = right + GAP / 2 - 2;
    return arrow(
      y(i) === y(i + 1)
        ? [
            [right, y(i)],
            [x(i + 1), y(i)],
          ]
        : [
            [right, y(i)],
            [bend, y(i)],
            [bend, y(i + 1)],
            [x(i + 1), y(i + 1)],
          ],
      theme.ink,
    );
  });
}

/** Each branch that jumps over steps enters its step from above. */
const jumps = ({ skips, x, y, width, box }: Plan, theme: ChartTheme): string[] =>
  skips.map(({ i, target }, rank) => {
    const level = 3 + rank * LEVEL + LEVEL / 2;
    const from = x(i) + width - 6;
    const to = x(target) + width / 2 - rank * 3;
    return arrow(
      [
        [from, y(i) - box / 2],
        [from, level],
        [to, level],
        [to, y(target) - box / 2],
      ],
      theme.muted,
    );
  });

/** What marks a lane: that of who answers for a step in its own domain, that of who contributes. */
const inItsDomain = ({ accent }: ChartTheme) => ({ fill: '#ffffff', stroke: accent, 'stroke-width': 1.6 });
const contributes = ({ accent }: ChartTheme) => ({ fill: accent });

/** The box of a step, its ways out below it, its marks in the other lanes. */
function stepBox(step: LaneStep, i: number, plan: Plan, theme: ChartTheme): string[] {
  const { x, y, width, box, size, middle } = plan;
  const at = y(i);
  const [down, end] = [x(i) + 6, at + box / 2 + 8];
  const exits = step.exits.filter(Boolean).join(', ');
  const marks = (list: readonly number[], attributes: Parameters<typeof circle>[3]): string[] =>
    list.flatMap((lane) => (lane === step.lane ? [] : circle(x(i) + width / 2, middle(lane), 4, attributes)));
  return [
    rect(x(i), at - box / 2, width, box, { fill: '#ffffff', stroke: theme.accent, 'stroke-width': 1.2 }),
    label(itemAt(plan.titles, i), x(i) + width / 2, at, {
      size,
      bold: true,
      anchor: 'middle',
      max: width - INSIDE,
      colour: theme.ink,
    }),
    ...(step.exits.length > 0
      ? [
          line(down, at + box / 2, down, end - 2.6, theme.muted, 1),
          circle(down, end, 2.6, { fill: theme.ink }),
          label(exits, down + 5, end + 1, { size: 6.6, max: width - 5, colour: theme.ink }),
        ]
      : []),
    ...marks(step.inDomain, inItsDomain(theme)),
    ...marks(
      step.contributors.filter((lane) => !step.inDomain.includes(lane)),
      contributes(theme),
    ),
  ];
}

const legend = (y: number, theme: ChartTheme): string[] => [
  rect(0, y - 4.5, 14, 9, { fill: '#ffffff', stroke: theme.accent, 'stroke-width': 1.2 }),
  label('répond de l’étape', 18, y, { size: 8 }),
  circle(100, y, 4, inItsDomain(theme)),
  label('en répond dans son domaine', 108, y, { size: 8 }),
  circle(226, y, 4, contributes(theme)),
  label('contribue', 234, y, { size: 8 }),
  circle(286, y, 2.6, { fill: theme.ink }),
  label('fin du parcours', 293, y, { size: 8 }),
];

export function laneChart(lanes: readonly string[], steps: readonly LaneStep[], theme: ChartTheme): Chart {
  const plan = planDe(lanes, steps);
  const { top, bottom } = plan;
  return chart(
    CHART_WIDTH,
    bottom + 20,
    [
      ...ground(lanes, plan, theme),
      ...straight(steps, plan, theme),
      ...jumps(plan, theme),
      ...steps.flatMap((step, i) => stepBox(step, i, plan, theme)),
      ...legend(bottom + 11.5, theme),
      line(plan.head, top, plan.head, bottom, theme.grid, 0.6),
    ],
    theme,
  );
}
