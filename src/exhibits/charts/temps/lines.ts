/** Curves over months, told apart by their dashes as well as their colours, each named at its end. */

import { scaleLinear } from 'd3-scale';
import { itemAt, numberAt } from '../../../lists/at.js';
import { axisTitle, chart, circle, element, label, line } from '../drawing/svg.js';
import { textWidth, wrapText } from '../drawing/text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from '../drawing/theme.js';

const DASHES = ['', '6 3', '2 2', '8 3 2 3', '1 4'];
const NOM = 8;
/** Widest name at the end of a curve, in points; a longer one takes several lines. */
const NOM_LARGE = 112;
const [HAUT, BAS] = [18, 178] as const;

export interface LinesSpec {
  series: {
    label: string;
    colour: string;
    values: number[];
    /** Points to mark, and what stands there; a mark alone without text. */
    reperes?: { index: number; texte: string }[];
  }[];
  /** Names of the points on the x axis; a step keeps them apart. */
  categories: string[];
  xAxis: string;
  yAxis: string;
  format: (value: number) => string;
}

/** Pushes blocks of given heights apart about their wished middles, within the drawing: in order, then back from the foot. */
function ecarter(blocs: readonly { milieu: number; hauteur: number }[], haut: number, bas: number): number[] {
  const order = blocs.map((bloc, i) => ({ ...bloc, i })).sort((a, b) => a.milieu - b.milieu || a.i - b.i);
  let edge = haut;
  const tops = order.map(({ milieu, hauteur }) => {
    const top = Math.max(edge, milieu - hauteur / 2);
    edge = top + hauteur;
    return top;
  });
  let floor = bas;
  for (let k = order.length - 1; k >= 0; k--) {
    const height = itemAt(order, k).hauteur;
    tops[k] = Math.min(numberAt(tops, k), floor - height);
    floor = numberAt(tops, k);
  }
  const middles = new Array<number>(blocs.length).fill(0);
  order.forEach(({ i, hauteur }, k) => {
    middles[i] = numberAt(tops, k) + hauteur / 2;
  });
  return middles;
}

/** Months from a name of the axis to the next, at least so many: parts of a year, then whole years, so that each year is named at the same month. */
export const pasDesMois = (least: number): number =>
  [1, 2, 3, 4, 6].find((months) => months >= least) ?? Math.ceil(least / 12) * 12;

export function lineChart(spec: LinesSpec, theme: ChartTheme): Chart {
  const all = spec.series.flatMap(({ values }) => values);
  const y = scaleLinear([Math.min(0, ...all), Math.max(0, ...all) || 1], [BAS, HAUT]).nice(5);
  const ticks = y.ticks(6);
  const left = Math.max(30, ...ticks.map((tick) => textWidth(spec.format(tick), 8))) + 8;
  const named = spec.series.length > 1;
  const names = spec.series.map(({ label: name }) => wrapText(name, NOM_LARGE, NOM));
  const right = named
    ? CHART_WIDTH - 14 - Math.min(NOM_LARGE, Math.max(...names.flat().map((text) => textWidth(text, NOM))))
    : CHART_WIDTH - 8;
  const count = spec.categories.length;
  const x = scaleLinear([0, Math.max(1, count - 1)], [left + 6, right]);
  const widest = Math.max(0, ...spec.categories.map((name) => textWidth(name, 8))) + 8;
  const every = pasDesMois((widest * Math.max(1, count - 1)) / Math.max(1, right - left - 6));
  const grid = ticks.map(
    (tick) =>
      line(left, y(tick), right, y(tick), tick === 0 ? theme.ink : theme.grid, tick === 0 ? 1 : 0.5) +
      label(spec.format(tick), left - 4, y(tick), { size: 8, anchor: 'end', colour: theme.muted }),
  );
  const inside = (text: string, at: number): number => {
    const half = textWidth(text, 8) / 2;
    return Math.min(Math.max(at, half), CHART_WIDTH - half);
  };
  const months = spec.categories.map((name, i) =>
    i % every === 0
      ? line(x(i), BAS, x(i), BAS + 3, theme.muted, 0.6) +
        label(name, inside(name, x(i)), BAS + 10, { size: 8, anchor: 'middle', colour: theme.muted })
      : '',
  );
  const curves = spec.series.map(({ values, colour, reperes = [] }, s) =>
    [
      element('polyline', {
        points: values.map((value, i) => `${x(i).toFixed(2)},${y(value).toFixed(2)}`).join(' '),
        fill: 'none',
        stroke: colour,
        'stroke-width': 1.8,
        'stroke-dasharray': DASHES[s % DASHES.length] || undefined,
      }),
      ...reperes.map(({ index, texte }) => {
        const [px, py] = [x(index), y(numberAt(values, index))];
        const width = textWidth(texte, 7.5);
        const at = Math.min(Math.max(px, left + width / 2), right - width / 2);
        return (
          circle(px, py, 2.6, { fill: '#ffffff', stroke: colour, 'stroke-width': 1.4 }) +
          (texte === ''
            ? ''
            : label(texte, at, py + (py > (HAUT + BAS) / 2 ? -9 : 9), {
                size: 7.5,
                anchor: 'middle',
                colour: theme.ink,
              }))
        );
      }),
    ].join(''),
  );
  const last = Math.max(0, ...spec.series.map(({ values }) => values.length - 1));
  const ends = spec.series.map(({ values }) => y(values.at(-1) ?? 0));
  const blocs = names.map((lines, s) => ({ milieu: numberAt(ends, s), hauteur: lines.length * NOM * 1.15 + 3 }));
  const needed = blocs.reduce((sum, { hauteur }) => sum + hauteur, 0);
  const floor = Math.max(BAS + 8, HAUT + needed);
  const middles = named ? ecarter(blocs, HAUT - 4, floor) : [];
  const direct = middles.map((middle, s) => {
    const { colour, label: name } = spec.series[s] ?? { colour: theme.ink, label: '' };
    return (
      line(x(last) + 1, numberAt(ends, s), x(last) + 8, middle, colour, 0.7) +
      label(name, x(last) + 10, middle, { size: NOM, max: NOM_LARGE, colour: theme.ink })
    );
  });
  const foot = Math.max(BAS + 24, named ? floor : 0);
  return chart(
    CHART_WIDTH,
    foot + 8,
    [
      label(spec.yAxis, 0, 6, { size: 8, colour: theme.muted }),
      ...grid,
      ...months,
      ...curves,
      ...direct,
      axisTitle(spec.xAxis, right, BAS + 22, theme),
    ],
    theme,
  );
}
