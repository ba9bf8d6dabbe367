import { describe, expect, it } from 'vitest';
import { col, comptes, tableDe } from '../../src/exhibits/colonnes.js';

const DOMAINES = [
  { id: 'eau-et-sol', libelle: 'Eau et sol' },
  { id: 'bois', libelle: 'Bois' },
];

const acteurs = [
  { nom: 'Syndicat', domaines: [2, 1], engage: true },
  { nom: 'Fablab', domaines: [3], engage: null },
];

const table = tableDe(acteurs, {
  name: 'acteurs',
  title: 'Acteurs',
  totals: { nom: 'Ensemble' },
  empty: 'Aucun acteur.',
  columns: [
    col('rang', 'N°', (_, rang) => rang + 1, 'entier', 0.4),
    col('nom', 'Nom', ({ nom }) => nom),
    comptes('domaine', DOMAINES, ({ domaines }) => domaines),
    col('engage', 'Engagé', ({ engage }) => engage, 'oui-non', { note: 'Par écrit.', workbookOnly: true }),
  ],
});

describe('a table made from its items and its columns', () => {
  it('has one row an item, read by each column', () => {
    expect(table.rows).toEqual([
      { rang: 1, nom: 'Syndicat', domaine_eau_et_sol: 2, domaine_bois: 1, engage: true },
      { rang: 2, nom: 'Fablab', domaine_eau_et_sol: 3, domaine_bois: 0, engage: null },
    ]);
  });

  it('keeps of its columns what a renderer draws, in order, a text of no width by default', () => {
    expect(table.columns).toEqual([
      { key: 'rang', header: 'N°', format: 'entier', width: 0.4 },
      { key: 'nom', header: 'Nom', format: 'texte' },
      { key: 'domaine_eau_et_sol', header: 'Eau et sol', format: 'entier', width: 0.8 },
      { key: 'domaine_bois', header: 'Bois', format: 'entier', width: 0.8 },
      { key: 'engage', header: 'Engagé', format: 'oui-non', note: 'Par écrit.', workbookOnly: true },
    ]);
    expect(table).toMatchObject({
      kind: 'table',
      name: 'acteurs',
      totals: { nom: 'Ensemble' },
      empty: 'Aucun acteur.',
    });
  });
});

describe('what a dash stands for', () => {
  const source = (engages: (boolean | null)[], colonnes?: string[]): string | undefined =>
    tableDe(engages, {
      name: 'engages',
      title: 'Engagés',
      source: 'Source : étude.',
      tiret: { sens: 'on ne sait pas', ...(colonnes ? { colonnes } : {}) },
      empty: 'Aucun.',
      columns: [col('engage', 'Engagé', (engage) => engage, 'oui-non'), col('n', 'N°', (_, rang) => rang, 'entier')],
    }).source;
  it('is said where there is one, in the columns that it speaks of', () => {
    expect(source([true, false])).toBe('Source : étude.');
    expect(source([true, null])).toBe('Source : étude ; un tiret : on ne sait pas.');
    expect(source([true, null], ['n'])).toBe('Source : étude.');
    // A column without a value is not shown, nor its dashes.
    expect(source([null, null])).toBe('Source : étude.');
  });
});
