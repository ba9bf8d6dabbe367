/** Risks, wherever a study lists some: each number under its name, and the heaviest said. */
import { expect, it } from 'vitest';
import { risquesExhibits } from '../../src/exhibits/risques.js';
import { loadTheme } from '../../src/render/theme.js';

const THEME = (await loadTheme()).charts;
const risque = (libelle: string, probabilite: number, gravite: number) => ({
  libelle,
  probabilite,
  gravite,
  parade: 'P',
});
const spec = (...risques: ReturnType<typeof risque>[]) =>
  risquesExhibits(
    { name: 'risques', figure: 'matrice', title: 'R', figureTitle: 'M', source: '', empty: 'Aucun.', risques },
    THEME,
  );

it('the heaviest is that whose probability and severity multiply to the most; as heavy ones are all named', () => {
  const alt = (...list: ReturnType<typeof risque>[]): string => {
    const [figure] = spec(...list);
    return figure?.kind === 'figure' ? figure.alt : '';
  };
  expect(alt(risque('A', 5, 1), risque('B', 4, 4), risque('C', 1, 5))).toMatch(
    /^Le risque le plus lourd : « B » \(n° 2\), 16 points sur 25/,
  );
  expect(alt(risque('A', 2, 3), risque('B', 3, 2))).toMatch(
    /^Les risques les plus lourds : « A » \(n° 1\) et « B » \(n° 2\), 6 points sur 25/,
  );
});

it('the table has both, each under its name; one alone is placed against no other', () => {
  const [table, ...more] = spec(risque('A', 5, 1));
  expect(more).toEqual([]);
  expect(table?.kind === 'table' && table.rows).toMatchObject([{ numero: 1, risque: 'A', probabilite: 5, gravite: 1 }]);
});
