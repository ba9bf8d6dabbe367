/** Stacked bars, upright or lying. Each segment that has room carries its value. */

import { scaleBand, scaleLinear } from 'd3-scale';
import { cellAt, itemAt, known, numberAt } from '../../lists/at.js';
import { ensemble, nombreFr } from '../../texte/nombres.js';
import { inkOn } from './drawing/colour.js';
import { entetes } from './drawing/entetes.js';
import { axisTitle, chart, hatch, label, legendRow, line, rect } from './drawing/svg.js';
import { textWidth, wrapText } from './drawing/text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './drawing/theme.js';

export interface BarsSpec {
  categories: string[];
  series: { label: string; colour: string /** Hatched, to stand apart in black and white. */; pattern?: boolean }[];
  /** [series][category], all ≥ 0. */
  values: number[][];
  /** Title of the value axis, with its unit. */
  axis: string;
  /** Each bar is a whole parted in shares: its total tells nothing. */
  whole?: boolean;
}

const valueAt = (spec: BarsSpec, series: number, category: number): number => cellAt(spec.values, series, category);
const totals = (spec: BarsSpec): number[] =>
  spec.categories.map((_, c) => spec.series.reduce((sum, _s, s) => sum + valueAt(spec, s, c), 0));
const fills = (spec: BarsSpec): string[] => spec.series.map((s, i) => (s.pattern ? `url(#trame${i})` : s.colour));
const defs = (spec: BarsSpec): string =>
  `<defs>${spec.series.map((s, i) => (s.pattern ? hatch(`trame${i}`, s.colour) : '')).join('')}</defs>`;
const shown = nombreFr;
/** Values and totals of one chart, with the same decimals. */
const ecriture = (spec: BarsSpec): ((value: number) => string) =>
  ensemble([...spec.values.flat(), ...(spec.whole || spec.series.length < 2 ? [] : totals(spec))]);

/** Of a column, left empty around each. */
const PADDING = 0.25;

/** Whole-number ticks when the values are counts: no « 2,5 actions » on an axis. */
const ticksOf = (scale: { ticks(count: number): number[] }, whole: boolean): number[] =>
  scale.ticks(5).filter((tick) => !whole || Number.isInteger(tick));

/** Where the axis ends: on a tick, past the longest bar. */
const boutDAxe = (longest: number): number =>
  scaleLinear([0, Math.max(1, longest)], [0, 1])
    .nice(5)
    .domain()[1] ?? longest;

function legendOf(spec: BarsSpec, x: number, y: number, width: number): { svg: string; height: number } {
  if (spec.series.length < 2) return { svg: '', height: 0 };
  const paint = fills(spec);
  // A key is of what is drawn.
  const drawn = spec.series.flatMap((s, i) => (spec.values[i]?.some((value) => value > 0) ? [{ ...s, i }] : []));
  return legendRow(
    drawn.map((s) => ({
      label: s.label,
      swatch: (sx: number, sy: number) => rect(sx, sy, 9, 9, { fill: paint[s.i] ?? s.colour }),
    })),
    x,
    y,
    width,
  );
}

/** The value of a segment at its middle; on hatching it stands on a white ground. */
function valeur(
  text: string,
  x: number,
  y: number,
  { pattern, colour }: BarsSpec['series'][number],
  ink: string,
): string {
  const width = textWidth(text, 8) + 3;
  const ground = pattern ? rect(x - width / 2, y - 5, width, 10, { fill: '#ffffff' }) : '';
  return ground + label(text, x, y, { size: 8, anchor: 'middle', colour: pattern ? ink : inkOn(colour, ink) });
}

/** Upright stacked columns, one a category (years, months). */
export function stackedColumns(spec: BarsSpec, theme: ChartTheme): Chart {
  const top = 20;
  const plot = 150;
  const sums = totals(spec);
  const whole = spec.values.flat().every(Number.isInteger);
  const y = scaleLinear([0, boutDAxe(Math.max(1, ...sums) * 1.08)], [top + plot, top]);
  const ticks = Math.max(0, ...ticksOf(y, whole).map((tick) => textWidth(shown(tick), 8))) + 8;
  // Slanted names go down to the left, out of the first column.
  const namesAt = (width: number) =>
    entetes(spec.categories, width / (Math.max(1, spec.categories.length) + PADDING), theme, {
      size: 8,
      cote: 'dessous',
    });
  const left = Math.max(30, ticks, namesAt(CHART_WIDTH - ticks).debord - 12);
  const names = namesAt(CHART_WIDTH - left);
  const x = scaleBand(
    spec.categories.map((_, i) => i),
    [left, CHART_WIDTH],
  ).padding(PADDING);
  const paint = fills(spec);
  const write = ecriture(spec);
  const grid = ticksOf(y, whole).map(
    (tick) =>
      line(left, y(tick), CHART_WIDTH, y(tick), theme.grid, 0.5) +
      label(shown(tick), left - 4, y(tick), { size: 8, anchor: 'end', colour: theme.muted }),
  );
  const bars = spec.categories.flatMap((_category, c) => {
    let base = 0;
    const segments = spec.series.map((s, i) => {
      const value = valueAt(spec, i, c);
      const high = y(base) - y(base + value);
      const segment = value
        ? rect(known(x(c), 'band'), y(base + value), x.bandwidth(), high, {
            fill: paint[i] ?? s.colour,
            stroke: '#ffffff',
            'stroke-width': 0.6,
          }) +
          (high > 10 && x.bandwidth() > textWidth(write(value), 8) + 2
            ? valeur(write(value), known(x(c), 'band') + x.bandwidth() / 2, y(base) - high / 2, s, theme.ink)
            : '')
        : '';
      base += value;
      return segment;
    });
    const centre = known(x(c), 'band') + x.bandwidth() / 2;
    const total =
      base && spec.series.length > 1
        ? label(write(base), centre, y(base) - 3, { size: 8, anchor: 'middle', bold: true, vertical: 'bottom' })
        : '';
    return [...segments, total];
  });
  const middles = spec.categories.map((_, c) => known(x(c), 'band') + x.bandwidth() / 2);
  const legend = legendOf(spec, left, top + plot + names.hauteur + 8, CHART_WIDTH - left);
  const title = axisTitle(spec.axis, 0, 7, theme);
  const axis = line(left, y(0), CHART_WIDTH, y(0), theme.ink, 0.8);
  return chart(
    CHART_WIDTH,
    top + plot + names.hauteur + 8 + legend.height,
    [defs(spec), title, ...grid, ...bars, axis, names.dessin(middles, top + plot), legend.svg],
    theme,
  );
}

