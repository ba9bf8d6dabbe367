/** Under a map: what its lines, shades and marks mean; its scale and the north. */
import { nombreFr } from '../../../texte/nombres.js';
import { element, LEGEND_SIZE, label, legendRow, line, mark, rect } from '../drawing/svg.js';
import type { ChartTheme } from '../drawing/theme.js';
import { TIRETS } from './formes.js';
import { signeDuGenre } from './lieux.js';
import type { PlanCarte } from './plan.js';
import type { CarteSpec, FormatCarte } from './spec.js';

/** A round length that takes about a fifth of the width, in km. */
export function echelle(kmWide: number): number {
  const target = Math.max(kmWide / 5, 1e-6);
  const power = 10 ** Math.floor(Math.log10(target));
  return ([5, 2, 1].find((step) => step * power <= target) ?? 1) * power;
}

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

/** Scale and north, from `y` on. */
export function regle(
  { kmWide, scale }: PlanCarte,
  top: number,
  { largeur: right, echelle: size }: FormatCarte,
  theme: ChartTheme,
): string {
  const km = echelle(kmWide);
  const [x, y] = [right - 34 - km * scale, top + 10];
  return [
    line(x, y, x + km * scale, y, theme.ink, 1),
    line(x, y - 2.5, x, y + 2.5, theme.ink, 1),
    line(x + km * scale, y - 2.5, x + km * scale, y + 2.5, theme.ink, 1),
    label(`${nombreFr(km)}\u00a0km`, x - 4, y, { size, colour: theme.muted, anchor: 'end' }),
    element('polygon', {
      points: `${right - 14},${y - 8} ${right - 10.5},${y + 4} ${right - 14},${y + 1} ${right - 17.5},${y + 4}`,
      fill: theme.ink,
    }),
    label('N', right - 6, y - 2, { size, colour: theme.muted, anchor: 'middle' }),
  ].join('');
}

export function legende(
  spec: CarteSpec,
  top: number,
  { largeur, legende: size }: FormatCarte,
  theme: ChartTheme,
): { svg: string; height: number } {
  // A swatch grows with the type beside it.
  const k = size / LEGEND_SIZE;
  const ligne = (stroke: string, width: number, dash?: string) => (x: number, y: number) =>
    trace(x, y + 4.5 * k, x + 9 * k, y + 4.5 * k, stroke, width, dash);
  return legendRow(
    [
      ...spec.perimetres.map((text, i) => ({
        label: text,
        swatch: ligne(theme.series[i] ?? theme.accent, 2, TIRETS[i]),
      })),
      ...(spec.groupes.length > 1 ? [{ label: spec.limite, swatch: ligne(theme.muted, 1.1) }] : []),
      ...(spec.ombre === null
        ? []
        : [{ label: spec.ombre, swatch: (x: number, y: number) => rect(x, y, 9 * k, 9 * k, { fill: theme.grid }) }]),
      ...spec.genres.map((text, genre) => {
        const { forme, couleur } = signeDuGenre(genre, spec.perimetres.length, theme);
        return {
          label: text,
          swatch: (x: number, y: number) => mark(forme, x + 4.5 * k, y + 4.5 * k, 3.6 * k, { fill: couleur }),
        };
      }),
    ],
    4,
    top,
    largeur - 8,
    size,
  );
}
