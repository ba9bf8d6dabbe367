/** A path as lanes, one an actor: steps from left to right in the lane of who answers for them, the others marked in theirs; ways out below their step. */
import { itemAt, numberAt } from '../../lists/at.js';
import { chart, circle, element, label, line, rect } from './svg.js';
import { textWidth, wrapText } from './text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './theme.js';

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

const HEAD = 92;
const GAP = 12;
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

export function laneChart(lanes: readonly string[], steps: readonly LaneStep[], theme: ChartTheme): Chart {
  const column = (CHART_WIDTH - HEAD - GAP) / Math.max(1, steps.length);
  const width = column - GAP;
  const titles = steps.map(({ label: text }, i) => `${i + 1}. ${text}`);
  const size = sizeFor(titles, width - 5);
  const lines = Math.max(1, ...titles.map((text) => wrapText(text, width - 5, size, true).length));
  const box = lines * size * 1.15 + 8;
  const skips = steps.flatMap(({ next }, i) =>
    next.filter((target) => target > i + 1).map((target) => ({ i, target })),
  );
  const over = 4 + skips.length * LEVEL;
  const exits = lanes.map((_, lane) => steps.some((step) => step.lane === lane && step.exits.length > 0));
  const heights = lanes.map((name, lane) => {
    const text = wrapText(name, HEAD - 10, 8, true).length * 9.2;
    // A lane where nobody answers for a step only holds marks.
    const own = steps.some((step) => step.lane === lane) ? box + 12 + (exits[lane] ? EXIT : 0) : 18;
    return Math.max(own, text + 8);
  });
  const tops = heights.map((_, i) => over + heights.slice(0, i).reduce((sum, h) => sum + h, 0));
  const bottom = over + heights.reduce((sum, h) => sum + h, 0);
  const x = (i: number): number => HEAD + GAP + i * column;
  const middle = (lane: number): number => numberAt(tops, lane) + numberAt(heights, lane) / 2;
  const centre = (lane: number): number => middle(lane) - (exits[lane] ? EXIT / 2 : 0);
  const parts: string[] = lanes.map(
    (name, i) =>
      rect(0, numberAt(tops, i), CHART_WIDTH, numberAt(heights, i), {
        fill: i % 2 ? '#ffffff' : theme.tint,
        stroke: theme.grid,
        'stroke-width': 0.6,
      }) + label(name, 5, middle(i), { size: 8, bold: true, max: HEAD - 10, colour: theme.ink }),
  );
  const y = (i: number): number => centre(itemAt(steps, i).lane);
  steps.forEach(({ next }, i) => {
    const right = x(i) + width;
    if (!next.includes(i + 1)) return;
    const bend = right + GAP / 2 - 2;
    parts.push(
      arrow(
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
      ),
    );
  });
  // Each branch that jumps over steps runs on a level of its own above the lanes, and enters its step from above.
  skips.forEach(({ i, target }, rank) => {
    const level = 3 + rank * LEVEL + LEVEL / 2;
    const from = x(i) + width - 6;
    const to = x(target) + width / 2 - rank * 3;
    parts.push(
      arrow(
        [
          [from, y(i) - box / 2],
          [from, level],
          [to, level],
          [to, y(target) - box / 2],
        ],
        theme.muted,
      ),
    );
  });
  steps.forEach((step, i) => {
    const at = y(i);
    parts.push(
      rect(x(i), at - box / 2, width, box, { fill: '#ffffff', stroke: theme.accent, 'stroke-width': 1.2 }),
      label(titles[i] ?? '', x(i) + width / 2, at, {
        size,
        bold: true,
        anchor: 'middle',
        max: width - 5,
        colour: theme.ink,
      }),
    );
    if (step.exits.length > 0) {
      const down = x(i) + 6;
      const end = at + box / 2 + 8;
      parts.push(
        line(down, at + box / 2, down, end - 2.6, theme.muted, 1),
        circle(down, end, 2.6, { fill: theme.ink }),
        label(step.exits.filter(Boolean).join(', '), down + 5, end + 1, {
          size: 6.6,
          max: width + 2,
          colour: theme.ink,
        }),
      );
    }
    const marks = (list: readonly number[], attributes: Parameters<typeof circle>[3]): void => {
      for (const lane of list)
        if (lane !== step.lane) parts.push(circle(x(i) + width / 2, middle(lane), 4, attributes));
    };
    marks(step.inDomain, { fill: '#ffffff', stroke: theme.accent, 'stroke-width': 1.6 });
    marks(
      step.contributors.filter((lane) => !step.inDomain.includes(lane)),
      { fill: theme.accent },
    );
  });
  const legend = bottom + 11.5;
  parts.push(
    rect(0, legend - 4.5, 14, 9, { fill: '#ffffff', stroke: theme.accent, 'stroke-width': 1.2 }),
    label('répond de l’étape', 18, legend, { size: 8 }),
    circle(100, legend, 4, { fill: '#ffffff', stroke: theme.accent, 'stroke-width': 1.6 }),
    label('en répond dans son domaine', 108, legend, { size: 8 }),
    circle(226, legend, 4, { fill: theme.accent }),
    label('contribue', 234, legend, { size: 8 }),
    circle(286, legend, 2.6, { fill: theme.ink }),
    label('fin du parcours', 293, legend, { size: 8 }),
  );
  return chart(CHART_WIDTH, bottom + 20, [...parts, line(HEAD, over, HEAD, bottom, theme.grid, 0.6)], theme);
}
