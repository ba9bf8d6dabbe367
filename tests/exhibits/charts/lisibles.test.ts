/** Every chart from 1 to 15 categories, with short names and with names of 60 characters: no text leaves the drawing, none covers another, no axis strikes one. */
import { describe, expect, it } from 'vitest';
import { stackedBars, stackedColumns } from '../../../src/exhibits/charts/bars.js';
import { carteCommunes } from '../../../src/exhibits/charts/carte/carte.js';
import { type CarteSpec, PROJETEE } from '../../../src/exhibits/charts/carte/spec.js';
import { axisTitle } from '../../../src/exhibits/charts/drawing/svg.js';
import { textWidth } from '../../../src/exhibits/charts/drawing/text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from '../../../src/exhibits/charts/drawing/theme.js';
import { intervalBars, tornadoBars } from '../../../src/exhibits/charts/intervals.js';
import { dotMatrix, heatMatrix } from '../../../src/exhibits/charts/matrices.js';
import { miroir } from '../../../src/exhibits/charts/miroir.js';
import { nuage } from '../../../src/exhibits/charts/nuage.js';
import { organisationChart } from '../../../src/exhibits/charts/organisation.js';
import { labelledScatter } from '../../../src/exhibits/charts/points.js';
import { riskMatrix } from '../../../src/exhibits/charts/risks.js';
import { chronologie } from '../../../src/exhibits/charts/temps/chronologie.js';
import { lineChart, pasDesMois } from '../../../src/exhibits/charts/temps/lines.js';
import { shapesOf } from '../../../src/render/emf/shapes.js';
import { covering, outside, struck } from '../../support/svg-texts.js';

const theme: ChartTheme = {
  ink: '#1d2a30',
  muted: '#55646b',
  grid: '#c9d2d5',
  accent: '#0f5c63',
  tint: '#e3f0ef',
  series: ['#0f5c63', '#b35a1f', '#2f5f9e'],
};

const WORDS = [
  'Eau',
  'Biodiversité',
  'Patrimoine bâti',
  'Énergies renouvelables',
  'Accompagnement des intercommunalités volontaires du massif',
];
const court = (i: number): string => WORDS[i % 4] ?? '';
const long = (i: number): string => `${i + 1}. ${WORDS[4]}`.slice(0, 60);
const range = <T>(n: number, of: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(i));
const value = (i: number, j: number): number => (i * 7 + j * 3) % 12;

const contours = (n: number, name: (i: number) => string): CarteSpec => ({
  communes: range(n, (i) => {
    const [x, y] = [3 + 0.1 * (i % 4), 45 + 0.1 * Math.floor(i / 4)];
    return {
      nom: name(i),
      lon: x + 0.05,
      lat: y + 0.05,
      superficie: 80,
      population: 1000 - i,
      groupe: i % 3,
      ombree: i % 2 === 0,
      perimetres: i % 3 === 0 ? [0] : [],
      trace: [
        [
          [x, y],
          [x + 0.1, y],
          [x + 0.1, y + 0.1],
          [x, y + 0.1],
          [x, y],
        ],
      ].map((ring) => [ring.map(([a = 0, b = 0]) => [a, b] as const)]),
    };
  }),
  groupes: range(Math.min(n, 3), court),
  limite: 'Limite d’intercommunalité',
  perimetres: [name(0)],
  ombre: 'Moins de 500 habitants',
  genres: [],
  lieux: [],
  nommees: 12,
});

