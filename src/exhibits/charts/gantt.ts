/** A calendar of tasks: bars by day, the critical path plain, the rest hatched, milestones as diamonds, what waits for what as lines. */
import { scaleLinear } from 'd3-scale';
import { chart, element, hatch, label, line, mark, rect } from './svg.js';
import { textWidth, wrapText } from './text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './theme.js';

export interface GanttTask {
  id: string;
  label: string;
  group: string | null;
  /** Days from the first of the calendar; the end is the day after the last. */
  start: number;
  end: number;
  critical: boolean;
  milestone: boolean;
  after: string[];
}

export interface GanttSpec {
  tasks: GanttTask[];
  /** First days of the months shown, from the first of the calendar, and their names. */
  months: { day: number; label: string }[];
  length: number;
}

export function ganttChart({ tasks, months, length }: GanttSpec, theme: ChartTheme): Chart {
  const left = Math.min(165, Math.max(60, ...tasks.map((task) => textWidth(task.label, 8.2))) + 10);
  const x = scaleLinear([0, Math.max(1, length)], [left, CHART_WIDTH - 6]);
  const parts: string[] = [`<defs>${hatch('attente', theme.accent)}</defs>`];
  const rows: { task: GanttTask | null; title: string; y: number; height: number }[] = [];
  let y = 18;
  let group: string | null = null;
  for (const task of tasks) {
    if (task.group !== null && task.group !== group) {
      rows.push({ task: null, title: task.group, y, height: 15 });
      y += 15;
      group = task.group;
    }
    const height = Math.max(17, wrapText(task.label, left - 10, 8.2).length * 9.6 + 6);
    rows.push({ task, title: task.label, y, height });
    y += height;
  }
  const every = Math.max(1, Math.ceil(months.length / 13));
  months.forEach(({ day, label: name }, i) => {
    parts.push(line(x(day), 14, x(day), y, theme.grid, 0.5));
    if (i % every === 0) parts.push(label(name, x(day) + 1, 7, { size: 7.4, colour: theme.muted }));
  });
  const places = new Map(
    rows.flatMap(({ task, y: top, height }) => (task ? [[task.id, { task, centre: top + height / 2 }] as const] : [])),
  );
  for (const { task, centre } of places.values())
    for (const id of task.after) {
      const before = places.get(id);
      if (!before) continue;
      const from = Math.min(x(before.task.end), CHART_WIDTH - 3);
      parts.push(
        element('polyline', {
          points: `${from.toFixed(1)},${before.centre.toFixed(1)} ${(from + 2.5).toFixed(1)},${before.centre.toFixed(1)} ${(from + 2.5).toFixed(1)},${centre.toFixed(1)} ${Math.max(x(task.start), from + 2.5).toFixed(1)},${centre.toFixed(1)}`,
          fill: 'none',
          stroke: theme.muted,
          'stroke-width': 0.7,
        }),
      );
    }
  for (const { task, title, y: top, height } of rows) {
    if (!task) {
      parts.push(label(title, 0, top + 8, { size: 8.4, bold: true, colour: theme.accent }));
      continue;
    }
    const centre = top + height / 2;
    parts.push(label(title, 4, centre, { size: 8.2, max: left - 10, colour: theme.ink }));
    if (task.milestone) parts.push(mark('losange', x(task.start), centre, 5, { fill: theme.ink }));
    else
      parts.push(
        rect(x(task.start), centre - 4.5, Math.max(2, x(task.end) - x(task.start)), 9, {
          fill: task.critical ? theme.accent : 'url(#attente)',
          stroke: theme.accent,
          'stroke-width': 0.6,
        }),
      );
  }
  parts.push(
    rect(left, y + 6, 16, 8, { fill: theme.accent }),
    label('chemin critique', left + 20, y + 10, { size: 8 }),
    rect(left + 92, y + 6, 16, 8, { fill: 'url(#attente)', stroke: theme.accent, 'stroke-width': 0.6 }),
    label('avec une marge', left + 112, y + 10, { size: 8 }),
    mark('losange', left + 190, y + 10, 4.5, { fill: theme.ink }),
    label('jalon', left + 198, y + 10, { size: 8 }),
  );
  return chart(CHART_WIDTH, y + 20, parts);
}
