/** Points on a plane: labelled scatter of ratings, and a map of communes by their coordinates. */
import { scaleLinear } from 'd3-scale';
import { chart, circle, label, legendRow, line, mark, rect, type Shape } from './svg.js';
import { shortenText, textWidth } from './text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './theme.js';

export interface ScatterPoint {
  x: number;
  y: number;
  label: string;
  colour: string;
  shape: Shape;
}

export interface ScatterSpec {
  points: ScatterPoint[];
  xLabel: string;
  yLabel: string;
  /** Bounds of both axes, whole numbers (a rating's scale). */
  min: number;
  max: number;
  legend: { label: string; colour: string; shape: Shape }[];
}

/**
 * Ratings are whole, so that many points share a cell of the grid: each cell lists its points one under another,
 * mark and label, and says how many more there are when the cell is full.
 */
export function labelledScatter(spec: ScatterSpec, theme: ChartTheme): Chart {
  const steps = spec.max - spec.min + 1;
  const left = 30;
  const cellWidth = (CHART_WIDTH - left) / steps;
  const leading = 9.6;
  const cells = new Map<string, ScatterPoint[]>();
  for (const point of spec.points) {
    const key = `${point.x}|${point.y}`;
    cells.set(key, [...(cells.get(key) ?? []), point]);
  }
  const levels = Array.from({ length: steps }, (_, i) => spec.max - i);
  const perColumn = 8;
  const heights = levels.map((level) => {
    const most = Math.max(0, ...levels.map((x) => cells.get(`${x}|${level}`)?.length ?? 0));
    return Math.max(22, Math.min(most, perColumn) * leading + 8);
  });
  const tops = heights.map((_, i) => 6 + heights.slice(0, i).reduce((sum, h) => sum + h, 0));
  const bottom = 6 + heights.reduce((sum, h) => sum + h, 0);
  const parts: string[] = [];
  levels.forEach((level, row) => {
    const top = tops[row] ?? 0;
    const height = heights[row] ?? 0;
    parts.push(label(String(level), left - 6, top + height / 2, { size: 8.5, anchor: 'end', colour: theme.muted }));
    for (let x = spec.min; x <= spec.max; x += 1) {
      const x0 = left + (x - spec.min) * cellWidth;
      const strong = x * 2 > spec.min + spec.max && level * 2 > spec.min + spec.max;
      parts.push(
        rect(x0, top, cellWidth, height, {
          fill: strong ? theme.tint : '#ffffff',
          stroke: theme.grid,
          'stroke-width': 0.5,
        }),
      );
      const inside = [...(cells.get(`${x}|${level}`) ?? [])].sort((a, b) =>
        a.label < b.label ? -1 : a.label > b.label ? 1 : 0,
      );
      const kept = inside.length > perColumn ? inside.slice(0, perColumn - 1) : inside;
      const y0 = top + height / 2 - ((Math.min(inside.length, perColumn) - 1) * leading) / 2;
      kept.forEach((point, i) => {
        parts.push(mark(point.shape, x0 + 7, y0 + i * leading, 2.6, { fill: point.colour }));
        parts.push(label(shortenText(point.label, cellWidth - 16, 7.5), x0 + 13, y0 + i * leading, { size: 7.5 }));
      });
      if (kept.length < inside.length)
        parts.push(
          label(`et ${inside.length - kept.length} autres`, x0 + 13, y0 + kept.length * leading, {
            size: 7.5,
            colour: theme.muted,
          }),
        );
    }
  });
  for (let x = spec.min; x <= spec.max; x += 1)
    parts.push(
      label(String(x), left + (x - spec.min + 0.5) * cellWidth, bottom + 9, {
        size: 8.5,
        anchor: 'middle',
        colour: theme.muted,
      }),
    );
  parts.push(label(spec.xLabel, (left + CHART_WIDTH) / 2, bottom + 21, { size: 8.5, anchor: 'middle', bold: true }));
  parts.push(label(spec.yLabel, 8, (6 + bottom) / 2, { size: 8.5, anchor: 'middle', bold: true, rotate: -90 }));
  const legend = legendRow(
    spec.legend.map((entry) => ({
      label: entry.label,
      swatch: (x: number, y: number) => mark(entry.shape, x + 4.5, y + 4.5, 3.6, { fill: entry.colour }),
    })),
    left,
    bottom + 32,
    CHART_WIDTH - left,
  );
  return chart(CHART_WIDTH, bottom + 34 + legend.height, [...parts, legend.svg]);
}

