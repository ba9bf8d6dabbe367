import { describe, expect, it } from 'vitest';
import { carteCommunes } from '../../../src/exhibits/charts/carte/carte.js';
import { projection } from '../../../src/exhibits/charts/carte/cellules.js';
import { chaines } from '../../../src/exhibits/charts/carte/chaines.js';
import { contours, milieu, type Trace } from '../../../src/exhibits/charts/carte/contours.js';
import type { CarteSpec, CommuneCarte } from '../../../src/exhibits/charts/carte/spec.js';
import { shapesOf } from '../../../src/render/emf/shapes.js';
import { chartTheme as theme } from '../../support/chart-theme.js';

const rectangle = (x: number, y: number, width = 0.1, height = 0.1): [number, number][] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
  [x, y],
];
const [ouest, est]: Trace[] = [[[rectangle(3, 45)]], [[rectangle(3.1, 45)]]];
const seats = [
  { lon: 3.05, lat: 45.05 },
  { lon: 3.15, lat: 45.05 },
];

describe('contours', () => {
  it('share the line between two neighbours, whatever the way that each is turned', () => {
    const turned: Trace = [[[...rectangle(3.1, 45)].reverse()]];
    for (const other of [est ?? [], turned]) {
      const [a, b] = contours([ouest ?? [], other], projection(seats));
      expect(a?.aretes.filter(({ voisine }) => voisine === 1)).toHaveLength(1);
      expect(b?.aretes.filter(({ voisine }) => voisine === 0)).toHaveLength(1);
      expect(a?.aretes.filter(({ voisine }) => voisine === null)).toHaveLength(3);
    }
  });

  it('keep their area, in square kilometres, and stand at their middle', () => {
    const [a] = contours([ouest ?? [], est ?? []], projection(seats));
    // 0,1° by 0,1° at 45,05° of latitude.
    expect(a?.aire).toBeCloseTo(11.12 * 11.12 * Math.cos((45.05 * Math.PI) / 180), 0);
    expect(milieu(ouest ?? []).lon).toBeCloseTo(3.05, 6);
    expect(milieu(ouest ?? []).lat).toBeCloseTo(45.05, 6);
    expect(milieu([[rectangle(9, 9, 0.01, 0.01)], [rectangle(3, 45)]]).lon).toBeCloseTo(3.05, 6);
  });

  it('draw as many points as are seen of a contour of ten thousand', () => {
    const circle: [number, number][] = Array.from({ length: 10_000 }, (_, i) => {
      const angle = (2 * Math.PI * (i % 9_999)) / 9_999;
      return [3 + 0.1 * Math.cos(angle), 45 + 0.1 * Math.sin(angle)];
    });
    const [disc] = contours([[[circle]]], projection([{ lon: 3, lat: 45 }]));
    expect(disc?.aretes.length).toBeLessThan(5_000);
    expect(disc?.aretes.length).toBeGreaterThan(500);
  });
});

describe('lines', () => {
  it('are joined end to end, each segment once', () => {
    const sides = [
      { x1: 0, y1: 0, x2: 1, y2: 0 },
      { x1: 1, y1: 1, x2: 0, y2: 1 },
      { x1: 1, y1: 1, x2: 1, y2: 0 },
      { x1: 0, y1: 0, x2: 0, y2: 1 },
      { x1: 5, y1: 5, x2: 6, y2: 5 },
    ];
    const [square, alone, ...others] = chaines(sides);
    expect(square).toHaveLength(5);
    expect(square?.[0]).toEqual(square?.at(-1));
    expect(alone).toEqual([
      [5, 5],
      [6, 5],
    ]);
    expect(others).toEqual([]);
    expect(chaines([])).toEqual([]);
  });
});

describe('map by contours', () => {
  const commune = (
    nom: string,
    lon: number,
    trace: Trace | undefined,
    more: Partial<CommuneCarte> = {},
  ): CommuneCarte => ({
    nom,
    lon,
    lat: 45.05,
    superficie: 80,
    population: 1000,
    groupe: 0,
    ombree: false,
    perimetres: [0],
    ...(trace ? { trace } : {}),
    ...more,
  });
  const carte = (communes: CommuneCarte[]): CarteSpec => ({
    communes,
    groupes: ['Pays'],
    limite: 'Limite',
    perimetres: ['Périmètre'],
    ombre: null,
    genres: [],
    lieux: [],
    nommees: 5,
  });
  const outlines = (svg: string): string[] =>
    [...svg.matchAll(/<polyline[^>]*stroke="#aa0000"[^>]*>/g)].map(([one]) => one);

  it('merges the outline of a perimeter: one closed line around two communes, none between them', () => {
    const { svg } = carteCommunes(carte([commune('Ouest', 3.05, ouest), commune('Est', 3.15, est)]), theme);
    const [outline = '', ...others] = outlines(svg);
    expect(others).toEqual([]);
    const points = (/points="([^"]*)"/.exec(outline)?.[1] ?? '').split(' ');
    expect(points).toHaveLength(7);
    expect(points[0]).toBe(points.at(-1));
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(shapesOf(svg).length).toBeGreaterThan(3);
  });

  it('draws a commune without a contour as a cell under the others, and one in a hole over what surrounds it', () => {
    const mixed = carteCommunes(carte([commune('Ouest', 3.05, ouest), commune('Est', 3.15, undefined)]), theme);
    const sides = [...mixed.svg.matchAll(/<polygon[^>]*points="([^"]*)"[^>]*fill="#eeeeee"/g)].map(
      ([, points = '']) => points.split(' ').length,
    );
    expect(sides[0]).toBeGreaterThan(4);
    expect(sides.at(-1)).toBe(4);
    const around: Trace = [[rectangle(3, 45), rectangle(3.04, 45.04, 0.02, 0.02)]];
    const inside: Trace = [[rectangle(3.04, 45.04, 0.02, 0.02)]];
    const { svg } = carteCommunes(
      carte([commune('Enclave', 3.05, inside, { ombree: true, perimetres: [] }), commune('Autour', 3.02, around)]),
      theme,
    );
    const fills = [...svg.matchAll(/<polygon[^>]*fill="([^"]*)"[^>]*stroke="#ffffff"/g)].map(([, fill]) => fill);
    expect(fills).toEqual(['#eeeeee', '#ffffff', '#c0c0c0']);
    // Its outline has a side within: that of the enclave, which it does not hold.
    expect(outlines(svg)).toHaveLength(2);
  });
});
