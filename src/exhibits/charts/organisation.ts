/** An organisation as a chart: who carries it at the top, then one row of boxes a role, joined by lines. */
import { chart, label, line, rect } from './drawing/svg.js';
import { wrapText } from './drawing/text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './drawing/theme.js';

export interface Box {
  title: string;
  lines: string[];
}

export interface OrganisationSpec {
  head: Box;
  levels: { title: string; boxes: Box[] /** Dashed border: less tightly bound. */; loose?: boolean }[];
}

const TITLE = 8.5;
const TEXT = 7.8;
const PAD = 6;

function heightOf({ title, lines }: Box, width: number): number {
  const inside = width - 2 * PAD;
  const titleLines = wrapText(title, inside, TITLE, true).length;
  const textLines = lines.reduce((sum, text) => sum + wrapText(text, inside, TEXT).length, 0);
  return 2 * PAD + titleLines * TITLE * 1.15 + (textLines > 0 ? 3 + textLines * TEXT * 1.15 : 0);
}

function drawBox(
  box: Box,
  x: number,
  y: number,
  width: number,
  height: number,
  theme: ChartTheme,
  loose: boolean,
  head = false,
): string {
  const inside = width - 2 * PAD;
  const frame = rect(x, y, width, height, {
    fill: head ? theme.accent : '#ffffff',
    stroke: theme.accent,
    'stroke-width': 1,
    'stroke-dasharray': loose ? '4 2' : undefined,
  });
  const ink = head ? '#ffffff' : theme.ink;
  let top = y + PAD;
  const parts = [
    frame,
    label(box.title, x + PAD, top, { size: TITLE, bold: true, max: inside, vertical: 'top', colour: ink }),
  ];
  top += wrapText(box.title, inside, TITLE, true).length * TITLE * 1.15 + 3;
  for (const text of box.lines) {
    parts.push(label(text, x + PAD, top, { size: TEXT, max: inside, vertical: 'top', colour: ink }));
    top += wrapText(text, inside, TEXT).length * TEXT * 1.15;
  }
  return parts.join('');
}

export function organisationChart({ head, levels }: OrganisationSpec, theme: ChartTheme): Chart {
  const headWidth = 300;
  const headHeight = heightOf(head, headWidth);
  const spine = 10;
  const parts = [drawBox(head, (CHART_WIDTH - headWidth) / 2, 1, headWidth, headHeight, theme, false, true)];
  let y = headHeight + 1;
  let last = y;
  for (const { title, boxes, loose = false } of levels) {
    if (boxes.length === 0) continue;
    y += 14;
    parts.push(label(title, spine + 10, y, { size: 8.5, bold: true, colour: theme.accent, vertical: 'top' }));
    y += 15;
    const perRow = Math.min(4, boxes.length);
    const gap = 8;
    const width = (CHART_WIDTH - 1 - spine - 10 - gap * (perRow - 1)) / perRow;
    for (let start = 0; start < boxes.length; start += perRow) {
      const row = boxes.slice(start, start + perRow);
      const height = Math.max(...row.map((box) => heightOf(box, width)));
      row.forEach((box, i) => {
        parts.push(drawBox(box, spine + 10 + i * (width + gap), y, width, height, theme, loose));
      });
      parts.push(line(spine, y + height / 2, spine + 10, y + height / 2, theme.accent, 1));
      last = y + height / 2;
      y += height + (start + perRow < boxes.length ? 6 : 0);
    }
  }
  // From the head to the spine, and down to the last row.
  const elbow = headHeight / 2 + 1;
  parts.push(
    line(spine, elbow, (CHART_WIDTH - headWidth) / 2, elbow, theme.accent, 1),
    line(spine, elbow, spine, last, theme.accent, 1),
  );
  return chart(CHART_WIDTH, y + 2, parts, theme);
}