export interface MapSpec {
  /** Coordinates in degrees; `size` ≥ 0 (inhabitants); `group` indexes `groups`; a `label` names the larger ones. */
  points: { lon: number; lat: number; group: number; size: number; label?: string }[];
  groups: { label: string; colour: string }[];
  /** What the area of a circle means. */
  legend: string;
}

const SHAPES: Shape[] = ['cercle', 'carre', 'triangle', 'losange'];

/** Communes placed by longitude and latitude (equirectangular, scaled at the mean latitude), area by size, shape and colour by group. */
export function communeMap(spec: MapSpec, theme: ChartTheme): Chart {
  const height = 300;
  const lons = spec.points.map((p) => p.lon);
  const lats = spec.points.map((p) => p.lat);
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const span = Math.max((east - west) * squeeze, (north - south) * (CHART_WIDTH / height), 0.01);
  const scale = (CHART_WIDTH - 60) / span;
  const x = (lon: number) => CHART_WIDTH / 2 + (lon - (west + east) / 2) * squeeze * scale;
  const y = (lat: number) => height / 2 - (lat - (south + north) / 2) * scale * ((height - 30) / height);
  const largest = Math.max(1, ...spec.points.map((p) => p.size));
  const radius = scaleLinear([0, 1], [2, 11]);
  const shapeOf = (group: number): Shape => SHAPES[group % SHAPES.length] ?? 'cercle';
  const marks = [...spec.points]
    .sort((a, b) => b.size - a.size || a.lon - b.lon)
    .map((p) =>
      mark(shapeOf(p.group), x(p.lon), y(p.lat), radius(Math.sqrt(p.size / largest)), {
        fill: spec.groups[p.group]?.colour ?? theme.accent,
        'fill-opacity': 0.78,
        stroke: '#ffffff',
        'stroke-width': 0.5,
      }),
    );
  const placed: { x: number; y: number; w: number }[] = [];
  const names = [...spec.points]
    .filter((p) => p.label)
    .sort((a, b) => b.size - a.size)
    .flatMap((p) => {
      const r = radius(Math.sqrt(p.size / largest));
      const w = textWidth(p.label ?? '', 7.5);
      const box = { x: x(p.lon) + r + 2, y: y(p.lat), w };
      if (
        box.x + w > CHART_WIDTH ||
        placed.some((o) => Math.abs(o.y - box.y) < 9 && box.x < o.x + o.w + 4 && o.x < box.x + w + 4)
      )
        return [];
      placed.push(box);
      return [label(p.label ?? '', box.x, box.y, { size: 7.5 })];
    });
  const km = 111.32 * squeeze;
  const bar = (10 / km) * squeeze * scale;
  const ruler =
    line(10, height - 8, 10 + bar, height - 8, theme.ink, 1) +
    label('10 km environ', 10, height - 15, { size: 7.5, colour: theme.muted });
  const legend = legendRow(
    [
      ...spec.groups.map((g, i) => ({
        label: g.label,
        swatch: (sx: number, sy: number) => mark(shapeOf(i), sx + 4.5, sy + 4.5, 4, { fill: g.colour }),
      })),
      {
        label: spec.legend,
        swatch: (sx: number, sy: number) =>
          circle(sx + 4.5, sy + 4.5, 4, { fill: 'none', stroke: theme.muted, 'stroke-width': 0.8 }),
      },
    ],
    4,
    height + 8,
    CHART_WIDTH - 4,
  );
  return chart(CHART_WIDTH, height + 12 + legend.height, [...marks, ...names, ruler, legend.svg]);
}
