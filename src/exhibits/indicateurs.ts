/** Indicators against their targets, as a figure: of a project, of the whole experimentation. */

import type { IndicateurSuivi } from '../analysis/projets/projets.js';
import { quantiteFr } from '../texte/accords.js';
import { nombreFr } from '../texte/nombres.js';
import { alternative } from './alternative.js';
import type { ChartTheme } from './charts/drawing/theme.js';
import { progressBars } from './charts/progress.js';
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
    note: `${i.valeur === null ? '—' : nombreFr(i.valeur)} pour ${quantiteFr(i.cible, i.unite)} ${i.sens === 'min' ? 'au plus' : 'au moins'}`,
  }));
  return {
    kind: 'figure',
    ...spec,
    ...progressBars(rows, theme),
    alt: alternative(
      spec.title,
      'Barres de progression, une par indicateur : la part de la cible atteinte',
      indicateurs.map(
        ({ libelle, valeur, cible, unite, sens }) =>
          `${libelle} : ${valeur === null ? 'non mesuré' : nombreFr(valeur)} pour ${quantiteFr(cible, unite)} ${sens === 'min' ? 'au plus' : 'au moins'}`,
      ),
    ),
    ...(source === undefined ? {} : { source }),
  };
}
