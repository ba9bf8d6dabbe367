/** Lanes, steps, notes and calendars: nothing out of its box, years over months, one height for a set. */
import { describe, expect, it } from 'vitest';
import { dotRows } from '../../../src/exhibits/charts/dots.js';
import { textWidth } from '../../../src/exhibits/charts/drawing/text-width.js';
import { CHART_WIDTH } from '../../../src/exhibits/charts/drawing/theme.js';
import { laneChart } from '../../../src/exhibits/charts/lanes.js';
import { ganttChart } from '../../../src/exhibits/charts/temps/gantt.js';
import { stepsChart } from '../../../src/exhibits/charts/temps/steps.js';

const theme = {
  ink: '#111111',
  muted: '#555555',
  grid: '#cccccc',
  accent: '#1f5f4b',
  tint: '#e6f0ec',
  series: ['#1f5f4b', '#8a4b08'],
};

/** Texts with the place of their anchor and their size. */
const texts = (svg: string) =>
  [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', value = '']) => {
    const of = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    return {
      value,
      x: Number(of('x')),
      size: Number(of('font-size')),
      bold: of('font-weight') === 'bold',
      anchor: of('text-anchor') || 'start',
    };
  });
const extent = ({ value, x, size, bold, anchor }: ReturnType<typeof texts>[number]): [number, number] => {
  const width = textWidth(value, size, bold);
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
  return [left, left + width];
};

describe('lanes', () => {
  const etape = (label: string, rest = {}) => ({
    label,
    lane: 0,
    inDomain: [],
    contributors: [],
    next: [],
    exits: [],
    ...rest,
  });

  it('keep each title in its box, however long its words and many its steps', () => {
    const titles = [
      'Recevoir',
      'Qualifier',
      'Répondre',
      'Orienter',
      'Visiter',
      'Accompagner durablement',
      'Capitaliser',
    ];
    const { svg } = laneChart(
      ['Parc', 'Partenaire'],
      titles.map((title, i) => etape(title, { next: i < 6 ? [i + 1] : [] })),
      theme,
    );
    const boxes = [
      ...svg.matchAll(
        /<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="[\d.]+"[^>]*fill="#ffffff"[^>]*stroke-width="1.2"/g,
      ),
    ]
      .map(([, x, width]) => [Number(x), Number(x) + Number(width)] as const)
      .slice(0, titles.length);
    expect(boxes).toHaveLength(titles.length);
    const words = texts(svg).filter(({ anchor }) => anchor === 'middle');
    expect(words.length).toBeGreaterThanOrEqual(titles.length);
    for (const word of words) {
      const [left, right] = extent(word);
      expect(
        boxes.some(([from, to]) => left >= from - 0.5 && right <= to + 0.5),
        word.value,
      ).toBe(true);
    }
  });

  it('keep titles legible beside one long name of a lane', () => {
    const titles = [
      'Recevoir',
      'Qualifier',
      'Répondre',
      'Orienter',
      'Visiter',
      'Choisir',
      'Accompagner',
      'Capitaliser',
    ];
    const { svg } = laneChart(
      ['Parc', 'Un voisin', 'Un autre', 'Combinaisons Durables'],
      titles.map((title) => etape(title)),
      theme,
    );
    const sizes = texts(svg).flatMap(({ value, size }) =>
      titles.some((title) => value.endsWith(title)) ? [size] : [],
    );
    expect(sizes).toHaveLength(titles.length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(6.6);
  });

  it('name the ways out below their step, and run each jump on a level of its own', () => {
    const { svg } = laneChart(
      ['Parc'],
      [
        etape('a', { next: [1, 2], exits: ['refus motivé'] }),
        etape('b', { next: [3] }),
        etape('c', { next: [3] }),
        etape('d', { exits: [''] }),
      ],
      theme,
    );
    expect(texts(svg).map(({ value }) => value)).toContain('refus motivé');
    const jumps = [...svg.matchAll(/<polyline points="([^"]+)"/g)].map(([, points = '']) =>
      points.split(' ').map((p) => p.split(',').map(Number)),
    );
    const levels = jumps
      .filter((points) => points.length === 4 && points[0]?.[0] === points[1]?.[0])
      .map((points) => points[1]?.[1]);
    expect(levels).toHaveLength(2);
    expect(new Set(levels).size).toBe(2);
  });
});

const months = Array.from({ length: 20 }, (_, i) => ({
  day: i * 30,
  month: ((8 + i) % 12) + 1,
  year: 2018 + Math.floor((8 + i) / 12),
}));

describe('calendars', () => {
  it('write each year over its months, and keep within the page', () => {
    const task = {
      id: 'a',
      label: 'Une tâche',
      group: 'Lot',
      start: 0,
      end: 590,
      critical: true,
      milestone: false,
      gate: true,
      after: [],
    };
    const { svg } = ganttChart(
      { tasks: [task, { ...task, id: 'b', milestone: true, start: 600, end: 600, after: ['a'] }], months, length: 600 },
      theme,
    );
    const found = texts(svg);
    for (const year of ['2018', '2019', '2020']) expect(found.map(({ value }) => value)).toContain(year);
    for (const text of found) {
      const [left, right] = extent(text);
      expect(left, text.value).toBeGreaterThanOrEqual(-0.5);
      expect(right, text.value).toBeLessThanOrEqual(CHART_WIDTH + 0.5);
    }
  });

  it('of the projects of a set have one height, whatever their steps', () => {
    const step = { label: 'Étape', planned: { start: 0, end: 60 }, actual: { start: 0, end: null }, note: 'en cours' };
    const of = (n: number) =>
      stepsChart(
        { steps: Array.from({ length: n }, () => step), marks: [10], months, length: 600, today: 90, rows: 4 },
        theme,
      ).height;
    expect(of(1)).toBe(of(4));
    expect(of(5)).toBeGreaterThan(of(4));
  });
});

describe('notes as points', () => {
  it('number each project at its note, side by side when they share one', () => {
    const { svg } = dotRows(
      [{ label: 'Effets', dots: [1, 2, 3].map((rank) => ({ rank, value: 4 })), note: 'Recoupé' }],
      [1, 5],
      theme,
    );
    const points = [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(new Set(points).size).toBe(3);
    expect(Math.max(...points) - Math.min(...points)).toBeLessThan(80);
  });

  it('let no disc cover another, however many share a note', () => {
    const dots = [
      ...[1, 2, 3, 4, 5, 6, 7].map((rank) => ({ rank, value: 4 })),
      { rank: 8, value: 3 },
      { rank: 9, value: 5 },
    ];
    const { svg, height } = dotRows([{ label: 'Effets', dots, note: 'Recoupé' }], [1, 5], theme);
    const discs = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)].map((one) =>
      one.slice(1).map(Number),
    );
    expect(discs).toHaveLength(9);
    for (const [i, [x = 0, y = 0, r = 0]] of discs.entries()) {
      expect(y + r).toBeLessThan(height);
      for (const [ox = 0, oy = 0] of discs.slice(i + 1))
        expect(Math.hypot(x - ox, y - oy)).toBeGreaterThanOrEqual(2 * r);
    }
  });
});