const CHARTS: Record<string, (n: number, name: (i: number) => string) => Chart> = {
  'heat matrix, columns': (n, name) =>
    heatMatrix(
      {
        rows: range(4, court),
        columns: range(n, name),
        values: range(4, (i) => range(n, (j) => value(i, j))),
        legend: 'Nombre',
      },
      theme,
    ),
  'heat matrix, rows': (n, name) =>
    heatMatrix(
      {
        rows: range(n, name),
        columns: range(4, court),
        values: range(n, (i) => range(4, (j) => value(i, j))),
        legend: 'Nombre',
      },
      theme,
    ),
  'dot matrix': (n, name) =>
    dotMatrix(
      {
        rows: range(n, name),
        columns: range(n, name),
        values: range(n, (i) => range(n, (j) => value(i, j))),
        legend: 'Nombre',
        max: 12,
      },
      theme,
    ),
  'lying bars, categories': (n, name) =>
    stackedBars(
      {
        categories: range(n, name),
        series: range(3, (i) => ({ label: court(i), colour: '#0f5c63', pattern: i === 1 })),
        values: range(3, (s) => range(n, (c) => value(s, c) + 1)),
        axis: 'Nombre de besoins',
      },
      theme,
    ),
  'lying bars, series': (n, name) =>
    stackedBars(
      {
        categories: ['A', 'B'],
        series: range(n, (i) => ({ label: name(i), colour: '#0f5c63' })),
        values: range(n, (s) => range(2, (c) => value(s, c))),
        axis: 'Nombre de besoins',
      },
      theme,
    ),
  'upright columns': (n, name) =>
    stackedColumns(
      {
        categories: range(n, name),
        series: range(3, (i) => ({ label: court(i), colour: '#0f5c63', pattern: i === 1 })),
        values: range(3, (s) => range(n, (c) => 1000 * value(s, c))),
        axis: 'Euros',
      },
      theme,
    ),
  intervals: (n, name) =>
    intervalBars(
      {
        rows: range(n, (i) => ({
          label: name(i),
          min: i,
          max: i + 20,
          value: i + 5,
          note: i % 2 ? `de ${i} à ${i + 20}, au profit de ${name(i)}` : '',
        })),
        domain: [0, 40],
        axis: 'Poids',
        format: (v) => `${v} %`,
      },
      theme,
    ),
  tornado: (n, name) =>
    tornadoBars(
      {
        rows: range(n, (i) => ({
          label: name(i),
          low: -10 + i,
          high: 12 - i,
          lowNote: `bas : ${i} 000 €`,
          highNote: `haut : ${i + 9} 000 €`,
        })),
        base: 1,
        axis: 'Points',
        format: String,
      },
      theme,
    ),
  curves: (n, name) =>
    lineChart(
      {
        series: range(Math.min(n, 5), (i) => ({
          label: name(i),
          colour: '#0f5c63',
          values: range(n, (j) => 10000 * value(i, j) - 40000),
        })),
        categories: range(n, (i) => `0${(i % 9) + 1}/2018`),
        xAxis: 'Mois',
        yAxis: 'Euros',
        format: (v) => `${v} €`,
      },
      theme,
    ),
  organisation: (n, name) =>
    organisationChart(
      {
        head: { title: name(0), lines: [name(1)] },
        levels: [{ title: 'Opérateurs', boxes: range(n, (i) => ({ title: name(i), lines: [name(i + 1)] })) }],
      },
      theme,
    ),
  scatter: (n, name) =>
    labelledScatter(
      {
        points: range(n, (i) => ({
          x: 1 + (i % 5),
          y: 1 + ((i * 3) % 5),
          label: name(i),
          colour: '#0f5c63',
          shape: 'cercle' as const,
        })),
        xLabel: 'Intérêt',
        yLabel: 'Influence',
        min: 1,
        max: 5,
        legend: [{ label: 'Acteur', colour: '#0f5c63', shape: 'cercle' }],
      },
      theme,
    ),
  'timeline, actions': (n, name) =>
    chronologie(
      {
        groups: range(2, (g) => ({
          label: court(g),
          colour: theme.series[g] ?? theme.accent,
          items: range(n, (i) => ({
            label: name(i),
            start: 1990 + i * 1.5,
            end: i % 3 ? 1993 + i * 1.5 : null,
            trait: (['plein', 'hachure', 'creux'] as const)[i % 3] ?? 'plein',
          })),
        })),
        until: 2018,
        traits: { plein: 'Sourcé', hachure: 'Déclaré', creux: 'Estimé' },
        ongoingLabel: 'Se poursuit',
      },
      theme,
    ),
  'timeline, domains': (n, name) =>
    chronologie(
      {
        groups: range(n, (g) => ({
          label: name(g),
          colour: theme.accent,
          items: [{ label: court(g), start: 2018, end: 2019, trait: 'plein' as const }],
        })),
        until: 2018,
        traits: { plein: 'Sourcé', hachure: 'Déclaré', creux: 'Estimé' },
        ongoingLabel: 'Se poursuit',
      },
      theme,
    ),
  mirror: (n, name) =>
    miroir(
      {
        rows: range(n, (i) => ({ label: name(i), left: [value(i, 1), i % 3], right: [50 * value(i, 2), value(i, 3)] })),
        left: {
          title: 'Besoins qui attendent la fonction',
          series: ['Servis', 'Sans acteur'],
          colour: theme.series[1] ?? '',
        },
        right: { title: 'Acteurs et outils qui la servent', series: ['Acteurs', 'Outils'], colour: theme.accent },
      },
      theme,
    ),
  'cloud of points': (n, name) =>
    nuage(
      {
        points: range(n, (i) => ({
          label: name(i),
          note: `${i} services pour ${1000 * i} €`,
          x: { low: 90000 + 3000 * value(i, 1), value: 95000 + 3000 * value(i, 1), high: 110000 + 3000 * value(i, 1) },
          y: { low: 10 * value(i, 2), value: 10 * value(i, 2) + 2, high: 10 * value(i, 2) + 9 },
        })),
        xAxis: 'Coût annuel, en milliers d’euros',
        yAxis: 'Services rendus par an',
        xFormat: (v) => String(v / 1000),
        yFormat: String,
      },
      theme,
    ),
  'map by contours': (n, name) => carteCommunes(contours(n, name), theme),
  'map on a slide': (n, name) => carteCommunes(contours(n, name), theme, PROJETEE),
  risks: (n) =>
    riskMatrix(
      range(n, (i) => ({ probabilite: 1 + (i % 2), gravite: 1 + (i % 3) })),
      theme,
    ),
};

