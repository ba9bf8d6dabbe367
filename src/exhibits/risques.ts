/** Risks as a matrix and as a table, wherever a study lists some. */

import { accord, compte, enumerer } from '../texte/accords.js';
import { alternative } from './alternative.js';
import type { ChartTheme } from './charts/drawing/theme.js';
import { riskMatrix } from './charts/risks.js';
import { col, tableDe } from './colonnes.js';
import type { Exhibit } from './types.js';

interface Risque {
  libelle: string;
  probabilite: number;
  gravite: number;
  parade: string;
}

export interface RisquesSpec {
  /** Names of the table and of the figure. */
  name: string;
  figure: string;
  title: string;
  figureTitle: string;
  /** Of the table, where a workbook keeps it. */
  sheet?: string;
  risques: readonly Risque[];
  source: string;
  empty: string;
}

/** Those whose probability and severity make the highest product, by the numbers under which they are placed. */
function lesPlusLourds(risques: readonly Risque[]): string {
  const poids = risques.map(({ probabilite, gravite }) => probabilite * gravite);
  const most = Math.max(...poids);
  const found = risques.flatMap(({ libelle }, i) => (poids[i] === most ? [`« ${libelle} » (n° ${i + 1})`] : []));
  return `${accord(found.length, 'Le risque le plus lourd', 'Les risques les plus lourds')} : ${enumerer(found)}, ${compte(most, 'point')} sur 25`;
}

/** The matrix, when there are risks to place one against another, then the table. */
export function risquesExhibits(spec: RisquesSpec, theme: ChartTheme): Exhibit[] {
  const { risques, source } = spec;
  const data = tableDe(risques, {
    name: spec.name,
    title: spec.title,
    ...(spec.sheet === undefined ? {} : { sheet: spec.sheet }),
    columns: [
      col('numero', 'N°', (_, i) => i + 1, 'entier', 0.4),
      col('risque', 'Risque', ({ libelle }) => libelle, 'texte', 2.2),
      col('probabilite', 'Probabilité sur 5', ({ probabilite }) => probabilite, 'entier', 0.8),
      col('gravite', 'Gravité sur 5', ({ gravite }) => gravite, 'entier', 0.7),
      col('parade', 'Parade', ({ parade }) => parade, 'texte', 2.4),
    ],
    source,
    empty: spec.empty,
  });
  if (risques.length < 2) return [data];
  return [
    {
      kind: 'figure',
      name: spec.figure,
      title: spec.figureTitle,
      ...riskMatrix(risques, theme),
      alt: alternative(
        lesPlusLourds(risques),
        'Grille de probabilité et de gravité, chacune de 1 à 5 : les risques y sont placés par leur numéro',
        risques.map((r, i) => `${i + 1}. ${r.libelle} : probabilité ${r.probabilite}, gravité ${r.gravite}`),
      ),
      source,
      data,
    },
    data,
  ];
}
