/** Names on a map: those of the groups over their land, then those of the largest communes beside their towns. */
import { parOrdreFrancais } from '../../../texte/ordre.js';
import { type Boite, placer } from '../drawing/placement.js';
import { circle, label, rect } from '../drawing/svg.js';
import { textWidth, wrapText } from '../drawing/text-width.js';
import type { ChartTheme } from '../drawing/theme.js';
import { placerGroupes, type Terrain } from './groupes.js';
import { RAYON } from './lieux.js';
import { etendue, type PlanCarte } from './plan.js';
import type { CarteSpec, CommuneCarte, FormatCarte } from './spec.js';

interface Nommee {
  commune: CommuneCarte;
  i: number;
  siege: { x: number; y: number };
}

/** The communes to name, the most populous first: the largest, and those where a place is marked. */
function nommees(
  { communes, nommees: nombre }: CarteSpec,
  { cells, sieges }: PlanCarte,
  marked: ReadonlySet<number>,
): Nommee[] {
  return communes
    .map((commune, i) => ({ commune, i }))
    .filter(({ i }) => (cells[i]?.aretes.length ?? 0) > 0)
    .sort(
      (a, b) =>
        (b.commune.population ?? 0) - (a.commune.population ?? 0) || parOrdreFrancais(a.commune.nom, b.commune.nom),
    )
    .filter(({ i }, rank) => rank < nombre || marked.has(i))
    .flatMap(({ commune, i }) => {
      const siege = sieges[i];
      return siege ? [{ commune, i, siege }] : [];
    });
}

const autour = ({ x, y }: { x: number; y: number }, r: number): Boite => ({
  x: x - r,
  y: y - r,
  width: 2 * r,
  height: 2 * r,
});

/** What a name stands on: it lets the land show, and no line crosses the letters. */
const GROUND = { fill: '#ffffff', 'fill-opacity': 0.7 };

/** Names of the groups over their land. */
function groupes(
  spec: CarteSpec,
  terrain: Terrain,
  { groupe: size, groupeLarge: max }: FormatCarte,
): { box: Boite; svg: string }[] {
  const names = spec.groupes.map((nom, groupe) => {
    const lines = wrapText(nom, max, size, true);
    return {
      nom,
      width: Math.max(...lines.map((text) => textWidth(text, size, true))) + 6,
      height: lines.length * size * 1.15 + 4,
      communes: spec.communes.flatMap((commune, i) => (commune.groupe === groupe ? [i] : [])),
    };
  });
  const boxes = placerGroupes(names, terrain);
  return names.flatMap(({ nom }, i) => {
    const box = boxes[i];
    if (!box) return [];
    const ground = rect(box.x, box.y, box.width, box.height, GROUND);
    const text = label(nom, box.x + box.width / 2, box.y + box.height / 2, { size, bold: true, anchor: 'middle', max });
    return [{ box, svg: ground + text }];
  });
}

/** `lieux`: the places marked, that no name covers. */
export function noms(
  spec: CarteSpec,
  plan: PlanCarte,
  lieux: readonly { commune: number; x: number; y: number }[],
  format: FormatCarte,
  theme: ChartTheme,
): { points: string[]; communes: string[]; groupes: string[] } {
  const { nom: size, point } = format;
  const marked = new Set(lieux.map(({ commune }) => commune));
  const named = nommees(spec, plan, marked);
  const marks = lieux.map((lieu) => autour(lieu, RAYON));
  // A town keeps its dot in sight, and a name its own.
  const towns = named.map(({ siege }) => autour(siege, point));
  const titles = groupes(
    spec,
    {
      cadre: plan.cadre,
      sieges: plan.sieges,
      etendues: plan.cells.map((cell) => etendue(cell, plan)),
      obstacles: [...marks, ...towns],
    },
    format,
  );
  const boxes = placer(
    named.map(({ commune, i, siege }) => ({
      ...siege,
      r: marked.has(i) ? RAYON : point,
      width: textWidth(commune.nom, size),
      height: size * 1.1,
    })),
    plan.cadre,
    [...marks, ...towns, ...titles.map(({ box }) => box)],
  );
  return {
    points: named.flatMap(({ i, siege }, k) =>
      boxes[k] && !marked.has(i) ? [circle(siege.x, siege.y, point, { fill: theme.ink })] : [],
    ),
    communes: named.flatMap(({ commune }, k) => {
      const box = boxes[k];
      if (!box) return [];
      const ground = rect(box.x - 1, box.y, box.width + 2, box.height, GROUND);
      return [ground + label(commune.nom, box.x, box.y + box.height / 2, { size, colour: theme.ink })];
    }),
    groupes: titles.map(({ svg }) => svg),
  };
}
