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
    part: i.part,
    reached: i.atteint,
    note: `${i.valeur === null ? '—' : nombreFr(i.valeur)} pour ${nombreFr(i.cible)} ${i.unite}`,
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
