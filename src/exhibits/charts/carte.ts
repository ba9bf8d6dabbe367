/** Map of the communes, by their contours or as cells: groups parted by lines, perimeters outlined, places marked, scale, north. */
import { nombreFr } from '../../texte/nombres.js';
import { parOrdreFrancais } from '../../texte/ordre.js';
import { cadre, formes, limites, TIRETS } from './carte-formes.js';
import { placerGroupes, type Terrain } from './carte-groupes.js';
import type { CarteSpec, LieuCarte } from './carte-spec.js';
import type { Cellule } from './cellules.js';
import { type Boite, type Etiquetage, placer } from './placement.js';
import { chart, circle, element, label, legendRow, line, mark, rect, type Shape } from './svg.js';
import { textWidth, wrapText } from './text-width.js';
import { CHART_WIDTH, type Chart, type ChartTheme } from './theme.js';

const HAUTEUR_MAX = 420;
/** A map of few communes is as clear in less room. */
const PEU = 30;
const HAUTEUR_PEU = 300;
const MARGE = 6;
const NOM = 7;
const NOM_GROUPE = 8.5;
/** A longer name of a group is set on several lines. */
const NOM_GROUPE_LARGE = 100;
/** Radius of the dot of a town. */
const POINT = 1.2;
const FORMES: readonly Shape[] = ['cercle', 'losange', 'carre', 'triangle'];

const trace = (x1: number, y1: number, x2: number, y2: number, stroke: string, width: number, dash?: string): string =>
  element('line', {
    x1,
    y1,
    x2,
    y2,
    stroke,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-dasharray': dash,
  });

/** A round length that takes about a fifth of the width, in km. */
export function echelle(kmWide: number): number {
  const target = Math.max(kmWide / 5, 1e-6);
  const power = 10 ** Math.floor(Math.log10(target));
  return ([5, 2, 1].find((step) => step * power <= target) ?? 1) * power;
}

/** Places that share a commune stand side by side under its seat. */
function marques(lieux: readonly LieuCarte[]): { commune: number; genre: number; nombre: number; rang: number }[] {
  const counts = new Map<string, { commune: number; genre: number; nombre: number }>();
  for (const { commune, genre } of lieux) {
    const key = `${commune}/${genre}`;
    const known = counts.get(key) ?? { commune, genre, nombre: 0 };
    known.nombre++;
    counts.set(key, known);
  }
  const ranks = new Map<number, number>();
  return [...counts.values()]
    .sort((a, b) => a.commune - b.commune || a.genre - b.genre)
    .map((one) => {
      const rang = ranks.get(one.commune) ?? 0;
      ranks.set(one.commune, rang + 1);
      return { ...one, rang };
    });
}

