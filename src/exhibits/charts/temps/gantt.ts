/** A calendar of tasks: bars by day, the critical path plain, the rest hatched, milestones as diamonds, what waits for what as lines. */
import { scaleLinear } from 'd3-scale';
import { chart, element, hatch, label, line, mark, rect } from '../drawing/svg.js';
import { textWidth, wrapText } from '../drawing/text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from '../drawing/theme.js';

export interface GanttTask {
  id: string;
  label: string;
  group: string | null;
  /** Days from the first of the calendar; the end is the day after the last. */
  start: number;
  end: number;
  critical: boolean;
  milestone: boolean;
  /** Something that others wait for by law or by contract: a decision, an aid asked for, a signature. */
  gate?: boolean;
  after: string[];
}

export interface GanttSpec {
  tasks: GanttTask[];
  /** First days of the months shown, counted from the first of the calendar; months from 1. */
  months: { day: number; month: number; year: number }[];
  length: number;
}

const INITIALES = ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D'];
/** Space above the first row: a line of years, a line of months. */
export const HEAD = 26;

/** Years over months, each month marked by its initial where there is room. */
export function timeScale(
  months: GanttSpec['months'],
  x: (day: number) => number,
  bottom: number,
  theme: ChartTheme,
): string[] {
  const every = Math.max(1, Math.ceil(months.length / 26));
  return months.flatMap(({ day, month, year }, i) => {
    const opens = i === 0 || month === 1;
    const first = opens ? [label(String(year), x(day) + 2, 6, { size: 8, bold: true, colour: theme.ink })] : [];
    return [
      line(x(day), opens ? 0 : 13, x(day), bottom, opens ? theme.muted : theme.grid, opens ? 0.7 : 0.5),
      ...first,
      ...(i % every === 0
        ? [label(INITIALES[month - 1] ?? '', x(day) + 2, 18, { size: 7.2, colour: theme.muted })]
        : []),
    ];
  });
}

export function ganttChart({ tasks, months, length }: GanttSpec, theme: ChartTheme): Chart {
  const left = Math.min(190, Math.max(60, ...tasks.map((task) => textWidth(task.label, 8.2))) + 20);
  const x = scaleLinear([0, Math.max(1, length)], [left, CHART_WIDTH - 6]);
  const parts: string[] = [`<defs>${hatch('attente', theme.accent)}</defs>`];
  const rows: { task: GanttTask | null; title: string; y: number; height: number }[] = [];
  let y = HEAD;
  let group: string | null = null;
  for (const task of tasks) {
    if (task.group !== null && task.group !== group) {
      rows.push({ task: null, title: task.group, y, height: 15 });
      y += 15;
      group = task.group;
    }
    const height = Math.max(17, wrapText(task.label, left - 18, 8.2).length * 9.6 + 6);
    rows.push({ task, title: task.label, y, height });
    y += height;
  }
  parts.push(...timeScale(months, x, y, theme));
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
    parts.push(label(title, 4, centre, { size: 8.2, max: left - 18, colour: theme.ink }));
    if (task.gate)
      parts.push(label('P', left - 4, centre, { size: 7.4, bold: true, anchor: 'end', colour: theme.accent }));
    if (task.milestone)
      parts.push(
        mark('losange', x(task.start), centre, 5, {
          fill: task.critical ? theme.accent : '#ffffff',
          stroke: theme.accent,
          'stroke-width': 1,
        }),
      );
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
    mark('losange', left + 190, y + 10, 4.5, { fill: '#ffffff', stroke: theme.accent, 'stroke-width': 1 }),
    label('jalon', left + 198, y + 10, { size: 8 }),
    label('P', left + 232, y + 10, { size: 7.4, bold: true, colour: theme.accent }),
    label('porte à franchir', left + 240, y + 10, { size: 8 }),
  );
  return chart(CHART_WIDTH, y + 20, parts, theme);
}
