/** Charts of a slide, native: bars, points, bars on a line of time. A drawing stands in the same place. */
import type { BarChart, ScatterChart, SlideChart, TimeChart, VectorDrawing } from '../../documents/slides.js';
import { couper } from '../../texte/couper.js';
import { JOUR } from '../../texte/dates.js';
import type { Theme } from '../theme.js';
import { type Box, type Deck, hex, type Page } from './deck.js';
import { addDrawing } from './drawings.js';

/** Characters of the name of a series: a legend shows no more, and Excel takes no more at the head of a column of the numbers behind the chart. */
const LONGEST_NAME = 120;

type Options = NonNullable<Parameters<Page['addChart']>[2]>;

/** What all charts share; a chart that stands alone on its slide has larger type. */
function common({ title, alt }: Exclude<SlideChart, VectorDrawing>, theme: Theme, box: Box): Options {
  const size = box.w > 7 ? 13 : 11;
  return {
    ...box,
    showTitle: true,
    title,
    titleFontFace: theme.officeFont,
    titleFontSize: size + 2,
    titleColor: hex(theme.colours.ink),
    legendPos: 'b',
    legendFontSize: size,
    catAxisLabelFontSize: size,
    valAxisLabelFontSize: size - 1,
    valAxisTitleFontSize: size - 1,
    catAxisTitleFontSize: size - 1,
    valGridLine: { color: hex(theme.charts.grid), size: 0.5 },
    altText: alt,
  };
}

function addBars(page: Page, pptx: Deck, chart: BarChart, theme: Theme, box: Box): void {
  const mirrored = chart.series.some(({ left }) => left);
  const lying = chart.lying || mirrored;
  const one = chart.series.length === 1;
  page.addChart(
    pptx.ChartType.bar,
    chart.series.map(({ name: whole, values, left }) => {
      const name = couper(whole, LONGEST_NAME);
      const signed = left ? values.map((value) => -value) : values;
      // A lying chart is drawn from its foot, and read from its head.
      return lying
        ? { name, labels: [...chart.categories].reverse(), values: [...signed].reverse() }
        : { name, labels: chart.categories, values: signed };
    }),
    {
      ...common(chart, theme, box),
      barDir: lying ? 'bar' : 'col',
      barGrouping: chart.stacked || mirrored ? 'stacked' : 'clustered',
      barGapWidthPct: 60,
      // One colour for one series: it would else be taken for a difference between its bars.
      chartColors: (one ? [theme.charts.accent] : theme.charts.series).map(hex),
      showLegend: !one,
      ...(mirrored ? { catAxisLabelPos: 'low' as const } : {}),
      // What is drawn to the left is a number like the others.
      valAxisLabelFormatCode: '#,##0;#,##0',
      dataLabelFormatCode: '#,##0;#,##0',
      ...(one || (mirrored && chart.categories.length <= 8) ? labels(theme, mirrored) : {}),
      showValAxisTitle: true,
      valAxisTitle: chart.axis,
    },
  );
}

const labels = (theme: Theme, inside: boolean): Options => ({
  showValue: true,
  dataLabelFontSize: 12,
  dataLabelColor: hex(inside ? theme.colours.paper : theme.colours.ink),
});

function addScatter(page: Page, pptx: Deck, chart: ScatterChart, theme: Theme, box: Box): void {
  const { points } = chart;
  page.addChart(
    pptx.ChartType.scatter,
    [
      { name: couper(chart.xAxis, LONGEST_NAME), values: points.map(({ x }) => x) },
      // A series has one point; the others of its list are absent from the file (see `repair.ts`).
      ...points.map(({ name, y }, i) => ({
        name: couper(name, LONGEST_NAME),
        values: points.map((_, k) => (k === i ? y : null)) as number[],
      })),
    ],
    {
      ...common(chart, theme, box),
      chartColors: theme.charts.series.map(hex),
      lineSize: 0,
      lineDataSymbol: 'circle',
      lineDataSymbolSize: 16,
      showLegend: true,
      valAxisMinVal: 0,
      catAxisMinVal: 0,
      showCatAxisTitle: true,
      catAxisTitle: chart.xAxis,
      catLabelFormatCode: '#,##0',
      showValAxisTitle: true,
      valAxisTitle: chart.yAxis,
      valAxisLabelFormatCode: '#,##0',
    },
  );
}

/** Serial number of a day in a workbook, counted from the last of 1899. */
const serial = (time: number): number => Math.round(time / JOUR) + 25_569;

/** Steps between two dates on the axis, in days: a month, a quarter, half a year, one year, two, five, ten. */
const STEPS = [30.4375, 91.3125, 182.625, 365.25, 730.5, 1826.25, 3652.5];
const MOST_STEPS = 12;

function addTime(page: Page, pptx: Deck, chart: TimeChart, theme: Theme, box: Box): void {
  const bars = [...chart.bars].reverse();
  const names = bars.map(({ label }) => label);
  const first = Math.min(...bars.map(({ start }) => serial(start)));
  const last = Math.max(...bars.map(({ end }) => serial(end)));
  const step = STEPS.find((days) => (last - first) / days <= MOST_STEPS) ?? 3652.5;
  const year = new Date((first - 25_569) * JOUR).getUTCFullYear();
  page.addChart(
    pptx.ChartType.bar,
    [
      { name: 'Début', labels: names, values: bars.map(({ start }) => serial(start)) },
      { name: 'Durée, en jours', labels: names, values: bars.map(({ start, end }) => serial(end) - serial(start)) },
    ],
    {
      ...common(chart, theme, box),
      catAxisLabelFontSize: bars.length > 14 ? 10 : 12,
      barDir: 'bar',
      barGrouping: 'stacked',
      barGapWidthPct: 40,
      // The first bar leads to the second, and is not seen.
      chartColors: [theme.colours.paper, theme.charts.accent].map(hex),
      valGridLine: { style: 'none' },
      showLegend: false,
      valAxisMinVal: step > 365 ? serial(Date.UTC(year, 0, 1)) : first,
      valAxisMaxVal: last,
      valAxisMajorUnit: step,
      valAxisLabelFormatCode: step >= 365 ? 'yyyy' : 'mm/yyyy',
    },
  );
}

/** Whether there is something to draw; the library that writes the slides stops on a chart without a series. */
export function hasMarks(chart: SlideChart): boolean {
  if (chart.kind === 'nuage') return chart.points.length > 0;
  if (chart.kind === 'frise') return chart.bars.length > 0;
  if (chart.kind === 'dessin') return chart.svg !== '';
  return chart.categories.length > 0 && chart.series.length > 0;
}

export function addChart(page: Page, pptx: Deck, chart: SlideChart, theme: Theme, box: Box): void {
  if (chart.kind === 'nuage') addScatter(page, pptx, chart, theme, box);
  else if (chart.kind === 'frise') addTime(page, pptx, chart, theme, box);
  else if (chart.kind === 'dessin') addDrawing(page, chart, theme, box);
  else addBars(page, pptx, chart, theme, box);
}
