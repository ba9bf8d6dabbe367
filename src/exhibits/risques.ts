/** Risks as a matrix and as a table, wherever a study lists some. */
import { table } from './cells.js';
import { riskMatrix } from './charts/risks.js';
import type { ChartTheme } from './charts/theme.js';
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
  sheet: string;
  risques: readonly Risque[];
  source: string;
  empty: string;
}

/** The matrix, when there is a risk to place, then the table. */
export function risquesExhibits(spec: RisquesSpec, theme: ChartTheme): Exhibit[] {
  const { risques, source } = spec;
  const data = table({
    name: spec.name,
    title: spec.title,
    sheet: spec.sheet,
    columns: [
      { key: 'numero', header: 'N°', format: 'entier', width: 0.4 },
      { key: 'risque', header: 'Risque', format: 'texte', width: 2.2 },
      { key: 'probabilite', header: 'Probabilité sur 5', format: 'entier', width: 0.8 },
      { key: 'gravite', header: 'Gravité sur 5', format: 'entier', width: 0.7 },
      { key: 'parade', header: 'Parade', format: 'texte', width: 2.4 },
    ],
    rows: risques.map(({ libelle, probabilite, gravite, parade }, i) => ({
      numero: i + 1,
      risque: libelle,
      probabilite,
      gravite,
      parade,
    })),
    source,
    empty: spec.empty,
  });
  if (risques.length === 0) return [data];
  return [
    {
      kind: 'figure',
      name: spec.figure,
      title: spec.figureTitle,
      ...riskMatrix(risques, theme),
      alt: risques.map((r, i) => `Risque ${i + 1} : probabilité ${r.probabilite}, gravité ${r.gravite}`).join(' ; '),
      source,
      data,
    },
    data,
  ];
}
