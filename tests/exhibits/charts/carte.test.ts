import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carteCommunes } from '../../../src/exhibits/charts/carte/carte.js';
import { type Cellule, cellules, type Siege } from '../../../src/exhibits/charts/carte/cellules.js';
import { placerGroupes } from '../../../src/exhibits/charts/carte/groupes.js';
import { echelle } from '../../../src/exhibits/charts/carte/legende.js';
import { type Boite, chevauche, placer } from '../../../src/exhibits/charts/drawing/placement.js';
import { chartTheme as theme } from '../../support/chart-theme.js';

const area = ({ aretes }: Cellule): number =>
  Math.abs(aretes.reduce((sum, { x1, y1, x2, y2 }) => sum + x1 * y2 - x2 * y1, 0) / 2);

const sieges = fc.uniqueArray(
  fc.record({
    lon: fc.integer({ min: 300, max: 400 }).map((n) => n / 100),
    lat: fc.integer({ min: 4500, max: 4600 }).map((n) => n / 100),
    superficie: fc.option(fc.integer({ min: 1, max: 80 })),
  }),
  { minLength: 1, maxLength: 30, selector: ({ lon, lat }) => `${lon} ${lat}` },
);

describe('cells of communes', () => {
  it('holds its own seat, is nearest to it, and shares each inner edge with the cell that it names', () => {
    fc.assert(
      fc.property(sieges, (list: Siege[]) => {
        const cells = cellules(list);
        cells.forEach((cell, i) => {
          for (const { x1, y1, x2, y2, voisine } of cell.aretes) {
            const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
            const own = Math.hypot(mx - cell.x, my - cell.y);
            const nearest = Math.min(...cells.map((other) => Math.hypot(mx - other.x, my - other.y)));
            expect(nearest).toBeGreaterThan(own - 1e-6);
            if (voisine === null) continue;
            const beyond = cells[voisine];
            expect(voisine).not.toBe(i);
            expect(Math.hypot(mx - (beyond?.x ?? 0), my - (beyond?.y ?? 0))).toBeCloseTo(own, 6);
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  it('gives a lone commune a disc about the size of its land, and two at one place one cell', () => {
    const [lone] = cellules([{ lon: 3, lat: 45, superficie: 10 }]);
    expect(area(lone as Cellule)).toBeGreaterThan(10);
    expect(area(lone as Cellule)).toBeLessThan(40);
    const twins = cellules([
      { lon: 3, lat: 45, superficie: 10 },
      { lon: 3, lat: 45, superficie: 10 },
    ]);
    expect(twins.map(({ aretes }) => aretes.length > 0)).toEqual([true, false]);
    expect(cellules([])).toEqual([]);
  });

  it('measures in kilometres', () => {
    const [a, b] = cellules([
      { lon: 3.5, lat: 46, superficie: null },
      { lon: 3.5, lat: 45, superficie: null },
    ]);
    expect((b?.y ?? 0) - (a?.y ?? 0)).toBeCloseTo(111.2, 1);
    const [c, d] = cellules([
      { lon: 3, lat: 45, superficie: null },
      { lon: 4, lat: 45, superficie: null },
    ]);
    // cos 45° of a degree.
    expect((d?.x ?? 0) - (c?.x ?? 0)).toBeCloseTo(78.6, 1);
  });
});

describe('labels', () => {
  it('never lays one over another nor out of the frame, and drops only what has no room', () => {
    const frame = { x: 0, y: 0, width: 200, height: 120 };
    const one = fc.record({
      x: fc.integer({ min: 0, max: 200 }),
      y: fc.integer({ min: 0, max: 120 }),
      r: fc.constant(2),
      width: fc.integer({ min: 5, max: 80 }),
      height: fc.constant(8),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 25 }), (labels) => {
        const boxes = placer(labels, frame).flatMap((box) => box ?? []);
        boxes.forEach((a, i) => {
          expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= 200 && a.y + a.height <= 120).toBe(true);
          for (const b of boxes.slice(i + 1))
            expect(a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height).toBe(
              false,
            );
        });
      }),
    );
    expect(placer([{ x: 100, y: 60, r: 2, width: 40, height: 8 }], frame)[0]?.x).toBe(104);
  });
});

describe('names of groups', () => {
  const point = fc.record({ x: fc.integer({ min: 5, max: 395 }), y: fc.integer({ min: 5, max: 295 }) });
  const cadre: Boite = { x: 0, y: 0, width: 400, height: 300 };
  const around = ({ x, y }: { x: number; y: number }, r: number): Boite => ({
    x: x - r,
    y: y - r,
    width: 2 * r,
    height: 2 * r,
  });

  it('lie over no mark, no named town nor each other, within the map', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (sieges, n) => {
        const groups = Array.from({ length: n }, (_, g) => ({
          width: 60 + 10 * g,
          height: 14,
          communes: sieges.flatMap((_seat, i) => (i % n === g ? [i] : [])),
        }));
        const obstacles = sieges.slice(0, 12).map((seat, i) => around(seat, i % 3 === 0 ? 4 : 1.2));
        const boxes = placerGroupes(groups, {
          cadre,
          sieges,
          etendues: sieges.map((seat) => around(seat, 10)),
          obstacles,
        });
        const placed = boxes.flatMap((box) => box ?? []);
        placed.forEach((box, i) => {
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 400 && box.y + box.height <= 300).toBe(true);
          for (const other of [...obstacles, ...placed.slice(i + 1)]) expect(chevauche(box, other)).toBe(false);
        });
        // There is room on this map for each group that has communes.
        expect(placed).toHaveLength(groups.filter(({ communes }) => communes.length > 0).length);
      }),
      { numRuns: 60 },
    );
  });

  it('move off a commune that they would hide whole', () => {
    const sieges = [
      { x: 100, y: 150 },
      { x: 200, y: 150 },
      { x: 300, y: 150 },
    ];
    const etendues = [around({ x: 100, y: 150 }, 60), around({ x: 200, y: 150 }, 4), around({ x: 300, y: 150 }, 60)];
    const [box] = placerGroupes([{ width: 80, height: 20, communes: [0, 1, 2] }], {
      cadre,
      sieges,
      etendues,
      obstacles: [],
    });
    const small = etendues[1] as Boite;
    const hides =
      box &&
      box.x <= small.x &&
      box.x + box.width >= small.x + 8 &&
      box.y <= small.y &&
      box.y + box.height >= small.y + 8;
    expect(hides).toBe(false);
  });
});

describe('map', () => {
  const commune = (nom: string, lon: number, groupe: number, more: object = {}) => ({
    nom,
    lon,
    lat: 45,
    superficie: 100,
    population: 1000,
    groupe,
    ombree: false,
    perimetres: [] as number[],
    ...more,
  });
  const spec = {
    communes: [
      commune('Ouest', 3, 0, { perimetres: [0] }),
      commune('Nord', 3, 0, { lat: 45.1 }),
      commune('Est', 3.1, 1, { ombree: true }),
    ],
    groupes: ['Pays d’Ouest', 'Pays d’Est'],
    limite: 'Limite de pays',
    perimetres: ['Périmètre choisi'],
    ombre: 'Petite commune',
    genres: ['Réunion'],
    lieux: [
      { commune: 0, genre: 0 },
      { commune: 0, genre: 0 },
    ],
    nommees: 3,
  };

  it('names groups, communes, perimeters, places and scale, and shades what it says that it shades', () => {
    const { svg } = carteCommunes(spec, theme);
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((m) => m[1]);
    for (const text of [
      'Pays d’Ouest',
      'Pays d’Est',
      'Ouest',
      'Nord',
      'Périmètre choisi',
      'Limite de pays',
      'Petite commune',
      'Réunion',
      'N',
    ])
      expect(texts).toContain(text);
    expect(svg.match(/<polygon[^>]*fill="#c0c0c0"/g)).toHaveLength(1);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('chooses a round scale', () => {
    expect([3, 12, 60, 240].map(echelle)).toEqual([0.5, 2, 10, 20]);
  });
});
