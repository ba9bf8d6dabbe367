/** Map of the communes, by their contours or as cells: groups parted by lines, perimeters outlined, places marked, scale, north. */

import { chart } from '../drawing/svg.js';
import type { Chart, ChartTheme } from '../drawing/theme.js';
import { fond } from './fond.js';
import { legende, regle } from './legende.js';
import { lieuxMarques } from './lieux.js';
import { noms } from './noms.js';
import { planDe } from './plan.js';
import { type CarteSpec, type FormatCarte, SUR_PAGE } from './spec.js';

export function carteCommunes(spec: CarteSpec, theme: ChartTheme, format: FormatCarte = SUR_PAGE): Chart {
  const plan = planDe(spec.communes, format);
  const lieux = lieuxMarques(spec, plan, theme);
  const names = noms(spec, plan, lieux, format, theme);
  const { height } = plan.cadre;
  const legend = legende(spec, height + 24, format, theme);
  return chart(
    format.largeur,
    height + 28 + legend.height,
    [
      ...fond(spec, plan, theme),
      ...names.points,
      ...lieux.map(({ svg }) => svg),
      ...names.communes,
      ...names.groupes,
      regle(plan, height, format, theme),
      legend.svg,
    ],
    theme,
  );
}