export function carteCommunes(spec: CarteSpec, theme: ChartTheme): Chart {
  const { cells, traced } = formes(spec.communes);
  const { west, east, north, south } = cadre(cells);
  const scale = Math.min(
    (CHART_WIDTH - 2 * MARGE) / Math.max(east - west, 1e-6),
    ((cells.length > PEU ? HAUTEUR_MAX : HAUTEUR_PEU) - 2 * MARGE) / Math.max(south - north, 1e-6),
  );
  const height = (south - north) * scale + 2 * MARGE;
  const offset = (CHART_WIDTH - (east - west) * scale) / 2;
  const px = (x: number): number => offset + (x - west) * scale;
  const py = (y: number): number => MARGE + (y - north) * scale;

  const surface = (points: readonly (readonly [number, number])[], fill: string): string =>
    element('polygon', {
      points: points.map(([x, y]) => `${px(x).toFixed(2)},${py(y).toFixed(2)}`).join(' '),
      fill,
      stroke: '#ffffff',
      'stroke-width': 0.6,
    });
  const teinte = (i: number): string => (spec.communes[i]?.ombree ? theme.grid : theme.tint);
  const lignes = (of: (i: number) => boolean): string[] => limites(spec, cells, of, px, py, theme);
  const ground = [
    ...cells.flatMap(({ aretes }, i) =>
      aretes.length > 0 && !traced[i]
        ? [
            surface(
              aretes.map(({ x1, y1 }) => [x1, y1] as const),
              teinte(i),
            ),
          ]
        : [],
    ),
    ...lignes((i) => !traced[i]),
    // The widest first: a commune that stands in a hole of another is drawn over it.
    ...traced
      .flatMap((shape, i) => (shape ? [{ shape, i }] : []))
      .sort((a, b) => b.shape.aire - a.shape.aire)
      .flatMap(({ shape, i }) => [
        ...shape.morceaux.map((points) => surface(points, teinte(i))),
        ...shape.trous.map((points) => surface(points, '#ffffff')),
      ]),
    ...lignes((i) => traced[i] !== null),
  ];

  const places = marques(spec.lieux);
  const seats = cells.map(({ x, y }) => ({ x: px(x), y: py(y) }));
  const radius = 3.2;
  const markOf = ({ commune, genre, rang }: (typeof places)[number]): { x: number; y: number; svg: string } => {
    const seat = seats[commune] ?? { x: 0, y: 0 };
    const x = seat.x + rang * (2 * radius + 1.5);
    const colour = theme.series[(genre + spec.perimetres.length) % theme.series.length] ?? theme.accent;
    return {
      x,
      y: seat.y,
      svg: mark(FORMES[genre % FORMES.length] ?? 'cercle', x, seat.y, radius, {
        fill: colour,
        stroke: '#ffffff',
        'stroke-width': 0.7,
      }),
    };
  };
  const drawn = places.map(markOf);
  const marked = new Set(places.map(({ commune }) => commune));
  const byPopulation = spec.communes
    .map((commune, i) => ({ commune, i }))
    .filter(({ i }) => (cells[i]?.aretes.length ?? 0) > 0)
    .sort(
      (a, b) =>
        (b.commune.population ?? 0) - (a.commune.population ?? 0) || parOrdreFrancais(a.commune.nom, b.commune.nom),
    );
  const named = byPopulation.filter(({ i }, rank) => rank < spec.nommees || marked.has(i));

  const marks = drawn.map(({ x, y }) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }));
  // A town keeps its dot in sight, and a name its own.
  const towns = named.flatMap(({ i }) => {
    const seat = seats[i];
    return seat ? [{ x: seat.x - POINT, y: seat.y - POINT, width: 2 * POINT, height: 2 * POINT }] : [];
  });
  const titles = groupes(spec, {
    cadre: { x: 0, y: 0, width: CHART_WIDTH, height },
    sieges: seats,
    etendues: cells.map((cell) => etendue(cell, px, py)),
    obstacles: [...marks, ...towns],
  });
  const obstacles: Boite[] = [...marks, ...towns, ...titles.map(({ box }) => box)];
  const wanted = named.map(({ commune, i }): Etiquetage => {
    const seat = seats[i] ?? { x: 0, y: 0 };
    return { ...seat, r: marked.has(i) ? radius : POINT, width: textWidth(commune.nom, NOM), height: NOM * 1.1 };
  });
  const boxes = placer(wanted, { x: 0, y: 0, width: CHART_WIDTH, height }, obstacles);
  const dots = named.flatMap(({ i }, k) => {
    const seat = seats[i];
    return seat && boxes[k] && !marked.has(i) ? [circle(seat.x, seat.y, POINT, { fill: theme.ink })] : [];
  });
  const names = named.flatMap(({ commune }, k) => {
    const box = boxes[k];
    return box ? [label(commune.nom, box.x, box.y + box.height / 2, { size: NOM, colour: theme.ink })] : [];
  });

  const legend = legendRow(
    [
      ...spec.perimetres.map((text, i) => ({
        label: text,
        swatch: (x: number, y: number) =>
          trace(x, y + 4.5, x + 9, y + 4.5, theme.series[i] ?? theme.accent, 2, TIRETS[i]),
      })),
      ...(spec.groupes.length > 1
        ? [
            {
              label: spec.limite,
              swatch: (x: number, y: number) => trace(x, y + 4.5, x + 9, y + 4.5, theme.muted, 1.1),
            },
          ]
        : []),
      ...(spec.ombre === null
        ? []
        : [{ label: spec.ombre, swatch: (x: number, y: number) => rect(x, y, 9, 9, { fill: theme.grid }) }]),
      ...spec.genres.map((text, genre) => ({
        label: text,
        swatch: (x: number, y: number) =>
          mark(FORMES[genre % FORMES.length] ?? 'cercle', x + 4.5, y + 4.5, 3.6, {
            fill: theme.series[(genre + spec.perimetres.length) % theme.series.length] ?? theme.accent,
          }),
      })),
    ],
    4,
    height + 24,
    CHART_WIDTH - 8,
  );
  return chart(
    CHART_WIDTH,
    height + 28 + legend.height,
    [
      ...ground,
      ...dots,
      ...drawn.map(({ svg }) => svg),
      ...names,
      ...titles.map(({ svg }) => svg),
      regle(east - west, scale, height, theme),
      legend.svg,
    ],
    theme,
  );
}

