import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stackedBars, stackedColumns } from '../../../src/exhibits/charts/bars.js';
import { carteCommunes } from '../../../src/exhibits/charts/carte/carte.js';
import { contrast, inkOn } from '../../../src/exhibits/charts/drawing/colour.js';
import { shortenText, textWidth, wrapText } from '../../../src/exhibits/charts/drawing/text-width.js';
import { type ChartTheme, peinture } from '../../../src/exhibits/charts/drawing/theme.js';
import { dotMatrix, heatMatrix } from '../../../src/exhibits/charts/matrices.js';
import { labelledScatter } from '../../../src/exhibits/charts/points.js';

const theme: ChartTheme = {
  ink: '#1d2a30',
  muted: '#55646b',
  grid: '#c9d2d5',
  accent: '#0f5c63',
  tint: '#e3f0ef',
  series: ['#0f5c63', '#b35a1f'],
};
const texts = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((m) => m[1] ?? '');

describe('text widths', () => {
  it('wraps within the width and loses no word', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zé]{1,8}$/), { minLength: 1, maxLength: 20 }), (words) => {
        const lines = wrapText(words.join(' '), 80, 9);
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) if (line.includes(' ')) expect(textWidth(line, 9)).toBeLessThanOrEqual(80);
      }),
    );
  });

  it('shortens with an ellipsis only what does not fit', () => {
    expect(shortenText('court', 100, 9)).toBe('court');
    const cut = shortenText('un nom beaucoup trop long pour sa case', 60, 9);
    expect(cut.endsWith('…')).toBe(true);
    expect(textWidth(cut, 9)).toBeLessThanOrEqual(60);
  });
});

