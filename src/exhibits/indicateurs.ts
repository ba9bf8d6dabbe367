/** Indicators against their targets, as a figure: of a project, of the whole experimentation. */

import type { IndicateurSuivi } from '../analysis/projets/projets.js';
import { nombreFr } from '../texte/nombres.js';
import { progressBars } from './charts/progress.js';
import type { ChartTheme } from './charts/theme.js';
import type { FigureExhibit, TableExhibit } from './types.js';

export interface IndicateursSpec {
  name: string;
  title: string;
  indicateurs: readonly IndicateurSuivi[];
  data: TableExhibit;
  source?: string;
}

export function indicateursFigure({ indicateurs, source, ...spec }: IndicateursSpec, theme: ChartTheme): FigureExhibit {
  const rows = indicateurs.map((i) => ({
    label: i.libelle,
    // A ceiling: the bar is the measure's share of it, and must stay short of the line.
    part: i.sens === 'min' && i.valeur !== null && i.cible > 0 ? i.valeur / i.cible : i.part,
    reached: i.atteint,
    note: `${i.valeur === null ? '—' : nombreFr(i.valeur)} pour ${nombreFr(i.cible)} ${i.unite} ${i.sens === 'min' ? 'au plus' : 'au moins'}`,
  }));
  return {
    kind: 'figure',
    ...spec,
    ...progressBars(rows, theme),
    alt: indicateurs
      .map(
        ({ libelle, valeur, cible, unite }) =>
          `${libelle} : ${valeur === null ? 'non mesuré' : nombreFr(valeur)} pour ${nombreFr(cible)} ${unite}`,
      )
      .join(' ; '),
    ...(source === undefined ? {} : { source }),
  };
}