/** Whether a segment of a lying bar has room for its value. */
const tient = (value: number, wide: number): boolean => wide > textWidth(shown(value), 8) + 4;

interface Bout {
  total: string;
  /** All the parts of the bar, in order, where one is too short to carry its value: « (9 + 4 + 3) ». */
  parts: string;
}

/** What is written at the end of each bar, and where the axis ends so that all of it holds. */
function boutsDeBarres(spec: BarsSpec, left: number): { bouts: Bout[]; end: number } {
  const write = ecriture(spec);
  const sums = totals(spec);
  const most = boutDAxe(Math.max(...sums));
  const boutsA = (end: number): Bout[] =>
    spec.categories.map((_, c) => {
      const parts = spec.series.map((_s, s) => valueAt(spec, s, c)).filter((value) => value > 0);
      const short = parts.length > 1 && parts.some((value) => !tient(value, ((end - left) * value) / most));
      const told = short ? parts.map(write).join(' + ') : '';
      return { total: spec.whole ? '' : write(numberAt(sums, c)), parts: short && !spec.whole ? `(${told})` : told };
    });
  let end = CHART_WIDTH - 34;
  // A shorter axis leaves more values without room: a few turns settle it.
  for (let turn = 0; turn < 4; turn++) {
    const bouts = boutsA(end);
    end = Math.min(
      end,
      ...bouts.map(({ total, parts }, c) => {
        const tail = 4 + textWidth(total, 8.5, true) + (parts ? 4 + textWidth(parts, 8) : 0);
        return left + ((CHART_WIDTH - tail - left) * most) / Math.max(1, numberAt(sums, c));
      }),
    );
  }
  return { bouts: boutsA(end), end };
}

/** Lying stacked bars, one a category, with the total at the end, and the parts of a bar of which one has no room for its value. */
export function stackedBars(spec: BarsSpec, theme: ChartTheme): Chart {
  const left = Math.min(170, Math.max(40, ...spec.categories.map((c) => textWidth(c, 8.5))) + 8);
  const lines = Math.max(1, ...spec.categories.map((c) => wrapText(c, left - 8, 8.5).length));
  const row = Math.max(22, lines * 10 + 8);
  const plot = row * spec.categories.length;
  const whole = spec.values.flat().every(Number.isInteger);
  const { bouts, end } = boutsDeBarres(spec, left);
  const x = scaleLinear([0, boutDAxe(Math.max(...totals(spec)))], [left, end]);
  const paint = fills(spec);
  const write = ecriture(spec);
  const grid = ticksOf(x, whole).map(
    (tick) =>
      line(x(tick), 2, x(tick), plot + 2, theme.grid, 0.5) +
      label(shown(tick), x(tick), plot + 10, { size: 8, anchor: 'middle', colour: theme.muted }),
  );
  const bars = spec.categories.flatMap((category, c) => {
    const y = 2 + row * c + 3;
    const high = row - 6;
    let base = 0;
    const segments = spec.series.map((s, i) => {
      const value = valueAt(spec, i, c);
      const wide = x(base + value) - x(base);
      const segment = value
        ? rect(x(base), y, wide, high, { fill: paint[i] ?? s.colour, stroke: '#ffffff', 'stroke-width': 0.6 }) +
          (spec.series.length > 1 && tient(value, wide)
            ? valeur(write(value), x(base) + wide / 2, y + high / 2, s, theme.ink)
            : '')
        : '';
      base += value;
      return segment;
    });
    const { total, parts } = itemAt(bouts, c);
    const after = x(base) + 4 + (total ? textWidth(total, 8.5, true) + 4 : 0);
    return [
      ...segments,
      label(category, left - 8, y + high / 2, { size: 8.5, anchor: 'end', max: left - 8, colour: theme.ink }),
      total ? label(total, x(base) + 4, y + high / 2, { size: 8.5, bold: true }) : '',
      parts ? label(parts, after, y + high / 2, { size: 8, colour: theme.muted }) : '',
    ];
  });
  const legend = legendOf(spec, left, plot + 32, CHART_WIDTH - left);
  const title = axisTitle(spec.axis, end, plot + 22, theme);
  return chart(
    CHART_WIDTH,
    plot + 30 + legend.height,
    [defs(spec), ...grid, ...bars, line(left, 2, left, plot + 2, theme.ink, 0.8), title, legend.svg],
    theme,
  );
}