/** Scale and north, below the land. */
function regle(kmWide: number, scale: number, height: number, theme: ChartTheme): string {
  const km = echelle(kmWide);
  const [x, y] = [CHART_WIDTH - 34 - km * scale, height + 10];
  return [
    line(x, y, x + km * scale, y, theme.ink, 1),
    line(x, y - 2.5, x, y + 2.5, theme.ink, 1),
    line(x + km * scale, y - 2.5, x + km * scale, y + 2.5, theme.ink, 1),
    label(`${nombreFr(km)}\u00a0km`, x - 4, y, { size: 7.5, colour: theme.muted, anchor: 'end' }),
    element('polygon', {
      points: `${CHART_WIDTH - 14},${y - 8} ${CHART_WIDTH - 10.5},${y + 4} ${CHART_WIDTH - 14},${y + 1} ${CHART_WIDTH - 17.5},${y + 4}`,
      fill: theme.ink,
    }),
    label('N', CHART_WIDTH - 6, y - 2, { size: 7.5, colour: theme.muted, anchor: 'middle' }),
  ].join('');
}

/** The box around a commune; that of its seat where it has no land of its own. */
function etendue({ x, y, aretes }: Cellule, px: (x: number) => number, py: (y: number) => number): Boite {
  const xs = [px(x), ...aretes.map(({ x1 }) => px(x1))];
  const ys = [py(y), ...aretes.map(({ y1 }) => py(y1))];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** Names of the groups over their land, on a ground that lets it show. */
function groupes(spec: CarteSpec, terrain: Terrain): { box: Boite; svg: string }[] {
  const names = spec.groupes.map((nom, groupe) => {
    const lines = wrapText(nom, NOM_GROUPE_LARGE, NOM_GROUPE, true);
    return {
      nom,
      width: Math.max(...lines.map((text) => textWidth(text, NOM_GROUPE, true))) + 6,
      height: lines.length * NOM_GROUPE * 1.15 + 4,
      communes: spec.communes.flatMap((commune, i) => (commune.groupe === groupe ? [i] : [])),
    };
  });
  const boxes = placerGroupes(names, terrain);
  return names.flatMap(({ nom }, i) => {
    const box = boxes[i];
    if (!box) return [];
    const ground = rect(box.x, box.y, box.width, box.height, { fill: '#ffffff', 'fill-opacity': 0.7 });
    const text = label(nom, box.x + box.width / 2, box.y + box.height / 2, {
      size: NOM_GROUPE,
      bold: true,
      anchor: 'middle',
      max: NOM_GROUPE_LARGE,
    });
    return [{ box, svg: ground + text }];
  });
}