describe.each(Object.entries(CHARTS))('%s', (_, draw) => {
  it.each([1, 2, 3, 5, 8, 12, 15])('is legible with %i', (n) => {
    for (const name of [court, long]) {
      const chart = draw(n, name);
      expect(chart.svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(outside(chart)).toEqual([]);
      expect(covering(chart)).toEqual([]);
      expect(struck(chart, theme.ink)).toEqual([]);
      // In Word too: each of its elements is one that the metafile knows.
      expect(shapesOf(chart.svg).length).toBeGreaterThan(0);
    }
  });
});

describe('what an axis measures', () => {
  const x = (svg: string): number => Number(/ x="([\d.]+)"/.exec(svg)?.[1]);
  const size = (svg: string): number => Number(/font-size="([\d.]+)"/.exec(svg)?.[1]);
  it('is never cut: it moves to the right where a long one has no room, then is set smaller', () => {
    const [short, long, endless] = [12, 80, 160].map((n) => axisTitle('m'.repeat(n), 200, 10, theme));
    expect([x(short ?? ''), size(short ?? '')]).toEqual([200, 8]);
    for (const one of [long, endless]) {
      expect(x(one ?? '')).toBeLessThanOrEqual(CHART_WIDTH);
      const width = textWidth('m', size(one ?? '')) * (one === long ? 80 : 160);
      expect(x(one ?? '') - width).toBeGreaterThan(-2);
    }
  });
});

it('a tornado writes nothing on its axis, on which a mark is that of a lead lost', () => {
  const low = [0.1, 0.5, 1, 1.4, -0.6];
  const rows = low.map((value, i) => ({
    label: `Critère ${i}`,
    low: value,
    high: 4 - value,
    lowNote: `14,9 points sur 25 : ${value}`,
    highNote: '10,1 points sur 25 : 3,0',
  }));
  const { svg } = tornadoBars({ rows, base: 2, axis: 'Points', format: String }, theme);
  const [axis = Number.NaN] = [...svg.matchAll(/<line x1="([\d.]+)"[^>]*stroke="#1d2a30"/g)].map(([, x]) => Number(x));
  const ends = [...svg.matchAll(/<rect x="([\d.-]+)"[^>]* width="([\d.]+)"[^>]*fill="#ffffff"/g)].map(([, x, wide]) => [
    Number(x),
    Number(x) + Number(wide),
  ]);
  expect(ends.length).toBeGreaterThanOrEqual(2 * low.length);
  expect(ends.filter(([from = 0, to = 0]) => from < axis && axis < to)).toEqual([]);
});

it('months of an axis are named by parts of a year, then by whole years', () => {
  expect([0.4, 1, 1.1, 2.5, 3.1, 5, 6, 7, 10.2, 13, 25].map(pasDesMois)).toEqual([1, 1, 2, 3, 4, 6, 6, 12, 12, 24, 36]);
});