describe('charts', () => {
  it('paints twice as many series as it has colours, no two alike', () => {
    const palette = { ...theme, series: ['#0f5c63', '#b35a1f', '#2f5f9e', '#7a3f6d'] };
    const painted = Array.from({ length: 8 }, (_, i) => JSON.stringify(peinture(palette, i)));
    expect(new Set(painted).size).toBe(8);
  });

  it('chooses an ink that stays legible on any fill', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const fill = `#${value.toString(16).padStart(6, '0')}`;
        expect(contrast(fill, inkOn(fill, theme.ink))).toBeGreaterThanOrEqual(3.7);
      }),
    );
  });

  it('ends the axis of a bar on a tick that no bar passes', () => {
    const of = (value: number) => ({
      categories: ['A', 'B'],
      series: [{ label: 'S', colour: theme.accent }],
      values: [[1, value]],
      axis: '',
    });
    const last = (svg: string) =>
      Math.max(...[...svg.matchAll(/font-size="8"[^>]*fill="#55646b"[^>]*>(\d+)</g)].map(([, n]) => Number(n)));
    for (const value of [2, 7, 55, 249]) {
      expect(last(stackedBars(of(value), theme).svg)).toBeGreaterThanOrEqual(value);
      expect(last(stackedColumns(of(value), theme).svg)).toBeGreaterThanOrEqual(value);
    }
  });

  it('shades a heat matrix by class where it has classes: one shade each, white under the last', () => {
    const { svg } = heatMatrix(
      { rows: ['A'], columns: ['W', 'X', 'Y', 'Z'], values: [[90, 74, 73, 10]], legend: 'Points.', classes: [74, 60] },
      theme,
    );
    const fills = [...svg.matchAll(/<rect[^>]*fill="(#[0-9a-f]{6})"/g)].map(([, fill]) => fill);
    expect(fills[0]).toBe(fills[1]);
    expect(new Set(fills.slice(1, 4)).size).toBe(3);
    expect(fills[3]).toBe('#ffffff');
  });

  it('writes every value of a heat matrix, zero as a figure and the unknown as a dash', () => {
    const { svg } = heatMatrix(
      {
        rows: ['A', 'B'],
        columns: ['X', 'Y'],
        values: [
          [0, 12],
          [null, 3.5],
        ],
        legend: 'Besoins',
      },
      theme,
    );
    expect(texts(svg)).toEqual(['X', 'Y', 'A', 'B', '0', '12,0', '–', '3,5', 'Besoins']);
  });

  it('keeps whole-number ticks for counts and states the totals', () => {
    const spec = {
      categories: ['2016', '2017'],
      series: [
        { label: 'Eau', colour: '#0f5c63' },
        { label: 'Sols', colour: '#b35a1f', pattern: true },
      ],
      values: [
        [1, 0],
        [1, 1],
      ],
      axis: 'Actions',
    };
    for (const draw of [stackedColumns, stackedBars]) {
      const found = texts(draw(spec, theme).svg);
      expect(found.some((t) => /,5/.test(t))).toBe(false);
      expect(found).toContain('Eau');
      expect(found).toContain('2');
    }
  });

  it('tells every part of a lying bar: within it, or after its total where one has no room', () => {
    const drawn = (values: number[][], whole = false) =>
      stackedBars(
        {
          categories: ['A', 'B'],
          series: values.map((_, i) => ({ label: `S${i}`, colour: '#0f5c63' })),
          values,
          axis: 'n',
          ...(whole ? { whole } : {}),
        },
        theme,
      );
    const seen = texts(
      drawn([
        [9, 214],
        [3, 3],
        [4, 0],
      ]).svg,
    );
    expect(seen).toContain('(9 + 3 + 4)');
    expect(seen).toContain('(214 + 3)');
    expect(seen).toContain('16');
    expect(
      texts(
        drawn([
          [90, 100],
          [80, 70],
        ]).svg,
      ).join(' '),
    ).not.toContain('+');
    expect(
      texts(
        drawn(
          [
            [99.6, 50],
            [0.4, 50],
          ],
          true,
        ).svg,
      ),
    ).toContain('99,6 + 0,4');
    // The tail of the longest bar holds in the drawing.
    const { svg } = drawn([
      [1000, 1],
      [3, 1],
      [4, 1],
      [5, 1],
    ]);
    const tail = /<text x="([\d.]+)"[^>]*>(\([^<]*\))<\/text>/.exec(svg);
    expect(tail?.[2]).toBe('(1 000 + 3 + 4 + 5)'.replace(' ', '\u202f'));
    expect(Number(tail?.[1]) + textWidth(tail?.[2] ?? '', 8)).toBeLessThanOrEqual(482.01);
  });

  it('tells no total of shares that part a whole', () => {
    const series = ['Premier', 'Deuxième', 'Troisième'].map((name) => ({ label: name, colour: '#0f5c63' }));
    // Rounded one by one they would make 101.
    const spec = { categories: ['A'], series, values: [[36.6], [33.7], [29.7]], axis: 'Part' };
    expect(texts(stackedBars(spec, theme).svg)).toContain('100');
    const shares = texts(stackedBars({ ...spec, axis: '', whole: true }, theme).svg);
    expect(shares).toContain('36,6');
    expect(shares.filter((t) => t === '100')).toHaveLength(1);
  });

  it('says how many points a full cell leaves out', () => {
    const points = Array.from({ length: 12 }, (_, i) => ({
      x: 4,
      y: 4,
      label: `Acteur ${i}`,
      colour: '#0f5c63',
      shape: 'cercle' as const,
    }));
    const { svg } = labelledScatter(
      { points, xLabel: 'Intérêt', yLabel: 'Influence', min: 1, max: 5, legend: [] },
      theme,
    );
    expect(texts(svg)).toContain('et 5 autres');
  });

  it('escapes the names of the data and draws with no data at all', () => {
    const empty = { rows: [], columns: [], values: [] };
    expect(heatMatrix({ ...empty, legend: 'A & <B>' }, theme).svg).toContain('A &amp; &lt;B&gt;');
    expect(dotMatrix({ ...empty, legend: '', max: 5 }, theme).height).toBeGreaterThan(0);
    expect(stackedBars({ categories: [], series: [], values: [], axis: '' }, theme).svg).not.toContain('NaN');
    const lone = { nom: 'Un', lon: 3, lat: 45, superficie: null, population: 10, groupe: 0, ombree: false };
    const map = carteCommunes(
      {
        communes: [{ ...lone, perimetres: [] }],
        groupes: ['G'],
        limite: 'Limite',
        perimetres: [],
        ombre: null,
        genres: [],
        lieux: [],
        nommees: 5,
      },
      theme,
    );
    expect(map.svg).not.toMatch(/NaN|Infinity/);
  });
});
