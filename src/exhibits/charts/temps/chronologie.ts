/** A timeline: lines by group, from the start of an item to its end; what goes on ends in an arrow, and the bar says how well it is known. */
import { scaleLinear } from 'd3-scale';
import { chart, element, hatch, label, legendRow, line, rect } from '../drawing/svg.js';
import { textWidth, wrapText } from '../drawing/text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from '../drawing/theme.js';

/** How a bar is drawn, from the best to the least known; told apart without colour. */
export type Trait = 'plein' | 'hachure' | 'creux';

export interface ChronologieItem {
  label: string;
  /** Years, with their fraction where the month is known; an `end` of null goes on. */
  start: number;
  end: number | null;
  trait: Trait;
}

export interface ChronologieGroupe {
  label: string;
  colour: string;
  items: ChronologieItem[];
}

export interface ChronologieSpec {
  groups: ChronologieGroupe[];
  /** Last year drawn: that of the document. */
  until: number;
  /** What each way of drawing a bar means; those that serve are shown. */
  traits: Readonly<Record<Trait, string>>;
  /** What an arrow means; shown when there is one. */
  ongoingLabel: string;
}

const SIZE = 8;
const HEAD = 16;
/** Height of the name of a group, and the room before it. */
const GROUPE = 15;
const BAR = 6;
const MOST_LEFT = 230;
const ORDRE: readonly Trait[] = ['plein', 'hachure', 'creux'];

const bar = (x: number, y: number, width: number, colour: string, trait: Trait, motif: string): string =>
  rect(
    x,
    y - BAR / 2,
    width,
    BAR,
    trait === 'plein'
      ? { fill: colour }
      : { fill: trait === 'creux' ? '#ffffff' : `url(#${motif})`, stroke: colour, 'stroke-width': 1.2 },
  );

const arrow = (x: number, y: number, colour: string): string =>
  element('polygon', { points: `${x},${y - BAR} ${x + 7},${y} ${x},${y + BAR}`, fill: colour });

export function chronologie({ groups, until, traits, ongoingLabel }: ChronologieSpec, theme: ChartTheme): Chart {
  const items = groups.flatMap((group) => group.items);
  const left = Math.min(MOST_LEFT, Math.max(60, ...items.map((item) => textWidth(item.label, SIZE))) + 10);
  const oldest = Math.min(until, ...items.map(({ start }) => Math.floor(start)));
  const every = [1, 2, 5, 10, 20, 50].find((step) => (until - oldest) / step <= 14) ?? 100;
  // The axis begins on a year that it names.
  const first = Math.floor(oldest / every) * every;
  const x = scaleLinear([first, until + 1], [left, CHART_WIDTH - 10]);
  const parts: string[] = [];
  let y = HEAD;
  groups.forEach((group, g) => {
    const lines = wrapText(group.label, CHART_WIDTH - 20, SIZE, true).length;
    const height = GROUPE + (lines - 1) * SIZE * 1.15;
    // The name stands on its own ground, across the lines of the years.
    parts.push(
      rect(0, y + 1, CHART_WIDTH, height - 2, { fill: theme.tint }),
      rect(0, y + 1, 3, height - 2, { fill: group.colour }),
      label(group.label, 8, y + height / 2, { size: SIZE, bold: true, max: CHART_WIDTH - 20 }),
    );
    y += height;
    for (const item of group.items) {
      const rowHeight = Math.max(14, wrapText(item.label, left - 10, SIZE).length * SIZE * 1.15 + 5);
      const middle = y + rowHeight / 2;
      const from = x(item.start);
      const to = item.end === null ? x(until + 1) - 7 : Math.max(from + 4, x(Math.min(item.end, until + 1)) - 1);
      parts.push(
        label(item.label, left - 8, middle, { size: SIZE, anchor: 'end', max: left - 10, colour: theme.ink }),
        bar(from, middle, to - from, group.colour, item.trait, `groupe-${g}`),
        item.end === null ? arrow(to, middle, group.colour) : '',
      );
      y += rowHeight;
    }
  });
  const bottom = y;
  const years = Array.from({ length: until - first + 1 }, (_, i) => first + i).filter((year) => year % every === 0);
  const grid = years.flatMap((year) => [
    line(x(year), HEAD - 2, x(year), bottom, theme.grid, 0.5),
    label(String(year), x(year), HEAD - 9, { size: 7.5, anchor: 'middle', colour: theme.muted }),
  ]);
  const motifs = [...groups.map(({ colour }, g) => hatch(`groupe-${g}`, colour)), hatch('groupe-cle', theme.muted)];
  const key = legendRow(
    [
      ...ORDRE.filter((trait) => items.some((item) => item.trait === trait)).map((trait) => ({
        label: traits[trait],
        swatch: (a: number, b: number) => bar(a, b + 4.5, 9, theme.muted, trait, 'groupe-cle'),
      })),
      ...(items.some(({ end }) => end === null)
        ? [{ label: ongoingLabel, swatch: (a: number, b: number) => arrow(a + 1, b + 4.5, theme.muted) }]
        : []),
    ],
    0,
    bottom + 6,
    CHART_WIDTH,
  );
  return chart(
    CHART_WIDTH,
    bottom + 6 + key.height,
    [`<defs>${motifs.join('')}</defs>`, ...grid, ...parts, key.svg],
    theme,
  );
}
