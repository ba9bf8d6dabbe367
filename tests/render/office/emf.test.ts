import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { stackedColumns } from '../../../src/exhibits/charts/bars.js';
import { chart, label, line, rect } from '../../../src/exhibits/charts/drawing/svg.js';
import { renderDocx } from '../../../src/render/docx/index.js';
import { emfOf, isEmf } from '../../../src/render/emf/index.js';
import { shapesOf } from '../../../src/render/emf/shapes.js';
import { loadTheme } from '../../../src/render/theme.js';
import { sample } from '../sample-tree.js';

const theme = await loadTheme();

/** Types of the records of a metafile, each as long as it says. */
function records(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const types: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    types.push(view.getUint32(at, true));
    const size = view.getUint32(at + 4, true);
    expect(size % 4).toBe(0);
    expect(size).toBeGreaterThanOrEqual(8);
    at += size;
  }
  expect(at).toBe(bytes.length);
  return types;
}

const columns = stackedColumns(
  {
    categories: ['Avant', 'Après'],
    series: [
      { label: 'Rencontres', colour: '#2f5f9e' },
      { label: 'Visites', colour: '#b8650b', pattern: true },
    ],
    values: [
      [4, 5],
      [3, 2],
    ],
    axis: 'Nombre',
  },
  theme.charts,
);

describe('a chart as a metafile', () => {
  it('is a file whose head tells its length, its records and its objects', () => {
    const bytes = emfOf(columns.svg, columns.width, columns.height);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const types = records(bytes);
    expect(isEmf(bytes)).toBe(true);
    expect(types[0]).toBe(1);
    expect(types.at(-1)).toBe(14);
    expect(view.getUint32(48, true)).toBe(bytes.length);
    expect(view.getUint32(52, true)).toBe(types.length);
    // Its frame is that of the chart, in hundredths of a millimetre.
    expect(view.getInt32(32, true)).toBe(Math.round((columns.width * 2540) / 72));
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from(emfOf(columns.svg, columns.width, columns.height)))).toBe(0);
  });

  it('refuses an element that it does not know, rather than leave it out', () => {
    const svg = columns.svg.replace('</svg>', '<path d="M0 0L1 1"/></svg>');
    expect(() => shapesOf(svg)).toThrow(/<path>/);
  });

  it('draws every mark and every text that the SVG holds, inside its frame', () => {
    const marks = columns.svg
      .replace(/<pattern[\s\S]*?<\/pattern>/g, '')
      .match(/<(?:rect|line|text|circle|polygon|polyline)\b/g);
    const shapes = shapesOf(columns.svg);
    // Hatching adds its stripes to what it covers.
    expect(shapes.length).toBeGreaterThanOrEqual(marks?.length ?? 0);
    for (const [x, y] of shapes.flatMap(({ paths }) => paths.flat())) {
      expect(x).toBeGreaterThanOrEqual(-1);
      expect(x).toBeLessThanOrEqual(columns.width + 1);
      expect(y).toBeGreaterThanOrEqual(-1);
      expect(y).toBeLessThanOrEqual(columns.height + 1);
    }
  });

  it('cuts dashes, paints hatching and pale fills, turns text, reads what a name escapes', () => {
    const { svg } = chart(
      200,
      100,
      [
        rect(0, 0, 40, 40, { fill: '#000000', 'fill-opacity': 0.5 }),
        '<polyline points="0,50 100,50" fill="none" stroke="#123456" stroke-dasharray="10 10"/>',
        label('<&> "été"', 100, 60, { rotate: -90 }),
        line(0, 90, 200, 90, '#abcdef'),
      ],
      theme.charts,
    );
    const [pale, dashes, turned, rule] = shapesOf(svg);
    expect(pale?.fill).toBe('#808080');
    expect(dashes?.paths).toHaveLength(5);
    expect(dashes?.fill).toBeNull();
    const ys = turned?.paths.flat().map(([, y]) => y) ?? [];
    expect(turned?.fill).toBe(theme.charts.ink);
    expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThan(20);
    expect(rule).toMatchObject({ stroke: '#abcdef', closed: false });
  });

  it('stands beside the SVG in a Word file, declared and named as what it is', async () => {
    const parts = unzipSync(await renderDocx(sample, theme, '2018-02-15'));
    const media = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
    const metafiles = media.filter((name) => name.endsWith('.emf'));
    expect(metafiles.length).toBeGreaterThan(0);
    expect(media.filter((name) => name.endsWith('.svg'))).toHaveLength(metafiles.length);
    for (const name of media) expect(isEmf(parts[name] ?? new Uint8Array())).toBe(name.endsWith('.emf'));
    const rels = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array());
    for (const name of metafiles) expect(rels).toContain(`Target="${name.replace('word/', '')}"`);
    expect(strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())).toContain('Extension="emf"');
  });
});
