/** Exhibits that show nothing are told in the text, unless the text refers to them. */
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/documents/markdown/markdown.js';
import { videsEnPhrase } from '../../../src/documents/markdown/vides.js';
import type { Block } from '../../../src/documents/tree.js';
import type { Exhibits, FigureExhibit, TableExhibit } from '../../../src/exhibits/types.js';

const table = (name: string, empty: string, rows: TableExhibit['rows'] = []): TableExhibit => ({
  kind: 'table',
  name,
  title: name,
  columns: [{ key: 'a', header: 'A', format: 'texte' }],
  rows,
  empty,
});
const figure = (name: string, empty?: string): FigureExhibit => ({
  kind: 'figure',
  name,
  title: name,
  svg: '<svg/>',
  width: 1,
  height: 1,
  alt: name,
  data: table(`${name}-donnees`, 'Rien.'),
  ...(empty === undefined ? {} : { empty }),
});
const exhibits: Exhibits = new Map(
  [
    table('instances', 'Aucune instance n’est décrite.'),
    table('roles', 'Aucun rôle n’est écrit.'),
    table('autres', 'Aucun rôle n’est écrit.'),
    table('charge', 'Aucune charge.', [{ a: '1' }]),
    figure('courbe'),
    figure('matrice', 'Aucun risque.'),
  ].map((one) => [one.name, one] as const),
);

const shown = (markdown: string): string[] => {
  const { blocks } = parseMarkdown(markdown, { exhibits, templates: new Map() });
  return videsEnPhrase([], blocks).body.map((block) => {
    const { type } = block as Block;
    return 'id' in block && type !== 'heading' ? block.id : 'children' in block ? JSON.stringify(block.children) : type;
  });
};

describe('exhibits without a row', () => {
  it('one after the other are one paragraph, each sentence once', () => {
    expect(shown('::tableau{#instances}\n\n::tableau{#roles}\n\n::tableau{#autres}\n\n::figure{#matrice}')).toEqual([
      JSON.stringify([{ type: 'text', value: 'Aucune instance n’est décrite. Aucun rôle n’est écrit. Aucun risque.' }]),
    ]);
  });

  it('keep their place among those that show something', () => {
    expect(shown('::tableau{#charge}\n\n::tableau{#roles}\n\n::figure{#courbe}')).toEqual([
      'charge',
      expect.stringContaining('Aucun rôle'),
      'courbe',
    ]);
  });

  it('keep their caption when the text sends to them, wherever it does', () => {
    expect(shown('- voir **[](#roles)**\n\n::tableau{#instances}\n\n::tableau{#roles}')).toEqual([
      'list',
      expect.stringContaining('Aucune instance'),
      'roles',
    ]);
  });
});
