/** Steps of a project: planned as an outline, what happened as a full bar below it, over the same months in every sheet. */
import { scaleLinear } from 'd3-scale';
import { chart, hatch, label, line, mark, rect } from '../drawing/svg.js';
import { wrapText } from '../drawing/text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from '../drawing/theme.js';
import { type GanttSpec, HEAD, timeScale } from './gantt.js';

export interface Step {
  label: string;
  /** Days from the first of the scale; an end is the day after the last. */
  planned: { start: number; end: number };
  /** What happened; `end` is null while it goes on. Null before it starts. */
  actual: { start: number; end: number | null } | null;
  /** « 1 mois de retard », « à temps »; empty when nothing is to be said. */
  note: string;
}

export interface StepsSpec {
  steps: readonly Step[];
  /** Facts marked by a diamond on the axis: choice, points of follow-up. */
  marks: readonly number[];
  months: GanttSpec['months'];
  length: number;
  /** Day up to which what goes on is drawn. */
  today: number;
  /** Rows drawn at least, so that the figures of a set have one height. */
  rows: number;
}

const LEFT = 132;
const NOTE = 92;
const ROW = 20;
const SIZE = 8.2;

export function stepsChart({ steps, marks, months, length, today, rows }: StepsSpec, theme: ChartTheme): Chart {
  const x = scaleLinear([0, Math.max(1, length)], [LEFT, CHART_WIDTH - NOTE - 6]);
  const count = Math.max(rows, steps.length);
  const bottom = HEAD + count * ROW + 2;
  const parts = [`<defs>${hatch('en-cours', theme.accent)}</defs>`, ...timeScale(months, x, bottom, theme)];
  steps.forEach(({ label: name, planned, actual, note }, i) => {
    const top = HEAD + i * ROW;
    const centre = top + ROW / 2 - 2;
    const size = wrapText(name, LEFT - 8, SIZE).length > 2 ? 7.2 : SIZE;
    parts.push(
      label(name, 2, centre, { size, max: LEFT - 8, colour: theme.ink }),
      rect(x(planned.start), top + 2, Math.max(2, x(planned.end) - x(planned.start)), 6, {
        fill: '#ffffff',
        stroke: theme.accent,
        'stroke-width': 0.8,
      }),
    );
    if (actual) {
      const end = Math.min(length, actual.end ?? Math.max(today, actual.start + 1));
      parts.push(
        rect(x(actual.start), top + 10, Math.max(2, x(end) - x(actual.start)), 6, {
          fill: actual.end === null ? 'url(#en-cours)' : theme.accent,
          stroke: theme.accent,
          'stroke-width': 0.6,
        }),
      );
    }
    parts.push(label(note, CHART_WIDTH - NOTE, centre, { size: 7.8, max: NOTE, colour: theme.ink }));
  });
  parts.push(
    line(LEFT, bottom, CHART_WIDTH - NOTE - 6, bottom, theme.grid, 0.6),
    ...marks.map((day) => mark('losange', x(Math.min(length, day)), bottom, 3.4, { fill: theme.ink })),
    rect(LEFT, bottom + 7, 16, 6, { fill: '#ffffff', stroke: theme.accent, 'stroke-width': 0.8 }),
    label('prévu', LEFT + 20, bottom + 10, { size: 8 }),
    rect(LEFT + 60, bottom + 7, 16, 6, { fill: theme.accent }),
    label('réalisé', LEFT + 80, bottom + 10, { size: 8 }),
    rect(LEFT + 126, bottom + 7, 16, 6, { fill: 'url(#en-cours)', stroke: theme.accent, 'stroke-width': 0.6 }),
    label('en cours', LEFT + 146, bottom + 10, { size: 8 }),
    mark('losange', LEFT + 196, bottom + 10, 3.4, { fill: theme.ink }),
    label('choix et points de suivi', LEFT + 203, bottom + 10, { size: 8 }),
  );
  return chart(CHART_WIDTH, bottom + 18, parts, theme);
}
