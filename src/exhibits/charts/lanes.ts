/** A path as lanes, one an actor: steps from left to right in the lane of who answers for them, contributors marked in theirs. */
import { chart, circle, element, label, line, rect } from './svg.js';
import { wrapText } from './text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './theme.js';

export interface LaneStep {
  label: string;
  /** Index of the lane of who answers for it. */
  lane: number;
  /** Indexes of the lanes of those who contribute. */
  contributors: number[];
  /** Indexes of the steps that may follow; −1 for the end. */
  next: number[];
}

const SIZE = 7.4;
const HEAD = 92;

function arrow(points: [number, number][], colour: string): string {
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

export function laneChart(lanes: readonly string[], steps: readonly LaneStep[], theme: ChartTheme): Chart {
  const gap = 12;
  const column = (CHART_WIDTH - HEAD - gap) / Math.max(1, steps.length);
  const width = column - gap;
  const lines = Math.max(
    1,
    ...steps.map(({ label: text }, i) => wrapText(`${i + 1}. ${text}`, width - 6, SIZE, true).length),
  );
  const box = lines * SIZE * 1.15 + 8;
  const names = Math.max(1, ...lanes.map((name) => wrapText(name, HEAD - 10, 8, true).length));
  // A lane where nobody answers for a step only holds marks.
  const heights = lanes.map((_, i) =>
    steps.some(({ lane }) => lane === i) ? Math.max(box + 10, names * 9.2 + 8) : Math.max(18, names * 9.2 + 6),
  );
  const over = steps.some(({ next }, i) => next.some((target) => target > i + 1)) ? 12 : 2;
  const tops = heights.map((_, i) => over + heights.slice(0, i).reduce((sum, h) => sum + h, 0));
  const bottom = over + heights.reduce((sum, h) => sum + h, 0);
  const x = (i: number): number => HEAD + gap + i * column;
  const centre = (lane: number): number => (tops[lane] ?? 0) + (heights[lane] ?? 0) / 2;
  const parts: string[] = lanes.map(
    (name, i) =>
      rect(0, tops[i] ?? 0, CHART_WIDTH, heights[i] ?? 0, {
        fill: i % 2 ? '#ffffff' : theme.tint,
        stroke: theme.grid,
        'stroke-width': 0.6,
      }) + label(name, 5, centre(i), { size: 8, bold: true, max: HEAD - 10, colour: theme.ink }),
  );
  steps.forEach(({ next, lane }, i) => {
    const right = x(i) + width;
    for (const target of next) {
      const y = centre(lane);
      if (target < 0) {
        parts.push(
          arrow(
            [
              [right, y + 5],
              [right + gap - 8, y + 5],
            ],
            theme.muted,
          ),
          circle(right + gap - 5, y + 5, 2.6, { fill: theme.ink }),
        );
        continue;
      }
      const to = centre(steps[target]?.lane ?? 0);
      if (target === i + 1)
        parts.push(
          arrow(
            to === y
              ? [
                  [right, y],
                  [x(target), to],
                ]
              : [
                  [right, y],
                  [right + gap / 2 - 2, y],
                  [right + gap / 2 - 2, to],
                  [x(target), to],
                ],
            theme.ink,
          ),
        );
      else if (target > i) {
        const bend = right + gap / 2 + 2;
        const down = x(target) + width / 2;
        parts.push(
          arrow(
            [
              [right, y - 5],
              [bend, y - 5],
              [bend, over - 7],
              [down, over - 7],
              [down, to - box / 2],
            ],
            theme.muted,
          ),
        );
      }
    }
  });
  steps.forEach((step, i) => {
    const y = centre(step.lane);
    parts.push(
      rect(x(i), y - box / 2, width, box, { fill: '#ffffff', stroke: theme.accent, 'stroke-width': 1.2 }),
      label(`${i + 1}. ${step.label}`, x(i) + width / 2, y, {
        size: SIZE,
        bold: true,
        anchor: 'middle',
        max: width - 6,
        colour: theme.ink,
      }),
      ...step.contributors
        .filter((lane) => lane !== step.lane)
        .map((lane) => circle(x(i) + width / 2, centre(lane), 4, { fill: theme.accent })),
    );
  });
  parts.push(
    rect(HEAD + gap, bottom + 7, 14, 9, { fill: '#ffffff', stroke: theme.accent, 'stroke-width': 1.2 }),
    label('répond de l’étape', HEAD + gap + 18, bottom + 11.5, { size: 8 }),
    circle(HEAD + 130, bottom + 11.5, 4, { fill: theme.accent }),
    label('contribue', HEAD + 138, bottom + 11.5, { size: 8 }),
    circle(HEAD + 200, bottom + 11.5, 2.6, { fill: theme.ink }),
    label('fin possible', HEAD + 207, bottom + 11.5, { size: 8 }),
  );
  return chart(CHART_WIDTH, bottom + 20, [...parts, line(HEAD, over, HEAD, bottom, theme.grid, 0.6)]);
}
