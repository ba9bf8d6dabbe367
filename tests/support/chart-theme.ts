import type { ChartTheme } from '../../src/exhibits/charts/drawing/theme.js';

/** Colours of a chart that no theme of the program has: what is drawn in them was given them. */
export const chartTheme: ChartTheme = {
  ink: '#101010',
  muted: '#505050',
  grid: '#c0c0c0',
  accent: '#0000aa',
  tint: '#eeeeee',
  series: ['#aa0000', '#00aa00'],
};
