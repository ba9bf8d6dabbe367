/** The entries of a group stand under one heading, whatever their order in the study. */
import { describe, expect, it } from 'vitest';
import { col, tableDe } from '../../src/exhibits/colonnes.js';

type Item = { lot: string; nom: string };

describe('a table by groups', () => {
  const items = [
    { lot: 'Lieu', nom: 'bail' },
    { lot: 'Équipe', nom: 'embauche' },
    { lot: 'Lieu', nom: 'ouverture' },
  ];
  const rows = (groupBy?: string) =>
    tableDe<Item>(items, {
      name: 't',
      title: 'T',
      ...(groupBy ? { groupBy } : {}),
      columns: [
        col('lot', 'Lot', ({ lot }: Item) => lot),
        col('nom', 'Nom', ({ nom }: Item) => nom),
        col('rang', 'N°', (_: Item, i: number) => i + 1),
      ],
      empty: '',
    }).rows.map(({ nom, rang }) => `${rang} ${nom}`);

  it('gathers them, each with its own rank, and leaves a table without groups as it is', () => {
    expect(rows('lot')).toEqual(['1 bail', '3 ouverture', '2 embauche']);
    expect(rows()).toEqual(['1 bail', '2 embauche', '3 ouverture']);
  });
});
