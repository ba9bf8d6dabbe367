import { mix } from './colour.js';

/** Colours of the charts, as `#rrggbb`. */
export interface ChartTheme {
  /** Text and main strokes. */
  ink: string;
  /** Secondary text. */
  muted: string;
  /** Grid lines and cell borders. */
  grid: string;
  accent: string;
  /** Palest step of a heat scale that ends with `accent`. */
  tint: string;
  /** Colours of series that have none of their own. */
  series: string[];
}

/** A drawn chart, sized in points. */
export interface Chart {
  svg: string;
  width: number;
  height: number;
}

/** Full text width of an A4 page, in points: every chart is drawn to it. */
export const CHART_WIDTH = 482;

/** Lightest shade of a scale, from the accent (0) to white (1). */
const PALE = 0.72;

/** Shades of the accent, from the darkest, for `count` degrees or ways of one thing: hues are left to what they tell apart (domains, scenarios, criteria). */
export const nuances = ({ accent }: ChartTheme, count: number): string[] =>
  Array.from({ length: count }, (_, i) => mix(accent, '#ffffff', count < 2 ? 0 : (i * PALE) / (count - 1)));

/** How the series of rank `index` (from 0) is painted: hatched every other time, paler once the colours have all served. */
export function peinture({ series, accent }: ChartTheme, index: number): { colour: string; pattern: boolean } {
  const own = series[index % Math.max(1, series.length)] ?? accent;
  const round = Math.floor(index / Math.max(1, series.length));
  return { colour: mix(own, '#ffffff', Math.min(0.7, round * 0.4)), pattern: index % 2 === 1 };
}
